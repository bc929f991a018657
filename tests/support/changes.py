"""Builders of changes and contexts from plain texts."""

from __future__ import annotations

from collections.abc import Mapping

from aireview.checks.seam import Context
from aireview.diffs.lines import encode, whole
from aireview.model.change import Change, ChangedFile, FileStatus, LineRange, Origin


def changed(path: str, text: str, *added: tuple[int, int]) -> ChangedFile:
    """Return a file whose lines `added` (default: all of `text`) are new."""
    spans = tuple(LineRange(*span) for span in added) or whole(encode(text))
    return ChangedFile(path=path, status=FileStatus.ADDED, new_blob="0" * 40, added=spans)


def context(texts: Mapping[str, str], *added: tuple[int, int]) -> Context:
    """Return what a check sees of files that are new (or whose lines `added` are)."""
    files = tuple(changed(path, text, *added) for path, text in texts.items())
    return Context(Change(origin=Origin.STAGED, files=files), dict(texts))
