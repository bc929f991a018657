from __future__ import annotations

import msgspec
import pytest

from aireview.model.change import Change, ChangedFile, FileStatus, LineRange, Origin
from aireview.model.finding import Finding, Rule, Severity, SuppressionKind, Tier
from aireview.policy.fingerprint import assign
from aireview.policy.suppress import RULES, Judged, apply, waives
from aireview.policy.values import Waiver

TODAY = "2026-05-05"
NOTE = '# aireview: ignore[rule-a] reason="the gateway checks it"'
CODE = f"one\ntwo {NOTE}\n{NOTE}\nfour\n"
WAIVER = Waiver(id="W-1", rule="rule-*", owner="ada", reason="legacy", expires="2026-12-31")


def finding(line: int, *, rule: str = "rule-a", tier: Tier = Tier.A, end: int = 0) -> Finding:
    kind = Rule(id=rule, title="t", tier=tier, severity=Severity.HIGH, check="semgrep")
    return Finding(
        rule=kind, path="a.py", start_line=line, end_line=end or line, message="m", snippet="two"
    )


def judge(
    *findings: Finding,
    text: str = CODE,
    new: tuple[LineRange, ...] = (),
    origin: Origin = Origin.RANGE,
    waivers: tuple[Waiver, ...] = (),
    baseline: frozenset[str] = frozenset(),
    report_unused: bool = True,
) -> Judged:
    file = ChangedFile(path="a.py", status=FileStatus.MODIFIED, added=new)
    return apply(
        assign(findings),
        texts={"a.py": text},
        waivers=waivers,
        baseline=baseline,
        change=Change(origin=origin, files=(file,)),
        today=TODAY,
        report_unused=report_unused,
    )


def rules(judged: Judged) -> list[tuple[str, int, Tier]]:
    return [(item.rule.id, item.start_line, item.rule.tier) for item in judged.extra]


def test_nothing_is_suppressed_without_a_reason_to() -> None:
    judged = judge(finding(1), text="one\n")
    assert judged.findings[0].suppressed is None
    assert judged.extra == ()


@pytest.mark.parametrize("line", [2, 4])
def test_an_old_comment_hides_the_finding_on_its_line_or_below(line: int) -> None:
    old = msgspec.structs.replace(finding(line), in_change=False)
    judged = judge(old)
    suppressed = judged.findings[0].suppressed
    assert suppressed is not None
    assert suppressed.kind is SuppressionKind.INLINE
    assert suppressed.reason == "the gateway checks it"
    assert not suppressed.in_change
    assert judged.extra == ()


def test_a_comment_inside_a_finding_of_several_lines_hides_it() -> None:
    assert judge(finding(1, end=2)).findings[0].suppressed is not None


def test_a_comment_hides_only_the_rules_it_names() -> None:
    assert judge(finding(2, rule="rule-b")).findings[0].suppressed is None


def test_a_comment_behind_code_says_nothing_about_the_next_line() -> None:
    text = f"one {NOTE}\ntwo\n"
    assert judge(finding(2), text=text).findings[0].suppressed is None


NEW = (LineRange(2, 2),)


@pytest.mark.parametrize(
    ("origin", "hidden", "tier"),
    [
        (Origin.RANGE, Tier.A, Tier.A),
        (Origin.RANGE, Tier.B, Tier.B),
        (Origin.RANGE, Tier.C, Tier.C),
        (Origin.STAGED, Tier.A, Tier.B),
        (Origin.STAGED, Tier.B, Tier.B),
        (Origin.STAGED, Tier.C, Tier.C),
    ],
)
def test_a_comment_of_this_change_is_a_finding_itself(
    origin: Origin, hidden: Tier, tier: Tier
) -> None:
    judged = judge(finding(2, tier=hidden), new=NEW, origin=origin)
    suppressed = judged.findings[0].suppressed
    assert suppressed is not None
    assert suppressed.in_change
    assert rules(judged) == [("suppression-added", 2, tier)]
    (extra,) = judged.extra
    assert "rule-a" in extra.message
    assert extra.fingerprint
    assert extra.in_change
    assert extra.suppressed is None


def test_it_takes_the_tier_of_the_worst_finding_it_hides() -> None:
    text = "x # aireview: ignore[rule-a, rule-b] reason='r'\n"
    judged = judge(
        finding(1, tier=Tier.C), finding(1, rule="rule-b"), text=text, new=(LineRange(1, 1),)
    )
    assert rules(judged) == [("suppression-added", 1, Tier.A)]
    assert "rule-a, rule-b" in judged.extra[0].message


