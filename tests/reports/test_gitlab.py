from __future__ import annotations

import json

import msgspec
import pytest
from support.reports import CASES, blocked, finding, passing

from aireview.model.finding import Severity
from aireview.reports.gitlab import render

replace = msgspec.structs.replace


def test_nothing_found_is_an_empty_list() -> None:
    assert json.loads(render(passing())) == []


@pytest.mark.parametrize("case", CASES)
def test_every_issue_has_what_gitlab_requires(case: str) -> None:
    issues = json.loads(render(CASES[case]))
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert set(issue["location"]) == {"path", "lines"}
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_suppressed_findings_and_those_on_other_lines_are_left_out() -> None:
    issues = json.loads(render(blocked()))
    assert [issue["location"]["lines"]["begin"] for issue in issues] == [12, 7]


def test_equal_fingerprints_are_told_apart() -> None:
    report = replace(passing(), findings=(finding(), finding(), finding()))
    prints = [issue["fingerprint"] for issue in json.loads(render(report))]
    first = finding().fingerprint
    assert prints == [first, f"{first}-2", f"{first}-3"]


@pytest.mark.parametrize("severity", Severity)
def test_each_severity_has_its_own_word(severity: Severity) -> None:
    rule = replace(finding().rule, severity=severity)
    (issue,) = json.loads(render(replace(passing(), findings=(replace(finding(), rule=rule),))))
    words = {"critical": "blocker", "high": "critical", "medium": "major", "low": "minor"}
    assert issue["severity"] == words.get(severity.value, "info")
