"""Where a symbolic link leads, judged by its text alone."""

from __future__ import annotations

import posixpath


def points_outside(path: str, target: str) -> bool:
    """Whether a link at `path` (relative to the root) with this target leaves the repository."""
    if target.startswith("/"):
        return True
    end = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    return end == ".." or end.startswith("../")
