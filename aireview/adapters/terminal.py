"""Facts about the standard streams: is a person's terminal there, and what lies on stdin."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence

from aireview.adapters.processes import Ancestor

_STREAMS = (0, 1, 2)
_CHUNK = 65_536


def attended(ancestors: Sequence[Ancestor]) -> bool:
    """Whether a terminal is attached to the git command that runs the hook.

    Runners put pipes or terminals of their own between git and a hook, so the streams of the
    outermost `git` are asked where the system shows them; otherwise our own are.
    """
    for ancestor in reversed(ancestors):
        if "git" in ancestor.names:
            targets = [_target(ancestor.pid, stream) for stream in _STREAMS]
            if any(targets):
                return any(t.startswith(("/dev/pts/", "/dev/tty")) for t in targets)
            break
    return any(_isatty(stream) for stream in _STREAMS)


def read_stdin(limit: int = 8_000_000, patience_s: float = 2.0) -> bytes | None:
    """Return what was handed over on stdin; None when it is a terminal or closed.

    Reads at most `limit` bytes, and gives up when a pipe stays silent for `patience_s` seconds:
    a hook must never wait for a writer that does not exist.
    """
    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return None
    if _isatty(0):
        return None
    if stat.S_ISREG(mode):
        return os.read(0, limit)
    if not (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)):
        return b""
    import select  # noqa: PLC0415 - only for pipes

    parts: list[bytes] = []
    size = 0
    while size < limit and select.select([0], [], [], patience_s)[0]:
        part = os.read(0, _CHUNK)
        if not part:
            break
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _target(pid: int, stream: int) -> str:
    try:
        return os.readlink(f"/proc/{pid}/fd/{stream}")  # noqa: PTH115 - start-up
    except OSError:
        return ""


def _isatty(stream: int) -> bool:
    try:
        return os.isatty(stream)
    except OSError:
        return False
