"""What is under review: files between a base and a head, and which lines are new."""

from __future__ import annotations

import enum

import msgspec


class LineRange(msgspec.Struct, frozen=True, order=True):
    """Lines `start` to `end` of one version of a file: 1-based, inclusive, LF-separated."""

    start: int
    end: int

    def __contains__(self, line: int) -> bool:
        """Whether `line` lies in the range."""
        return self.start <= line <= self.end

    def overlaps(self, start: int, end: int) -> bool:
        """Whether the range shares a line with `start`..`end`."""
        return self.start <= end and start <= self.end


class FileStatus(enum.Enum):
    """How git says that a path changed (the letter of `git diff --raw`)."""

    ADDED = "added"
    COPIED = "copied"
    DELETED = "deleted"
    MODIFIED = "modified"
    RENAMED = "renamed"
    TYPE_CHANGED = "type-changed"


class FileKind(enum.Enum):
    """What the new version of a path is (from its git mode)."""

    FILE = "file"
    SYMLINK = "symlink"
    SUBMODULE = "submodule"


class SkipReason(enum.Enum):
    """Why the content of a listed path is not handed to the checks.

    The first group is not reviewable by nature and harmless to leave out. `UNREADABLE` makes the
    run incomplete. The rest is source that we cannot judge: a finding says so.
    """

    DELETED = "deleted"
    SYMLINK = "symlink"
    SUBMODULE = "submodule"
    BINARY = "binary"
    EXCLUDED = "excluded"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    LFS_POINTER = "lfs-pointer"
    NOT_TEXT = "not-text"


class Skip(msgspec.Struct, frozen=True):
    """A listed path that was not read, and why.

    `by_size`: nothing but its length keeps it from the rules, and a check may still read it.
    """

    reason: SkipReason
    detail: str = ""
    by_size: bool = False


class ChangedFile(msgspec.Struct, frozen=True, kw_only=True):
    """One path of a change.

    `path` and `old_path` are POSIX paths relative to the repository root, decoded from bytes with
    surrogate escapes. `added` are lines of the new version, `removed` lines of the old one.
    `old_blob` and `new_blob` are object ids; None where that side does not exist or, for
    `new_blob`, where the content lies in a folder and not in git.
    """

    path: str
    status: FileStatus
    kind: FileKind = FileKind.FILE
    old_path: str | None = None
    old_blob: str | None = None
    new_blob: str | None = None
    old_mode: int = 0
    new_mode: int = 0
    size: int = 0
    added: tuple[LineRange, ...] = ()
    removed: tuple[LineRange, ...] = ()
    skip: Skip | None = None

    def adds(self, start: int, end: int) -> bool:
        """Whether any of the lines `start`..`end` of the new version is new in this change."""
        return any(span.overlaps(start, end) for span in self.added)


class Origin(enum.Enum):
    """Where a change was read from."""

    STAGED = "staged"
    RANGE = "range"
    ALL = "all"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A set of changed files between a base and a head.

    `base` and `head` are commit ids; `base` is None for a first commit or a folder, `head` is None
    for the index or a work tree. `files` holds every path that was listed, skipped ones included,
    sorted by path. `notices` are facts about the reading that a person should see.
    """

    origin: Origin
    base: str | None = None
    head: str | None = None
    files: tuple[ChangedFile, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def readable(self) -> tuple[ChangedFile, ...]:
        """The files whose new version can be handed to a check."""
        return tuple(file for file in self.files if file.skip is None)


class Commit(msgspec.Struct, frozen=True, kw_only=True):
    """One commit as git stores it (raw identities, never the mailmapped ones).

    `author_date` is `YYYY-MM-DD` in the author's own time zone. `message` is capped;
    `message_cut` says so.
    """

    sha: str
    parents: tuple[str, ...] = ()
    author_name: str = ""
    author_email: str = ""
    author_date: str = ""
    committer_name: str = ""
    committer_email: str = ""
    message: str = ""
    message_cut: bool = False


class PullRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What a forge says about a change beyond its commits; every field may be empty."""

    branch: str = ""
    title: str = ""
    body: str = ""
    author: str = ""
    labels: tuple[str, ...] = ()
