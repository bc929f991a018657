"""From git's answer to changed files: every record paired with its patch."""

from __future__ import annotations

from collections.abc import Iterator

from aireview.diffs.hunks import Ranges, changed_lines
from aireview.diffs.raw import Record, parse_records
from aireview.diffs.sections import Section, split_sections
from aireview.errors import IncompleteError
from aireview.model.change import ChangedFile, FileKind, FileStatus
from aireview.model.text import quote


def read_diff(output: bytes) -> tuple[ChangedFile, ...]:
    """Return the files of a `git diff --raw -z -p --full-index --no-abbrev` answer, by path.

    Sizes and skips are not known yet. Raises IncompleteError when a record has no patch, a patch no
    record, or when a path has a conflict.
    """
    records, patch_at = parse_records(output)
    sections = split_sections(output, patch_at)
    files = [_changed(record, sections) for record in records]
    if next(sections, None) is not None:
        raise IncompleteError("git's patch has more files than its list")
    return tuple(sorted(files, key=lambda file: file.path))


def without_patch(record: Record) -> ChangedFile:
    """Return the changed file of a record whose patch is not to be had."""
    return _file(record, (), ())


def _changed(record: Record, sections: Iterator[Section]) -> ChangedFile:
    # A file that became a symlink, or the other way round, is a deletion and a creation.
    owned = 2 if record.status is FileStatus.TYPE_CHANGED else 1
    added: Ranges = ()
    removed: Ranges = ()
    for part in range(owned):
        section = next(sections, None)
        if section is None:
            raise IncompleteError(f"git lists {quote(record.path)} but shows no patch for it")
        _confirm(record, section, part if owned == 2 else None)
        plus, minus = changed_lines(section.hunks)
        added, removed = added + plus, removed + minus
    return _file(record, added, removed)


def _confirm(record: Record, section: Section, part: int | None) -> None:
    old, new = record.old_blob or "", record.new_blob or ""
    if part == 0:
        new = ""
    if part == 1:
        old = ""
    if section.blobs is None:
        matches = old == new and not section.hunks
    else:
        matches = tuple(blob if blob.strip("0") else "" for blob in section.blobs) == (old, new)
    if not matches:
        raise IncompleteError(f"git shows another file's patch for {quote(record.path)}")


def _file(record: Record, added: Ranges, removed: Ranges) -> ChangedFile:
    gitlink = record.kind is FileKind.SUBMODULE  # its one "line" is a commit id
    return ChangedFile(
        path=record.path,
        status=record.status,
        kind=record.kind,
        old_path=record.old_path,
        old_blob=record.old_blob,
        new_blob=record.new_blob,
        old_mode=record.old_mode,
        new_mode=record.new_mode,
        added=() if gitlink else added,
        removed=removed,
    )
