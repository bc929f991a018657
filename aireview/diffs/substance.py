"""Which added lines of a commit are new in substance, not only re-indented or moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aireview.diffs.lines import ranges
from aireview.diffs.raw import Record, parse_records
from aireview.diffs.sections import Hunk, Section, split_sections
from aireview.errors import IncompleteError
from aireview.model.change import FileKind, FileStatus
from aireview.model.lines import AddedLines


def read_added(output: bytes) -> tuple[AddedLines, ...]:
    """Return the lines that a commit added, from `git diff-tree --raw -z -p --full-index -U0`.

    An added line is not substantive when it is blank or when, whitespace aside, the same line was
    removed anywhere in the commit (each removed line excuses one added line). Raises
    IncompleteError for an answer that does not add up.
    """
    records, patch_at = parse_records(output)
    sections = split_sections(output, patch_at)
    files = [(record, _sections(record, sections)) for record in records]
    if next(sections, None) is not None:
        raise IncompleteError("git's patch has more files than its list")
    removed = Counter(_bare(line) for _, parts in files for line in _lines(parts, b"-"))
    return tuple(
        _added(record, parts, removed)
        for record, parts in files
        if record.kind is not FileKind.SUBMODULE and record.status is not FileStatus.DELETED
    )


def _sections(record: Record, sections: Iterator[Section]) -> tuple[Section, ...]:
    # A file that became a symlink, or the other way round, is a deletion and a creation.
    owned = 2 if record.status is FileStatus.TYPE_CHANGED else 1
    taken = [section for section in (next(sections, None) for _ in range(owned)) if section]
    if len(taken) != owned:
        raise IncompleteError("git lists a file but shows no patch for it")
    return tuple(taken)


def _lines(sections: tuple[Section, ...], sign: bytes) -> Iterator[bytes]:
    for section in sections:
        for hunk in section.hunks:
            yield from (line[1:] for line in hunk.lines if line.startswith(sign))


def _bare(line: bytes) -> bytes:
    return b"".join(line.split())


def _added(record: Record, sections: tuple[Section, ...], removed: Counter[bytes]) -> AddedLines:
    numbers: list[int] = []
    substantive: list[int] = []
    for section in sections:
        for hunk in section.hunks:
            for number, text in _numbered(hunk):
                numbers.append(number)
                bare = _bare(text)
                if removed[bare] > 0:
                    removed[bare] -= 1
                elif bare:
                    substantive.append(number)
    return AddedLines(
        path=record.path, lines=ranges(sorted(numbers)), substantive=ranges(sorted(substantive))
    )


def _numbered(hunk: Hunk) -> Iterator[tuple[int, bytes]]:
    number = hunk.new_start
    for line in hunk.lines:
        if line.startswith(b"+"):
            yield number, line[1:]
        if line.startswith((b"+", b" ")):
            number += 1
