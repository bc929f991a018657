from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.repo import Repo

from aireview.adapters.git.added import added_lines
from aireview.adapters.git.blame import blame, blamer, read_blame, unquoted
from aireview.adapters.git.command import Git
from aireview.diffs.lines import encode
from aireview.errors import AireviewError
from aireview.model.change import LineRange
from aireview.model.lines import AddedLines, BlamedLines


def git_of(repo: Repo) -> Git:
    return Git(str(repo.path))


def text(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def told(groups: Iterable[BlamedLines], names: dict[str, str]) -> list[str]:
    return [
        f"{names.get(group.commit, '?')} {group.lines.start}-{group.lines.end} "
        f"{group.path}:{group.start}{' old' if group.before_range else ''}"
        for group in groups
    ]


def test_each_line_has_its_commit_and_its_place_there(repo: Repo) -> None:
    repo.write("a.py", text("one", "two"))
    base = repo.commit()
    repo.write("a.py", text("one", "two", "three", "four"))
    first = repo.commit()
    repo.write("a.py", text("zero", "one", "two", "three", "four"))
    second = repo.commit()
    names = {base: "base", first: "first", second: "second"}
    assert told(blame(git_of(repo), base, second, "a.py"), names) == [
        "second 1-1 a.py:1",
        "base 2-3 a.py:1 old",
        "first 4-5 a.py:3",
    ]


def test_a_rename_in_the_range_is_followed(repo: Repo) -> None:
    body = [f"line {n}" for n in range(20)]
    repo.write("old.py", text(*body))
    base = repo.commit()
    repo.write("old.py", text(*body, "new"))
    first = repo.commit()
    repo.git("mv", "old.py", "dir.py")
    second = repo.commit()
    found = blame(git_of(repo), base, second, "dir.py")
    assert told(found, {first: "first", base: "base"}) == [
        "base 1-20 old.py:1 old",
        "first 21-21 old.py:21",
    ]


def test_lines_of_a_merged_branch_keep_their_commit(repo: Repo) -> None:
    repo.write("a.py", text("a"))
    base = repo.commit()
    repo.git("checkout", "-q", "-b", "side")
    repo.write("b.py", text("b"))
    side = repo.commit()
    repo.git("checkout", "-q", "main")
    repo.write("a.py", text("a", "c"))
    repo.commit()
    repo.git("merge", "-q", "--no-edit", "side")
    head = repo.git("rev-parse", "HEAD")
    assert told(blame(git_of(repo), base, head, "b.py"), {side: "side"}) == ["side 1-1 b.py:1"]


def test_the_first_commit_counts_without_a_base_whatever_the_settings_say(repo: Repo) -> None:
    repo.write("a.py", text("a"))
    head = repo.commit()
    repo.git("config", "blame.showRoot", "false")
    assert told(blame(git_of(repo), None, head, "a.py"), {head: "head"}) == ["head 1-1 a.py:1"]


@pytest.mark.parametrize("value", ["ignored", "no-such-file"])
def test_a_list_of_revisions_to_ignore_has_no_say(repo: Repo, value: str) -> None:
    repo.write("a.py", text("a"))
    base = repo.commit()
    repo.write("a.py", text("b"))
    head = repo.commit()
    repo.write("ignored", f"{head}\n")
    repo.git("config", "blame.ignoreRevsFile", value)
    assert told(blame(git_of(repo), base, head, "a.py"), {head: "head"}) == ["head 1-1 a.py:1"]


def test_a_text_conversion_is_not_run(repo: Repo) -> None:
    repo.write("a.py", text("a"))
    repo.write(".gitattributes", "*.py diff=loud\n")
    base = repo.commit()
    repo.write("a.py", text("a", "b"))
    head = repo.commit()
    repo.git("config", "diff.loud.textconv", "touch ran; echo")
    assert len(blame(git_of(repo), base, head, "a.py")) == 2
    assert not (repo.path / "ran").exists()


def test_whitespace_can_be_looked_through(repo: Repo) -> None:
    repo.write("a.py", text("x = 1"))
    base = repo.commit()
    repo.write("a.py", text("    x = 1"))
    head = repo.commit()
    names = {base: "base", head: "head"}
    assert told(blame(git_of(repo), base, head, "a.py"), names) == ["head 1-1 a.py:1"]
    assert told(blame(git_of(repo), base, head, "a.py", ignore_whitespace=True), names) == [
        "base 1-1 a.py:1 old"
    ]


@pytest.mark.parametrize(
    "name", [b"caf\xe9.py", b'we"ird\ta\nb\\.py', b"-p", b":(glob)*", "größe.py".encode()]
)
def test_any_name_that_git_can_store_is_found(repo: Repo, name: bytes) -> None:
    path = name.decode("utf-8", "surrogateescape")
    repo.write("other", text("o"))
    base = repo.commit()
    (repo.path / path).write_text("a\n")
    head = repo.commit()
    [group] = blame(git_of(repo), base, head, path)
    assert (group.path, group.commit) == (path, head)
    assert [file.path for file in added_lines(git_of(repo), [head])[head]] == [path]


def test_paths_are_from_the_root_wherever_the_run_starts(repo: Repo) -> None:
    repo.write("dir/a.py", text("a"))
    base = repo.commit()
    repo.write("dir/a.py", text("a", "b"))
    head = repo.commit()
    ask = blamer(Git(str(repo.path / "dir")), base, head)
    assert [group.lines for group in ask("dir/a.py")] == [LineRange(1, 1), LineRange(2, 2)]


def test_a_file_that_the_head_does_not_have_is_an_error(repo: Repo) -> None:
    head = repo.commit()
    with pytest.raises(AireviewError):
        blame(git_of(repo), None, head, "gone.py")


def test_blame_works_in_a_linked_work_tree_and_a_bare_repository(
    repo: Repo, tmp_path: Path
) -> None:
    repo.write("a.py", text("a"))
    head = repo.commit()
    repo.git("worktree", "add", "-q", "--detach", str(tmp_path / "linked"))
    repo.git("clone", "-q", "--bare", ".", str(tmp_path / "bare.git"))
    for place in ("linked", "bare.git"):
        assert len(blamer(Git(str(tmp_path / place)), None, head)("a.py")) == 1


@given(st.binary(max_size=300))
def test_reading_an_answer_never_raises(output: bytes) -> None:
    assert isinstance(read_blame(output), tuple)


def test_names_are_unquoted_as_git_quotes_them() -> None:
    assert unquoted(rb'"a\"b\\c\td\303\251"') == 'a"b\\c\tdé'.encode()
    assert unquoted(b"plain") == b"plain"
    assert unquoted(b'"') == b'"'
    assert encode("x") == b"x"


def spans(
    found: Iterable[AddedLines],
) -> dict[str, tuple[list[tuple[int, int]], list[tuple[int, int]]]]:
    return {
        file.path: (
            [(span.start, span.end) for span in file.lines],
            [(span.start, span.end) for span in file.substantive],
        )
        for file in found
    }


def test_added_lines_of_several_commits(repo: Repo) -> None:
    repo.write("a.py", text("one"))
    first = repo.commit()
    repo.write("a.py", text("zero", "one", "two"))
    repo.write("b.py", "no newline at the end")
    second = repo.commit()
    (repo.path / "b.py").unlink()
    third = repo.commit()
    found = added_lines(git_of(repo), [first, second, third, "f" * 40])
    assert set(found) == {first, second, third}
    assert spans(found[first]) == {"a.py": ([(1, 1)], [(1, 1)])}
    assert spans(found[second]) == {
        "a.py": ([(1, 1), (3, 3)], [(1, 1), (3, 3)]),
        "b.py": ([(1, 1)], [(1, 1)]),
    }
    assert found[third] == ()


def test_blank_reindented_and_moved_lines_are_not_substantive(repo: Repo) -> None:
    repo.write("a.py", text("def f():", "x = 1", "moved = 2"))
    repo.commit()
    repo.write("a.py", text("def f():", "    x = 1", "", "fresh = 3"))
    repo.write("b.py", text("moved = 2", "moved = 2"))
    head = repo.commit()
    assert spans(added_lines(git_of(repo), [head])[head]) == {
        "a.py": ([(2, 4)], [(4, 4)]),
        "b.py": ([(1, 2)], [(2, 2)]),
    }


def test_a_merge_is_compared_with_its_first_parent(repo: Repo) -> None:
    repo.write("a.py", text("a"))
    repo.commit()
    repo.git("checkout", "-q", "-b", "side")
    repo.write("b.py", text("b"))
    repo.commit()
    repo.git("checkout", "-q", "main")
    repo.write("c.py", text("c"))
    repo.commit()
    repo.git("merge", "-q", "--no-edit", "side")
    head = repo.git("rev-parse", "HEAD")
    assert set(spans(added_lines(git_of(repo), [head])[head])) == {"b.py"}


def test_attributes_and_settings_do_not_hide_lines(repo: Repo) -> None:
    repo.write(".gitattributes", "* -diff\n")
    repo.write("a.py", text("a"))
    head = repo.commit()
    for name, value in (
        ("diff.noprefix", "true"),
        ("color.ui", "always"),
        ("diff.external", "false"),
    ):
        repo.git("config", name, value)
    assert spans(added_lines(git_of(repo), [head])[head])["a.py"] == ([(1, 1)], [(1, 1)])


def test_content_cannot_pose_as_the_mark_between_commits(repo: Repo) -> None:
    repo.write("a.bin", b"\0" + b"0" * 32 + b" " + b"a" * 40 + b"\0\ndiff --git a/x b/x\n")
    head = repo.commit()
    assert set(added_lines(git_of(repo), [head])) == {head}


def test_a_submodule_has_no_lines(repo: Repo) -> None:
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{'a' * 40},sub")
    head = repo.commit_staged()
    assert added_lines(git_of(repo), [head])[head] == ()
