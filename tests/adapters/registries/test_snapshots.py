"""Snapshots: names of every format in, hashes out, and nothing at all for a list that is cut off."""

from __future__ import annotations

import io
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.registry import FakeRegistry, Response
from support.registry_clients import Time

from aireview.adapters.registries import name_lists
from aireview.adapters.registries.lists import MOST_COMPARED, Lists, Snapshot
from aireview.adapters.registries.name_lists import names_from, read_names
from aireview.adapters.registries.snapshots import (
    default_folder,
    path_in,
    snapshots_in,
    write_snapshot,
)
from aireview.errors import AireviewError
from aireview.model.packages import Ecosystem, Listed

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
PYPI = Ecosystem.PYPI
NAMES = [f"name-{number}-xtr" for number in range(300)]


def write(folder: Path, *names: str, ecosystem: Ecosystem = PYPI) -> Path:
    target = path_in(folder, ecosystem)
    write_snapshot(ecosystem, names, "2026-01-02", "https://index.example/simple/", target)
    return target


def test_written_and_read(tmp_path: Path) -> None:
    count = write_snapshot(
        PYPI, ["B_Name.xtr", "a-xtr", "a-xtr"], "2026-01-02", "x", tmp_path / "s"
    )
    snapshot = Snapshot(tmp_path / "s")
    assert count == snapshot.header.count == 2
    assert "b-name-xtr" in snapshot
    assert "c-xtr" not in snapshot
    assert (snapshot.header.ecosystem, snapshot.header.as_of) == (PYPI, "2026-01-02")


@given(st.sets(st.from_regex(r"[a-z][a-z0-9]{0,12}", fullmatch=True), min_size=1))
def test_all_names_are_in_it(tmp_path_factory: pytest.TempPathFactory, names: set[str]) -> None:
    target = tmp_path_factory.mktemp("snapshots") / "pypi.snapshot"
    assert write_snapshot(PYPI, names, "2026-01-02", "x", target) == len(names)
    snapshot = Snapshot(target)
    assert all(name in snapshot for name in names)
    assert "not-in-it-xtr" not in snapshot


def test_what_no_name_can_be_is_left_out(tmp_path: Path) -> None:
    names = ["good-xtr", "../bad", "a b", "http://evil.example", "", "x" * 300]
    assert write_snapshot(PYPI, names, "2026-01-02", "x", tmp_path / "s") == 1
    with pytest.raises(AireviewError, match="holds no name"):
        write_snapshot(PYPI, ["../bad"], "2026-01-02", "x", tmp_path / "t")
    assert not (tmp_path / "t").exists()


def test_an_error_in_the_midst_leaves_the_old_one(tmp_path: Path) -> None:
    target = write(tmp_path, "old-xtr")
    before = target.read_bytes()

    def cut() -> Iterator[str]:
        yield "new-xtr"
        raise AireviewError("cut off")

    with pytest.raises(AireviewError, match="cut off"):
        write_snapshot(PYPI, cut(), "2026-02-02", "x", target)
    assert target.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["pypi.snapshot"]


def test_many_names_need_little_memory(tmp_path: Path) -> None:
    tracemalloc.start()
    names = (f"package-{number}-xtr" for number in range(100_000))
    write_snapshot(PYPI, names, "2026-01-02", "x", tmp_path / "s")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8_000_000


def test_where_snapshots_are_found(tmp_path: Path) -> None:
    named, data = tmp_path / "named", tmp_path / "data" / "aireview"
    home = tmp_path / "home" / ".local" / "share" / "aireview"
    for folder, name in ((named, "named-xtr"), (data, "data-xtr"), (home, "home-xtr")):
        folder.mkdir(parents=True)
        write(folder, name)
    write(named, "express-xtr", ecosystem=Ecosystem.NPM)
    environ = {"HOME": str(tmp_path / "home")}
    assert "home-xtr" in snapshots_in(None, environ)[PYPI]
    environ["XDG_DATA_HOME"] = str(tmp_path / "data")
    assert "data-xtr" in snapshots_in(None, environ)[PYPI]
    found = snapshots_in(named, environ)
    assert set(found) == {PYPI, Ecosystem.NPM}
    assert Lists(found).listed(PYPI, "named-xtr") == Listed(
        known=True, as_of="2026-01-02", complete=True
    )
    assert snapshots_in(None, {"HOME": str(tmp_path / "nobody")}) == {}
    assert default_folder({}) is None
    assert snapshots_in(None, {}) == {}


def test_a_folder_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(AireviewError, match="does not exist"):
        snapshots_in(tmp_path / "none", {})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no json\n12345",
        b"{}\n",
        b'{"schema":"aireview/snapshot/v1","ecosystem":"pypi","as_of":"x","count":2,"source":""}\n12345',
        b'{"schema":"other","ecosystem":"pypi","as_of":"x","count":1,"source":""}\n12345',
    ],
)
def test_a_damaged_snapshot_is_an_error(tmp_path: Path, content: bytes) -> None:
    path_in(tmp_path, PYPI).write_bytes(content)
    with pytest.raises(AireviewError) as caught:
        snapshots_in(tmp_path, {})
    assert "aireview packages snapshot" in caught.value.hint


def test_a_snapshot_of_another_ecosystem_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "x-xtr").rename(path_in(tmp_path, Ecosystem.NPM))
    with pytest.raises(AireviewError, match="is of the ecosystem pypi"):
        snapshots_in(tmp_path, {})


# --- lists of names -----------------------------------------------------------------------------

