"""What judges a change cannot be moved, hidden or dropped by the change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.repo import Repo

from aireview.cli.main import run

OPEN = 'import jwt\n\n\ndef user(t):\n    return jwt.decode(t, KEY, options={"verify_signature": False})\n'
RULE = (
    "rules:\n- id: {name}\n  languages: [python]\n  severity: ERROR\n"
    "  message: m\n  pattern: {name}(...)\n"
)


@pytest.fixture
def here(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    monkeypatch.chdir(repo.path)
    repo.write("requirements.txt", "PyJWT\n")
    return repo


def check(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    code = run(["check", "--format", "json", *words])
    out = capsys.readouterr().out
    return code, json.loads(out) if out else {}


def test_a_move_into_a_language_brings_all_lines_under_review(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write("x.txt", OPEN)
    here.commit("Start")
    here.git("mv", "x.txt", "x.py")
    here.commit("Move")
    assert check(capsys, "--range", "HEAD")[0] == 1
    here.git("mv", "x.py", "y.py")
    here.commit("Move again")
    assert check(capsys, "--range", "HEAD")[0] == 0


def test_a_move_out_of_the_excluded_paths_brings_all_lines_under_review(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write(".aireview.yml", "paths: {exclude: ['old/**']}\n")
    here.write("old/x.py", OPEN)
    here.commit("Start")
    here.write("new/.keep", "")
    here.git("mv", "old/x.py", "new/x.py")
    here.commit("Move")
    assert check(capsys, "--range", "HEAD")[0] == 1


def test_every_named_path_has_to_name_something(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write("app/[id]/x.py", OPEN)
    here.write("r", "x\n")
    here.git("add", "-A")
    assert check(capsys, "r", "app/[id]")[0] == 1
    assert run(["check", "r", "typo.py"]) == 2
    assert "typo.py" in capsys.readouterr().err


def test_two_rule_folders_do_not_collide(here: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    here.write(".aireview.yml", "semgrep: {rules: [a/b, a-b]}\n")
    here.write("a/b/one.yaml", RULE.format(name="one"))
    here.write("a-b/two.yaml", RULE.format(name="two"))
    here.commit("Rules")
    here.write("x.py", "one()\ntwo()\n")
    here.commit("Use")
    _, report = check(capsys, "--range", "HEAD")
    assert sorted(finding["rule"] for finding in report["findings"]) == ["one", "two"]


def test_a_staged_change_cannot_edit_the_rules_that_judge_it(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write(".aireview.yml", "semgrep: {rules: [rules]}\n")
    here.write("rules/one.yaml", RULE.format(name="one"))
    here.commit("Rules")
    here.write("rules/one.yaml", RULE.format(name="other"))
    here.write("x.py", "one()\n")
    here.git("add", "-A")
    code, report = check(capsys)
    assert code == 1
    assert any("rules/one.yaml" in notice for notice in report["notices"])


@pytest.mark.parametrize("kind", ["json", "link"])
def test_a_rule_folder_without_rules_is_no_pass(
    here: Repo, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    here.write(".aireview.yml", "semgrep: {rules: [rules]}\n")
    if kind == "json":
        here.write("rules/one.json", "{}")
    else:
        here.write("elsewhere.yaml", RULE.format(name="one"))
        (here.path / "rules").mkdir()
        (here.path / "rules/one.yaml").symlink_to("../elsewhere.yaml")
    here.commit("Rules")
    here.write("x.py", "one()\n")
    here.commit("Use")
    assert run(["check", "--range", "HEAD"]) == 2
    assert "rule" in capsys.readouterr().err


def test_own_rules_do_not_need_every_file(here: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    here.write(".aireview.yml", "semgrep: {rules: [rules]}\n")
    here.write("rules/one.yaml", RULE.format(name="one"))
    here.commit("Rules")
    here.write("README.md", "# x\n")
    here.write("p.json", "{}\n")
    here.git("add", "-A")
    assert check(capsys)[0] == 0


def test_a_policy_that_cannot_be_read_is_not_a_missing_one(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write("x.py", "x = 1\n")
    here.git("add", "-A")
    (here.path / ".aireview.yml").mkdir()
    assert run(["check"]) == 2
    assert "no regular file" in capsys.readouterr().err
    (here.path / ".aireview.yml").rmdir()
    (here.path / ".aireview.yml").symlink_to("missing")
    assert run(["check"]) == 2
    assert "link to nothing" in capsys.readouterr().err


def test_a_baseline_of_the_same_commit_accepts_nothing(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write(".aireview.yml", "version: 1\n")
    here.commit("Policy")
    here.write("x.py", OPEN)
    assert run(["check", "--all", "--write-baseline"]) == 0
    capsys.readouterr()
    here.git("add", "-A")
    code, report = check(capsys)
    assert code == 1
    assert any("baseline" in notice for notice in report["notices"])


def test_a_baseline_is_written_for_everything_or_not_at_all(
    here: Repo, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    here.write("x.py", OPEN)
    here.git("add", "-A")
    for words in ([], ["--all", "x.py"], ["--range", "HEAD"]):
        assert run(["check", "--write-baseline", *words]) == 2
    target = tmp_path / "victim"
    target.write_text("mine")
    (here.path / ".aireview-baseline.json").symlink_to(target)
    assert run(["check", "--all", "--write-baseline"]) == 2
    assert target.read_text() == "mine"
    assert "symbolic link" in capsys.readouterr().err


def test_without_a_base_the_change_brings_its_own_policy(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write(".aireview.yml", "findings: {block: {unknown: B}}\n")
    here.write("x.py", "a\u200bb = 1\n")
    here.commit("Start")
    code, report = check(capsys, "--range", "HEAD")
    assert code == 1
    assert "no base" in report["policy"]["source"]


def test_renaming_the_policy_away_is_said(here: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    here.write(".aireview.yml", "profile: strict\n")
    here.commit("Policy")
    here.git("mv", ".aireview.yml", "old.yml")
    here.commit("Rename it")
    _, report = check(capsys, "--range", "HEAD")
    assert any("weakens the policy" in notice for notice in report["notices"])


def test_a_note_does_not_clear_lines_of_an_explicit_commit(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write(".aireview.yml", "profile: soc2\n")
    here.commit("Policy")
    here.write("h.py", "a = 1\nb\u200bc = 2\n")
    sha = here.commit("Add\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n")
    agent = {"agent_id": {"tool": "claude-code", "id": "c", "model": "m"}}
    data = {
        "schema_version": "authorship/3.0.0", "base_commit_sha": sha, "prompts": {},
        "sessions": {"s_0123456789abcd": agent},
    }  # fmt: skip
    note = f"h.py\n  s_0123456789abcd::t_fedcba98765432 1\n---\n{json.dumps(data)}"
    here.git("notes", "--ref=ai", "add", "-m", note, sha)
    code, report = check(capsys, "--range", "HEAD")
    assert code == 1
    assert report["findings"][0]["authorship"] == "mixed"


@pytest.mark.parametrize("content", [b"\xff\xfe", b'{"branch": "\xff"}', b"[" * 100_000, b"[]"])
def test_a_pull_request_file_that_is_none_is_a_usage_error(
    here: Repo, capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes
) -> None:
    here.write("x.py", "x = 1\n")
    here.git("add", "-A")
    path = tmp_path / "pr.json"
    path.write_bytes(content)
    assert run(["check", "--pull-request", str(path)]) == 2
    assert "hint:" in capsys.readouterr().err
