"""How a command ends: errors that we know become a line, a hint and an exit code, in one place."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from aireview.errors import AireviewError, ExitCode, IncompleteError
from aireview.model.text import printable

_NOT_WRITTEN = "the report could not be written"


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
        let_go(sys.stdout)
        return ExitCode.INCOMPLETE
    except OSError as error:
        complain(_explained(error))
        return ExitCode.INCOMPLETE
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):  # as click puts it, with exit code 1
            let_go(sys.stdout)
            return ExitCode.INCOMPLETE
        raise


def complain(message: str, hint: str = "") -> None:
    """Print what went wrong to stderr, and what to do about it."""
    say(f"aireview: {printable(message)}")
    if hint:
        say(f"  hint: {printable(hint)}")


def say(line: str) -> None:
    """Print a line to stderr, if there is one that takes it; stdout is for reports."""
    if sys.stderr is None:  # closed by the caller
        return
    try:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
    except OSError:
        let_go(sys.stderr)


def show(text: str) -> None:
    """Print a report to stdout, with a line feed at its end.

    Raises BrokenPipeError when the reader left, IncompleteError when it cannot be written.
    """
    if not text:
        return
    if sys.stdout is None:
        raise IncompleteError(f"{_NOT_WRITTEN}: stdout is closed")
    try:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise IncompleteError(_unwritten(error)) from error


def _explained(error: OSError) -> str:
    """Return in words what the system refused."""
    why = error.strerror or str(error)
    if error.filename is not None:
        name = error.filename
        return f"{os.fsdecode(name) if isinstance(name, (str, bytes)) else name}: {why}"
    if sys.stdout is not None:
        try:
            sys.stdout.write("")
            sys.stdout.flush()  # a report that could not be written is still in there
        except OSError:
            return _unwritten(error)
    return f"input or output failed: {why}"


def _unwritten(error: OSError) -> str:
    let_go(sys.stdout)
    why = (error.strerror or str(error)) if sys.stdout.writable() else "stdout is closed"
    return f"{_NOT_WRITTEN}: {why}"


def let_go(stream: TextIO) -> None:
    """Point a stream at nothing: writing what it still holds would fail again as Python ends."""
    with suppress(OSError):  # no stream of the system
        descriptor = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, descriptor)
        os.close(nowhere)
