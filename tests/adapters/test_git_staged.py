"""What a hook sees of the index, case by case, with real git."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support.reading import by_path, gitlink, lines, only, reason, staged
from support.repo import Repo

from aireview.adapters.git.command import Git
from aireview.adapters.git.staged import StagedChange
from aireview.errors import AireviewError, ExitCode, IncompleteError
from aireview.model.change import ChangedFile, FileKind, FileStatus, Origin, SkipReason

TEN = "".join(f"line {number}\n" for number in range(1, 11))
COMMIT = "1234567890" * 4


def source(repo: Repo) -> StagedChange:
    return StagedChange(Git(str(repo.path)))


def test_the_first_commit_has_no_base(repo: Repo) -> None:
    repo.write("a.py", "x = 1\ny = 2\n")
    repo.git("add", "a.py")
    change = staged(repo)
    assert change.origin is Origin.STAGED
    assert (change.base, change.head) == (None, None)
    assert lines(only(change).added) == [1, 2]
    assert source(repo).base_file("a.py") is None
    assert source(repo).branch() == "main"


def test_only_what_is_staged_counts(repo: Repo) -> None:
    repo.write("a.py", TEN)
    repo.commit()
    repo.write("a.py", TEN.replace("line 2", "staged"))
    repo.git("add", "a.py")
    repo.write("a.py", TEN.replace("line 2", "staged").replace("line 9", "not staged"))
    file = only(staged(repo))
    assert lines(file.added) == lines(file.removed) == [2]
    assert source(repo).read(file) == TEN.replace("line 2", "staged").encode()


def test_the_base_is_head(repo: Repo) -> None:
    repo.write("deep/er/a.py", "old\n")
    head = repo.commit()
    repo.write("deep/er/a.py", "new\n")
    repo.git("add", "-A")
    reader = source(repo)
    assert reader.change().base == head
    assert reader.base_file("deep/er/a.py") == b"old\n"
    assert reader.base_file("deep/er/none.py") is None
    assert reader.base_file("deep/er") is None
    assert reader.base_file("deep/er/a.py/x") is None
    assert list(reader.commits()) == []


def test_a_staged_file_that_vanished_from_the_disk_is_still_read(repo: Repo) -> None:
    repo.write("a.py", "x\n")
    repo.git("add", "a.py")
    (repo.path / "a.py").unlink()
    assert source(repo).read(only(staged(repo))) == b"x\n"


def test_an_intent_to_add_is_not_part_of_the_change(repo: Repo) -> None:
    repo.write("a.py", "x\n")
    repo.commit()
    repo.write("later.py", "x\n")
    repo.git("add", "-N", "later.py")
    assert staged(repo).files == ()


@pytest.mark.parametrize("born", [True, False])
def test_nothing_staged_is_said(repo: Repo, *, born: bool) -> None:
    if born:
        repo.commit()
    change = staged(repo)
    assert change.files == ()
    assert change.notices == ("nothing is staged",)


def test_a_deletion_is_listed_with_its_lines(repo: Repo) -> None:
    repo.write("guard.py", TEN)
    repo.commit()
    repo.git("rm", "-q", "guard.py")
    file = only(staged(repo))
    assert (file.status, reason(file)) == (FileStatus.DELETED, SkipReason.DELETED)
    assert file.removed[0].end == 10
    assert (file.kind, file.new_blob) == (FileKind.FILE, None)
    with pytest.raises(IncompleteError, match="no content"):
        source(repo).read(file)


def test_a_rename_with_an_edit_shows_the_edit_alone(repo: Repo) -> None:
    repo.write("old.py", TEN)
    repo.commit()
    repo.git("mv", "old.py", "new.py")
    repo.write("new.py", TEN + "more\n")
    repo.git("add", "-A")
    file = only(staged(repo))
    assert (file.status, file.old_path, file.path) == (FileStatus.RENAMED, "old.py", "new.py")
    assert lines(file.added) == [11]
    assert file.removed == ()


def test_a_pure_rename_has_no_lines_and_is_read(repo: Repo) -> None:
    repo.write("old.py", TEN)
    repo.commit()
    repo.git("mv", "old.py", "new.py")
    file = only(staged(repo))
    assert (file.added, file.removed, file.skip) == ((), (), None)
    assert file.size == len(TEN)


def test_a_copy_is_new_in_all_its_lines(repo: Repo) -> None:
    repo.write("a.py", TEN)
    repo.commit()
    repo.write("b.py", TEN)
    repo.write("a.py", TEN + "x\n")
    repo.git("add", "-A")
    assert lines(by_path(staged(repo))["b.py"].added) == list(range(1, 11))


def test_a_mode_change_has_no_lines_and_is_read(repo: Repo) -> None:
    repo.write("run.sh", "echo\n")
    repo.commit()
    repo.git("update-index", "--chmod=+x", "run.sh")
    file = only(staged(repo))
    assert (file.old_mode, file.new_mode) == (0o100644, 0o100755)
    assert (file.status, file.added, file.skip) == (FileStatus.MODIFIED, (), None)


def test_empty_files_are_listed(repo: Repo) -> None:
    repo.write("full.py", "x\n")
    repo.commit()
    repo.write("full.py", "")
    repo.write("empty.py", "")
    repo.git("add", "-A")
    found = by_path(staged(repo))
    assert (found["empty.py"].added, found["empty.py"].skip) == ((), None)
    assert lines(found["full.py"].removed) == [1]


def test_links_are_not_followed(repo: Repo) -> None:
    repo.write("a.py", "x\n")
    (repo.path / "sub").mkdir()
    for name, target in (("in", "../a.py"), ("out", "../../secret"), ("abs", "/etc/passwd")):
        (repo.path / "sub" / name).symlink_to(target)
    repo.git("add", "-A")
    found = by_path(staged(repo))
    links = [found[f"sub/{name}"] for name in ("in", "out", "abs")]
    assert {file.kind for file in links} == {FileKind.SYMLINK}
    assert {reason(file) for file in links} == {SkipReason.SYMLINK}
    assert [file.skip.detail for file in links if file.skip] == ["", *["points outside"] * 2]


def test_a_file_that_becomes_a_link_is_one_entry(repo: Repo) -> None:
    repo.write("a.py", TEN)
    repo.write("b.py", "x\n")
    repo.commit()
    (repo.path / "a.py").unlink()
    (repo.path / "a.py").symlink_to("b.py")
    repo.write("b.py", "y\n")
    repo.git("add", "-A")
    found = by_path(staged(repo))
    assert found["a.py"].status is FileStatus.TYPE_CHANGED
    assert found["a.py"].kind is FileKind.SYMLINK
    assert lines(found["a.py"].removed) == list(range(1, 11))
    assert lines(found["b.py"].added) == [1]


def test_a_link_that_becomes_a_file_is_read(repo: Repo) -> None:
    repo.write("b.py", "x\n")
    (repo.path / "a.py").symlink_to("b.py")
    repo.commit()
    (repo.path / "a.py").unlink()
    repo.write("a.py", TEN)
    repo.git("add", "-A")
    file = only(staged(repo))
    assert (file.kind, file.skip) == (FileKind.FILE, None)
    assert lines(file.added) == list(range(1, 11))


def test_a_file_that_becomes_a_folder_is_two_entries(repo: Repo) -> None:
    repo.write("a", "x\n")
    repo.commit()
    (repo.path / "a").unlink()
    repo.write("a/b.py", "y\n")
    repo.git("add", "-A")
    assert {path: file.status for path, file in by_path(staged(repo)).items()} == {
        "a": FileStatus.DELETED,
        "a/b.py": FileStatus.ADDED,
    }


def test_submodules_are_listed_and_not_entered(repo: Repo) -> None:
    gitlink(repo, "bumped", COMMIT)
    gitlink(repo, "gone", COMMIT[1:] + "a")
    repo.commit_staged()
    gitlink(repo, "bumped", COMMIT[::-1])
    gitlink(repo, "added", COMMIT)
    repo.git("rm", "-q", "--cached", "gone")
    found = by_path(staged(repo))
    assert {file.kind for file in found.values()} == {FileKind.SUBMODULE}
    assert {path: reason(file) for path, file in found.items()} == {
        "added": SkipReason.SUBMODULE,
        "bumped": SkipReason.SUBMODULE,
        "gone": SkipReason.DELETED,
    }
    assert found["bumped"].added == ()


def test_running_inside_a_submodule_reads_its_own_index(repo: Repo, tmp_path: Path) -> None:
    library = Repo(tmp_path / "library")
    library.write("lib.py", "x\n")
    library.commit()
    repo.git(
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        str(library.path),
        "vendor",
    )
    inner = Repo(repo.path / "vendor", init=False)
    inner.write("lib.py", "x\ny\n")
    inner.git("add", "-A")
    assert lines(only(staged(inner)).added) == [2]
    assert set(by_path(staged(repo))) == {".gitmodules", "vendor"}


def test_running_in_a_subdirectory_sees_everything(repo: Repo) -> None:
    repo.write("top.py", "x\n")
    repo.write("sub/below.py", "x\n")
    repo.git("add", "-A")
    repo.git("config", "diff.relative", "true")
    change = staged(repo, "sub")
    assert set(by_path(change)) == {"top.py", "sub/below.py"}
    assert change == staged(repo)


def test_a_linked_worktree_has_its_own_index(repo: Repo, tmp_path: Path) -> None:
    repo.commit()
    repo.git("worktree", "add", "-q", "-b", "side", str(tmp_path / "linked"))
    linked = Repo(tmp_path / "linked", init=False)
    linked.write("a.py", "x\n")
    linked.git("add", "-A")
    assert set(by_path(staged(linked))) == {"a.py"}
    assert staged(repo).files == ()
    assert source(linked).branch() == "side"


def test_a_detached_head_has_no_branch(repo: Repo) -> None:
    repo.commit()
    repo.git("checkout", "-q", "--detach")
    repo.write("a.py", "x\n")
    repo.git("add", "-A")
    assert source(repo).branch() == ""
    assert set(by_path(staged(repo))) == {"a.py"}


def test_an_amend_is_read_against_head(repo: Repo) -> None:
    repo.write("a.py", "x\n")
    repo.commit()
    repo.write("b.py", "y\n")
    repo.git("add", "-A")
    assert set(by_path(staged(repo))) == {"b.py"}


def test_sparse_checkouts_are_no_deletions(repo: Repo) -> None:
    repo.write("in/a.py", "x\n")
    repo.write("out/b.py", "x\n")
    repo.commit()
    repo.git("sparse-checkout", "set", "--cone", "in")
    repo.write("in/a.py", "y\n")
    repo.git("add", "in/a.py")
    assert set(by_path(staged(repo))) == {"in/a.py"}
    assert source(repo).base_file("out/b.py") == b"x\n"


def test_sha256_repositories_are_read(tmp_path: Path) -> None:
    repo = Repo(tmp_path, init=False)
    repo.git("init", "-q", "-b", "main", "--object-format=sha256")
    repo.write("d/a.py", "x\n")
    repo.git("add", "-A")
    assert len(only(staged(repo)).new_blob or "") == 64
    repo.commit()
    repo.write("d/a.py", "x\ny\n")
    repo.git("add", "-A")
    assert lines(only(staged(repo)).added) == [2]
    assert source(repo).base_file("d/a.py") == b"x\n"


def test_large_file_pointers_and_odd_source_are_told(repo: Repo) -> None:
    repo.write("model.py", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    repo.write("nul.py", b"a\n\0\nb\n")
    repo.write("wide.ts", "let a = 1\n".encode("utf-16"))
    repo.write("latin.py", b"# caf\xe9\n")
    repo.write("logo.png", b"\x89PNG\r\n\0\n")
    repo.write("huge.js", b"x = 1\n" * 200_000)
    repo.git("add", "-A")
    found = by_path(staged(repo))
    assert {path: reason(file) for path, file in found.items()} == {
        "model.py": SkipReason.LFS_POINTER,
        "nul.py": SkipReason.NOT_TEXT,
        "wide.ts": SkipReason.NOT_TEXT,
        "latin.py": None,
        "logo.png": SkipReason.BINARY,
        "huge.js": SkipReason.TOO_LARGE,
    }
    assert lines(found["nul.py"].added) == [1, 2, 3]
    assert found["huge.js"].size == 1_200_000
    assert source(repo).read(found["huge.js"]) == b"x = 1\n" * 200_000


@pytest.mark.parametrize("attribute", ["-diff", "binary", "linguist-generated", "diff=mine"])
def test_attributes_do_not_hide_source_and_are_pointed_out(repo: Repo, attribute: str) -> None:
    repo.git("config", "diff.mine.textconv", "echo nothing >/dev/null")
    repo.git("config", "diff.mine.binary", "true")
    repo.write(".gitattributes", f"*.py {attribute}\n")
    repo.write("a.py", TEN)
    repo.git("add", "-A")
    change = staged(repo)
    assert lines(by_path(change)["a.py"].added) == list(range(1, 11))
    assert change.notices == (".gitattributes in this change affects how source is shown",)


def test_harmless_attributes_are_not_pointed_out(repo: Repo) -> None:
    repo.write(".gitattributes", "# -diff would hide\n*.py text eol=lf\n")
    repo.git("add", "-A")
    assert staged(repo).notices == ()


@pytest.mark.parametrize(
    ("old", "new", "added"),
    [
        (b"a\r\nb\r\n", b"a\r\nB\r\n", [2]),
        (b"a\nb\n", b"a\r\nb\r\n", [1, 2]),
        (b"a\rb\nc\n", b"a\rb\nc\rd\n", [2]),
        (b"a\x0cb\nc\n", b"a\x0cb\nc\x0b\n", [2]),
        ("a\u2028b\nc\n".encode(), "a\u2028b\nc\x85\n".encode(), [2]),
        (b"a\nb", b"a\nb\n", [2]),
        (b"a\nb\n", b"a\nb", [2]),
        (b"a\n\0\nc\n", b"a\n\0\nC\n", [3]),
        (b"", b"\n", [1]),
        (b"\n\n\n", b"\n\n\n\n", [4]),
    ],
)
def test_lines_end_at_line_feeds_alone(
    repo: Repo, old: bytes, new: bytes, added: list[int]
) -> None:
    repo.write("a.py", old)
    repo.commit()
    repo.write("a.py", new)
    repo.git("add", "-A")
    file = only(staged(repo))
    assert lines(file.added) == added
    assert source(repo).read(file) == new


def test_autocrlf_does_not_touch_what_is_read(repo: Repo) -> None:
    repo.git("config", "core.autocrlf", "true")
    repo.write("a.py", b"a\r\nb\r\n")
    repo.git("add", "-A")
    assert source(repo).read(only(staged(repo))) == b"a\nb\n"


def test_an_unresolved_conflict_is_incomplete(repo: Repo) -> None:
    _diverge(repo)
    repo.run("git", "merge", "-q", "side")
    with pytest.raises(IncompleteError, match=r"both\.py has an unresolved conflict"):
        staged(repo)


def test_a_merge_being_committed_shows_the_resolution_alone(repo: Repo) -> None:
    _diverge(repo)
    repo.run("git", "merge", "-q", "side")
    repo.write("both.py", TEN.replace("line 5", "ours").replace("line 6", "resolved"))
    repo.git("add", "both.py")
    change = staged(repo)
    assert lines(only(change).added) == [6]
    assert any("1 of 2 files left out" in notice for notice in change.notices)


def test_a_merge_that_adds_nothing_of_its_own_says_so(repo: Repo) -> None:
    _diverge(repo)
    repo.run("git", "merge", "-q", "-X", "theirs", "--no-commit", "side")
    change = staged(repo)
    assert [lines(file.added) for file in change.files] in ([], [[]])
    assert any("a merge is being committed" in notice for notice in change.notices)


def test_a_branch_named_like_the_merge_state_hides_nothing(repo: Repo) -> None:
    repo.commit()
    repo.write("a.py", "x\n")
    repo.commit()
    repo.git("tag", "MERGE_HEAD")
    repo.git("reset", "-q", "--soft", "HEAD~1")
    assert lines(only(staged(repo)).added) == [1]


def test_a_squash_merge_is_scanned_whole(repo: Repo) -> None:
    _diverge(repo)
    repo.git("merge", "-q", "--squash", "-X", "theirs", "side")
    assert "side.py" in by_path(staged(repo))


@pytest.mark.parametrize("relative", [True, False])
def test_the_index_that_a_hook_names_is_read(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, *, relative: bool
) -> None:
    repo.write("a.py", "x\n")
    repo.write("b.py", "x\n")
    repo.commit()
    repo.write("a.py", "y\n")
    repo.write("b.py", "y\n")
    repo.git("add", "a.py")
    name = ".git/next-index" if relative else str(repo.path / ".git" / "next-index")
    env = {"GIT_INDEX_FILE": name}
    repo.git("read-tree", "HEAD", env=env)
    repo.git("add", "b.py", env=env)
    monkeypatch.setenv("GIT_INDEX_FILE", name)
    assert set(by_path(staged(repo))) == {"b.py"}


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (("commit", "-qm", "x"), {"staged.py"}),
        (("commit", "-qam", "x"), {"staged.py", "edited.py"}),
        (("commit", "-qm", "x", "--", "edited.py"), {"edited.py"}),
        (("-C", "sub", "commit", "-qm", "x"), {"staged.py"}),
        (("commit", "-q", "--amend", "-m", "x"), {"staged.py"}),
        (("commit", "-q", "--allow-empty", "-m", "x", "--only"), set()),
    ],
)
def test_a_real_hook_sees_what_will_be_committed(
    repo: Repo, command: tuple[str, ...], expected: set[str]
) -> None:
    for name in ("staged.py", "edited.py", "sub/other.py"):
        repo.write(name, "x\n")
    repo.commit()
    repo.write("staged.py", "y\n")
    repo.git("add", "staged.py")
    repo.write("edited.py", "y\n")
    seen = _hook(repo, "pre-commit")
    repo.git(*command)
    assert set(seen.read_text().split()) == expected


def test_a_clean_merge_shows_nothing_of_the_other_branch(repo: Repo) -> None:
    repo.write("a.py", TEN)
    repo.commit()
    repo.git("checkout", "-q", "-b", "side")
    repo.write("side.py", "x\n")
    repo.commit()
    repo.git("checkout", "-q", "main")
    repo.write("main.py", "x\n")
    repo.commit()
    seen = _hook(repo, "pre-merge-commit")
    repo.git("merge", "-q", "--no-edit", "side")
    assert seen.read_text().split() == []


def test_outside_a_repository_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(AireviewError, match="not a git repository") as caught:
        StagedChange(Git(str(tmp_path))).change()
    assert caught.value.exit_code is ExitCode.USAGE
    assert "--all PATH" in caught.value.hint


def test_a_directory_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(AireviewError, match="is not a directory"):
        StagedChange(Git(str(tmp_path / "none"))).change()


def test_a_bare_repository_has_no_index(tmp_path: Path) -> None:
    repo = Repo(tmp_path, init=False)
    repo.git("init", "-q", "--bare")
    with pytest.raises(AireviewError, match="a bare repository") as caught:
        staged(repo)
    assert caught.value.exit_code is ExitCode.USAGE
    assert "--range" in caught.value.hint


def test_another_owner_is_a_usage_error(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit()
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(AireviewError, match="does not trust the owner") as caught:
        staged(repo)
    assert caught.value.exit_code is ExitCode.USAGE
    assert "safe.directory" in caught.value.hint


def test_a_broken_index_is_incomplete(repo: Repo) -> None:
    repo.commit()
    (repo.path / ".git" / "index").write_bytes(b"DIRC broken")
    with pytest.raises(IncompleteError, match="git failed"):
        staged(repo)


def test_reading_writes_nothing(repo: Repo) -> None:
    repo.write("a.py", "x\n")
    repo.commit()
    repo.write("a.py", "y\n")
    repo.git("add", "-A")
    before = _state(repo.path)
    file: ChangedFile = only(staged(repo))
    source(repo).read(file)
    assert _state(repo.path) == before


def _state(root: Path) -> dict[str, tuple[int, int]]:
    return {str(path): (path.stat().st_mtime_ns, path.stat().st_size) for path in root.rglob("*")}


def _diverge(repo: Repo) -> None:
    repo.write("both.py", TEN)
    repo.commit()
    repo.git("checkout", "-q", "-b", "side")
    repo.write("both.py", TEN.replace("line 6", "theirs"))
    repo.write("side.py", "x\n")
    repo.commit()
    repo.git("checkout", "-q", "main")
    repo.write("both.py", TEN.replace("line 5", "ours"))
    repo.commit()


def _hook(repo: Repo, name: str) -> Path:
    """Install a hook that writes the paths it sees; returns where."""
    seen = repo.path / ".git" / "seen"
    hook = repo.path / ".git" / "hooks" / name
    hook.parent.mkdir(exist_ok=True)
    code = (
        "from aireview.adapters.git.command import Git\n"
        "from aireview.adapters.git.staged import StagedChange\n"
        "change = StagedChange(Git('.')).change()\n"
        f"print(*(file.path for file in change.files), file=open({str(seen)!r}, 'w'))\n"
    )
    hook.write_text(f"#!/bin/sh\nexec {sys.executable} -c '{code.replace(chr(39), chr(34))}'\n")
    hook.chmod(0o755)
    return seen
