"""What SARIF says about the run itself: every check or file that was not looked at, and limits."""

from __future__ import annotations

from collections.abc import Iterator

from aireview.model.finding import Outcome, Report, Verdict
from aireview.model.text import quote
from aireview.reports import sarif_v2 as v2
from aireview.reports.gaps import Gap, gaps
from aireview.reports.passage import count, sentence
from aireview.reports.selection import notices, reasons

MAX_RESULTS = 25_000  # GitHub refuses more
MAX_BYTES = 9_000_000  # of results, before gzip: GitHub takes 10 MB after gzip
_MAX_FILES = 1_000  # notifications about single files
_MAX_TEXT = 4_000


def _kind(kind_id: str, name: str, meaning: str, help_text: str) -> v2.NotificationDescriptor:
    return v2.NotificationDescriptor(
        id=kind_id,
        name=name,
        short_description=v2.Text(text=meaning),
        full_description=v2.Text(text=f"{meaning} {help_text}"),
        help=v2.Text(text=help_text),
    )


_CHECK = _kind(
    "check-not-run",
    "UnfinishedCheck",
    "A check did not run to its end.",
    "Its findings may be missing; `aireview doctor` tells what it needs.",
)
_FILE = _kind(
    "file-not-read",
    "UnreadableFile",
    "A file of the change could not be read.",
    "No check saw it, so there is no verdict on the change.",
)
_CUT = _kind(
    "results-cut",
    "TooManyResults",
    "Results were left out to stay within a limit.",
    "The format json holds all of them.",
)
_NOTICE = _kind(
    "notice",
    "RunNotice",
    "Something to know about the run as a whole.",
    "Nothing needs to be done.",
)
KINDS = (_CHECK, _FILE, _CUT, _NOTICE)


def told(report: Report, kept: int) -> Iterator[v2.Notification]:
    """Yield what the run did not look at, how many findings it left out, and the notices.

    `kept` is the number of findings that became results.
    """
    missed = gaps(report)
    files = [gap for gap in missed if gap.path]
    for gap in (*(gap for gap in missed if gap.check), *files[:_MAX_FILES]):
        yield _gap(gap)
    if len(files) > _MAX_FILES:
        rest = count(len(files) - _MAX_FILES, "more file")
        yield _notification(_FILE, f"{rest} could not be read.", "error")
    if kept < len(report.findings):
        text = (
            f"{count(len(report.findings) - kept, 'finding')} left out, the least severe ones:"
            f" a run holds at most {MAX_RESULTS} results in {MAX_BYTES // 1_000_000} MB."
        )
        yield _notification(_CUT, text, "warning")
    for notice in notices(report):
        yield _notification(_NOTICE, sentence(notice), "note")
    if report.verdict is Verdict.INCOMPLETE and not missed:
        yield _notification(_CHECK, sentence("; ".join(reasons(report))), "error")


def _gap(gap: Gap) -> v2.Notification:
    level: v2.Level = "warning" if gap.outcome is Outcome.SKIPPED else "error"
    text = sentence(quote(gap.sentence, _MAX_TEXT))
    if gap.check:
        return _notification(_CHECK, text, level)
    place = v2.Location(
        physical_location=v2.PhysicalLocation(
            artifact_location=v2.ArtifactLocation(uri=v2.path_uri(gap.path), uri_base_id=v2.ROOT)
        )
    )
    return _notification(_FILE, text, level, place)


def _notification(
    kind: v2.NotificationDescriptor, text: str, level: v2.Level, place: v2.Location | None = None
) -> v2.Notification:
    return v2.Notification(
        descriptor=v2.Reference(id=kind.id),
        level=level,
        message=v2.Text(text=text),
        locations=() if place is None else (place,),
    )
