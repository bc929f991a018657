"""The `github` format: workflow commands that GitHub's runner turns into annotations.

The runner keeps ten annotations per level and step, and 4096 characters of a message; it executes
any printed line that starts with `::command` or holds `##[command` anywhere. So all foreign text is
made printable first (no line break survives), `##[` is taken apart, and no line of ours starts with
foreign text. Escaping as in the runner's source: `%`, CR, LF in data; also `:` and `,` in properties.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from aireview.model.finding import Finding, Outcome, Report, Tier, Verdict
from aireview.model.text import printable, quote
from aireview.reports import log_safe
from aireview.reports.gaps import Gap, gaps
from aireview.reports.passage import clip, count, passage
from aireview.reports.selection import Selection, notices, reasons, select

MAX_PER_LEVEL = 10
MAX_BYTES = 4096
_TITLE = 200
_LEVELS = ("error", "warning", "notice")


class _Annotation(msgspec.Struct, frozen=True, kw_only=True):
    level: str
    title: str
    message: str
    path: str = ""
    lines: tuple[int, int] | None = None


def render(report: Report) -> str:
    """Return workflow commands, at most ten of each level, and a last line on what was left out.

    Empty for a pass that has nothing to tell.
    """
    chosen = select(report)
    annotations = (
        *_general(report),
        *(_finding(item, blocks=True) for item in chosen.blocking),
        *(_finding(item, blocks=False) for item in chosen.other),
    )
    lines: list[str] = []
    seen: Counter[str] = Counter()
    for annotation in annotations:
        seen[annotation.level] += 1
        if seen[annotation.level] <= MAX_PER_LEVEL:
            lines.append(_command(annotation))
    lines += _left_out(seen, chosen)
    return "".join(f"{line}\n" for line in lines)


def _general(report: Report) -> Iterator[_Annotation]:
    """Yield what is not about a line: the verdict, what was not looked at, notices."""
    why = "\n".join(printable(reason) for reason in reasons(report))
    if report.verdict is Verdict.FAIL:
        yield _Annotation(level="error", title="aireview: blocked", message=why)
    if report.verdict is Verdict.INCOMPLETE:
        title = "aireview: incomplete, so there is no verdict"
        yield _Annotation(level="error", title=title, message=why)
    for gap in gaps(report):
        yield _gap(report, gap)
    for notice in notices(report):
        yield _Annotation(level="notice", title="aireview", message=printable(notice))


def _gap(report: Report, gap: Gap) -> _Annotation:
    level = "error" if report.verdict is Verdict.INCOMPLETE else "warning"
    return _Annotation(
        level="notice" if gap.outcome is Outcome.SKIPPED else level,
        title="aireview: not checked",
        message=gap.sentence,
        path=gap.path,
    )


def _finding(finding: Finding, *, blocks: bool) -> _Annotation:
    rule = finding.rule
    parts = [printable(clip(finding.message or rule.title, MAX_BYTES))]
    parts += [f"why: {printable(clip(fact, MAX_BYTES))}" for fact in finding.evidence]
    if finding.fix:
        parts.append(f"fix: {passage(clip(finding.fix, MAX_BYTES))}")
    quiet = "notice" if rule.tier is Tier.C else "warning"
    return _Annotation(
        level="error" if blocks else quiet,
        title=f"{rule.tier.value}/{rule.severity.value} {printable(rule.id)}",
        message="\n".join(parts),
        path=finding.path,
        lines=(max(finding.start_line, 1), max(finding.end_line, finding.start_line, 1)),
    )


def _command(annotation: _Annotation) -> str:
    properties = []
    if annotation.path:
        properties.append(f"file={_property(printable(annotation.path))}")
    if annotation.lines is not None:
        properties.append(f"line={annotation.lines[0]},endLine={annotation.lines[1]}")
    properties.append(f"title={_property(quote(annotation.title, _TITLE))}")
    data = _data(_cut(log_safe.brackets(annotation.message)))
    return f"::{annotation.level} {','.join(properties)}::{data}"


def _cut(text: str) -> str:
    """Return `text` within `MAX_BYTES` bytes of UTF-8, whole characters only."""
    encoded = text.encode()
    if len(encoded) <= MAX_BYTES:
        return text
    return encoded[: MAX_BYTES - len("…".encode())].decode("utf-8", "ignore") + "…"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(log_safe.brackets(text)).replace(":", "%3A").replace(",", "%2C")


def _left_out(seen: Counter[str], chosen: Selection) -> list[str]:
    over = [
        count(seen[level] - MAX_PER_LEVEL, f"more {level}")
        for level in _LEVELS
        if seen[level] > MAX_PER_LEVEL
    ]
    lines = []
    if over:
        lines.append(
            f"aireview: {', '.join(over)} not annotated: GitHub shows {MAX_PER_LEVEL} per level and"
            " step. See --format json or sarif for all."
        )
    if chosen.suppressed and seen.total():
        lines.append(
            f"aireview: {count(len(chosen.suppressed), 'suppressed finding')} not annotated."
        )
    if chosen.outside and seen.total():
        lines.append(
            f"aireview: {count(len(chosen.outside), 'finding')} on lines that this change does not"
            " touch not annotated."
        )
    return lines
