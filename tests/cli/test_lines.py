"""Line authorship from a note to the findings of a check, over a real repository."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.repo import Repo

from aireview.cli.main import run

BAD = 'jwt.decode(t, KEY, options={"verify_signature": False})'
TEXT = f"import jwt\n\n\ndef first(t):\n    return {BAD}\n\n\ndef second(t):\n    return {BAD}\n"


def annotated(repo: Repo, lines: str) -> None:
    """Commit two flaws, and note that a tool wrote `lines`."""
    repo.write("README.md", "# x\n")
    repo.commit("Start")
    repo.write("login.py", TEXT)
    sha = repo.commit("Add login")
    data = {
        "schema_version": "authorship/3.0.0",
        "base_commit_sha": sha,
        "prompts": {},
        "sessions": {
            "s_0123456789abcd": {"agent_id": {"tool": "codex", "id": "c-1", "model": "m"}}
        },
    }
    note = f"login.py\n  s_0123456789abcd::t_fedcba98765432 {lines}\n---\n{json.dumps(data)}"
    repo.git("notes", "--ref=ai", "add", "-m", note, sha)


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    run(list(words))
    report = json.loads(capsys.readouterr().out)
    assert isinstance(report, dict)
    return report


@pytest.fixture
def here(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    monkeypatch.chdir(repo.path)
    repo.write("requirements.txt", "PyJWT\n")
    return repo


def test_a_note_marks_lines_and_the_findings_on_them(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    annotated(here, "1-5")
    report = answer(capsys, "check", "--range", "HEAD", "--format", "json")
    assert report["attribution"]["authorship"] == "mixed"
    assert {f["start_line"]: f["authorship"] for f in report["findings"]} == {5: "ai", 9: "unknown"}
    (file,) = report["attribution"]["files"]
    assert file["path"] == "login.py"
    assert file["tools"] == ["codex"]


def test_only_the_lines_of_the_tool_count_when_only_ai_does(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    annotated(here, "1-3")
    report = answer(capsys, "check", "--range", "HEAD", "--scope", "ai", "--format", "json")
    assert report["verdict"] == "pass"


def test_every_view_of_provenance_knows_the_note(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    annotated(here, "1-9")
    assert run(["provenance", "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["authorship"] for line in lines] == ["ai", "unknown"]
    assert lines[0]["signals"][0]["kind"] == "note"
    assert run(["provenance", "--range", "HEAD"]) == 0
    assert "codex" in capsys.readouterr().out


def test_a_range_is_exported_as_an_agent_trace(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    annotated(here, "1-5")
    record = answer(capsys, "provenance", "--range", "HEAD", "--format", "agent-trace")
    assert record["vcs"] == {"type": "git", "revision": here.git("rev-parse", "HEAD")}
    (file,) = record["files"]
    ranges = [
        (found["start_line"], found["end_line"])
        for conversation in file["conversations"]
        for found in conversation["ranges"]
        if (found.get("contributor") or conversation["contributor"])["type"] == "ai"
    ]
    assert ranges == [(1, 5)]


def test_a_broken_note_is_said_and_clears_nothing(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write("login.py", TEXT)
    sha = here.commit("Add login\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n")
    here.git(
        "notes", "--ref=ai", "add", "-m", "login.py\n  h_00112233445566 1-9\n---\n{broken", sha
    )
    report = answer(capsys, "check", "--range", "HEAD", "--format", "json")
    assert report["attribution"]["authorship"] == "ai"
    assert any("JSON" in text for text in report["attribution"]["warnings"]), report["attribution"]
