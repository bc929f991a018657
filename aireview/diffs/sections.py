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
_WINDOW = 65_536


class Hunk(msgspec.Struct, frozen=True):
    """A hunk: where it starts on either side and how many lines it holds there.

    Its own lines stand in `answer`, all of what git said, from offset `first` to `end`: a file may
    be large, and most hunks need no copy.
    """

    old_start: int
    old_count: int
    new_start: int
    new_count: int
    answer: bytes
    first: int
    end: int

    @property
    def body(self) -> bytes:
        """The lines as one text."""
        return self.answer[self.first : self.end]

    @property
    def lines(self) -> tuple[bytes, ...]:
        r"""The lines with their leading ` `, `-`, `+` or `\`, without the newline."""
        return tuple(self.body.split(b"\n")[:-1])


class Section(msgspec.Struct, frozen=True):
    """The patch of one file. `blobs` are its `index` line: both object ids, None without one."""

    blobs: tuple[str, str] | None
    hunks: tuple[Hunk, ...]


def split_sections(text: bytes, at: int) -> Iterator[Section]:
    """Yield the sections of the patch that starts at offset `at` of `text`, in order.

    Raises IncompleteError for what is no patch.
    """
    while at < len(text):
        if not text.startswith(b"diff --git ", at):
            raise _unexpected(text, at)
        section, at = _section(text, _next_line(text, at))
        yield section


def _section(text: bytes, at: int) -> tuple[Section, int]:
    blobs: tuple[str, str] | None = None
    hunks: list[Hunk] = []
    while at < len(text) and not text.startswith((b"diff --git ", b"@@ "), at):
        after = _next_line(text, at)
        index = _INDEX.fullmatch(text, at, after - 1)
        if index is not None:
            blobs = (index[1].decode(), index[2].decode())
        elif not text.startswith(_HEADER, at):
            raise _unexpected(text, at)
        at = after
    while text.startswith(b"@@ ", at):
        hunk, at = _hunk(text, at)
        hunks.append(hunk)
    return Section(blobs, tuple(hunks)), at


def _hunk(text: bytes, at: int) -> tuple[Hunk, int]:
    head = _HUNK.match(text, at)
    if head is None:
        raise _unexpected(text, at)
    old = 1 if head[2] is None else int(head[2])
    new = 1 if head[4] is None else int(head[4])
    first = _next_line(text, at)
    if old and new:
        end = _end_of_mixed(text, first, old, new)
    else:
        end = _end_of_single(text, first, old + new, b"+" if new else b"-")
    return Hunk(int(head[1]), old, int(head[3]), new, text, first, end), end


def _end_of_mixed(text: bytes, at: int, old: int, new: int) -> int:
    while old > 0 or new > 0:
        kind = text[at : at + 1]
        if kind not in (b" ", b"-", b"+", b"\\"):
            raise IncompleteError("git's patch has a hunk that is shorter than it says")
        old -= kind in b" -"
        new -= kind in b" +"
        at = _next_line(text, at)
    if old or new:
        raise IncompleteError("git's patch has a hunk that is longer than it says")
    return _after_remark(text, at)


def _end_of_single(text: bytes, first: int, count: int, sign: bytes) -> int:
    """Return the end of `count` lines that all start with `sign`, without looking at each."""
    end, left = first, count
    while left > _WINDOW:  # a window holds no more lines than bytes
        left -= text.count(b"\n", end, end + _WINDOW)
        end = min(end + _WINDOW, len(text))
        if end == len(text):
            break
    for _ in range(left):
        end = _next_line(text, end)
    signs = text.startswith(sign, first) + text.count(b"\n" + sign, first, end)
    if text.count(b"\n", first, end) != count or signs != count:
        raise IncompleteError("git's patch has a hunk that is not what its header says")
    return _after_remark(text, end)


def _after_remark(text: bytes, at: int) -> int:
    """Pass over the remark that the last line has no newline."""
    return _next_line(text, at) if text.startswith(b"\\", at) else at


def _next_line(text: bytes, at: int) -> int:
    end = text.find(b"\n", at)
    if end < 0:
        raise IncompleteError("git's patch is cut off")
    return end + 1


def _unexpected(text: bytes, at: int) -> IncompleteError:
    line = text[at : at + 200].partition(b"\n")[0]
    return IncompleteError(f"git's patch has an unexpected line: {quote(decode(line))}")
