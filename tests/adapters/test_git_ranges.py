"""A range of commits, or one, as a pull request would show it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.reading import by_path, lines, only, ranged, reason
from support.repo import Repo

from aireview.adapters.git.command import Git
from aireview.adapters.git.ranges import RangeChange
from aireview.errors import AireviewError, ExitCode, IncompleteError
from aireview.model.change import FileStatus, Origin, SkipReason


@pytest.fixture
def forked(repo: Repo) -> Repo:
    """Return a repository whose branches `main` and `side` both moved on from the tag `fork`."""
    repo.write("a.py", "1\n2\n3\n")
    repo.commit()
    repo.git("tag", "-a", "-m", "x", "fork")
    repo.git("checkout", "-q", "-b", "side")
    repo.write("side.py", "x\n")
    repo.commit()
    repo.write("side.py", "x\ny\n")
    repo.commit()
    repo.git("checkout", "-q", "main")
    repo.write("main.py", "x\n")
    repo.commit()
    return repo


@pytest.mark.parametrize("text", ["main..side", "main...side", " main..side "])
def test_a_range_is_what_the_pull_request_shows(forked: Repo, text: str) -> None:
    change = ranged(forked, text)
    assert change.origin is Origin.RANGE
    assert change.base == forked.git("rev-parse", "fork^{commit}")
    assert change.head == forked.git("rev-parse", "side")
    assert {path: lines(file.added) for path, file in by_path(change).items()} == {
        "side.py": [1, 2]
    }


@pytest.mark.parametrize(("text", "path"), [("side..", "main.py"), ("..side", "side.py")])
def test_an_open_side_is_head(forked: Repo, text: str, path: str) -> None:
    assert only(ranged(forked, text)).path == path


def test_the_base_of_a_file_is_the_merge_base(forked: Repo) -> None:
    reader = RangeChange(Git(str(forked.path)), "main..side")
    assert reader.base_file("a.py") == b"1\n2\n3\n"
    assert reader.base_file("main.py") is None
    assert reader.base_file("side.py") is None
    assert reader.branch() == ""


def test_a_branch_may_have_an_odd_name(forked: Repo) -> None:
    forked.git("branch", b"caf\xe9/\xc3\xbc", "side")
    assert only(ranged(forked, "main..caf\udce9/\u00fc")).path == "side.py"


def test_the_commits_of_a_range_are_those_that_the_base_lacks(forked: Repo) -> None:
    def commits(text: str) -> list[str]:
        return [commit.sha for commit in RangeChange(Git(str(forked.path)), text).commits()]

    side = forked.git("rev-list", "side").split()
    assert commits("main..side") == side[:2]
    assert commits("side") == side[:1]
    assert commits("fork") == side[2:]


def test_contents_are_those_of_the_head(forked: Repo) -> None:
    reader = RangeChange(Git(str(forked.path)), "main..side")
    forked.write("side.py", "on the disk\n")
    assert reader.read(only(reader.change())) == b"x\ny\n"


def test_a_single_commit_is_read_against_its_parent(forked: Repo) -> None:
    change = ranged(forked, "side")
    assert change.base == forked.git("rev-parse", "side~1")
    assert lines(only(change).added) == [2]


def test_a_root_commit_is_read_against_nothing(forked: Repo) -> None:
    change = ranged(forked, "fork")
    assert change.base is None
    assert (only(change).status, lines(only(change).added)) == (FileStatus.ADDED, [1, 2, 3])
    assert RangeChange(Git(str(forked.path)), "fork").base_file("a.py") is None


def test_a_root_commit_of_a_sha256_repository_too(tmp_path: Path) -> None:
    repo = Repo(tmp_path, init=False)
    repo.git("init", "-q", "-b", "main", "--object-format=sha256")
    repo.write("a.py", "x\n")
    repo.commit()
    assert only(ranged(repo, "HEAD")).path == "a.py"


def test_a_merge_commit_is_read_against_its_first_parent(forked: Repo) -> None:
    forked.git("merge", "-q", "--no-edit", "side")
    assert only(ranged(forked, "HEAD")).path == "side.py"
    assert set(by_path(ranged(forked, "fork..HEAD"))) == {"side.py", "main.py"}


def test_a_rewritten_branch_is_read_from_where_it_left(forked: Repo) -> None:
    old = forked.git("rev-parse", "side")
    forked.git("checkout", "-q", "side")
    forked.git("reset", "-q", "--hard", "fork")
    forked.write("again.py", "x\n")
    forked.commit()
    assert only(ranged(forked, f"{old}..side")).path == "again.py"


def test_a_range_without_a_difference_says_so(forked: Repo) -> None:
    change = ranged(forked, "main..main")
    assert (change.files, change.notices) == ((), ("the range changes no file",))


def test_a_bare_repository_has_ranges(forked: Repo, tmp_path: Path) -> None:
    bare = Repo(tmp_path / "bare", init=False)
    bare.git("clone", "-q", "--bare", str(forked.path), ".")
    assert only(ranged(bare, "main..side")).path == "side.py"


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "-p", "--output=x", "--output=x..HEAD", "HEAD..--output=x", "HEAD..-p", "a..b..c",
        "a....b", "HEAD\0", "HEAD\nx", "a\nb..HEAD", "\x1b[0m",
    ],
)  # fmt: skip
def test_what_is_no_range_is_refused(forked: Repo, text: str) -> None:
    with pytest.raises(AireviewError, match="is no range of commits") as caught:
        ranged(forked, text)
    assert caught.value.exit_code is ExitCode.USAGE
    assert "BASE..HEAD" in caught.value.hint
    assert not (forked.path / "x").exists()


@pytest.mark.parametrize(
    "text", ["none", "none..HEAD", "HEAD..none", "main side", "HEAD:a.py", "^HEAD"]
)
def test_an_unknown_revision_is_a_usage_error(forked: Repo, text: str) -> None:
    with pytest.raises(AireviewError, match="unknown revision") as caught:
        ranged(forked, text)
    assert caught.value.exit_code is ExitCode.USAGE
    assert caught.value.hint


def test_the_null_commit_of_a_new_branch_is_explained(forked: Repo) -> None:
    with pytest.raises(AireviewError, match="this push created the branch"):
        ranged(forked, f"{'0' * 40}..HEAD")


def test_histories_without_a_common_commit_are_refused(forked: Repo) -> None:
    forked.git("checkout", "-q", "--orphan", "other")
    forked.commit()
    with pytest.raises(AireviewError, match="no common commit"):
        ranged(forked, "main..other")


def test_an_unborn_head_is_an_unknown_revision(repo: Repo) -> None:
    with pytest.raises(AireviewError, match="unknown revision HEAD"):
        ranged(repo, "HEAD")


def test_outside_a_repository_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(AireviewError, match="not a git repository") as caught:
        ranged(Repo(tmp_path, init=False), "a..b")
    assert caught.value.exit_code is ExitCode.USAGE


def test_another_owner_is_a_usage_error(forked: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(AireviewError, match="does not trust the owner"):
        ranged(forked, "main..side")


@pytest.mark.parametrize("text", ["HEAD", "HEAD~1..HEAD", "origin/side..HEAD"])
def test_a_shallow_clone_asks_for_its_history(forked: Repo, tmp_path: Path, text: str) -> None:
    shallow = Repo(tmp_path / "shallow", init=False)
    shallow.git(
        "clone", "-q", "--depth=1", "--no-single-branch", "--no-tags", f"file://{forked.path}", "."
    )
    with pytest.raises(AireviewError) as caught:
        ranged(shallow, text)
    assert caught.value.exit_code is ExitCode.USAGE
    assert "fetch-depth: 0" in caught.value.hint
    assert "git fetch --unshallow" in caught.value.hint


def test_a_partial_clone_fetches_nothing_and_says_what_is_missing(
    forked: Repo, tmp_path: Path
) -> None:
    forked.git("config", "uploadpack.allowFilter", "true")
    partial = Repo(tmp_path / "partial", init=False)
    partial.git("clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{forked.path}", ".")
    before = sorted((partial.path / ".git" / "objects").rglob("*"))
    change = ranged(partial, "origin/main..origin/side")
    file = only(change)
    assert (file.path, reason(file)) == ("side.py", SkipReason.UNREADABLE)
    assert change.notices
    reader = RangeChange(Git(str(partial.path)), "origin/main..origin/side")
    with pytest.raises(IncompleteError):
        reader.read(file)
    with pytest.raises(IncompleteError):
        reader.base_file("a.py")
    assert reader.base_file("none.py") is None
    assert sorted((partial.path / ".git" / "objects").rglob("*")) == before
