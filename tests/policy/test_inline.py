from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.policy.inline import find_inline

NOTE = 'aireview: ignore[rule-a] reason="checked by the gateway"'


@pytest.mark.parametrize(
    "line",
    [
        f"x = 1  # {NOTE}",
        f"x = 1; // {NOTE}",
        f"x /* {NOTE} */ = 1",
        f"select 1 -- {NOTE}",
        f"<p>x</p> <!-- {NOTE} -->",
        f"(def x 1) ;; {NOTE}",
        f"x = 1 #{NOTE}",
        f"x = 1 ### {NOTE}",
        f"<b>{{/* {NOTE} */}}</b>",
        f"x {{# {NOTE} #}}",
        f"\tx // {NOTE}\r",
        f"x = 1  # type: ignore  # {NOTE}",
        'x # aireview:ignore[rule-a]reason="checked by the gateway"',
        "x # aireview: ignore [ rule-a ]  reason = 'checked by the gateway'",
    ],
)
def test_a_comment_of_any_language_speaks_about_its_line(line: str) -> None:
    (item,) = find_inline(["", line])
    assert (item.line, item.target, item.problem) == (2, 2, "")
    assert (item.rules, item.reason) == (("rule-a",), "checked by the gateway")


@pytest.mark.parametrize(
    "line",
    [
        f"# {NOTE}",
        f"    // {NOTE}",
        f"/* {NOTE} */",
        f"   * {NOTE}",
        f"<!-- {NOTE} -->",
        f"{{/* {NOTE} */}}\r",
    ],
)
def test_a_comment_alone_on_its_line_speaks_about_the_next(line: str) -> None:
    (item,) = find_inline([line, "x"])
    assert (item.line, item.target) == (1, 2)


def test_comments_alone_may_be_stacked() -> None:
    items = find_inline([f"# {NOTE}", f"# {NOTE}", "x = 1"])
    assert [item.target for item in items] == [3, 3]


def test_several_rules_and_several_comments() -> None:
    line = f"x # aireview: ignore[a, b.c-d] reason='r' # {NOTE}"
    first, second = find_inline([line])
    assert first.rules == ("a", "b.c-d")
    assert second.rules == ("rule-a",)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("ignore", "it names no rule"),
        ('ignore reason="r"', "it names no rule"),
        ('ignore[] reason="r"', "it names no rule"),
        ('ignore[*] reason="r"', "it names something that is no rule id"),
        ('ignore[a b] reason="r"', "it names something that is no rule id"),
        ("ignore[a]", "it gives no reason"),
        ("ignore[a] because", "it gives no reason"),
        ("ignore[a] reason=because", "it gives no reason"),
        ('ignore[a] reason="unfinished', "it gives no reason"),
        ('ignore[a] reason=""', "its reason is empty"),
        ("ignore[a] reason='  '", "its reason is empty"),
    ],
)
def test_a_comment_that_is_not_complete_says_why(text: str, problem: str) -> None:
    (item,) = find_inline([f"x = 1  # aireview: {text}"])
    assert item.problem == problem


@pytest.mark.parametrize(
    "line",
    [
        NOTE,
        f"x = '{NOTE}'",
        "# aireview: see the documentation",
        "# aireview: ignored[rule-a] reason='r'",
        "# aireview ignore[rule-a] reason='r'",
        "# AIREVIEW: ignore[rule-a] reason='r'",
        "",
    ],
)
def test_other_text_is_no_suppression(line: str) -> None:
    assert find_inline([line]) == ()


@given(
    st.lists(
        st.text(max_size=60)
        | st.text(alphabet="# /*-<!{}[],='\"ar", max_size=40).map(
            lambda t: f"#aireview: ignore{t}"
        ),
        max_size=8,
    )
)
def test_any_lines_are_read(lines: list[str]) -> None:
    for item in find_inline(lines):
        assert 1 <= item.line <= len(lines)
        assert item.line <= item.target <= len(lines) + 1
        assert item.problem or (item.rules and item.reason)


@pytest.mark.parametrize(
    "line",
    [
        "#" * 1_000_000 + NOTE,
        "# aireview: ignore" * 50_000,
        "# aireview: ignore[" + "a," * 500_000,
        f"# {NOTE}" + " " * 1_000_000,
        "# aireview: ignore[a] reason=" + '"' * 1_000_000,
    ],
)
def test_a_line_of_a_megabyte_is_read_at_once(line: str) -> None:
    started = time.process_time()
    find_inline([line])
    assert time.process_time() - started < 1
