"""A plain folder, without git."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.reading import by_path, lines, reason

from aireview.adapters.folder import Folder
from aireview.errors import AireviewError, ExitCode, IncompleteError
from aireview.model.change import ChangedFile, FileStatus, Origin, SkipReason


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """Return a folder with a few files."""
    root = tmp_path / "plain"
    (root / "sub" / "deep").mkdir(parents=True)
    (root / ".git").mkdir()
    (root / ".git" / "config").write_text("x\n")
    (root / "z.py").write_text("1\n2\n")
    (root / "sub" / "a.py").write_text("1\n")
    (root / "sub" / "deep" / "caf\udce9\n.py").write_bytes(b"1")
    return root


def test_every_file_is_new_in_all_lines(plain: Path) -> None:
    change = Folder(str(plain)).change()
    assert (change.origin, change.base, change.head) == (Origin.ALL, None, None)
    assert [(file.path, lines(file.added)) for file in change.files] == [
        ("sub/a.py", [1]),
        ("sub/deep/caf\udce9\n.py", [1]),
        ("z.py", [1, 2]),
    ]
    assert {file.status for file in change.files} == {FileStatus.ADDED}
    assert {file.new_blob for file in change.files} == {None}


def test_contents_are_read(plain: Path) -> None:
    folder = Folder(str(plain))
    assert [folder.read(file) for file in folder.change().files] == [b"1\n", b"1", b"1\n2\n"]
    assert folder.base_file("z.py") == b"1\n2\n"
    assert folder.base_file("none") is None
    assert folder.base_file("z.py/none") is None
    assert folder.base_file("sub") is None
    assert list(folder.commits()) == []
    assert folder.branch() == ""


def test_a_relative_path_is_the_same_folder(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(plain / "sub")
    assert Folder("..").change() == Folder(str(plain)).change()


def test_one_file_is_a_folder_of_one(plain: Path) -> None:
    folder = Folder(str(plain / "sub" / "a.py"))
    (file,) = folder.change().files
    assert (file.path, folder.read(file)) == ("a.py", b"1\n")


def test_links_are_listed_and_not_followed(plain: Path) -> None:
    (plain / "out").symlink_to("/etc/passwd")
    (plain / "loop").symlink_to(".")
    (plain / "broken").symlink_to("nowhere")
    folder = Folder(str(plain))
    found = by_path(folder.change())
    assert {path: reason(found[path]) for path in ("out", "loop", "broken")} == {
        "out": SkipReason.SYMLINK,
        "loop": SkipReason.SYMLINK,
        "broken": SkipReason.SYMLINK,
    }
    assert not [path for path in found if path.startswith("loop/")]
    with pytest.raises(IncompleteError):
        folder.read(found["out"])
    assert folder.base_file("out") is None


def test_a_pipe_is_not_waited_for(plain: Path) -> None:
    os.mkfifo(plain / "pipe.py")
    assert reason(by_path(Folder(str(plain)).change())["pipe.py"]) is SkipReason.EXCLUDED


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_cannot_be_read_is_listed(plain: Path) -> None:
    (plain / "z.py").chmod(0)
    (plain / "sub" / "deep").chmod(0)
    try:
        found = by_path(Folder(str(plain)).change())
    finally:
        (plain / "sub" / "deep").chmod(0o755)
    assert reason(found["z.py"]) is SkipReason.UNREADABLE
    assert reason(found["sub/deep"]) is SkipReason.UNREADABLE


def test_a_file_that_vanished_is_incomplete(plain: Path) -> None:
    with pytest.raises(IncompleteError, match=r"none\.py cannot be read"):
        Folder(str(plain)).read(ChangedFile(path="none.py", status=FileStatus.ADDED))


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    change = Folder(str(tmp_path)).change()
    assert (change.files, change.notices) == ((), ("the folder holds no file",))


def test_a_folder_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(AireviewError, match="does not exist") as caught:
        Folder(str(tmp_path / "none"))
    assert caught.value.exit_code is ExitCode.USAGE
