"""Dependencies written as a table by name: Poetry, Pipenv, pixi, uv's sources.

`name = "^1.2"`, `name = { version = "*", source = "x" }`, or a list of such tables, one per platform.
"""

from __future__ import annotations

import re

import msgspec

from aireview.checks.packages.surfaces.addresses import is_pypi, strip_credentials
from aireview.checks.packages.surfaces.pep508 import Place, source_of
from aireview.checks.packages.surfaces.readings import Binding
from aireview.model.packages import Ecosystem, Reading, Reference, Source, Unread
from aireview.syntax.nodes import Node

_VERSION = re.compile(r"\d[\w.+!-]*")
_LOCAL = ("path", "file", "directory")
_REMOTE = ("git", "hg", "svn", "bzr", "url")


def by_name(table: Node, place: Place, *, optional: bool = False) -> Reading:
    """Read a table whose keys are names of distributions; `python` is the language itself."""
    if table.kind not in ("map", "missing"):
        return Reading(unread=(Unread(table.line, "the dependencies are no table"),))
    names = tuple(pair for pair in table.pairs if pair[0] != "python")
    return Reading(
        references=tuple(
            _reference(name, line, value, place, optional=optional)
            for name, line, node in names
            for value in _variants(node)
        ),
        language=next((_specifier(node) for key, _, node in table.pairs if key == "python"), ""),
    )


def binding(value: Node) -> Binding:
    """Return where the table of one dependency says that it comes from."""
    for node in _variants(value):
        for key in _LOCAL:
            if place := node.get(key).text:
                where = source_of(place) if key == "file" else Source.LOCAL
                return Binding(where if where is Source.DIRECT else Source.LOCAL)
        for key in _REMOTE:
            if place := node.get(key).text:
                return Binding(Source.DIRECT, url=strip_credentials(place))
        if node.get("workspace").text == "true":
            return Binding(Source.LOCAL)
        if index := node.get("index").text or node.get("source").text:
            return Binding(index="" if is_pypi(index) else strip_credentials(index))
    return Binding()


def _variants(node: Node) -> tuple[Node, ...]:
    return node.items if node.kind == "list" else (node,)


def _reference(name: str, line: int, value: Node, place: Place, *, optional: bool) -> Reference:
    found = binding(value)
    return Reference(
        ecosystem=Ecosystem.PYPI,
        name=name,
        surface=place.surface,
        path=place.path,
        line=line,
        specifier=_specifier(value),
        extras=tuple(text for text, _ in value.get("extras").texts() if text),
        source=found.source,
        index=found.index,
        url=found.url,
        optional=optional or value.get("optional").text == "true",
    )


def _specifier(value: Node) -> str:
    text = value.text if value.kind == "scalar" else value.get("version").text
    text = text.strip()
    if text == "*":
        return ""
    return f"=={text}" if _VERSION.fullmatch(text) else text


def public(reading: Reading, names: frozenset[str]) -> Reading:
    """Drop the index of references that are pinned to a name of the public index."""
    references = tuple(
        msgspec.structs.replace(each, index="") if each.index.lower() in names else each
        for each in reading.references
    )
    return msgspec.structs.replace(reading, references=references)
