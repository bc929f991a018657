from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.syntax.nodes import Node, NodeError
from aireview.syntax.toml_nodes import MAX_VALUES, read_toml

TEXT = '''# a comment
title = "a \\"b\\" \\u00e9" # behind
[tool.x]
list = [ "one", # why
  'two',
]
inline = { a = "1", b.c = 'x', d = [{ e = """
m"q
""" }] }
"quoted key" = 3.14
when = 2024-01-02 03:04:05Z

[[package]]
name = "a"
[package.source]
git = "g"
[[package]]
name = """b"""
'''


def data(node: Node) -> object:
    if node.kind == "map":
        return {key: data(value) for key, _, value in node.pairs}
    return [data(item) for item in node.items] if node.kind == "list" else node.text


def strings(value: object) -> object:
    """What tomllib reads, without the values that are no text."""
    if isinstance(value, dict):
        return {key: strings(each) for key, each in value.items()}
    if isinstance(value, list):
        return [strings(each) for each in value]
    return value if isinstance(value, str) else None


def same(ours: object, theirs: object) -> bool:
    if isinstance(theirs, dict) and isinstance(ours, dict):
        return ours.keys() == theirs.keys() and all(same(ours[k], theirs[k]) for k in theirs)
    if isinstance(theirs, list) and isinstance(ours, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    return theirs is None or ours == theirs


def test_it_reads_what_tomllib_reads() -> None:
    assert same(data(read_toml(TEXT)), strings(tomllib.loads(TEXT)))


def test_values_and_keys_know_their_lines() -> None:
    root = read_toml(TEXT)
    assert [line for _, line in root.get("tool", "x", "list").texts()] == [4, 5]
    assert [item.get("name").line for item in root.get("package").items] == [14, 18]
    assert root.get("tool", "x").line == 3


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\na = 2\n", 2),
        ("[t]\nx = 1\n[t]\n", 3),
        ("a = 1\n[a]\n", 2),
        ("a = [1]\n[[a]]\n", 2),
        ("x = {a = 1, a = 2}", 1),
        ("\n\nx = ", 3),
        ("x = [1,\n2", 2),
        ('x = "open\n', 1),
        ("x = 1 y = 2", 1),
        ("= 1", 1),
        ("[a", 1),
        ("x = {{ template }}", 1),
    ],
)
def test_what_is_not_toml_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(NodeError) as caught:
        read_toml(text)
    assert caught.value.line == line


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "[" * 100_000,
        "x = " + "{a=" * 100_000,
        "a." * 100_000 + "b = 1",
        "[" + "a." * 100_000 + "b]",
        "x = [" + "1," * (MAX_VALUES + 1) + "]",
        'x = "' + "\\" * 100_001,
        'x = """' + '""\\' * 100_000,
    ],
    ids=range(7),
)
def test_hostile_text_ends_soon(text: str) -> None:
    with pytest.raises(NodeError):
        read_toml(text)


PIECES = st.sampled_from(
    [*"[]{}=,.\"'\n #\\ab1\ud800", "[[", "]]", '"""', "'''", "a = 1\n", "[t]\n", "\\u0041"]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_gives_nodes_or_an_error_in_the_file(text: str) -> None:
    ours, line = attempt(text)
    try:
        theirs = tomllib.loads(text)
    except ValueError:
        assert 1 <= line <= text.count("\n") + 1  # ours may be read more generously, never less
    else:
        assert ours is not None
        assert same(data(ours), strings(theirs))


def attempt(text: str) -> tuple[Node | None, int]:
    try:
        return read_toml(text), 1
    except NodeError as error:
        return None, error.line
