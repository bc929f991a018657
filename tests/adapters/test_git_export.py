"""Files of a commit, written outside of the repository."""

from __future__ import annotations

from pathlib import Path

from support.repo import Repo

from aireview.adapters.git.command import Git
from aireview.adapters.git.export import export_path


def test_a_file_is_as_the_commit_has_it(repo: Repo, tmp_path: Path) -> None:
    repo.write("data/all.zip", b"old")
    base = repo.commit()
    repo.write("data/all.zip", b"new")
    repo.commit()
    found = export_path(Git(str(repo.path)), base, "data/all.zip", str(tmp_path / "out"))
    assert found is not None
    assert Path(found).read_bytes() == b"old"


def test_a_folder_keeps_the_names_of_its_files(repo: Repo, tmp_path: Path) -> None:
    repo.write("data/pypi.snapshot", b"1")
    repo.write("data/below/pypi.snapshot", b"2")
    (repo.path / "data/link.snapshot").symlink_to("/etc/passwd")
    base = repo.commit()
    found = export_path(Git(str(repo.path)), base, "data", str(tmp_path / "out"))
    assert found is not None
    contents = {path.name: path.read_bytes() for path in Path(found).iterdir()}
    assert sorted(contents.values()) == [b"1", b"2"]
    assert "pypi.snapshot" in contents


def test_a_path_that_the_commit_has_not(repo: Repo, tmp_path: Path) -> None:
    repo.write("data.txt", b"1")
    base = repo.commit()
    git = Git(str(repo.path))
    assert export_path(git, base, "data", str(tmp_path / "out")) is None
