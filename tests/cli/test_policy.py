from __future__ import annotations

import json

import pytest
from support.repo import Repo

from aireview.cli.main import run

GOOD = """
profile: soc2
paths: {exclude: ["vendor/**"]}
waivers:
  - {id: W-1, rule: drf-allow-any, paths: ["public/**"], owner: ada, reason: why, expires: 9999-01-01}
"""


@pytest.fixture
def tree(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    monkeypatch.chdir(repo.path)
    return repo


def test_a_clean_file_is_ok(tree: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    tree.write(".aireview.yml", GOOD)
    assert run(["policy", "lint"]) == 0
    assert capsys.readouterr().out == ".aireview.yml: ok\n"


def test_a_missing_file_is_an_error_for_lint_alone(
    tree: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tree.path.exists()
    assert run(["policy", "lint"]) == 2
    assert "aireview init" in capsys.readouterr().err
    assert run(["policy", "show"]) == 0
    assert "policy: built-in" in capsys.readouterr().out
    assert run(["policy", "show", "--config", "none.yml"]) == 2


def test_a_bad_file_is_located(tree: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    tree.write(".aireview.yml", "profile: soc2\nchecks:\n  disabel: [semgrep]\n")
    assert run(["policy", "lint"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert ".aireview.yml:3:3: unknown key `disabel` in `checks`" in said.err
    assert "Did you mean `disable`?" in said.err


def test_what_is_probably_not_meant_is_warned_about(
    tree: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.write(
        ".aireview.yml",
        """
checks: {disable: [content, hidden-text, packages, semgrep]}
findings: {block: {ai: off}}
paths: {exclude: ["**"]}
ai_tools: {sanctioned: [claude-code, cluade-code], unsanctioned: [claude-code]}
provenance: {record: false, required: true}
waivers:
  - {id: W-1, rule: "*", owner: ada, reason: why, expires: 9999-01-01}
  - {id: W-2, rule: no-such-rule, owner: ada, reason: why, expires: 2020-01-01}
""",
    )
    assert run(["policy", "lint"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(".aireview.yml:9: warning: waiver W-2 expired on 2020-01-01")
    assert [line.removeprefix(".aireview.yml: warning: ") for line in lines[1:]] == [
        "paths.exclude: `**` excludes every file: nothing is checked",
        "checks.disable: every check is disabled",
        "findings.block.ai: no finding on such lines fails a change",
        "provenance: records are required and `record: false` writes none",
        "ai_tools.sanctioned: aireview knows no tool `cluade-code`",
        "ai_tools: `claude-code` is both sanctioned and unsanctioned",
        "waiver W-1 covers every rule on every path",
        "waiver W-2: there is no rule `no-such-rule`",
    ]
    assert run(["policy", "lint", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["schema"] == "aireview/policy-lint/v1"
    assert len(answer["warnings"]) == 9


def test_rule_folders_must_be_there(tree: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    tree.write(".aireview.yml", "semgrep: {rules: [own, gone]}")
    tree.write("own/r.yaml", "rules: []")
    assert run(["policy", "lint"]) == 0
    out = capsys.readouterr().out
    assert out == ".aireview.yml: warning: semgrep.rules: there is no folder `gone`\n"


def test_show_says_where_each_value_comes_from(
    tree: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.write(".aireview.yml", GOOD + "findings: {block: {bot: off}}\n")
    assert run(["policy", "show", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    shown = {one["key"]: (one["value"], one["origin"]) for one in answer["settings"]}
    assert shown["profile"] == ("soc2", "file")
    assert shown["findings.block.ai"] == ("B", "profile")
    assert shown["findings.block.bot"] == ("off", "file")
    assert shown["paths.exclude"] == (["vendor/**"], "file")
    assert shown["ai_tools.on_unsanctioned"] == ("warn", "profile")
    assert run(["policy", "show"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["paths.exclude", "vendor/**", "file"] in rows


def test_show_has_what_is_said_about_packages(
    tree: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = "{name: odd-xtr, reason: ours, until: 2999-01-31, ecosystem: pypi}"
    registries = '{pypi: "https://mirror.example/simple/"}'
    tree.write(
        ".aireview.yml",
        f'packages: {{private_scopes: ["@own-xtr"], allow: [{entry}], registries: {registries}}}\n',
    )
    assert run(["policy", "show", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    shown = {one["key"]: (one["value"], one["origin"]) for one in answer["settings"]}
    assert shown["packages.private_scopes"] == (["@own-xtr"], "file")
    assert shown["packages.allow"] == (["pypi odd-xtr until 2999-01-31"], "file")
    assert shown["packages.registries"] == (["pypi: https://mirror.example/simple/"], "file")
    assert shown["packages.unverified"] == ("block", "profile")
    assert shown["packages.snapshot"] == ([], "profile")
    assert shown["packages.min_age_days"][1] == "profile"


def test_explain_answers_for_one_path(tree: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    tree.write(".aireview.yml", GOOD)
    assert run(["policy", "explain", "./public/prices.py"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("public/prices.py\n")
    assert "ai        fails at tier B (from the profile)" in out
    assert "W-1: drf-allow-any until 9999-01-01, ada: why" in out
    assert run(["policy", "explain", "vendor/x.js"]) == 0
    assert "excluded by paths.exclude" in capsys.readouterr().out
    assert run(["policy", "explain", "src/x.py", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["excluded"] is False
    assert answer["waivers"] == []
    assert answer["checks"] == ["content", "hidden-text", "packages", "semgrep"]


def test_the_file_is_found_from_a_folder_below(
    tree: Repo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.write(".aireview.yml", "profile: strict")
    tree.write("a/b.py", "")
    monkeypatch.chdir(tree.path / "a")
    assert run(["policy", "show"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["profile", "strict", "file"] in rows


def test_a_file_that_cannot_be_read_is_an_error(
    tree: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    (tree.path / ".aireview.yml").mkdir()
    assert run(["policy", "lint"]) == 2
    assert ".aireview.yml cannot be read" in capsys.readouterr().err
