"""Advisories for malicious packages from an export in the OSV format (https://ossf.github.io/osv-schema).

An export is a folder of JSON files, an `all.zip` as osv.dev offers it, a file with one record on
each line, or one JSON file. It is read once and kept as an index beside the cache of answers.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from aireview.adapters.registries.broken import BROKEN
from aireview.adapters.registries.versions import Events, is_within
from aireview.checks.packages.names import normalise
from aireview.errors import AireviewError
from aireview.model.packages import Ecosystem
from aireview.model.text import quote

_MALICIOUS = "MAL-"
# Ids of other collections in the same exports: their records need not be read at all.
_OTHERS = ("GHSA-", "CVE-", "PYSEC-", "GO-", "RUSTSEC-", "OSV-", "ELA-", "DSA-")
_ECOSYSTEMS = {
    "PyPI": Ecosystem.PYPI,
    "npm": Ecosystem.NPM,
    "Go": Ecosystem.GO,
    "crates.io": Ecosystem.CARGO,
    "Maven": Ecosystem.MAVEN,
    "RubyGems": Ecosystem.RUBYGEMS,
    "Packagist": Ecosystem.PACKAGIST,
    "NuGet": Ecosystem.NUGET,
}
_LARGEST_RECORD, _LARGEST_FILE = 16_000_000, 256_000_000
_LARGEST_EXPORT, _MOST_RECORDS = 4_000_000_000, 3_000_000
_SCHEMA = (
    "CREATE TABLE advisories (package TEXT NOT NULL, id TEXT NOT NULL, affected BLOB NOT NULL)"
)
_INDEX = "CREATE INDEX by_package ON advisories (package)"
_FORMAT = "osv-1"
_KEPT = 4
_HINT = "Correct `packages.osv` in .aireview.yml, or fetch the export anew."


class _Package(msgspec.Struct):
    name: str = ""
    ecosystem: str = ""


class _Range(msgspec.Struct):
    type: str = ""
    events: list[dict[str, str]] = []


class _Affected(msgspec.Struct):
    package: _Package | None = None
    versions: list[str] | None = None
    ranges: list[_Range] | None = None


class _Record(msgspec.Struct):
    id: str
    withdrawn: str | None = None
    affected: list[_Affected] | None = None


class _Scope(msgspec.Struct):
    """Which versions an advisory is about: every one, or some by name and by range."""

    every: bool
    versions: list[str] = []
    ranges: list[Events] = []


class _Row(NamedTuple):
    package: str
    id: str
    affected: bytes


class Osv:
    """The advisories of one export. `folder` is where an index may be kept, empty for nowhere."""

    def __init__(self, path: Path, folder: str = "") -> None:
        if not path.exists():
            raise AireviewError(f"the OSV export {quote(str(path))} does not exist", _HINT)
        self._path = path
        self._folder = folder
        self._database: sqlite3.Connection | None = None

    def advisories(self, ecosystem: Ecosystem, name: str, version: str = "") -> tuple[str, ...]:
        """Return the ids of advisories for a normalised name. Raises AireviewError."""
        if self._database is None:
            self._database = self._opened()
        rows = self._database.execute(
            "SELECT id, affected FROM advisories WHERE package = ?", (_key(ecosystem, name),)
        ).fetchall()
        scopes = [(identifier, msgspec.json.decode(blob, type=_Scope)) for identifier, blob in rows]
        return tuple(sorted({i for i, scope in scopes if _is_about(scope, ecosystem, version)}))

    def _opened(self) -> sqlite3.Connection:
        kept = self._kept_at()
        if kept and os.path.exists(kept):  # noqa: PTH110 - as the cache
            with suppress(sqlite3.Error):
                database = sqlite3.connect(f"file:{_uri(kept)}?mode=ro", uri=True)
                database.execute("SELECT count(*) FROM advisories WHERE package = ''").fetchone()
                return database
        database = sqlite3.connect(":memory:")
        database.execute(_SCHEMA)
        database.executemany("INSERT INTO advisories VALUES (?, ?, ?)", _rows(self._path))
        database.execute(_INDEX)
        database.commit()
        if kept:
            _keep(database, kept)
        return database

    def _kept_at(self) -> str:
        """Return where the index of this very export is kept, empty where none can be."""
        if not self._folder:
            return ""
        marks = "\n".join((str(self._path.resolve()), *_marks(self._path)))
        name = hashlib.sha256(marks.encode("utf-8", "surrogateescape")).hexdigest()[:32]
        return os.path.join(self._folder, f"{_FORMAT}-{name}.sqlite3")  # noqa: PTH118 - as the cache


def _key(ecosystem: Ecosystem, name: str) -> str:
    return f"{ecosystem.value}\n{normalise(ecosystem, name)}"


def _is_about(scope: _Scope, ecosystem: Ecosystem, version: str) -> bool:
    if scope.every:
        return True
    if not version:
        return False
    return version in scope.versions or any(
        is_within(ecosystem, version, events) for events in scope.ranges
    )


def _marks(path: Path) -> Iterator[str]:
    """Yield what changes when an export does: the sizes and times of its files."""
    files = _files(path) if path.is_dir() else iter((path,))
    for file in files:
        try:
            found = file.stat()
        except OSError as error:
            raise _unreadable(file, error.strerror or "") from error
        yield f"{file.name} {found.st_size} {found.st_mtime_ns}"


def _keep(database: sqlite3.Connection, path: str) -> None:
    """Write an index for the next run; without one, the next run reads the export again."""
    draft = f"{path}.{os.getpid()}.new"
    with suppress(OSError, sqlite3.Error):
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120 - as the cache
        target = sqlite3.connect(draft)
        try:
            database.backup(target)
        finally:
            target.close()
        os.replace(draft, path)  # noqa: PTH105 - as the cache
        others = Path(path).parent.glob(f"{_FORMAT}-*.sqlite3")
        by_age = sorted(others, key=lambda file: file.stat().st_mtime_ns, reverse=True)
        for old in by_age[_KEPT:]:
            old.unlink(missing_ok=True)


def _uri(path: str) -> str:
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _rows(path: Path) -> Iterator[_Row]:
    """Yield what an export says of malicious packages. Raises AireviewError for one that is broken."""
    count = 0
    for count, (place, text) in enumerate(_texts(path), start=1):
        if count > _MOST_RECORDS:
            raise _broken(str(path), "it has too many records")
        for record in _records(place, text):
            if record.id.startswith(_MALICIOUS) and not record.withdrawn:
                yield from _affected(record)
    if count == 0:
        raise _broken(str(path), "it holds no record")


def _records(place: str, text: bytes) -> list[_Record]:
    try:
        if text.lstrip()[:1] == b"[":
            return msgspec.json.decode(text, type=list[_Record])
        return [msgspec.json.decode(text, type=_Record)]
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _broken(place, f"it is no OSV record: {error}") from error


def _affected(record: _Record) -> Iterator[_Row]:
    for one in record.affected or ():
        package = one.package
        ecosystem = _ECOSYSTEMS.get(package.ecosystem.partition(":")[0]) if package else None
        if package and ecosystem and package.name:
            scope = _scope(one)
            yield _Row(_key(ecosystem, package.name), record.id, msgspec.json.encode(scope))


def _scope(affected: _Affected) -> _Scope:
    ranges = [one.events for one in affected.ranges or () if one.type != "GIT"]
    versions = affected.versions or []
    every = not (versions or ranges) or any(_is_open(events) for events in ranges)
    return _Scope(every=every, versions=versions, ranges=ranges)


def _is_open(events: Events) -> bool:
    """Whether a range begins with the first version and never ends."""
    starts = any(event.get("introduced") == "0" for event in events)
    return starts and all("introduced" in event or "limit" in event for event in events)


def _texts(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the text of every record, with the place it stands at."""
    try:
        if path.is_dir():
            for file in _files(path):
                yield str(file), _bounded(file)
        elif zipfile.is_zipfile(path):
            yield from _zipped(path)
        elif path.suffix in (".jsonl", ".ndjson"):
            yield from _lined(path)
        else:
            yield str(path), _bounded(path)
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error


