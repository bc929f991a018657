from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.notebook import read
from aireview.checks.packages.surfaces.table import readers_of
from aireview.model.packages import Reading, Surface


def cell(*lines: str, kind: str = "code") -> dict[str, object]:
    return {"cell_type": kind, "metadata": {}, "source": [f"{line}\n" for line in lines]}


def notebook(*cells: dict[str, object], language: str = "python") -> str:
    meta = {"language_info": {"name": language}}
    return json.dumps({"cells": cells, "metadata": meta, "nbformat": 4}, indent=1)


def found(reading: Reading, surface: Surface = Surface.IMPORT) -> list[str]:
    return [one.name for one in reading.references if one.surface is surface]


def test_lines_are_those_of_the_file() -> None:
    text = notebook(
        cell("# a", "", "import a_xtr", "%pip install b-xtr \\", "  c-xtr"),
        cell(
            "Run `pip install d-xtr`:", "", "```bash", "pip install e-xtr", "```", kind="markdown"
        ),
    )
    reading = read("x/a.ipynb", text)
    lines = text.split("\n")
    assert found(reading) == ["a_xtr"]
    assert found(reading, Surface.COMMAND) == ["b-xtr", "c-xtr"]
    assert sorted(found(reading, Surface.DOCS)) == ["d-xtr", "e-xtr"]
    assert all(one.name in lines[one.line - 1] for one in reading.references)
    assert {one.path for one in reading.references} == {"x/a.ipynb"}


def test_a_source_may_be_one_string() -> None:
    text = '{"cells": [\n{"cell_type": "code",\n"source": "import a_xtr\\n!pip install b-xtr\\n"}]}'
    assert [(one.name, one.line) for one in read("a.ipynb", text).references] == [
        ("a_xtr", 3),
        ("b-xtr", 3),
    ]


@pytest.mark.parametrize(
    "magic",
    ["%matplotlib inline", "!ls", "x = !ls", "%time f()", "?f", "f?", "f.g??", "%%!", "%cd a"],
)
def test_a_magic_leaves_a_body(magic: str) -> None:
    reading = read("a.ipynb", notebook(cell("if x:", f"    {magic}", "import a_xtr")))
    assert (found(reading), reading.unread) == (["a_xtr"], ())


def test_text_and_operators_that_look_like_magics_are_none() -> None:
    text = notebook(
        cell('x = ("a"', "     %b)", "'''", "!pip install no-xtr", "'''", "import a_xtr")
    )
    reading = read("a.ipynb", text)
    assert [(one.name, one.surface) for one in reading.references] == [("a_xtr", Surface.IMPORT)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("%pip install a-xtr",), ["a-xtr"]),
        (("!pip install -q a-xtr[b]==1",), ["a-xtr"]),
        (("pip install a-xtr",), ["a-xtr"]),
        (("%uv pip install a-xtr",), ["a-xtr"]),
        (("!{sys.executable} -m pip install a-xtr",), ["a-xtr"]),
        (("out = !pip install a-xtr",), ["a-xtr"]),
        (("%%bash", "cd x", "pip install a-xtr"), ["a-xtr"]),
        (("%%script bash -e", "pip install a-xtr"), ["a-xtr"]),
        (("if x:", "    !pip install a-xtr"), ["a-xtr"]),
        (("!pip install {name}",), []),
        (("!pip install $name",), []),
        (("%pip uninstall -y a-xtr",), []),
        (("%%html", "pip install a-xtr"), []),
        (("print('pip install a-xtr')",), []),
    ],
)
def test_commands(lines: tuple[str, ...], expected: list[str]) -> None:
    assert found(read("a.ipynb", notebook(cell(*lines))), Surface.COMMAND) == expected


def test_prose_is_no_command() -> None:
    text = notebook(cell("`!pip` may install the library a-xtr inside", kind="markdown"))
    assert read("a.ipynb", text).references == ()


def test_written_files() -> None:
    reading = read(
        "x/a.ipynb",
        notebook(
            cell("%%writefile b.py", "import a_xtr"),
            cell("%%writefile person-x.proto", "message Person { import b_xtr }"),
            cell("%%writefile -a ./c.txt", "import no_xtr"),
            cell("%%file /etc/d.py", "import no_xtr"),
            cell("%%writefile ../../e.py", "import no_xtr"),
        ),
    )
    assert found(reading) == ["a_xtr"]
    assert reading.generated == (
        "x/b.py",
        "x/person-x.proto",
        "x/person_x_pb2.py",
        "x/person_x_pb2_grpc.py",
        "x/c.txt",
    )


def test_cell_magics_with_python_below() -> None:
    text = notebook(cell("%%time", "import a_xtr"), cell("%%sql", "select import from b_xtr"))
    reading = read("a.ipynb", text)
    assert (found(reading), reading.unread) == (["a_xtr"], ())


def test_other_languages_and_other_cells_are_none() -> None:
    assert read("a.ipynb", notebook(cell("import a_xtr"), language="R")) == Reading()
    assert read("a.ipynb", notebook(cell("import a_xtr", kind="raw"))) == Reading()


def test_nbformat_3() -> None:
    text = json.dumps(
        {"worksheets": [{"cells": [{"cell_type": "code", "input": ["import a_xtr"]}]}]}
    )
    assert found(read("a.ipynb", text)) == ["a_xtr"]


@pytest.mark.parametrize("text", ["", "{", '{"cells": [', "<<<<<<< HEAD", "[" * 100_000])
def test_broken_json_is_unread(text: str) -> None:
    reading = read("a.ipynb", text)
    assert (reading.references, len(reading.unread)) == ((), 1)


@pytest.mark.parametrize("text", ["[]", "{}", '{"cells": 1}', '{"cells": [1, {"source": {}}]}'])
def test_odd_json_holds_nothing(text: str) -> None:
    assert read("a.ipynb", text) == Reading()


def test_rows() -> None:
    assert "notebook" in {entry.reader for entry in readers_of("a/B.ipynb")}


@given(
    st.lists(
        st.lists(
            st.sampled_from(
                ["import a", "%pip install b", "!x \\", "%%bash", "%%writefile", "if x:"]
            )
            | st.text()
        )
    )
)
def test_any_cell_is_read(cells: list[list[str]]) -> None:
    text = notebook(*(cell(*lines) for lines in cells))
    lines = text.count("\n") + 1
    assert all(1 <= one.line <= lines for one in read("a.ipynb", text).references)
