from __future__ import annotations

from collections import Counter

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from support.reports import HOSTILE, blocked, finding, hostile, incomplete, many, passing, warnings
from support.runner import RUNNER_TEXTS, commands

from aireview.model.finding import Finding
from aireview.model.text import printable
from aireview.reports.github import MAX_BYTES, MAX_PER_LEVEL, render
from aireview.reports.log_safe import brackets

replace = msgspec.structs.replace


def test_a_pass_prints_nothing() -> None:
    assert render(passing()) == ""


def test_a_blocking_finding_is_an_error_on_its_lines() -> None:
    verdict, first, second = commands(render(blocked()))
    assert (verdict.name, verdict.data) == ("error", "1 tier A finding in code written by AI")
    assert (first.name, second.name) == ("error", "warning")
    assert first.properties == {
        "file": "app/auth.py",
        "line": "12",
        "endLine": "12",
        "title": "A/critical jwt-not-verified",
    }
    assert first.data.split("\n") == [
        "Token read without checking its signature.",
        "why: the key is never passed to the decoder",
        'fix: claims = jwt.decode(token, KEY, algorithms=["HS256"])',
    ]


def test_a_note_is_a_notice_and_a_pass_has_no_error() -> None:
    assert Counter(command.name for command in commands(render(warnings()))) == {
        "notice": 2,
        "warning": 1,
    }


def test_findings_that_are_not_annotated_are_counted_in_words() -> None:
    tail = render(blocked()).split("\n")[-3:]
    assert tail == [
        "aireview: 2 suppressed findings not annotated.",
        "aireview: 1 finding on lines that this change does not touch not annotated.",
        "",
    ]


def test_no_level_has_more_annotations_than_the_runner_keeps() -> None:
    text = render(many())
    levels = Counter(command.name for command in commands(text))
    assert levels == {"error": MAX_PER_LEVEL, "warning": MAX_PER_LEVEL}
    # 12 blocking and the verdict, 48 others
    assert "aireview: 3 more errors, 38 more warnings not annotated: " in text.split("\n")[-2]


def test_what_was_not_looked_at_comes_before_findings() -> None:
    names = [(command.name, command.data) for command in commands(render(incomplete()))]
    assert names[1][1].startswith("semgrep: unavailable: ")
    assert names[2] == ("error", "app/broken.py: unreadable: object 3333333 is missing")


def test_foreign_text_is_data_and_nothing_else() -> None:
    found = list(commands(render(hostile())))
    assert {command.name for command in found} == {"error", "warning", "notice"}
    assert printable(HOSTILE).replace("##[", "# #[") in found[0].data
    assert all(set(c.properties) <= {"file", "line", "endLine", "title"} for c in found)


@given(text=RUNNER_TEXTS)
def test_no_text_starts_or_changes_a_command(text: str) -> None:
    item: Finding = replace(
        finding(path=text or "x"), message=text, evidence=(text,), fix=text,
        rule=replace(finding().rule, id=text or "x", title=text),
    )  # fmt: skip
    report = replace(blocked(), findings=(item,), reasons=(text or "x",), notices=(text or "y",))
    report = replace(report, blocking=(item.fingerprint,))
    printed = render(report)
    found = list(commands(printed))
    assert [command.name for command in found] == ["error", "notice", "error"]
    assert printed.count("\n") == 3
    assert found[2].properties["file"] == brackets(printable(text or "x"))
    assert found[2].properties["line"] == "12"


@given(text=st.text(max_size=40).map(lambda part: part * 400))
def test_a_message_is_cut_within_the_limit_in_bytes(text: str) -> None:
    report = replace(blocked(), findings=(replace(finding(), message=text),))
    for command in commands(render(report)):
        assert len(command.data.encode()) <= MAX_BYTES
