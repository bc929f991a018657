from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from support.reading import lines

from aireview.diffs.lines import (
    common,
    count_lines,
    decode,
    encode,
    lines_text,
    merge,
    split_lines,
    whole,
)
from aireview.model.change import LineRange

SPANS = st.lists(
    st.builds(
        lambda start, more: LineRange(start, start + more), st.integers(1, 30), st.integers(0, 5)
    )
)


def test_only_a_line_feed_ends_a_line() -> None:
    text = "a\rb\x0cc\u2028d\x85e\x1cf\ng"
    assert split_lines(text) == ["a\rb\x0cc\u2028d\x85e\x1cf", "g"]
    assert count_lines(encode(text)) == 2


def test_a_line_feed_at_the_end_opens_no_line() -> None:
    assert split_lines("a\n") == ["a"]
    assert split_lines("a\n\n") == ["a", ""]
    assert split_lines("") == []
    assert whole(b"") == ()
    assert whole(b"\n") == (LineRange(1, 1),)
    assert whole(b"a\nb") == (LineRange(1, 2),)


def test_a_slice_of_lines_is_cut_at_the_end() -> None:
    assert lines_text("a\nb\nc\n", 2, 3) == "b\nc"
    assert lines_text("a\nb\nc\n", 3, 9) == "c"
    assert lines_text("a\n", 4, 9) == ""


@given(st.binary())
def test_bytes_survive_the_way_through_text(content: bytes) -> None:
    assert encode(decode(content)) == content


@given(st.binary())
def test_both_ways_of_counting_agree(content: bytes) -> None:
    assert count_lines(content) == len(split_lines(decode(content)))


@given(SPANS)
def test_merged_ranges_hold_the_same_lines_and_do_not_touch(spans: list[LineRange]) -> None:
    merged = merge(spans)
    assert set(lines(merged)) == set(lines(spans))
    assert all(one.end + 1 < other.start for one, other in pairwise(merged))


@given(SPANS, SPANS)
def test_common_lines_are_those_of_both(one: list[LineRange], other: list[LineRange]) -> None:
    shared = common(merge(one), merge(other))
    assert lines(shared) == sorted(set(lines(one)) & set(lines(other)))
