from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.makefile import read
from aireview.checks.packages.surfaces.table import readers_of


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("all:\n\tpip install a-xtr\n", {"a-xtr": 2}),
        ("all:\n\t@-npx a-xtr\n", {"a-xtr": 2}),
        (
            "all:\n\t$(PIP) install a-xtr\n\t$(PYTHON) -m pip install b-xtr",
            {"a-xtr": 2, "b-xtr": 3},
        ),
        ("all:\n\t$(VENV)/bin/pip install a-xtr $(EXTRA)", {"a-xtr": 2}),
        ("all:\n\tpip install \\\n\t  a-xtr \\\n\t  b-xtr\n", {"a-xtr": 3, "b-xtr": 4}),
        ("all:\n\tX=$$(npx a-xtr)\n", {"a-xtr": 2}),
        ("V := $(shell npx a-xtr)\n", {"a-xtr": 1}),
        ("all: x ; npx a-xtr\n", {"a-xtr": 1}),
        ("NPX = npx a-xtr\n# npx b-xtr\nall: pip install c-xtr\n", {}),
        ("all:\n\t# npx a-xtr\n\techo npx b-xtr\n", {}),
    ],
)
def test_recipes(text: str, lines: dict[str, int]) -> None:
    assert {found.name: found.line for found in read("Makefile", text).references} == lines


@pytest.mark.parametrize("path", ["Makefile", "x/GNUmakefile", "rules.mk", "Makefile.am"])
def test_the_table_knows_the_files(path: str) -> None:
    assert "makefile" in [entry.reader for entry in readers_of(path)]


@given(st.lists(st.sampled_from(["\t", "\n", "\\\n", "$(", "shell ", ")", "$$", "pip install a-xtr", "x:", ";", " "]), max_size=40).map("".join))  # fmt: skip
def test_any_text_is_read(text: str) -> None:
    reading = read("Makefile", text)
    assert all(1 <= found.line <= text.count("\n") + 1 for found in reading.references)
