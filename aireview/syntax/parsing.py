"""Source text to syntax trees: one table of grammars, one way to walk.

Trees are walked with a cursor, never by recursion and never with queries: on a node with very many
unnamed children (an opened bracket, 200,000 times) a query takes quadratic time. A walk enters only
the nodes in which a word of interest stands, so that it costs little beside the parsing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Language, Node, Tree

# A language is a line here: the wheel of its grammar and the function that gives it.
_GRAMMARS = {
    "python": ("tree_sitter_python", "language"),
    "javascript": ("tree_sitter_javascript", "language"),
    "typescript": ("tree_sitter_typescript", "language_typescript"),
    "tsx": ("tree_sitter_typescript", "language_tsx"),
    "go": ("tree_sitter_go", "language"),
    "rust": ("tree_sitter_rust", "language"),
}

_INDENT = 200
_LARGEST_SCAN = 100_000_000
_BEGINS = re.compile(rb"\s*(?:(?:from|export)\b.*)?", re.DOTALL)


def encode(text: str) -> bytes:
    """Return text as bytes to parse; total, also for lone surrogates."""
    return text.encode("utf-8", "surrogatepass")


def parse(language: str, source: bytes) -> Tree:
    """Parse source text. There is always a tree; what is not the language is an ERROR in it.

    Time grows with the size, so that the caller refuses what is too large.
    """
    from tree_sitter import Parser  # noqa: PLC0415 - 10 ms, only where there is something to parse

    return Parser(_grammar(language)).parse(_bounded(source) if language != "python" else source)


def _bounded(source: bytes) -> bytes:
    """Return the source without comments that are opened very often and never closed.

    For each of them the parser looks for the end up to the end of the file, in quadratic time.
    """
    closed = source.rfind(b"*/") + 1
    if source.count(b"/*", closed) * (len(source) - closed) < _LARGEST_SCAN:
        return source
    return source[:closed] + source[closed:].replace(b"/*", b"  ")


@cache
def _grammar(language: str) -> Language:
    from importlib import import_module  # noqa: PLC0415 - as in `parse`

    from tree_sitter import Language  # noqa: PLC0415 - as in `parse`

    module, function = _GRAMMARS[language]
    grammar: object = getattr(import_module(module), function)()
    return Language(grammar)


def text_of(node: Node, limit: int = 4_000) -> str:
    """Return the text of a node; of one that is longer than `limit` bytes, nothing."""
    if node.end_byte - node.start_byte > limit:
        return ""
    return (node.text or b"").decode("utf-8", "surrogatepass")


def line_of(node: Node) -> int:
    """Return the line on which a node starts, from 1."""
    return node.start_point[0] + 1


def walk(tree: Tree, source: bytes, words: re.Pattern[bytes]) -> Iterator[tuple[Node, str]]:
    """Yield the nodes in which one of the words starts, with the kind of their parent, in order."""
    places = (found.start() for found in words.finditer(source))
    end = len(source) + 1
    place = next(places, end)
    above = [""]
    cursor = tree.walk()
    entered = True
    while above:
        if entered:
            node = cursor.node
            assert node is not None  # noqa: S101 - a cursor of a whole tree always stands on a node
            while place < node.start_byte:
                place = next(places, end)
            if place < node.end_byte:
                yield node, above[-1]
                if cursor.goto_first_child():
                    above.append(node.type)
                    continue
        entered = cursor.goto_next_sibling()
        if not entered:
            cursor.goto_parent()
            above.pop()


def hidden_line(
    tree: Tree, source: bytes, words: re.Pattern[bytes], read: Iterable[tuple[int, int]]
) -> int:
    """Return the first line where broken syntax may hide an import, 0 where nothing is hidden.

    Grammars lag behind their languages, and most of what they cannot parse holds no import. An
    import may be hidden where one of the `words` stands outside of the spans that were `read`,
    either in an ERROR or, after it, at the start of a line: a quote that is not closed turns the
    code that follows into text.
    """
    if not tree.root_node.has_error:
        return 0
    errors = list(_errors(tree))
    known, broken = within(read), within(errors)
    for found in words.finditer(source, min((start for start, _ in errors), default=0)):
        place = found.start()
        if known(place):
            continue
        line_start = source.rfind(b"\n", 0, place) + 1
        before = source[line_start:place] if place - line_start < _INDENT else b"-"
        if broken(place) or _BEGINS.fullmatch(before):
            return source.count(b"\n", 0, place) + 1
    return 0


def _errors(tree: Tree) -> Iterator[tuple[int, int]]:
    cursor = tree.walk()
    depth = 0
    while depth >= 0:
        node = cursor.node
        assert node is not None  # noqa: S101 - as in `walk`
        if node.is_error or node.is_missing:
            yield node.byte_range
        elif node.has_error and cursor.goto_first_child():
            depth += 1
            continue
        while depth >= 0 and not cursor.goto_next_sibling():
            cursor.goto_parent()
            depth -= 1


def within(spans: Iterable[tuple[int, int]]) -> Callable[[int], bool]:
    """Return a function that tells whether a place lies in one of the spans of bytes."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start <= ends[-1]:
            ends[-1] = max(end, ends[-1])
        else:
            starts.append(start)
            ends.append(end)

    def inside(place: int) -> bool:
        at = bisect_right(starts, place) - 1
        return at >= 0 and place < ends[at]

    return inside
