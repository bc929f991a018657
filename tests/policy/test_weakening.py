from __future__ import annotations

import pytest

from aireview.model.finding import Tier
from aireview.model.provenance import Authorship
from aireview.policy.load import parse
from aireview.policy.values import Policy, Profile
from aireview.policy.weakening import weakenings

BASE = """
profile: strict
semgrep: {rules: [own]}
paths: {exclude: [vendor]}
ai_tools: {default: unsanctioned, sanctioned: [a], unsanctioned: [b]}
provenance: {required: true}
packages: {registries: {pypi: "https://mirror.example/simple/"}}
waivers: [{id: w, rule: r, owner: o, reason: x, expires: 2027-01-01}]
"""


def load(text: str) -> Policy:
    return parse(text.encode(), name="p", known_checks=("content", "semgrep"), today="2026-05-05")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("paths: {", "checks: {disable: [semgrep]}\npaths: {", "the check semgrep is disabled"),
        ("[vendor]", "[vendor, src]", "paths.exclude leaves out src"),
        ("[own]", "[]", "semgrep.rules leaves out own"),
        ("semgrep:", "limits: {max_file_bytes: 1000}\nsemgrep:", "limits.max_file_bytes falls"),
        ("paths: {", "findings: {baseline: x}\npaths: {", "findings.baseline is now x"),
        ("paths: {", "findings: {block: {ai: A}}\npaths: {", "findings.block.ai is now A"),
        ("paths: {", "findings: {block: {bot: off}}\npaths: {", "findings.block.bot is now off"),
        ("default: uns", "on_unsanctioned: warn, default: uns", "on_unsanctioned is now warn"),
        ("default: un", "default: ", "ai_tools.default is now sanctioned"),
        ("sanctioned: [a]", "sanctioned: [a, c]", "ai_tools allows c"),
        ("unsanctioned: [b]", "unsanctioned: []", "ai_tools.unsanctioned leaves out b"),
        ("required: true", "record: false", "provenance.record is off"),
        ("required: true", "required: false", "provenance.required is off"),
        ("https://mirror", "https://other", "packages.registries.pypi is now https://other"),
        ("packages: {reg", "packages: {} #", "packages.registries.pypi is now not set"),
        ("2027-01-01", "2027-01-02", "waiver w accepts r until 2027-01-02"),
    ],
)
def test_what_is_looser_is_named(old: str, new: str, said: str) -> None:
    assert old in BASE
    found = weakenings(load(BASE), load(BASE.replace(old, new, 1)))
    assert any(said in one for one in found), found


@pytest.mark.parametrize(
    ("old", "new"),
    [("[vendor]", "[]"), ("[own]", "[own, more]"), ("2027-01-01", "2026-09-01"), ("[a]", "[]")],
)
def test_what_is_stricter_or_equal_is_not(old: str, new: str) -> None:
    assert weakenings(load(BASE), load(BASE.replace(old, new, 1))) == ()


def test_a_softer_profile_is_weaker_in_several_ways() -> None:
    found = weakenings(load("profile: strict"), load("profile: starter"))
    assert "findings.block.ai is now A" in found
    assert "findings.block.unknown is now A" in found
    assert "ai_tools.on_unsanctioned is now record" in found


def test_treating_unknown_as_ai_is_weighed_by_its_effect() -> None:
    before = Policy(profile=Profile.STRICT, unknown_is_ai=True, block={Authorship.AI: Tier.B})
    after = Policy(block={Authorship.AI: Tier.B, Authorship.UNKNOWN: Tier.A})
    assert weakenings(before, after) == ("findings.block.unknown is now A",)
