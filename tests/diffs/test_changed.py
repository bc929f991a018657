from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.diffs.changed import read_diff
from aireview.errors import IncompleteError
from aireview.model.change import FileKind, FileStatus, LineRange

A, B, C, NONE = "a" * 40, "b" * 40, "c" * 40, "0" * 40


def record(status: str, path: str, old: str = A, new: str = B, mode: str = "100644") -> bytes:
    before = "000000" if old == NONE else "100644"
    after = "000000" if new == NONE else mode
    return f":{before} {after} {old} {new} {status}\0{path}\0".encode()


def section(*hunks: str, old: str = A, new: str = B) -> bytes:
    head = f"diff --git a/x b/x\nindex {old}..{new} 100644\n"
    return (head + ("--- a/x\n+++ b/x\n" if hunks else "") + "".join(hunks)).encode()


EDIT = "@@ -1,3 +1,3 @@ def f():\n keep\n-old\n+new\n keep\n"


def test_an_edit_is_read_with_its_lines() -> None:
    (file,) = read_diff(record("M", "x.py") + b"\0" + section(EDIT))
    assert file.path == "x.py"
    assert file.status is FileStatus.MODIFIED
    assert file.kind is FileKind.FILE
    assert (file.old_blob, file.new_blob) == (A, B)
    assert (file.old_mode, file.new_mode) == (0o100644, 0o100644)
    assert file.added == (LineRange(2, 2),)
    assert file.removed == (LineRange(2, 2),)


def test_nothing_changed_is_an_empty_answer() -> None:
    assert read_diff(b"") == ()


def test_files_are_sorted_and_keep_their_own_patch() -> None:
    files = read_diff(
        record("M", "z.py") + record("A", "b.py", NONE, C) + b"\0"
        + section(EDIT) + section("@@ -0,0 +1,2 @@\n+1\n+2\n", old=NONE, new=C)
    )  # fmt: skip
    assert [(file.path, file.added) for file in files] == [
        ("b.py", (LineRange(1, 2),)),
        ("z.py", (LineRange(2, 2),)),
    ]


def test_a_rename_has_both_paths() -> None:
    (file,) = read_diff(
        record("R066", "old.py\0new.py") + b"\0"
        + b"diff --git a/old.py b/new.py\nsimilarity index 66%\nrename from old.py\n"
        + b"rename to new.py\n" + section(EDIT).split(b"\n", 1)[1]
    )  # fmt: skip
    assert (file.status, file.old_path, file.path) == (FileStatus.RENAMED, "old.py", "new.py")


def test_a_copy_has_both_paths_and_no_lines() -> None:
    (file,) = read_diff(
        record("C100", "old.py\0new.py", A, A) + b"\0"
        + b"diff --git a/old.py b/new.py\nsimilarity index 100%\ncopy from old.py\ncopy to new.py\n"
    )  # fmt: skip
    assert (file.status, file.old_path, file.added) == (FileStatus.COPIED, "old.py", ())


def test_a_type_change_owns_two_sections() -> None:
    files = read_diff(
        record("T", "x", A, B, mode="120000") + record("M", "y") + b"\0"
        + section("@@ -1,2 +0,0 @@\n-1\n-2\n", new=NONE)
        + section("@@ -0,0 +1 @@\n+target\n\\ No newline at end of file\n", old=NONE)
        + section(EDIT)
    )  # fmt: skip
    assert files[0].kind is FileKind.SYMLINK
    assert files[0].removed == (LineRange(1, 2),)
    assert files[0].added == (LineRange(1, 1),)
    assert files[1].added == (LineRange(2, 2),)


def test_content_that_looks_like_a_patch_is_content() -> None:
    hunk = "@@ -1,2 +1,6 @@\n keep\n+diff --git a/y b/y\n++++ b/y\n+@@ -1 +1 @@\n---- a/y\n+\\ No newline\n+:100644\n"
    (file,) = read_diff(record("M", "x") + b"\0" + section(hunk))
    assert file.added == (LineRange(2, 6),)
    assert file.removed == (LineRange(2, 2),)


def test_a_mode_change_alone_has_no_lines() -> None:
    (file,) = read_diff(
        record("M", "run.sh", A, A, mode="100755")
        + b"\0diff --git a/run.sh b/run.sh\nold mode 100644\nnew mode 100755\n"
    )
    assert (file.added, file.removed, file.new_mode) == ((), (), 0o100755)


@pytest.mark.parametrize(
    ("output", "said"),
    [
        (record("U", "x", NONE, NONE), "conflict"),
        (record("X", "x"), "unknown status X"),
        (record("Q", "x"), "unknown status Q"),
        (record("M", "x", mode="040000") + b"\0" + section(EDIT), "unknown mode 40000"),
        (record("M", "x"), "no patch"),
        (record("M", "x") + record("M", "y") + b"\0" + section(EDIT), "no patch"),
        (record("T", "x") + b"\0" + section(EDIT, new=NONE), "no patch"),
        (record("M", "x") + b"\0" + section(EDIT) * 2, "more files than its list"),
        (record("M", "x") + b"\0" + section(EDIT, new=C), "another file's patch"),
        (record("M", "x") + b"\0diff --git a/x b/x\n", "another file's patch"),
        (record("M", "x") + b"\0" + section(EDIT)[:-1], "cut off"),
        (record("M", "x") + b"\0" + section("@@ -1,3 +1,3 @@\n keep\n"), "shorter than it says"),
        (record("A", "x", NONE) + b"\0" + section("@@ -0,0 +1,9 @@\n+1\n", old=NONE), "cut off"),
        (record("A", "x", NONE) + b"\0" + section("@@ -0,0 +1,1 @@\n-1\n", old=NONE), "not what its header"),
        (record("M", "x") + b"\0" + section("@@ -1,3 +1,3 @@\n keep\nodd\n"), "shorter than it says"),
        (record("M", "x") + b"\0" + section("@@ -1 @@\n"), "unexpected line"),
        (record("M", "x") + b"\0" + section() + b"Binary files a/x and b/x differ\n", "unexpected"),
        (record("M", "x") + b"\0\x1b[1mdiff --git a/x b/x\x1b[m\n", "unexpected"),
        (b":100644 100644 abc def M\0x\0", "unknown record"),
        (record("M", "x")[:-1], "cut off"),
        (record("R100", "x"), "cut off"),
        (b"warning: odd\n", "unexpectedly"),
    ],
)  # fmt: skip
def test_what_does_not_add_up_is_incomplete(output: bytes, said: str) -> None:
    with pytest.raises(IncompleteError, match=said):
        read_diff(output)


@given(st.binary(max_size=200))
def test_garbage_never_passes_as_a_change(garbage: bytes) -> None:
    output = record("M", "x") + b"\0" + section(EDIT) + garbage
    if garbage.startswith(b"\\"):
        return  # a remark on the last line, as git writes it
    if not garbage:
        assert len(read_diff(output)) == 1
        return
    with pytest.raises(IncompleteError):
        read_diff(output)
