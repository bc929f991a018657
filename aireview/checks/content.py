"""The content check: source that nobody, neither a check nor a reviewer, can read as text."""

from __future__ import annotations

from aireview.checks.seam import Check, Context, direct, readable
from aireview.diffs.classify import is_minified
from aireview.diffs.languages import language_of
from aireview.model.change import ChangedFile, SkipReason
from aireview.model.finding import Finding, Rule, Severity, Tier

NAME = "content"

UNREVIEWABLE = Rule(
    id="unreviewable-content",
    title="Source file that cannot be read as text",
    tier=Tier.B,
    severity=Severity.MEDIUM,
    check=NAME,
    cwe="CWE-1007",
)

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
        _finding(file, _WHY[file.skip.reason], _FIX[file.skip.reason], file.skip.detail)
        for file in context.change.files
        if file.skip is not None and file.skip.reason in _WHY and _is_source(file)
    )
    packed = tuple(
        _finding(file, "has a line of more than 20,000 characters", _UNPACK)
        for file, text in readable(context)
        if is_minified(file.path, text) and file.added
    )
    return (*unread, *packed)


def _is_source(file: ChangedFile) -> bool:
    # A picture in Git LFS is where it belongs.
    return language_of(file.path) is not None


def _finding(file: ChangedFile, why: str, fix: str, detail: str = "") -> Finding:
    more = f" ({detail})" if detail else ""
    return Finding(
        rule=UNREVIEWABLE,
        path=file.path,
        start_line=1,
        end_line=1,
        message=f"This source file {why}{more}: no rule has read it.",
        snippet=why,
        fix=fix,
    )


CONTENT: Check = direct(NAME, _find)
