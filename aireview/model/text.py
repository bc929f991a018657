"""Rendering of hostile text: what a path or a quote looks like where people read it."""

from __future__ import annotations

import unicodedata

_VISIBLE_CONTROLS = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def printable(text: str) -> str:
    r"""Return `text` with everything that a terminal or reader could not see written as an escape.

    Bytes that were no UTF-8 (surrogate escapes) become `\xNN`; control, format, private and
    unassigned characters become `\u{NNNN}`; the result encodes to UTF-8 and stands on one line.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(c) for c in text)


def _visible(char: str) -> str:
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    if unicodedata.category(char) in _HIDDEN:
        return _VISIBLE_CONTROLS.get(char) or f"\\u{{{code:04X}}}"
    return char


def quote(text: str, limit: int = 200) -> str:
    """Return `text` printable and cut to `limit` characters, with an ellipsis when cut."""
    shown = printable(text)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"
