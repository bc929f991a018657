"""`uv.toml`, and the same table in `pyproject.toml` and in scripts: indexes, sources, cool-down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from aireview.checks.packages.names import normalise
from aireview.checks.packages.surfaces.addresses import is_pypi
from aireview.checks.packages.surfaces.keyed import binding
from aireview.checks.packages.surfaces.pep508 import Place, requirement
from aireview.checks.packages.surfaces.python_index import index
from aireview.checks.packages.surfaces.readings import Binding, bound, merged, parsed
from aireview.model.packages import Ecosystem, Index, Reading, Unread
from aireview.syntax.nodes import Node
from aireview.syntax.toml_nodes import read_toml

_LISTS = (
    "dev-dependencies",
    "constraint-dependencies",
    "override-dependencies",
    "build-constraint-dependencies",
)
_SPAN = re.compile(
    r"P?(?P<count>\d{1,5})\s*(?P<unit>d|w|m|y|days?|weeks?|months?|years?)(?:\s+ago)?",
    re.IGNORECASE,
)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


def read(path: str, text: str) -> Reading:
    """Read a `uv.toml`."""
    table, unread = parsed(read_toml, text)
    return merged((settings(table, Place(path)), Reading(unread=unread)))


def settings(table: Node, place: Place) -> Reading:
    """Read uv's settings from its table, wherever it stands."""
    dependencies = merged(requirements(table.get(key), place) for key in _LISTS)
    own = Reading(
        indexes=tuple(_indexes(table, place.path)),
        cool_down_days=days(table.get("exclude-newer").text),
    )
    builds = merged(
        requirements(value, place) for _, _, value in table.get("extra-build-dependencies").pairs
    )
    return bound(merged((dependencies, builds, own)), bindings(table))


def requirements(node: Node, place: Place, *, optional: bool = False) -> Reading:
    """Read a list of PEP 508 requirements; tables in it (`include-group`) are no names."""
    if node.kind not in ("list", "missing"):
        return Reading(unread=(Unread(node.line, "this is no list of requirements"),))
    found = [
        (requirement(text, place, line, optional=optional), text, line)
        for text, line in node.texts()
    ]
    return Reading(
        references=tuple(reference for reference, _, _ in found if reference),
        unread=tuple(
            Unread(line, f"`{text[:60]!a}` is not a requirement")
            for reference, text, line in found
            if reference is None
        ),
    )


def bindings(table: Node) -> Mapping[str, Binding]:
    """Return what `sources` binds, by normalised name."""
    public = {
        each.get("name").text for each in _tables(table, "index") if is_pypi(each.get("url").text)
    }
    found = {
        normalise(Ecosystem.PYPI, name): binding(value)
        for name, _, value in table.get("sources").pairs
    }
    return {name: each for name, each in found.items() if each.index not in public}


def days(text: str) -> int | None:
    """Return a span of time in days (`3 weeks`, `P3W`); None for a date, which is no least age.

    >>> days("P3W")
    21
    """
    found = _SPAN.fullmatch(text.strip())
    return int(found["count"]) * _DAYS[found["unit"][0].lower()] if found else None


def _tables(table: Node, key: str) -> tuple[Node, ...]:
    return tuple(item for item in table.get(key).items if item.kind == "map")


def _indexes(table: Node, path: str) -> Iterator[Index]:
    pinned = {name: each.index for name, each in bindings(table).items() if each.index}
    for each in _tables(table, "index"):
        name = each.get("name").text
        explicit = each.get("explicit").text == "true"
        for found in index(
            each.get("url").text,
            path,
            each.get("url").line,
            name=name,
            replaces=each.get("default").text == "true",
            explicit=explicit,
        ):
            names = tuple(key for key, used in pinned.items() if used == name)
            yield msgspec.structs.replace(found, names=names) if explicit else found
    for part in (table, table.get("pip")):
        alone = part.get("no-index").text == "true"
        for key, replaces in (
            ("index-url", True),
            ("extra-index-url", False),
            ("find-links", alone),
        ):
            for text, line in part.get(key).texts():
                yield from index(text, path, line, replaces=replaces)
