"""The `gitlab` format: a Code Quality report, GitLab's subset of the Code Climate format.

Holds the findings that count; the format has no place for anything else, so suppressed findings,
findings on untouched lines and whatever was not checked are only told by the exit code and the other
formats. GitLab drops the second of two equal fingerprints, so these are made unique.
"""

from __future__ import annotations

import msgspec

from aireview.model.finding import Finding, Report, Severity
from aireview.model.text import printable
from aireview.reports import log_safe
from aireview.reports.selection import numbered, select

_SEVERITIES = {
    Severity.CRITICAL: "blocker",
    Severity.HIGH: "critical",
    Severity.MEDIUM: "major",
    Severity.LOW: "minor",
    Severity.INFO: "info",
}


class _Lines(msgspec.Struct, frozen=True):
    begin: int
    end: int


class _Location(msgspec.Struct, frozen=True):
    path: str
    lines: _Lines


class _Issue(msgspec.Struct, frozen=True, kw_only=True):
    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: _Location


def render(report: Report) -> str:
    """Return the findings that count as a JSON array, `[]` for none."""
    issues = [_issue(finding, key) for finding, key in numbered(select(report).counted)]
    return log_safe.json(msgspec.json.format(msgspec.json.encode(issues), indent=2)) + "\n"


def _issue(finding: Finding, key: str) -> _Issue:
    start = max(finding.start_line, 1)
    return _Issue(
        description=printable(finding.message or finding.rule.title),
        check_name=printable(finding.rule.id),
        fingerprint=printable(key),
        severity=_SEVERITIES[finding.rule.severity],
        location=_Location(printable(finding.path), _Lines(start, max(finding.end_line, start))),
    )