def test_hiding_an_old_finding_does_not_block() -> None:
    old = msgspec.structs.replace(finding(2), in_change=False)
    assert rules(judge(old, new=NEW)) == [("suppression-added", 2, Tier.B)]


@pytest.mark.parametrize("origin", [Origin.RANGE, Origin.STAGED, Origin.ALL])
def test_new_code_under_an_old_comment_is_noted(origin: Origin) -> None:
    judged = judge(finding(4), new=(LineRange(4, 4),), origin=origin, report_unused=False)
    noted = [] if origin is Origin.ALL else [("suppression-reused", 3, Tier.C)]
    assert judged.findings[0].suppressed is not None
    assert rules(judged) == noted


@pytest.mark.parametrize("new", [1, 2])
def test_an_older_comment_answers_before_a_new_one(new: int) -> None:
    text = f"one {NOTE}\ntwo {NOTE}\n"
    judged = judge(finding(1, end=2), text=text, new=(LineRange(new, new),))
    suppressed = judged.findings[0].suppressed
    assert suppressed is not None
    assert not suppressed.in_change


def test_in_a_whole_tree_no_comment_is_new() -> None:
    judged = judge(finding(2), new=(LineRange(1, 4),), origin=Origin.ALL)
    suppressed = judged.findings[0].suppressed
    assert suppressed is not None
    assert not suppressed.in_change
    assert rules(judged) == [("suppression-unused", 3, Tier.C)]


def test_a_comment_without_reason_hides_nothing_and_is_reported() -> None:
    text = "x # aireview: ignore[rule-a]\ny # aireview: ignore[rule-a]\n"
    judged = judge(finding(1), text=text, new=(LineRange(1, 1),))
    assert judged.findings[0].suppressed is None
    assert rules(judged) == [
        ("suppression-without-reason", 1, Tier.B),
        ("suppression-without-reason", 2, Tier.B),
    ]
    assert [item.in_change for item in judged.extra] == [True, False]
    assert "gives no reason" in judged.extra[0].message


def test_an_unused_comment_is_reported_only_where_the_change_added_it() -> None:
    assert rules(judge(new=NEW)) == [("suppression-unused", 2, Tier.C)]
    assert rules(judge(new=NEW, report_unused=False)) == []


def test_a_waiver_hides_until_its_last_day() -> None:
    judged = judge(finding(1), waivers=(WAIVER,))
    suppressed = judged.findings[0].suppressed
    assert suppressed is not None
    assert suppressed.kind is SuppressionKind.WAIVER
    assert (suppressed.owner, suppressed.expires) == ("ada", "2026-12-31")
    assert suppressed.reason == "W-1: legacy"
    last = msgspec.structs.replace(WAIVER, expires=TODAY)
    assert judge(finding(1), waivers=(last,)).findings[0].suppressed is not None
    over = msgspec.structs.replace(WAIVER, expires="2026-05-04")
    judged = judge(finding(1), waivers=(over,))
    assert judged.findings[0].suppressed is None
    assert "expired on 2026-05-04" in judged.notices[0]


def test_a_waiver_holds_only_for_its_paths() -> None:
    elsewhere = msgspec.structs.replace(WAIVER, paths=("b/**",))
    assert judge(finding(1), waivers=(elsewhere,)).findings[0].suppressed is None


def test_the_baseline_hides_by_fingerprint() -> None:
    (known,) = assign([finding(1)])
    judged = judge(finding(1), baseline=frozenset({known.fingerprint}))
    suppressed = judged.findings[0].suppressed
    assert suppressed is not None
    assert suppressed.kind is SuppressionKind.BASELINE


def test_a_new_comment_on_a_waived_finding_needs_nobody() -> None:
    judged = judge(finding(2), new=NEW, waivers=(WAIVER,))
    assert judged.extra == ()


def test_only_a_waiver_that_names_suppressions_covers_their_findings() -> None:
    everything = msgspec.structs.replace(WAIVER, rule="*", paths=("b/**",))
    assert not waives(everything, "suppression-added", "b/x")
    named = msgspec.structs.replace(WAIVER, rule="suppression-added")
    (extra,) = judge(finding(2), new=NEW, waivers=(named,)).extra
    assert extra.suppressed is not None


def test_text_of_the_comment_is_printable_in_messages() -> None:
    text = "x # aireview: ignore[rule-a] reason='\x1b[2J\u202e'\n"
    (extra,) = judge(finding(1), text=text, new=(LineRange(1, 1),)).extra
    assert "\x1b" not in extra.message
    assert "\u202e" not in extra.message


def test_rule_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
