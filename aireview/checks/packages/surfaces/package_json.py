"""npm's manifest: dependencies of every kind, overrides, aliases, scripts, and tools set up in it.

Sources: npm's `package.json` documentation, pnpm's and Bun's settings in it, Yarn's `resolutions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from aireview.checks.packages.surfaces import js_config
from aireview.checks.packages.surfaces.addresses import folder_of
from aireview.checks.packages.surfaces.npm_specs import (
    catalogs,
    declared,
    dependencies,
    extensions,
    joined,
    misshapen,
    reference,
    split_name,
)
from aireview.checks.packages.surfaces.readings import merged
from aireview.model.packages import (
    Alias,
    Ecosystem,
    Member,
    Reading,
    Reference,
    Surface,
    Unread,
)
from aireview.syntax.nodes import MISSING, Node, NodeError, read_json

_MAPPINGS = [
    "dependencies",
    "devDependencies",
    "peerDependencies",
    "optionalDependencies",
    "overrides",
    "resolutions",
    "imports",
    "scripts",
    "pnpm",
]
_PARENT = re.compile(r"[^ |@]>")  # as pnpm's parse-overrides tells `a>b` from `a@>1`
_REMOVED = "-"


def read(path: str, text: str) -> Reading:
    """Read a package.json."""
    try:
        node = read_json(text)
    except NodeError as error:
        return Reading(unread=(Unread(error.line, str(error)),))
    manifest = Reading(
        references=tuple(_references(node, path)),
        members=tuple(_members(node, path)),
        unread=misshapen(node, _MAPPINGS),
    )
    return merged((manifest, _imports(node, path), *_tools(node, path), *_scripts(node, path)))


def _references(node: Node, path: str) -> Iterator[Reference]:
    yield from dependencies(node, path)
    yield from _bundled(node, path)
    yield from overrides(node.get("overrides"), path)
    yield from overrides(node.get("pnpm", "overrides"), path)
    yield from resolutions(node.get("resolutions"), path)
    yield from extensions(node.get("pnpm", "packageExtensions"), path)
    yield from declared(node.get("pnpm", "configDependencies"), path)
    yield from catalogs(node, path)
    yield from catalogs(node.get("workspaces"), path)
    yield from _package_manager(node.get("packageManager"), path)


def _bundled(node: Node, path: str) -> Iterator[Reference]:
    """Yield bundled packages that no list of dependencies names."""
    named = {key for mapping in _MAPPINGS[:4] for key, _, _ in node.get(mapping).pairs}
    for key in ("bundledDependencies", "bundleDependencies"):
        listed = node.get(key)
        for name, line in listed.texts() if listed.kind == "list" else ():
            if name not in named:
                yield reference(name, "*", path, line)


def overrides(node: Node, path: str, outer: str = "") -> Iterator[Reference]:
    """Yield what the overrides of npm, pnpm and Bun install; a selector on the way installs nothing.

    npm nests (`{"a": {".": "1", "b": "2"}}`, `.` is the outer name), pnpm selects with `a>b`.
    """
    for key, line, value in node.pairs:
        name = outer if key == "." and outer else _overridden(key)
        if value.kind == "map":
            yield from overrides(value, path, name)
        elif value.text != _REMOVED and not key.startswith("//"):
            yield reference(name, value.text, path, line)


def _overridden(selector: str) -> str:
    """Return the package that a selector of npm or pnpm ends in.

    >>> _overridden("a@1>@s/b@>=2"), _overridden("a@>=2")
    ('@s/b', 'a')
    """
    found = _PARENT.search(selector)
    return split_name(selector[found.end() :] if found else selector)[0].strip()


def resolutions(node: Node, path: str) -> Iterator[Reference]:
    """Yield what Yarn's resolutions install; the pattern's last name is the package."""
    for key, line, value in node.pairs:
        if not key.startswith("//"):
            yield reference(_resolved(key), value.text, path, line)


def _resolved(pattern: str) -> str:
    """Return the package that a pattern of Yarn ends in.

    >>> _resolved("a/**/@s/b@npm:1.0/2"), _resolved("**/c")
    ('@s/b', 'c')
    """
    if ">" in pattern:
        return _overridden(pattern)  # pnpm reads `resolutions` as its own overrides
    version = re.search(r"(?<=[^/])@", pattern)
    parts = (pattern[: version.start()] if version else pattern).split("/")
    scoped = len(parts) > 1 and parts[-2].startswith("@")
    return "/".join(parts[-2:]) if scoped else parts[-1]


def _package_manager(node: Node, path: str) -> Iterator[Reference]:
    """Yield the tool of `packageManager`; its version is not always one of npm (Yarn 2 and later)."""
    if node.kind == "scalar" and node.text and node.text != "null":
        name, version = split_name(node.text)
        found = reference(name, version if version.startswith("http") else "", path, node.line)
        yield replace(found, specifier="")


def _members(node: Node, path: str) -> Iterator[Member]:
    name = node.get("name").text
    commands = node.get("bin")
    if name:
        own = (name.rpartition("/")[2],) if commands.kind == "scalar" else ()
        yield Member(
            ecosystem=Ecosystem.NPM,
            name=name,
            folder=folder_of(path),
            binaries=own or tuple(key for key, _, _ in commands.pairs),
        )


def _imports(node: Node, path: str) -> Reading:
    """Read `imports`: `#name` to a file, or to a package that the code then imports."""
    folder = folder_of(path)
    aliases, references = [], []
    for key, line, value in node.get("imports").pairs:
        targets = []
        for target, at in _leaves(value):
            if target.startswith("."):
                targets.append(joined(folder, target))
            else:
                targets.append(f"npm:{target}")
                references.append(_imported(target, path, at))
        kept = tuple(target for target in targets if target)
        aliases.append(Alias(pattern=key, targets=kept, folder=folder, path=path, line=line))
    return Reading(aliases=tuple(aliases), references=tuple(references))


def _imported(target: str, path: str, line: int) -> Reference:
    return Reference(
        ecosystem=Ecosystem.NPM, name=target, surface=Surface.IMPORT, path=path, line=line
    )


def _leaves(node: Node) -> Iterator[tuple[str, int]]:
    """Yield every target of a conditional mapping."""
    if node.kind == "scalar" and node.style:
        yield node.text, node.line
    for inner in (*node.items, *(value for _, _, value in node.pairs)):
        yield from _leaves(inner)


def _tools(node: Node, path: str) -> Iterator[Reading]:
    for _, section, tool in js_config.TOOLS:
        part = node.get(section) if section else MISSING
        if part:
            yield js_config.of_tool(tool, part, path)


def _scripts(node: Node, path: str) -> Iterator[Reading]:
    """Read scripts as the commands they are, each at its own line."""
    from aireview.checks.packages.surfaces.shell import (  # noqa: PLC0415 - few manifests need it
        commands,
    )

    for _, line, value in node.get("scripts").pairs:
        if value.kind == "scalar" and value.text:
            found = commands(value.text, path=path, line=line, surface=Surface.COMMAND)
            yield replace(
                found,
                references=tuple(replace(one, line=line) for one in found.references),
                indexes=tuple(replace(one, line=line) for one in found.indexes),
                unread=tuple(Unread(line, one.why) for one in found.unread),
            )
