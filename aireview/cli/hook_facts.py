"""What a hook can see of who runs it: environment, parent processes, terminal, policy."""

from __future__ import annotations

import os

from aireview.adapters.git.command import Git
from aireview.cli.endings import complain
from aireview.errors import AireviewError
from aireview.policy.values import FILE_NAME, Policy


def committed_policy(git: Git) -> Policy:
    """Return the policy as the last commit has it; before the first one, as the index has it.

    Raises AireviewError for a policy file that cannot be understood.
    """
    from aireview import wiring  # noqa: PLC0415 - only with evidence
    from aireview.policy.load import parse  # noqa: PLC0415 - only with evidence

    for revision in ("HEAD", ""):
        done = git.try_run(["cat-file", "blob", f"{revision}:{FILE_NAME}"])
        if done.code == 0:
            return parse(
                done.stdout,
                name=FILE_NAME,
                known_checks=wiring.CHECK_NAMES,
                today=wiring.today(),
            )
    return parse(b"", name=FILE_NAME, known_checks=wiring.CHECK_NAMES, today=wiring.today())


def here() -> Git:
    """Return git in the current directory, where git starts its hooks."""
    return Git(os.getcwd())  # noqa: PTH109 - start-up


def say(line: str) -> None:
    """Print one line to stderr. stdout is for reports."""
    complain(line)


def say_error(error: AireviewError) -> None:
    """Print an error that does not stop anything, in one line."""
    say(f"{error.message}. {error.hint}" if error.hint else error.message)
