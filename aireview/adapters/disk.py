"""Files of a folder as they lie on the disk, read without following links."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence

from aireview.diffs.classify import HEAD_SIZE, SIZE_LIMIT, classify
from aireview.diffs.lines import decode, encode, whole
from aireview.diffs.links import link_skip
from aireview.errors import IncompleteError
from aireview.model.change import ChangedFile, FileKind, FileStatus, Skip, SkipReason
from aireview.model.text import quote

_KEPT = 32_000_000


class Disk:
    """Reads files below one root. Paths are POSIX, relative to the root, surrogate-escaped."""

    def __init__(self, root: str, limit: int = SIZE_LIMIT) -> None:
        self._root = encode(root)
        self._limit = limit
        self._safe: dict[str, bool] = {"": True}
        self._kept: dict[str, bytes] = {}
        self._room = _KEPT

    def describe(self, path: str) -> ChangedFile:
        """Return a path as a file that is new in all its lines, with a skip if it cannot be read."""
        try:
            found = os.lstat(self._at(path))
        except OSError as error:
            gone = isinstance(error, FileNotFoundError | NotADirectoryError)
            return _gone(path) if gone else _unreadable(path, error)
        if stat.S_ISLNK(found.st_mode):
            return self._link(path)
        if stat.S_ISDIR(found.st_mode):
            return submodule(path)
        if not stat.S_ISREG(found.st_mode):
            return _added(path, skip=Skip(SkipReason.EXCLUDED, "no regular file"))
        if not self._without_links(path.rpartition("/")[0]):
            return _added(path, skip=Skip(SkipReason.SYMLINK, "lies behind a symbolic link"))
        return self._regular(path, found)

    def read(self, path: str) -> bytes:
        """Return the content of a regular file. Raises IncompleteError where it cannot be had."""
        kept = self._kept.get(path)
        if kept is not None:
            return kept
        try:
            if not self._without_links(path.rpartition("/")[0]):
                raise IncompleteError(f"{quote(path)} lies behind a symbolic link")
            return self._bytes(path, None)
        except OSError as error:
            raise IncompleteError(f"{quote(path)} cannot be read: {error.strerror}") from error

    def existing(self, path: str) -> bytes | None:
        """Return the content of a regular file, None where there is none at this path."""
        try:
            regular = stat.S_ISREG(os.lstat(self._at(path)).st_mode)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise IncompleteError(f"{quote(path)} cannot be read: {error.strerror}") from error
        return self.read(path) if regular else None

    def size(self, path: str) -> int | None:
        """Return the size of a regular file in bytes, None where there is none at this path."""
        try:
            found = os.lstat(self._at(path))
        except OSError:
            return None
        return found.st_size if stat.S_ISREG(found.st_mode) else None

    def _regular(self, path: str, found: os.stat_result) -> ChangedFile:
        try:
            content = self._bytes(path, HEAD_SIZE if found.st_size > self._limit else None)
        except OSError as error:
            return _unreadable(path, error)
        size = max(found.st_size, len(content))
        skip = classify(path, content, size, limit=self._limit)
        if skip is None and len(content) <= self._room:
            self._kept[path] = content
            self._room -= len(content)
        mode = 0o100755 if found.st_mode & stat.S_IXUSR else 0o100644
        return ChangedFile(
            path=path,
            status=FileStatus.ADDED,
            new_mode=mode,
            size=size,
            added=() if skip else whole(content),
            skip=skip,
        )

    def _link(self, path: str) -> ChangedFile:
        try:
            target = decode(os.readlink(self._at(path)))  # noqa: PTH115 - surrogate paths
        except OSError as error:
            return _unreadable(path, error)
        return _added(path, kind=FileKind.SYMLINK, new_mode=0o120000, skip=link_skip(path, target))

    def _bytes(self, path: str, at_most: int | None) -> bytes:
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        with open(os.open(self._at(path), flags), "rb") as file:  # noqa: PTH123 - O_NOFOLLOW
            return file.read() if at_most is None else file.read(at_most)

    def _without_links(self, folder: str) -> bool:
        """Whether no part of a folder's path below the root is a link."""
        known = self._safe.get(folder)
        if known is None:
            above = self._without_links(folder.rpartition("/")[0])
            known = above and not os.path.islink(self._at(folder))  # noqa: PTH114 - surrogates
            self._safe[folder] = known
        return known

    def _at(self, path: str) -> bytes:
        return os.path.join(self._root, encode(path))  # noqa: PTH118 - surrogate paths


class DiskTree:
    """All files of a folder that is compared with nothing."""

    def __init__(self, disk: Disk, paths: Sequence[str]) -> None:
        self._disk = disk
        self._paths = tuple(paths)

    def paths(self) -> Sequence[str]:
        """Return the path of every file; some of them may not be regular ones."""
        return self._paths

    def new(self, path: str, limit: int) -> bytes | None:
        """Return a file, None without a regular one or for one above `limit` bytes."""
        size = self._disk.size(path)
        return None if size is None or size > limit else self._disk.existing(path)

    def old(self, path: str, limit: int) -> bytes | None:  # noqa: ARG002 - the port's signature
        """Return None: there is no old version."""
        return None


def submodule(path: str) -> ChangedFile:
    """Return a path that holds another repository."""
    skip = Skip(SkipReason.SUBMODULE)
    return _added(path, kind=FileKind.SUBMODULE, new_mode=0o160000, skip=skip)


def unlisted(path: str, error: OSError) -> ChangedFile:
    """Return a folder whose files cannot even be listed."""
    return _unreadable(path, error)


def _unreadable(path: str, error: OSError) -> ChangedFile:
    return _added(path, skip=Skip(SkipReason.UNREADABLE, error.strerror or type(error).__name__))


def _gone(path: str) -> ChangedFile:
    skip = Skip(SkipReason.DELETED, "not in the work tree")
    return ChangedFile(path=path, status=FileStatus.DELETED, skip=skip)


def _added(
    path: str, *, skip: Skip, kind: FileKind = FileKind.FILE, new_mode: int = 0
) -> ChangedFile:
    return ChangedFile(path=path, status=FileStatus.ADDED, kind=kind, new_mode=new_mode, skip=skip)
