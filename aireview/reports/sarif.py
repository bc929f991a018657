"""The `sarif` format: SARIF 2.1.0 (OASIS) within the limits of GitHub code scanning.

Every finding is a result: one on untouched lines carries the property `inChange: false`, a
suppressed one a suppression. `level` follows the tier and not the policy, so that an alert keeps its
level when the policy changes. Whatever was not checked is a notification, and the invocation is then
not successful.

`partialFingerprints` has our own key only. GitHub matches alerts by `primaryLocationLineHash`, which
its upload action computes from the source and warns about when a tool has filled it differently.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from aireview import __version__
from aireview.model.change import Change
from aireview.model.finding import (
    Finding,
    Report,
    Rule,
    Suppression,
    SuppressionKind,
    Tier,
    Verdict,
)
from aireview.model.text import printable, quote
from aireview.reports import sarif_v2 as v2
from aireview.reports.gaps import Gap, complete, gaps
from aireview.reports.passage import count, passage, sentence
from aireview.reports.project import HOME
from aireview.reports.sarif_rules import LEVELS, descriptor
from aireview.reports.selection import blocks, notices

MAX_RESULTS = 25_000
MAX_BYTES = 9_000_000  # of results, before gzip: GitHub takes 10 MB after gzip
_MAX_FILES = 1_000  # notifications about single files
_MAX_SNIPPET = 2_000
_MAX_MESSAGE = 4_000
_ROOT = "SRCROOT"
_EXIT_CODES = {Verdict.PASS: 0, Verdict.FAIL: 1, Verdict.INCOMPLETE: 3}
_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


def render(report: Report) -> str:
    """Return the report as one SARIF log with one run, as indented JSON."""
    kept = _within_limits(report)
    log = v2.Log(runs=(_run(report, kept),))
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def uri(path: str) -> str:
    """Return a repository path as a relative URI reference: its bytes, percent-encoded."""
    try:
        raw = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a surrogate that stands for no byte: no path of git has one
        raw = path.encode("utf-8", "surrogatepass")
    return "".join(chr(byte) if byte in _SAFE else f"%{byte:02X}" for byte in raw)


def _within_limits(report: Report) -> tuple[v2.Result, ...]:
    """Return the results, in the report's order, as far as the limits of GitHub allow."""
    index = {rule.id: number for number, rule in enumerate(_rules(report.findings))}
    kept: list[v2.Result] = []
    size = 0
    for finding in report.findings[:MAX_RESULTS]:
        result = _result(report, finding, index[finding.rule.id])
        size += len(msgspec.json.encode(result))
        if size > MAX_BYTES:
            break
        kept.append(result)
    return tuple(kept)


def _rules(findings: Iterable[Finding]) -> tuple[Rule, ...]:
    rules: dict[str, Rule] = {}
    for finding in findings:
        rules.setdefault(finding.rule.id, finding.rule)
    return tuple(rules.values())


def _run(report: Report, results: tuple[v2.Result, ...]) -> v2.Run:
    return v2.Run(
        tool=v2.Tool(
            driver=v2.Driver(
                name="aireview",
                semantic_version=__version__,
                information_uri=HOME,
                rules=tuple(descriptor(rule) for rule in _rules(report.findings)),
                notifications=_KINDS,
            )
        ),
        invocations=(_invocation(report, len(results)),),
        original_uri_base_ids={
            _ROOT: v2.UriBase(description=v2.Text(text="The root of the repository."))
        },
        results=results,
        properties=_about(report),
    )


def _about(report: Report) -> dict[str, object]:
    change: Change = report.change
    commits = {"base": change.base, "head": change.head}
    return {
        "verdict": report.verdict.value,
        "reasons": [printable(reason) for reason in report.reasons],
        "origin": change.origin.value,
        **{side: printable(commit) for side, commit in commits.items() if commit is not None},
        "authorship": report.attribution.authorship.value,
        "tools": [printable(tool) for tool in report.attribution.tools],
        "policy": {
            "profile": printable(report.profile),
            "source": printable(report.policy_source),
        },
    }


