"""A plain folder as a change: every file in it, every line new."""

from __future__ import annotations

import os
from collections.abc import Iterator

from aireview.adapters.disk import Disk, DiskTree, unlisted
from aireview.diffs.classify import SIZE_LIMIT
from aireview.diffs.lines import decode, encode
from aireview.errors import AireviewError
from aireview.model.change import Change, ChangedFile, Commit, Origin
from aireview.model.text import quote


class Folder:
    """All files below a folder that need not be a repository, or a single file.

    Links are listed and not followed; `.git` is left out.
    """

    def __init__(self, path: str, *, limit: int = SIZE_LIMIT) -> None:
        whole = encode(os.path.abspath(path))  # noqa: PTH100 - surrogate paths
        if os.path.isdir(whole):  # noqa: PTH112 - surrogate paths
            self._root, self._only = whole, None
        elif os.path.lexists(whole):
            root, only = os.path.split(whole)
            self._root, self._only = root, decode(only)
        else:
            raise AireviewError(f"{quote(path)} does not exist", "Name a folder or a file.")
        self._disk = Disk(decode(self._root), limit)

    def change(self) -> Change:
        """Return every file of the folder as added, sorted by path."""
        if self._only is not None:
            files = [self._disk.describe(self._only)]
        else:
            files = sorted(self._walk(), key=lambda file: file.path)
        notices = () if files else ("the folder holds no file",)
        return Change(origin=Origin.ALL, files=tuple(files), notices=notices)

    def base(self) -> str | None:
        """Return None: a folder is compared with nothing."""
        return None

    def read(self, file: ChangedFile) -> bytes:
        """Return the content of a file. Raises IncompleteError where it cannot be had."""
        return self._disk.read(file.path)

    def commits(self) -> Iterator[Commit]:
        """Yield nothing: a folder has no commits."""
        return iter(())

    def base_file(self, path: str) -> bytes | None:
        """Return a file as it lies on the disk, None where there is none."""
        return self._disk.existing(path)

    def branch(self) -> str:
        """Return nothing: a folder has no branch."""
        return ""

    def tree(self) -> DiskTree:
        """Return the files of the folder."""
        return DiskTree(self._disk, [file.path for file in self.change().files])

    def _walk(self) -> Iterator[ChangedFile]:
        failed: list[OSError] = []
        for folder, folders, names in os.walk(self._root, onerror=failed.append):
            below = self._below(folder)
            folders[:] = sorted(name for name in folders if name != b".git")
            linked = [
                name
                for name in folders
                if os.path.islink(os.path.join(folder, name))  # noqa: PTH114, PTH118 - bytes
            ]
            for name in (*linked, *(name for name in names if name != b".git")):
                yield self._disk.describe(below + decode(name))
        for error in failed:
            yield unlisted(self._below(encode(os.fsdecode(error.filename))).rstrip("/"), error)

    def _below(self, folder: bytes) -> str:
        inside = decode(os.path.relpath(folder, self._root))
        return "" if inside == "." else inside + "/"
