"""How a command ends: errors that we know become a line, a hint and an exit code, in one place."""

from __future__ import annotations

import sys
from collections.abc import Callable

from aireview.errors import AireviewError, ExitCode
from aireview.model.text import printable


def ended(work: Callable[[], int]) -> int:
    """Do the work and return its exit code, or the one of the error that stopped it."""
    try:
        return work()
    except AireviewError as error:
        complain(error.message, error.hint)
        return error.exit_code
    except KeyboardInterrupt:
        complain("interrupted")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader left (`aireview … | head`). Nobody is there to be told.
        sys.stderr.close()
        return ExitCode.INCOMPLETE


def complain(message: str, hint: str = "") -> None:
    """Print what went wrong to stderr, and what to do about it."""
    say(f"aireview: {printable(message)}")
    if hint:
        say(f"  hint: {printable(hint)}")


def say(line: str) -> None:
    """Print a line to stderr; stdout is for reports."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def show(text: str) -> None:
    """Print a report to stdout, with a line feed at its end."""
    if text:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
