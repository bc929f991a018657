"""JSON files of megabytes: the values by the fast parser, the lines of keys by one pass.

For files that tools write (lock files). `nodes.read_json` is for files that people write.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from aireview.syntax.nodes import MAX_DEPTH, NodeError

# An unclosed string reaches to the end of the text, an unclosed comment as well: else every quote in
# it would be tried as a start.
_STRING = r'"[^"\\]*+(?:\\.?[^"\\]*+)*+(?:"|\Z)'
_EXTRA = re.compile(rf"({_STRING})|//[^\n]*+|/\*.*?(?:\*/|\Z)|,(?=\s*+[}}\]])", re.DOTALL)
_TOKEN = re.compile(rf"({_STRING})\s*+(:)?|[{{}}\[\]]", re.DOTALL)


def load(text: str) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value of a JSON text; equal keys: the last counts. Raises NodeError with the line."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise NodeError("this is not JSON", error.lineno) from error
    except (RecursionError, ValueError) as error:
        raise NodeError("too deep or too long a number", 1) from error


def plain(text: str) -> str:
    """Return JSON with comments and trailing commas (JSONC) without these, line for line."""
    return _EXTRA.sub(lambda found: found.group(1) or "\n" * found.group().count("\n"), text)


def key_lines(text: str, depth: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the path of each key down to a depth, in order, with its line; lists have no part in it."""
    path: list[str] = []
    open_ = 0
    line, at = 1, 0
    for found in _TOKEN.finditer(text):
        token = found.group()
        if token in "{[":
            open_ += 1
        elif token in "}]":
            open_ -= 1
            del path[max(open_ - 1, 0) :]
        elif found.group(2) and 0 < open_ <= min(depth, MAX_DEPTH):
            line += text.count("\n", at, found.start())
            at = found.start()
            del path[open_ - 1 :]
            key = found.group(1)
            path.append(json.loads(key, strict=False) if "\\" in key else key[1:-1])
            yield tuple(path), line
