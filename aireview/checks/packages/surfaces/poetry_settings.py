"""What Poetry's table in `pyproject.toml` declares (Poetry's "The pyproject.toml file")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from aireview.checks.packages.names import normalise
from aireview.checks.packages.surfaces.addresses import folder_of, is_pypi, within
from aireview.checks.packages.surfaces.keyed import by_name, public
from aireview.checks.packages.surfaces.pep508 import Place
from aireview.checks.packages.surfaces.python_index import index
from aireview.checks.packages.surfaces.readings import Binding, merged
from aireview.model.packages import Ecosystem, Index, Member, Reading, Source
from aireview.syntax.nodes import Node

_BESIDES = ("supplemental", "secondary", "explicit")
_CARET = re.compile(r"\^(\d{1,4})((?:\.\d{1,4})*)")
_TILDE = re.compile(r"~(\d{1,4}\.\d{1,4})")


def settings(table: Node, place: Place) -> Reading:
    """Read the table `tool.poetry`."""
    dependencies = merged(
        (
            by_name(table.get("dependencies"), place),
            by_name(table.get("dev-dependencies"), place),
            by_name(table.get("requires-plugins"), place),
            *(
                by_name(
                    group.get("dependencies"),
                    place,
                    optional=group.get("optional").text == "true",
                )
                for _, _, group in table.get("group").pairs
            ),
        )
    )
    sources = _tables(table.get("source"))
    known = public(dependencies, frozenset(_public_names(sources)))
    layout = Reading(
        indexes=tuple(_indexes(sources, place.path)),
        members=tuple(_members(table, folder_of(place.path))),
        roots=tuple(_roots(table, folder_of(place.path))),
        language=_plain(known.language),
    )
    return merged((layout, known))


def bindings(reading: Reading) -> Mapping[str, Binding]:
    """Return what Poetry's own table binds; it counts for the names in `project` as well."""
    return {
        normalise(each.ecosystem, each.name): Binding(each.source, each.index, each.url)
        for each in reading.references
        if each.index or each.source is not Source.REGISTRY
    }


def _tables(node: Node) -> tuple[Node, ...]:
    return tuple(item for item in node.items if item.kind == "map")


def _public_names(sources: tuple[Node, ...]) -> Iterator[str]:
    yield "pypi"
    for source in sources:
        if is_pypi(source.get("url").text):
            yield source.get("name").text.lower()


def _indexes(sources: tuple[Node, ...], path: str) -> Iterator[Index]:
    """Yield the sources; a primary one turns the public index off, unless that is named too."""
    named = any(
        each.get("name").text.lower() == "pypi" or is_pypi(each.get("url").text) for each in sources
    )
    for each in sources:
        priority = each.get("priority").text.lower()
        besides = priority in _BESIDES or each.get("secondary").text == "true"
        yield from index(
            each.get("url").text,
            path,
            each.get("url").line,
            name=each.get("name").text,
            replaces=not besides and not named,
            explicit=priority == "explicit",
        )


def _members(table: Node, folder: str) -> Iterator[Member]:
    name = table.get("name").text
    if name:
        yield Member(
            ecosystem=Ecosystem.PYPI,
            name=name,
            folder=folder,
            modules=tuple(
                each.get("include").text
                for each in _tables(table.get("packages"))
                if re.fullmatch(r"\w+", each.get("include").text)
            ),
            binaries=tuple(key for key, _, _ in table.get("scripts").pairs),
        )


def _roots(table: Node, folder: str) -> Iterator[str]:
    for each in _tables(table.get("packages")):
        root = within(folder, each.get("from").text or ".")
        if root is not None:
            yield root


def _plain(specifier: str) -> str:
    """Write caret and tilde constraints on the language as PEP 440 does."""
    return ",".join(_plain_part(part.strip()) for part in specifier.split(",") if part.strip())


def _plain_part(part: str) -> str:
    if found := _CARET.fullmatch(part):
        return f">={found.group(1)}{found.group(2)},<{int(found.group(1)) + 1}"
    if found := _TILDE.fullmatch(part):
        return f"=={found.group(1)}.*"
    return part