def _files(folder: Path) -> Iterator[Path]:
    for above, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".json") and not name.startswith(_OTHERS):
                yield Path(above, name)


def _bounded(file: Path) -> bytes:
    with file.open("rb") as opened:
        text = opened.read(_LARGEST_FILE + 1)
    if len(text) > _LARGEST_FILE:
        raise _broken(str(file), "it is too large")
    return text


def _zipped(path: Path) -> Iterator[tuple[str, bytes]]:
    room = _LARGEST_EXPORT
    try:
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                name = entry.filename.rpartition("/")[2]
                if not name.endswith(".json") or name.startswith(_OTHERS):
                    continue
                with archive.open(entry) as member:
                    text = member.read(_LARGEST_RECORD + 1)
                room -= len(text)
                if len(text) > _LARGEST_RECORD or room < 0:
                    raise _broken(str(path), "it unpacks to too many bytes")
                yield f"{path}: {entry.filename}", text
    except BROKEN as error:
        raise _broken(str(path), str(error)) from error


def _lined(path: Path) -> Iterator[tuple[str, bytes]]:
    with path.open("rb") as file:
        number = 0
        while line := file.readline(_LARGEST_RECORD + 1):
            number += 1
            if len(line) > _LARGEST_RECORD:
                raise _broken(f"{path}:{number}", "the line is too long")
            if line.strip():
                yield f"{path}:{number}", line


def _broken(place: str, why: str) -> AireviewError:
    return AireviewError(f"the OSV export {quote(place)} cannot be used: {quote(why)}", _HINT)


def _unreadable(path: Path, why: str) -> AireviewError:
    return AireviewError(f"the OSV export {quote(str(path))} cannot be read: {quote(why)}", _HINT)
