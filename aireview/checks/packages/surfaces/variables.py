"""Variables that a script or Dockerfile sets to a plain word: a name behind one is still a name."""

from __future__ import annotations

import re

_LINE = re.compile(
    r"(?m)^[ \t]*(?:(?:ARG|ENV|export|readonly|local|declare)[ \t]+|(?=[A-Za-z_]\w*=))(.*)$"
)
_SET = re.compile(
    r"(?<![^\s])([A-Za-z_]\w*)=([\"']?)([A-Za-z0-9@][\w@/.=<>~^-]{0,120})\2(?=[\s;]|$)"
)
_PAIR = re.compile(
    r"(?mi)^[ \t]*ENV[ \t]+([A-Za-z_]\w*)[ \t]+([A-Za-z0-9@][\w@/.=<>~^-]{0,120})[ \t]*$"
)
_USED = re.compile(r"\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))")


def filled(text: str) -> str:
    """Return a text with the variables filled in that it sets once, to one plain word.

    Lines stay where they are. One that is set twice, or from another, is left as it is written.
    """
    if "$" not in text:
        return text
    values: dict[str, str] = {}
    twice: set[str] = set()
    found = [
        (name, value) for line in _LINE.finditer(text) for name, _, value in _SET.findall(line[1])
    ]
    for name, value in (*found, *_PAIR.findall(text)):
        if values.setdefault(name, value) != value:
            twice.add(name)
    known = {name: value for name, value in values.items() if name not in twice}

    def value_of(used: re.Match[str]) -> str:
        return known.get(used[1] or used[2], used[0])

    return _USED.sub(value_of, text) if known else text
