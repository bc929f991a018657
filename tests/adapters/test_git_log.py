"""The history stream against real git."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.repo import Repo

from aireview.adapters.git.command import Git
from aireview.adapters.git.log import MESSAGE_CAP, count_commits, stream_commits
from aireview.errors import AireviewError, IncompleteError


def history(repo: Repo, count: int) -> list[str]:
    return [repo.commit_staged(f"commit {n}") for n in range(count)]


def git(repo: Repo) -> Git:
    return Git(str(repo.path))


def test_commits_come_newest_first_with_raw_identities(repo: Repo) -> None:
    repo.write(".mailmap", "Renamed <new@example.com> <old@example.com>\n")
    repo.git("config", "log.mailmap", "true")
    repo.git("config", "log.showSignature", "true")
    first = repo.commit("one")
    second = repo.commit_staged(
        "Zwei\n\nKörper ✓\n",
        git_author_name="Öld",
        git_author_email="old@example.com",
        git_author_date="2026-02-03T23:30:00-0700",
        git_committer_email="c@example.com",
    )
    newest, oldest = stream_commits(git(repo), ["HEAD"])
    assert (newest.sha, newest.parents, oldest.sha) == (second, (first,), first)
    assert (newest.author_name, newest.author_email) == ("Öld", "old@example.com")
    assert newest.committer_email == "c@example.com"
    assert newest.author_date == "2026-02-03"
    assert newest.message == "Zwei\n\nKörper ✓\n"
    assert not newest.message_cut


def test_an_encoding_header_is_respected_and_broken_bytes_survive(repo: Repo) -> None:
    repo.git("config", "i18n.commitEncoding", "ISO-8859-1")
    latin = repo.run(
        "git", "commit", "-q", "--allow-empty", "-F", "-", stdin="Grün".encode("latin-1")
    )
    assert latin.returncode == 0
    repo.git("config", "--unset", "i18n.commitEncoding")
    broken = raw_commit(repo, b"x\xff")
    found = [c.message.strip() for c in stream_commits(git(repo), [broken, "HEAD"], no_walk=True)]
    assert found == ["x\udcff", "Gr\u00fcn"]


def raw_commit(repo: Repo, message: bytes) -> str:
    """Write a commit whose message `git commit` would refuse or mend."""
    who = b"A <a@example.com> 1700000000 +0000"
    head = b"tree %b\nparent %b\nauthor %b\ncommitter %b\n\n" % (
        repo.git("rev-parse", "HEAD^{tree}").encode(),
        repo.git("rev-parse", "HEAD").encode(),
        who,
        who,
    )
    return repo.git(
        "hash-object", "-t", "commit", "-w", "--literally", "--stdin", stdin=head + message
    )


def test_a_huge_message_is_cut_and_a_nul_does_not_shift_the_fields(repo: Repo) -> None:
    first = repo.commit_staged("small")
    big = repo.commit_staged("y" * (3 * 1024 * 1024))
    nul = raw_commit(repo, b"before\0after\0\0")
    commits = list(stream_commits(git(repo), [nul]))
    assert [c.sha for c in commits] == [nul, big, first]
    assert commits[0].message.startswith("before")
    assert commits[1].message_cut
    assert len(commits[1].message) == MESSAGE_CAP
    assert commits[2].message.strip() == "small"


def test_named_commits_keep_their_order(repo: Repo) -> None:
    shas = history(repo, 5)
    wanted = [shas[3], shas[0][:10], shas[4]]
    found = [c.sha for c in stream_commits(git(repo), wanted, no_walk=True)]
    assert found == [shas[3], shas[0], shas[4]]


def test_thousands_of_names_fit(repo: Repo) -> None:
    shas = history(repo, 3)
    many = [shas[n % 3] for n in range(5000)]
    assert {c.sha for c in stream_commits(git(repo), many, no_walk=True)} == set(shas)


@pytest.mark.parametrize("dots", ["..", "..."])
def test_a_range_holds_what_the_head_adds(repo: Repo, dots: str) -> None:
    base = history(repo, 2)[-1]
    repo.git("checkout", "-q", "-b", "side", "HEAD~1")
    mine = repo.commit_staged("mine")
    assert [c.sha for c in stream_commits(git(repo), [f"main{dots}side"])] == [mine]
    assert count_commits(git(repo), ["main..side"]) == 1
    assert count_commits(git(repo), [f"{base}{dots}"]) == 1


@pytest.mark.parametrize("name", ["nowhere", "0" * 40, "f" * 40, "", "--all", "a\nb", "main..gone"])
def test_a_revision_that_does_not_exist_is_named(repo: Repo, name: str) -> None:
    history(repo, 1)
    with pytest.raises(AireviewError) as caught:
        stream_commits(git(repo), [name], no_walk=True)
    assert caught.value.hint


def test_no_repository_and_no_commit_are_said(repo: Repo, tmp_path: Path) -> None:
    with pytest.raises(AireviewError, match="no commit yet"):
        stream_commits(git(repo), ["HEAD"])
    with pytest.raises(AireviewError, match="not a git repository"):
        stream_commits(Git(str(tmp_path)), ["HEAD"])


def test_a_shallow_clone_that_cuts_the_walk_is_said(repo: Repo, tmp_path: Path) -> None:
    history(repo, 4)
    repo.git("clone", "-q", "--depth", "2", f"file://{repo.path}", str(tmp_path / "shallow"))
    shallow = Git(str(tmp_path / "shallow"))
    with pytest.raises(AireviewError, match="shallow") as caught:
        stream_commits(shallow, ["HEAD"])
    assert "--unshallow" in caught.value.hint
    assert len(list(stream_commits(shallow, ["HEAD~1..HEAD"]))) == 1
    with pytest.raises(AireviewError, match="shallow"):
        stream_commits(shallow, ["HEAD~3..HEAD"])


def test_a_missing_commit_in_the_middle_is_incomplete(repo: Repo) -> None:
    middle = history(repo, 3)[1]
    (repo.path / ".git" / "objects" / middle[:2] / middle[2:]).unlink()
    with pytest.raises(IncompleteError):
        list(stream_commits(git(repo), ["HEAD"]))
