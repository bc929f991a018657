"""`pylock.toml` and `pylock.<name>.toml` (PEP 751)."""

from __future__ import annotations

from aireview.checks.packages.surfaces.lock_tables import Origin, read_lock, telling
from aireview.model.packages import Reading, Source
from aireview.syntax.nodes import Node


def read(path: str, text: str) -> Reading:
    """Read a `pylock.toml`."""
    return read_lock(path, text, "packages", _origin)[0]


def _origin(item: Node) -> Origin:
    if item.get("directory"):
        return Origin(Source.LOCAL)
    for key in ("vcs", "archive"):
        node = item.get(key)
        if node:
            url = node.get("url").text
            return Origin(Source.DIRECT if url else Source.LOCAL, url=url)
    archives = (item.get("sdist"), *item.get("wheels").items)
    return Origin(
        index=item.get("index").text, url=telling(*(each.get("url").text for each in archives))
    )
