from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.syntax.go_imports import imports


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('package x\nimport "a"', [("a", 2)]),
        (
            'package x\nimport (\n"a/b"\nc "d"\n// "no"\n. `e`\n_ "f"\n)\nimport "C"',
            [("a/b", 3), ("d", 4), ("e", 6), ("f", 7), ("C", 9)],
        ),
        ('package x\nvar y = `import "a"`\n// import "b"', []),
        ('package x\nfunc ( {\nimport "a"\nimport (\n"b"', [("a", 3), ("b", 5)]),
        ('package x\nimport ""\nimport ()', []),
        ("", []),
    ],
)
def test_forms(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(one.module, one.line) for one in imports(text).imports] == expected


def test_an_import_that_broken_syntax_hides_is_told() -> None:
    assert imports('package x\nimport a b "c"\n}').broken_line in (0, 2)
    assert imports("package x\nfunc ( {\nimport =\n").broken_line == 3


@given(st.text() | st.lists(st.sampled_from(["import", "(", ")", '"a"', "`", "\n"])).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    lines = text.count("\n") + 1
    assert all(1 <= one.line <= lines for one in imports(text).imports)
