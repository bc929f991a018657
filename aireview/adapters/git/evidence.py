"""Files of commits and branches that hold evidence of authorship."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aireview.adapters.git.command import Git
from aireview.adapters.git.objects import Objects
from aireview.errors import IncompleteError

# Above it, a trace file is worth no more than "too large", which its reader says.
_LIMIT = 16 * 1024 * 1024 + 1


def file_reader(git: Git) -> Callable[[str, str], bytes | None]:
    """Return a function that reads a file (POSIX path) of a commit or ref, cut at 16 MB.

    None stands for a file, commit or ref that does not exist or cannot be read.
    """
    objects = Objects(git)

    def read(revision: str, path: str) -> bytes | None:
        try:
            found = objects.get(f"{revision}:{path}", limit=_LIMIT, head=_LIMIT)
        except IncompleteError:
            return None
        return found.content if found is not None and found.kind == "blob" else None

    return read


def branch_reader(git: Git, refs: Sequence[str]) -> Callable[[str], bytes | None]:
    """Return a function that reads a file of a branch: of the first of `refs` that has it."""
    read = file_reader(git)

    def read_first(path: str) -> bytes | None:
        contents = (read(ref, path) for ref in refs)
        return next((content for content in contents if content is not None), None)

    return read_first
