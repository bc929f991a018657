"""Where the lines of a file come from: `git blame` over a range, immune to settings."""

from __future__ import annotations

import os
import re

from aireview.adapters.git.command import Git, failure
from aireview.diffs.lines import decode, encode
from aireview.model.change import LineRange
from aireview.model.lines import BlamedLines
from aireview.ports import Blame

# `blame.ignoreRevsFile` names a file that the change under review can contain, and would move
# lines to other commits; `blame.showRoot` would hide root commits; a textconv driver would run a
# program and number other lines.
_OPTIONS = ("--incremental", "--root", "--no-ignore-revs-file", "--no-textconv")
_GROUP = re.compile(rb"([0-9a-f]{40,64}) ([0-9]+) ([0-9]+) ([0-9]+)")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_LETTERS = {
    b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v",
}  # fmt: skip


def blame(
    git: Git, base: str | None, head: str, path: str, *, ignore_whitespace: bool = False
) -> tuple[BlamedLines, ...]:
    """Return every line of `path` at `head` with the commit of `base..head` that wrote it.

    `base` and `head` are commit ids; without a base the whole history counts. Renames within the
    range are followed. Lines older than the range carry `before_range`. With `ignore_whitespace`,
    changes of whitespace do not count as writing a line. The groups are sorted by line. git reads
    the path from the directory of `git`: that must be the root (see `blamer`). Raises AireviewError
    when git cannot do it, such as for a path that the head does not have.
    """
    revisions = head if base is None else f"{base}..{head}"
    options = (*_OPTIONS, "-w") if ignore_whitespace else _OPTIONS
    done = git.try_run(["blame", *options, revisions, "--", encode(path)])
    if done.code != 0:
        raise failure(done.stderr)
    return read_blame(done.stdout)


def blamer(git: Git, base: str | None, head: str) -> Blame:
    """Return `blame` for one range; it works from any directory of the repository."""
    roots: list[Git] = []

    def ask(path: str, *, ignore_whitespace: bool = False) -> tuple[BlamedLines, ...]:
        if not roots:
            up = os.fsdecode(git.run(["rev-parse", "--show-cdup"])).removesuffix("\n")
            roots.append(Git(os.path.join(git.directory, up)))  # noqa: PTH118 - bytes-safe
        return blame(roots[0], base, head, path, ignore_whitespace=ignore_whitespace)

    return ask


def read_blame(output: bytes) -> tuple[BlamedLines, ...]:
    """Read the answer of `git blame --incremental` (git-blame(1), "Incremental output")."""
    groups: list[BlamedLines] = []
    boundaries: set[bytes] = set()
    current: re.Match[bytes] | None = None
    for line in output.split(b"\n"):
        if current is None:
            current = _GROUP.fullmatch(line)
        elif line == b"boundary":
            boundaries.add(current[1])
        elif line.startswith(b"filename "):
            groups.append(_group(current, line[9:], before=current[1] in boundaries))
            current = None
    return tuple(sorted(groups, key=lambda group: group.lines))


def _group(found: re.Match[bytes], name: bytes, *, before: bool) -> BlamedLines:
    start, count = int(found[3]), int(found[4])
    return BlamedLines(
        lines=LineRange(start, start + count - 1),
        commit=found[1].decode("ascii"),
        path=decode(unquoted(name)),
        start=int(found[2]),
        before_range=before,
    )


def unquoted(name: bytes) -> bytes:
    r"""Return a path as it is from how git writes it: in quotes with C escapes, if need be."""
    if len(name) < 2 or name[:1] != b'"' or name[-1:] != b'"':
        return name
    return _ESCAPE.sub(_plain, name[1:-1])


def _plain(found: re.Match[bytes]) -> bytes:
    what = found[1]
    return bytes([int(what, 8) & 0xFF]) if len(what) == 3 else _LETTERS.get(what, what)
