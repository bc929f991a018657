from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.syntax.rust_imports import imports


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("use a::b;", ["a"]),
        ("pub(crate) use a::b::{c, d as e, self, f::*};", ["a"]),
        ("use {a::b, ::c::d};", ["a", "::c"]),
        ("use ::{a, b::c};", ["::a", "::b"]),
        ("use a; use b as c; use d::*;", ["a", "b", "d"]),
        ("use crate::a; use self::b; use super::c;", ["crate", "self", "super"]),
        ("extern crate a; extern crate b as c;", ["a", "b"]),
        ("use r#type::a; use /* b */ c::d;", ["type", "c"]),
        ("mod a { fn f() { use b::c; } }", ["b"]),
        ('// use a::b;\nconst X: &str = "use c::d;";', []),
        ("macro_rules! m { () => { use $crate::a; use b::c; } }", []),
        ("fn f( {\nuse a::b;\n}\nuse c::{d,\nfn x", ["a", "c"]),
        ("", []),
    ],
)
def test_forms(text: str, expected: list[str]) -> None:
    assert [one.module for one in imports(text).imports] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mod a; mod b { } use c;", ("a", "b")),
        ("enum A {} use A::*;", ("A",)),
        ("use a::{b, c as d, e::{self, f}};", ("b", "d", "e", "f")),
        ("use a::b::c;", ("c",)),
        ("extern crate a as b;", ("b",)),
        # What brings a name in does not settle where that comes from.
        ("use a::{self, b}; use c as c; use d::d;", ("b",)),
    ],
)
def test_scopes(text: str, expected: tuple[str, ...]) -> None:
    assert imports(text).scopes == expected


def test_lines() -> None:
    assert [one.line for one in imports("use {\n a::b,\n c::d\n};").imports] == [2, 3]


def test_depth_is_no_trouble() -> None:
    assert [one.module for one in imports("use a::{" * 20_000).imports][:1] == ["a"]


@given(
    st.text()
    | st.lists(st.sampled_from(["use", "a", "::", "{", "}", ";", "\n", "*"])).map(" ".join)
)
def test_any_text_is_read(text: str) -> None:
    lines = text.count("\n") + 1
    assert all(1 <= one.line <= lines for one in imports(text).imports)
