"""Scripts as flat tokens with lines: enough to read literal calls, without a grammar of the language.

Used for build scripts that are programs (Gradle, Bundler). Nothing is evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aireview.syntax.nodes import MAX_NODES, NodeError


class Token(NamedTuple):
    """A piece of a script. `kind` is `string`, `symbol`, `word`, `mark` or `line` (a line's end).

    `text` of a string is without its quotes, of a symbol without its colon. `quote` is the quote of
    a string.
    """

    kind: str
    text: str
    line: int
    quote: str = ""


def scan(text: str, pattern: re.Pattern[str]) -> Iterator[Token]:
    """Yield the tokens of a text.

    The groups of `pattern` are the kinds; a match outside of any group is a comment. A character
    that nothing matches is a mark. Raises NodeError for a script with too many of them.
    """
    at, line, count = 0, 1, 0
    while at < len(text):
        count += 1
        if count > MAX_NODES:
            raise NodeError("too many words", line)
        found = pattern.match(text, at)
        kind = (found.lastgroup or "") if found else "mark"
        written = found.group() if found else text[at]
        at += len(written)
        if kind == "string":
            size = 3 if written[:3] in ('"""', "'''") and len(written) >= 6 else 1
            yield Token(kind, written[size:-size], line, written[0])
        elif kind == "symbol":
            yield Token(kind, written[1:], line)
        elif kind:
            yield Token(kind, written, line)
        line += written.count("\n")


def text_at(tokens: Sequence[Token], at: int) -> str:
    """Return the text of a mark or word at a position, empty for a string or outside."""
    if 0 <= at < len(tokens) and tokens[at].kind in ("mark", "word"):
        return tokens[at].text
    return ""
