"""`aireview hook commit` in a real pre-commit hook, and called as hook runners call it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from support.hooked import AGENT, HookedRepo

MANIFEST = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
HIDDEN = 'name = "a\u202eb"\n'  # a finding of tier A that needs no rule engine
COMMIT = (sys.executable, "-I", "-m", "aireview", "hook", "commit", "--no-semgrep")
BY_CLICK = "import sys; from aireview.cli.main import run; sys.exit(run(sys.argv[1:]))"
PATHS = {
    "fast": (sys.executable, "-I", "-m", "aireview"),
    "click": (sys.executable, "-I", "-c", BY_CLICK),
}


@pytest.fixture
def checked(hooked: HookedRepo) -> HookedRepo:
    """Return a repository that checks commits and records them."""
    hooked.install("pre-commit", "post-commit")
    return hooked


def state(repo: HookedRepo) -> dict[str, object]:
    content: dict[str, object] = json.loads((repo.path / ".git/aireview/last-check").read_text())
    return content


def test_a_clean_commit_passes_and_a_bad_one_does_not(checked: HookedRepo) -> None:
    checked.make()
    before = checked.git("rev-parse", "HEAD")
    checked.change("bad.py", HIDDEN)
    done = checked.run("git", "commit", "-q", "-m", "bad")
    assert done.returncode == 1
    assert b"bad.py:1" in done.stdout + done.stderr
    assert checked.git("rev-parse", "HEAD") == before


def test_what_is_not_staged_is_not_checked(checked: HookedRepo) -> None:
    checked.write("bad.py", HIDDEN)
    checked.write("good.py", "x = 1\n")
    checked.git("add", "good.py")
    checked.git("commit", "-q", "-m", "good")
    checked.write("good.py", HIDDEN)
    checked.git("commit", "-q", "--allow-empty", "-m", "nothing staged")


@pytest.mark.parametrize("how", [("-a",), ("--", "code.py")])
def test_the_index_that_git_names_is_the_one_that_counts(
    checked: HookedRepo, how: tuple[str, ...]
) -> None:
    checked.make()
    checked.write("code.py", HIDDEN)
    assert checked.run("git", "commit", "-q", "-m", "bad", *how).returncode == 1


def test_only_the_paths_of_the_commit_count(checked: HookedRepo) -> None:
    checked.make()
    checked.change("bad.py", HIDDEN)
    checked.write("code.py", "x = 2\n")
    checked.git("commit", "-q", "-m", "code only", "--", "code.py")


def test_a_checked_tree_is_told_from_one_that_was_not(checked: HookedRepo) -> None:
    checked.make(env=AGENT)
    tree = checked.git("rev-parse", "HEAD^{tree}")[:12]
    assert f"tree {tree}: the commit hook checked it, exit code 0" in str(checked.note())
    checked.change("bad.py", HIDDEN)
    assert checked.run("git", "commit", "-q", "-m", "bad").returncode == 1
    checked.git("commit", "-q", "--no-verify", "-m", "bad", env=AGENT)
    tree = checked.git("rev-parse", "HEAD^{tree}")[:12]
    assert f"tree {tree}: the commit hook checked it, exit code 1" in str(checked.note())
    checked.change()
    checked.git("commit", "-q", "--no-verify", "-m", "not checked", env=AGENT)
    assert "unverified tree" in str(checked.note())


def test_before_the_first_commit(tmp_path: Path) -> None:
    repo = HookedRepo(tmp_path / "new")
    repo.install("pre-commit")
    repo.make()
    repo.git("update-ref", "-d", "HEAD")
    repo.change("bad.py", HIDDEN)
    assert repo.run("git", "commit", "-q", "-m", "bad").returncode == 1


def test_the_second_call_of_one_runner_is_the_answer_of_the_first(checked: HookedRepo) -> None:
    """Runners call a hook twice when the names do not fit into one command line."""
    checked.change("bad.py", HIDDEN)
    command = " ".join(f'"{word}"' for word in COMMIT)
    script = f"{command} a.py; echo first $?; {command} b.py; echo second $?"
    done = checked.run("sh", "-c", script, env={"GIT_INDEX_FILE": ".git/index"})
    text = done.stdout.decode()
    assert "first 1" in text
    assert "second 1" in text
    assert text.count("bad.py:1") == 1
    assert done.stderr.count(b"its report stands above") == 1


def twice(repo: HookedRepo, first: str, between: str, second: str) -> tuple[str, str]:
    """Call the hook two times from one process; return exit code and stdout of both."""
    command = " ".join(f'"{word}"' for word in COMMIT)
    script = f"{first.format(command)} >.git/1; echo $?; {between}; {second.format(command)} >.git/2; echo $?"
    done = repo.run("sh", "-c", script, env={"GIT_INDEX_FILE": ".git/index"})
    codes = done.stdout.decode().split()
    reports = [(repo.path / ".git" / name).read_text() for name in ("1", "2")]
    return f"{codes[0]} {reports[0]}", f"{codes[1]} {reports[1]}"


@pytest.mark.parametrize(
    ("first", "between", "second"),
    [
        ("{}", ":", "{}"),  # no names: nobody has split them
        ("{} a.py", ":", "{}"),
        ("{}", ":", "{} a.py"),
        ("{} a.py", ":", "CODEX_CI=1 {} a.py"),  # an agent's environment
        ("{} a.py", "echo 'profile: strict' >.aireview.yml", "{} a.py"),
    ],
)
def test_a_call_that_may_be_another_one_is_checked_again(
    checked: HookedRepo, first: str, between: str, second: str
) -> None:
    checked.change("bad.py", HIDDEN)
    for answer in twice(checked, first, between, second):
        assert answer.startswith("1 ")
        assert "bad.py:1" in answer


@pytest.mark.parametrize("code", ["9", "-1", "256", "true", '"0"', "null"])
def test_an_answer_that_is_no_exit_code_of_ours_is_none(checked: HookedRepo, code: str) -> None:
    checked.change("bad.py", HIDDEN)
    script = f"""sed -i 's/"code":1/"code":{code}/' .git/aireview/last-check"""
    _, answer = twice(checked, "{} a.py", script, "{} a.py")
    assert answer.startswith("1 ")
    assert "bad.py:1" in answer


@pytest.mark.parametrize(
    "between",
    [
        "git rm -q --cached bad.py",  # another tree
        "git commit -q --no-verify --allow-empty -m x && touch y && git add y",  # another HEAD
    ],
)
def test_an_answer_is_not_used_for_anything_else(checked: HookedRepo, between: str) -> None:
    checked.change("bad.py", HIDDEN)
    command = " ".join(f'"{word}"' for word in COMMIT)
    script = f"{command} >first; echo $?; {between}; {command} >second; echo $?"
    done = checked.run("sh", "-c", script, env={"GIT_INDEX_FILE": ".git/index"})
    assert done.stdout.split()[0] == b"1"
    assert done.stdout.split()[1] == b"0"


def test_two_runs_of_the_same_tree_are_two_checks(checked: HookedRepo) -> None:
    checked.change("bad.py", HIDDEN)
    for _ in range(2):
        done = checked.run(*COMMIT, env={"GIT_INDEX_FILE": ".git/index"})
        assert done.returncode == 1
        assert b"bad.py:1" in done.stdout


def test_names_of_files_that_are_not_staged_are_checked_whole(checked: HookedRepo) -> None:
    checked.change("bad.py", HIDDEN)
    checked.commit_staged("bad")
    assert checked.run(*COMMIT).returncode == 0
    done = checked.run(*COMMIT, "bad.py", ".aireview.yml")
    assert done.returncode == 1
    assert b"none of these 2 files is staged: checking them as a whole" in done.stderr


def test_names_of_staged_files_are_the_staged_change(checked: HookedRepo) -> None:
    checked.change("old.py", HIDDEN)
    checked.commit_staged("bad")
    checked.change("code.py", "x = 1\n")
    assert checked.run(*COMMIT, "code.py").returncode == 0
    assert checked.run(*COMMIT, "code.py", "old.py").returncode == 1


def test_a_file_may_be_called_like_an_option(checked: HookedRepo) -> None:
    checked.change("--help", "x = 1\n")
    done = checked.run(*COMMIT, "--", "-x.py", env={"GIT_INDEX_FILE": ".git/index"})
    assert done.returncode == 0


@pytest.mark.parametrize("entry", ["aireview", "aireview-light"])
@pytest.mark.parametrize("name", ["-h", "--help", "--no-semgrep", "--", "--bogus"])
def test_a_file_named_like_an_option_does_not_switch_the_hook_off(
    hooked: HookedRepo, name: str, entry: str
) -> None:
    [words] = [
        hook["entry"] for hook in yaml.safe_load(MANIFEST.read_text()) if hook["id"] == entry
    ]
    command = words.replace("aireview", f'"{sys.executable}" -I -m aireview', 1)
    names = "git diff --cached --name-only -z | xargs -0"
    hooked.write(".git/hooks/pre-commit", f"#!/bin/sh\n{names} {command}\n").chmod(0o755)
    before = hooked.git("rev-parse", "HEAD")
    hooked.change(name, "x = 1\n")
    hooked.change("bad.py", HIDDEN)
    done = hooked.run("git", "commit", "-q", "-m", "bad")
    assert done.returncode == 1
    assert b"bad.py:1" in done.stdout + done.stderr
    assert hooked.git("rev-parse", "HEAD") == before
    assert state(hooked)["options"] == ("semgrep" if entry == "aireview" else "no-semgrep")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--bogus"], 2, "No such option"),
        (["-x", "--", "a.py"], 2, "No such option"),
        (["a.py", "--bogus"], 2, "No such option"),
        (["--no-semgrep=1"], 2, "does not take a value"),
        (["--bogus", "--help"], 2, "No such option"),
        (["--help"], 0, "Usage: aireview hook commit"),
        (["a.py", "-h"], 0, "Usage: aireview hook commit"),
        (["--no-semgrep"], 1, "bad.py:1"),
        (["a.py", "--no-semgrep", "b.py"], 1, "bad.py:1"),
        (["--no-semgrep", "--", "-h"], 1, "bad.py:1"),
        (["--no-semgrep", "--", "--", "--help"], 1, "bad.py:1"),
        (["--no-semgrep", "-"], 1, "bad.py:1"),
        (["--no-semgrep", ""], 1, "bad.py:1"),
    ],
)
def test_options_are_read_before_the_first_double_dash_only(
    checked: HookedRepo, path: str, words: list[str], code: int, said: str
) -> None:
    checked.change("bad.py", HIDDEN)
    command = (*PATHS[path], "hook", "commit", *words)
    done = checked.run(*command, env={"GIT_INDEX_FILE": ".git/index"})
    assert done.returncode == code
    assert said in (done.stdout + done.stderr).decode()


def test_by_hand_a_file_named_like_an_option_is_checked_whole(checked: HookedRepo) -> None:
    checked.change("--help", HIDDEN)
    checked.commit_staged("bad")
    done = checked.run(*COMMIT, "--", "--help")
    assert b"none of these 1 files is staged" in done.stderr
    assert b"--help:1" in done.stdout


def test_a_range_of_a_runner(checked: HookedRepo) -> None:
    base = checked.git("rev-parse", "HEAD")
    checked.change("bad.py", HIDDEN)
    bad = checked.commit_staged("bad")
    head = checked.make()
    run = {"PRE_COMMIT_FROM_REF": base, "PRE_COMMIT_TO_REF": head}
    assert checked.run(*COMMIT, env=run).returncode == 1
    run = {"PRE_COMMIT_ORIGIN": bad, "PRE_COMMIT_SOURCE": head}
    assert checked.run(*COMMIT, env=run).returncode == 0


def test_a_broken_policy_stops_the_commit_with_its_place(checked: HookedRepo) -> None:
    checked.write(".aireview.yml", "checks: 3\n")
    checked.commit("policy")
    checked.change()
    done = checked.run("git", "commit", "-q", "-m", "x")
    assert done.returncode == 1  # git's own code for a hook that failed
    assert b".aireview.yml" in done.stderr
    assert b"hint:" in done.stderr


def test_a_git_folder_that_cannot_be_written_changes_no_verdict(checked: HookedRepo) -> None:
    checked.write(".git/aireview", "in the way")
    checked.make()
    checked.change("bad.py", HIDDEN)
    assert checked.run("git", "commit", "-q", "-m", "bad").returncode == 1


def test_state_lies_with_the_work_tree(checked: HookedRepo, tmp_path: Path) -> None:
    checked.git("worktree", "add", "-q", "-b", "side", str(tmp_path / "side"))
    side = HookedRepo(tmp_path / "side", init=False)
    side.make(env=AGENT)
    assert "the commit hook checked it" in str(side.note())
    assert not (checked.path / ".git/aireview/last-check").exists()
    assert side.git("status", "--porcelain") == ""


def test_it_costs_few_git_commands(checked: HookedRepo, git_calls: Callable[[], list[str]]) -> None:
    checked.change()
    git_calls()
    checked.run(*COMMIT, env={"GIT_INDEX_FILE": ".git/index"})
    assert len(git_calls()) <= 8
    assert state(checked)["code"] == 0
