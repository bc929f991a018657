"""Where a change is read from: the index, a range, a work tree, a plain folder."""
# ruff: noqa: PLC0415

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec

from aireview.errors import AireviewError
from aireview.model.change import Change, Origin
from aireview.model.text import quote
from aireview.policy.profiles import defaults
from aireview.wiring.options import CheckOptions

if TYPE_CHECKING:
    from aireview.adapters.git.command import Git
    from aireview.ports import Source


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """Where the change comes from, and what else the run needs to know about the place.

    `local` reads a file that may be newer than the base (the index, then the disk); None where only
    the base may decide. `root` is the folder that paths of the change are relative to.
    """

    source: Source
    git: Git | None
    origin: Origin
    root: str
    local: Callable[[str], bytes | None] | None = None


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
        return Opened(source=ranged, git=git, origin=Origin.RANGE, root=root_of(git))
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
    try:
        with open(os.path.join(root_of(git), path), "rb") as file:  # noqa: PTH118, PTH123 - surrogates
            return file.read()
    except OSError:
        return None


def narrowed(options: CheckOptions, change: Change) -> Change:
    """Narrow a staged change or a range down to the paths that were named."""
    if not options.paths or options.everything:
        return change
    from aireview.policy.globs import matches

    wanted = [_below_root(path) for path in options.paths]
    globs = tuple(f"{path}/**" for path in wanted) + tuple(wanted)
    kept = tuple(
        file
        for file in change.files
        if "." in wanted or file.path in wanted or matches(file.path, globs)
    )
    if kept:
        return msgspec.structs.replace(change, files=kept)
    raise AireviewError(
        f"nothing in this change lies in {quote(', '.join(options.paths))}",
        "Name paths of the change, or use --all to check whole files.",
    )


def _below_root(path: str) -> str:
    from aireview.adapters.git.command import Git

    here = os.getcwd()  # noqa: PTH109 - start-up
    return os.path.relpath(os.path.join(here, path), root_of(Git(here)))  # noqa: PTH118 - surrogates
