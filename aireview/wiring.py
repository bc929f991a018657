"""The one place that chooses adapters and reads the environment.

Each function serves one command: it turns words of the command line into effects and hands them to
the pipeline.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from aireview.errors import AireviewError
from aireview.model.change import Origin
from aireview.model.text import quote

if TYPE_CHECKING:
    from aireview.checks.seam import Check
    from aireview.model.change import Change, PullRequest
    from aireview.model.finding import Report
    from aireview.model.provenance import Attribution, Signal
    from aireview.policy.values import Policy
    from aireview.ports import Source

CHECK_NAMES = ("content", "hidden-text", "semgrep")
CONFIG = ".aireview.yml"


class CheckOptions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of `aireview check`; see its help."""

    paths: tuple[str, ...] = ()
    staged: bool = False
    revisions: str | None = None
    everything: bool = False
    scope: str = "all"
    checks: str | None = None
    no_semgrep: bool = False
    offline: bool = False
    config: str | None = None
    branch: str | None = None
    pull_request: str | None = None
    format_name: str = "text"
    output: str | None = None
    write_baseline: bool = False
    verbose: bool = False


def check(options: CheckOptions) -> Report:
    """Run `aireview check`."""
    from aireview.pipeline.check import Inputs  # noqa: PLC0415 - `--help` needs none of it
    from aireview.pipeline.check import check as run  # noqa: PLC0415

    source = open_source(options)
    change = _only(options, source.change())
    policy, notices = load_policy(source, change, options.config)
    return run(
        Inputs(
            change=change,
            read=source.read,
            attribute=_attributor(source, options),
            policy=policy,
            checks=_checks(policy, options, source),
            baseline=_baseline(source, policy),
            today=today(),
            now_ms=lambda: time.monotonic_ns() // 1_000_000,
            notices=notices,
            only_ai=options.scope == "ai",
        )
    )


def today() -> str:
    """Return the date as YYYY-MM-DD, in UTC so that an expiry is the same day everywhere."""
    return time.strftime("%Y-%m-%d", time.gmtime())
