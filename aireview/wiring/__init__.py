"""The one place that chooses adapters and reads the environment.

Each function serves one command: it turns words of the command line into effects and hands them to
the pipeline. Imports are local because a hook must not pay for what it does not use.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import os
import time

from aireview import __version__
from aireview.errors import AireviewError, IncompleteError
from aireview.model.change import Change, ChangedFile, FileStatus, Origin
from aireview.model.finding import Report, Verdict
from aireview.model.provenance import Attribution
from aireview.model.text import quote
from aireview.policy.profiles import defaults
from aireview.policy.values import FILE_NAME, Policy
from aireview.wiring.opening import Opened, narrowed, open_change
from aireview.wiring.options import CheckOptions
from aireview.wiring.settings import CHECK_NAMES, find_baseline, find_policy, parsed, today

__all__ = [
    "CHECK_NAMES",
    "CheckOptions",
    "check",
    "render",
    "today",
    "write_baseline",
    "write_report",
]


def check(options: CheckOptions) -> Report:
    """Run `aireview check`. Raises AireviewError for what the words or the configuration ask."""
    from aireview.pipeline.check import Inputs
    from aireview.pipeline.check import check as run
    from aireview.wiring.authorship import attributor
    from aireview.wiring.checking import Temporary, choose_checks

    opened = open_change(options)
    policy, notices = find_policy(opened, options)
    if policy.max_file_bytes != defaults().max_file_bytes:
        opened = open_change(options, limit=policy.max_file_bytes)
    change = narrowed(options, opened.source.change())
    notices = (*notices, *policy.warnings, *_policy_changed(opened, change, policy))
    with Temporary() as temporary:
        return run(
            Inputs(
                change=change,
                read=opened.source.read,
                attribute=attributor(opened, options),
                policy=policy,
                checks=choose_checks(policy, options, opened, temporary),
                baseline=find_baseline(opened, policy),
                today=today(),
                now_ms=lambda: time.monotonic_ns() // 1_000_000,
                notices=notices,
                only_ai=options.scope == "ai",
            )
        )


def attributed_range(
    revisions: str, branch: str | None, pull_request: str | None
) -> tuple[Change, Attribution]:
    """Return a range and who wrote it, down to the lines of its files."""
    from aireview.wiring.authorship import attributor

    options = CheckOptions(revisions=revisions, branch=branch, pull_request=pull_request)
    opened = open_change(options)
    change = opened.source.change()
    return change, attributor(opened, options)(change)


def agent_trace(change: Change, attribution: Attribution) -> str:
    """Return a judged range as an Agent Trace record, stamped with the present."""
    from aireview.pipeline.line_authorship import export_agent_trace

    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    record = export_agent_trace(change, attribution, timestamp=now, tool_version=__version__)
    return record.decode("utf-8")


def render(report: Report, options: CheckOptions) -> str:
    """Return the report in the format that was asked for."""
    from aireview.reports.formats import FORMATS, Terminal
    from aireview.wiring.terminal import colors, columns

    terminal = Terminal(
        color=options.output is None and colors(),
        width=columns(),
        verbose=options.verbose,
    )
    return FORMATS[options.format_name](report, terminal)


def write_report(text: str, path: str) -> None:
    """Write a report to a file, whole or not at all."""
    from aireview.adapters.files import write_whole

    write_whole(path, text.encode("utf-8", "backslashreplace"))


def write_baseline(report: Report, options: CheckOptions) -> str:
    """Accept the findings of a report on record, and return in words what was done."""
    from aireview.adapters.files import write_whole
    from aireview.policy import baseline

    if not options.everything or options.paths:
        raise AireviewError(
            "a baseline accepts everything that is there, not a part of it",
            "Run `aireview check --all --write-baseline` without a path.",
        )
    if report.verdict is Verdict.INCOMPLETE:
        raise IncompleteError(
            "the check was incomplete, so there is nothing to accept", "See `aireview check --all`."
        )
    opened = open_change(options)
    policy, _ = find_policy(opened, options)
    path = os.path.join(opened.root, policy.baseline)  # noqa: PTH118 - surrogate paths
    write_whole(path, baseline.write(report.findings))
    accepted = len(baseline.acceptable(report.findings))
    noun = "finding is" if accepted == 1 else "findings are"
    return f"{accepted} {noun} now in {quote(policy.baseline)}; commit it"


def _policy_changed(opened: Opened, change: Change, policy: Policy) -> tuple[str, ...]:
    """Say that a change edits the policy, and in what it makes the policy weaker."""
    if change.origin is Origin.ALL:
        return ()
    others = tuple(
        f"this change edits {quote(file.path)}, which checks rest on; the base's version counts"
        for file in change.files
        if file.path == policy.baseline
        or any(file.path.startswith(f"{folder}/") for folder in policy.rule_folders)
    )
    edited = next((file for file in change.files if FILE_NAME in (file.path, file.old_path)), None)
    if edited is None:
        return others
    return (*others, *_policy_edit(opened, edited, policy))


def _policy_edit(opened: Opened, edited: ChangedFile, policy: Policy) -> tuple[str, ...]:
    from aireview.policy.weakening import weakenings

    said = f"this change edits {FILE_NAME}; it is judged by {policy.source}"
    gone = edited.status is FileStatus.DELETED or edited.path != FILE_NAME
    if gone or edited.skip is not None:
        newer = defaults()
    else:
        try:
            newer = parsed(opened.source.read(edited), FILE_NAME, "the change")
        except AireviewError as error:
            return (said, f"the policy of this change cannot be used: {error.message}")
    return (
        said,
        *(f"this change weakens the policy: {what}" for what in weakenings(policy, newer)),
    )
