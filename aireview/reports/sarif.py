"""The `sarif` format: SARIF 2.1.0 (OASIS) within the limits of GitHub code scanning.

Every finding is a result: one on untouched lines carries the property `inChange: false`, a
suppressed one a suppression. `level` follows the tier and not the policy, so that an alert keeps its
level when the policy changes. Whatever was not checked is a notification, and the invocation is then
not successful.

`partialFingerprints` has our own key only. GitHub matches alerts by `primaryLocationLineHash`, which
its upload action computes from the source and warns about when a tool has filled it differently.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from aireview import __version__
from aireview.model.finding import (
    Finding,
    Report,
    Rule,
    Suppression,
    SuppressionKind,
)
from aireview.model.text import printable
from aireview.reports import log_safe
from aireview.reports import sarif_v2 as v2
from aireview.reports.gaps import complete
from aireview.reports.passage import clip, passage, sentence
from aireview.reports.project import HOME
from aireview.reports.sarif_rules import LEVELS, descriptor
from aireview.reports.sarif_run import KINDS, MAX_BYTES, MAX_RESULTS, told
from aireview.reports.selection import blocking_in, blocks, reasons

_MAX_SNIPPET = 2_000
_MAX_MESSAGE = 4_000


def render(report: Report) -> str:
    """Return the report as one SARIF log with one run, as indented JSON."""
    kept = _within_limits(report)
    log = v2.Log(runs=(_run(report, kept),))
    return log_safe.json(msgspec.json.format(msgspec.json.encode(log), indent=2)) + "\n"


def _within_limits(report: Report) -> tuple[v2.Result, ...]:
    """Return the results, in the report's order, as far as the limits of GitHub allow."""
    index = {rule.id: number for number, rule in enumerate(_rules(report.findings))}
    blocking = blocking_in(report)
    kept: list[v2.Result] = []
    size = 0
    for finding in report.findings[:MAX_RESULTS]:
        result = _result(finding, index[finding.rule.id], blocking=blocks(blocking, finding))
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
                notifications=KINDS,
            )
        ),
        invocations=(_invocation(report, len(results)),),
        original_uri_base_ids={
            v2.ROOT: v2.UriBase(description=v2.Text(text="The root of the repository."))
        },
        results=results,
        properties=_about(report),
    )


def _about(report: Report) -> dict[str, object]:
    change = report.change
    commits = {"base": change.base, "head": change.head}
    return {
        "verdict": report.verdict.value,
        "reasons": [printable(reason) for reason in reasons(report)],
        "origin": change.origin.value,
        **{side: printable(commit) for side, commit in commits.items() if commit is not None},
        "authorship": report.attribution.authorship.value,
        "tools": [printable(tool) for tool in report.attribution.tools],
        "policy": {
            "profile": printable(report.profile),
            "source": printable(report.policy_source),
        },
    }


def _result(finding: Finding, index: int, *, blocking: bool) -> v2.Result:
    message = [sentence(clip(finding.message or finding.rule.title, _MAX_MESSAGE))]
    message += [f"Why: {sentence(clip(fact, _MAX_MESSAGE))}" for fact in finding.evidence]
    message += [f"Fix: {passage(clip(finding.fix, _MAX_MESSAGE))}"] if finding.fix else []
    return v2.Result(
        rule_id=printable(finding.rule.id),
        rule_index=index,
        level=LEVELS[finding.rule.tier],
        message=v2.Text(text=clip("\n".join(message), _MAX_MESSAGE)),
        locations=(_location(finding),),
        partial_fingerprints={"aireview/v1": printable(finding.fingerprint)}
        if finding.fingerprint
        else {},
        suppressions=() if finding.suppressed is None else (_suppression(finding.suppressed),),
        properties={
            "tier": finding.rule.tier.value,
            "authorship": finding.authorship.value,
            "inChange": finding.in_change,
            "blocking": blocking,
        },
    )


def _location(finding: Finding) -> v2.Location:
    symbol = printable(finding.symbol)
    return v2.Location(
        physical_location=v2.PhysicalLocation(
            artifact_location=v2.ArtifactLocation(
                uri=v2.path_uri(finding.path), uri_base_id=v2.ROOT
            ),
            region=_region(finding),
        ),
        logical_locations=(v2.LogicalLocation(fully_qualified_name=symbol),) if symbol else (),
    )


def _region(finding: Finding) -> v2.Region:
    start = max(finding.start_line, 1)
    end = max(finding.end_line, start)
    exact = finding.end_column > 0 and (end > start or finding.end_column > finding.start_column)
    snippet = clip(passage(clip(finding.snippet, _MAX_SNIPPET)), _MAX_SNIPPET)
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
        status="accepted",
        justification=printable(suppression.reason),
        properties={
            "kind": suppression.kind.value,
            "inChange": suppression.in_change,
            **{key: printable(value) for key, value in by.items() if value},
        },
    )


def _invocation(report: Report, kept: int) -> v2.Invocation:
    return v2.Invocation(
        execution_successful=complete(report),
        exit_code=report.verdict.exit_code.value,
        tool_execution_notifications=tuple(told(report, kept)),
    )
