"""Which lines of either version the hunks of a patch add and remove."""

from __future__ import annotations

from collections.abc import Sequence

from aireview.diffs.lines import merge
from aireview.diffs.sections import Hunk
from aireview.errors import IncompleteError
from aireview.model.change import LineRange

Ranges = tuple[LineRange, ...]


def changed_lines(hunks: Sequence[Hunk]) -> tuple[Ranges, Ranges]:
    """Return the added lines of the new version and the removed lines of the old one.

    A hunk with lines on one side only (a new file, an emptied file) says so in its header; the
    text of all others goes through `unidiff`. Raises IncompleteError where the two disagree.
    """
    added: list[LineRange] = []
    removed: list[LineRange] = []
    mixed: list[Hunk] = []
    for hunk in hunks:
        if hunk.old_count and hunk.new_count:
            mixed.append(hunk)
        elif hunk.new_count:
            added.append(_span(hunk.new_start, hunk.new_count))
        elif hunk.old_count:
            removed.append(_span(hunk.old_start, hunk.old_count))
    if mixed:
        _parse(mixed, added, removed)
    return merge(added), merge(removed)


def _span(start: int, count: int) -> LineRange:
    return LineRange(start, start + count - 1)


def _parse(hunks: Sequence[Hunk], added: list[LineRange], removed: list[LineRange]) -> None:
    # Only when a file was edited: new files, the most common change by an agent, need no parser.
    from unidiff import PatchSet, UnidiffParseError  # noqa: PLC0415 - 11 ms on the hook's path

    try:
        files = PatchSet.from_string(_text(hunks), encoding="utf-8", errors="surrogateescape")
    except UnidiffParseError as error:
        raise IncompleteError(f"the patch parser gave up: {error}") from error
    if len(files) != 1 or len(files[0]) != len(hunks):
        raise IncompleteError("the patch parser did not see every hunk of a file")
    for hunk, parsed in zip(hunks, files[0], strict=True):
        plus = [line.target_line_no for line in parsed if line.is_added]
        minus = [line.source_line_no for line in parsed if line.is_removed]
        if len(plus) - len(minus) != hunk.new_count - hunk.old_count:
            raise IncompleteError("the patch parser miscounted the lines of a hunk")
        added.extend(LineRange(number, number) for number in plus if number is not None)
        removed.extend(LineRange(number, number) for number in minus if number is not None)


def _text(hunks: Sequence[Hunk]) -> bytes:
    """Return the hunks as a patch of a file whose name cannot confuse a parser."""
    parts = [b"--- a\n+++ b\n"]
    for hunk in hunks:
        head = (hunk.old_start, hunk.old_count, hunk.new_start, hunk.new_count)
        parts.append(b"@@ -%d,%d +%d,%d @@\n" % head)
        parts.append(hunk.body)
    return b"".join(parts)
