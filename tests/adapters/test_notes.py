from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from pathlib import Path

import pytest
from support.repo import Repo

from aireview.adapters.git.command import Git
from aireview.adapters.git.notes import (
    MAX_NOTE_BYTES,
    Notes,
    copy_notes,
    list_notes,
    note_refs,
    read_note,
    read_notes,
    write_note,
)
from aireview.errors import AireviewError, IncompleteError

REF = "refs/notes/aireview"


def git_of(repo: Repo) -> Git:
    return Git(str(repo.path))


def many_commits(repo: Repo, count: int) -> list[str]:
    """Make `count` empty commits in one go and return their ids."""
    stream = b"".join(
        b"commit refs/heads/many\ncommitter Ada Tester <ada@example.com> %d +0000\ndata 1\nx\n" % n
        for n in range(1, count + 1)
    )
    repo.git("fast-import", "--quiet", stdin=stream)
    return repo.git("rev-list", "refs/heads/many").split("\n")


def test_a_missing_ref_has_no_notes(repo: Repo) -> None:
    git = git_of(repo)
    assert list_notes(git, REF) == {}
    assert note_refs(git) == ({}, ())
    assert Notes(git, (REF,)).read(["a" * 40]) == ()
    assert read_note(git, REF, "a" * 40) is None


def test_a_written_note_is_what_git_shows(repo: Repo) -> None:
    sha = repo.commit()
    assert write_note(git_of(repo), REF, sha, b"one\n")
    assert write_note(git_of(repo), REF, sha, b"two\0\xff\n")
    assert repo.run("git", "notes", f"--ref={REF}", "show", sha).stdout == b"two\0\xff\n"
    assert repo.git("rev-list", "--count", REF) == "2"
    assert read_note(git_of(repo), REF, sha) == b"two\0\xff\n"


def test_notes_that_git_wrote_are_read(repo: Repo) -> None:
    first, second = repo.commit("one"), repo.commit("two")
    repo.git("notes", "--ref=ai", "add", "-m", "said", first)
    [note] = Notes(git_of(repo), ("refs/notes/ai", REF)).read([second, first])
    assert (note.ref, note.commit, note.content) == ("refs/notes/ai", first, b"said\n")


def test_nothing_but_commits_asked_about_is_read(repo: Repo) -> None:
    first, second = repo.commit("one"), repo.commit("two")
    for sha in (first, second):
        write_note(git_of(repo), REF, sha, sha.encode())
    assert [note.commit for note in Notes(git_of(repo), (REF,)).read([second])] == [second]


def test_many_notes_are_cut_into_folders_and_found(repo: Repo) -> None:
    commits = many_commits(repo, 400)
    stream = f"commit {REF}\ncommitter A <a@example.com> 1 +0000\ndata 0\n" + "".join(
        f"N inline {sha}\ndata 40\n{sha}\n" for sha in commits
    )
    repo.git("fast-import", "--quiet", stdin=stream.encode())
    newest = repo.commit("newest")
    write_note(git_of(repo), REF, newest, newest.encode())
    entry = repo.git("ls-tree", "-r", "--name-only", REF).split("\n")[0]
    assert "/" in entry, "the tree has folders"
    listing = list_notes(git_of(repo), REF)
    assert set(listing) == {*commits, newest}
    for note in Notes(git_of(repo), (REF,)).read([*commits[:20], newest]):
        assert note.content == note.commit.encode()
    assert repo.git("notes", f"--ref={REF}", "show", commits[7]) == commits[7]


def test_two_levels_of_folders_are_joined(repo: Repo) -> None:
    sha = repo.commit()
    blob = repo.git("hash-object", "-w", "--stdin", stdin=b"deep")
    inner = repo.git("mktree", stdin=f"100644 blob {blob}\t{sha[4:]}\n".encode())
    middle = repo.git("mktree", stdin=f"040000 tree {inner}\t{sha[2:4]}\n".encode())
    readme = f"100644 blob {blob}\tREADME\n"
    tree = repo.git("mktree", stdin=f"{readme}040000 tree {middle}\t{sha[:2]}\n".encode())
    repo.git("update-ref", REF, repo.git("commit-tree", tree, "-m", "notes"))
    assert list_notes(git_of(repo), REF) == {sha: blob}


def test_no_identity_and_no_work_tree_is_needed(repo: Repo, tmp_path: Path) -> None:
    sha = repo.commit()
    bare = tmp_path / "bare.git"
    repo.git("clone", "-q", "--bare", ".", str(bare))
    assert write_note(Git(str(bare)), REF, sha, b"note")
    assert read_note(Git(str(bare)), REF, sha) == b"note"


def test_a_linked_work_tree_shares_the_notes(repo: Repo, tmp_path: Path) -> None:
    sha = repo.commit()
    repo.git("worktree", "add", "-q", "--detach", str(tmp_path / "linked"))
    assert write_note(Git(str(tmp_path / "linked")), REF, sha, b"note")
    assert read_note(git_of(repo), REF, sha) == b"note"


def test_a_note_that_is_there_stays_if_wanted(repo: Repo) -> None:
    sha = repo.commit()
    git = git_of(repo)
    assert write_note(git, REF, sha, b"first", only_if_absent=True)
    tip = repo.git("rev-parse", REF)
    assert not write_note(git, REF, sha, b"second", only_if_absent=True)
    assert (read_note(git, REF, sha), repo.git("rev-parse", REF)) == (b"first", tip)


def test_an_empty_note_is_not_written(repo: Repo) -> None:
    assert not write_note(git_of(repo), REF, repo.commit(), b"")
    assert note_refs(git_of(repo)) == ({}, ())


