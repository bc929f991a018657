from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from aireview.model.change import Change, Origin
from aireview.model.finding import (
    Finding,
    Report,
    Rule,
    Severity,
    Suppression,
    SuppressionKind,
    Tier,
    Verdict,
)
from aireview.model.provenance import Attribution
from aireview.pipeline.last_check import LastCheck, decode, encode, same_run, warnings

LAST = LastCheck(
    tree="1" * 40,
    head="2" * 40,
    version="1",
    runner="7@3",
    options="semgrep",
    outside="4" * 64,
    at=100.0,
    code=1,
)
RULE = Rule(id="some-rule", title="t", tier=Tier.B, severity=Severity.LOW, check="content")


def finding(path: str = "a.py", *, in_change: bool = True, accepted: bool = False) -> Finding:
    return Finding(
        rule=RULE,
        path=path,
        start_line=3,
        end_line=3,
        message="look\nhere",
        in_change=in_change,
        suppressed=Suppression(kind=SuppressionKind.INLINE, reason="r") if accepted else None,
    )


def report(*findings: Finding) -> Report:
    return Report(
        change=Change(origin=Origin.STAGED),
        attribution=Attribution(),
        checks=(),
        findings=findings,
        verdict=Verdict.PASS,
    )


def test_what_is_written_is_read_back() -> None:
    assert decode(encode(LAST)) == LAST


@given(st.binary(max_size=200))
def test_anything_else_is_nothing(content: bytes) -> None:
    assert decode(content) is None


@pytest.mark.parametrize("code", [0, 1, 2, 3])
def test_exit_codes_that_are_ours_are_read(code: int) -> None:
    assert decode(encode(replace(LAST, code=code))) == replace(LAST, code=code)


@pytest.mark.parametrize("code", [b"4", b"-1", b"130", b"true", b"null", b'"1"', b"1.5"])
def test_any_other_code_is_nothing(code: bytes) -> None:
    content = encode(LAST)
    assert b'"code":1' in content
    assert decode(content.replace(b'"code":1', b'"code":' + code)) is None


def test_the_same_run_is_recognised() -> None:
    assert same_run(LAST, replace(LAST, at=130.0, code=3, warnings=("x",)))


@pytest.mark.parametrize(
    "changes",
    [
        {"tree": "3" * 40},
        {"head": "3" * 40},
        {"version": "2"},
        {"runner": "7@4"},
        {"options": "no-semgrep"},
        {"outside": "5" * 64},
        {"at": 161.0},
        {"at": 99.0},  # the machine was started anew
    ],
)
def test_anything_that_could_change_the_answer_is_another_run(changes: dict[str, object]) -> None:
    assert not same_run(LAST, replace(LAST, **changes))


@pytest.mark.parametrize("field", ["tree", "runner", "outside"])
def test_what_is_not_known_is_never_the_same(field: str) -> None:
    blank = replace(LAST, **{field: ""})
    assert not same_run(blank, blank)


def test_no_run_before_is_not_the_same() -> None:
    assert not same_run(None, LAST)


def test_warnings_are_open_findings_of_the_change() -> None:
    found = report(finding(), finding("b.py", in_change=False), finding("c.py", accepted=True))
    assert warnings(found) == (r"a.py:3: some-rule: look\nhere",)


def test_warnings_are_few() -> None:
    found = report(*(finding(f"{n}.py") for n in range(5)))
    assert len(warnings(found)) == 4
    assert warnings(found)[-1].startswith("and 2 more")


def test_names_that_are_no_text_are_printable() -> None:
    line = warnings(report(finding("a\udcff\x1b[31m.py")))[0]
    assert line.startswith(r"a\xff\u{001B}[31m.py:3:")
    assert decode(encode(replace(LAST, warnings=(line,)))) == replace(LAST, warnings=(line,))
