from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.attribution.qwen import MAX_BYTES, read_note
from aireview.model.finding import Outcome


def note(files: object, **more: object) -> bytes:
    return json.dumps({"version": 1, "files": files, **more}).encode()


def share(percent: object) -> dict[str, object]:
    return {"aiChars": 1, "humanChars": 1, "percent": percent, "surface": "cli"}


def test_shares_become_whole_file_evidence() -> None:
    reading = read_note(
        note(
            {"all.py": share(100), "some.py": share(40), "none.py": share(0)},
            generator="qwen-code/0.15.1",
            summary={"aiPercent": 50},
        )
    )
    assert [(e.path, e.contributor.value, e.lines, e.tool) for e in reading.evidence] == [
        ("all.py", "ai", (), "qwen"),
        ("some.py", "mixed", (), "qwen"),
    ]
    assert reading.warnings == ()


@pytest.mark.parametrize("generator", [None, 7, "\x1b[31m", "something-else", "Qwen Code"])
def test_the_tool_is_qwen_whatever_the_generator_says(generator: object) -> None:
    reading = read_note(note({"a.py": share(100)}, generator=generator))
    assert reading.evidence[0].tool == "qwen"


@pytest.mark.parametrize("percent", [-1, 101, "100", True, None, 1e400, []])
def test_a_share_that_is_no_percentage_is_warned_about(percent: object) -> None:
    reading = read_note(note({"a.py": share(percent)}).replace(b"Infinity", b"1e999"))
    assert reading.evidence == ()
    assert reading.outcome is Outcome.ERROR or "1 files" in reading.warnings[0]


@pytest.mark.parametrize("content", [b"[]", b"{}", b'{"files": 3}', b"x", b"[" * 50_000])
def test_what_is_no_note_is_an_error(content: bytes) -> None:
    assert read_note(content).outcome is Outcome.ERROR


def test_an_empty_note_says_nothing_and_a_huge_one_is_unavailable() -> None:
    assert read_note(b" \n").outcome is Outcome.SKIPPED
    assert read_note(b" " * (MAX_BYTES + 1)).outcome is Outcome.UNAVAILABLE


@given(st.binary(max_size=200))
def test_reading_never_raises(content: bytes) -> None:
    assert read_note(content).outcome in Outcome