@pytest.mark.parametrize(
    "ref",
    [
        "refs/notes/commits",
        "refs/heads/main",
        "refs/notes/a\ncommit x",
        "refs/notes/../heads/main",
        "HEAD",
    ],
)
def test_other_refs_are_not_written(repo: Repo, ref: str) -> None:
    sha = repo.commit()
    with pytest.raises(AireviewError, match="does not write notes"):
        write_note(git_of(repo), ref, sha, b"x")
    assert repo.git("for-each-ref", "refs/notes/") == ""


def test_an_id_that_is_none_is_refused(repo: Repo) -> None:
    repo.commit()
    with pytest.raises(AireviewError, match="no commit id"):
        write_note(git_of(repo), REF, "HEAD", b"x")


def test_a_ref_that_cannot_be_written_is_a_clear_error(repo: Repo) -> None:
    sha = repo.commit()
    repo.git("update-ref", f"{REF}/in/the/way", sha)
    with pytest.raises(IncompleteError, match="was not written") as caught:
        write_note(git_of(repo), REF, sha, b"x")
    assert "stands in the way" in caught.value.hint


def test_a_broken_ref_is_a_problem_and_not_silence(repo: Repo) -> None:
    sha = repo.commit()
    (repo.path / ".git/refs/notes").mkdir(parents=True)
    (repo.path / ".git" / REF).write_text("nonsense\n")
    with pytest.raises(IncompleteError, match="cannot be read"):
        list_notes(git_of(repo), REF)
    notes = Notes(git_of(repo), (REF,))
    assert notes.read([sha]) == ()
    assert "broken" in notes.problems()[0]


def test_a_ref_to_an_object_that_is_gone_is_a_problem(repo: Repo) -> None:
    sha = repo.commit()
    write_note(git_of(repo), REF, sha, b"x")
    tree = repo.git("rev-parse", f"{REF}^{{tree}}")
    (repo.path / ".git/objects" / tree[:2] / tree[2:]).unlink()
    notes = Notes(git_of(repo), (REF,))
    assert notes.read([sha]) == ()
    assert REF in notes.problems()[0]


def test_a_note_whose_blob_is_gone_or_corrupt_has_a_problem(repo: Repo) -> None:
    first, second, third = repo.commit("1"), repo.commit("2"), repo.commit("3")
    git = git_of(repo)
    for sha in (first, second, third):
        write_note(git, REF, sha, b"note " + sha.encode())
    blobs = list_notes(git, REF)
    gone = repo.path / ".git/objects" / blobs[first][:2] / blobs[first][2:]
    gone.unlink()
    corrupt = repo.path / ".git/objects" / blobs[second][:2] / blobs[second][2:]
    corrupt.chmod(0o644)
    corrupt.write_bytes(b"garbage")
    one, two, three = Notes(git, (REF,)).read([first, second, third])
    assert (one.content, two.content) == (b"", b"")
    assert one.problem
    assert two.problem
    assert (three.content, three.problem) == (b"note " + third.encode(), "")


def test_a_note_above_the_limit_is_not_loaded(repo: Repo) -> None:
    sha = repo.commit()
    git = git_of(repo)
    write_note(git, REF, sha, b"x" * (MAX_NOTE_BYTES + 1))
    [blob] = read_notes(git, list_notes(git, REF).values()).values()
    assert blob.content == b""
    assert str(MAX_NOTE_BYTES) in blob.problem


def test_refs_below_a_folder_and_legacy_refs_are_read(repo: Repo) -> None:
    sha = repo.commit()
    repo.git("notes", "--ref=ai-remote/origin", "add", "-m", "far", sha)
    blob = repo.git("hash-object", "-w", "--stdin", stdin=b"{}")
    repo.git("update-ref", f"refs/ai/authorship/{sha}", blob)
    notes = Notes(git_of(repo), ("refs/notes/ai-remote/", "refs/ai/authorship/"))
    assert [(note.ref, note.content) for note in notes.read([sha])] == [
        ("refs/notes/ai-remote/origin", b"far\n"),
        ("refs/ai/authorship/", b"{}"),
    ]


def first_of(contents: Sequence[bytes], _: Sequence[str]) -> bytes:
    return b"+".join(contents)


def test_notes_are_carried_to_the_commits_that_replace_others(repo: Repo) -> None:
    one, two, three, new = (repo.commit(name) for name in ("1", "2", "3", "new"))
    git = git_of(repo)
    write_note(git, REF, one, b"one")
    write_note(git, REF, three, b"three")
    pairs = [(one, new), (two, new), (three, new), (two, two)]
    assert copy_notes(git, REF, pairs, first_of) == 1
    assert read_note(git, REF, new) == b"+one++three"
    assert read_note(git, REF, one) == b"one"
    assert copy_notes(git, REF, [(two, three)], first_of) == 0


def test_carrying_stops_at_a_note_that_cannot_be_read(repo: Repo) -> None:
    one, new = repo.commit("1"), repo.commit("new")
    git = git_of(repo)
    write_note(git, REF, one, b"one")
    blob = list_notes(git, REF)[one]
    (repo.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(IncompleteError):
        copy_notes(git, REF, [(one, new)], first_of)


def _write_all(path: str, commits: list[str]) -> None:
    for sha in commits:
        write_note(Git(path), REF, sha, sha.encode())


def test_two_writers_at_once_lose_nothing(repo: Repo) -> None:
    commits = many_commits(repo, 24)
    context = multiprocessing.get_context("fork")
    writers = [
        context.Process(target=_write_all, args=(str(repo.path), commits[part::2]))
        for part in range(2)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert set(list_notes(git_of(repo), REF)) == set(commits)
    assert not list((repo.path / ".git").glob("fast_import_crash*"))
