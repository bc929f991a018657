"""bun.lock, Bun's text lock file (JSON with trailing commas); bun.lockb is binary and not read.

Source: Bun's documentation and the `Stringifier` of its lock file: `packages` maps a path of names to
`["name@version", "registry", {info}, "integrity"]`; other sources leave items out.
"""

from __future__ import annotations

from aireview.checks.packages.surfaces.addresses import strip_credentials
from aireview.checks.packages.surfaces.npm_specs import source_of, split_name
from aireview.model.packages import Ecosystem, Reading, Reference, Source, Surface, Unread
from aireview.syntax.big_json import key_lines, load, plain
from aireview.syntax.nodes import NodeError


def read(path: str, text: str) -> Reading:
    """Read a bun.lock."""
    if path.lower().endswith(".lockb"):
        return Reading(unread=(Unread(1, "a binary lock file; `bun.lock` is the one in text"),))
    try:
        text = plain(text)
        lock = load(text)
    except NodeError as error:
        return Reading(unread=(Unread(error.line, str(error)),))
    packages = lock.get("packages") if isinstance(lock, dict) else None
    if not isinstance(packages, dict):
        known = isinstance(lock, dict) and "lockfileVersion" in lock and packages is None
        why = "this is no lock file that Bun writes"
        return Reading() if known else Reading(unread=(Unread(1, why),))
    lines = {
        keys[1]: line
        for keys, line in key_lines(text, 2)
        if len(keys) == 2 and keys[0] == "packages"
    }
    references, unread = [], []
    for key, entry in packages.items():
        line = lines.get(key, 1)
        if isinstance(entry, list) and entry and isinstance(entry[0], str):
            references.append(_reference(key, entry, path, line))
        else:
            unread.append(Unread(line, "an entry that is no list with a name"))
    return Reading(references=tuple(references), unread=tuple(unread))


def _reference(key: str, entry: list[object], path: str, line: int) -> Reference:
    name, version = split_name(str(entry[0]))
    source = Source.LOCAL if version.startswith("root:") else source_of(version)
    alias = _last(key)
    address = entry[1] if len(entry) > 1 and isinstance(entry[1], str) else ""
    info = next((item for item in entry if isinstance(item, dict)), {})
    commands = info.get("bin")
    if isinstance(commands, str):
        commands = (name.rpartition("/")[2],)
    return Reference(
        ecosystem=Ecosystem.NPM,
        name=name,
        surface=Surface.LOCK,
        path=path,
        line=line,
        specifier=version if source is Source.REGISTRY else "",
        source=source,
        alias=alias if alias != name else "",
        url=strip_credentials(version if source is Source.DIRECT else address),
        binaries=tuple(commands) if isinstance(commands, dict | tuple) else (),
    )


def _last(key: str) -> str:
    """Return the last name of a path of names.

    >>> _last("@a/b/@c/d"), _last("@a/b/e")
    ('@c/d', 'e')
    """
    parts = key.split("/")
    scoped = len(parts) > 1 and parts[-2].startswith("@")
    return "/".join(parts[-2:]) if scoped else parts[-1]
