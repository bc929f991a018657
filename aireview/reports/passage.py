"""Foreign text for people: what may keep its line breaks, and what must read as one sentence."""

from __future__ import annotations

from aireview.model.text import printable


def passage(text: str) -> str:
    r"""Return `text` printable; line breaks and tabs inside it stay, CR before LF does not.

    For what a person pastes (a fix, a piece of source); everything else is one line by `printable`.
    """
    lines = text.strip("\r\n").replace("\r\n", "\n").split("\n")
    return "\n".join("\t".join(printable(part) for part in line.split("\t")) for line in lines)


def sentence(text: str) -> str:
    """Return `text` printable, on one line, with a full stop where it ends without a mark."""
    shown = printable(text.strip())
    return shown if shown.endswith((".", "!", "?", "…")) else f"{shown}."


def clip(text: str, limit: int) -> str:
    """Return at most `limit` characters of `text`, the last an ellipsis where it was cut.

    Before anything that looks at every character: a line of source may have a million.
    """
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def count(number: int, noun: str) -> str:
    """Return a number with its noun: `1 file`, `3 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
