"""What is known of names without a network: the lists that ship with us, and a user's snapshot."""

from __future__ import annotations

import hashlib
import mmap
import zlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.resources import files
from pathlib import Path

import msgspec

from aireview.errors import AireviewError
from aireview.model.packages import Ecosystem, Listed
from aireview.model.text import quote

_DIGEST = 5
# So many packages of a vendor are looked into for a part of its namespace.
_FAMILY = 3
MOST_COMPARED = 200
SCHEMA = "aireview/snapshot/v1"


class TopNames:
    """The most used names of an ecosystem, as of a day, and well-known ones of no date beside them.

    `names/<ecosystem>.txt.zz` is a popularity list: it holds few of the tools that documents name.
    `names/<ecosystem>.own.txt` is written by hand, one name a line below a comment. Either may lack.
    """

    def __init__(self, ecosystem: Ecosystem) -> None:
        self._ecosystem = ecosystem

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        packed = self._read("txt.zz")
        return tuple(zlib.decompress(packed).decode("ascii").split("\n")) if packed else ("",)

    def _read(self, ending: str) -> bytes:
        folder = files("aireview.adapters.registries") / "names"
        source = folder / f"{self._ecosystem.value}.{ending}"
        return source.read_bytes() if source.is_file() else b""

    @property
    def as_of(self) -> str:
        """The ISO date of the popularity list, empty without one."""
        return self._lines[0]

    @cached_property
    def dated(self) -> frozenset[str]:
        """The normalised names of the popularity list."""
        return frozenset(self._lines[1:])

    @cached_property
    def undated(self) -> frozenset[str]:
        """The normalised names of the list made by hand."""
        return frozenset(self._read("own.txt").decode("ascii").splitlines()[1:])

    @cached_property
    def names(self) -> frozenset[str]:
        """All names."""
        return self.dated | self.undated

    @cached_property
    def ordered(self) -> Sequence[str]:
        """The names in order."""
        return sorted(self.names)

    @cached_property
    def by_length(self) -> Mapping[int, Sequence[str]]:
        """The names in order, by their number of characters."""
        found: dict[int, list[str]] = {}
        for name in sorted(self.names):
            found.setdefault(len(name), []).append(name)
        return found

    @cached_property
    def by_letters(self) -> Mapping[str, Sequence[str]]:
        """The names in order, by what is left of them without separators."""
        found: dict[str, list[str]] = {}
        for name in sorted(self.names):
            found.setdefault(_squash(name), []).append(name)
        return found


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """The first line of a snapshot. `count` names follow as sorted 40-bit hashes."""

    schema: str
    ecosystem: Ecosystem
    as_of: str
    count: int
    source: str


class Snapshot:
    """A full list of the names of a registry as hashes, read in place.

    Format: one line of JSON (`Header`), then `count` BLAKE2b digests of five bytes, sorted. Two
    names share a digest with a probability of about n / 2**40: that can hide an invented name, and
    never makes one up.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise AireviewError(
                f"the snapshot {quote(str(path))} cannot be read", _AGAIN
            ) from error
        end = self._map.find(b"\n", 0, 65_536)
        try:
            self.header = msgspec.json.decode(self._map[: max(end, 0)], type=Header)
        except msgspec.DecodeError as error:
            raise AireviewError(f"{quote(str(path))} is no snapshot", _AGAIN) from error
        self._start = end + 1
        right = len(self._map) - self._start == self.header.count * _DIGEST
        if self.header.schema != SCHEMA or not right:
            raise AireviewError(f"the snapshot {quote(str(path))} is damaged", _AGAIN)

    def __contains__(self, name: str) -> bool:
        """Whether the snapshot has a normalised name."""
        wanted = digest(name)
        low, high = 0, self.header.count
        while low < high:
            middle = (low + high) // 2
            if self._at(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low < self.header.count and self._at(low) == wanted

    def _at(self, index: int) -> bytes:
        at = self._start + index * _DIGEST
        return self._map[at : at + _DIGEST]


_AGAIN = "Write it anew with `aireview packages snapshot`."


def digest(name: str) -> bytes:
    """Return the hash under which a snapshot keeps a normalised name."""
    return hashlib.blake2b(name.encode("utf-8", "surrogateescape"), digest_size=_DIGEST).digest()


class Lists:
    """The shipped lists and the snapshots of a run."""

    def __init__(self, snapshots: Mapping[Ecosystem, Snapshot] | None = None) -> None:
        self._snapshots = snapshots or {}
        self._top = {ecosystem: TopNames(ecosystem) for ecosystem in Ecosystem}
        self._compared = 0

    def listed(self, ecosystem: Ecosystem, name: str) -> Listed:
        """Return whether a list has a normalised name."""
        snapshot = self._snapshots.get(ecosystem)
        top = self._top[ecosystem]
        if name in top.dated:
            return Listed(known=True, as_of=top.as_of)
        if name in top.undated:
            return Listed(known=True)
        if snapshot is not None:
            return Listed(known=name in snapshot, as_of=snapshot.header.as_of, complete=True)
        return Listed(known=False, as_of=top.as_of)

    def family(self, ecosystem: Ecosystem, name: str) -> Sequence[str]:
        """Return a few known names that begin with a name and a hyphen, in order."""
        ordered = self._top[ecosystem].ordered
        start = bisect_left(ordered, f"{name}-")
        found = ordered[start : start + _FAMILY]
        return tuple(one for one in found if one.startswith(f"{name}-"))

    def similar(self, ecosystem: Ecosystem, name: str) -> str:
        """Return a popular name that a reader would take this one for, empty without one.

        Two names are close when they differ in separators alone, or in one letter (two in a name of
        ten letters and more): a hint for a name that is absent or young, never a finding. Comparing
        letters takes milliseconds a name, so that after many names it is done no more.
        """
        if len(name) < 4:
            return ""
        top = self._top[ecosystem]
        reach = 2 if len(name) >= 10 else 1
        lengths = range(len(name) - reach, len(name) + reach + 1)
        for other in top.by_letters.get(_squash(name), ()):
            if other != name and len(other) in lengths:
                return other
        self._compared += 1
        if self._compared > MOST_COMPARED:
            return ""
        near = (other for n in lengths if n >= 4 for other in top.by_length.get(n, ()))
        return min((o for o in near if o != name and _within(name, o, reach)), default="")


def _squash(name: str) -> str:
    return name.replace("-", "").replace("_", "").replace(".", "")


def _apart(one: str, other: str) -> tuple[str, str]:
    """Return two names without what they begin and end with alike: it takes no edit."""
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def _within(one: str, other: str, reach: int) -> bool:
    """Whether two names are at most `reach` edits apart (a swap of neighbours is one edit)."""
    if one[0] != other[0] and one[-1] != other[-1]:
        return False
    one, other = _apart(one, other)
    above: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row = row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if above and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > reach:
            return False
        above = before
    return row[-1] <= reach
