"""Whether the content of a file can be reviewed, from its bytes and its name."""

from __future__ import annotations

from aireview.diffs.languages import is_code, language_of
from aireview.model.change import Skip, SkipReason

SIZE_LIMIT = 1_000_000
HEAD_SIZE = 8_192
LONGEST_LINE = 20_000  # characters

# A pointer is at most 1024 bytes and starts with its version
# (git-lfs, docs/spec.md; the second is the name of the tool before its first release).
_LFS_VERSIONS = (
    b"version https://git-lfs.github.com/spec/",
    b"version https://hawser.github.com/spec/",
)
_LFS_SIZE = 1_024
# Longest first: the UTF-32 mark starts with the UTF-16 one.
_WIDE_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def classify(path: str, content: bytes, size: int, *, limit: int = SIZE_LIMIT) -> Skip | None:
    """Return why a file cannot be reviewed, None when it can.

    `content` is the file or, for one above `limit` bytes, at least its first `HEAD_SIZE` bytes;
    `size` is its full length in bytes. Code that is no text is `NOT_TEXT`, code above the limit
    `TOO_LARGE`; other files are `BINARY` and, for data and prose above the limit, `EXCLUDED`.
    """
    if is_lfs_pointer(content, size):
        return Skip(SkipReason.LFS_POINTER, "the content is kept outside git")
    wide = _not_text(content)
    if wide:
        known = language_of(path) is not None
        return Skip(SkipReason.NOT_TEXT if known else SkipReason.BINARY, wide)
    if size > limit:
        detail = f"{size} bytes, the limit is {limit}"
        reason = SkipReason.TOO_LARGE if is_code(path) else SkipReason.EXCLUDED
        return Skip(reason, detail, by_size=True)
    return None


def is_minified(path: str, text: str) -> bool:
    """Whether code has a line that nobody reads: bundles, packed data in a literal."""
    return is_code(path) and any(len(line) > LONGEST_LINE for line in text.split("\n"))


def is_lfs_pointer(content: bytes, size: int) -> bool:
    """Whether a file is a Git LFS pointer instead of what its name promises."""
    return size <= _LFS_SIZE and content.startswith(_LFS_VERSIONS) and b"\noid " in content


def _not_text(content: bytes) -> str:
    for mark, encoding in _WIDE_MARKS:
        if content.startswith(mark):
            return f"{encoding} text"
    at = content.find(b"\0")
    if at < 0:
        return ""
    sample = content[:HEAD_SIZE]
    if sample.count(b"\0") * 3 >= len(sample):
        return "UTF-16 or UTF-32 text, or no text at all"
    return f"holds a NUL byte (at offset {at})"
