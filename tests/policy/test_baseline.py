from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.errors import AireviewError
from aireview.model.finding import Finding, Rule, Severity, Suppression, SuppressionKind, Tier
from aireview.policy.baseline import read, write
from aireview.policy.fingerprint import assign


def finding(path: str, rule: str = "r-1") -> Finding:
    kind = Rule(id=rule, title="t", tier=Tier.A, severity=Severity.HIGH, check="semgrep")
    return Finding(rule=kind, path=path, start_line=1, end_line=1, message="m", snippet="x")


@given(st.lists(st.text(min_size=1, max_size=20), unique=True, max_size=6))
def test_what_is_written_is_read(paths: list[str]) -> None:
    findings = assign([finding(path) for path in paths])
    assert read(write(findings), name="b") == {item.fingerprint for item in findings}


def test_one_sorted_line_for_each_finding() -> None:
    findings = assign([finding("b.py"), finding("a\udcff.py"), finding("b.py", "r-0")])
    text = write(findings).decode()
    assert text.endswith("]\n}\n")
    entries = json.loads(text)["findings"]
    assert [(entry["path"], entry["rule"]) for entry in entries] == [
        ("a\\xff.py", "r-1"),
        ("b.py", "r-0"),
        ("b.py", "r-1"),
    ]
    assert len(text.splitlines()) == 3 + 5
    assert write(reversed(findings)) == text.encode()


def test_nothing_to_accept_is_a_baseline_too() -> None:
    assert read(write([]), name="b") == frozenset()


def test_findings_about_suppressions_are_never_accepted() -> None:
    assert b"suppression" not in write(assign([finding("a", "suppression-added")]))


@pytest.mark.parametrize(("kind", "kept"), [("inline", 0), ("waiver", 0), ("baseline", 1)])
def test_only_what_nothing_else_answers_is_accepted(kind: str, kept: int) -> None:
    answered = Suppression(kind=SuppressionKind(kind), reason="r")
    item = msgspec.structs.replace(finding("a"), suppressed=answered, fingerprint="f")
    assert len(read(write([item]), name="b")) == kept


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "this is not a baseline file"),
        (b"[]", "this is not a baseline file"),
        (b"\xff", "this is not a baseline file"),
        (b'{"schema": "aireview/baseline/v2", "findings": []}', "'aireview/baseline/v2'"),
        (b'{"schema": "aireview/baseline/v1"}', "missing required field `findings`"),
        (b'{"schema": "aireview/baseline/v1", "findings": [{"rule": 1}]}', "findings[0]"),
        (b"[" * 1_000_000, "this is not a baseline file"),
    ],
)
def test_a_bad_baseline_says_which_file_and_what_to_do(text: bytes, message: str) -> None:
    with pytest.raises(AireviewError) as caught:
        read(text, name="known.json")
    assert caught.value.message.startswith("known.json: ")
    assert message in caught.value.message
    assert "baseline" in caught.value.hint
