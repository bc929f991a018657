"""`Pipfile.lock`."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from aireview.checks.packages.surfaces.keyed import by_name
from aireview.checks.packages.surfaces.lock_tables import index_of
from aireview.checks.packages.surfaces.pep508 import Place
from aireview.checks.packages.surfaces.readings import merged, parsed
from aireview.model.packages import Reading, Surface
from aireview.syntax.nodes import read_json


def read(path: str, text: str) -> Reading:
    """Read a `Pipfile.lock`: every table but `_meta` holds packages by name."""
    root, unread = parsed(read_json, text)
    place = Place(path, Surface.LOCK)
    reading = merged(by_name(table, place) for key, _, table in root.pairs if key != "_meta")
    urls = {
        source.get("name").text: index_of(source.get("url").text)
        for source in root.get("_meta", "sources").items
    }
    return merged((_with_urls(reading, urls), Reading(unread=unread)))


def _with_urls(reading: Reading, urls: Mapping[str, str]) -> Reading:
    references = tuple(
        msgspec.structs.replace(each, index=urls.get(each.index, each.index))
        for each in reading.references
    )
    return msgspec.structs.replace(reading, references=references, language="")
