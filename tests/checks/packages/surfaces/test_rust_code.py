from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.rust_code import read
from aireview.checks.packages.surfaces.table import readers_of
from aireview.model.packages import Ecosystem, Surface


def names(text: str) -> list[str]:
    return [one.name for one in read("src/a.rs", text).references]


def test_crates_are_references() -> None:
    reading = read("src/a.rs", "use std::io;\nuse regex_xtr::{\n  Regex,\n};\n")
    assert [(one.name, one.line) for one in reading.references] == [("std", 1), ("regex_xtr", 2)]
    assert {one.ecosystem for one in reading.references} == {Ecosystem.CARGO}
    assert {one.surface for one in reading.references} == {Surface.IMPORT}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("use crate::a; use self::b; use super::c;", []),
        ("mod a; use a::b;", []),
        ("enum A { B } use A::*;", []),
        ("use b_xtr::a; use a::c;", ["b_xtr"]),
        ("extern crate a_xtr as a; use a::b;", ["a_xtr"]),
        # A crate is not hidden by the name that its own import brings in.
        ("use a_xtr::{self, b};", ["a_xtr"]),
        ("mod a_xtr; use ::a_xtr::b;", ["a_xtr"]),
        ('// use a_xtr::b;\nconst B: &str = "use c_xtr::d;";', []),
    ],
)
def test_names_in_scope_are_none(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_very_large_files_are_refused() -> None:
    assert read("a.rs", "//" * 3_000_000).unread


def test_rows() -> None:
    assert "rust_code" in {entry.reader for entry in readers_of("build.rs")}
