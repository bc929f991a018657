"""What CI servers take for a command in a job's log: a port of the GitHub runner's parser.

From actions/runner, `ActionCommand.TryParseV2` and `TryParse`: the first looks for `::name props::`
at the start of a line after white space, the second for `##[name props]` anywhere in a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hypothesis import strategies as st

COMMANDS = frozenset(
    [
        "add-mask",
        "add-matcher",
        "add-path",
        "debug",
        "echo",
        "endgroup",
        "error",
        "group",
        "internal-set-repo-path",
        "notice",
        "remove-matcher",
        "save-state",
        "set-env",
        "set-output",
        "stop-commands",
        "warning",
    ]
)
# Fragments that mean something to a runner, mixed with anything at all.
RUNNER_TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            ["::", "##[", "]", "error", "add-mask", "stop-commands", "::error::x", "##[error]x",
             "%0A", "%25", "\n", "\r", ",", ":", "=", " ", "%", "\u2028", "\x85", "\xa0", "\udce9",
             "é", "##", "[", "\t"]
        ),
        st.text(max_size=3),
    ),
    max_size=12,
).map("".join)  # fmt: skip


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> Iterator[Command]:
    """Yield what the runner would execute of a printed text; it reads LF, CR and CR LF as line ends."""
    for line in re.split(r"\r\n|\r|\n", log):
        command = _second(line) or _first(line)
        if command is not None:
            yield command


def _second(line: str) -> Command | None:
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, properties = line[2:end].partition(" ")
    if name.lower() not in COMMANDS:
        return None
    pairs = [item.split("=", 1) for item in properties.strip().split(",") if item]
    return Command(
        name.lower(),
        {pair[0]: _unescape(pair[1], "%3A:", "%2C,") for pair in pairs if len(pair) == 2},
        _unescape(line[end + 2 :]),
    )


def _first(line: str) -> Command | None:
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name, _, properties = line[start + 3 : end].partition(" ")
    if name.lower() not in COMMANDS:
        return None
    pairs = [item.split("=", 1) for item in properties.split(";") if item]
    return Command(name.lower(), {p[0]: p[1] for p in pairs if len(p) == 2}, line[end + 1 :])


def _unescape(text: str, *more: str) -> str:
    for mapping in ("%0D\r", "%0A\n", *more, "%25%"):
        text = text.replace(mapping[:3], mapping[3:])
    return text
