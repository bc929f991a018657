from __future__ import annotations

from support.repo import Repo

from aireview.adapters.git.command import Git
from aireview.adapters.git.evidence import branch_reader, file_reader


def test_files_of_commits_are_read(repo: Repo) -> None:
    repo.write("dir/a b.py", "one\n")
    first = repo.commit()
    repo.write("dir/a b.py", "two\n")
    second = repo.commit()
    read = file_reader(Git(str(repo.path)))
    assert [read(sha, "dir/a b.py") for sha in (first, second)] == [b"one\n", b"two\n"]
    assert read(first, "gone") is None
    assert read(first, "dir") is None
    assert read("f" * 40, "dir/a b.py") is None


def test_the_first_branch_that_has_a_file_answers(repo: Repo) -> None:
    repo.write("x", "old\n")
    repo.commit()
    repo.git("branch", "old")
    repo.git("checkout", "-q", "-b", "new")
    repo.write("y", "new\n")
    repo.commit()
    git = Git(str(repo.path))
    read = branch_reader(git, ("refs/heads/none", "refs/heads/old", "refs/heads/new"))
    assert [read(name) for name in ("x", "y", "z")] == [b"old\n", b"new\n", None]


def test_an_object_that_is_gone_reads_as_nothing(repo: Repo) -> None:
    repo.write("x", "text\n")
    sha = repo.commit()
    blob = repo.git("rev-parse", f"{sha}:x")
    (repo.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    assert file_reader(Git(str(repo.path)))(sha, "x") is None
