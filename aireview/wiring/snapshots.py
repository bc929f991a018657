"""`aireview packages snapshot`: all names of an index into a file of hashes."""
# ruff: noqa: PLC0415

from __future__ import annotations

import os
import time
from pathlib import Path

from aireview.errors import AireviewError
from aireview.model.packages import Ecosystem
from aireview.model.text import quote
from aireview.wiring.settings import today


def take_snapshot(ecosystem: Ecosystem, source: str, output: str | None) -> str:
    """Write the names of an index as a snapshot, and return in words what was done."""
    from aireview.adapters.registries.http import Clock
    from aireview.adapters.registries.name_lists import names_from
    from aireview.adapters.registries.snapshots import default_folder, path_in, write_snapshot
    from aireview.checks.packages.surfaces.addresses import strip_credentials

    folder = Path(output) if output else default_folder(os.environ)
    if folder is None:
        raise AireviewError("there is no home folder to write to", "Name one with `--output`.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AireviewError(
            f"{quote(str(folder))} cannot be made: {error.strerror}", "Name another folder."
        ) from error
    clock = Clock(time.time, time.monotonic, time.sleep)  # noqa: TID251 - this is wiring
    target = path_in(folder, ecosystem)
    as_of = today() if "://" in source else _changed_on(source)
    shown = strip_credentials(source)
    count = write_snapshot(ecosystem, names_from(source, clock), as_of, shown, target)
    return f"{count:,} names of {ecosystem.value} as of {as_of} are now in {quote(str(target))}"


def _changed_on(path: str) -> str:
    """Return the day a file was last changed: a list is as old as that, whenever it is read."""
    try:
        seconds = os.stat(path).st_mtime  # noqa: PTH116 - surrogate paths
    except OSError as error:
        raise AireviewError(
            f"{quote(path)} cannot be read: {error.strerror}", "Name a URL or a file that exists."
        ) from error
    return time.strftime("%Y-%m-%d", time.gmtime(seconds))
