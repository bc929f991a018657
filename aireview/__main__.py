"""`python -m aireview` and the `aireview` script."""

from __future__ import annotations

import io
import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType, TracebackType


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.excepthook = _bug
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:  # nohup(1) has it ignored
            signal.signal(number, _stop)
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # never fail at printing
    words = sys.argv[1:]
    if words[:2] == ["hook", "commit"]:
        # The one command that people wait for on every commit: reading its one option by hand saves
        # the 15 ms that it takes to load click.
        from aireview.cli import hook_commit  # noqa: PLC0415 - one of the two

        call = hook_commit.read_words(words[2:])
        if call is not None:
            sys.exit(hook_commit.main(call))
    from aireview.cli.main import run  # noqa: PLC0415 - as above

    sys.exit(run(words))


def _open_closed_streams() -> None:
    """Replace streams that the caller closed (`>&-`), which Python has as None.

    Writing a report is then an error like any other; what would go to stderr is lost.
    """
    if sys.stdout is None:
        sys.stdout = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - refuses to be written
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - for good


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    """End in order: engines are killed and temporary folders removed on the way out."""
    for again in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(again, signal.SIG_IGN)
    raise SystemExit(128 + number)


def _bug(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    """Report what should never happen; the exit code must not be that of a finding (1)."""
    import traceback  # noqa: PLC0415 - 5 ms, and never needed

    from aireview import __version__  # noqa: PLC0415 - as above
    from aireview.cli.endings import let_go  # noqa: PLC0415 - as above
    from aireview.errors import ExitCode  # noqa: PLC0415 - as above

    if issubclass(kind, KeyboardInterrupt):  # before there was a command to interrupt
        sys.exit(ExitCode.INTERRUPTED)
    version = sys.version.split()[0]
    try:
        traceback.print_exception(kind, error, where)
        print(  # noqa: T201 - the last words
            f"aireview {__version__} (Python {version}, {sys.platform}): this is a bug, and there is"
            " no verdict. Please report it with the lines above.",
            file=sys.stderr,
            flush=True,
        )
    except OSError:
        let_go(sys.stderr)
    try:
        sys.stdout.flush()
    except OSError:
        let_go(sys.stdout)
    sys.exit(ExitCode.INCOMPLETE)


if __name__ == "__main__":
    main()
