"""Reading what other tools wrote: JSON of unknown shape, tool names, line numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from aireview.diffs.lines import merge
from aireview.model.change import LineRange
from aireview.model.text import quote

UNKNOWN_TOOL = "unknown-agent"

# Names under which tools appear in notes and traces, where they differ from our ids.
_ALIASES = {
    "amazonq": "amazon-q",
    "amp-code": "amp",
    "claude": "claude-code",
    "codex-cli": "codex",
    "continue-cli": "continue",
    "continue-dev": "continue",
    "copilot-cli": "copilot",
    "cursor-agent": "cursor",
    "cursor-cli": "cursor",
    "droid": "factory-droid",
    "factoryai-droid": "factory-droid",
    "gemini-cli": "gemini",
    "github-copilot": "copilot",
    "github-copilot-cli": "copilot",
    "kilo-code": "kilo",
    "kimi-cli": "kimi",
    "mistral-vibe": "vibe",
    "openai-codex": "codex",
    "q-cli": "amazon-q",
    "qwen-code": "qwen",
    "roo-cline": "roo",
    "roo-code": "roo",
    "unknown": UNKNOWN_TOOL,
    "warp": "warp-oz",
}
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")
_LAST_LINE = 2**31 - 1
_MODEL_LIMIT = 250


def tool_id(name: object) -> str:
    """Turn a tool's name in a record into a tool id; `unknown-agent` where it has no usable form."""
    if not isinstance(name, str) or len(name) > 80:
        return UNKNOWN_TOOL
    plain = "-".join(name.strip().lower().replace("_", " ").split())
    if not _ID.fullmatch(plain):
        return UNKNOWN_TOOL
    return _ALIASES.get(plain, plain)


def model_name(value: object) -> str | None:
    """Return a model's name, printable, or None where the record gives none."""
    text = text_of(value).strip()
    return quote(text, _MODEL_LIMIT) if text and text.lower() != "unknown" else None


def json_value(data: bytes) -> object:
    """Decode JSON; None for anything that is not JSON, however hostile."""
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError, ValueError):
        return None


def mapping(value: object) -> Mapping[str, object]:
    """Return a JSON object as it is, and anything else as an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> tuple[object, ...]:
    """Return the elements of a JSON array, and none for anything else."""
    return tuple(value) if isinstance(value, list) else ()


def text_of(value: object) -> str:
    """Return a JSON string as it is, and anything else as the empty string."""
    return value if isinstance(value, str) else ""


def line_number(value: object) -> int | None:
    """Return a line number in 1..2^31-1, else None (a JSON `true` is no line number)."""
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _LAST_LINE:
        return value
    return None


def line_range(start: object, end: object) -> LineRange | None:
    """Return a range of lines, None unless both ends are line numbers in order."""
    first, last = line_number(start), line_number(end)
    return LineRange(first, last) if first and last and first <= last else None


def written_ranges(text: str) -> tuple[tuple[LineRange, ...], int]:
    """Read `1-8,12` in any order; returns normalised ranges and how many parts made no sense."""
    found: list[LineRange] = []
    broken = 0
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        start = _digits(first)
        span = line_range(start, _digits(last) if dash else start)
        if span is None:
            broken += 1
        else:
            found.append(span)
    return merge(found), broken


def _digits(text: str) -> int | None:
    # The length is capped first: int() of a long string is quadratic and may refuse.
    if 0 < len(text) <= 10 and text.isascii() and text.isdigit():
        return int(text)
    return None
