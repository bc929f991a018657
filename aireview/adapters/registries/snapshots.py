"""Snapshots: writing all names of a registry as hashes (the format is in `lists`), and finding them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from aireview.adapters.files import write_whole
from aireview.adapters.registries.lists import SCHEMA, Header, Snapshot, digest
from aireview.checks.packages.names import normalise, valid
from aireview.errors import AireviewError
from aireview.model.packages import Ecosystem
from aireview.model.text import quote

_SUFFIX = ".snapshot"
_SIZE = len(digest(""))


def write_snapshot(
    ecosystem: Ecosystem, names: Iterable[str], as_of: str, source: str, target: Path
) -> int:
    """Write the names of a registry as of an ISO date to a file, whole or not at all.

    Returns how many there are. What no name of the ecosystem can be is left out. Raises
    AireviewError where nothing is left, or the file cannot be written.
    """
    # By first byte: sorting a share at a time needs no list of millions of objects.
    shares = [bytearray() for _ in range(256)]
    for name in names:
        if valid(ecosystem, name):
            hashed = digest(normalise(ecosystem, name))
            shares[hashed[0]] += hashed
    digests = b"".join(map(_sorted, shares))
    count = len(digests) // _SIZE
    if count == 0:
        raise AireviewError(
            f"{quote(source)} holds no name of the ecosystem {ecosystem.value}",
            "Name the index of that ecosystem, or a file with a name on each line.",
        )
    header = Header(schema=SCHEMA, ecosystem=ecosystem, as_of=as_of, count=count, source=source)
    write_whole(str(target), msgspec.json.encode(header) + b"\n" + digests)
    return count


def snapshots_in(folder: Path | None, environ: Mapping[str, str]) -> Mapping[Ecosystem, Snapshot]:
    """Return the snapshots of a folder, by default the user's own. Raises AireviewError.

    A folder that was named and is not there is an error; without the user's own there are none.
    """
    place = folder or default_folder(environ)
    if place is None:
        return {}
    if folder is not None and not folder.is_dir():
        raise AireviewError(
            f"the folder of snapshots {quote(str(folder))} does not exist",
            "Correct `packages.snapshot` in .aireview.yml, or run `aireview packages snapshot`.",
        )
    found = {}
    for ecosystem in Ecosystem:
        path = path_in(place, ecosystem)
        if path.is_file():
            snapshot = Snapshot(path)
            if snapshot.header.ecosystem is not ecosystem:
                raise AireviewError(
                    f"{quote(str(path))} is of the ecosystem {snapshot.header.ecosystem.value}",
                    "Give it the name of its own ecosystem.",
                )
            found[ecosystem] = snapshot
    return found


def path_in(folder: Path, ecosystem: Ecosystem) -> Path:
    """Return where the snapshot of an ecosystem lies."""
    return folder / f"{ecosystem.value}{_SUFFIX}"


def default_folder(environ: Mapping[str, str]) -> Path | None:
    """Return the user's folder (XDG Base Directory Specification), None without a home."""
    data, home = environ.get("XDG_DATA_HOME", ""), environ.get("HOME", "")
    if os.path.isabs(data):  # noqa: PTH117 - plain text
        return Path(data, "aireview")
    return Path(home, ".local", "share", "aireview") if os.path.isabs(home) else None  # noqa: PTH117 - as above


def _sorted(share: bytearray) -> bytes:
    return b"".join(sorted({bytes(share[at : at + _SIZE]) for at in range(0, len(share), _SIZE)}))
