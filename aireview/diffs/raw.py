"""The answer of `git diff --raw -z -p`, taken apart: what git lists, and one patch for each.

Format: git-diff(1), "Raw output format" and "Generating patch text with -p". Paths come from the raw part alone,
because the patch quotes them; patches belong to records by their order, which the object ids in
their `index` lines confirm. Whatever does not add up raises `IncompleteError`: a change that was
read in part must not pass.
"""

from __future__ import annotations

import re

import msgspec

from aireview.diffs.lines import decode
from aireview.errors import IncompleteError
from aireview.model.change import FileKind, FileStatus
from aireview.model.text import quote

_STATUS = {
    b"A": FileStatus.ADDED,
    b"C": FileStatus.COPIED,
    b"D": FileStatus.DELETED,
    b"M": FileStatus.MODIFIED,
    b"R": FileStatus.RENAMED,
    b"T": FileStatus.TYPE_CHANGED,
}
_RECORD = re.compile(rb":([0-7]{6}) ([0-7]{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([A-Z])[0-9]*")
_HINT = (
    "This is a git or an answer that aireview does not know. Please report it with `git version`."
)


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the raw part. `old_blob` and `new_blob` are None where that side is absent."""

    status: FileStatus
    path: str
    old_path: str | None
    old_mode: int
    new_mode: int
    old_blob: str | None
    new_blob: str | None

    @property
    def kind(self) -> FileKind:
        """What the path is now or, for a deletion, what it was."""
        return kind_of(self.new_mode or self.old_mode)


def kind_of(mode: int) -> FileKind:
    """Return what a git mode means. Raises IncompleteError for a mode that git does not know."""
    match mode & 0o170000:
        case 0o100000:
            return FileKind.FILE
        case 0o120000:
            return FileKind.SYMLINK
        case 0o160000:
            return FileKind.SUBMODULE
        case _:
            raise IncompleteError(f"git lists an entry of unknown mode {mode:o}", _HINT)


def parse_records(output: bytes) -> tuple[tuple[Record, ...], int]:
    """Return the records of an answer and the offset at which the patch text follows them.

    Raises IncompleteError for a path with a conflict and for anything that is not understood.
    """
    records: list[Record] = []
    at = 0
    while output.startswith(b":", at):
        head, at = _field(output, at)
        found = _RECORD.fullmatch(head)
        if found is None:
            raise IncompleteError(f"git answered with an unknown record: {_show(head)}", _HINT)
        first, at = _field(output, at)
        second = None
        if found[5] in b"CR":
            second, at = _field(output, at)
        records.append(_record(found, first, second))
    if output.startswith(b"\0", at):
        return tuple(records), at + 1
    if at != len(output):
        raise IncompleteError(f"git's answer ends unexpectedly: {_show(output[at:])}", _HINT)
    return tuple(records), at


def _field(output: bytes, at: int) -> tuple[bytes, int]:
    end = output.find(b"\0", at)
    if end <= at:
        raise IncompleteError("git's answer is cut off", _HINT)
    return output[at:end], end + 1


def _record(found: re.Match[bytes], first: bytes, second: bytes | None) -> Record:
    path = decode(first if second is None else second)
    if found[5] == b"U":
        raise IncompleteError(
            f"{quote(path)} has an unresolved conflict", "Resolve it and `git add` the file."
        )
    if found[5] not in _STATUS:
        letter = found[5].decode()
        raise IncompleteError(f"git gives {quote(path)} the unknown status {letter}", _HINT)
    return Record(
        status=_STATUS[found[5]],
        path=path,
        old_path=None if second is None else decode(first),
        old_mode=int(found[1], 8),
        new_mode=int(found[2], 8),
        old_blob=_blob(found[3]),
        new_blob=_blob(found[4]),
    )


def _blob(name: bytes) -> str | None:
    return name.decode() if name.strip(b"0") else None


def _show(output: bytes) -> str:
    return quote(decode(output[:200]))
