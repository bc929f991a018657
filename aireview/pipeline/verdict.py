"""The verdict over a run: what fails it, what leaves it open, and why, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, assert_never

from aireview.model.change import Change, SkipReason
from aireview.model.finding import CheckRun, Finding, Outcome, Tier, Verdict
from aireview.model.provenance import Attribution, Authorship
from aireview.model.text import quote
from aireview.policy.tools import classify
from aireview.policy.values import OnUnsanctioned, Policy, ToolClass

_AI = (Authorship.AI, Authorship.MIXED)
_RANK = {Tier.A: 0, Tier.B: 1, Tier.C: 2}


class Judgement(NamedTuple):
    """The verdict, why, and the fingerprints of the findings that decided it."""

    verdict: Verdict
    reasons: tuple[str, ...]
    blocking: tuple[str, ...]


def judge(
    change: Change,
    attribution: Attribution,
    runs: Sequence[CheckRun],
    findings: Sequence[Finding],
    *,
    policy: Policy,
    only_ai: bool = False,
) -> Judgement:
    """Judge a run. What could not be done is never outweighed by what was found to be right.

    A finding that blocks makes the verdict `fail` even if something else could not run: the author
    has work to do either way. Without one, anything that did not run makes it `incomplete`.
    """
    blocking = [f for f in findings if blocks(f, policy, only_ai=only_ai)]
    reasons = [_tally(blocking)] if blocking else []
    reasons += _tools(attribution, policy)
    gaps = [*_gaps(runs), *_unread(change)]
    verdict = Verdict.FAIL if reasons else Verdict.INCOMPLETE if gaps else Verdict.PASS
    return Judgement(verdict, (*reasons, *gaps), tuple(f.fingerprint for f in blocking))


def blocks(finding: Finding, policy: Policy, *, only_ai: bool = False) -> bool:
    """Whether a finding fails the verdict under the policy's threshold for who wrote its lines."""
    if finding.suppressed is not None or not finding.in_change:
        return False
    author = finding.authorship
    if policy.unknown_is_ai and author is Authorship.UNKNOWN:
        author = Authorship.AI
    if only_ai and author not in _AI:
        return False
    threshold = policy.block.get(author)
    return threshold is not None and _RANK[finding.rule.tier] <= _RANK[threshold]


def tool_notices(attribution: Attribution, policy: Policy) -> tuple[str, ...]:
    """Return what a person should know about the tools of a change under the policy's register.

    A repository without a register is told nothing: there every tool would be unknown.
    """
    named = (*policy.sanctioned, *policy.tolerated, *policy.unsanctioned)
    if not named and policy.on_unsanctioned is OnUnsanctioned.RECORD:
        return ()
    words = {
        ToolClass.TOLERATED: "is tolerated by the policy, not sanctioned",
        ToolClass.UNSANCTIONED: "is not sanctioned by the policy",
        ToolClass.UNKNOWN: "is unknown to the policy (shadow AI)",
    }
    classes = {tool: classify(tool, policy) for tool in attribution.tools}
    return tuple(
        f"{quote(tool, 60)} {words[kind]}" for tool, kind in classes.items() if kind in words
    )


def _tally(blocking: Sequence[Finding]) -> str:
    noun = "finding blocks" if len(blocking) == 1 else "findings block"
    rules = ", ".join(dict.fromkeys(finding.rule.id for finding in blocking))
    return f"{len(blocking)} {noun}: {quote(rules)}"


def _tools(attribution: Attribution, policy: Policy) -> list[str]:
    if policy.on_unsanctioned is not OnUnsanctioned.BLOCK:
        return []
    refused = (ToolClass.UNSANCTIONED, ToolClass.UNKNOWN)
    tools = [tool for tool in attribution.tools if classify(tool, policy) in refused]
    return [f"the policy does not allow {quote(', '.join(tools))}"] if tools else []


def _gaps(runs: Sequence[CheckRun]) -> Iterator[str]:
    for run in runs:
        match run.outcome:
            case Outcome.PASSED | Outcome.FAILED:
                pass
            case Outcome.SKIPPED:  # left out on purpose: shown, but somebody chose it
                pass
            case Outcome.PENDING | Outcome.UNAVAILABLE | Outcome.ERROR:
                yield f"{run.name} {_WORDS[run.outcome]}: {run.reason}"
            case _:
                assert_never(run.outcome)


_WORDS = {
    Outcome.PENDING: "has not ended",
    Outcome.UNAVAILABLE: "could not run",
    Outcome.ERROR: "did not finish",
}


def _unread(change: Change) -> list[str]:
    files = [f for f in change.files if f.skip and f.skip.reason is SkipReason.UNREADABLE]
    shown = ", ".join(quote(file.path, 80) for file in files[:3])
    return [f"{len(files)} files could not be read: {shown}"] if files else []
