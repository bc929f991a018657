"""Contents of the files of a change, from git's objects and never from the work tree."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from aireview.adapters.git.command import Git
from aireview.adapters.git.objects import GitObject, Objects, tree_entry
from aireview.diffs.classify import HEAD_SIZE, SIZE_LIMIT, classify
from aireview.diffs.lines import decode, split_lines
from aireview.diffs.links import link_skip
from aireview.errors import IncompleteError
from aireview.model.change import ChangedFile, FileKind, FileStatus, Skip, SkipReason
from aireview.model.text import quote

# Contents are needed twice, to classify and to check. Up to this many bytes they are kept.
_KEPT = 32_000_000
_LONGEST_TARGET = 4_096

# Attributes that hide source from git's own diff or from a forge's (gitattributes(5); the last two
# fold a file away in pull requests).
_HIDING = re.compile(r"\s(-diff|-text|diff=\S+|binary|linguist-(?:generated|vendored)\S*)(?=\s|$)")


class Contents:
    """Reads and classifies the files of one change. `limit` is the size of source in bytes."""

    def __init__(self, git: Git, limit: int = SIZE_LIMIT) -> None:
        self.objects = Objects(git)
        self._limit = limit
        self._kept: dict[str, bytes] = {}
        self._room = _KEPT

    def describe(self, files: Iterable[ChangedFile]) -> tuple[ChangedFile, ...]:
        """Return the files with their sizes, and with a skip where they cannot be reviewed."""
        return tuple(file if file.skip else self._described(file) for file in files)

    def read(self, file: ChangedFile) -> bytes:
        """Return the new version of a file. Raises IncompleteError where there is none to read."""
        if file.new_blob is None or file.kind is FileKind.SUBMODULE:
            raise IncompleteError(f"{quote(file.path)} has no content to read")
        kept = self._kept.get(file.new_blob)
        return self._blob(file).content if kept is None else kept

    def at(self, commit: str | None, path: str) -> bytes | None:
        """Return a file as a commit has it, None where it has no such file.

        Raises IncompleteError when the commit has it and it cannot be read.
        """
        entry = None if commit is None else tree_entry(self.objects, commit, path)
        if entry is None or entry.mode & 0o170000 != 0o100000:
            return None
        found = self.objects.get(entry.id)
        if found is None:
            raise IncompleteError(
                f"{quote(path)} of the base is missing in this repository",
                "Fetch the missing objects: `git fetch`.",
            )
        return found.content

    def notices(self, files: Iterable[ChangedFile]) -> tuple[str, ...]:
        """Return what a person should know about the files of a change."""
        return tuple(
            f"{quote(file.path)} in this change affects how source is shown"
            for file in files
            if file.path.rpartition("/")[2] == ".gitattributes" and not file.skip
            if self._hides(file)
        )

    def _hides(self, file: ChangedFile) -> bool:
        lines = split_lines(decode(self.read(file)))
        return any(
            _HIDING.search(line)
            for span in file.added
            for line in lines[span.start - 1 : span.end]
            if not line.startswith("#")
        )

    def _described(self, file: ChangedFile) -> ChangedFile:
        if file.status is FileStatus.DELETED:
            return msgspec.structs.replace(file, skip=Skip(SkipReason.DELETED))
        if file.kind is FileKind.SUBMODULE:
            skip = Skip(SkipReason.SUBMODULE, f"commit {(file.new_blob or '')[:12]}")
            return msgspec.structs.replace(file, skip=skip)
        try:
            found = self._blob(file, limit=self._limit)
        except IncompleteError as error:
            unreadable = Skip(SkipReason.UNREADABLE, error.message)
            return msgspec.structs.replace(file, skip=unreadable)
        if file.kind is FileKind.SYMLINK:
            link: Skip | None = link_skip(file.path, decode(found.content[:_LONGEST_TARGET]))
        else:
            link = classify(file.path, found.content, found.size, limit=self._limit)
            if link is None:
                self._keep(found)
        return msgspec.structs.replace(file, size=found.size, skip=link)

    def _blob(self, file: ChangedFile, limit: int | None = None) -> GitObject:
        name = file.new_blob or ""
        found = self.objects.get(name, limit=limit, head=HEAD_SIZE)
        if found is None:
            raise IncompleteError(
                f"the object {name} is missing in this repository",
                "Fetch the missing objects: `git fetch`.",
            )
        return found

    def _keep(self, found: GitObject) -> None:
        if len(found.content) <= self._room and found.id not in self._kept:
            self._kept[found.id] = found.content
            self._room -= len(found.content)
