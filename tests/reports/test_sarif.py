"""SARIF output against the OASIS schema and, where it is installed, Microsoft's SARIF Multitool.

To run the Multitool: `npm install @microsoft/sarif-multitool` anywhere, then set
AIREVIEW_SARIF_MULTITOOL to the binary `Sarif.Multitool` in
`node_modules/@microsoft/sarif-multitool-linux` (not to the npm launcher: it goes through a shell).
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.reports import (
    CASES,
    HOSTILE_PATH,
    UNUSED,
    blocked,
    ended,
    finding,
    incomplete,
    passing,
    warnings,
)

from aireview.model.finding import Outcome, Report
from aireview.reports import sarif_run
from aireview.reports.sarif import render
from aireview.reports.sarif_v2 import path_uri

replace = msgspec.structs.replace
Json = Mapping[str, "Json"] | list["Json"] | str | int | bool | None

MULTITOOL = os.environ.get("AIREVIEW_SARIF_MULTITOOL", "")  # read now: fixtures scrub it later
# The copy in the npm package @microsoft/sarif-multitool 5.7.0 (MIT), without white space.
SCHEMA = Path(__file__).parents[1] / "cases" / "reports" / "sarif-2.1.0.schema.json"


def _at(value: object, *path: str | int) -> object:
    for step in path:
        value = cast(dict[str | int, object], value)[step]
    return value


def _items(value: object, *path: str | int) -> list[dict[str, object]]:
    return cast(list[dict[str, object]], _at(value, *path))


def _run(report: Report) -> dict[str, object]:
    (run,) = _items(json.loads(render(report)), "runs")
    return run


def _notifications(report: Report) -> list[dict[str, object]]:
    (invocation,) = _items(_run(report), "invocations")
    return cast(list[dict[str, object]], invocation.get("toolExecutionNotifications", []))


def _schema_errors(text: str) -> list[str]:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    return [
        f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(text))
    ]


@pytest.mark.parametrize("case", CASES)
def test_output_follows_the_oasis_schema(case: str) -> None:
    assert _schema_errors(render(CASES[case])) == []


def test_the_schema_finds_an_error_that_is_put_in() -> None:
    broken = render(blocked()).replace('"level": "error"', '"level": "oops"')
    assert any("'oops' is not one of" in error for error in _schema_errors(broken))


def _validate(text: str, folder: Path) -> list[str]:
    """Return `rule: message` of every error and warning of the Multitool."""
    target, output = folder / "log.sarif", folder / "validation.sarif"
    target.write_text(text, encoding="utf-8")
    subprocess.run(
        [
            MULTITOOL, "validate", target, "--rule-kind", "Sarif;Ghas",
            "--output", output, "--log", "ForceOverwrite",
        ],
        capture_output=True,
        check=True,
    )  # fmt: skip
    (run,) = _items(json.loads(output.read_text(encoding="utf-8-sig")), "runs")
    (invocation,) = _items(run, "invocations")
    assert invocation["executionSuccessful"]
    return [f"{r['ruleId']}: {r['message']}" for r in _items(run, "results")]


@pytest.mark.skipif(not MULTITOOL, reason="AIREVIEW_SARIF_MULTITOOL is not set, see the docstring")
@pytest.mark.parametrize("case", CASES)
def test_the_multitool_has_nothing_to_say(case: str, tmp_path: Path) -> None:
    assert _validate(render(CASES[case]), tmp_path) == []


@pytest.mark.skipif(not MULTITOOL, reason="AIREVIEW_SARIF_MULTITOOL is not set, see the docstring")
@pytest.mark.parametrize(
    ("key", "rule"), [("fullDescription", "GH2012"), ("locations", "GH1015"), ("uri", "GH")]
)
def test_the_multitool_finds_an_error_that_is_put_in(key: str, rule: str, tmp_path: Path) -> None:
    broken = render(blocked()).replace(f'"{key}": ', '"x-renamed": ')
    assert any(line.startswith(rule) for line in _validate(broken, tmp_path))


def test_every_finding_is_a_result_with_what_it_counts_for() -> None:
    results = _items(_run(blocked()), "results")
    told = [
        (_at(r, "properties", "inChange"), _at(r, "properties", "blocking"), "suppressions" in r)
        for r in results
    ]
    assert told == [
        (True, True, False),
        (True, False, False),
        (True, False, True),
        (True, False, True),
        (False, False, False),
    ]
    assert [r["level"] for r in results] == ["error", "warning", "warning", "warning", "error"]


def test_a_suppression_says_where_it_is_and_why() -> None:
    _, _, waiver, inline, _ = _items(_run(blocked()), "results")
    assert waiver["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "orders are public until the launch",
            "properties": {
                "kind": "waiver",
                "inChange": False,
                "owner": "dana@shop.example",
                "expires": "2026-12-31",
            },
        }
    ]
    assert _at(inline, "suppressions", 0, "kind") == "inSource"


def test_a_rule_says_what_code_scanning_sorts_by() -> None:
    rule, _ = _items(_run(blocked()), "tool", "driver", "rules")
    assert rule["id"] == "jwt-not-verified"
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"] == {
        "tags": [
            "security",
            "aireview/semgrep",
            "external/owasp/api2-2023",
            "external/cwe/cwe-347",
        ],
        "precision": "high",
        "security-severity": "9.5",
        "tier": "A",
        "check": "semgrep",
    }


def test_results_point_to_their_rule() -> None:
    run = _run(warnings())
    rules = [rule["id"] for rule in _items(run, "tool", "driver", "rules")]
    results = _items(run, "results")
    assert [rules[cast(int, r["ruleIndex"])] for r in results] == [r["ruleId"] for r in results]


def test_columns_are_left_out_where_a_finding_has_none() -> None:
    whole = replace(finding(), start_column=1, end_column=0, snippet="")
    region = _at(
        _run(replace(passing(), findings=(whole,))),
        "results", 0, "locations", 0, "physicalLocation", "region",
    )  # fmt: skip
    assert region == {"startLine": 12, "endLine": 12}


def test_a_run_without_gaps_is_successful() -> None:
    (invocation,) = _items(_run(blocked()), "invocations")
    assert invocation == {"executionSuccessful": True, "exitCode": 1}
    assert _run(passing())["results"] == []


def test_what_was_not_looked_at_is_a_notification_and_no_success() -> None:
    (invocation,) = _items(_run(incomplete()), "invocations")
    assert invocation["executionSuccessful"] is False
    assert invocation["exitCode"] == 3
    check, file = _notifications(incomplete())
    assert (_at(check, "descriptor", "id"), check["level"]) == ("check-not-run", "error")
    assert _at(file, "descriptor", "id") == "file-not-read"
    assert (
        _at(file, "locations", 0, "physicalLocation", "artifactLocation", "uri") == "app/broken.py"
    )


@pytest.mark.parametrize(
    "outcome", [o for o in Outcome if o not in (Outcome.PASSED, Outcome.FAILED)]
)
def test_success_is_only_claimed_when_all_ran_or_was_skipped_by_choice(outcome: Outcome) -> None:
    (invocation,) = _items(_run(ended(outcome)), "invocations")
    assert invocation["executionSuccessful"] is (outcome is Outcome.SKIPPED)
    assert len(_notifications(ended(outcome))) == 1


def test_results_stay_within_the_limits_and_what_was_cut_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("aireview.reports.sarif.MAX_RESULTS", 3)
    found = tuple(finding(UNUSED, line=number + 1) for number in range(5))
    report = replace(passing(), findings=found)
    assert len(_items(_run(report), "results")) == 3
    (cut,) = _notifications(report)
    assert (_at(cut, "descriptor", "id"), cut["level"]) == ("results-cut", "warning")
    assert cast(str, _at(cut, "message", "text")).startswith("2 findings left out")


def test_an_upload_fits_however_large_the_findings_are() -> None:
    text = "".join(chr(0x4E00 + (n * 7919) % 20_000) for n in range(9_000))
    found = tuple(
        replace(finding(line=n + 1), message=text[n:], snippet=text[n:]) for n in range(700)
    )
    log = render(replace(passing(), findings=found))
    assert len(gzip.compress(log.encode(), 1)) < 10_000_000
    results = len(_items(json.loads(log), "runs", 0, "results"))
    assert 400 < results < 700
    assert f"{700 - results} findings left out" in log


def test_the_limits_are_those_of_code_scanning() -> None:
    assert sarif_run.MAX_RESULTS == 25_000
    assert sarif_run.MAX_BYTES < 10_000_000


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("app/auth.py", "app/auth.py"),
        ("a b/ü#?.py", "a%20b/%C3%BC%23%3F.py"),
        ("c:/x.py", "c%3A/x.py"),
        ("caf\udce9.py", "caf%E9.py"),
        ("100%.py", "100%25.py"),
        (HOSTILE_PATH, "caf%E9/%3A%3Aerror%3A%3Ax%2Cy%3Az/%E2%80%AEmoc.py"),
    ],
)
def test_a_path_is_its_bytes_percent_encoded(path: str, expected: str) -> None:
    assert path_uri(path) == expected


@given(path=st.text(alphabet=st.characters(exclude_categories=[]), max_size=40))
def test_any_path_makes_an_address(path: str) -> None:
    assert path_uri(path).isascii()
    assert " " not in path_uri(path)
