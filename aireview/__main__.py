"""`python -m aireview` and the `aireview` script."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from aireview.cli.main import run  # noqa: PLC0415 - keeps `import aireview` free of click

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
