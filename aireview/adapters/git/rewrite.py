"""Which commits were rewritten into which, as git tells `post-rewrite` or leaves on disk."""

from __future__ import annotations

import os

from aireview.adapters.git.command import Git

# What git hands to `post-rewrite` lies here until a rebase ends: runners that swallow stdin
# (pre-commit) leave us this copy. One file per rebase backend.
_LISTS = ("rebase-merge/rewritten-list", "rebase-apply/rewritten")
_CAP = 16_000_000


def parse_pairs(lines: bytes) -> tuple[tuple[str, str], ...]:
    """Read `<old id> <new id>[ <more>]` lines (githooks(5), post-rewrite); others are ignored."""
    pairs = []
    for line in lines.split(b"\n"):
        words = line.split()
        if len(words) >= 2 and _is_id(words[0]) and _is_id(words[1]):
            pairs.append((words[0].decode("ascii"), words[1].decode("ascii")))
    return tuple(dict.fromkeys(pairs))


def listed_pairs(git_folder: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs that a rebase in `git_folder` has written down, if one is under way."""
    for name in _LISTS:
        try:
            with open(os.path.join(git_folder, name), "rb") as file:  # noqa: PTH118, PTH123 - start-up
                return parse_pairs(file.read(_CAP))
        except OSError:
            continue
    return ()


def amended_pair(git: Git) -> tuple[tuple[str, str], ...]:
    """Return what HEAD was before its last move and what it is now; nothing without a reflog."""
    done = git.try_run(["rev-parse", "--verify", "--quiet", "HEAD@{1}"])
    now = git.try_run(["rev-parse", "--verify", "--quiet", "HEAD"])
    return parse_pairs(done.stdout.strip() + b" " + now.stdout) if done.code == 0 else ()


def picked(git_folder: str) -> tuple[str, ...]:
    """Return the commit that a cherry-pick or rebase in `git_folder` is repeating, if any."""
    try:
        with open(os.path.join(git_folder, "CHERRY_PICK_HEAD"), "rb") as file:  # noqa: PTH118, PTH123 - start-up
            word = file.read(100).strip()
    except OSError:
        return ()
    return (word.decode("ascii"),) if _is_id(word) else ()


def _is_id(word: bytes) -> bool:
    return len(word) in {40, 64} and not word.strip(b"0123456789abcdef")
