"""`pdm.lock`."""

from __future__ import annotations

from aireview.checks.packages.surfaces.lock_tables import Origin, read_lock
from aireview.model.packages import Reading, Source
from aireview.syntax.nodes import Node


def read(path: str, text: str) -> Reading:
    """Read a `pdm.lock`."""
    return read_lock(path, text, "package", _origin)[0]


def _origin(item: Node) -> Origin:
    if item.get("path").text:
        return Origin(Source.LOCAL)
    for key in ("git", "hg", "url"):
        if url := item.get(key).text:
            return Origin(Source.DIRECT, url=url)
    return Origin()
