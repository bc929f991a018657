"""Where a change is read from: the index, a range, a work tree, a plain folder."""
# ruff: noqa: PLC0415

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec

from aireview.errors import AireviewError
from aireview.model.change import Change, ChangedFile, Origin
from aireview.model.text import quote
from aireview.policy.profiles import defaults
from aireview.wiring.options import CheckOptions

if TYPE_CHECKING:
    from aireview.adapters.git.command import Git
    from aireview.ports import Source


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """Where the change comes from, and what else the run needs to know about the place.

    `local` reads a file that may be newer than the base (the index, then the disk), for a change
    whose base has no say yet; `local_is` says in words what it reads. None where only the base may
    decide. `root` is the folder that paths of the change are relative to.
    """

    source: Source
    git: Git | None
    origin: Origin
    root: str
    local: Callable[[str], bytes | None] | None = None
    local_is: str = "not committed yet"


def open_change(options: CheckOptions, limit: int | None = None) -> Opened:
    """Open what the options ask for. `limit` is the size of source in bytes; None: the default."""
    if sum((options.staged, options.everything, options.revisions is not None)) > 1:
        raise AireviewError(
            "--staged, --range and --all exclude each other", "Give one of them, or none."
        )
    from aireview.adapters.git.command import Git

    bound = limit if limit is not None else defaults().max_file_bytes
    if options.everything:
        return _open_everything(options.paths, bound)
    git = Git(os.getcwd())  # noqa: PTH109 - start-up
    if options.revisions is not None:
        from aireview.adapters.git.ranges import RangeChange

        ranged = RangeChange(git, options.revisions, limit=bound)
        opened = Opened(source=ranged, git=git, origin=Origin.RANGE, root=root_of(git))
        if ranged.base() is None:
            # The first push of all: there is nothing before it that could judge it.
            opened = msgspec.structs.replace(
                opened,
                local=lambda path: _at_head(git, ranged.head(), path),
                local_is="of the change itself: there is no base",
            )
        return opened
    from aireview.adapters.git.staged import StagedChange

    return Opened(
        source=StagedChange(git, limit=bound),
        git=git,
        origin=Origin.STAGED,
        root=git.directory,
        local=lambda path: _index_or_disk(git, path),
    )


def _open_everything(paths: Sequence[str], limit: int) -> Opened:
    from aireview.adapters.folder import Folder
    from aireview.adapters.git.command import Git, failure
    from aireview.adapters.git.worktree import WorkTree

    here = os.getcwd()  # noqa: PTH109 - start-up
    alone = os.path.abspath(paths[0]) if len(paths) == 1 else None  # noqa: PTH100 - surrogates
    start = alone if alone and os.path.isdir(alone) else here  # noqa: PTH112 - as above
    git = Git(start)
    asked = git.try_run(["rev-parse", "--is-inside-work-tree"])
    if asked.stdout.strip() == b"true":
        tree = WorkTree(git, (".",) if start == alone else paths, limit=limit)
        return Opened(source=tree, git=git, origin=Origin.ALL, root=root_of(git))
    if asked.code != 0 and b"not a git repository" not in asked.stderr:
        raise failure(asked.stderr)
    if len(paths) > 1:
        raise AireviewError(
            "outside a git repository only one path can be checked",
            "Name one folder or one file.",
        )
    folder = alone or here
    return Opened(source=Folder(folder, limit=limit), git=None, origin=Origin.ALL, root=folder)


def root_of(git: Git) -> str:
    """Return the top folder of the work tree; of a bare repository, the folder git runs in."""
    top = git.try_run(["rev-parse", "--show-toplevel"])
    return os.fsdecode(top.stdout).removesuffix("\n") if top.code == 0 else git.directory


def _index_or_disk(git: Git, path: str) -> bytes | None:
    staged = git.try_run(["cat-file", "blob", f":{path}"])
    if staged.code == 0:
        return staged.stdout
    from aireview.adapters.files import read_regular

    return read_regular(os.path.join(root_of(git), path))  # noqa: PTH118 - surrogate paths


def _at_head(git: Git, head: str, path: str) -> bytes | None:
    found = git.try_run(["cat-file", "blob", f"{head}:{path}"])
    return found.stdout if found.code == 0 else None


def narrowed(options: CheckOptions, change: Change) -> Change:
    """Narrow a staged change or a range down to the paths that were named.

    Raises AireviewError for a path that names nothing in the change.
    """
    if not options.paths or options.everything:
        return change
    kept: dict[str, ChangedFile] = {}
    for path in options.paths:
        wanted = _below_root(path)
        found = [f for f in change.files if wanted == "." or _lies_in(f.path, wanted)]
        if not found:
            raise AireviewError(
                f"nothing in this change lies in {quote(path)}",
                "Name paths of the change, or use --all to check whole files.",
            )
        kept.update((file.path, file) for file in found)
    files = tuple(file for file in change.files if file.path in kept)
    return msgspec.structs.replace(change, files=files)


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")


def _below_root(path: str) -> str:
    from aireview.adapters.git.command import Git

    here = os.getcwd()  # noqa: PTH109 - start-up
    return os.path.relpath(os.path.join(here, path), root_of(Git(here)))  # noqa: PTH118 - surrogates
