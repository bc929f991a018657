from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.python_code import read
from aireview.checks.packages.surfaces.table import readers_of
from aireview.model.packages import Ecosystem, Surface


def test_absolute_imports_are_references() -> None:
    reading = read("a/b.py", "import os\nfrom . import own\nfrom google.cloud import x_xtr as y\n")
    found = [(one.name, one.line, one.members, one.path) for one in reading.references]
    assert found == [("os", 1, (), "a/b.py"), ("google.cloud", 3, ("x_xtr",), "a/b.py")]
    assert {one.ecosystem for one in reading.references} == {Ecosystem.PYPI}
    assert {one.surface for one in reading.references} == {Surface.IMPORT}


def test_optional_and_types_are_kept() -> None:
    text = "try:\n    import a_xtr\nexcept ImportError:\n    pass\nif TYPE_CHECKING:\n    import b_xtr\n"
    first, second = read("a.py", text).references
    assert (first.optional, first.type_only) == (True, False)
    assert (second.optional, second.type_only) == (False, True)


def test_a_stub_takes_types_only() -> None:
    assert [one.type_only for one in read("a.pyi", "import a_xtr").references] == [True]


def test_text_is_no_import_and_computed_names_are_counted() -> None:
    reading = read("a.py", "'''\nimport a_xtr\n'''\nimport_module(x)\nimport_module('.y', z)\n")
    assert (reading.references, reading.ignored, reading.unread) == ((), 1, ())


def test_what_hides_imports_is_unread() -> None:
    (unread,) = read("a.py", "import a_xtr\nfrom {{ b }} import c\n").unread
    assert (unread.line, "Python" in unread.why) == (2, True)


def test_very_large_files_are_refused() -> None:
    (unread,) = read("a.py", "import a_xtr\n" + "#" * 4_000_000).unread
    assert "4,000,000" in unread.why


def test_rows() -> None:
    for path in ("a.py", "x/b.pyi", "SETUP.PYW"):
        assert "python_code" in {entry.reader for entry in readers_of(path)}


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    lines = text.count("\n") + 1
    assert all(1 <= one.line <= lines for one in read("a.py", text).references)


def test_a_carriage_return_ends_a_comment() -> None:
    [one, two] = read("a.py", "# why\rimport a_xtr\n\nimport b_xtr\r\n").references
    assert [(each.name, each.line) for each in (one, two)] == [("a_xtr", 1), ("b_xtr", 3)]


def test_code_in_another_encoding_is_told() -> None:
    reading = read("a.py", "# -*- coding: utf-7 -*-\n#+AAo-import a_xtr\n")
    assert [each.line for each in reading.unread] == [1]
