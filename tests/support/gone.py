"""Whether a process that was killed has ended."""

from __future__ import annotations

import subprocess

_LOOKS = 200


def is_gone(pid: int) -> bool:
    """Look until the process has ended; its new parent need not have collected it.

    A signal is on its way for a moment; after some seconds of looking the process counts as alive.
    """
    return any(_is_gone(pid) for _ in range(_LOOKS))


def _is_gone(pid: int) -> bool:
    words = ["ps", "-o", "stat=", "-p", str(pid)]
    state = subprocess.run(words, capture_output=True, check=False).stdout.strip()
    return not state or state.startswith(b"Z")
