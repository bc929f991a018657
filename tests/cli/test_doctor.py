from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.repo import Repo

from aireview.cli.main import run
from aireview.errors import ExitCode
from aireview.model.engine import EngineRun
from aireview.model.finding import Outcome
from aireview.pipeline.doctor import (
    Config,
    Hook,
    Setup,
    checks,
    configuration,
    exit_code,
    repository,
)
from aireview.policy.profiles import defaults
from aireview.reports.doctor import Item, State, text

CONFIG = "checks: {disable: [semgrep]}\n"


@pytest.fixture
def tree(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Return a repository whose policy leaves the rule engine out, to be quick."""
    monkeypatch.chdir(repo.path)
    repo.write(".aireview.yml", CONFIG)
    repo.commit("policy")
    return repo


def doctor(capsys: pytest.CaptureFixture[str]) -> tuple[int, Mapping[str, list[tuple[str, str]]]]:
    code = run(["doctor", "--format", "json"])
    answer = json.loads(capsys.readouterr().out)
    assert answer["schema"] == "aireview/doctor/v1"
    items: dict[str, list[tuple[str, str]]] = {}
    for item in answer["items"]:
        items.setdefault(item["name"], []).append((item["state"], item["detail"]))
    return code, items


def test_a_sound_set_up_exits_0(tree: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    code, items = doctor(capsys)
    assert tree.path.exists()
    assert code == 0
    assert items["git"][0][0] == "ok"
    assert items["config"] == [("ok", ".aireview.yml at HEAD is valid, profile starter")]
    assert items["content"] == [("ok", "would run")]
    assert items["semgrep"] == [("note", "off: checks.disable names it")]
    assert items["hook commit"][0][0] == "note"


def test_a_bad_file_in_the_work_tree_exits_2_and_the_rest_is_told(
    tree: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.write(".aireview.yml", "profil: x")
    code, items = doctor(capsys)
    assert code == 2
    assert items["config"][0] == ("bad", ".aireview.yml:1:1: unknown key `profil`")
    assert items["config"][1][1] == ".aireview.yml at HEAD is valid, profile starter"
    assert "notes" in items


def test_an_uncommitted_edit_does_not_count_yet(
    tree: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.write(".aireview.yml", f"{CONFIG}profile: strict")
    _, items = doctor(capsys)
    assert items["config"][0] == ("ok", ".aireview.yml at HEAD is valid, profile starter")
    assert items["config"][1][0] == "note"


def test_outside_a_repository_the_installation_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".aireview.yml").write_text(CONFIG)
    code, items = doctor(capsys)
    assert code == 0
    assert items["repository"][0][0] == "note"
    assert items["config"][0] == ("ok", ".aireview.yml is valid, profile starter")


def test_hooks_notes_and_agents_of_a_real_repository(
    tree: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.write("AGENTS.md", "be careful")
    tree.write("docs/AGENTS.md", "not for the whole repository")
    tree.commit("agents")
    tree.git("remote", "add", "origin", "https://example.com/x.git")
    _, items = doctor(capsys)
    assert items["agents"][0] == (
        "warn",
        "set up for AI agents (AGENTS.md) and nothing records who writes a commit",
    )
    assert "not fetched from origin" in items["notes"][0][1]
    for name, job in (("pre-commit", "commit"), ("post-commit", "record")):
        tree.write(f".git/hooks/{name}", f"#!/bin/sh\naireview hook {job}\n").chmod(0o755)
    tree.write(".git/hooks/pre-push", "#!/bin/sh\naireview hook push\n").chmod(0o644)
    spec = "+refs/notes/aireview*:refs/notes/origin/aireview*"
    tree.git("config", "--add", "remote.origin.fetch", spec)
    tree.git("notes", "--ref", "aireview", "add", "-m", "x")
    _, items = doctor(capsys)
    assert "agents" not in items
    assert items["hook commit"] == [("ok", "installed (git): checks what is committed")]
    assert items["hook record"][0][0] == "ok"
    assert items["hook push"][0][0] == "note"
    assert items["notes"][0] == (
        "ok",
        "refs/notes/aireview is here, fetched from origin, pushed by hand",
    )


def test_a_shallow_clone_is_told(
    tree: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.write("a", "b")
    tree.commit("second")
    tree.git("clone", "-q", "--depth", "1", f"file://{tree.path}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    _, items = doctor(capsys)
    assert items["history"][0][0] == "warn"


def test_hooks_elsewhere_are_looked_at_there(
    tree: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.git("config", "core.hooksPath", "my-hooks")
    tree.write("my-hooks/pre-commit", "#!/bin/sh\naireview hook commit\n").chmod(0o755)
    _, items = doctor(capsys)
    assert items["hook commit"][0][0] == "ok"
    assert items["core.hooksPath"][0] == ("note", "git takes hooks from my-hooks")


PRE_COMMIT = "#!/bin/sh\n# File generated by pre-commit: https://pre-commit.com\n"
ENTRIES = "repos:\n- repo: x\n  hooks:\n  - id: aireview-light\n  - id: aireview-record\n"


@pytest.mark.parametrize(
    ("hook", "path", "content", "hooks_path", "installed"),
    [
        (PRE_COMMIT, ".pre-commit-config.yaml", ENTRIES, "", "pre-commit"),
        ("# File generated by prek", ".pre-commit-config.yaml", ENTRIES, "", "prek"),
        (PRE_COMMIT, ".pre-commit-config.yaml", "repos: []\n# - id: aireview\n", "", ""),
        (PRE_COMMIT, ".pre-commit-config.yaml", "- id: aireview-push\n", "", ""),
        (PRE_COMMIT, "lefthook.yml", "run: aireview hook commit\n", "", ""),
        (
            "call_lefthook run pre-commit",
            "lefthook.yml",
            "run: aireview hook commit\n",
            "",
            "lefthook",
        ),
        ("call_lefthook run pre-commit", ".pre-commit-config.yaml", ENTRIES, "", ""),
        ('. "$(dirname "$0")/h"', ".husky/pre-commit", "aireview hook commit", ".husky/_", "husky"),
        ('. "$(dirname "$0")/h"', ".husky/pre-push", "aireview hook commit", ".husky/_", ""),
        ("npm test", ".pre-commit-config.yaml", ENTRIES, "", ""),
    ],
)
def test_a_runner_counts_only_if_it_runs_us(
    hook: str, path: str, content: str, hooks_path: str, installed: str
) -> None:
    setup = Setup(
        hooks=(Hook("pre-commit", hook, executable=True),),
        runner_files={path: content},
        hooks_path=hooks_path,
    )
    item = next(item for item in repository(setup) if item.name == "hook commit")
    assert item.state is (State.OK if installed else State.NOTE)
    assert f"({installed})" in item.detail or not installed


@pytest.mark.parametrize(
    ("run_", "state", "said"),
    [
        (EngineRun(outcome=Outcome.PASSED, engine="semgrep (native)"), State.OK, "native"),
        (EngineRun(outcome=Outcome.PASSED, engine="semgrep (classic)"), State.WARN, "slowly"),
        (EngineRun(outcome=Outcome.UNAVAILABLE, reason="not found"), State.FAIL, "not found"),
        (EngineRun(outcome=Outcome.ERROR, reason="rule\x1b broken"), State.FAIL, "rule\\u{001B}"),
    ],
)
def test_the_rule_engine_is_tried(run_: EngineRun, state: State, said: str) -> None:
    items = tuple(checks(defaults(), ("content", "semgrep"), lambda: (run_, "1.2 at /x")))
    assert items[0].state is State.OK
    assert items[1].state is state
    assert said in items[1].detail
    expected = ExitCode.INCOMPLETE if state is State.FAIL else ExitCode.PASS
    assert exit_code(items) == expected


def test_incomplete_outweighs_a_bad_configuration() -> None:
    bad = Item(name="a", state=State.BAD, detail="")
    fail = Item(name="b", state=State.FAIL, detail="")
    assert exit_code([bad]) == ExitCode.USAGE
    assert exit_code([bad, fail]) == ExitCode.INCOMPLETE


def test_warnings_of_the_policy_are_shown() -> None:
    policy = defaults()
    from_file = Config(policy=policy, committed=True, present=True)
    assert [item.state for item in configuration(from_file, "f")] == [State.OK]
    nothing = Config(policy=policy)
    assert [item.hint for item in configuration(nothing, "f")] == ["Run `aireview init`."]


def test_the_text_form_escapes_what_it_shows() -> None:
    shown = text([Item(name="n", state=State.NOTE, detail="a\x1b[2J", hint="b\u202e")])
    assert shown == "note  n  a\\u{001B}[2J\n         hint: b\\u{202E}\n"


def test_the_rule_engine_of_this_installation(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repo.path)
    code, items = doctor(capsys)
    state, detail = items["semgrep"][0]
    assert (code, state) in ((0, "ok"), (0, "warn"), (3, "fail"))
    assert "would" in detail
