"""More arithmetic on line ranges than `diffs.lines` has: sorted, disjoint tuples in and out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from aireview.model.change import LineRange


def subtract(left: Sequence[LineRange], right: Sequence[LineRange]) -> tuple[LineRange, ...]:
    """Return the lines of `left` that are not in `right`; both are normalised."""
    kept: list[LineRange] = []
    j = 0
    for span in left:
        start = span.start
        while j < len(right) and right[j].end < start:
            j += 1
        k = j
        while k < len(right) and right[k].start <= span.end:
            if start < right[k].start:
                kept.append(LineRange(start, right[k].start - 1))
            start = right[k].end + 1
            k += 1
        if start <= span.end:
            kept.append(LineRange(start, span.end))
    return tuple(kept)


def within(ranges: Sequence[LineRange], window: LineRange) -> tuple[LineRange, ...]:
    """Return the lines of merged `ranges` that lie in `window`, without walking all of them."""
    first = bisect_left(ranges, window.start, key=lambda span: span.end)
    last = bisect_right(ranges, window.end, key=lambda span: span.start)
    return tuple(
        LineRange(max(span.start, window.start), min(span.end, window.end))
        for span in ranges[first:last]
    )


def shift(ranges: Iterable[LineRange], by: int) -> tuple[LineRange, ...]:
    """Move every range down by `by` lines (up when negative)."""
    return tuple(LineRange(span.start + by, span.end + by) for span in ranges)


def size(ranges: Iterable[LineRange]) -> int:
    """Count the lines of normalised ranges."""
    return sum(span.end - span.start + 1 for span in ranges)


def written(ranges: Iterable[LineRange]) -> str:
    """Write ranges as `1-8,12`."""
    return ",".join(
        str(span.start) if span.start == span.end else f"{span.start}-{span.end}" for span in ranges
    )
