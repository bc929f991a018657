"""What `aireview doctor` prints: one item for each thing that was looked at."""

from __future__ import annotations

import enum
from collections.abc import Sequence

import msgspec

from aireview.model.text import printable


class State(enum.Enum):
    """`fail` stops a check from running in full, `bad` is a mistake in the configuration."""

    OK = "ok"
    NOTE = "note"
    WARN = "warn"
    BAD = "bad"
    FAIL = "fail"


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at, how it is, and what to do about it."""

    name: str
    state: State
    detail: str
    hint: str = ""


def text(items: Sequence[Item]) -> str:
    """Return one line for each item, its hint below it."""
    width = max((len(item.name) for item in items), default=0)
    lines = []
    for item in items:
        name = printable(item.name).ljust(width)
        lines.append(f"{item.state.value.ljust(4)}  {name}  {printable(item.detail)}")
        if item.hint:
            lines.append(f"{' ' * (width + 8)}hint: {printable(item.hint)}")
    return "\n".join(lines) + "\n"


def json(items: Sequence[Item]) -> str:
    """Return the items as JSON (`aireview/doctor/v1`)."""
    shown = [
        {
            "name": printable(item.name),
            "state": item.state.value,
            "detail": printable(item.detail),
            "hint": printable(item.hint),
        }
        for item in items
    ]
    encoded = msgspec.json.encode({"schema": "aireview/doctor/v1", "items": shown})
    return msgspec.json.format(encoded, indent=2).decode() + "\n"
