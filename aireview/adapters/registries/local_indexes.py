"""Indexes that are folders of this machine: their names can be read, so nothing about them is open."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

import msgspec

from aireview.checks.packages.names import normalise
from aireview.model.packages import Index

_FILE = "file://"
_MOST = 100_000
_DISTRIBUTION = re.compile(r"(.+?)-\d[^-]*(?:-.*)?\.(?:whl|tar\.gz|zip|tgz)$", re.IGNORECASE)


def with_names(indexes: Iterable[Index]) -> tuple[Index, ...]:
    """Return the indexes, those that are folders bound to the names that these hold.

    A folder that cannot be read stays an index that may hold any name.
    """
    return tuple(_named(index) for index in indexes)


def _named(index: Index) -> Index:
    if not index.url.startswith((_FILE, "/")) or index.names:
        return index
    try:
        is_url = index.url.startswith(_FILE)
        folder = unquote(urlsplit(index.url).path) if is_url else index.url
        names = sorted(set(_names(index, folder)))
    except FileNotFoundError:
        names = []
    except (OSError, ValueError):
        return index
    # An index without a name binds none: the impossible name stands for that.
    return msgspec.structs.replace(index, names=tuple(names) or ("",), explicit=True)


def _names(index: Index, folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for number, entry in enumerate(entries):
            if number == _MOST:
                raise ValueError(folder)
            found = _DISTRIBUTION.fullmatch(entry.name)
            if found:
                yield normalise(index.ecosystem, found.group(1))
            elif entry.is_dir():
                yield normalise(index.ecosystem, entry.name)
