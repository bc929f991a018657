"""The ranges of a push, from git's own stdin lines in a real `pre-push` hook."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.repo import Repo

from aireview.adapters.git.command import Git
from aireview.adapters.git.pushed import PushedHistory
from aireview.pipeline.push import PushRange, check_refs, parse


@pytest.fixture
def pushing(tmp_path: Path) -> Repo:
    """Return a repository with a remote that has one commit on main."""
    Repo(tmp_path / "remote.git", init=False).git("init", "-q", "--bare", "-b", "main")
    repo = Repo(tmp_path / "repo")
    repo.git("remote", "add", "origin", str(tmp_path / "remote.git"))
    add(repo, "first")
    repo.git("push", "-q", "origin", "main")
    hook = repo.path / ".git/hooks/pre-push"
    hook.write_text('#!/bin/sh\ncat > .git/pushed\nprintf %s "$1" > .git/pushed-to\n')
    hook.chmod(0o755)
    return repo


def add(repo: Repo, name: str) -> str:
    repo.write(f"{name}.py", f"{name} = 1\n")
    return repo.commit(name)


def push(repo: Repo, *words: str) -> tuple[list[PushRange], list[str], int]:
    """Push and return the ranges to check, what is said, and the exit code."""
    (repo.path / ".git/pushed").write_bytes(b"")
    # The remote-tracking refs move after the hook: keep what the hook saw.
    repo.git("push", "-q", "--dry-run", *words)
    refs, broken = parse((repo.path / ".git/pushed").read_bytes())
    assert broken == ()
    remote = (repo.path / ".git/pushed-to").read_text()
    ranges: list[PushRange] = []
    said: list[str] = []

    def check(step: PushRange) -> int:
        ranges.append(step)
        return 0

    history = PushedHistory(Git(str(repo.path)))
    code = check_refs(refs, history, remote, check=check, say=said.append)
    return ranges, said, code


def test_a_branch_that_moves_on(pushing: Repo) -> None:
    base = pushing.git("rev-parse", "HEAD")
    head = add(pushing, "second")
    assert push(pushing, "origin", "main")[0] == [PushRange("refs/heads/main", base, head)]


def test_a_new_branch_brings_what_no_branch_of_the_remote_has(pushing: Repo) -> None:
    base = pushing.git("rev-parse", "HEAD")
    pushing.git("checkout", "-q", "-b", "topic")
    add(pushing, "second")
    head = add(pushing, "third")
    assert push(pushing, "origin", "topic")[0] == [PushRange("refs/heads/topic", base, head)]


def test_a_new_branch_that_merged_main_again_is_measured_from_there(pushing: Repo) -> None:
    pushing.git("checkout", "-q", "-b", "topic")
    add(pushing, "second")
    pushing.git("checkout", "-q", "main")
    later = add(pushing, "main2")
    pushing.git("push", "-q", "--no-verify", "origin", "main")
    pushing.git("checkout", "-q", "topic")
    pushing.git("merge", "-q", "--no-edit", "main")
    head = pushing.git("rev-parse", "HEAD")
    assert push(pushing, "origin", "topic")[0] == [PushRange("refs/heads/topic", later, head)]


def test_every_ref_of_a_push_counts(pushing: Repo) -> None:
    base = pushing.git("rev-parse", "HEAD")
    heads = []
    for name in ("one", "two"):
        pushing.git("checkout", "-q", "-b", name, base)
        heads.append(add(pushing, name))
    ranges, _, _ = push(pushing, "origin", "one", "two")
    assert ranges == [
        PushRange("refs/heads/one", base, heads[0]),
        PushRange("refs/heads/two", base, heads[1]),
    ]


def test_the_first_push_to_an_empty_remote_is_everything(pushing: Repo, tmp_path: Path) -> None:
    Repo(tmp_path / "other.git", init=False).git("init", "-q", "--bare")
    pushing.git("remote", "add", "other", str(tmp_path / "other.git"))
    head = pushing.git("rev-parse", "HEAD")
    assert push(pushing, "other", "main")[0] == [PushRange("refs/heads/main", None, head)]


def test_a_push_to_a_path_is_measured_against_all_remotes(pushing: Repo, tmp_path: Path) -> None:
    Repo(tmp_path / "other.git", init=False).git("init", "-q", "--bare")
    base = pushing.git("rev-parse", "HEAD")
    head = add(pushing, "second")
    ranges, _, _ = push(pushing, str(tmp_path / "other.git"), "main")
    assert ranges == [PushRange("refs/heads/main", base, head)]


def test_a_rewritten_branch_is_measured_from_where_it_parts(pushing: Repo) -> None:
    base = pushing.git("rev-parse", "HEAD")
    add(pushing, "second")
    pushing.git("push", "-q", "--no-verify", "origin", "main")
    pushing.git("reset", "-q", "--hard", base)
    head = add(pushing, "other")
    assert push(pushing, "--force", "origin", "main")[0] == [
        PushRange("refs/heads/main", base, head)
    ]


def test_deleting_and_moving_back_bring_nothing(pushing: Repo) -> None:
    base = pushing.git("rev-parse", "HEAD")
    add(pushing, "second")
    pushing.git("push", "-q", "--no-verify", "origin", "main", "main:gone")
    pushing.git("reset", "-q", "--hard", base)
    ranges, said, code = push(pushing, "--force", "origin", "main", ":gone")
    assert (ranges, code) == ([], 0)
    assert sorted(said) == [
        "(delete): not checked: the ref is deleted",
        "refs/heads/main: not checked: the ref moves back; nothing new",
    ]


def test_tags_are_followed_to_their_commit(pushing: Repo) -> None:
    base = pushing.git("rev-parse", "HEAD")
    pushing.git("tag", "-a", "-m", "old", "v0")
    head = add(pushing, "second")
    pushing.git("tag", "-a", "-m", "new", "v1")
    pushing.git("tag", "blob", "HEAD:second.py")
    ranges, said, code = push(pushing, "origin", "v0", "v1", "blob")
    assert ranges == [PushRange("refs/tags/v1", base, head)]
    assert sorted(said) == [
        "refs/tags/blob: not checked: the tag is not on a commit",
        "refs/tags/v0: not checked: nothing new",
    ]
    assert code == 0


def test_what_is_pushed_may_be_any_revision(pushing: Repo) -> None:
    base = pushing.git("rev-parse", "HEAD")
    head = add(pushing, "two words")
    ranges, _, _ = push(pushing, "origin", "HEAD^{/two words}:refs/heads/new")
    assert [(r.base, r.head) for r in ranges] == [(base, head)]
