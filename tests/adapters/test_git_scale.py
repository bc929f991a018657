"""Large changes: everything is read, with a handful of processes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.reading import by_path, lines, only, ranged, reason, staged
from support.repo import Repo

from aireview.adapters.git.command import Git
from aireview.adapters.git.staged import StagedChange
from aireview.model.change import SkipReason


@pytest.fixture
def processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the log to which every git process writes from now on."""
    log = tmp_path / "trace"
    monkeypatch.setenv("GIT_TRACE2_EVENT", str(log))
    return log


def count(log: Path) -> int:
    """Return how many git processes wrote to the log, and forget them."""
    if not log.exists():
        return 0
    events = [json.loads(line)["event"] for line in log.read_text().splitlines()]
    log.unlink()
    return events.count("start")


def many(repo: Repo, number: int, text: str) -> None:
    """Stage that many files without writing them to the disk."""
    rows = [
        f"M 100644 inline d{i % 50}/f{i}.py\ndata <<E\n{text.format(i=i)}E\n" for i in range(number)
    ]
    head = "commit refs/heads/many\ncommitter x <x> 0 +0000\ndata 0\n\n"
    repo.git("fast-import", "--quiet", "--force", stdin=(head + "".join(rows)).encode())
    repo.git("read-tree", "refs/heads/many")


def test_nothing_staged_costs_two_processes(repo: Repo, processes: Path) -> None:
    repo.commit()
    count(processes)
    assert staged(repo).files == ()
    assert count(processes) == 2


def test_five_thousand_files_cost_three_processes(repo: Repo, processes: Path) -> None:
    repo.commit()
    many(repo, 5_000, "def f{i}():\n    return {i}\n")
    count(processes)
    reader = StagedChange(Git(str(repo.path)))
    change = reader.change()
    assert len(change.files) == 5_000
    assert {file.added[0].end for file in change.files} == {2}
    first = by_path(change)["d0/f0.py"]
    assert reader.read(first) == b"def f0():\n    return 0\n"
    assert reader.base_file("d0/f0.py") is None
    assert reader.branch() == "main"
    assert count(processes) == 3


def test_five_thousand_edits_are_paired_with_their_files(repo: Repo, processes: Path) -> None:
    many(repo, 5_000, "a\nb\nc {i}\n")
    base = repo.commit_staged()
    many(repo, 5_000, "a\nnew\nc {i}\n")
    head = repo.commit_staged()
    count(processes)
    change = ranged(repo, f"{base}..{head}")
    assert len(change.files) == 5_000
    assert all(lines(file.added) == lines(file.removed) == [2] for file in change.files)
    assert count(processes) == 3


def test_a_file_of_ten_megabytes_is_told_and_not_read(repo: Repo, processes: Path) -> None:
    repo.write("small.py", "x = 1\n")
    repo.write("bundle.js", "let x = 'some text of a line that is fifty bytes!'\n" * 200_000)
    repo.git("add", "-A")
    count(processes)
    found = by_path(staged(repo))
    assert reason(found["bundle.js"]) is SkipReason.TOO_LARGE
    assert found["bundle.js"].added[0].end == 200_000
    assert found["small.py"].skip is None
    assert count(processes) <= 4


def test_a_binary_of_forty_megabytes_does_not_stop_the_rest(repo: Repo) -> None:
    repo.write("movie.bin", b"\0\1\2\n" * 10_000_000)
    repo.write("small.py", "x = 1\n")
    repo.git("add", "-A")
    found = by_path(staged(repo))
    assert reason(found["movie.bin"]) is SkipReason.BINARY
    assert found["small.py"].skip is None


def test_an_edit_in_a_large_file_keeps_its_place(repo: Repo) -> None:
    text = "".join(f"line {number}\n" for number in range(1, 100_001))
    repo.write("big.txt", text)
    repo.commit()
    repo.write("big.txt", text.replace("line 77777\n", "changed\n"))
    repo.git("add", "-A")
    assert lines(only(staged(repo)).added) == [77_777]


def test_too_many_files_for_renames_is_said(repo: Repo) -> None:
    many(repo, 1_100, "a {i}\nb {i}\nc {i}\nd {i}\n")
    repo.commit_staged()
    repo.git("read-tree", "--empty")
    repo.git("update-ref", "-d", "refs/heads/many")
    rows = [
        f"M 100644 inline n/g{i}.py\ndata <<E\na {i}\nb {i}\nc {i}\nx {i}\nE\n"
        for i in range(1_100)
    ]
    head = "commit refs/heads/other\ncommitter x <x> 0 +0000\ndata 0\n\n"
    repo.git("fast-import", "--quiet", stdin=(head + "".join(rows)).encode())
    repo.git("read-tree", "refs/heads/other")
    change = staged(repo)
    assert len(change.files) == 2_200
    assert any("renames" in notice for notice in change.notices)
