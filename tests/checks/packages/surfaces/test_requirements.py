from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.requirements import includes, read
from aireview.model.packages import Reading, Source, Surface

PATH = "services/api/requirements.txt"


@pytest.mark.parametrize(
    ("line", "name", "specifier"),
    [
        ("requests", "requests", ""),
        ("flask==99.0.0", "flask", "==99.0.0"),
        ("tomli; python_version < '3.11'", "tomli", ""),
        ('tomli>=2 ; python_version < "3.11" and extra == "x"', "tomli", ">=2"),
        ("Ruamel_YAML.clib >= 0.2", "Ruamel_YAML.clib", ">=0.2"),
        ("a-xtr (>=1.0)", "a-xtr", ">=1.0"),
        ("a-xtr==1.0 --hash=sha256:00 --hash=sha256:11", "a-xtr", "==1.0"),
        ("a-xtr==1.0 # why", "a-xtr", "==1.0"),
        ("a-xtr>dev", "a-xtr", ">dev"),
        ("\ufeffa-xtr", "a-xtr", ""),
        ("@acme/ui-xtr", "@acme/ui-xtr", ""),
        ("a-xtr@1.2", "a-xtr", ""),
        ("a\x00b", "a\x00b", ""),
    ],
)
def test_a_line_names_one_package(line: str, name: str, specifier: str) -> None:
    reading = read(PATH, line)
    [reference] = reading.references
    assert (reference.name, reference.specifier) == (name, specifier)
    assert (reference.source, reference.path, reference.line) == (Source.REGISTRY, PATH, 1)
    assert reference.surface is Surface.MANIFEST
    assert not reading.unread


def test_extras_are_kept() -> None:
    [reference] = read(PATH, "requests[socks,securityy]>=2").references
    assert reference.extras == ("securityy", "socks")


@pytest.mark.parametrize(
    ("line", "name", "source", "url"),
    [
        ("a-xtr @ https://u:p@h.test/a.whl", "a-xtr", Source.DIRECT, "https://h.test/a.whl"),
        ("a-xtr@git+https://h.test/x", "a-xtr", Source.DIRECT, "git+https://h.test/x"),
        ("a-xtr @ file:///tmp/build", "a-xtr", Source.LOCAL, "file:///tmp/build"),
        ("-e git+https://h.test/x#egg=a-xtr", "a-xtr", Source.DIRECT, "git+https://h.test/x"),
        ("git+ssh://git@h.test/x#egg=a-xtr[b]", "a-xtr", Source.DIRECT, "git+ssh://h.test/x"),
        ("./dist/a_xtr-1.0-py3-none-any.whl", "a_xtr", Source.LOCAL, ""),
        ("https://h.test/a_xtr-1.0-py3-none-any.whl#sha256=0", "a_xtr", Source.DIRECT, ""),
    ],
)
def test_a_name_with_a_location_is_no_name_of_the_registry(
    line: str, name: str, source: Source, url: str
) -> None:
    [reference] = read(PATH, line).references
    assert (reference.name, reference.source, reference.url) == (name, source, url)


@pytest.mark.parametrize(
    ("line", "open_ended"),
    [
        ("-e ./libs/mylib", True),
        ("-e .[dev]", True),
        ("git+https://github.com/psf/black@24.1.0", True),
        ("https://h.test/archive.tar.gz", True),
        ("./libs/mylib", False),
        ("../../../etc/passwd", False),
        ("libs/x.zip", False),
    ],
)
def test_a_location_without_a_name_is_counted(line: str, open_ended: bool) -> None:  # noqa: FBT001 - a table
    reading = read(PATH, line)
    assert not reading.references
    assert reading.ignored == 1
    assert bool(reading.open_ended) is open_ended


@pytest.mark.parametrize("line", ["", "   ", "# a", "--pre", "-r x.txt", "--trusted-host h", "-U"])
def test_lines_that_name_nothing(line: str) -> None:
    reading = read(PATH, line)
    assert not reading.references
    assert not reading.unread


@pytest.mark.parametrize("line", ["pip install a-xtr", "{{ name }}", "${PKG}==1", "a b"])
def test_what_is_no_requirement_is_told(line: str) -> None:
    reading = read(PATH, f"ok-xtr\n{line}\n")
    assert [each.line for each in reading.unread] == [2]
    assert [each.name for each in reading.references] == ["ok-xtr"]


def test_many_unread_lines_are_told_briefly() -> None:
    reading = read(PATH, "prose of people\n" * 1000)
    assert len(reading.unread) == 21
    assert "980 such lines" in reading.unread[-1].why


def test_a_file_of_too_many_lines_is_told() -> None:
    reading = read(PATH, "a\n" * 30_000)
    assert [each.line for each in reading.unread] == [20_001]


