from __future__ import annotations

import pytest

from aireview.model.change import Change, ChangedFile, FileStatus, Origin, Skip, SkipReason
from aireview.model.finding import (
    CheckRun,
    Finding,
    Outcome,
    Rule,
    Severity,
    Suppression,
    SuppressionKind,
    Tier,
    Verdict,
)
from aireview.model.provenance import Attribution, Authorship
from aireview.pipeline.verdict import Judgement, judge, tool_notices
from aireview.policy.profiles import defaults
from aireview.policy.values import Policy, Profile

CHANGE = Change(origin=Origin.STAGED)


def finding(
    tier: Tier = Tier.A,
    author: Authorship = Authorship.UNKNOWN,
    *,
    in_change: bool = True,
    suppressed: Suppression | None = None,
) -> Finding:
    rule = Rule(id="some-rule", title="t", tier=tier, severity=Severity.HIGH, check="c")
    return Finding(
        rule=rule,
        path="a.py",
        start_line=1,
        end_line=1,
        message="m",
        fingerprint="f1",
        in_change=in_change,
        authorship=author,
        suppressed=suppressed,
    )


def verdict(
    *findings: Finding,
    policy: Policy | None = None,
    runs: tuple[CheckRun, ...] = (),
    change: Change = CHANGE,
    tools: tuple[str, ...] = (),
    only_ai: bool = False,
) -> Judgement:
    attribution = Attribution(tools=tools)
    return judge(change, attribution, runs, findings, policy=policy or defaults(), only_ai=only_ai)


def test_nothing_found_and_everything_run_passes() -> None:
    assert verdict(runs=(CheckRun(name="x", outcome=Outcome.PASSED),)).verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("profile", "author", "tier", "fails"),
    [
        (Profile.STARTER, Authorship.UNKNOWN, Tier.A, True),
        (Profile.STARTER, Authorship.AI, Tier.B, False),
        (Profile.SOC2, Authorship.AI, Tier.B, True),
        (Profile.SOC2, Authorship.MIXED, Tier.B, True),
        (Profile.SOC2, Authorship.UNKNOWN, Tier.B, False),
        (Profile.STRICT, Authorship.UNKNOWN, Tier.B, True),
        (Profile.STRICT, Authorship.BOT, Tier.B, False),
        (Profile.STRICT, Authorship.AI, Tier.C, False),
    ],
)
def test_authorship_decides_how_strict_the_verdict_is(
    profile: Profile,
    author: Authorship,
    tier: Tier,
    fails: bool,  # noqa: FBT001 - a table
) -> None:
    result = verdict(finding(tier, author), policy=defaults(profile))
    assert result.verdict is (Verdict.FAIL if fails else Verdict.PASS)
    assert result.blocking == (("f1",) if fails else ())


def test_only_ai_lets_other_code_pass() -> None:
    assert verdict(finding(author=Authorship.UNKNOWN), only_ai=True).verdict is Verdict.PASS
    assert verdict(finding(author=Authorship.MIXED), only_ai=True).verdict is Verdict.FAIL


def test_old_and_suppressed_findings_do_not_count() -> None:
    waived = Suppression(kind=SuppressionKind.WAIVER, reason="r")
    assert verdict(finding(in_change=False), finding(suppressed=waived)).verdict is Verdict.PASS


@pytest.mark.parametrize("outcome", Outcome)
def test_not_run_is_never_passed(outcome: Outcome) -> None:
    """Only a check that ran, or that somebody left out on purpose, leaves the verdict green."""
    result = verdict(runs=(CheckRun(name="semgrep", outcome=outcome, reason="because"),))
    ran = outcome in (Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED)
    assert result.verdict is (Verdict.PASS if ran else Verdict.INCOMPLETE)
    assert ran or "because" in result.reasons[0]


def test_a_finding_that_blocks_outweighs_a_check_that_did_not_run() -> None:
    run = CheckRun(name="semgrep", outcome=Outcome.ERROR, reason="crashed")
    result = verdict(finding(), runs=(run,))
    assert result.verdict is Verdict.FAIL
    assert any("crashed" in reason for reason in result.reasons)


def test_a_file_that_could_not_be_read_leaves_the_verdict_open() -> None:
    lost = ChangedFile(
        path="a.py", status=FileStatus.MODIFIED, skip=Skip(SkipReason.UNREADABLE, "gone")
    )
    result = verdict(change=Change(origin=Origin.RANGE, files=(lost,)))
    assert result.verdict is Verdict.INCOMPLETE
    assert "a.py" in result.reasons[0]


def test_an_unsanctioned_tool_blocks_where_the_policy_says_so() -> None:
    strict = defaults(Profile.STRICT)
    assert verdict(tools=("cursor",), policy=strict).verdict is Verdict.FAIL
    assert verdict(tools=("cursor",)).verdict is Verdict.PASS


def test_tools_are_named_as_the_register_classes_them() -> None:
    attribution = Attribution(tools=("claude-code", "cursor", "mystery"))
    register = Policy(sanctioned=("claude-code",), unsanctioned=("cursor",))
    assert tool_notices(attribution, register) == (
        "cursor is not sanctioned by the policy",
        "mystery is unknown to the policy (shadow AI)",
    )
    assert tool_notices(attribution, defaults()) == ()
