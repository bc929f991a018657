from __future__ import annotations

from aireview.diffs.merging import own_changes
from aireview.model.change import ChangedFile, FileStatus, LineRange


def file(path: str, *added: tuple[int, int]) -> ChangedFile:
    spans = tuple(LineRange(start, end) for start, end in added)
    return ChangedFile(path=path, status=FileStatus.MODIFIED, added=spans)


def test_only_lines_that_no_parent_has_are_left() -> None:
    ours = [file("both", (1, 10)), file("theirs", (1, 3))]
    (kept,) = own_changes(ours, [[file("both", (5, 20)), file("ours", (1, 1))]])
    assert kept == file("both", (5, 10))


def test_every_further_parent_takes_its_lines_away() -> None:
    ours = [file("a", (1, 10)), file("b", (1, 10))]
    others = [[file("a", (2, 9)), file("b", (1, 9))], [file("a", (4, 4), (8, 12))]]
    assert own_changes(ours, others) == (file("a", (4, 4), (8, 9)),)
