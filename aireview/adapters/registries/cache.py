"""Answers of registries kept on the disk, shared by all runs of one user.

A cache is a convenience: whatever is wrong with it, a run goes on without it and says so.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from typing import Any, NamedTuple

import msgspec

from aireview.model.packages import Existence, Standing

HOUR, DAY = 3600, 86_400
# How long an answer holds; what is not here is never kept.
TTL = {Existence.EXISTS: 7 * DAY, Existence.ABSENT: HOUR}
_KEPT = 30 * DAY
_MOST_ANSWERS, _MOST_ABSENCES = 10_000, 50_000
_MOST_BYTES, _LARGEST_ANSWER = 64_000_000, 256_000
_BATCH = 500
_BUSY_S = 1.0
_FILE = "registries-1.sqlite3"
_SCHEMA = (
    """CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, standing BLOB NOT NULL,
    stored REAL NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL, accept TEXT NOT NULL)""",
    "CREATE TABLE IF NOT EXISTS absences (key TEXT PRIMARY KEY, seen REAL NOT NULL)",
    "CREATE TABLE IF NOT EXISTS modules (key TEXT PRIMARY KEY, held BLOB NOT NULL, stored REAL NOT NULL)",
)


class Entry(NamedTuple):
    """An answer, when it was given, and the validators of the URL that gave it."""

    standing: Standing
    stored: float
    etag: str = ""
    modified: str = ""
    accept: str = ""

    def is_fresh(self, now: float) -> bool:
        """Whether the answer still holds. One from the future is of a clock that was wrong."""
        return 0 <= now - self.stored < TTL.get(self.standing.existence, 0)


def location(environment: Mapping[str, str]) -> str:
    """Return where the cache lies (XDG Base Directory Specification), empty without a home."""
    folder = environment.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(folder):  # noqa: PTH117 - names may hold bytes that are no text
        home = environment.get("HOME", "")
        folder = os.path.join(home, ".cache") if os.path.isabs(home) else ""  # noqa: PTH117, PTH118 - as above
    return os.path.join(folder, "aireview", _FILE) if folder else ""  # noqa: PTH118 - as above


class Held(NamedTuple):
    """What a published file installs, and when it was read."""

    modules: tuple[str, ...]
    url: str
    stored: float


class Cache:
    """The cache at one path. It is used by one thread; any number of processes may share it."""

    def __init__(self, path: str, now: Callable[[], float]) -> None:
        self.notices: tuple[str, ...] = ()
        self._path = path
        self._now = now

    def read(self, keys: Iterable[str]) -> dict[str, Entry]:
        """Return what is kept under some keys, fresh or not."""
        columns = "key, standing, stored, etag, modified, accept"
        found: dict[str, Entry] = {}
        for key, standing, *rest in self._select(columns, "answers", keys):
            # A row of another version of this program, or of anybody, is no row.
            with suppress(msgspec.MsgspecError, TypeError, ValueError):
                decoded = msgspec.json.decode(bytes(standing), type=Standing)
                stored, *validators = rest
                found[str(key)] = Entry(decoded, float(stored), *map(str, validators))
        return found

    def absences(self, keys: Iterable[str]) -> dict[str, float]:
        """Return when names were last seen to be absent, however long ago."""
        rows = self._select("key, seen", "absences", keys)
        return {str(key): seen for key, seen in rows if isinstance(seen, float)}

    def write(self, entries: Mapping[str, Entry], absences: Iterable[str]) -> None:
        """Keep answers, and that names were seen absent now."""
        now = self._now()
        rows = []
        for key, entry in entries.items():
            body = msgspec.json.encode(entry.standing)
            if entry.standing.existence in TTL and len(body) <= _LARGEST_ANSWER:
                rows.append((key, body, *entry[1:]))
        seen = [(key, now) for key in absences]

        def insert(database: sqlite3.Connection) -> None:
            database.execute("BEGIN IMMEDIATE")
            database.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?)", rows)
            database.executemany("INSERT OR REPLACE INTO absences VALUES (?, ?)", seen)
            _prune(database, now)
            database.execute("COMMIT")

        self._use(insert)

    def modules(self, keys: Iterable[str]) -> dict[str, Held]:
        """Return the modules that are kept under some keys, however long ago."""
        found: dict[str, Held] = {}
        for key, held, stored in self._select("key, held, stored", "modules", keys):
            with suppress(msgspec.MsgspecError, TypeError, ValueError):
                modules, url = msgspec.json.decode(bytes(held), type=tuple[tuple[str, ...], str])
                found[str(key)] = Held(modules, url, float(stored))
        return found

    def write_modules(self, held: Mapping[str, Held]) -> None:
        """Keep the modules of published files, which never change."""
        rows = [(key, msgspec.json.encode(one[:2]), one.stored) for key, one in held.items()]

        def insert(database: sqlite3.Connection) -> None:
            database.execute("BEGIN IMMEDIATE")
            database.executemany("INSERT OR REPLACE INTO modules VALUES (?, ?, ?)", rows)
            _keep_newest(database, "modules", "stored", _MOST_ANSWERS)
            database.execute("COMMIT")

        self._use(insert)

    def _select(self, columns: str, table: str, keys: Iterable[str]) -> list[tuple[Any, ...]]:
        wanted = list(keys)
        rows: list[tuple[Any, ...]] = []

        def collect(database: sqlite3.Connection) -> None:
            for start in range(0, len(wanted), _BATCH):
                batch = wanted[start : start + _BATCH]
                marks = ",".join("?" * len(batch))
                query = f"SELECT {columns} FROM {table} WHERE key IN ({marks})"  # noqa: S608 - marks
                rows.extend(database.execute(query, batch).fetchall())

        self._use(collect)
        return rows

    def _use(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Do something with the database; what fails becomes a notice, and there is no next time."""
        if self.notices:
            return
        try:
            with closing(self._open()) as database:
                work(database)
        except (sqlite3.Error, OSError, UnicodeError) as error:
            why = error.strerror if isinstance(error, OSError) else str(error)
            self.notices = (f"the cache of registry answers is not used: {why}",)

    def _open(self) -> sqlite3.Connection:
        os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120 - as above
        database = sqlite3.connect(self._path, timeout=_BUSY_S, isolation_level=None)
        try:
            with suppress(sqlite3.OperationalError):  # another process may be doing the same
                database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            for statement in _SCHEMA:
                database.execute(statement)
        except sqlite3.Error:
            database.close()
            raise
        return database


def _prune(database: sqlite3.Connection, now: float) -> None:
    """Take out what is old, then the oldest of what is too much."""
    database.execute("DELETE FROM answers WHERE stored < ?", (now - _KEPT,))
    for table, column, most in (
        ("answers", "stored", _MOST_ANSWERS),
        ("absences", "seen", _MOST_ABSENCES),
    ):
        _keep_newest(database, table, column, most)
    pages, free, size = (
        database.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    if (pages - free) * size > _MOST_BYTES:
        (count,) = database.execute("SELECT count(*) FROM answers").fetchone()
        _keep_newest(database, "answers", "stored", count // 2)


def _keep_newest(database: sqlite3.Connection, table: str, column: str, most: int) -> None:
    database.execute(
        f"DELETE FROM {table} WHERE key IN "  # noqa: S608 - names from this file
        f"(SELECT key FROM {table} ORDER BY {column} DESC LIMIT -1 OFFSET ?)",
        (most,),
    )
