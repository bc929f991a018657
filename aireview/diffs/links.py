"""Where a symbolic link leads, judged by its text alone."""

from __future__ import annotations

import posixpath

from aireview.model.change import Skip, SkipReason


def points_outside(path: str, target: str) -> bool:
    """Whether a link at `path` (relative to the root) with this target leaves the repository."""
    if target.startswith("/"):
        return True
    end = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    return end == ".." or end.startswith("../")


def link_skip(path: str, target: str) -> Skip:
    """Return why a symbolic link is not read, and whether it leaves the repository."""
    outside = points_outside(path, target)
    return Skip(SkipReason.SYMLINK, "points outside" if outside else "")
