"""What the report is printed on."""

from __future__ import annotations

import os
import sys


def colors() -> bool:
    """Whether stdout shows colours (https://no-color.org, https://force-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """Return how wide stdout is, between 40 and 200 columns."""
    told = os.environ.get("COLUMNS", "")
    if told.isdigit() and int(told) >= 40:
        return min(int(told), 200)
    if sys.stdout is None:  # closed by the caller
        return 100
    try:
        return max(40, min(os.get_terminal_size(sys.stdout.fileno()).columns, 200))
    except (OSError, ValueError):
        return 100