def test_a_continued_line_stands_where_its_name_does() -> None:
    text = "a-xtr==1 \\\n    --hash=sha256:00 \\\n    --hash=sha256:11\n\\\nb-xtr\nc-xtr"
    found = [(each.name, each.line) for each in read(PATH, text).references]
    assert found == [("a-xtr", 1), ("b-xtr", 5), ("c-xtr", 6)]


def test_indexes_lose_their_credentials() -> None:
    text = (
        "-i https://u:secret@one.test/simple\n--extra-index-url=https://tok@two.test/x?t=s\n"
        "--find-links ./wheels\nacme-billing-xtr==4.1\n"
    )
    indexes = read(PATH, text).indexes
    assert [(each.url, each.replaces, each.line) for each in indexes] == [
        ("https://one.test/simple", True, 1),
        ("https://two.test/x", False, 2),
        ("./wheels", False, 3),
    ]


def test_the_public_index_binds_nothing() -> None:
    assert not read(PATH, "-i https://pypi.org/simple\na").indexes


def test_no_index_leaves_only_the_links() -> None:
    [index] = read(PATH, "--no-index --find-links ./wheels").indexes
    assert index.replaces


def test_includes_are_paths_of_the_repository() -> None:
    text = "-r base.in\n-c ../constraints.txt\n--requirement=sub/x.txt\n-r /etc/x\n-r ../../../x\n-r https://h/x\n-rz.txt"
    assert includes(PATH, text) == (
        "services/api/base.in",
        "services/constraints.txt",
        "services/api/sub/x.txt",
        "services/api/z.txt",
    )


def test_a_conda_export_is_another_namespace() -> None:
    [reference] = read(PATH, "numpy=1.26.4=py311h64a7726_0").references
    assert (reference.name, reference.index) == ("numpy", "conda")


@pytest.mark.parametrize(
    "text",
    [
        " " * 1_000_000 + "x",
        "a;" + "(" * 3000,
        "-r x " * 200_000,
        "a\\\n" * 100_000,
        "/" * 500_000,
        "a-" * 500_000,
        "[" * 500_000,
    ],
    ids=range(7),
)
def test_hostile_lines_end_soon(text: str) -> None:
    read(PATH, text)
    includes(PATH, text)


@given(st.text(st.sampled_from("ab-_.=<>[]();@#\\\n\r\t '\"/:$-{}1\x00\ud800")))
def test_any_text_gives_lines_within_the_file(text: str) -> None:
    reading = read(PATH, text)
    includes(PATH, text)
    last = text.count("\n") + 1
    for line in lines_of(reading):
        assert 1 <= line <= last


def lines_of(reading: Reading) -> list[int]:
    return [
        *(each.line for each in reading.references),
        *(each.line for each in reading.indexes),
        *(each.line for each in reading.unread),
    ]


@pytest.mark.parametrize("end", ["\r", "\f", "\v", "\x1c", "\x85", "\u2028", "\u2029"])
def test_lines_end_where_pip_ends_them(end: str) -> None:
    [reference] = read(PATH, f"# why{end}a-xtr\n").references
    assert (reference.name, reference.line) == ("a-xtr", 1)


@pytest.mark.parametrize(
    ("text", "name", "specifier"),
    [
        ("a\\\n-xtr==1\n", "a-xtr", "==1"),
        ("a-xtr\\\\\n\n", "a-xtr", ""),
        ("a-xtr \\\n# why\n", "a-xtr", ""),
        ("a-xtr\\\n# why\n", "a-xtr", ""),
    ],
)
def test_lines_are_joined_as_pip_joins_them(text: str, name: str, specifier: str) -> None:
    reading = read(PATH, text)
    assert [(each.name, each.specifier) for each in reading.references] == [(name, specifier)]
    assert not reading.unread


@pytest.mark.parametrize("included", ["https://h.test/r.txt", "/etc/r.txt", "../../../r.txt"])
def test_requirements_from_elsewhere_are_told(included: str) -> None:
    reading = read(PATH, f"a\n-r {included}\n")
    assert [each.line for each in reading.unread] == [2]
    assert reading.open_ended
    assert not read(PATH, f"-c {included}\n").unread


@pytest.mark.parametrize(
    ("cookie", "told"),
    [
        ("# -*- coding: utf-7 -*-", True),
        ("\n# vim: set fileencoding=raw_unicode_escape :", True),
        ("# -*- coding: utf-8 -*-", False),
        ("# coding: latin_1", False),
        ("# encoding of names", False),
        ("\n\n# coding: utf-7", False),
    ],
)
def test_another_encoding_is_told(cookie: str, *, told: bool) -> None:
    assert bool(read(PATH, f"{cookie}\na-xtr\n").unread) is told
