"""`aireview check`: a change and a policy in, a report out.

Everything that reaches outside is handed in. The order matters in one place: all checks are
started before the change is attributed, so that a rule engine in another process does its work
meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from aireview.checks.seam import Check, Context
from aireview.diffs.languages import language_of
from aireview.diffs.lines import decode, whole
from aireview.errors import IncompleteError
from aireview.model.change import Change, ChangedFile, LineRange, Origin, Skip, SkipReason
from aireview.model.finding import CheckRun, Finding, Outcome, Report, Tier
from aireview.model.provenance import Attribution, Authorship, FileAttribution
from aireview.pipeline.verdict import judge, tool_notices
from aireview.policy.fingerprint import assign
from aireview.policy.globs import matches
from aireview.policy.suppress import apply
from aireview.policy.values import Policy


class Inputs(NamedTuple):
    """What one run is given.

    `read` returns the new version of a file and raises `IncompleteError` where it cannot be had;
    `attribute` says who wrote the change; `baseline` are fingerprints accepted earlier; `now_ms`
    is a clock for durations; `today` is an ISO date. `only_ai` judges AI-authored code alone.
    """

    change: Change
    read: Callable[[ChangedFile], bytes]
    attribute: Callable[[Change], Attribution]
    policy: Policy
    checks: Sequence[Check]
    baseline: frozenset[str]
    today: str
    now_ms: Callable[[], int]
    notices: tuple[str, ...] = ()
    only_ai: bool = False


def check(inputs: Inputs) -> Report:
    """Run every check over the change, and judge what they find under the policy."""
    change, texts = _load(inputs)
    started = [_start(check, Context(change, texts), inputs.now_ms) for check in inputs.checks]
    attribution = inputs.attribute(change)
    runs = tuple(finish() for finish in started)
    found = [finding for run in runs for finding in run.findings]
    placed = _placed(found, change, attribution)
    suppressed = apply(
        assign(placed),
        texts=texts,
        waivers=inputs.policy.waivers,
        baseline=inputs.baseline,
        change=change,
        today=inputs.today,
        report_unused=all(run.outcome in _COMPLETE for run in runs),
    )
    extra = _placed(suppressed.extra, change, attribution)
    findings = tuple(sorted((*suppressed.findings, *extra), key=_worst_first))
    verdict = judge(
        change, attribution, runs, findings, policy=inputs.policy, only_ai=inputs.only_ai
    )
    return Report(
        change=change,
        attribution=attribution,
        checks=tuple(msgspec.structs.replace(run, findings=(), notices=()) for run in runs),
        findings=findings,
        verdict=verdict.verdict,
        reasons=verdict.reasons,
        blocking=verdict.blocking,
        notices=(
            *inputs.notices,
            *change.notices,
            *(notice for run in runs for notice in run.notices),
            *tool_notices(attribution, inputs.policy),
            *suppressed.notices,
        ),
        profile=inputs.policy.profile.value,
        policy_source=inputs.policy.source,
    )


def _load(inputs: Inputs) -> tuple[Change, Mapping[str, str]]:
    """Return the change with excluded and unreadable files marked, and the text of the others."""
    texts: dict[str, str] = {}
    files = []
    for file in inputs.change.files:
        skip = file.skip
        is_data = skip is not None and skip.by_size and skip.reason is SkipReason.EXCLUDED
        if (skip is None or is_data) and matches(file.path, inputs.policy.exclude):
            skip = Skip(SkipReason.EXCLUDED)
        if skip is None:
            try:
                content = inputs.read(file)
            except IncompleteError as error:
                skip = Skip(SkipReason.UNREADABLE, error.message)
            else:
                texts[file.path] = decode(content)
                if _was_never_checked(file, inputs.policy):
                    files.append(msgspec.structs.replace(file, added=whole(content)))
                    continue
        files.append(file if skip is file.skip else msgspec.structs.replace(file, skip=skip))
    return msgspec.structs.replace(inputs.change, files=tuple(files)), texts


def _was_never_checked(file: ChangedFile, policy: Policy) -> bool:
    """Whether a move brings lines under review that no rule has seen where they were."""
    if file.old_path is None or file.old_path == file.path:
        return False
    return language_of(file.old_path) != language_of(file.path) or matches(
        file.old_path, policy.exclude
    )


def _start(check: Check, context: Context, now_ms: Callable[[], int]) -> Callable[[], CheckRun]:
    began = now_ms()
    wait = check.start(context)
    spent = now_ms() - began

    def finish() -> CheckRun:
        began = now_ms()
        run = wait()
        return msgspec.structs.replace(run, duration_ms=spent + now_ms() - began)

    return finish


def _placed(findings: Sequence[Finding], change: Change, attribution: Attribution) -> list[Finding]:
    """Mark each finding with whether it is new in the change, and who wrote its lines."""
    files = {file.path: file for file in change.files}
    authors = {file.path: file for file in attribution.files}
    return [
        msgspec.structs.replace(
            finding,
            in_change=change.origin is Origin.ALL or _is_new(files.get(finding.path), finding),
            authorship=_author(authors.get(finding.path), finding, attribution),
        )
        for finding in findings
    ]


def _is_new(file: ChangedFile | None, finding: Finding) -> bool:
    if file is None:
        return False
    if file.skip is not None:  # a finding about the file as a whole
        return True
    return file.adds(finding.start_line, finding.end_line)


def _author(file: FileAttribution | None, finding: Finding, attribution: Attribution) -> Authorship:
    if file is None:
        return attribution.authorship
    span = LineRange(finding.start_line, finding.end_line)
    if any(span.overlaps(part.lines.start, part.lines.end) for part in file.lines):
        return Authorship.AI
    if any(part.overlaps(span.start, span.end) for part in file.narrowed):
        return Authorship.MIXED
    # Lines are known and these are not among them.
    return Authorship.UNKNOWN if file.lines else file.authorship


_COMPLETE = (Outcome.PASSED, Outcome.FAILED)
_TIER_ORDER = {Tier.A: 0, Tier.B: 1, Tier.C: 2}


def _worst_first(finding: Finding) -> tuple[object, ...]:
    return (
        finding.suppressed is not None,
        not finding.in_change,
        _TIER_ORDER[finding.rule.tier],
        finding.path,
        finding.start_line,
        finding.rule.id,
    )
