"""What a run could not look at. Every format says it: not run is never passed."""

from __future__ import annotations

from collections import Counter

import msgspec

from aireview.model.change import SkipReason
from aireview.model.finding import Outcome, Report, Verdict
from aireview.model.text import printable

_LOOKED = (Outcome.PASSED, Outcome.FAILED)


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """One check that did not run to its end, or one file that could not be read.

    `check` or `path` is empty, depending on which of the two it is. `reason` is in words and
    printable, and never empty.
    """

    outcome: Outcome
    reason: str
    check: str = ""
    path: str = ""

    @property
    def name(self) -> str:
        """What was not looked at, printable."""
        return printable(self.check or self.path)

    @property
    def sentence(self) -> str:
        """What was not looked at and why, as one line."""
        what = self.outcome.value if self.check else SkipReason.UNREADABLE.value
        return f"{self.name}: {what}: {self.reason}"


def gaps(report: Report) -> tuple[Gap, ...]:
    """Return what was not looked at, checks first. Files that are skipped by nature are no gap."""
    checks = [
        Gap(
            outcome=run.outcome,
            reason=printable(run.reason) or "no reason given",
            check=run.name,
        )
        for run in report.checks
        if run.outcome not in _LOOKED
    ]
    files = [
        Gap(
            outcome=Outcome.ERROR,
            reason=printable(file.skip.detail) or "the content could not be read",
            path=file.path,
        )
        for file in report.change.files
        if file.skip is not None and file.skip.reason is SkipReason.UNREADABLE
    ]
    return (*checks, *files)


def complete(report: Report) -> bool:
    """Whether everything that was asked for was looked at; a skip by choice does not count."""
    return report.verdict is not Verdict.INCOMPLETE and all(
        gap.outcome is Outcome.SKIPPED for gap in gaps(report)
    )


def skipped_files(report: Report) -> tuple[tuple[SkipReason, int], ...]:
    """Return how many listed paths were not read for each reason, in the order of the reasons.

    Unreadable files are gaps and not counted here.
    """
    counts = Counter(file.skip.reason for file in report.change.files if file.skip is not None)
    return tuple(
        (reason, counts[reason])
        for reason in SkipReason
        if counts[reason] and reason is not SkipReason.UNREADABLE
    )
