"""INI text to sections that remember their lines, as `configparser` reads it.

A section or key that stands twice is read twice: what a tool would refuse is still looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from aireview.model.packages import Unread

_SECTION = re.compile(r"\[(?P<name>[^\]]*)\]")
_KEY = re.compile(r"(?P<key>[^\s:=#;\[][^:=]*)[:=](?P<value>.*)")


_MOST_LINES = 20_000


class Line(NamedTuple):
    """One line of a value."""

    text: str
    line: int


class Ini(NamedTuple):
    """The lines of every key of every section, in order, and what could not be read."""

    sections: Mapping[str, Mapping[str, tuple[Line, ...]]]
    unread: tuple[Unread, ...]

    def lines(self, section: str, key: str) -> tuple[Line, ...]:
        """Return the lines of a key that hold something."""
        return self.sections.get(section, {}).get(key, ())

    def first(self, section: str, key: str) -> str:
        """Return the first line of a key, empty where there is none."""
        return next((line.text for line in self.lines(section, key)), "")


def read_ini(text: str) -> Ini:
    """Read an INI file; keys are in lower case with `-` for `_`."""
    sections: dict[str, dict[str, list[Line]]] = {}
    unread: list[Unread] = []
    section: dict[str, list[Line]] | None = None
    value: list[Line] | None = None
    for count, (line, raw) in enumerate(_lines(text)):
        if count == _MOST_LINES:
            unread.append(Unread(line, "the file has too many lines"))
            break
        stripped = raw.strip()
        if raw[0].isspace() and value is not None:
            value.append(Line(stripped, line))
        elif found := _SECTION.match(stripped):
            section, value = sections.setdefault(found["name"].strip(), {}), None
        elif section is not None and (found := _KEY.match(stripped)):
            key = found["key"].strip().lower().replace("_", "-")
            value = section.setdefault(key, [])
            if rest := found["value"].strip():
                value.append(Line(rest, line))
        else:
            unread.append(Unread(line, "this is no section and no setting"))
    plain = {
        name: {key: tuple(lines) for key, lines in keys.items()} for name, keys in sections.items()
    }
    return Ini(plain, tuple(unread))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for line, raw in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        stripped = raw.strip()
        if stripped and not stripped.startswith(("#", ";")):
            yield line, raw
