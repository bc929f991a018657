"""What single commits added, several commits in one call."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from aireview.adapters.git.command import Git, failure
from aireview.diffs.substance import read_added
from aireview.errors import IncompleteError
from aireview.model.lines import AddedLines

# As in diff.py, each option holds off a setting or an attribute. A merge is compared with its first
# parent: that is what it brought to the branch it is on.
_COMMAND = (
    "-c", "core.quotepath=off", "-c", "diff.suppressBlankEmpty=false",
    "diff-tree", "--stdin", "--root", "-r", "--raw", "-z", "-p", "-U0", "--no-abbrev",
    "--full-index", "--text", "-M50%", "-l1000", "-O/dev/null", "--diff-merges=first-parent",
    "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--submodule=short",
    "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/", "--diff-algorithm=myers",
    "--indent-heuristic",
)  # fmt: skip
_COMMITS = 32


def added_lines(git: Git, commits: Iterable[str]) -> dict[str, tuple[AddedLines, ...]]:
    """Return what each commit (full ids) added, by commit.

    A commit that git does not have, or whose patch cannot be read, is missing from the answer.
    Raises AireviewError when git does not run at all.
    """
    found: dict[str, tuple[AddedLines, ...]] = {}
    for some in _portions(tuple(commits)):
        found.update(_added(git, some))
    return found


def _portions(commits: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(commits), _COMMITS):
        yield commits[start : start + _COMMITS]


def _added(git: Git, commits: Sequence[str]) -> dict[str, tuple[AddedLines, ...]]:
    # Content may hold any bytes, so the mark between commits must be one that nobody can know.
    mark = os.urandom(16).hex()
    done = git.try_run(
        [*_COMMAND, f"--format=%x00{mark} %H"],
        stdin="".join(f"{sha}\n" for sha in commits).encode(),
    )
    if done.code != 0 and len(commits) > 1:
        return {sha: lines for one in commits for sha, lines in _added(git, [one]).items()}
    if done.code != 0:
        if b"not a git repository" in done.stderr:
            raise failure(done.stderr)
        return {}
    found: dict[str, tuple[AddedLines, ...]] = {}
    for part in done.stdout.split(b"\0" + mark.encode() + b" ")[1:]:
        sha, _, output = part.partition(b"\0")
        lines = _read(output.removeprefix(b"\n"))
        if lines is not None:
            found[sha.decode("ascii")] = lines
    return found


def _read(output: bytes) -> tuple[AddedLines, ...] | None:
    try:
        return read_added(output)
    except IncompleteError:
        return None
