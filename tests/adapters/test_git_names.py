"""Names that are hard to print, to quote or to decode."""

from __future__ import annotations

import pytest
from support.reading import by_path, lines, only, ranged, staged
from support.repo import Repo

from aireview.adapters.git.command import Git
from aireview.adapters.git.ranges import RangeChange
from aireview.adapters.git.staged import StagedChange
from aireview.adapters.git.worktree import WorkTree
from aireview.diffs.lines import decode

NAMES = [
    b"caf\xe9.py",
    b"\xff\xfe.py",
    b"new\nline.py",
    b"t\tab.py",
    b'quo"te.py',
    b"back\\slash.py",
    b"sp ace .py",
    b" lead.py",
    b"-p",
    b"--output=x",
    b":(top)x.py",
    b"glob*[a].py",
    b"b/ a/b.py",
    b"\x1b[31mred.py",
    b"\r.py",
    b"\x7f\x01.py",
    b"a => b.py",
    "\u202etxt.py".encode(),
    "\u8a9e\U0001f600.py".encode(),
    "e\u0301.py".encode(),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_comes_through_as_it_is(repo: Repo, name: bytes) -> None:
    repo.write(name, "1\n")
    repo.git("add", "-A")
    assert only(staged(repo)).path == decode(name)
    root = repo.commit()
    repo.write(name, "1\n2\n")
    repo.git("add", "-A")
    reader = StagedChange(Git(str(repo.path)))
    file = only(reader.change())
    assert (file.path, lines(file.added)) == (decode(name), [2])
    assert reader.read(file) == b"1\n2\n"
    assert reader.base_file(file.path) == b"1\n"
    head = repo.commit()
    assert only(ranged(repo, f"{root}..{head}")).path == decode(name)
    everything = WorkTree(Git(str(repo.path)))
    assert everything.read(only(everything.change())) == b"1\n2\n"


def test_all_of_them_at_once_keep_their_own_lines(repo: Repo) -> None:
    for name in NAMES:
        repo.write(name, "1\n")
    repo.commit()
    for number, name in enumerate(NAMES, start=1):
        repo.write(name, "1\n" + "new\n" * number)
    head = repo.commit()
    found = by_path(ranged(repo, head))
    assert {path: len(lines(file.added)) for path, file in found.items()} == {
        decode(name): number for number, name in enumerate(NAMES, start=1)
    }


def test_a_rename_between_odd_names_has_both(repo: Repo) -> None:
    repo.write(b"o\nld\xff.py", "1\n2\n3\n4\n5\n")
    repo.commit()
    (repo.path / "o\nld\udcff.py").rename(repo.path / 'n\te"w.py')
    repo.git("add", "-A")
    file = only(staged(repo))
    assert (file.old_path, file.path) == ("o\nld\udcff.py", 'n\te"w.py')


def test_a_repository_in_an_odd_place_is_read(repo: Repo) -> None:
    place = Repo(repo.path / "pl\nace \udcff" / "x")
    place.write("a.py", "x\n")
    place.git("add", "-A")
    assert only(staged(place)).path == "a.py"
    commit = place.commit()
    assert RangeChange(Git(str(place.path)), commit).change().head == commit
    everything = WorkTree(Git(str(place.path)))
    assert everything.read(only(everything.change())) == b"x\n"
