"""Objects that are missing, corrupt or monstrous: listed, never dropped, never a pass."""

from __future__ import annotations

from hashlib import sha256

import pytest
from support.reading import by_path, gitlink, lines, loose, ranged, reason, staged
from support.repo import Repo

from aireview.adapters.git.command import Git
from aireview.adapters.git.staged import StagedChange
from aireview.errors import IncompleteError
from aireview.model.change import ChangedFile, FileStatus, SkipReason

TEN = "".join(f"line {number}\n" for number in range(1, 11))


@pytest.fixture
def edited(repo: Repo) -> Repo:
    """Return a repository with an edit, a new file, a rename and a submodule staged."""
    repo.write("a.py", TEN)
    repo.write("old.py", TEN + "other\n")
    repo.commit()
    repo.write("a.py", TEN.replace("line 3", "three"))
    repo.write("b.py", "b\n")
    repo.git("mv", "old.py", "new.py")
    repo.git("add", "-A")
    gitlink(repo, "vendor", "1234567890" * 4)
    return repo


def damage(repo: Repo, name: str, how: str) -> None:
    file = loose(repo, name)
    content = file.read_bytes()
    file.unlink()
    if how != "missing":
        file.write_bytes(content[: len(content) // 2] if how == "cut" else b"no zlib stream")


@pytest.mark.parametrize("how", ["missing", "cut", "garbage"])
def test_an_unreadable_new_version_is_listed(edited: Repo, how: str) -> None:
    damage(edited, edited.git("rev-parse", ":b.py"), how)
    found = by_path(staged(edited))
    assert reason(found["b.py"]) is SkipReason.UNREADABLE
    assert found["b.py"].skip is not None
    assert edited.git("rev-parse", ":b.py") in found["b.py"].skip.detail
    assert lines(found["a.py"].added) == [3]
    assert found["a.py"].skip is None
    assert reason(found["vendor"]) is SkipReason.SUBMODULE
    with pytest.raises(IncompleteError):
        StagedChange(Git(str(edited.path))).read(found["b.py"])


@pytest.mark.parametrize("how", ["missing", "cut", "garbage"])
def test_an_unreadable_old_version_is_listed(edited: Repo, how: str) -> None:
    damage(edited, edited.git("rev-parse", "HEAD:a.py"), how)
    found = by_path(staged(edited))
    assert reason(found["a.py"]) is SkipReason.UNREADABLE
    assert lines(found["b.py"].added) == [1]


def test_a_rename_of_an_unreadable_file_is_listed(edited: Repo) -> None:
    damage(edited, edited.git("rev-parse", ":new.py"), "garbage")
    found = by_path(staged(edited))
    assert reason(found["new.py"]) is SkipReason.UNREADABLE
    assert "a.py" in found


def test_every_other_file_is_still_read_when_many_are_not(repo: Repo) -> None:
    repo.commit()
    for number in range(90):
        repo.write(f"bad{number}.py", f"bad {number}\n")
    repo.write("a/good.py", "good\n")
    repo.git("add", "-A")
    for number in range(90):
        damage(repo, repo.git("rev-parse", f":bad{number}.py"), "garbage")
    found = by_path(staged(repo))
    assert len(found) == 91
    assert lines(found["a/good.py"].added) == [1]
    assert {reason(file) for path, file in found.items() if path.startswith("bad")} == {
        SkipReason.UNREADABLE
    }


def test_objects_that_end_git_do_not_end_the_reading(repo: Repo) -> None:
    repo.commit()
    noise = "".join(sha256(str(number).encode()).hexdigest() + "\n" for number in range(5_000))
    for name in ("bad0.py", "bad1.py", "bad2.py", "good.py", "zgood.py"):
        repo.write(name, f"{name}\n{noise}")
    repo.git("add", "-A")
    for number in range(3):
        damage(repo, repo.git("rev-parse", f":bad{number}.py"), "cut")
        (repo.path / f"bad{number}.py").unlink()
    reader = StagedChange(Git(str(repo.path)))
    found = by_path(reader.change())
    assert {path: reason(file) for path, file in found.items()} == {
        **{f"bad{number}.py": SkipReason.UNREADABLE for number in range(3)},
        "good.py": None,
        "zgood.py": None,
    }
    assert found["bad0.py"].skip is not None
    assert "cannot read the object" in found["bad0.py"].skip.detail
    assert found["zgood.py"].added[0].end == 5_001
    assert reader.read(found["zgood.py"]) == f"zgood.py\n{noise}".encode()


def test_a_missing_folder_of_the_head_is_incomplete(edited: Repo) -> None:
    damage(edited, edited.git("rev-parse", "HEAD^{tree}"), "missing")
    with pytest.raises(IncompleteError):
        staged(edited)
    with pytest.raises(IncompleteError):
        StagedChange(Git(str(edited.path))).base_file("a.py")


def test_a_missing_base_file_is_not_the_same_as_none(edited: Repo) -> None:
    damage(edited, edited.git("rev-parse", "HEAD:a.py"), "missing")
    reader = StagedChange(Git(str(edited.path)))
    with pytest.raises(IncompleteError, match=r"a\.py of the base is missing"):
        reader.base_file("a.py")
    assert reader.base_file("none.py") is None


def test_a_missing_head_commit_is_incomplete(edited: Repo) -> None:
    damage(edited, edited.git("rev-parse", "HEAD"), "missing")
    with pytest.raises(IncompleteError):
        staged(edited)


def test_a_missing_commit_of_a_range_is_no_pass(edited: Repo) -> None:
    edited.commit_staged()
    damage(edited, edited.git("rev-parse", "HEAD~1"), "garbage")
    with pytest.raises(IncompleteError):
        ranged(edited, "HEAD")


def test_a_branch_that_points_nowhere_hides_nothing(edited: Repo) -> None:
    (edited.path / ".git" / "refs" / "heads" / "main").write_text("no commit\n")
    try:
        found = set(by_path(staged(edited)))
    except IncompleteError:
        return
    assert {"a.py", "b.py"} <= found


def test_a_file_of_no_known_content_cannot_be_read(repo: Repo) -> None:
    repo.commit()
    made_up = ChangedFile(path="a.py", status=FileStatus.ADDED, new_blob="1" * 40)
    with pytest.raises(IncompleteError, match="missing"):
        StagedChange(Git(str(repo.path))).read(made_up)
