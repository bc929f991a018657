"""`poetry.lock`."""

from __future__ import annotations

from aireview.checks.packages.surfaces.lock_tables import Origin, read_lock
from aireview.model.packages import Reading, Source
from aireview.syntax.nodes import Node

_SOURCES = {
    "git": Source.DIRECT,
    "hg": Source.DIRECT,
    "url": Source.DIRECT,
    "file": Source.LOCAL,
    "directory": Source.LOCAL,
}


def read(path: str, text: str) -> Reading:
    """Read a `poetry.lock`."""
    return read_lock(path, text, "package", _origin)[0]


def _origin(item: Node) -> Origin:
    source = item.get("source")
    kind, url = source.get("type").text, source.get("url").text
    if kind in _SOURCES:
        where = _SOURCES[kind]
        return Origin(where, url=url if where is Source.DIRECT else "")
    return Origin(index=url)
