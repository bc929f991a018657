"""deno.json, jsr.json and import maps: which names code may import, and what they stand for.

Sources: Deno's configuration reference, the import maps of the HTML standard. `npm:` names a package
of npm; `jsr:` and URLs are other namespaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from aireview.checks.packages.surfaces.addresses import folder_of, strip_credentials
from aireview.checks.packages.surfaces.npm_specs import joined, misshapen
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
from aireview.syntax.nodes import Node, NodeError, read_json

_NPM = re.compile(r"npm:/?((?:@[^/@\s]+/)?[^/@\s]+)(?:@([^/\s]*))?(/.*)?", re.DOTALL)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")


def read(path: str, text: str) -> Reading:
    """Read a deno.json(c), a jsr.json or an import map."""
    try:
        node = read_json(text)
    except NodeError as error:
        return Reading(unread=(Unread(error.line, str(error)),))
    maps = (node.get("imports"), *(value for _, _, value in node.get("scopes").pairs))
    name = node.get("name").text
    own = Reading(
        members=(Member(ecosystem=Ecosystem.NPM, name=name, folder=folder_of(path)),)
        if name
        else (),
        references=tuple(reference for one in maps for reference in _references(one, path)),
        aliases=tuple(alias for one in maps for alias in _aliases(one, path)),
        unread=misshapen(node, ("imports", "scopes", "tasks")),
    )
    return merged((own, *_tasks(node, path)))


def _references(node: Node, path: str) -> Iterator[Reference]:
    for key, line, value in node.pairs:
        found = _NPM.fullmatch(value.text)
        if found:
            name = found.group(1)
            yield Reference(
                ecosystem=Ecosystem.NPM,
                name=name,
                surface=Surface.MANIFEST,
                path=path,
                line=line,
                specifier=found.group(2) or "",
                alias=key.rstrip("/") if key.rstrip("/") != name else "",
            )


def _aliases(node: Node, path: str) -> Iterator[Alias]:
    folder = folder_of(path)
    for key, line, value in node.pairs:
        target = _target(value.text, folder)
        targets: tuple[str, ...] = (target,) if target else ()
        pattern = f"{key}*" if key.endswith("/") else key
        if pattern != key:
            targets = tuple(f"{one.rstrip('/')}/*" for one in targets)
        yield Alias(pattern=pattern, targets=targets, folder=folder, path=path, line=line)
        if pattern == key and value.text.startswith(("npm:", "jsr:")):
            below = tuple(f"{one}/*" for one in targets)
            yield Alias(pattern=f"{key}/*", targets=below, folder=folder, path=path, line=line)


def _target(written: str, folder: str) -> str | None:
    found = _NPM.fullmatch(written)
    if found:
        version = f"@{found.group(2)}" if found.group(2) else ""
        return f"npm:{found.group(1)}{version}{found.group(3) or ''}"
    return strip_credentials(written) if _SCHEME.match(written) else joined(folder, written)


def _tasks(node: Node, path: str) -> Iterator[Reading]:
    from aireview.checks.packages.surfaces.shell import commands  # noqa: PLC0415 - seldom needed

    for _, line, value in node.get("tasks").pairs:
        command = value.get("command") if value.kind == "map" else value
        if command.kind == "scalar" and command.text:
            found = commands(command.text, path=path, line=line, surface=Surface.COMMAND)
            at = tuple(replace(one, line=line) for one in found.references)
            yield replace(
                found, references=at, unread=tuple(Unread(line, u.why) for u in found.unread)
            )
