"""A whole work tree, as it lies on the disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.reading import by_path, gitlink, lines, reason
from support.repo import Repo

from aireview.adapters.git.command import Git
from aireview.adapters.git.worktree import WorkTree
from aireview.errors import AireviewError, ExitCode, IncompleteError
from aireview.model.change import Change, FileKind, FileStatus, Origin, Skip, SkipReason


def everything(repo: Repo, *paths: str, below: str = ".") -> Change:
    return WorkTree(Git(str(repo.path / below)), paths).change()


@pytest.fixture
def mixed(repo: Repo) -> Repo:
    """Return a repository with committed, edited, staged, untracked and ignored files."""
    repo.write(".gitignore", "*.log\nbuild/\n")
    repo.write("a.py", "1\n2\n")
    repo.write("sub/b.py", "1\n")
    repo.commit()
    repo.write("a.py", "1\n2\n3")
    repo.write("new.py", "1\n")
    repo.write("x.log", "1\n")
    repo.write("build/c.py", "1\n")
    return repo


def test_every_file_that_git_does_not_ignore_is_new_in_all_lines(mixed: Repo) -> None:
    change = everything(mixed)
    assert (change.origin, change.base, change.head) == (Origin.ALL, None, None)
    found = by_path(change)
    assert {path: lines(file.added) for path, file in found.items()} == {
        ".gitignore": [1, 2],
        "a.py": [1, 2, 3],
        "new.py": [1],
        "sub/b.py": [1],
    }
    assert {file.status for file in found.values()} == {FileStatus.ADDED}
    assert list(found) == sorted(found)


def test_contents_come_from_the_disk(mixed: Repo) -> None:
    reader = WorkTree(Git(str(mixed.path)))
    assert reader.read(by_path(reader.change())["a.py"]) == b"1\n2\n3"
    assert reader.base_file("a.py") == b"1\n2\n3"
    assert reader.base_file("none.py") is None
    assert reader.base_file("sub") is None
    assert reader.branch() == "main"
    assert list(reader.commits()) == []


def test_a_subdirectory_sees_the_whole_repository(mixed: Repo) -> None:
    assert everything(mixed, below="sub") == everything(mixed)


@pytest.mark.parametrize(
    ("below", "path", "expected"),
    [
        (".", "sub", {"sub/b.py"}),
        (".", "sub/b.py", {"sub/b.py"}),
        ("sub", ".", {"sub/b.py"}),
        ("sub", "b.py", {"sub/b.py"}),
        ("sub", "../a.py", {"a.py"}),
        (".", ".", {".gitignore", "a.py", "new.py", "sub/b.py"}),
    ],
)
def test_paths_narrow_it_down(mixed: Repo, below: str, path: str, expected: set[str]) -> None:
    assert set(by_path(everything(mixed, path, below=below))) == expected
    absolute = str(mixed.path / below / path)
    assert set(by_path(everything(mixed, absolute, below=below))) == expected


def test_a_path_is_no_pattern(mixed: Repo) -> None:
    mixed.write("*.py", "1\n")
    mixed.write(":(top)", "1\n")
    assert set(by_path(everything(mixed, "*.py"))) == {"*.py"}
    assert set(by_path(everything(mixed, ":(top)"))) == {":(top)"}


def test_a_path_that_is_not_there_is_a_usage_error(mixed: Repo) -> None:
    with pytest.raises(AireviewError, match=r"none\.py does not exist") as caught:
        everything(mixed, "none.py")
    assert caught.value.exit_code is ExitCode.USAGE


def test_a_path_outside_is_a_usage_error(mixed: Repo, tmp_path: Path) -> None:
    (tmp_path / "out.py").write_text("x\n")
    with pytest.raises(AireviewError, match="outside this repository") as caught:
        everything(mixed, str(tmp_path / "out.py"))
    assert caught.value.exit_code is ExitCode.USAGE


def test_an_ignored_path_is_told(mixed: Repo) -> None:
    change = everything(mixed, "build")
    assert change.files == ()
    assert change.notices == ("there is no file that git does not ignore",)


def test_what_was_deleted_is_listed(mixed: Repo) -> None:
    (mixed.path / "a.py").unlink()
    file = by_path(everything(mixed))["a.py"]
    assert (file.status, reason(file)) == (FileStatus.DELETED, SkipReason.DELETED)


def test_links_are_not_followed(mixed: Repo, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "b.py").write_text("x\n")
    (mixed.path / "out").symlink_to("../secret/b.py")
    (mixed.path / "in").symlink_to("a.py")
    (mixed.path / "sub" / "b.py").unlink()
    (mixed.path / "sub").rmdir()
    (mixed.path / "sub").symlink_to(tmp_path / "secret")
    reader = WorkTree(Git(str(mixed.path)))
    found = by_path(reader.change())
    for path, detail in (("out", "points outside"), ("in", ""), ("sub", "points outside")):
        assert found[path].skip == Skip(SkipReason.SYMLINK, detail)
    assert reason(found["sub/b.py"]) is SkipReason.SYMLINK
    for path in ("out", "sub/b.py"):
        with pytest.raises(IncompleteError):
            reader.read(found[path])


def test_other_repositories_are_not_entered(mixed: Repo) -> None:
    gitlink(mixed, "vendor", "1234567890" * 4)
    (mixed.path / "vendor").mkdir()
    nested = Repo(mixed.path / "nested")
    nested.write("n.py", "x\n")
    nested.commit()
    found = by_path(everything(mixed))
    for path in ("vendor", "nested"):
        assert (found[path].kind, reason(found[path])) == (FileKind.SUBMODULE, SkipReason.SUBMODULE)


def test_a_sparse_checkout_says_what_it_left_out(mixed: Repo) -> None:
    mixed.commit()
    mixed.git("sparse-checkout", "set", "--cone")
    change = everything(mixed)
    assert reason(by_path(change)["sub/b.py"]) is SkipReason.EXCLUDED
    assert change.notices == ("1 files outside the sparse checkout were not read",)


def test_odd_files_are_told_apart(mixed: Repo) -> None:
    mixed.write("nul.py", b"\0")
    mixed.write("huge.js", b"x\n" * 600_000)
    mixed.write("empty.py", b"")
    found = by_path(everything(mixed))
    assert reason(found["nul.py"]) is SkipReason.NOT_TEXT
    assert reason(found["huge.js"]) is SkipReason.TOO_LARGE
    assert found["huge.js"].size == 1_200_000
    assert (found["empty.py"].added, found["empty.py"].skip) == ((), None)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_listed(mixed: Repo) -> None:
    (mixed.path / "a.py").chmod(0)
    assert reason(by_path(everything(mixed))["a.py"]) is SkipReason.UNREADABLE


def test_a_conflict_is_read_as_it_lies_there(mixed: Repo) -> None:
    mixed.commit()
    mixed.git("checkout", "-q", "-b", "side", "HEAD~1")
    mixed.write("a.py", "other\n")
    mixed.commit()
    mixed.run("git", "merge", "-q", "main")
    assert "a.py" in by_path(everything(mixed))


def test_an_unborn_head_is_no_obstacle(repo: Repo) -> None:
    repo.write("a.py", "x\n")
    assert set(by_path(everything(repo))) == {"a.py"}
    assert WorkTree(Git(str(repo.path))).branch() == "main"


def test_a_bare_repository_has_no_work_tree(tmp_path: Path) -> None:
    repo = Repo(tmp_path, init=False)
    repo.git("init", "-q", "--bare")
    with pytest.raises(AireviewError, match="no work tree"):
        everything(repo)
