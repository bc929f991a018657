"""What the core needs from outside, in the core's words. Adapters and fakes implement these."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from aireview.model.change import Change, ChangedFile, Commit
from aireview.model.engine import EngineRun, Target
from aireview.model.lines import BlamedLines

if TYPE_CHECKING:
    # Every run loads the ports, few look up a package.
    from aireview.model.packages import Ecosystem, Listed, Provided, Question, Standing


class Source(Protocol):
    """Where a change is read from: a git repository or a plain folder."""

    def change(self) -> Change:
        """Return the change under review, every listed path included."""
        ...

    def base(self) -> str | None:
        """Return the id of the commit that the change is compared with, None without one."""
        ...

    def read(self, file: ChangedFile) -> bytes:
        """Return the new version of `file`. Raises `IncompleteError` where it cannot be had."""
        ...

    def commits(self) -> Iterator[Commit]:
        """Yield the commits of the change, newest first; none for an index or a folder."""
        ...

    def branch(self) -> str:
        """Return the name of the branch that the change is made on, empty where none is known."""
        ...

    def base_file(self, path: str) -> bytes | None:
        """Return a file as the base has it, None where the base does not have it."""
        ...

    def tree(self) -> Tree:
        """Return all files of the repository, changed or not."""
        ...


class RuleEngine(Protocol):
    """Runs rule files over targets in another process."""

    def start(
        self, targets: Sequence[Target], rule_folders: Sequence[str]
    ) -> Callable[[], EngineRun]:
        """Start a scan and return a function that waits for its end.

        `rule_folders` are paths of folders with rule files. Neither call raises for an engine that
        is missing, crashes or times out: that is an outcome of the run.
        """
        ...


class Blame(Protocol):
    """Tells where the lines of a file come from, over one range."""

    def __call__(self, path: str, *, ignore_whitespace: bool = False) -> Sequence[BlamedLines]:
        """Return every line of `path` at the head with the commit of the range that wrote it.

        With `ignore_whitespace`, changes of whitespace do not count as writing a line. Raises
        AireviewError when it cannot be told.
        """
        ...


class Tree(Protocol):
    """All files of the repository on both sides of a change, changed or not."""

    def paths(self) -> Sequence[str]:
        """Return the path of every file of the new version, submodules and links left out."""
        ...

    def new(self, path: str, limit: int) -> bytes | None:
        """Return a file of the new version, None where there is none or it is above `limit` bytes.

        Raises IncompleteError where it is there and cannot be read.
        """
        ...

    def old(self, path: str, limit: int) -> bytes | None:
        """Return a file of the old version, as `new` does. None for a change without a base."""
        ...


class Registries(Protocol):
    """Answers about package names, from registries or from what is known of them without one."""

    def ask(self, questions: Sequence[Question]) -> Mapping[Question, Standing]:
        """Return an answer to each question. Never raises for what a registry does."""
        ...

    def modules(self, ecosystem: Ecosystem, names: Sequence[str]) -> Mapping[str, Provided]:
        """Return the modules that packages install, read from their archives without running them."""
        ...

    def listed(self, ecosystem: Ecosystem, name: str) -> Listed:
        """Return whether the embedded index or the snapshot has a normalised name."""
        ...

    def similar(self, ecosystem: Ecosystem, name: str) -> str:
        """Return the known name that a reader would confuse with this one, empty without one."""
        ...

    def family(self, ecosystem: Ecosystem, name: str) -> Sequence[str]:
        """Return a few known names that begin with a normalised name and a hyphen."""
        ...

    def advisories(self, ecosystem: Ecosystem, name: str, version: str = "") -> Sequence[str]:
        """Return ids of malicious-package advisories (`MAL-…`) for a normalised name.

        Advisories for single versions of an honest package count for those versions alone.
        """
        ...
