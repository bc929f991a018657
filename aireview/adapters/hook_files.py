"""Small files that one hook leaves for the next, in `aireview/` below the git folder.

They never lie in the work tree: a hook that writes tracked files fails under hook runners. Writes
are atomic, so that two hooks at once see one whole file or the other.
"""

from __future__ import annotations

import os

_CAP = 1_000_000


def read_hook_file(git_folder: str, name: str) -> bytes | None:
    """Return what was left under `name`, None when there is nothing (or nothing readable)."""
    try:
        with open(_path(git_folder, name), "rb") as file:  # noqa: PTH123 - start-up
            return file.read(_CAP)
    except OSError:
        return None


def write_hook_file(git_folder: str, name: str, content: bytes) -> bool:
    """Leave `content` under `name`; False when the folder cannot be written."""
    path = _path(git_folder, name)
    draft = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - start-up
        with open(draft, "wb") as file:  # noqa: PTH123 - start-up
            file.write(content)
        os.replace(draft, path)  # noqa: PTH105 - start-up
    except OSError:
        return False
    return True


def remove_hook_file(git_folder: str, name: str) -> None:
    """Remove what was left under `name`, if anything."""
    try:
        os.unlink(_path(git_folder, name))  # noqa: PTH108 - start-up
    except OSError:
        return


def _path(git_folder: str, name: str) -> str:
    return os.path.join(git_folder, "aireview", name)  # noqa: PTH118 - surrogate paths, start-up
