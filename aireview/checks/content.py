"""The content check: source that nobody, neither a check nor a reviewer, can read as text."""

from __future__ import annotations

from aireview.checks.seam import Check, Context, direct
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


def _find(context: Context) -> tuple[Finding, ...]:
    return tuple(
        _finding(file, file.skip.reason, file.skip.detail)
        for file in context.change.files
        if file.skip is not None and file.skip.reason in _WHY and _is_source(file)
    )


def _is_source(file: ChangedFile) -> bool:
    # A picture in Git LFS is where it belongs.
    return language_of(file.path) is not None


def _finding(file: ChangedFile, reason: SkipReason, detail: str) -> Finding:
    more = f" ({detail})" if detail else ""
    return Finding(
        rule=UNREVIEWABLE,
        path=file.path,
        start_line=1,
        end_line=1,
        message=f"This source file {_WHY[reason]}{more}: no check has read it.",
        snippet=reason.value,
        fix=_FIX[reason],
    )


CONTENT: Check = direct(NAME, _find)
