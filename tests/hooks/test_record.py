"""`aireview hook record` in real post-commit and post-rewrite hooks."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.detached import run_detached
from support.hooked import AGENT, HookedRepo

NO_EDITOR = {"GIT_EDITOR": ":", "GIT_SEQUENCE_EDITOR": ":"}


@pytest.fixture
def recorded(hooked: HookedRepo) -> HookedRepo:
    """Return a repository that records commits, without any other hook."""
    hooked.install("post-commit", "post-rewrite")
    return hooked


def quotes(note: dict[str, object]) -> list[str]:
    signals = note["signals"]
    assert isinstance(signals, list)
    return [signal["quote"] for signal in signals]


def effects(note: dict[str, object], kind: str) -> list[str]:
    signals = note["signals"]
    assert isinstance(signals, list)
    return [signal["effect"] for signal in signals if signal["kind"] == kind]


def test_a_commit_of_a_person_leaves_nothing_and_costs_little(
    recorded: HookedRepo, git_calls: Callable[[], list[str]]
) -> None:
    recorded.change()
    recorded.git("config", "core.hooksPath", "/dev/null")
    recorded.git("commit", "-q", "-m", "by hand")
    git_calls()
    done = recorded.run(sys.executable, "-I", "-m", "aireview", "hook", "record")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert len(git_calls()) <= 3
    assert recorded.git("for-each-ref", "refs/notes") == ""


def test_a_commit_of_an_agent_is_written_down(recorded: HookedRepo) -> None:
    recorded.make(env=AGENT)
    note = recorded.note()
    assert (note["schema"], note["authorship"], note["tools"]) == (
        "aireview/record/v1",
        "ai",
        ["codex"],
    )
    tree = recorded.git("rev-parse", "HEAD^{tree}")
    assert quotes(note) == [
        "CODEX_THREAD_ID",
        f"unverified tree {tree[:12]}: the commit hook did not check it",
    ]


def test_the_message_alone_is_evidence_too(recorded: HookedRepo) -> None:
    recorded.make("x\n\nCo-authored-by: Codex <codex@openai.com>")
    assert recorded.note()["tools"] == ["codex"]


def test_a_branch_is_noted_and_decides_nothing(recorded: HookedRepo) -> None:
    recorded.git("checkout", "-q", "-b", "codex/parser")
    recorded.make()
    note = recorded.note()
    assert note["authorship"] == "unknown"
    assert effects(note, "branch") == ["context"]


def test_the_policy_can_turn_it_off(recorded: HookedRepo) -> None:
    recorded.write(".aireview.yml", "provenance:\n  record: false\n")
    recorded.make(env=AGENT)
    assert recorded.note() == {}


def test_a_broken_policy_is_one_line_and_no_failure(recorded: HookedRepo) -> None:
    recorded.write(".aireview.yml", "provenance:\n  record: perhaps\n")
    recorded.change()
    done = recorded.run("git", "commit", "-q", "-m", "x", env=AGENT)
    assert done.returncode == 0
    assert done.stderr.startswith(b"aireview: .aireview.yml:2:")
    assert done.stderr.count(b"\n") == 1


def test_an_amended_commit_keeps_its_record(recorded: HookedRepo) -> None:
    first = recorded.make(env=AGENT)
    recorded.change()
    recorded.git("commit", "-q", "--amend", "-m", "better")
    assert recorded.note()["authorship"] == "ai"
    assert recorded.note()["carried_from"] == [first]


def test_an_agent_that_amends_is_written_down(recorded: HookedRepo) -> None:
    recorded.make()
    recorded.change()
    recorded.git("commit", "-q", "--amend", "--no-edit", env=AGENT)
    assert recorded.note()["tools"] == ["codex"]


def test_an_agent_that_only_rewords_wrote_the_message(recorded: HookedRepo) -> None:
    recorded.make()
    recorded.git("commit", "-q", "--amend", "-m", "reworded", env=AGENT)
    note = recorded.note()
    assert (note["authorship"], note["message_only"]) == ("unknown", True)


def test_records_follow_a_rebase(recorded: HookedRepo) -> None:
    base = recorded.git("rev-parse", "HEAD")
    recorded.git("checkout", "-q", "-b", "topic")
    first = recorded.make("one", env=AGENT)
    recorded.make("two")
    recorded.git("checkout", "-q", "main")
    recorded.change("other.py", "x = 1\n")
    recorded.git("commit", "-q", "-m", "main moves")
    recorded.git("checkout", "-q", "topic")
    recorded.git("rebase", "-q", "main")
    assert recorded.git("merge-base", "topic", base) == base
    assert recorded.note("HEAD~")["carried_from"] == [first]
    assert recorded.note("HEAD") == {}


@pytest.mark.parametrize("agent_first", [True, False])
def test_commits_that_are_folded_into_one_join_their_records(
    recorded: HookedRepo, *, agent_first: bool
) -> None:
    recorded.make("one", env=AGENT if agent_first else None)
    recorded.change()
    recorded.git("commit", "-q", "--fixup", "HEAD", env=None if agent_first else AGENT)
    recorded.make("three")
    recorded.git("rebase", "-q", "-i", "--autosquash", "HEAD~3", env=NO_EDITOR)
    assert recorded.git("log", "--format=%s") == "three\none\nfirst"
    assert recorded.note("HEAD~")["tools"] == ["codex"]
    assert recorded.note("HEAD") == {}


def test_an_agent_that_rebases_did_not_write_what_it_moves(recorded: HookedRepo) -> None:
    recorded.git("checkout", "-q", "-b", "topic")
    recorded.make("by hand")
    recorded.git("checkout", "-q", "main")
    recorded.change("other.py", "x = 1\n")
    recorded.git("commit", "-q", "-m", "main moves")
    recorded.git("checkout", "-q", "topic")
    recorded.git("rebase", "-q", "main", env=AGENT)
    assert recorded.note("HEAD") == {}
    recorded.git("checkout", "-q", "-b", "again", "main~")
    recorded.git("cherry-pick", "topic", env=AGENT)
    assert recorded.note("HEAD") == {}


def test_a_cherry_pick_takes_the_record_along(recorded: HookedRepo) -> None:
    recorded.git("checkout", "-q", "-b", "topic")
    picked = recorded.make(env=AGENT)
    recorded.git("checkout", "-q", "main")
    recorded.change("other.py", "x = 1\n")
    recorded.git("commit", "-q", "-m", "main moves")
    recorded.git("cherry-pick", "topic")
    assert recorded.note()["carried_from"] == [picked]


def test_a_squash_merge_joins_the_records_of_the_branch(recorded: HookedRepo) -> None:
    recorded.install("prepare-commit-msg")
    recorded.git("checkout", "-q", "-b", "topic")
    squashed = [recorded.make("one", env=AGENT), recorded.make("two", env=AGENT)]
    recorded.git("checkout", "-q", "main")
    recorded.git("merge", "-q", "--squash", "topic")
    recorded.git("commit", "-q", "-m", "the topic (#1)")
    assert recorded.note()["tools"] == ["codex"]
    assert sorted(recorded.note()["carried_from"]) == sorted(squashed)  # type: ignore[call-overload]
    recorded.make("later")
    assert recorded.note() == {}


def test_a_squash_merge_that_was_given_up_leaves_nothing(recorded: HookedRepo) -> None:
    recorded.install("prepare-commit-msg")
    recorded.git("checkout", "-q", "-b", "topic")
    recorded.make("one", env=AGENT)
    recorded.git("checkout", "-q", "main")
    recorded.git("merge", "-q", "--squash", "topic")
    assert recorded.run("git", "commit", env={"GIT_EDITOR": "false"}).returncode != 0
    recorded.git("reset", "-q", "--hard")
    recorded.make("by hand")
    assert recorded.note() == {}


def test_a_linked_work_tree(recorded: HookedRepo, tmp_path: Path) -> None:
    recorded.git("worktree", "add", "-q", "-b", "side", str(tmp_path / "side"))
    side = HookedRepo(tmp_path / "side", init=False)
    side.make(env=AGENT)
    assert side.note()["tools"] == ["codex"]


def test_before_the_first_commit_there_is_nothing_to_say(tmp_path: Path) -> None:
    repo = HookedRepo(tmp_path / "new")
    for words in ((), ("--rewritten",), ("amend",)):
        done = repo.run(sys.executable, "-I", "-m", "aireview", "hook", "record", *words)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_outside_a_repository_it_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    done = run_detached(
        [sys.executable, "-I", "-m", "aireview", "hook", "record"],
        cwd=tmp_path / "plain",
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path)},
    )
    assert done.returncode == 0
    assert done.stderr.count(b"\n") <= 1


def test_a_ref_that_cannot_be_written_is_one_line(recorded: HookedRepo) -> None:
    recorded.write(".git/refs/notes/aireview/in-the-way", recorded.git("rev-parse", "HEAD") + "\n")
    recorded.change()
    done = recorded.run("git", "commit", "-q", "-m", "x", env=AGENT)
    assert done.returncode == 0
    assert done.stderr.startswith(b"aireview: the note in refs/notes/aireview was not written")
    assert done.stderr.count(b"\n") == 1


def test_without_a_reflog_the_commit_is_still_recorded(recorded: HookedRepo) -> None:
    recorded.git("config", "core.logAllRefUpdates", "false")
    (recorded.path / ".git/logs/HEAD").unlink()
    recorded.make(env=AGENT)
    assert recorded.note()["tools"] == ["codex"]


@pytest.mark.parametrize("command", ["amend", "rebase"])
def test_a_runner_that_swallows_stdin_costs_no_record(hooked: HookedRepo, command: str) -> None:
    """As pre-commit does it: nothing on stdin, the command in a variable, one entry for both."""
    hooked.install("post-commit")
    line = f'PRE_COMMIT_REWRITE_COMMAND=$1 exec "{sys.executable}" -I -m aireview hook record'
    hook = hooked.write(".git/hooks/post-rewrite", f"#!/bin/sh\n{line} </dev/null\n")
    hook.chmod(0o755)
    first = hooked.make(env=AGENT)
    # Without it nothing but post-rewrite can know what became of the commit.
    (hooked.path / ".git/hooks/post-commit").unlink()
    if command == "amend":
        hooked.git("commit", "-q", "--amend", "-m", "better")
    else:
        hooked.git("checkout", "-q", "-b", "topic")
        hooked.git("reset", "-q", "--hard", "HEAD~")
        hooked.change("other.py", "x = 1\n")
        hooked.git("commit", "-q", "-m", "moves on")
        hooked.git("rebase", "-q", "topic", "main")
    assert hooked.note()["carried_from"] == [first]


def test_two_at_once_lose_nothing(hooked: HookedRepo, tmp_path: Path) -> None:
    folders = []
    for number in range(3):
        path = tmp_path / f"tree{number}"
        hooked.git("worktree", "add", "-q", "-b", f"b{number}", str(path))
        tree = HookedRepo(path, init=False)
        tree.make(f"change {number}", env=AGENT)
        folders.append(tree)
    record = f'"{sys.executable}" -I -m aireview hook record'
    script = "".join(f'(cd "{tree.path}" && {record}) & ' for tree in folders) + "wait"
    done = hooked.run("sh", "-c", script, env=AGENT)
    assert (done.returncode, done.stderr) == (0, b"")
    assert [tree.note()["tools"] for tree in folders] == [["codex"]] * 3


def trace(repo: HookedRepo, path: str, first: int, last: int) -> None:
    """Leave what an agent's trace says before a commit: lines of a file, and HEAD."""
    lines = [{"start_line": first, "end_line": last}]
    contributor = {"type": "ai", "model_id": "openai/gpt-9"}
    record = {
        "version": "0.1.0",
        "id": "0f0f0f0f-0000-4000-8000-000000000000",
        "timestamp": "2026-03-01T12:00:00Z",
        "vcs": {"type": "git", "revision": repo.git("rev-parse", "HEAD")},
        "tool": {"name": "codex"},
        "files": [{"path": path, "conversations": [{"contributor": contributor, "ranges": lines}]}],
    }
    with (repo.path / ".agent-trace/traces.jsonl").open("a") as file:
        file.write(json.dumps(record) + "\n")


