"""tsconfig.json and jsconfig.json: import specifiers that the compiler maps to files.

Source: TypeScript's module resolution (`baseUrl`, `paths`, `extends`, `${configDir}`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from aireview.checks.packages.surfaces import js_config
from aireview.checks.packages.surfaces.addresses import folder_of
from aireview.checks.packages.surfaces.npm_specs import joined, misshapen
from aireview.checks.packages.surfaces.readings import merged
from aireview.model.packages import Alias, Reading, Unread
from aireview.syntax.nodes import Node, NodeError, read_json

_OWN_FOLDER = "${configDir}"


def read(path: str, text: str) -> Reading:
    """Read a tsconfig or jsconfig: its aliases, and the packages it takes settings and types from.

    An alias counts for files below the folder of the file that states it; for a file that `extends`
    another one in a different folder see `inherited`.
    """
    if not text.strip():
        return Reading()
    try:
        node = read_json(text)
    except NodeError as error:
        return Reading(unread=(Unread(error.line, str(error)),))
    own = Reading(aliases=tuple(_aliases(node, path)), unread=misshapen(node, ("compilerOptions",)))
    return merged((own, js_config.references(js_config.tsconfig(node), path)))


def _aliases(node: Node, path: str) -> Iterator[Alias]:
    folder = folder_of(path)
    options = node.get("compilerOptions")
    base = options.get("baseUrl")
    start = _from(folder, base.text) if base else folder
    for pattern, line, value in options.get("paths").pairs:
        targets = () if start is None else (_from(start, text) for text, _ in value.texts())
        kept = tuple(target for target in targets if target is not None)
        yield Alias(pattern=pattern, targets=kept, folder=folder, path=path, line=line)
    if base and start is not None:
        everything = f"{start}/*" if start else "*"
        yield Alias(pattern="*", targets=(everything,), folder=folder, path=path, line=base.line)


def _from(folder: str, written: str) -> str | None:
    return joined(folder, written.removeprefix(_OWN_FOLDER))


def extends(path: str, text: str) -> tuple[str, ...]:
    """Return the files of the repository that a tsconfig extends by a relative path."""
    try:
        node = read_json(text)
    except NodeError:
        return ()  # `read` says so
    found = []
    for written, _ in node.get("extends").texts():
        if written.startswith("."):
            target = joined(folder_of(path), written)
            if target:
                found.append(target if target.endswith(".json") else f"{target}.json")
    return tuple(found)


def inherited(
    readings: Mapping[str, Reading], parents: Mapping[str, tuple[str, ...]]
) -> tuple[Alias, ...]:
    """Return the aliases that files take over from those they extend, for their own folders.

    `parents` is what `extends` returns, by path. The paths stay those of the file that states them,
    as TypeScript says; aliases that count for the folder already are left out.
    """
    found: list[Alias] = []
    for path in sorted(parents):
        folder = folder_of(path)
        for ancestor in _ancestors(path, parents):
            own = readings[ancestor].aliases if ancestor in readings else ()
            found.extend(
                replace(alias, folder=folder)
                for alias in own
                if alias.folder and not f"{folder}/".startswith(f"{alias.folder}/")
            )
    return tuple(dict.fromkeys(found))


def _ancestors(path: str, parents: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    seen: dict[str, None] = {}
    waiting = list(parents.get(path, ()))
    while waiting:
        one = waiting.pop()
        if one not in seen and one != path:
            seen[one] = None
            waiting.extend(parents.get(one, ()))
    return tuple(seen)
