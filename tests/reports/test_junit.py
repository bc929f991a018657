from __future__ import annotations

from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.reports import CASES, blocked, ended, finding, incomplete, passing, warnings

from aireview.model.finding import Outcome, Report
from aireview.reports.junit import render

replace = msgspec.structs.replace


def _suites(report: Report) -> dict[str, ET.Element]:
    root = ET.fromstring(render(report))
    return {suite.get("name", ""): suite for suite in root}


def _bad(suite: ET.Element) -> list[str]:
    return [child.tag for case in suite for child in case if child.tag != "system-out"]


@pytest.mark.parametrize("case", CASES)
def test_counts_are_what_the_document_holds(case: str) -> None:
    root = ET.fromstring(render(CASES[case]))
    for node in (root, *root):
        assert node.get("tests") == str(len(list(node.iter("testcase"))))
        for attribute, tag in (
            ("failures", "failure"),
            ("errors", "error"),
            ("skipped", "skipped"),
        ):
            assert node.get(attribute) == str(len(list(node.iter(tag))))


def test_a_pass_is_green_with_a_suite_per_check() -> None:
    suites = _suites(passing())
    assert list(suites) == ["verdict", "semgrep", "hidden-text"]
    assert [_bad(suite) for suite in suites.values()] == [[], [], []]


def test_findings_that_count_fail_and_suppressed_ones_are_skipped() -> None:
    suite = _suites(blocked())["semgrep"]
    assert _bad(suite) == ["failure", "failure", "skipped", "skipped"]
    _, first, *_ = suite
    assert first.attrib == {
        "classname": "app/auth.py",
        "name": "jwt-not-verified at line 12",
        "file": "app/auth.py",
        "line": "12",
    }


def test_a_pass_with_warnings_has_a_green_verdict() -> None:
    suites = _suites(warnings())
    assert _bad(suites["verdict"]) == []
    assert _bad(suites["hidden-text"]) == ["failure"]


def test_findings_of_no_check_have_a_suite_of_their_own() -> None:
    rule = replace(finding().rule, check="policy")
    suites = _suites(replace(blocked(), findings=(replace(finding(), rule=rule),)))
    assert _bad(suites["policy"]) == ["failure"]


def test_an_incomplete_run_is_an_error_with_each_file() -> None:
    suites = _suites(incomplete())
    assert _bad(suites["verdict"]) == ["error"]
    assert _bad(suites["semgrep"]) == ["error"]
    (file,) = suites["files"]
    assert file.get("name") == "app/broken.py"


@pytest.mark.parametrize(
    ("outcome", "tags"),
    [
        (Outcome.PASSED, []),
        (Outcome.FAILED, ["failure"]),
        (Outcome.SKIPPED, ["skipped"]),
        (Outcome.PENDING, ["error"]),
        (Outcome.UNAVAILABLE, ["error"]),
        (Outcome.ERROR, ["error"]),
    ],
)
def test_each_outcome_of_a_check_has_its_place(outcome: Outcome, tags: list[str]) -> None:
    assert _bad(_suites(ended(outcome))["semgrep"]) == tags


@given(text=st.text(alphabet=st.characters(exclude_categories=[]), max_size=60))
def test_any_text_makes_a_document_that_parses(text: str) -> None:
    item = replace(finding(path=text), message=text, fix=text, evidence=(text,))
    ET.fromstring(render(replace(blocked(), findings=(item,), reasons=(text,))).encode())
