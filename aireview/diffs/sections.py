"""Patch text cut into one section per file, by counting lines and never by their content."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from aireview.diffs.lines import decode
from aireview.errors import IncompleteError
from aireview.model.text import quote

_HUNK = re.compile(rb"@@ -([0-9]+)(?:,([0-9]+))? \+([0-9]+)(?:,([0-9]+))? @@")
_INDEX = re.compile(rb"index ([0-9a-f]{40,64})\.\.([0-9a-f]{40,64})(?: [0-7]{6})?")
# Every other header line that git writes with our options (git-diff(1), "extended header lines").
_HEADER = (
    b"--- ", b"+++ ", b"old mode ", b"new mode ", b"deleted file mode ", b"new file mode ",
    b"similarity index ", b"dissimilarity index ", b"rename from ", b"rename to ", b"copy from ",
    b"copy to ",
)  # fmt: skip


class Hunk(msgspec.Struct, frozen=True):
    r"""A hunk: where it starts on either side, how many lines it holds there, and its lines.

    `lines` include their leading ` `, `-`, `+` or `\` and exclude the newline.
    """

    old_start: int
    old_count: int
    new_start: int
    new_count: int
    lines: tuple[bytes, ...]


class Section(msgspec.Struct, frozen=True):
    """The patch of one file. `blobs` are its `index` line: both object ids, None without one."""

    blobs: tuple[str, str] | None
    hunks: tuple[Hunk, ...]


def split_sections(patch: bytes) -> Iterator[Section]:
    """Yield the sections of a patch in order. Raises IncompleteError for what is no patch."""
    lines = patch.split(b"\n")
    if lines[-1]:
        raise IncompleteError("git's patch is cut off")
    lines.pop()
    at = 0
    while at < len(lines):
        if not lines[at].startswith(b"diff --git "):
            raise _unexpected(lines[at])
        section, at = _section(lines, at + 1)
        yield section


def _section(lines: list[bytes], at: int) -> tuple[Section, int]:
    blobs: tuple[str, str] | None = None
    hunks: list[Hunk] = []
    while at < len(lines) and not lines[at].startswith((b"diff --git ", b"@@ ")):
        index = _INDEX.fullmatch(lines[at])
        if index is not None:
            blobs = (index[1].decode(), index[2].decode())
        elif not lines[at].startswith(_HEADER):
            raise _unexpected(lines[at])
        at += 1
    while at < len(lines) and lines[at].startswith(b"@@ "):
        hunk, at = _hunk(lines, at)
        hunks.append(hunk)
    return Section(blobs, tuple(hunks)), at


def _hunk(lines: list[bytes], at: int) -> tuple[Hunk, int]:
    head = _HUNK.match(lines[at])
    if head is None:
        raise _unexpected(lines[at])
    old = 1 if head[2] is None else int(head[2])
    new = 1 if head[4] is None else int(head[4])
    first = at + 1
    end = _end_of_hunk(lines, first, old, new)
    body = tuple(lines[first:end])
    return Hunk(int(head[1]), old, int(head[3]), new, body), end


def _end_of_hunk(lines: list[bytes], at: int, old: int, new: int) -> int:
    if not old or not new:  # one side only: the count alone says where it ends
        at += old + new
        old = new = 0
    while old or new:
        kind = lines[at][:1] if at < len(lines) else b""
        if kind not in (b" ", b"-", b"+", b"\\"):
            raise IncompleteError("git's patch has a hunk that is shorter than it says")
        old -= kind in b" -"
        new -= kind in b" +"
        at += 1
    if at < len(lines) and lines[at].startswith(b"\\"):
        at += 1
    if old < 0 or new < 0 or at > len(lines):
        raise IncompleteError("git's patch has a hunk that is not as long as it says")
    return at


def _unexpected(line: bytes) -> IncompleteError:
    return IncompleteError(f"git's patch has an unexpected line: {quote(decode(line[:200]))}")
