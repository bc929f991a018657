"""The one check that hooks run, over whatever part of the repository they were called for."""

from __future__ import annotations

from typing import NamedTuple

from aireview.cli.endings import show
from aireview.cli.hook_facts import say
from aireview.model.finding import Outcome, Report, Verdict


class Selection(NamedTuple):
    """What to check: what is staged; or `base`..`head`; or the files `paths` as they are.

    `base` None with a head: everything from the first commit to `head`.
    """

    staged: bool = False
    base: str | None = None
    head: str | None = None
    paths: tuple[str, ...] = ()


class Checked(NamedTuple):
    """How a check ended: its exit code, and findings that did not fail it, ready to print."""

    code: int
    warnings: tuple[str, ...]


def check(selection: Selection, *, semgrep: bool) -> Checked:
    """Check a selection, print its report to stdout, and return how it ended."""
    from aireview import wiring  # noqa: PLC0415 - a second call by a runner needs none of it
    from aireview.pipeline.last_check import warnings  # noqa: PLC0415 - as above

    if selection.paths:
        count = len(selection.paths)
        say(f"none of these {count} files is staged: checking them as a whole")
    options = wiring.CheckOptions(
        paths=selection.paths,
        staged=selection.staged,
        everything=bool(selection.paths),
        revisions=_revisions(selection),
        no_semgrep=not semgrep,
        in_hook=True,
    )
    report = wiring.check(options)
    if not _is_silent(report):
        show(wiring.render(report, options))
    return Checked(report.verdict.exit_code, warnings(report))


def _is_silent(report: Report) -> bool:
    """Whether there is nothing to tell: most commits, which need not load a report format."""
    ran = (Outcome.PASSED, Outcome.SKIPPED)
    return (
        report.verdict is Verdict.PASS
        and not report.findings
        and not report.notices
        and all(run.outcome in ran for run in report.checks)
    )


def _revisions(selection: Selection) -> str | None:
    if selection.head is None:
        return None
    from aireview.adapters.git.ranges import EMPTY_TREES  # noqa: PLC0415 - only for ranges

    return f"{selection.base or EMPTY_TREES[0]}..{selection.head}"
