"""Lines of a file: what a line is here, and ranges of them.

A line ends at LF and nowhere else, as git, Semgrep and every forge count. CR, form feed, U+0085 and
U+2028 are content.
"""

from __future__ import annotations

from collections.abc import Iterable

from aireview.model.change import LineRange


def decode(content: bytes) -> str:
    """Return `content` as text; bytes that are no UTF-8 become surrogate escapes."""
    return content.decode("utf-8", "surrogateescape")


def encode(text: str) -> bytes:
    """Return the bytes that `decode` was given."""
    return text.encode("utf-8", "surrogateescape")


def split_lines(text: str) -> list[str]:
    r"""Return the lines of `text` without their `\n`; a `\n` at the end opens no further line."""
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return lines


def lines_text(text: str, start: int, end: int) -> str:
    r"""Return lines `start` to `end` (1-based, inclusive) joined by `\n`, cut at the end of `text`."""
    return "\n".join(split_lines(text)[max(start, 1) - 1 : end])


def count_lines(content: bytes) -> int:
    """Return the number of lines of a file; a last line without LF counts."""
    return content.count(b"\n") + (bool(content) and not content.endswith(b"\n"))


def whole(content: bytes) -> tuple[LineRange, ...]:
    """Return the one range over all lines of a file, nothing for an empty file."""
    last = count_lines(content)
    return (LineRange(1, last),) if last else ()


def ranges(numbers: Iterable[int]) -> tuple[LineRange, ...]:
    """Return ascending line numbers as ranges."""
    return merge(LineRange(number, number) for number in numbers)


def merge(spans: Iterable[LineRange]) -> tuple[LineRange, ...]:
    """Return the same lines as sorted ranges that neither touch nor overlap."""
    merged: list[LineRange] = []
    start = end = 0
    for span in sorted(spans):
        if start and span.start <= end + 1:
            end = max(end, span.end)
            continue
        if start:
            merged.append(LineRange(start, end))
        start, end = span.start, span.end
    if start:
        merged.append(LineRange(start, end))
    return tuple(merged)


def common(one: Iterable[LineRange], other: Iterable[LineRange]) -> tuple[LineRange, ...]:
    """Return the lines that both have, as ranges. Both arguments are sorted and merged."""
    left, right = list(one), list(other)
    shared: list[LineRange] = []
    i = j = 0
    while i < len(left) and j < len(right):
        start, end = max(left[i].start, right[j].start), min(left[i].end, right[j].end)
        if start <= end:
            shared.append(LineRange(start, end))
        if left[i].end < right[j].end:
            i += 1
        else:
            j += 1
    return tuple(shared)
