"""The commit that was just made: what it says, how it came to be, and where."""

from __future__ import annotations

import os
from typing import NamedTuple

from aireview.adapters.git.command import Git, failure
from aireview.model.change import Commit

_MESSAGE_CAP = 256 * 1024
_FIELDS = ("%H", "%T", "%P", "%an", "%ae", "%ad", "%cn", "%ce", "%gs", "%B")
_FORMAT = "--format=" + "%x00".join(_FIELDS)


class Head(NamedTuple):
    """HEAD after a commit.

    `action` is what the reflog says was done (`commit`, `commit (amend)`, `rebase (pick)`,
    `cherry-pick`, `revert`, …), empty without a reflog. `before` is the commit that HEAD was
    before, with its tree.
    """

    commit: Commit
    tree: str
    action: str
    before: str | None
    before_tree: str | None


class Place(NamedTuple):
    """Where a commit is made: the git folder of this work tree, the branch if there is one, HEAD.

    `head` is None before the first commit.
    """

    git_folder: str
    branch: str
    head: str | None


def read_head(git: Git) -> Head | None:
    """Return the commit at HEAD, read through the reflog in one call; None when there is none."""
    entries = _entries(git, ["-g", "-2"]) or _entries(git, ["-1"])
    if not entries:
        return None
    first = entries[0]
    second = entries[1] if len(entries) > 1 else None
    return Head(
        commit=_commit(first),
        tree=_text(first[1]),
        action=_text(first[8]).partition(":")[0],
        before=_text(second[0]) if second else None,
        before_tree=_text(second[1]) if second else None,
    )


def read_place(git: Git) -> Place:
    """Return where a commit is made, in one call. Raises AireviewError outside a repository."""
    done = git.try_run(["rev-parse", "--git-dir", "HEAD", "--symbolic-full-name", "HEAD"])
    # Before the first commit git fails, but only after it has named the folder.
    folder, *rest = os.fsdecode(done.stdout).split("\n")
    if not folder:
        raise failure(done.stderr)
    head = rest[0] if done.code == 0 else None
    ref = rest[1] if done.code == 0 else ""
    branch = ref.removeprefix("refs/heads/") if ref.startswith("refs/heads/") else ""
    return Place(os.path.join(git.directory, folder), branch, head)  # noqa: PTH118 - surrogate paths


def staged_tree(git: Git) -> str:
    """Return the id of the tree that the index would commit; empty while it has conflicts."""
    done = git.try_run(["write-tree"])
    return done.stdout.decode("ascii").strip() if done.code == 0 else ""


def _entries(git: Git, which: list[str]) -> list[list[bytes]]:
    done = git.try_run(
        [
            "-c",
            "log.showSignature=false",
            "log",
            "-z",
            "--no-color",
            "--no-mailmap",
            "--no-notes",
            "--encoding=UTF-8",
            "--date=short",
            _FORMAT,
            *which,
            "HEAD",
        ]
    )
    if done.code != 0:
        return []
    tokens = done.stdout.split(b"\0")
    width = len(_FIELDS)
    return [tokens[i : i + width] for i in range(0, len(tokens) - width + 1, width)]


def _commit(fields: list[bytes]) -> Commit:
    message = fields[9]
    return Commit(
        sha=_text(fields[0]),
        parents=tuple(_text(fields[2]).split()),
        author_name=_text(fields[3]),
        author_email=_text(fields[4]),
        author_date=_text(fields[5]),
        committer_name=_text(fields[6]),
        committer_email=_text(fields[7]),
        message=_text(message[:_MESSAGE_CAP]),
        message_cut=len(message) > _MESSAGE_CAP,
    )


def _text(value: bytes) -> str:
    return value.decode("utf-8", "surrogateescape")
