from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.setup_files import includes, read
from aireview.model.packages import Reading, Source


@pytest.mark.parametrize(
    "call",
    [
        "setup(install_requires=['a-xtr', 'b-xtr>=1'])",
        "setuptools.setup(setup_requires=('a-xtr', 'b-xtr>=1'))",
        "setup(install_requires='a-xtr\\nb-xtr>=1')",
        "R = ['a-xtr']\nsetup(install_requires=R + ['b-xtr>=1'])",
        "R = ['a-xtr']\nsetup(install_requires=[*R, 'b-xtr>=1'])",
        "K = dict(install_requires=['a-xtr', 'b-xtr>=1'])\nsetup(**K)",
        "K = {'install_requires': ['a-xtr', 'b-xtr>=1']}\nsetup(**K)",
        "setup(extras_require={'x': ['a-xtr'], 'y': ['b-xtr>=1']})",
        "setup(tests_require=list(('a-xtr', 'b-xtr>=1')))",
    ],
)
def test_literal_requirements(call: str) -> None:
    reading = read("setup.py", call)
    assert [each.name for each in reading.references] == ["a-xtr", "b-xtr"]
    assert not reading.open_ended
    assert not reading.unread


@pytest.mark.parametrize(
    "call",
    [
        "setup(install_requires=open('r.txt').read().split())",
        "setup(install_requires=parse())",
        "setup(**computed())",
        "R = []\nR.append(x)\nsetup(install_requires=R)",
        "R = []\nR += x\nsetup(install_requires=R)",
        "E = {}\nE['a'] = x\nsetup(extras_require=E)",
        "setup(install_requires=[name])",
    ],
)
def test_computed_requirements_leave_the_list_open(call: str) -> None:
    reading = read("setup.py", call)
    assert reading.open_ended
    assert reading.unread


def test_the_literal_part_of_a_computed_list_is_read() -> None:
    reading = read(
        "setup.py", "setup(install_requires=[\n'a-xtr',\nf'b-xtr=={v}',\n'c-xtr==%s' % v, d])"
    )
    found = [(each.name, each.line) for each in reading.references]
    assert found[0] == ("a-xtr", 2)
    assert [name for name, _ in found[1:]] == ["b-xtr", "c-xtr"]
    assert reading.open_ended


def test_what_setup_py_says_of_the_package() -> None:
    reading = read(
        "lib/setup.py",
        "setup(name='mine-xtr', python_requires='>=3.8', package_dir={'': 'src'}, py_modules=['m'],"
        "install_requires=['mine_xtr[x]'])",
    )
    assert reading.members[0].name == "mine-xtr"
    assert reading.roots == ("lib/src",)
    assert reading.language == ">=3.8"
    assert [each.source for each in reading.references] == [Source.LOCAL]


@pytest.mark.parametrize("text", ["def (", "x = '\x00'", "-" * 200_000 + "1", "(" * 5000])
def test_python_that_cannot_be_read(text: str) -> None:
    reading = read("setup.py", text)
    assert reading.unread
    assert reading.open_ended


CFG = """[metadata]
name = mine-xtr
[options]
python_requires = >=3.9
package_dir =
    = src
install_requires =
    a-xtr>=1  # why
    # a comment
    b-xtr; python_version < "3.11"
[options.extras_require]
dev = c-xtr
more =
    d-xtr
[options.packages.find]
where = lib
[options.entry_points]
console_scripts =
    run-xtr = x:y
[tool:pytest]
pythonpath = . t
"""


def test_setup_cfg() -> None:
    reading = read("x/setup.cfg", CFG)
    assert [(each.name, each.line, each.optional) for each in reading.references] == [
        ("a-xtr", 8, False),
        ("b-xtr", 10, False),
        ("c-xtr", 12, True),
        ("d-xtr", 14, True),
    ]
    [member] = reading.members
    assert (member.name, member.binaries) == ("mine-xtr", ("run-xtr",))
    assert reading.roots == ("x/src", "x/lib", "x", "x/t")
    assert reading.language == ">=3.9"


def test_files_that_setup_cfg_reads_are_included() -> None:
    text = "[options]\ninstall_requires = file: deps.txt, more.txt\n"
    assert includes("x/setup.cfg", text) == ("x/deps.txt", "x/more.txt")
    assert not read("x/setup.cfg", text).references


@given(
    st.text(st.sampled_from("setup(install_requires=['a'])\n \t{}[],*+%f\"\\\r\x00\ud800")),
    st.sampled_from(["setup.py", "setup.cfg"]),
)
def test_any_text_gives_lines_within_the_file(text: str, path: str) -> None:
    reading = read(path, text)
    for line in lines_of(reading):
        assert 1 <= line <= text.count("\n") + 1


def lines_of(reading: Reading) -> list[int]:
    return [
        *(each.line for each in reading.references),
        *(each.line for each in reading.indexes),
        *(each.line for each in reading.unread),
    ]