def test_lines_of_a_trace_are_kept_with_the_record(recorded: HookedRepo) -> None:
    recorded.write(".aireview.yml", "provenance:\n  git_ai_note: true\n")
    recorded.write(".gitignore", ".agent-trace\n")
    recorded.write(".agent-trace/traces.jsonl", "")
    recorded.make()
    assert recorded.note() == {}
    trace(recorded, "code.py", 2, 3)
    recorded.change("code.py", "value_0 = 1\na = 1\nb = 2\nc = 3\n")
    recorded.git("commit", "-q", "-m", "partly traced")
    assert recorded.note()["lines"] == [
        {"path": "code.py", "tool": "codex", "ranges": [[2, 3]], "model": "openai/gpt-9"}
    ]
    assert recorded.note()["authorship"] == "mixed"
    note = recorded.git("notes", "--ref=ai", "show", "HEAD")
    assert note.startswith("code.py\n  s_")
    assert " 2-3\n---\n" in note


def test_a_git_ai_note_that_is_there_stays(recorded: HookedRepo) -> None:
    recorded.write(".aireview.yml", "provenance:\n  git_ai_note: true\n")
    recorded.commit("policy")
    recorded.write(".agent-trace/traces.jsonl", "")
    trace(recorded, "code.py", 1, 1)
    hook = recorded.path / ".git/hooks/post-commit"
    first = "git notes --ref=ai add -m theirs HEAD\n"
    hook.write_text(hook.read_text().replace("exec", f"{first}exec"))
    recorded.make()
    assert recorded.git("notes", "--ref=ai", "show", "HEAD") == "theirs"
    assert recorded.note()["tools"] == ["codex"]