def _result(report: Report, finding: Finding, index: int) -> v2.Result:
    message = [sentence(finding.message or finding.rule.title)]
    message += [f"Why: {sentence(fact)}" for fact in finding.evidence]
    message += [f"Fix: {passage(finding.fix)}"] if finding.fix else []
    return v2.Result(
        rule_id=printable(finding.rule.id),
        rule_index=index,
        level=LEVELS[finding.rule.tier],
        message=v2.Text(text=_cut("\n".join(message), _MAX_MESSAGE)),
        locations=(_location(finding),),
        partial_fingerprints={"aireview/v1": printable(finding.fingerprint)}
        if finding.fingerprint
        else {},
        suppressions=() if finding.suppressed is None else (_suppression(finding.suppressed),),
        properties={
            "tier": finding.rule.tier.value,
            "authorship": finding.authorship.value,
            "inChange": finding.in_change,
            "blocking": blocks(report, finding),
        },
    )


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _location(finding: Finding) -> v2.Location:
    symbol = printable(finding.symbol)
    return v2.Location(
        physical_location=v2.PhysicalLocation(
            artifact_location=v2.ArtifactLocation(uri=uri(finding.path), uri_base_id=_ROOT),
            region=_region(finding),
        ),
        logical_locations=(v2.LogicalLocation(fully_qualified_name=symbol),) if symbol else (),
    )


def _region(finding: Finding) -> v2.Region:
    start = max(finding.start_line, 1)
    end = max(finding.end_line, start)
    exact = finding.end_column > 0 and (end > start or finding.end_column > finding.start_column)
    snippet = _cut(passage(finding.snippet), _MAX_SNIPPET)
    return v2.Region(
        start_line=start,
        end_line=end,
        start_column=max(finding.start_column, 1) if exact else None,
        end_column=finding.end_column if exact else None,
        snippet=v2.Text(text=snippet) if snippet else None,
    )


def _suppression(suppression: Suppression) -> v2.Suppression:
    by = {"owner": suppression.owner, "expires": suppression.expires}
    return v2.Suppression(
        kind="inSource" if suppression.kind is SuppressionKind.INLINE else "external",
        justification=printable(suppression.reason),
        properties={
            "kind": suppression.kind.value,
            "inChange": suppression.in_change,
            **{key: printable(value) for key, value in by.items() if value},
        },
    )


_CHECK = v2.Kind("check-not-run", "CheckNotRun", "A check did not run to its end.")
_FILE = v2.Kind("file-not-read", "FileNotRead", "A file of the change could not be read.")
_CUT = v2.Kind("results-cut", "ResultsCut", "Results were left out to stay within a limit.")
_NOTICE = v2.Kind("notice", "Notice", "Something to know about the run as a whole.")
_KINDS = tuple(
    v2.NotificationDescriptor(id=kind.id, name=kind.name, short_description=v2.Text(text=kind.text))
    for kind in (_CHECK, _FILE, _CUT, _NOTICE)
)


def _invocation(report: Report, kept: int) -> v2.Invocation:
    return v2.Invocation(
        execution_successful=complete(report),
        exit_code=_EXIT_CODES[report.verdict],
        tool_execution_notifications=tuple(_notifications(report, kept)),
    )


def _notifications(report: Report, kept: int) -> Iterator[v2.Notification]:
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
        reasons = "; ".join(report.reasons) or "incomplete, so there is no verdict"
        yield _notification(_CHECK, sentence(reasons), "error")


def _gap(gap: Gap) -> v2.Notification:
    level: v2.Level = "warning" if gap.outcome.value == "skipped" else "error"
    text = sentence(quote(gap.sentence, _MAX_MESSAGE))
    if gap.check:
        return _notification(_CHECK, text, level)
    place = v2.Location(
        physical_location=v2.PhysicalLocation(
            artifact_location=v2.ArtifactLocation(uri=uri(gap.path), uri_base_id=_ROOT)
        )
    )
    return _notification(_FILE, text, level, place)


def _notification(
    kind: v2.Kind, text: str, level: v2.Level, place: v2.Location | None = None
) -> v2.Notification:
    return v2.Notification(
        descriptor=v2.Reference(id=kind.id),
        level=level,
        message=v2.Text(text=text),
        locations=() if place is None else (place,),
    )
