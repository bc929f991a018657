from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.uv_lock import read
from aireview.model.packages import Reading, Source, Surface

LOCK = """version = 1
requires-python = ">=3.12"

[options]
exclude-newer-span = "P3W"

[[package]]
name = "a-xtr"
version = "1.0"
source = { registry = "https://pypi.org/simple" }
sdist = { url = "https://files.pythonhosted.org/packages/a_xtr-1.0.tar.gz", hash = "sha256:0", size = 1 }
wheels = [
    { url = "https://files.pythonhosted.org/packages/a_xtr-1.0-py3-none-any.whl", hash = "sha256:0", size = 2 },
    { url = "https://evil.test/a_xtr-1.0-py3-none-any.whl", hash = "sha256:0", size = 2 },
]

[[package]]
name = "b-xtr"
version = "2.0"
source = { registry = "https://u:p@corp.test/simple" }
dependencies = [
    { name = "a-xtr" },
]

[[package]]
name = "c-xtr"
version = "3"
source = { git = "https://h.test/c?rev=1#abc" }

[[package]]
name = "root-xtr"
source = { editable = "." }

[[package]]
name = "other-xtr"
source = { virtual = "packages/other" }

[[package]]
name = "far-xtr"
source = { directory = "../../far" }
"""


def test_uv_lock() -> None:
    reading = read("x/uv.lock", LOCK)
    found = {each.name: each for each in reading.references}
    assert [(each.name, each.line) for each in reading.references] == [
        ("a-xtr", 8),
        ("b-xtr", 18),
        ("c-xtr", 26),
        ("root-xtr", 31),
        ("other-xtr", 35),
        ("far-xtr", 39),
    ]
    assert found["a-xtr"].specifier == "==1.0"
    assert found["a-xtr"].index == ""
    assert found["a-xtr"].url == "https://evil.test/a_xtr-1.0-py3-none-any.whl"
    assert found["b-xtr"].index == "https://corp.test/simple"
    assert (found["c-xtr"].source, found["c-xtr"].url) == (Source.DIRECT, "https://h.test/c")
    assert {found[name].source for name in ("root-xtr", "other-xtr", "far-xtr")} == {Source.LOCAL}
    assert {each.surface for each in reading.references} == {Surface.LOCK}
    assert [(each.name, each.folder) for each in reading.members] == [
        ("root-xtr", "x"),
        ("other-xtr", "x/packages/other"),
    ]
    assert reading.cool_down_days == 21


def test_a_broken_lock_is_told() -> None:
    assert [
        each.line for each in read("uv.lock", '[[package]]\nname = "a"\nname = "b"').unread
    ] == [3]
    assert [each.line for each in read("uv.lock", '[[package]]\nversion = "a"').unread] == [1]
    assert [each.line for each in read("uv.lock", 'package = "x"').unread] == [1]


def test_packages_in_one_line_each_are_read() -> None:
    text = 'package = [\n{ name = "a-xtr", version = "1" },\n{ name = "b-xtr", hash = "0" },\n]'
    assert [(each.name, each.line) for each in read("uv.lock", text).references] == [
        ("a-xtr", 2),
        ("b-xtr", 3),
    ]


def test_a_huge_lock_ends_soon() -> None:
    archive = '    { url = "https://h.test/a.whl", hash = "sha256:0", size = 2 },\n'
    text = '[[package]]\nname = "a-xtr"\nwheels = [\n' + archive * 100_000 + "]\n"
    [reference] = read("uv.lock", text).references
    assert reference.url == "https://h.test/a.whl"
    read("uv.lock", '{ url = "' * 200_000)


@given(st.lists(st.sampled_from(LOCK.splitlines(keepends=True))))
def test_any_text_gives_lines_within_the_file(parts: list[str]) -> None:
    text = "".join(parts)
    reading = read("uv.lock", text)
    for line in lines_of(reading):
        assert 1 <= line <= text.count("\n") + 1


def lines_of(reading: Reading) -> list[int]:
    return [
        *(each.line for each in reading.references),
        *(each.line for each in reading.indexes),
        *(each.line for each in reading.unread),
    ]
