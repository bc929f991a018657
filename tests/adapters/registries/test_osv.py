"""Malicious-package advisories out of OSV exports of every shape."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from aireview.adapters.registries import osv as module
from aireview.adapters.registries.osv import Osv
from aireview.adapters.registries.versions import is_within
from aireview.errors import AireviewError
from aireview.model.packages import Ecosystem

Record = dict[str, object]


def record(
    identifier: str,
    name: str,
    ecosystem: str = "PyPI",
    versions: Sequence[str] | None = None,
    events: Sequence[dict[str, str]] | None = None,
    **more: object,
) -> Record:
    affected: Record = {"package": {"name": name, "ecosystem": ecosystem}}
    if versions is not None:
        affected["versions"] = versions
    if events is not None:
        affected["ranges"] = [{"type": "ECOSYSTEM", "events": events}]
    return {"id": identifier, "modified": "2026-01-01T00:00:00Z", "affected": [affected], **more}


RECORDS: tuple[Record, ...] = (
    record("MAL-2026-1", "Bad_Name.xtr"),
    record("MAL-2026-2", "all-xtr", events=[{"introduced": "0"}], versions=["1.0"]),
    record("MAL-2026-3", "taken-over-xtr", versions=["1.2.3", "1.2.4"]),
    record("MAL-2026-4", "@scope-xtr/ranged", "npm", events=[{"introduced": "4.4.2"}, {"fixed": "4.4.10"}]),
    record("MAL-2026-5", "gone-xtr", withdrawn="2026-02-02T00:00:00Z"),
    record("GHSA-xxxx-xtr", "honest-xtr"),
    record("MAL-2026-6", "all-xtr"),
    record("MAL-2026-7", "org.xtr:mal", "Maven"),
    record("MAL-2026-8", "other-xtr", "Debian:12"),
    {"id": "MAL-2026-9"},
)  # fmt: skip


def folder(path: Path, records: Sequence[Record]) -> Path:
    place = path / "export"
    for number, one in enumerate(records):
        file = place / f"sub{number % 2}" / f"{one['id']}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(one))
    return place


def zipped(path: Path, records: Sequence[Record]) -> Path:
    place = path / "all.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in records:
            archive.writestr(f"{one['id']}.json", json.dumps(one))
    return place


def lines(path: Path, records: Sequence[Record]) -> Path:
    place = path / "export.jsonl"
    place.write_text("\n\n".join(json.dumps(one) for one in records) + "\n")
    return place


def listed(path: Path, records: Sequence[Record]) -> Path:
    place = path / "export.json"
    place.write_text(json.dumps(records))
    return place


SHAPES = pytest.mark.parametrize("shape", [folder, zipped, lines, listed])
Shape = Callable[[Path, Sequence[Record]], Path]


@SHAPES
@pytest.mark.parametrize(
    ("ecosystem", "name", "version", "ids"),
    [
        (Ecosystem.PYPI, "bad-name-xtr", "", ("MAL-2026-1",)),
        (Ecosystem.PYPI, "bad-name-xtr", "7.0", ("MAL-2026-1",)),
        (Ecosystem.NPM, "bad-name-xtr", "", ()),
        (Ecosystem.PYPI, "all-xtr", "", ("MAL-2026-2", "MAL-2026-6")),
        (Ecosystem.PYPI, "taken-over-xtr", "", ()),
        (Ecosystem.PYPI, "taken-over-xtr", "1.2.2", ()),
        (Ecosystem.PYPI, "taken-over-xtr", "1.2.4", ("MAL-2026-3",)),
        (Ecosystem.NPM, "@scope-xtr/ranged", "", ()),
        (Ecosystem.NPM, "@scope-xtr/ranged", "4.4.9", ("MAL-2026-4",)),
        (Ecosystem.NPM, "@scope-xtr/ranged", "4.4.10", ()),
        (Ecosystem.PYPI, "gone-xtr", "", ()),
        (Ecosystem.PYPI, "honest-xtr", "", ()),
        (Ecosystem.MAVEN, "org.xtr:mal", "", ("MAL-2026-7",)),
        (Ecosystem.PYPI, "other-xtr", "", ()),
    ],
)
def test_who_is_malicious(
    tmp_path: Path,
    shape: Shape,
    ecosystem: Ecosystem,
    name: str,
    version: str,
    ids: tuple[str, ...],
) -> None:
    assert Osv(shape(tmp_path, RECORDS)).advisories(ecosystem, name, version) == ids


def test_one_record_in_a_file(tmp_path: Path) -> None:
    place = tmp_path / "one.json"
    place.write_text(json.dumps(RECORDS[0]))
    assert Osv(place).advisories(Ecosystem.PYPI, "bad-name-xtr") == ("MAL-2026-1",)


@pytest.mark.parametrize(
    ("ecosystem", "version", "events", "within"),
    [
        (Ecosystem.PYPI, "1.0rc1", [{"introduced": "1.0"}], False),
        (Ecosystem.PYPI, "1.0.post1", [{"introduced": "1.0"}, {"fixed": "1.1"}], True),
        (Ecosystem.PYPI, "0.5", [{"introduced": "0"}, {"fixed": "1.1"}], True),
        (Ecosystem.PYPI, "1.1", [{"introduced": "0"}, {"fixed": "1.1"}], False),
        (Ecosystem.PYPI, "1.1", [{"introduced": "0"}, {"last_affected": "1.1"}], True),
        (Ecosystem.PYPI, "1.2", [{"introduced": "0"}, {"last_affected": "1.1"}], False),
        (Ecosystem.PYPI, "3", [{"fixed": "2"}, {"introduced": "1"}, {"introduced": "3"}], True),
        (Ecosystem.PYPI, "not a version", [{"introduced": "0"}], False),
        (Ecosystem.NPM, "1.10.0", [{"introduced": "1.9.0"}], True),
        (Ecosystem.NPM, "1.9.0-beta.2", [{"introduced": "1.9.0"}], False),
        (Ecosystem.NPM, "1.9.0-beta.11", [{"introduced": "1.9.0-beta.2"}], True),
        (Ecosystem.GO, "v1.2.0", [{"introduced": "1.2.0"}, {"fixed": "1.2.1"}], True),
        (Ecosystem.NUGET, "1.2.3.4", [{"introduced": "1.2.3"}], True),
        (Ecosystem.NPM, "x", [{"introduced": "0"}], False),
        (Ecosystem.NPM, "1.0.0", [{"introduced": "garbage"}, {"odd": "1"}], False),
    ],
)
def test_ranges(
    ecosystem: Ecosystem, version: str, events: list[dict[str, str]], *, within: bool
) -> None:
    assert is_within(ecosystem, version, events) is within


@SHAPES
def test_an_index_is_kept_until_the_export_changes(
    tmp_path: Path, shape: Shape, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "cache"
    place = shape(tmp_path, RECORDS)
    expected = ("MAL-2026-1",)
    assert Osv(place, str(kept)).advisories(Ecosystem.PYPI, "bad-name-xtr") == expected
    with monkeypatch.context() as patch:
        patch.setattr(module, "_rows", lambda _: pytest.fail("the export was read again"))
        assert Osv(place, str(kept)).advisories(Ecosystem.PYPI, "bad-name-xtr") == expected
    shape(tmp_path, [*RECORDS, record("MAL-2026-10", "bad-name-xtr")])
    both = ("MAL-2026-1", "MAL-2026-10")
    assert Osv(place, str(kept)).advisories(Ecosystem.PYPI, "bad-name-xtr") == both
    assert len(list(kept.iterdir())) == 2
    for number in range(6):
        shape(tmp_path, [*RECORDS, record(f"MAL-2026-2{number}", f"new-{number}-xtr")])
        assert Osv(place, str(kept)).advisories(Ecosystem.PYPI, f"new-{number}-xtr")
    assert len(list(kept.iterdir())) == 4


def test_a_kept_index_that_is_damaged_is_made_again(tmp_path: Path) -> None:
    place, kept = listed(tmp_path, RECORDS), tmp_path / "cache"
    Osv(place, str(kept)).advisories(Ecosystem.PYPI, "x")
    for file in kept.iterdir():
        file.write_bytes(b"no database")
    assert Osv(place, str(kept)).advisories(Ecosystem.PYPI, "bad-name-xtr") == ("MAL-2026-1",)


def test_without_a_place_for_the_index(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    blocked = Osv(listed(tmp_path, RECORDS), str(tmp_path / "file" / "cache"))
    assert blocked.advisories(Ecosystem.PYPI, "bad-name-xtr") == ("MAL-2026-1",)


def test_an_export_without_malicious_packages_is_fine(tmp_path: Path) -> None:
    place = zipped(tmp_path, [record("GHSA-xxxx-xtr", "honest-xtr"), record("OTHER-1", "x-xtr")])
    assert Osv(place).advisories(Ecosystem.PYPI, "x-xtr") == ()


def test_a_missing_export_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(AireviewError, match="does not exist") as caught:
        Osv(tmp_path / "none.zip")
    assert caught.value.exit_code == 2
    assert "packages.osv" in caught.value.hint


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("broken.json", b"{"),
        ("broken.json", b'{"id": 1}'),
        ("broken.json", b"[1]"),
        ("broken.json", b'"text"'),
        ("broken.json", b"[" * 100_000),
        ("broken.json", b'{"id": "MAL-1", "affected": [{"package": "x"}]}'),
        ("broken.json", b'\xff{"id": "MAL-1"}'),
        ("broken.json", b""),
        ("broken.jsonl", b'{"id": "MAL-1"}\n{'),
        ("broken.jsonl", b"\n"),
        ("broken.zip", b"PK\x03\x04 cut off"),
        ("broken.zip", b"PK\x05\x06" + b"\0" * 18),
    ],
)
def test_a_broken_export_is_an_error(tmp_path: Path, name: str, content: bytes) -> None:
    place = tmp_path / name
    place.write_bytes(content)
    with pytest.raises(AireviewError) as caught:
        Osv(place).advisories(Ecosystem.PYPI, "x")
    assert caught.value.exit_code == 2
    assert caught.value.hint


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(AireviewError, match="holds no record"):
        Osv(tmp_path).advisories(Ecosystem.PYPI, "x")


def test_a_zip_bomb_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LARGEST_RECORD", 1_000_000)
    place = tmp_path / "all.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("MAL-1.json", b" " * 10_000_000)
    with pytest.raises(AireviewError, match="too many bytes"):
        Osv(place).advisories(Ecosystem.PYPI, "x")


def test_an_archive_with_a_password_is_an_error(tmp_path: Path) -> None:
    place = zipped(tmp_path, RECORDS[:1])
    content = bytearray(place.read_bytes())
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = content.find(mark) + (6 if mark == b"PK\x03\x04" else 8)
        content[at] |= 1
    place.write_bytes(content)
    with pytest.raises(AireviewError, match="cannot be used"):
        Osv(place).advisories(Ecosystem.PYPI, "x")


@pytest.mark.skipif(os.getuid() == 0, reason="root reads everything")
def test_an_export_that_may_not_be_read(tmp_path: Path) -> None:
    place = listed(tmp_path, RECORDS)
    place.chmod(0)
    with pytest.raises(AireviewError, match="cannot be read"):
        Osv(place).advisories(Ecosystem.PYPI, "x")
