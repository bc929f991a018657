"""The change that is about to be committed: the index against HEAD."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping

from aireview.adapters.git.command import NO_WORK_TREE, Git
from aireview.adapters.git.contents import Contents
from aireview.adapters.git.diff import Listing, list_changes
from aireview.adapters.git.tree import GitTree
from aireview.diffs.classify import SIZE_LIMIT
from aireview.diffs.lines import decode
from aireview.diffs.merging import own_changes
from aireview.errors import AireviewError
from aireview.model.change import Change, ChangedFile, Commit, Origin

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class StagedChange:
    """The staged index of the repository that `git` runs in; contents are those of the index.

    While a merge is being committed only the lines that no parent has are part of the change: the
    resolution. What comes from a parent was reviewed there.
    """

    def __init__(self, git: Git, *, limit: int = SIZE_LIMIT) -> None:
        self._git = git
        self._contents = Contents(git, limit)
        self._place: _Place | None = None

    def change(self) -> Change:
        """Return the staged change.

        Raises AireviewError outside a work tree, IncompleteError with an unresolved conflict.
        """
        place = self._where()
        listing = list_changes(
            self._git, self._contents.objects, ["--cached", *([place.head] if place.head else [])]
        )
        notices = list(listing.notices)
        files = listing.files
        if not files:
            notices.append("nothing is staged")
        elif heads := _merge_heads(place.merge_head, os.environ):
            files = self._own(listing, heads)
            left_out = len(listing.files) - len(files)
            notices.append(
                "a merge is being committed: lines that a parent has are not part of the change "
                f"({left_out} of {len(listing.files)} files left out)"
            )
        described = self._contents.describe(files)
        notices += self._contents.notices(described)
        return Change(
            origin=Origin.STAGED, base=place.head, files=described, notices=tuple(notices)
        )

    def base(self) -> str | None:
        """Return HEAD's commit, None before the first one."""
        return self._where().head

    def read(self, file: ChangedFile) -> bytes:
        """Return the staged version of a file. Raises IncompleteError where it cannot be had."""
        return self._contents.read(file)

    def commits(self) -> Iterator[Commit]:
        """Yield nothing: an index has no commits."""
        return iter(())

    def base_file(self, path: str) -> bytes | None:
        """Return a file as HEAD has it, None where HEAD does not have it."""
        return self._contents.at(self._where().head, path)

    def branch(self) -> str:
        """Return the name of the current branch, empty when HEAD is detached."""
        place = self._where()
        if place.ref is not None:
            return _branch(place.ref)
        done = self._git.try_run(["symbolic-ref", "-q", "HEAD"])
        return _branch(decode(done.stdout).rstrip("\n"))

    def tree(self) -> GitTree:
        """Return the files of the index, and those of HEAD."""
        objects = self._contents.objects
        return GitTree(self._git, objects, head=None, base=self._where().head)

    def _where(self) -> _Place:
        if self._place is None:
            self._place = _find(self._git)
        return self._place

    def _own(self, listing: Listing, heads: tuple[str, ...]) -> tuple[ChangedFile, ...]:
        others = [
            list_changes(self._git, self._contents.objects, ["--cached", head]).files
            for head in heads
        ]
        return own_changes(listing.files, others)


class _Place:
    """What one `rev-parse` tells: HEAD's commit and ref (None: not born), where MERGE_HEAD is."""

    def __init__(self, merge_head: str, head: str | None, ref: str | None) -> None:
        self.merge_head = merge_head
        self.head = head
        self.ref = ref


def _find(git: Git) -> _Place:
    asked = ["rev-parse", "--is-bare-repository", "--git-path", "MERGE_HEAD"]
    done = git.try_run([*asked, "HEAD", "--symbolic-full-name", "HEAD"])
    head = ref = None
    # Cut from both ends: the path may hold newlines.
    if done.code == 0:
        answer, head, ref = decode(done.stdout).rstrip("\n").rsplit("\n", 2)
    else:
        answer = decode(git.run(asked)).removesuffix("\n")  # HEAD is not born, or no repository
    bare, _, path = answer.partition("\n")
    if bare == "true":
        raise AireviewError("a bare repository has nothing staged", NO_WORK_TREE)
    return _Place(os.path.join(git.directory, path), head, ref)  # noqa: PTH118 - surrogates


def _merge_heads(merge_head: str, environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the further parents of the commit that is being made.

    `git merge` writes MERGE_HEAD when it stops, but not before the pre-merge-commit hook of a clean
    merge; there it names the other side in GITHEAD_<commit> (git, builtin/merge.c).
    """
    try:
        with open(merge_head, "rb") as file:  # noqa: PTH123 - surrogates
            return tuple(_COMMIT.findall(decode(file.read())))
    except FileNotFoundError:
        pass
    if not environ.get("GIT_REFLOG_ACTION", "").startswith(("merge", "pull")):
        return ()
    named = (name.removeprefix("GITHEAD_") for name in environ if name.startswith("GITHEAD_"))
    return tuple(sorted(name for name in named if _COMMIT.fullmatch(name)))


def _branch(ref: str) -> str:
    return ref.removeprefix("refs/heads/") if ref.startswith("refs/heads/") else ""
