from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.inline_script import read

SCRIPT = """#!/usr/bin/env python
# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "x-xtr<3",
#   "mine-xtr",
# ]
# [tool.uv.sources]
# mine-xtr = { path = "../mine" }
# ///
import x_xtr
"""


@pytest.mark.parametrize("text", [SCRIPT, SCRIPT.replace("\n", "\r\n")])
def test_the_block_of_a_script(text: str) -> None:
    reading = read("s.py", text)
    assert [(each.name, each.line, each.source.value) for each in reading.references] == [
        ("x-xtr", 5, "registry"),
        ("mine-xtr", 6, "local"),
    ]
    assert reading.language == ">=3.11"


@pytest.mark.parametrize(
    "text", ["", "import os", "x = '''\n  # /// script\n'''", "# /// other\n# ///"]
)
def test_other_files_say_nothing(text: str) -> None:
    assert read("s.py", text) == read("s.py", "")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n# /// script\n# dependencies = []\n", 2),
        ("# /// script", 1),
        ("# /// script\n# dependencies = [\n# ///", 2),
    ],
)
def test_a_broken_block_is_told(text: str, line: int) -> None:
    assert [each.line for each in read("s.py", text).unread] == [line]


@given(st.lists(st.sampled_from(["# /// script\n", "# ///\n", "# a = 1\n", "#\n", "x\n", "\r"])))
def test_any_text_gives_lines_within_the_file(parts: list[str]) -> None:
    text = "".join(parts)
    for each in read("s.py", text).unread:
        assert 1 <= each.line <= text.count("\n") + 1
