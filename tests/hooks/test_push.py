"""`aireview hook push` in a real pre-push hook, and called as hook runners call it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support.hooked import HookedRepo
from support.repo import Repo

HIDDEN = 'name = "a\u202eb"\n'
PUSH = (sys.executable, "-I", "-m", "aireview", "hook", "push", "--no-semgrep")


@pytest.fixture
def pushing(hooked: HookedRepo, tmp_path: Path) -> HookedRepo:
    """Return a repository with a remote and a pre-push hook."""
    Repo(tmp_path / "remote.git", init=False).git("init", "-q", "--bare", "-b", "main")
    hooked.git("remote", "add", "origin", str(tmp_path / "remote.git"))
    hooked.git("push", "-q", "origin", "main")
    hooked.install("pre-push")
    return hooked


def branch(repo: HookedRepo, name: str, text: str) -> None:
    repo.git("checkout", "-q", "-b", name, "main")
    repo.change(f"{name}.py", text)
    repo.commit_staged(name)


def test_the_second_ref_of_a_push_is_checked_too(pushing: HookedRepo) -> None:
    branch(pushing, "good", "x = 1\n")
    branch(pushing, "bad", HIDDEN)
    done = pushing.run("git", "push", "-q", "origin", "good", "bad")
    assert done.returncode == 1
    assert b"bad.py:1" in done.stdout + done.stderr
    assert b"refs/heads/bad: the report above" in done.stderr
    assert pushing.git("ls-remote", "origin", "good", "bad") == ""
    pushing.git("push", "-q", "origin", "good")
    assert pushing.run("git", "push", "-q", "--no-verify", "origin", "bad").returncode == 0


def test_deleting_is_no_business_of_ours(pushing: HookedRepo) -> None:
    branch(pushing, "good", "x = 1\n")
    pushing.git("push", "-q", "origin", "good")
    done = pushing.run("git", "push", "-q", "origin", ":good")
    assert done.returncode == 0
    assert b"refs/heads/good" in done.stderr or b"(delete)" in done.stderr


def test_the_first_push_of_all(pushing: HookedRepo, tmp_path: Path) -> None:
    Repo(tmp_path / "other.git", init=False).git("init", "-q", "--bare")
    pushing.change("bad.py", HIDDEN)
    pushing.commit_staged("bad")
    pushing.make("later, on top")
    pushing.git("remote", "add", "other", str(tmp_path / "other.git"))
    assert pushing.run("git", "push", "-q", "other", "main").returncode == 1


def test_a_runner_that_hands_over_one_ref(pushing: HookedRepo) -> None:
    base = pushing.git("rev-parse", "HEAD")
    branch(pushing, "bad", HIDDEN)
    handed = {
        "PRE_COMMIT_FROM_REF": base,
        "PRE_COMMIT_TO_REF": pushing.git("rev-parse", "HEAD"),
        "PRE_COMMIT_LOCAL_BRANCH": "refs/heads/bad",
        "PRE_COMMIT_REMOTE_NAME": "origin",
    }
    done = pushing.run(*PUSH, env=handed)
    assert done.returncode == 1
    assert b"hands over only the first ref" in done.stderr


@pytest.mark.parametrize(
    "handed",
    [
        {"PRE_COMMIT_LOCAL_BRANCH": "refs/heads/bad", "PRE_COMMIT_REMOTE_NAME": "origin"},
        {"PRE_COMMIT_TO_REF": "bad", "PRE_COMMIT_REMOTE_NAME": "origin"},
    ],
)
def test_a_runner_that_hands_over_no_base(pushing: HookedRepo, handed: dict[str, str]) -> None:
    branch(pushing, "bad", HIDDEN)
    assert pushing.run(*PUSH, env=handed).returncode == 1
    pushing.git("push", "-q", "--no-verify", "origin", "bad")
    assert pushing.run(*PUSH, env=handed).returncode == 0


def test_lines_that_make_no_sense_fail_and_stop_nothing(pushing: HookedRepo) -> None:
    base = pushing.git("rev-parse", "HEAD")
    branch(pushing, "bad", HIDDEN)
    head = pushing.git("rev-parse", "HEAD")
    missing = "1" * 40
    lines = f"what\nrefs/heads/x {missing} refs/heads/x {base}\nrefs/heads/bad {head} x {base}\n"
    done = pushing.run(*PUSH, "origin", "url", stdin=lines.encode())
    assert done.returncode == 2
    assert b"not a line of git's pre-push: what" in done.stderr
    assert b"which is not a commit here" in done.stderr
    assert b"bad.py:1" in done.stdout


def test_nothing_to_push_is_said(pushing: HookedRepo) -> None:
    done = pushing.run(*PUSH, "origin", "url")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"nothing is pushed, so nothing was checked" in done.stderr
