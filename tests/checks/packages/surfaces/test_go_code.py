from __future__ import annotations

from aireview.checks.packages.surfaces.go_code import read
from aireview.checks.packages.surfaces.table import readers_of
from aireview.model.packages import Ecosystem, Surface


def test_imports_are_references() -> None:
    text = 'package a\nimport (\n\t"fmt"\n\t. "./own"\n\tx "example.com/x-xtr/y"\n)\n'
    reading = read("a/b.go", text)
    assert [(one.name, one.line) for one in reading.references] == [
        ("fmt", 3),
        ("example.com/x-xtr/y", 5),
    ]
    assert {one.ecosystem for one in reading.references} == {Ecosystem.GO}
    assert {one.surface for one in reading.references} == {Surface.IMPORT}


def test_what_hides_imports_is_unread() -> None:
    assert [one.line for one in read("a.go", "package a\nfunc ( {\nimport =\n").unread] == [3]


def test_very_large_files_are_refused() -> None:
    assert read("a.go", "//" * 3_000_000).unread


def test_rows() -> None:
    assert "go_code" in {entry.reader for entry in readers_of("a/b.go")}
