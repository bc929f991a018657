from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.syntax.imports import Form
from aireview.syntax.python_imports import imports


def modules(text: str) -> list[str]:
    return ["." * found.level + found.module for found in imports(text).imports]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import a, b.c as d", ["a", "b.c"]),
        ("from a.b import c", ["a.b"]),
        ("from a import *", ["a"]),
        ("from . import a", ["."]),
        ("from ...a.b import c", ["...a.b"]),
        ("from __future__ import annotations", ["__future__"]),
        ("import a . b", ["a.b"]),
        ("def f():\n    if x: import a; import b", ["a", "b"]),
        ("import importlib\nimportlib.import_module('a.b')", ["importlib", "a.b"]),
        ("import importlib as i\ni.import_module('a')", ["importlib", "a"]),
        ("from importlib import import_module as load\nload(name='a')", ["importlib", "a"]),
        ("import_module('.a', __package__)", [".a"]),
        ("__import__('a' '.b')", ["a.b"]),
        ("__import__(f'a')", ["a"]),
        ("__import__(rb'a')", []),
        ("from .own import import_module\nimport_module('a')", [".own"]),
        ("self.import_module('a')", []),
        ("x = 'import a'  # import b\n'''\nimport c\n'''", []),
        ("type A[T] = list[T]\nclass B[*C, **D]: import a", ["a"]),
        ("x = f'{y['import a']!r:>{z}}'\nimport b", ["b"]),
        ("try:\n    import a\nexcept* E, F:\n    import b", ["a", "b"]),
        ("lazy import a\nif x:\n    lazy from b import c", ["a", "b"]),
        ("print 'x'\nexec 'import a' in b\nimport c", ["c"]),
        ("", []),
        ("import", []),
    ],
)
def test_forms(text: str, expected: list[str]) -> None:
    assert modules(text) == expected


def test_members_lines_and_forms() -> None:
    found = imports("import os\nfrom a import (\n    b as c,\n    d,\n)\nx = __import__(\n'e')\n")
    assert [(one.module, one.line, one.members, one.form) for one in found.imports] == [
        ("os", 1, (), Form.STATEMENT),
        ("a", 2, ("b", "d"), Form.STATEMENT),
        ("e", 7, (), Form.CALL),
    ]


@pytest.mark.parametrize(
    ("text", "optional"),
    [
        ("try:\n  import a\nexcept ImportError:\n  pass", True),
        ("try:\n  if x:\n    import a\nexcept (KeyError, ModuleNotFoundError) as e:\n  pass", True),
        ("try:\n  import a\nexcept Exception:\n  pass", True),
        ("try:\n  import a\nexcept:\n  pass", True),
        ("try:\n  import a\nexcept OSError:\n  pass\nexcept ImportError:\n  pass", True),
        ("try:\n  import a\nexcept KeyError:\n  pass", False),
        ("try:\n  import a\nfinally:\n  pass", False),
        ("try:\n  pass\nexcept ImportError:\n  import a", False),
        ("try:\n  pass\nexcept ImportError:\n  pass\nelse:\n  import a", False),
        ("with contextlib.suppress(ImportError):\n  import a", True),
        ("with open(x) as y, suppress(KeyError, ImportError):\n  import a", True),
        ("with suppress(KeyError):\n  import a", False),
        ("pytest.importorskip('a')", True),
    ],
)
def test_optional(text: str, *, optional: bool) -> None:
    assert [(one.module, one.optional) for one in imports(text).imports] == [("a", optional)]


@pytest.mark.parametrize(
    ("text", "type_only"),
    [
        ("if TYPE_CHECKING:\n  import a", True),
        ("if typing.TYPE_CHECKING:\n  from a import b", True),
        ("if TYPE_CHECKING:\n  pass\nelse:\n  import a", False),
        ("if not TYPE_CHECKING:\n  import a", False),
        ("if not t.TYPE_CHECKING:\n  pass\nelse:\n  import a", True),
        ("if TYPE_CHECKING or x:\n  import a", False),
    ],
)
def test_type_only(text: str, *, type_only: bool) -> None:
    assert [(one.module, one.type_only) for one in imports(text).imports] == [("a", type_only)]


def test_what_is_computed_is_counted() -> None:
    text = "import_module(x)\n__import__(f'{x}')\nimport_module()\nimport_module('a\\x62')\nfoo(x)"
    assert imports(text).computed == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = (\nimport a\nfrom b.c import d\n", ["a", "b.c"]),
        ("def f(:\n  import a\nimport b", ["a", "b"]),
        ("<<<<<<< HEAD\nimport a\n=======\nimport b\n>>>>>>> x\nimport c", ["a", "b", "c"]),
        ("{% if x %}\nimport a\n{% endif %}\nfrom {{ y }} import z\nimport b", ["a", "b"]),
    ],
)
def test_broken_code_keeps_its_imports(text: str, expected: list[str]) -> None:
    assert modules(text) == expected


def test_an_import_that_broken_syntax_hides_is_told() -> None:
    assert imports("x = 1\nfrom {{ y }} import z\n").broken_line == 2
    assert imports("x = 1 +* 2\nimport a\n").broken_line == 0


@pytest.mark.parametrize("piece", ["(", "[", "f'{", "if x:\n ", "import(", "import a, (", "'''\n"])
def test_depth_and_width_are_no_trouble(piece: str) -> None:
    imports("import a\n" + piece * 20_000)


@given(
    st.text()
    | st.lists(st.sampled_from(list("import from a.b(\n)'{}:tryexcept,\ud800\0"))).map("".join)
)
def test_any_text_is_read(text: str) -> None:
    found = imports(text)
    lines = text.count("\n") + 1
    assert all(1 <= one.line <= lines for one in found.imports)
    assert 0 <= found.broken_line <= lines
