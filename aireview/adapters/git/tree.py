"""All files of the repository on both sides of a change, from git's objects."""

from __future__ import annotations

from collections.abc import Sequence

from aireview.adapters.git.command import Git
from aireview.adapters.git.objects import Objects
from aireview.diffs.lines import decode
from aireview.errors import IncompleteError
from aireview.model.text import quote


class GitTree:
    """The files of a commit, or of the index where `head` is None, and those of its base."""

    def __init__(self, git: Git, objects: Objects, *, head: str | None, base: str | None) -> None:
        self._git = git
        self._objects = objects
        self._head = head
        self._base = base
        self._paths: tuple[str, ...] | None = None

    def paths(self) -> Sequence[str]:
        """Return the path of every regular file of the new version."""
        if self._paths is None:
            self._paths = tuple(self._list())
        return self._paths

    def new(self, path: str, limit: int) -> bytes | None:
        """Return a file of the new version, None without one or for one above `limit` bytes."""
        return self._blob(f"{self._head or ''}:{path}", path, limit)

    def old(self, path: str, limit: int) -> bytes | None:
        """Return a file of the old version, None without one or for one above `limit` bytes."""
        return None if self._base is None else self._blob(f"{self._base}:{path}", path, limit)

    def _blob(self, name: str, path: str, limit: int) -> bytes | None:
        if "\n" in path:
            # One question is one line; such a path cannot be asked for.
            raise IncompleteError(f"{quote(path)} cannot be read by name")
        found = self._objects.get(name, limit=limit)
        if found is None or found.kind != "blob" or found.size > limit:
            return None
        return found.content

    def _list(self) -> list[str]:
        if self._head is None:
            output = self._git.run(["ls-files", "-z", "--stage", "--full-name", ":(top)"])
        else:
            output = self._git.run(["ls-tree", "-r", "-z", "--full-tree", self._head])
        found = []
        for entry in output.split(b"\0")[:-1]:
            about, _, path = entry.partition(b"\t")
            if about.startswith(b"100"):
                found.append(decode(path))
        return found
