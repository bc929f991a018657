"""The one place that chooses adapters and reads the environment.

Each function serves one command: it turns words of the command line into effects and hands them to
the pipeline. Imports are local because a hook must not pay for what it does not use.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import os
import time

from aireview.model.change import Origin
from aireview.model.finding import Report
from aireview.model.text import quote
from aireview.policy.profiles import defaults
from aireview.wiring.opening import narrowed, open_change
from aireview.wiring.options import CheckOptions
from aireview.wiring.settings import CHECK_NAMES, CONFIG, find_baseline, find_policy, today

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
    if any(file.path == CONFIG for file in change.files) and change.origin is not Origin.ALL:
        notices = (*notices, f"this change edits {CONFIG}; it is judged by {policy.source}")
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

    opened = open_change(options)
    policy, _ = find_policy(opened, options)
    path = os.path.join(opened.root, policy.baseline)  # noqa: PTH118 - surrogate paths
    write_whole(path, baseline.write(report.findings))
    return f"{len(report.findings)} findings are now in {quote(policy.baseline)}; commit it"
