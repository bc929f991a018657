"""A whole work tree as a change: every file in it, every line new."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from aireview.adapters.disk import Disk, DiskTree, submodule
from aireview.adapters.git.command import Git
from aireview.diffs.classify import SIZE_LIMIT
from aireview.diffs.lines import decode, encode
from aireview.diffs.raw import kind_of
from aireview.errors import AireviewError
from aireview.model.change import (
    Change,
    ChangedFile,
    Commit,
    FileKind,
    FileStatus,
    Origin,
    Skip,
    SkipReason,
)
from aireview.model.text import quote


class WorkTree:
    """The tracked files and the untracked ones that are not ignored, as they lie on the disk.

    `paths` narrow it down; they are relative to the directory that `git` runs in, or absolute. The
    paths of the change are relative to the root of the repository. Files that a sparse checkout
    leaves out are listed and not read.
    """

    def __init__(self, git: Git, paths: Sequence[str] = (), *, limit: int = SIZE_LIMIT) -> None:
        self._git = git
        self._paths = tuple(paths)
        self._limit = limit
        self._disk: Disk | None = None

    def change(self) -> Change:
        """Return the files as added, sorted by path.

        Raises AireviewError for a path that is not there or outside the repository, and in a bare
        repository.
        """
        disk = self._opened()
        for path in self._paths:
            full = os.path.join(self._git.directory, path)  # noqa: PTH118 - surrogate paths
            if not os.path.lexists(encode(full)):
                raise AireviewError(f"{quote(path)} does not exist", "Name a folder or a file.")
        entries = _entries(self._git.run(_command(self._paths)))
        files = tuple(_file(disk, path, entries[path]) for path in sorted(entries))
        return Change(origin=Origin.ALL, files=files, notices=self._notices(files))

    def base(self) -> str | None:
        """Return None: a work tree is compared with nothing."""
        return None

    def read(self, file: ChangedFile) -> bytes:
        """Return a file as it lies on the disk. Raises IncompleteError where it cannot be had."""
        return self._opened().read(file.path)

    def commits(self) -> Iterator[Commit]:
        """Yield nothing: a work tree has no commits."""
        return iter(())

    def base_file(self, path: str) -> bytes | None:
        """Return a file as it lies on the disk, None where there is none."""
        return self._opened().existing(path)

    def branch(self) -> str:
        """Return the name of the current branch, empty when HEAD is detached."""
        done = self._git.try_run(["symbolic-ref", "-q", "HEAD"])
        return decode(done.stdout).rstrip("\n").removeprefix("refs/heads/")

    def tree(self) -> DiskTree:
        """Return the files of the work tree, those outside the paths that were named as well."""
        disk = self._opened()
        entries = _entries(self._git.run(_command(())))
        return DiskTree(disk, sorted(entries))

    def _opened(self) -> Disk:
        if self._disk is None:
            root = decode(self._git.run(["rev-parse", "--show-toplevel"])).removesuffix("\n")
            self._disk = Disk(root, self._limit)
        return self._disk

    def _notices(self, files: Sequence[ChangedFile]) -> tuple[str, ...]:
        if not files:
            return ("there is no file that git does not ignore",)
        sparse = sum(file.skip is not None and file.skip.detail == _SPARSE for file in files)
        return (f"{sparse} files outside the sparse checkout were not read",) if sparse else ()


_SPARSE = "outside the sparse checkout"


def _command(paths: Sequence[str]) -> list[str | bytes]:
    specs = [b":(literal)" + encode(path) for path in paths] or [b":(top)"]
    return [
        "ls-files", "-z", "-t", "--stage", "--cached", "--others", "--exclude-standard",
        "--full-name", "--", *specs,
    ]  # fmt: skip


class _Entry:
    """A listed path: its tag (git-ls-files(1), `-t`) and its mode, 0 when it is not tracked."""

    def __init__(self, tag: bytes, mode: int) -> None:
        self.tag = tag
        self.mode = mode


def _entries(output: bytes) -> dict[str, _Entry]:
    found: dict[str, _Entry] = {}
    for item in output.split(b"\0")[:-1]:
        tag, _, rest = item.partition(b" ")
        if tag == b"?":
            found.setdefault(decode(rest), _Entry(tag, 0))
            continue
        stage, _, path = rest.partition(b"\t")
        found[decode(path)] = _Entry(tag, int(stage.partition(b" ")[0], 8))
    return found


def _file(disk: Disk, path: str, entry: _Entry) -> ChangedFile:
    if path.endswith("/") or (entry.mode and kind_of(entry.mode) is FileKind.SUBMODULE):
        return submodule(path.rstrip("/"))
    file = disk.describe(path)
    if entry.tag == b"S" and file.status is FileStatus.DELETED:
        return ChangedFile(
            path=path,
            status=FileStatus.ADDED,
            skip=Skip(SkipReason.EXCLUDED, _SPARSE),
        )
    return file
