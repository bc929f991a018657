"""What the commit hook leaves behind: which tree it checked, how that ended, what it warned of.

Three readers: the commit hook itself, which hook runners call twice when the names of a commit do
not fit into one command line; the message hook, which repeats warnings that runners hide; and the
record, which says whether a commit was checked at all.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from aireview.model.finding import Finding, Report
from aireview.model.text import quote

_SHOWN = 3
_SECONDS = 60


class LastCheck(msgspec.Struct, frozen=True, kw_only=True):
    """One run of the commit hook.

    `tree` and `head` are object ids (`head` empty before the first commit), `runner` identifies
    the parent process, `options` are the words that change what is checked, `outside` is a digest of
    the environment and of a policy on the disk (empty where no second call can come), `at` is a
    monotonic clock in seconds. `code` is the exit code, `warnings` are lines that are safe to print.
    """

    tree: str
    head: str
    version: str
    runner: str
    options: str
    at: float
    outside: str = ""
    code: Annotated[int, msgspec.Meta(ge=0, le=3)] = 0
    warnings: tuple[str, ...] = ()


def encode(last: LastCheck) -> bytes:
    """Return the content of the file."""
    return msgspec.json.encode(last) + b"\n"


def decode(content: bytes | None) -> LastCheck | None:
    """Read the file; None for nothing, an older format or damage."""
    if not content:
        return None
    try:
        return msgspec.json.decode(content, type=LastCheck)
    except msgspec.DecodeError:
        return None


def same_run(last: LastCheck | None, now: LastCheck) -> bool:
    """Whether `last` answers for `now`.

    It does for the same tree, parent, program, runner process and environment, and only right
    after: what a check says also depends on other things, such as which engines are installed.
    """
    if last is None or not (now.tree and now.runner and now.outside):
        return False
    return _key(last) == _key(now) and 0 <= now.at - last.at <= _SECONDS


def warnings(report: Report) -> tuple[str, ...]:
    """Return the findings of a passed check that a person should still see, worst first."""
    open_ones = [f for f in report.findings if f.in_change and f.suppressed is None]
    lines = [_line(finding) for finding in open_ones[:_SHOWN]]
    if len(open_ones) > _SHOWN:
        lines.append(
            f"and {len(open_ones) - _SHOWN} more: see `aireview check --range HEAD~..HEAD`"
        )
    return tuple(lines)


def _line(finding: Finding) -> str:
    place = f"{quote(finding.path)}:{finding.start_line}"
    return f"{place}: {finding.rule.id}: {quote(finding.message)}"


def _key(last: LastCheck) -> tuple[str, ...]:
    return (last.tree, last.head, last.version, last.runner, last.options, last.outside)