FORMATS = {
    "simple.json": json.dumps(
        {"meta": {"api-version": "1.4"}, "projects": [{"name": one} for one in NAMES]}
    ),
    "simple.html": "<!DOCTYPE html><html><head><title>Simple index</title></head><body>\n"
    + "".join(f'<a href="/simple/{one}/">{one}</a><br/>\n' for one in NAMES)
    + "</body></html>\n",
    "all_docs.json": '{"total_rows":300,"offset":0,"rows":[\n'
    + ",\n".join(
        json.dumps({"id": one, "key": one, "value": {"rev": "1-x", "deep": [{"name": "no"}]}})
        for one in NAMES
    )
    + "\n]}\n",
    "list.json": json.dumps(NAMES, indent=1),
    "packagist.json": json.dumps({"packageNames": NAMES}),
    "names": "---\n" + "\n".join(NAMES) + "\n",
    "lines.txt": "# a comment\n\n" + "\r\n".join(NAMES),
    "bom.txt": "\ufeff" + "\n".join(NAMES),
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("chunk", [7, 100, 1 << 20])
def test_every_format(name: str, chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_lists, "_CHUNK", chunk)
    assert list(read_names(io.BytesIO(FORMATS[name].encode()), name)) == NAMES


@pytest.mark.parametrize("name", [one for one in FORMATS if one.endswith((".json", ".html"))])
@pytest.mark.parametrize("share", [0.3, 0.99])
def test_what_is_cut_off_is_an_error(name: str, share: float) -> None:
    content = FORMATS[name].rstrip().encode()
    with pytest.raises(AireviewError, match="cut off"):
        list(read_names(io.BytesIO(content[: int(len(content) * share)]), name))


@pytest.mark.parametrize(
    "content",
    [
        b"[1, 2]",
        b'["a" "b"]',
        b'["a",]',
        b'["a"] more',
        b'{"projects": [{"title": "x"}]}',
        b'{"projects": [null]}',
        b'{"projects" ["x"]}',
        b"[" * 200_000,
        b'{"a": ' * 100_000,
        b'["' + b"x" * 5_000_000,
        b"x" * 5_000_000,
        b"<html>" + b"<a href=x>" * 300_000,
        b"<html><a href=x>x</a>",
    ],
)
def test_what_is_no_list_is_an_error(content: bytes) -> None:
    with pytest.raises(AireviewError, match="broken or was cut off"):
        list(read_names(io.BytesIO(content), "x"))


@given(st.text('[]{}",:<>a /\n\\\ud800', max_size=60))
def test_any_text(text: str) -> None:
    try:
        names = list(read_names(io.BytesIO(text.encode("utf-8", "surrogatepass")), "x"))
    except AireviewError:
        return
    assert all(isinstance(name, str) for name in names)


def test_a_local_file(tmp_path: Path) -> None:
    file = tmp_path / "names.txt"
    file.write_text("one-xtr\ntwo-xtr\n")
    assert list(names_from(str(file), Time().clock())) == ["one-xtr", "two-xtr"]
    with pytest.raises(AireviewError, match="cannot be read"):
        list(names_from(str(tmp_path / "none"), Time().clock()))
    with pytest.raises(AireviewError, match="cannot be read"):
        list(names_from(str(tmp_path), Time().clock()))


def test_a_url(fake: FakeRegistry) -> None:
    body = FORMATS["simple.json"].encode()
    fake.extra["/pypi/simple/"] = Response(body, "application/vnd.pypi.simple.v1+json")
    assert list(names_from(fake.bases[PYPI], Time().clock())) == NAMES
    assert "simple.v1+json" in fake.requests[0].headers["accept"]


@pytest.mark.parametrize(
    "fault", ["error", "truncated", "reset", "foreign-redirect", "unauthorized"]
)
def test_a_url_that_does_not_give_its_names(fake: FakeRegistry, tmp_path: Path, fault: str) -> None:
    fake.fault(fault)
    with pytest.raises(AireviewError) as caught:
        write_snapshot(
            PYPI, names_from(fake.bases[PYPI], Time().clock()), "2026-01-02", "x", tmp_path / "s"
        )
    assert caught.value.exit_code == 3
    assert not (tmp_path / "s").exists()


def test_an_answer_that_does_not_end(fake: FakeRegistry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_lists, "LARGEST", 3_000_000)
    fake.fault("infinite")
    with pytest.raises(AireviewError, match="longer than"):
        list(names_from(fake.bases[PYPI], Time().clock()))


def test_a_transient_fault_leaves_no_half_list(fake: FakeRegistry) -> None:
    fake.extra["/names"] = Response(b"one-xtr\ntwo-xtr\n", "text/plain")
    fake.fault("truncated", times=1)
    assert list(names_from(f"{fake.url}/names", Time().clock())) == ["one-xtr", "two-xtr"]


def test_the_header_is_plain_json(tmp_path: Path) -> None:
    head = write(tmp_path, "x-xtr").read_bytes().partition(b"\n")[0]
    assert msgspec.json.decode(head)["source"] == "https://index.example/simple/"


def test_a_flood_of_names_is_no_longer_compared_letter_by_letter() -> None:
    lists = Lists()
    assert lists.similar(Ecosystem.PYPI, "requestz") == "requests"
    for number in range(MOST_COMPARED):
        lists.similar(Ecosystem.PYPI, f"made-up-{number}-xtr")
    assert lists.similar(Ecosystem.PYPI, "requestz") == ""
    assert lists.similar(Ecosystem.PYPI, "scikitlearn") == "scikit-learn"
