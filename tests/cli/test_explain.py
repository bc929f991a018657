from __future__ import annotations

import json
import re

import pytest

from aireview.adapters import rules_folder
from aireview.cli.main import run
from aireview.pipeline.explain import BUILT_IN, rules_of
from aireview.policy.suppress import RULES


def test_without_a_rule_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    ids = [line.split()[0] for line in lines]
    assert ids == sorted(ids)
    assert {"suppression-added", "unreviewable-content", "pyjwt-verification-off"} <= set(ids)
    assert all(re.fullmatch(r"\S+ +[ABC]  \S.*", line) for line in lines)


def test_a_rule_is_explained_by_its_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "pyjwt-verification-off"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# pyjwt-verification-off\n")
    assert "(tier A · critical · CWE-347 · API2:2023; check: semgrep)" in out
    assert "## How to fix" in out


def test_json_has_the_facts_and_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "suppression-added", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert next(iter(answer)) == "schema"
    assert answer["schema"] == "aireview/explain/v1"
    assert answer["rule"]["tier"] == "B"
    assert answer["page"].startswith("# suppression-added\n")
    assert run(["explain", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["rules"]) > len(BUILT_IN)


@pytest.mark.parametrize("wrong", ["suppresion-added", "SUPPRESSION-ADDED"])
def test_an_unknown_rule_is_an_error_with_a_suggestion(
    wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["explain", wrong])
    said = capsys.readouterr()
    assert code == 2
    assert said.out == ""
    assert f"there is no rule '{wrong}'" in said.err
    assert ("Did you mean `suppression-added`?" in said.err) is wrong.islower()


@pytest.mark.parametrize("wrong", ["../../README", "x\x1b[2J", "", "a" * 5000])
def test_hostile_names_are_no_paths(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", wrong]) == (2 if wrong else 0)
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize("rule", [rule.id for rule in RULES] + ["unreviewable-content"])
def test_built_in_rules_have_pages_in_the_common_form(rule: str) -> None:
    page = rules_folder.page(rules_folder.rules_root(), rule)
    assert page is not None
    assert page.startswith(f"# {rule}\n")
    headings = re.findall(r"^## (.*)$", page, re.MULTILINE)
    assert headings == ["Why it matters", "Bad", "Good", "How to fix", "References"]


def test_rules_without_metadata_take_semgreps_severity() -> None:
    text = b"rules:\n- {id: own-rule, message: 'One. Two.', severity: ERROR, languages: [go]}\n"
    (rule,) = rules_of(text, "own.yaml")
    assert (rule.id, rule.title, rule.tier.value, rule.severity.value) == (
        "own-rule",
        "One.",
        "C",
        "high",
    )
