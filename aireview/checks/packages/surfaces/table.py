"""Which files are read for package names, and by which reader.

A reader is a module of this folder with a function `read(path, text) -> Reading`. It is imported when
a file needs it. A new surface is one file, one line here, one pair of tests and one line in
docs/packages.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from aireview.model.packages import Reading

Read = Callable[[str, str], Reading]


class Entry(NamedTuple):
    """A reader by the name of its module, and the paths it reads.

    `paths` is matched against the whole path in lower case. `declares`: the file says what a
    project consists of, so that it is read for every file of the project and not only when it
    changes. `hint` is a pattern without which the text cannot hold a name: a cheap first look.
    """

    reader: str
    paths: re.Pattern[str]
    declares: bool = False
    hint: re.Pattern[str] | None = None


def _named(*patterns: str) -> re.Pattern[str]:
    """Match a file by its name, in any folder; a pattern with `/` reaches into folders above."""
    return re.compile(rf"(?:.*/)?(?:{'|'.join(patterns)})")


TABLE: tuple[Entry, ...] = ()


def readers_of(path: str) -> tuple[Entry, ...]:
    """Return the entries whose reader reads the path."""
    low = path.lower()
    return tuple(entry for entry in TABLE if entry.paths.fullmatch(low))


def load(entry: Entry) -> Read:
    """Return the function that reads the files of an entry."""
    from importlib import import_module  # noqa: PLC0415 - only where there is something to read

    module = import_module(f"aireview.checks.packages.surfaces.{entry.reader}")
    read: Read = module.read
    return read
