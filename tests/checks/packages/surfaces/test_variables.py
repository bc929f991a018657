"""Names behind variables that the file itself sets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces import dockerfile, shell
from aireview.checks.packages.surfaces.variables import filled


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("FROM x\nARG P=odd-xtr\nRUN pip install ${P}\n", [("odd-xtr", 3)]),
        ("FROM x\nENV P odd-xtr\nRUN pip install $P\n", [("odd-xtr", 3)]),
        ('FROM x\nENV A=1 P="odd-xtr"\nRUN pip install $P==$A\n', [("odd-xtr", 3)]),
        ("FROM x\nARG P=odd-xtr\nARG P=other-xtr\nRUN pip install $P\n", []),
        ("FROM x\nARG P\nRUN pip install $P\n", []),
        ("FROM x\nARG P=$Q\nRUN pip install $P\n", []),
    ],
)
def test_of_a_dockerfile(text: str, names: list[tuple[str, int]]) -> None:
    found = dockerfile.read("Dockerfile", text).references
    assert [(one.name, one.line) for one in found] == names


def test_of_a_script() -> None:
    text = "TOOL=odd-xtr@2\nexport OTHER='more-xtr'\nnpx -y $TOOL\nnpm i \"${OTHER}\"\n"
    found = shell.read("a.sh", text).references
    assert [(one.name, one.line) for one in found] == [("odd-xtr", 3), ("more-xtr", 4)]


@given(st.text())
def test_lines_stay_where_they_are(text: str) -> None:
    assert filled(text).count("\n") == text.count("\n")
