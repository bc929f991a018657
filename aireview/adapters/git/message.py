"""The file in which git keeps the message of the commit being made."""

from __future__ import annotations

import os

from aireview.adapters.git.command import Git, failure
from aireview.errors import AireviewError
from aireview.model.text import quote

# `commit.verbose` puts the diff below this mark; git cuts the message there (git-commit(1)).
_SCISSORS = b"------------------------ >8 ------------------------"
_REPLAYS = ("rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD")
_CAP = 4_000_000


def read_message(git: Git, path: str) -> bytes:
    """Return the message in `path` as git would commit it: no comments, no diff below scissors.

    Raises AireviewError when the file cannot be read.
    """
    try:
        with open(_absolute(git, path), "rb") as file:  # noqa: PTH123 - start-up
            content = file.read(_CAP)
    except OSError as error:
        raise AireviewError(
            f"the message file {quote(path)} cannot be read: {error.strerror}",
            "The hook gets its name from git as the first argument.",
        ) from error
    kept = []
    for line in content.split(b"\n"):
        if line.endswith(_SCISSORS) and len(line) <= len(_SCISSORS) + 8:
            break
        kept.append(line)
    return git.run(["stripspace", "--strip-comments"], stdin=b"\n".join(kept))


def add_trailer(git: Git, path: str, trailer: str) -> None:
    """Add `trailer` (`Key: value`) to the message in `path` unless it is there already.

    git-interpret-trailers(1) leaves comments, scissors and everything else as they are. Raises
    AireviewError when the file cannot be written.
    """
    _end_last_line(_absolute(git, path))
    done = git.try_run(
        [
            "-c",
            "trailer.separators=:",
            "interpret-trailers",
            "--in-place",
            "--no-divider",
            "--if-exists=addIfDifferent",
            "--if-missing=add",
            "--where=end",
            f"--trailer={trailer}",
            _absolute(git, path),
        ]
    )
    if done.code != 0:
        raise failure(done.stderr)


def _end_last_line(path: str) -> None:
    """End the last line of a message: git puts a trailer right below one without a newline.

    `git merge` leaves such a message.
    """
    try:
        with open(path, "rb+") as file:  # noqa: PTH123 - start-up
            if not file.read().endswith(b"\n"):
                file.write(b"\n")
    except OSError as error:
        raise AireviewError(f"the message file {quote(path)} cannot be written") from error


def replays(path: str) -> bool:
    """Whether the message in `path` is one that a rebase or cherry-pick takes over.

    Such a message was written before, with its commit: git keeps the state of the operation next
    to the message file.
    """
    folder = os.path.dirname(path)  # noqa: PTH120 - surrogate paths, start-up
    return any(os.path.exists(os.path.join(folder, name)) for name in _REPLAYS)  # noqa: PTH110, PTH118 - as above


def squashed(path: str) -> tuple[str, ...]:
    """Return the ids of the commits that `git merge --squash` is about to fold into one."""
    folder = os.path.dirname(path)  # noqa: PTH120 - surrogate paths, start-up
    try:
        with open(os.path.join(folder, "SQUASH_MSG"), "rb") as file:  # noqa: PTH118, PTH123 - as above
            lines = file.read(_CAP).split(b"\n")
    except OSError:
        return ()
    words = (line.split() for line in lines if line.startswith(b"commit "))
    return tuple(w[1].decode("ascii", "replace") for w in words if len(w) == 2 and _is_id(w[1]))


def _is_id(word: bytes) -> bool:
    return len(word) in {40, 64} and not word.strip(b"0123456789abcdef")


def _absolute(git: Git, path: str) -> str:
    return os.path.join(git.directory, path)  # noqa: PTH118 - surrogate paths, start-up
