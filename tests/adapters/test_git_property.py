"""Whatever the contents are: the lines that are read turn the old version into the new one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.reading import by_path, lines
from support.repo import Repo

from aireview.adapters.git.command import Git
from aireview.adapters.git.ranges import RangeChange
from aireview.adapters.git.staged import StagedChange
from aireview.diffs.lines import encode
from aireview.model.change import ChangedFile, FileStatus

PIECES = st.sampled_from(
    [
        b"", b"a", b"b", b"  a", b"\r", b"a\r", b"\x0c", b"\0", b"\xe9", b"\x1a", b"\x85",
        "\u2028".encode(), "\u2029x".encode(), b"@@ -1 +1 @@", b"@@ -1,3 +1,3 @@ x", b"+++ b/f0",
        b"--- a/f0", b"+", b"-", b"diff --git a/f0 b/f0", b"\\ No newline at end of file", b":100644",
        b"index 0000000..1111111", b"Binary files a and b differ", b"\x1b[31m",
    ]
)  # fmt: skip
LINES = st.lists(st.one_of(PIECES, st.binary(max_size=4).map(lambda x: x.replace(b"\n", b""))))
CONTENTS = st.builds(
    lambda rows, end: b"\n".join(rows) + (b"\n" if end and rows else b""), LINES, st.booleans()
)
PAIRS = st.lists(st.tuples(st.none() | CONTENTS, st.none() | CONTENTS), min_size=1, max_size=5)
SETTINGS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def scratch(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "scratch")
    repo.git("config", "core.safecrlf", "false")
    repo.git("config", "gc.auto", "0")
    return repo


@SETTINGS
@given(PAIRS)
def test_the_lines_turn_old_into_new(
    scratch: Repo, pairs: list[tuple[bytes | None, bytes | None]]
) -> None:
    base = _commit(scratch, [old for old, _ in pairs])
    _stage(scratch, [new for _, new in pairs])
    reader = StagedChange(Git(str(scratch.path)))
    _verify(reader, pairs, {f"f{number}" for number in range(len(pairs))})
    head = scratch.commit_staged()
    _verify(
        RangeChange(Git(str(scratch.path)), f"{base}..{head}"),
        pairs,
        {f"f{number}" for number in range(len(pairs))},
    )


def _verify(
    reader: StagedChange | RangeChange,
    pairs: list[tuple[bytes | None, bytes | None]],
    names: set[str],
) -> None:
    found = by_path(reader.change())
    renamed = {file.old_path for file in found.values() if file.old_path}
    assert set(found) | renamed <= names
    for number, (old, new) in enumerate(pairs):
        name = f"f{number}"
        if old == new:
            assert name not in found
            continue
        if name not in found:
            assert new is None, "a new version was lost"
            assert name in renamed
            continue
        file = found[name]
        before = old if file.old_path is None else pairs[int(file.old_path[1:])][0]
        content = b"" if file.status is FileStatus.DELETED else reader.read(file)
        assert content == (new or b"")
        assert _applied(file, before or b"", content) == content


def _applied(file: ChangedFile, old: bytes, new: bytes) -> bytes:
    """Return the new version put together from what is left of the old one and what is new."""
    added, removed = set(lines(file.added)), set(lines(file.removed))
    left = [row for at, row in enumerate(_rows(old), start=1) if at not in removed]
    fresh = _rows(new)
    assert removed <= set(range(1, len(_rows(old)) + 1))
    built: list[bytes] = []
    while left or len(built) + 1 in added:
        at = len(built) + 1
        built.append(fresh[at - 1] if at in added else left.pop(0))
    assert added <= set(range(1, len(built) + 1))
    return b"".join(built)


def _rows(content: bytes) -> list[bytes]:
    rows = [row + b"\n" for row in content.split(b"\n")]
    rows[-1] = rows[-1][:-1]
    return rows if rows[-1] else rows[:-1]


def _commit(repo: Repo, contents: list[bytes | None]) -> str:
    _stage(repo, contents)
    return repo.commit_staged()


def _stage(repo: Repo, contents: list[bytes | None]) -> None:
    """Make the index hold exactly the contents as f0, f1, …; None is no such file."""
    feed: list[bytes] = []
    for number, content in enumerate(contents):
        if content is not None:
            head = f"M 100644 inline f{number}\ndata {len(content)}\n"
            feed.append(encode(head) + content + b"\n")
    commit = b"commit refs/heads/contents\ncommitter x <x> 0 +0000\ndata 0\n\ndeleteall\n"
    repo.git("fast-import", "--quiet", "--force", stdin=commit + b"".join(feed))
    repo.git("read-tree", "refs/heads/contents")
    repo.git("update-ref", "-d", "refs/heads/contents")
