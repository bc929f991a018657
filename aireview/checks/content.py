"""The content check: source that nobody, neither a check nor a reviewer, can read as text."""

from __future__ import annotations

import re

from aireview.checks.seam import Check, Context, direct, readable
from aireview.diffs.classify import is_minified
from aireview.diffs.languages import is_code, language_of
from aireview.model.change import ChangedFile, SkipReason
from aireview.model.finding import Finding, Rule, Severity, Tier
from aireview.model.text import quote

NAME = "content"

UNREVIEWABLE = Rule(
    id="unreviewable-content",
    title="Source file that cannot be read as text",
    tier=Tier.B,
    severity=Severity.MEDIUM,
    check=NAME,
    cwe="CWE-1007",
)

# Text that editors, forges and rules cannot read but that a program runs from all the same.
UNREADABLE_CODE = Rule(
    id="unreadable-code",
    title="Code in an encoding that reviewers and rules do not see through",
    tier=Tier.A,
    severity=Severity.HIGH,
    check=NAME,
    cwe="CWE-1007",
)
RULES = (UNREVIEWABLE, UNREADABLE_CODE)

# Python reads a file in the encoding that its first two lines name (PEP 263). These are supersets
# of ASCII or close to it: what looks like code in them is the code.
_COOKIE = re.compile(r"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_PLAIN_ENCODINGS = (
    "ascii", "big5", "cp125", "cp8", "cp9", "euc", "gb18030", "gb2312", "gbk", "iso-8859",
    "iso8859", "koi8", "latin", "mac", "shift-jis", "sjis", "us-ascii", "utf-8", "utf8", "windows-125",
)  # fmt: skip

_WHY = {
    SkipReason.TOO_LARGE: "is larger than the limit",
    SkipReason.LFS_POINTER: "is a Git LFS pointer, not the source itself",
    SkipReason.NOT_TEXT: "is not UTF-8 text",
}
_FIX = {
    SkipReason.TOO_LARGE: "Split it, exclude it if it is generated, or raise "
    "`limits.max_file_bytes` in .aireview.yml.",
    SkipReason.LFS_POINTER: "Keep source files out of Git LFS.",
    SkipReason.NOT_TEXT: "Save it as UTF-8 without NUL bytes.",
}
_UNPACK = "Commit the source instead of the bundle, or exclude the path in .aireview.yml."


def _find(context: Context) -> tuple[Finding, ...]:
    unread = tuple(
        _finding(
            file,
            _WHY[file.skip.reason],
            _FIX[file.skip.reason],
            file.skip.detail,
            rule=_rule(file.skip.reason, file.path),
        )
        for file in context.change.files
        if file.skip is not None and file.skip.reason in _WHY and _is_source(file)
    )
    packed = tuple(
        _finding(file, "has a line of more than 20,000 characters", _UNPACK)
        for file, text in readable(context)
        if is_minified(file.path, text) and file.added
    )
    encoded = tuple(
        _finding(
            file,
            f"names the encoding {quote(name, 40)}",
            "Save it as UTF-8 and drop the line.",
            rule=UNREADABLE_CODE,
        )
        for file, text in readable(context)
        if (name := _odd_encoding(file.path, text)) and file.added
    )
    return (*unread, *packed, *encoded)


def _odd_encoding(path: str, text: str) -> str:
    """Return the encoding that a Python file asks for, empty where it is a usual one."""
    if language_of(path) != "python":
        return ""
    for line in text.split("\n", 2)[:2]:
        found = _COOKIE.match(line[:200])
        if found:
            name = found.group(1).lower().replace("_", "-")
            return "" if name.startswith(_PLAIN_ENCODINGS) else name
    return ""


def _rule(reason: SkipReason, path: str) -> Rule:
    # A NUL in a comment hides a program from every rule, and interpreters run it all the same.
    hides = reason is SkipReason.NOT_TEXT and is_code(path)
    return UNREADABLE_CODE if hides else UNREVIEWABLE


def _is_source(file: ChangedFile) -> bool:
    # A picture in Git LFS is where it belongs.
    return language_of(file.path) is not None


def _finding(
    file: ChangedFile, why: str, fix: str, detail: str = "", *, rule: Rule = UNREVIEWABLE
) -> Finding:
    more = f" ({detail})" if detail else ""
    return Finding(
        rule=rule,
        path=file.path,
        start_line=1,
        end_line=1,
        message=f"This source file {why}{more}: no rule has read it.",
        snippet=why,
        fix=fix,
    )


CONTENT: Check = direct(NAME, _find)
