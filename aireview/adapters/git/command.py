"""One git command: how it is called, and what its failures mean to a user."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from aireview.adapters import process
from aireview.errors import AireviewError, IncompleteError
from aireview.model.text import quote

# Variables that change what a diff looks like. The rest of GIT_* (GIT_INDEX_FILE, GIT_DIR,
# GIT_PREFIX, …) says which repository and index the hook is about and must stay.
_DROPPED = (
    "GIT_DIFF_OPTS", "GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_TRACE", "GIT_TRACE2",
    "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
)  # fmt: skip
_ADDED = {
    "GIT_OPTIONAL_LOCKS": "0",
    # Nothing here may go to the network. git before 2.45 does not know the first of the two and
    # would fetch the missing objects of a partial clone one by one.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    # What is reviewed is what will be pushed, not what refs/replace/ puts in its place here.
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


def environment(base: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment for git: `base` (default: ours) less what would change its output."""
    env = dict(os.environ if base is None else base)
    for name in _DROPPED:
        env.pop(name, None)
    env.update(_ADDED)
    return env


class Git:
    """Runs git in one directory. Cheap to make; holds no state but the directory."""

    def __init__(self, directory: str) -> None:
        self.directory = directory

    def try_run(self, args: Sequence[str | bytes], *, stdin: bytes = b"") -> process.Completed:
        """Run `git ARGS` and return whatever came of it. Raises AireviewError without git."""
        try:
            return process.run(["git", *args], cwd=self.directory, env=environment(), stdin=stdin)
        except OSError as error:
            raise not_started(self.directory) from error

    def run(self, args: Sequence[str | bytes], *, stdin: bytes = b"") -> bytes:
        """Run `git ARGS` and return its stdout. Raises AireviewError when git says no."""
        done = self.try_run(args, stdin=stdin)
        if done.code != 0:
            raise failure(done.stderr)
        return done.stdout


def not_started(directory: str) -> AireviewError:
    """Return why git could not be started in `directory`."""
    if not os.path.isdir(directory):  # noqa: PTH112 - surrogate paths
        return AireviewError(
            f"{quote(directory)} is not a directory", "Name an existing directory."
        )
    return AireviewError("git was not found", "Install git and put it on PATH.")


def failure(stderr: bytes) -> AireviewError:
    """Turn what git printed on stderr into an error with a hint.

    What the user can mend by another call or setting is usage; anything else leaves the work undone.
    """
    said = os.fsdecode(stderr).strip()
    for marker, message, hint in _KNOWN:
        if marker in said:
            return AireviewError(f"{message} (git: {quote(said)})", hint)
    return IncompleteError(
        f"git failed: {quote(said, 500)}", "Run `git fsck` if it speaks of objects or the index."
    )


NO_WORK_TREE = "Check a range of commits instead: `aireview check --range BASE..HEAD`."
_KNOWN = (
    (
        "not a git repository",
        "this is not a git repository",
        "Run aireview inside one, or check a plain folder with `aireview check --all PATH`.",
    ),
    (
        "dubious ownership",
        "git does not trust the owner of this repository",
        "Run `git config --global --add safe.directory <path>` for the user that runs aireview.",
    ),
    (
        "must be run in a work tree",
        "this repository has no work tree here",
        NO_WORK_TREE,
    ),
    (
        "is outside repository",
        "a path lies outside this repository",
        "Run aireview in the repository that holds the path.",
    ),
)
