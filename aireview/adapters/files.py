"""Writing files that users asked for: whole or not at all."""

from __future__ import annotations

import os

from aireview.errors import AireviewError
from aireview.model.text import quote


def write_whole(path: str, content: bytes) -> None:
    """Put `content` into `path` in one step, replacing what is there.

    Raises AireviewError when it cannot be written; the old file is then as it was.
    """
    import tempfile  # noqa: PLC0415 - only where something is written

    if os.path.islink(path):  # noqa: PTH114 - surrogate paths
        raise AireviewError(
            f"{quote(path)} is a symbolic link", "Name the file itself; links are not followed."
        )
    folder = os.path.dirname(path) or "."  # noqa: PTH120 - surrogate paths
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=".aireview-", dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o666 & ~_umask())  # noqa: PTH101 - surrogate paths
        os.replace(temporary, path)  # noqa: PTH105 - surrogate paths
    except OSError as error:
        if temporary is not None and os.path.exists(temporary):  # noqa: PTH110 - surrogate paths
            os.unlink(temporary)  # noqa: PTH108 - surrogate paths
        raise AireviewError(
            f"{quote(path)} cannot be written: {error.strerror}",
            "Choose another place, or make room and set the permissions.",
        ) from error


def read_input(path: str, what: str) -> bytes:
    """Return the content of a file that the user named. Raises AireviewError with `what` it is."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - surrogate paths
            return file.read()
    except OSError as error:
        raise AireviewError(
            f"{what} {quote(path)} cannot be read: {error.strerror}", "Name a file that exists."
        ) from error


def read_regular(path: str, limit: int = 16 * 1024 * 1024) -> bytes | None:
    """Return the content of a file, None where there is nothing by that name.

    Raises AireviewError for anything else than a regular file of at most `limit` bytes that can be
    read: a setting that is there and cannot be read is not a missing one.
    """
    import stat  # noqa: PLC0415 - only where something is read

    hint = "Make it a regular file that can be read, or remove it."
    try:
        found = os.stat(path)  # noqa: PTH116 - surrogate paths
        if not stat.S_ISREG(found.st_mode):
            raise AireviewError(f"{quote(path)} is no regular file", hint)
        if found.st_size > limit:
            raise AireviewError(f"{quote(path)} is larger than {limit} bytes", hint)
        with open(path, "rb") as file:  # noqa: PTH123 - surrogate paths
            return file.read()
    except FileNotFoundError as error:
        if os.path.lexists(path):
            raise AireviewError(f"{quote(path)} is a link to nothing", hint) from error
        return None
    except OSError as error:
        raise AireviewError(f"{quote(path)} cannot be read: {error.strerror}", hint) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
