"""`uv.lock`, and the lock file of a script (`x.py.lock`)."""

from __future__ import annotations

import msgspec

from aireview.checks.packages.surfaces.addresses import folder_of, within
from aireview.checks.packages.surfaces.lock_tables import Origin, read_lock
from aireview.checks.packages.surfaces.uv_config import days
from aireview.model.packages import Ecosystem, Member, Reading, Source
from aireview.syntax.nodes import Node

_OWN = ("editable", "virtual", "directory")


def read(path: str, text: str) -> Reading:
    """Read a `uv.lock`."""
    reading, root = read_lock(path, text, "package", _origin)
    members = tuple(
        Member(ecosystem=Ecosystem.PYPI, name=item.get("name").text, folder=folder)
        for item in root.get("package").items
        if item.get("name").text
        for key in _OWN
        if (written := item.get("source", key).text)
        and (folder := within(folder_of(path), written)) is not None
    )
    span = root.get("options", "exclude-newer-span").text
    return msgspec.structs.replace(reading, members=members, cool_down_days=days(span))


def _origin(item: Node) -> Origin:
    source = item.get("source")
    for key, _, value in source.pairs:
        if key in (*_OWN, "path"):
            return Origin(Source.LOCAL)
        if key in ("git", "url"):
            return Origin(Source.DIRECT, url=value.text)
    return Origin(index=source.get("registry").text, url=item.get("sdist", "url").text)
