"""Files that stand for a manifest under another name: includes and links."""

from __future__ import annotations

import pytest
from support.packages import review

from aireview.checks.packages.changed import compare
from aireview.model.change import (
    Change,
    ChangedFile,
    FileKind,
    FileStatus,
    Origin,
    Skip,
    SkipReason,
)

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


@pytest.mark.parametrize("name", ["deps.dat", "deps/list", "deps/main.lst"])
def test_a_file_that_a_change_includes_is_read_whatever_its_name(name: str) -> None:
    said = review({"requirements.txt": f"-r {name}\n", name: "made-up-xtr\n"})
    assert said.words == [("hallucinated", "A", name, 1)]


def test_a_file_without_an_ending_is_read_where_the_base_includes_it() -> None:
    base = {"requirements.txt": "-r deps/list\n", "deps/list": "requests\n"}
    said = review({**base, "deps/list": "requests\nmade-up-xtr\n"}, base)
    assert said.words == [("hallucinated", "A", "deps/list", 2)]


def test_a_file_that_nothing_includes_is_no_manifest() -> None:
    assert review({"requirements.txt": "-r other\n", "deps.dat": "made-up-xtr\n"}).words == []


@pytest.mark.parametrize(
    ("path", "target", "told"),
    [
        ("requirements.txt", "deps.dat", True),
        ("requirements.txt", "/etc/passwd", True),
        ("requirements.txt", "../../elsewhere/requirements.txt", True),
        ("api/requirements.txt", "../requirements/base.txt", False),
        ("CLAUDE.md", "AGENTS.md", False),
        ("bin/tool", "tool.py", False),
    ],
)
def test_a_link_is_told_unless_its_end_is_read_as_the_same(
    path: str, target: str, *, told: bool
) -> None:
    link = ChangedFile(
        path=path,
        status=FileStatus.ADDED,
        kind=FileKind.SYMLINK,
        new_blob="0" * 40,
        skip=Skip(SkipReason.SYMLINK),
    )
    change = Change(origin=Origin.RANGE, files=(link,))
    unread = compare(change, lambda _: target, lambda _: None).unread
    assert [place for place, _ in unread] == ([path] if told else [])
