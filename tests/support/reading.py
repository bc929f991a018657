"""Reading a change from a real repository, and putting it next to what is expected."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from aireview.adapters.git.command import Git
from aireview.adapters.git.ranges import RangeChange
from aireview.adapters.git.staged import StagedChange
from aireview.model.change import Change, ChangedFile, LineRange, SkipReason
from support.repo import Repo


def staged(repo: Repo, below: str = ".") -> Change:
    """Read the staged change, run from a directory below the root."""
    return StagedChange(Git(str(repo.path / below))).change()


def ranged(repo: Repo, revisions: str) -> Change:
    """Read a committed change."""
    return RangeChange(Git(str(repo.path)), revisions).change()


def only(change: Change) -> ChangedFile:
    """Return the one file of a change."""
    assert [file.path for file in change.files] == [change.files[0].path]
    return change.files[0]


def by_path(change: Change) -> dict[str, ChangedFile]:
    """Return the files of a change by path; no path may be there twice."""
    found = {file.path: file for file in change.files}
    assert len(found) == len(change.files)
    return found


def lines(spans: Iterable[LineRange]) -> list[int]:
    """Return ranges as line numbers."""
    return [number for span in spans for number in range(span.start, span.end + 1)]


def reason(file: ChangedFile) -> SkipReason | None:
    """Return why a file is skipped."""
    return file.skip.reason if file.skip else None


def gitlink(repo: Repo, path: str, commit: str) -> None:
    """Stage a submodule entry without a network or a nested clone."""
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{commit},{path}")


def loose(repo: Repo, name: str) -> Path:
    """Return the file of a loose object."""
    return repo.path / ".git" / "objects" / name[:2] / name[2:]
