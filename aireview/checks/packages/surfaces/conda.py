"""conda environments and pixi manifests.

conda's names are another namespace: they declare, and no registry of ours knows them. The list below
`pip` and the table `pypi-dependencies` are names of the Python index.
"""

from __future__ import annotations

from collections.abc import Iterator

from aireview.checks.packages.surfaces.keyed import by_name
from aireview.checks.packages.surfaces.pep508 import Place
from aireview.checks.packages.surfaces.python_index import conda_reference, index
from aireview.checks.packages.surfaces.readings import merged, parsed
from aireview.checks.packages.surfaces.requirements import includes as requirement_includes
from aireview.checks.packages.surfaces.requirements import read_line
from aireview.model.packages import Index, Reading, Reference, Unread
from aireview.syntax.nodes import MISSING, Node, read_yaml
from aireview.syntax.toml_nodes import read_toml

_CONDA_TABLES = ("dependencies", "host-dependencies", "build-dependencies")


def read(path: str, text: str) -> Reading:
    """Read an `environment.yml` or a `pixi.toml`."""
    place = Place(path)
    if path.lower().endswith(".toml"):
        table, unread = parsed(read_toml, text)
        return merged((pixi(table, place), Reading(unread=unread)))
    root, unread = parsed(_first_document, text)
    parts = [_item(item, place) for item in root.get("dependencies").items]
    return merged((*parts, Reading(unread=unread)))


def includes(path: str, text: str) -> tuple[str, ...]:
    """Return the requirement files that the list below `pip` includes."""
    if path.lower().endswith(".toml"):
        return ()
    root, _ = parsed(_first_document, text)
    lines = (line for item in root.get("dependencies").items for line, _ in item.get("pip").texts())
    return requirement_includes(path, "\n".join(lines))


def pixi(table: Node, place: Place) -> Reading:
    """Read pixi's table: `pixi.toml`, or `tool.pixi` in `pyproject.toml`."""
    parts = (table, *_values(table, "feature"), *_values(table, "target"))
    nested = tuple(
        target for part in _values(table, "feature") for target in _values(part, "target")
    )
    return merged(_pixi_part(part, place) for part in (*parts, *nested))


def _first_document(text: str) -> Node:
    return next(iter(read_yaml(text)), MISSING)


def _item(item: Node, place: Place) -> Reading:
    if item.kind == "map":
        return merged(
            read_line(text, place, line) for text, line in item.get("pip").texts() if text
        )
    if item.kind != "scalar":
        return Reading(unread=(Unread(item.line, "this is no dependency"),))
    return _conda(item.text, place, item.line)


def _conda(spec: str, place: Place, line: int) -> Reading:
    reference = conda_reference(spec, place.path, line)
    if reference is None:
        return Reading(ignored=1)
    if reference.name == "python":
        return Reading(language=_language(reference))
    return Reading(references=(reference,))


def _language(reference: Reference) -> str:
    text = reference.specifier.strip()
    if text[:1].isdigit() or (text.startswith("=") and not text.startswith("==")):
        version = text.lstrip("=").partition("=")[0]
        return f"=={version.removesuffix('.*')}.*"
    return text


def _values(table: Node, key: str) -> Iterator[Node]:
    yield from (value for _, _, value in table.get(key).pairs)


def _pixi_part(table: Node, place: Place) -> Reading:
    return merged(
        (
            by_name(table.get("pypi-dependencies"), place),
            *(
                _conda(name, place, line)
                for key in _CONDA_TABLES
                for name, line, _ in table.get(key).pairs
            ),
            Reading(
                indexes=(
                    *_pixi_indexes(table, "index-url", place.path, replaces=True),
                    *_pixi_indexes(table, "extra-index-urls", place.path, replaces=False),
                )
            ),
        )
    )


def _pixi_indexes(table: Node, key: str, path: str, *, replaces: bool) -> Iterator[Index]:
    for text, line in table.get("pypi-options", key).texts():
        yield from index(text, path, line, replaces=replaces)
