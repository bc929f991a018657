"""Which findings of a report a format shows in full, and which it only counts."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from aireview.model.finding import Finding, Outcome, Report, Verdict


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """The findings of a report by what they mean to the reader, each in the report's order.

    `blocking` made the verdict fail; `other` are as real but do not; `suppressed` somebody
    disagreed with; `outside` lie on lines that the change did not touch.
    """

    blocking: tuple[Finding, ...]
    other: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    outside: tuple[Finding, ...]

    @property
    def counted(self) -> tuple[Finding, ...]:
        """The findings to show: blocking ones first."""
        return (*self.blocking, *self.other)


def select(report: Report) -> Selection:
    """Sort the findings of `report` into the four groups; every finding is in exactly one."""
    blocking: list[Finding] = []
    other: list[Finding] = []
    suppressed: list[Finding] = []
    outside: list[Finding] = []
    fingerprints = blocking_in(report)
    for finding in report.findings:
        if finding.suppressed is not None:
            suppressed.append(finding)
        elif blocks(fingerprints, finding):
            blocking.append(finding)
        elif not finding.in_change:
            outside.append(finding)
        else:
            other.append(finding)
    return Selection(
        blocking=tuple(blocking),
        other=tuple(other),
        suppressed=tuple(suppressed),
        outside=tuple(outside),
    )


def blocking_in(report: Report) -> frozenset[str]:
    """Return the fingerprints that made the verdict fail, to be asked for many findings."""
    return frozenset(report.blocking)


def blocks(blocking: frozenset[str], finding: Finding) -> bool:
    """Whether `finding` is one of those that made the verdict fail: it is in `blocking`."""
    return finding.suppressed is None and finding.fingerprint in blocking


def reasons(report: Report) -> tuple[str, ...]:
    """Return what decided the verdict; never empty for one that is not a pass."""
    if report.reasons or report.verdict is Verdict.PASS:
        return report.reasons
    if report.verdict is Verdict.INCOMPLETE:
        return ("not everything could be checked",)
    failed = tuple(
        f"{run.name}: {run.reason or run.outcome.value}"
        for run in report.checks
        if run.outcome is Outcome.FAILED
    )
    return failed or ("the policy does not allow this change",)


def notices(report: Report) -> tuple[str, ...]:
    """Return what a person should be told about the run as a whole, each thing once."""
    return tuple(dict.fromkeys((*report.change.notices, *report.notices)))


def numbered(findings: tuple[Finding, ...]) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with a key unique in the list: its fingerprint, `-2` for the next equal.

    Two equal pieces of code in one symbol share a fingerprint, and some readers keep only one.
    """
    seen: dict[str, int] = {}
    for finding in findings:
        times = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        yield finding, finding.fingerprint if times == 1 else f"{finding.fingerprint}-{times}"
