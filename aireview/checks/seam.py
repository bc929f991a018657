"""What every check is: a name, and a function that starts it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from aireview.model.change import Change, ChangedFile
from aireview.model.finding import CheckRun, Finding, Outcome


class Context(NamedTuple):
    """What a check may see: the change, and the new version of each readable file.

    `texts` maps the path of every readable file to its content, decoded with surrogate escapes.
    """

    change: Change
    texts: Mapping[str, str]


class Check(NamedTuple):
    """A check. `start` begins the work and returns a function that waits for the result.

    The pipeline starts all checks before it waits for any, so that work in other processes
    overlaps with ours.
    """

    name: str
    start: Callable[[Context], Callable[[], CheckRun]]


def direct(name: str, find: Callable[[Context], tuple[Finding, ...]]) -> Check:
    """Return a check that does its work at once, in this process."""

    def start(context: Context) -> Callable[[], CheckRun]:
        return lambda: completed(name, find(context))

    return Check(name, start)


def completed(name: str, findings: tuple[Finding, ...]) -> CheckRun:
    """Return the run of a check that saw everything it should see."""
    outcome = Outcome.FAILED if findings else Outcome.PASSED
    return CheckRun(name=name, outcome=outcome, findings=findings)


def readable(context: Context) -> tuple[tuple[ChangedFile, str], ...]:
    """Return the files that a check can look into, with their text."""
    texts = context.texts
    return tuple((f, texts[f.path]) for f in context.change.files if f.path in texts)
