"""A change that is already committed: two commits of the repository compared."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from aireview.adapters.git.command import Git, failure
from aireview.adapters.git.contents import Contents
from aireview.adapters.git.diff import list_changes, short
from aireview.adapters.git.objects import GitObject, parents_of
from aireview.adapters.git.tree import GitTree
from aireview.diffs.classify import SIZE_LIMIT
from aireview.diffs.lines import decode
from aireview.errors import AireviewError, IncompleteError
from aireview.model.change import Change, ChangedFile, Commit, Origin
from aireview.model.text import quote

_HINT = "Give two commits as BASE..HEAD, such as origin/main..HEAD, or one commit."
_DEEPEN = "Fetch the history: `git fetch --unshallow`, or `fetch-depth: 0` in actions/checkout."

# The tree without entries, in SHA-1 and SHA-256: as a base it means "everything up to the head".
EMPTY_TREES = (
    "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
    "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
)


class RangeChange:
    """What `BASE..HEAD` or a single commit changes.

    `A..B` and `A...B` both mean what a pull request from B into A shows: B against the merge base
    of the two. An empty side is HEAD; the empty tree as A is a base without anything. A single commit is compared with its first parent, a root
    commit with the empty tree. Works in a bare repository.
    """

    def __init__(self, git: Git, revisions: str, *, limit: int = SIZE_LIMIT) -> None:
        self._git = git
        self._names = _parse(revisions)
        self._contents = Contents(git, limit)
        self._found: _Range | None = None

    def change(self) -> Change:
        """Return the change. Raises AireviewError for a revision that is unknown or not fetched."""
        span = self._resolved()
        base = span.base or self._empty_tree()
        listing = list_changes(self._git, self._contents.objects, [base, span.head])
        files = self._contents.describe(listing.files)
        notices = [*listing.notices, *self._contents.notices(files)]
        if not files:
            notices.append("the range changes no file")
        return Change(
            origin=Origin.RANGE,
            base=span.base,
            head=span.head,
            files=files,
            notices=tuple(notices),
        )

    def base(self) -> str | None:
        """Return the commit that the head is compared with, None for a root commit."""
        return self._resolved().base

    def head(self) -> str:
        """Return the id of the head commit."""
        return self._resolved().head

    def read(self, file: ChangedFile) -> bytes:
        """Return a file as the head has it. Raises IncompleteError where it cannot be had."""
        return self._contents.read(file)

    def commits(self) -> Iterator[Commit]:
        """Yield the commits of the range, newest first."""
        from aireview.adapters.git.log import stream_commits  # noqa: PLC0415 - not every run asks

        span = self._resolved()
        revisions = (span.head,) if span.since is None else (f"{span.since}..{span.head}",)
        return stream_commits(self._git, revisions)

    def base_file(self, path: str) -> bytes | None:
        """Return a file as the merge base (of a single commit: its parent) has it, or None."""
        return self._contents.at(self._resolved().base, path)

    def branch(self) -> str:
        """Return nothing: a range does not tell which branch it is from."""
        return ""

    def tree(self) -> GitTree:
        """Return the files of the head, and those of the base."""
        span = self._resolved()
        return GitTree(self._git, self._contents.objects, head=span.head, base=span.base)

    def _resolved(self) -> _Range:
        if self._found is None:
            base, head = self._names
            self._found = self._single(head) if base is None else self._between(base, head)
        return self._found

    def _single(self, name: str) -> _Range:
        commit = self._commit(name)
        parents = parents_of(commit)
        if not parents:
            return _Range(base=None, since=None, head=commit.id)
        if self._contents.objects.get(parents[0]) is None:
            message = f"the parent of {short(commit.id)} is not in this repository"
            if self._shallow():
                raise AireviewError(message, _DEEPEN)
            raise IncompleteError(message, "Run `git fsck` to see what else is missing.")
        return _Range(base=parents[0], since=parents[0], head=commit.id)

    def _between(self, base: str, head: str) -> _Range:
        if base in EMPTY_TREES:
            return _Range(base=None, since=None, head=self._commit(head).id)
        old, new = self._commit(base).id, self._commit(head).id
        done = self._git.try_run(["merge-base", old, new])
        if done.code == 0:
            found = done.stdout.decode("ascii").split()[0]
            return _Range(base=found, since=old, head=new)
        if done.code != 1:
            raise failure(done.stderr)
        message = f"{quote(base)} and {quote(head)} have no common commit"
        if self._shallow():
            raise AireviewError(f"{message} in this shallow clone", _DEEPEN)
        raise AireviewError(message, "Give a base that the head was branched from.")

    def _commit(self, name: str) -> GitObject:
        found = self._contents.objects.get(f"{name}^{{commit}}")
        if found is not None and found.kind == "commit":
            return found
        if set(name) == {"0"}:
            raise AireviewError(
                "the base is no commit: this push created the branch",
                "Compare with the branch it is for, such as origin/main..HEAD.",
            )
        if self._shallow():
            raise AireviewError(f"unknown revision {quote(name)} in this shallow clone", _DEEPEN)
        raise AireviewError(f"unknown revision {quote(name)}", f"{_HINT} `git fetch` may help.")

    def _shallow(self) -> bool:
        done = self._git.try_run(["rev-parse", "--is-shallow-repository"])
        return done.stdout.strip() == b"true"

    def _empty_tree(self) -> str:
        done = self._git.run(["hash-object", "-t", "tree", "--stdin"])
        return decode(done).strip()


class _Range(msgspec.Struct, frozen=True, kw_only=True):
    """Two commits to compare. `base` is None for a root commit.

    `since` is the commit whose history is not part of the range, None where there is none.
    """

    base: str | None
    since: str | None
    head: str


def _parse(revisions: str) -> tuple[str | None, str]:
    """Return base and head as written; the base is None for a single commit."""
    text = revisions.strip()
    base, dots, head = text.partition("..")
    head = head.removeprefix(".")
    names = (base or "HEAD", head or "HEAD") if dots else (None, text)
    hostile = any(ord(char) < 0x20 or ord(char) == 0x7F for char in text)
    options = any(name is not None and name.startswith("-") for name in names)
    if not text or hostile or options or ".." in names[1] or names[1].startswith("."):
        raise AireviewError(f"{quote(revisions)} is no range of commits", _HINT)
    return names
