from __future__ import annotations

import pytest

from aireview.diffs.classify import HEAD_SIZE, classify
from aireview.model.change import SkipReason

POINTER = (
    b"version https://git-lfs.github.com/spec/v1\n"
    b"oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n"
)


def why(
    path: str, content: bytes, size: int | None = None, limit: int = 1_000
) -> SkipReason | None:
    skip = classify(path, content, len(content) if size is None else size, limit=limit)
    return skip.reason if skip else None


@pytest.mark.parametrize("path", ["model.py", "photo.psd", "noextension"])
def test_a_large_file_pointer_is_told_under_any_name(path: str) -> None:
    assert why(path, POINTER) is SkipReason.LFS_POINTER


def test_text_about_pointers_is_no_pointer() -> None:
    assert why("notes.md", b"# about\n" + POINTER) is None
    assert why("big.py", POINTER + b"x" * 2_000, limit=9_000) is None


@pytest.mark.parametrize(
    "content",
    [
        b"x = 1\n\0\n",
        "x = 1\n".encode("utf-16"),
        "x = 1\n".encode("utf-16-le"),
        "x = 1\n".encode("utf-16-be"),
        "\u8a9e".encode("utf-16"),
        "x = 1\n".encode("utf-32"),
        b"x" * 900 + b"\0",
    ],
)
def test_source_that_is_no_text_is_told_apart_from_binaries(content: bytes) -> None:
    assert why("app.py", content) is SkipReason.NOT_TEXT
    assert why("ci.yml", content) is SkipReason.NOT_TEXT
    assert why("logo.png", content) is SkipReason.BINARY


@pytest.mark.parametrize(
    "content",
    [b"", b"x = 1\r\n", b"\xe9t\xe9 = 1\n", b"\xef\xbb\xbfx = 1\n", "x = '\u2028\x0c'\n".encode()],
)
def test_odd_text_is_text(content: bytes) -> None:
    assert why("app.py", content) is None
    assert why("unknown.zzz", content) is None


def test_code_above_the_limit_is_not_let_through_silently() -> None:
    head = b"x" * HEAD_SIZE
    assert why("app.js", b"x" * 1_000) is None
    assert why("app.js", head, 1_001) is SkipReason.TOO_LARGE
    assert why("package-lock.json", head, 1_001) is SkipReason.EXCLUDED
    assert why("dump.txt", head, 1_001) is SkipReason.EXCLUDED
    assert why("movie.mp4", b"\0" * HEAD_SIZE, 10**9) is SkipReason.BINARY
    assert why("app.py", b"\0" * HEAD_SIZE, 10**9) is SkipReason.NOT_TEXT


def test_the_size_stands_in_the_detail() -> None:
    skip = classify("app.js", b"x" * HEAD_SIZE, 1_000_001)
    assert skip is not None
    assert skip.detail == "1000001 bytes, the limit is 1000000"
