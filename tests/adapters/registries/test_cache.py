"""The cache: how long answers hold, what it knows of names seen absent, and that it never hurts."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.registry import FakeRegistry, Package
from support.registry_clients import NOON, Time, client, details, exists

from aireview.adapters.registries import cache as module
from aireview.adapters.registries.cache import DAY, HOUR, Cache, Entry, location
from aireview.model.packages import Ecosystem, Existence, Question, Standing

loopback = pytest.mark.allow_hosts(["127.0.0.1"])
PYPI, NPM = Ecosystem.PYPI, Ecosystem.NPM
THERE = Standing(existence=Existence.EXISTS, why="HTTP 200", url="http://h/x", status=200)

WRITER = """
import sys
from aireview.adapters.registries.cache import Cache, Entry
from aireview.model.packages import Existence, Standing
cache = Cache(sys.argv[1], lambda: 1_790_000_000.0)
standing = Standing(existence=Existence.EXISTS, url="http://h/x", summary="x" * 2000)
print("ready", flush=True)
for number in range(int(sys.argv[3])):
    cache.write({f"{sys.argv[2]}-{number}": Entry(standing, 1_790_000_000.0)}, [sys.argv[2]])
print("notices", cache.notices, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "registries.sqlite3"


def _ask(fake: FakeRegistry, turned: Time, path: Path, question: Question) -> Standing:
    cache = Cache(str(path), turned.clock().now)
    with client(fake, turned=turned, cache=cache) as asking:
        answer = asking.ask([question])[question]
        assert asking.notices == ()
    return answer


@loopback
def test_what_exists_holds_seven_days(fake: FakeRegistry, path: Path) -> None:
    fake.add(PYPI, "real-xtr")
    turned, question = Time(), exists(PYPI, "real-xtr")
    first = _ask(fake, turned, path, question)
    turned.at += 7 * DAY - 1
    again = _ask(fake, turned, path, question)
    assert len(fake.requests) == 1
    assert (again.asked_at, again.age_s) == (first.asked_at, 7 * DAY - 1)
    turned.at += 1
    renewed = _ask(fake, turned, path, question)
    assert [request.method for request in fake.requests] == ["GET", "HEAD"]
    assert fake.requests[1].headers["if-none-match"].startswith('"')
    assert fake.requests[1].headers["accept"] == fake.requests[0].headers["accept"]
    assert (renewed.existence, renewed.age_s, renewed.asked_at[:10]) == (
        Existence.EXISTS, 0, "2026-09-28",
    )  # fmt: skip
    turned.at += DAY
    assert _ask(fake, turned, path, question).age_s == DAY
    turned.at += 7 * DAY
    _ask(fake, turned, path, question)
    assert [request.method for request in fake.requests] == ["GET", "HEAD", "HEAD"]


@loopback
def test_what_has_changed_is_asked_anew(fake: FakeRegistry, path: Path) -> None:
    fake.add(PYPI, "real-xtr")
    turned, question = Time(), details(PYPI, "real-xtr")
    _ask(fake, turned, path, question)
    fake.add(PYPI, Package("real-xtr", status="quarantined"))
    turned.at += 8 * DAY
    fake.requests.clear()
    assert _ask(fake, turned, path, question).quarantined
    assert [request.method for request in fake.requests] == ["HEAD", "GET"]


@loopback
def test_what_is_absent_holds_one_hour(fake: FakeRegistry, path: Path) -> None:
    turned, question = Time(), exists(PYPI, "fake-xtr")
    assert _ask(fake, turned, path, question).existence is Existence.ABSENT
    turned.at += HOUR - 1
    answer = _ask(fake, turned, path, question)
    assert (answer.existence, answer.age_s, len(fake.requests)) == (Existence.ABSENT, HOUR - 1, 3)
    turned.at += 1
    _ask(fake, turned, path, question)
    assert len(fake.requests) == 6


@loopback
def test_a_name_that_was_absent_and_exists_now(fake: FakeRegistry, path: Path) -> None:
    turned, question = Time(), exists(PYPI, "flip-xtr")
    assert _ask(fake, turned, path, question).absent_on == ""
    fake.add(PYPI, "flip-xtr")
    turned.at += 40 * DAY
    answer = _ask(fake, turned, path, question)
    assert (answer.existence, answer.absent_on) == (Existence.EXISTS, "2026-09-21")
    assert _ask(fake, turned, path, question).absent_on == "2026-09-21"
    assert _ask(fake, turned, path, details(PYPI, "flip-xtr")).absent_on == "2026-09-21"
    fake.remove(PYPI, "flip-xtr")
    turned.at += 8 * DAY
    assert _ask(fake, turned, path, question).absent_on == ""


@loopback
@pytest.mark.parametrize(
    "fault", ["error", "forbidden", "html", "reset", "absent-all", "throttled"]
)
def test_errors_are_never_kept(fake: FakeRegistry, path: Path, fault: str) -> None:
    fake.add(PYPI, "real-xtr")
    turned, question = Time(), exists(PYPI, "real-xtr")
    fake.fault(fault)
    assert _ask(fake, turned, path, question).existence is Existence.UNKNOWN
    fake.heal()
    answer = _ask(fake, turned, path, question)
    assert (answer.existence, answer.absent_on) == (Existence.EXISTS, "")


@loopback
def test_each_base_and_each_depth_has_its_answer(fake: FakeRegistry, path: Path) -> None:
    fake.add(NPM, Package("real-xtr", summary="words"))
    turned = Time()
    _ask(fake, turned, path, details(NPM, "real-xtr"))
    assert _ask(fake, turned, path, exists(NPM, "real-xtr")).age_s == 0
    assert len(fake.requests) == 1  # the details tell the existence too
    fake.add(NPM, "known-xtr")
    for _ in range(2):
        _ask(fake, turned, path, details(NPM, "known-xtr", known=True, versions=True))
        _ask(fake, turned, path, details(NPM, "known-xtr", known=True))
    assert len(fake.requests) == 3
    with FakeRegistry() as other:
        assert _ask(other, turned, path, exists(NPM, "real-xtr")).existence is Existence.ABSENT


@loopback
def test_a_clock_that_was_wrong(fake: FakeRegistry, path: Path) -> None:
    fake.add(PYPI, "real-xtr")
    turned, question = Time(NOON + 400 * DAY), exists(PYPI, "real-xtr")
    _ask(fake, turned, path, question)
    turned.at = NOON
    assert _ask(fake, turned, path, question).age_s == 0
    assert len(fake.requests) == 2


def _no_folder(path: Path) -> None:
    path.parent.write_text("a file")


def _corrupt(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database at all " * 1000)


def _folder(path: Path) -> None:
    path.mkdir(parents=True)


def _other_tables(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE answers (something)")
    database.close()


@loopback
@pytest.mark.parametrize("break_it", [_no_folder, _corrupt, _folder, _other_tables])
def test_a_cache_that_cannot_be_used(
    fake: FakeRegistry, path: Path, break_it: Callable[[Path], None]
) -> None:
    break_it(path)
    question = exists(PYPI, "requests")
    cache = Cache(str(path), lambda: NOON)
    with client(fake, cache=cache) as asking:
        assert asking.ask([question])[question].existence is Existence.EXISTS
        (notice,) = asking.notices
    assert notice.startswith("the cache of registry answers is not used: ")


def test_a_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(str(path), lambda: NOON)
    cache.write({"a": Entry(THERE, NOON)}, [])
    opened = cache._open

    def full() -> sqlite3.Connection:
        database = opened()
        database.execute("PRAGMA max_page_count = 1")
        return database

    monkeypatch.setattr(cache, "_open", full)
    for number in range(200):
        cache.write({f"b{number}": Entry(THERE, NOON)}, [])
    assert cache.notices == ("the cache of registry answers is not used: database or disk is full",)
    assert cache.read(["a"]) == {}
    assert set(Cache(str(path), lambda: NOON).read(["a"])) == {"a"}


def test_a_row_that_is_none_is_left_out(path: Path) -> None:
    cache = Cache(str(path), lambda: NOON)
    cache.write({"good": Entry(THERE, NOON, "e", "m", "a")}, [])
    with sqlite3.connect(path) as database:
        for key, body in (("text", "x"), ("other", b'{"existence": "perhaps"}'), ("none", b"")):
            database.execute("INSERT INTO answers VALUES (?, ?, 0, '', '', '')", (key, body))
        database.execute("INSERT INTO answers VALUES ('when', ?, 'soon', '', '', '')", (b"{}",))
        database.execute("INSERT INTO absences VALUES ('when', 'soon')")
    database.close()
    keys = ["good", "text", "other", "none", "when"]
    assert cache.read(keys) == {"good": Entry(THERE, NOON, "e", "m", "a")}
    assert cache.absences(keys) == {}


def test_it_stays_small(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_ANSWERS", 50)
    monkeypatch.setattr(module, "_MOST_ABSENCES", 20)
    cache = Cache(str(path), lambda: NOON)
    for start in range(0, 200, 10):
        names = [f"{number:03}" for number in range(start, start + 10)]
        cache.write({name: Entry(THERE, NOON + start) for name in names}, names)
    kept = cache.read(f"{number:03}" for number in range(200))
    assert sorted(kept) == [f"{number:03}" for number in range(150, 200)]
    assert len(cache.absences(f"{number:03}" for number in range(200))) == 20


def test_it_is_bounded_in_bytes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_BYTES", 300_000)
    cache = Cache(str(path), lambda: NOON)
    large = Standing(existence=Existence.EXISTS, summary="x" * 20_000)
    huge = Standing(existence=Existence.EXISTS, summary="x" * 300_000)
    for number in range(60):
        cache.write({str(number): Entry(large, NOON + number)}, [])
    cache.write({"huge": Entry(huge, NOON + 99)}, [])
    assert path.stat().st_size < 700_000
    kept = cache.read([*map(str, range(60)), "huge"])
    assert "59" in kept
    assert "huge" not in kept
    assert cache.notices == ()


def test_what_is_old_goes(path: Path) -> None:
    turned = Time()
    cache = Cache(str(path), turned.clock().now)
    cache.write({"old": Entry(THERE, NOON)}, ["old"])
    turned.at += 31 * DAY
    cache.write({"new": Entry(THERE, turned.at)}, [])
    assert set(cache.read(["old", "new"])) == {"new"}
    assert cache.absences(["old"]) == {"old": NOON}


def _writer(path: Path, name: str, count: int) -> subprocess.Popen[bytes]:
    argv = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    return subprocess.Popen(argv, stdout=subprocess.PIPE, env=os.environ)


def test_two_processes_share_it(path: Path) -> None:
    names = ("one", "two")
    writers = [_writer(path, name, 100) for name in names]
    outputs = [writer.communicate(timeout=60)[0] for writer in writers]
    assert outputs == [b"ready\nnotices ()\n"] * 2
    keys = [f"{name}-{number}" for name in names for number in range(100)]
    assert set(Cache(str(path), lambda: NOON).read(keys)) == set(keys)


def test_a_process_that_is_killed_leaves_it_whole(path: Path) -> None:
    for _ in range(3):
        with _writer(path, "killed", 100_000) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            writer.send_signal(signal.SIGKILL)
    cache = Cache(str(path), lambda: NOON)
    cache.write({"after": Entry(THERE, NOON)}, ["after"])
    assert set(cache.read(["after"])) == {"after"}
    assert cache.notices == ()


@pytest.mark.parametrize(
    ("environment", "place"),
    [
        ({"XDG_CACHE_HOME": "/c", "HOME": "/h"}, "/c/aireview/registries-1.sqlite3"),
        ({"XDG_CACHE_HOME": "c", "HOME": "/h"}, "/h/.cache/aireview/registries-1.sqlite3"),
        ({"XDG_CACHE_HOME": "", "HOME": "/h"}, "/h/.cache/aireview/registries-1.sqlite3"),
        ({"HOME": "relative"}, ""),
        ({}, ""),
    ],
)
def test_where_it_lies(environment: dict[str, str], place: str) -> None:
    assert location(environment) == place
