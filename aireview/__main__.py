"""`python -m aireview` and the `aireview` script."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.excepthook = _bug
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


def _bug(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    """Report what should never happen; the exit code must not be that of a finding (1)."""
    import traceback  # noqa: PLC0415 - 5 ms, and never needed

    from aireview import __version__  # noqa: PLC0415 - as above
    from aireview.errors import ExitCode  # noqa: PLC0415 - as above

    traceback.print_exception(kind, error, where)
    version = sys.version.split()[0]
    print(  # noqa: T201 - the last words
        f"aireview {__version__} (Python {version}, {sys.platform}): this is a bug, and there is"
        " no verdict. Please report it with the lines above.",
        file=sys.stderr,
        flush=True,
    )
    sys.stdout.flush()
    os._exit(ExitCode.INCOMPLETE)


if __name__ == "__main__":
    main()
