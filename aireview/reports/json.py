r"""The `json` format: the contract for programs. Its types are in `check_v1`.

Every text is printable (see `aireview.model.text`), so that the output is always valid UTF-8 and
safe to print: a byte of a path that is no UTF-8 reads `\xNN`, a control or invisible character
`\u{NNNN}`. Only `fix` keeps its line breaks and tabs.
"""

from __future__ import annotations

import msgspec

from aireview import __version__
from aireview.model.change import Change, ChangedFile, LineRange
from aireview.model.finding import CheckRun, Finding, Report, Suppression
from aireview.model.provenance import Attribution, CommitAttribution, FileAttribution, Signal
from aireview.model.text import printable
from aireview.reports import check_v1 as v1
from aireview.reports import log_safe
from aireview.reports.passage import passage
from aireview.reports.selection import notices


def render(report: Report) -> str:
    """Return `report` as one indented JSON object with a line feed at its end."""
    return _indented(check_report(report))


def schema() -> str:
    """Return the JSON Schema (2020-12) of the format as indented JSON."""
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "aireview check, version 1",
        **msgspec.json.schema(v1.CheckReport),
    }
    return _indented(described)


def _indented(value: v1.CheckReport | dict[str, object]) -> str:
    return log_safe.json(msgspec.json.format(msgspec.json.encode(value), indent=2)) + "\n"


def check_report(report: Report) -> v1.CheckReport:
    """Return the values of the format for `report`, every text printable."""
    return v1.CheckReport(
        schema="aireview/check/v1",
        verdict=report.verdict,
        reasons=_texts(report.reasons),
        change=_change(report.change),
        attribution=_attribution(report.attribution),
        checks=tuple(_check(run) for run in report.checks),
        findings=tuple(_finding(finding) for finding in report.findings),
        blocking=_texts(report.blocking),
        notices=_texts(notices(report)),
        policy=v1.AppliedPolicy(
            profile=printable(report.profile), source=printable(report.policy_source)
        ),
        tool=v1.Tool(name="aireview", version=__version__),
    )


def _texts(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(printable(text) for text in texts)


def _maybe(text: str | None) -> str | None:
    return None if text is None else printable(text)


def _change(change: Change) -> v1.Change:
    return v1.Change(
        origin=change.origin,
        base=_maybe(change.base),
        head=_maybe(change.head),
        files=tuple(_file(file) for file in change.files),
    )


def _file(file: ChangedFile) -> v1.File:
    skip = file.skip
    return v1.File(
        path=printable(file.path),
        old_path=_maybe(file.old_path),
        status=file.status,
        kind=file.kind,
        added=tuple(_lines(span) for span in file.added),
        skipped=None if skip is None else v1.Skipped(skip.reason, printable(skip.detail)),
    )


def _lines(span: LineRange) -> v1.Lines:
    return v1.Lines(span.start, span.end)


def _attribution(attribution: Attribution) -> v1.Attribution:
    return v1.Attribution(
        authorship=attribution.authorship,
        tools=_texts(attribution.tools),
        signals=tuple(_signal(signal) for signal in attribution.signals),
        files=tuple(_attributed_file(file) for file in attribution.files),
        commits=tuple(_attributed_commit(commit) for commit in attribution.commits),
        warnings=_texts(attribution.warnings),
    )


def _signal(signal: Signal) -> v1.Signal:
    return v1.Signal(
        kind=printable(signal.kind),
        tool=printable(signal.tool),
        strength=signal.strength,
        effect=signal.effect,
        quote=printable(signal.quote),
        where=printable(signal.where),
        signature=printable(signal.signature),
        model=_maybe(signal.model),
        vetoed_by=_maybe(signal.vetoed_by),
    )


def _attributed_file(file: FileAttribution) -> v1.AttributedFile:
    return v1.AttributedFile(
        path=printable(file.path),
        authorship=file.authorship,
        tools=_texts(file.tools),
        lines=tuple(
            v1.ToolLines(
                start=written.lines.start,
                end=written.lines.end,
                tool=printable(written.tool),
                signature=printable(written.signature),
                commit=_maybe(written.commit),
            )
            for written in file.lines
        ),
    )


def _attributed_commit(commit: CommitAttribution) -> v1.AttributedCommit:
    return v1.AttributedCommit(
        sha=printable(commit.sha),
        authorship=commit.authorship,
        tools=_texts(commit.tools),
        signals=tuple(_signal(signal) for signal in commit.signals),
        message_only=commit.message_only,
        warnings=_texts(commit.warnings),
    )


def _check(run: CheckRun) -> v1.Check:
    return v1.Check(
        name=printable(run.name),
        outcome=run.outcome,
        reason=printable(run.reason),
        duration_ms=run.duration_ms,
    )


def _finding(finding: Finding) -> v1.Finding:
    rule = finding.rule
    return v1.Finding(
        rule=printable(rule.id),
        tier=rule.tier,
        severity=rule.severity,
        cwe=printable(rule.cwe),
        owasp=printable(rule.owasp),
        path=printable(finding.path),
        start_line=finding.start_line,
        end_line=finding.end_line,
        symbol=printable(finding.symbol),
        message=printable(finding.message),
        evidence=_texts(finding.evidence),
        fix=passage(finding.fix),
        fingerprint=printable(finding.fingerprint),
        in_change=finding.in_change,
        authorship=finding.authorship,
        suppressed=_suppressed(finding.suppressed),
    )


def _suppressed(suppression: Suppression | None) -> v1.Suppressed | None:
    if suppression is None:
        return None
    return v1.Suppressed(
        kind=suppression.kind,
        reason=printable(suppression.reason),
        owner=printable(suppression.owner),
        expires=printable(suppression.expires),
        in_change=suppression.in_change,
    )
