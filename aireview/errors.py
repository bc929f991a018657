"""The one error type that reaches a user, and what an exit code means.

Everything that goes wrong for a reason we know is an `AireviewError` with a hint; `cli` turns it
into an exit code in one place. Anything else is a bug and exits `INTERNAL`.
"""

from __future__ import annotations

import enum


class ExitCode(enum.IntEnum):
    """Exit codes that callers rely on (see the README)."""

    PASS = 0
    VIOLATION = 1
    USAGE = 2
    INCOMPLETE = 3  # also an internal error; no setting lowers it
    INTERRUPTED = 130


class AireviewError(Exception):
    """A problem that the user can act on: one sentence, and a hint on what to do."""

    exit_code = ExitCode.USAGE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class IncompleteError(AireviewError):
    """The work could not be done in full, so there is no verdict."""

    exit_code = ExitCode.INCOMPLETE
