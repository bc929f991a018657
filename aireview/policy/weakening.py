"""What a change to the policy loosens: words for the people who must agree to it."""

from __future__ import annotations

from collections.abc import Iterator

from aireview.model.finding import Tier
from aireview.model.provenance import Authorship
from aireview.policy.values import (
    DEFAULT_AGE_DAYS,
    OnUnsanctioned,
    OnUnverified,
    PackagePolicy,
    Policy,
    ToolClass,
    Waiver,
)

_TIERS = {None: 0, Tier.A: 1, Tier.B: 2, Tier.C: 3}
_REACTIONS = {OnUnsanctioned.RECORD: 0, OnUnsanctioned.WARN: 1, OnUnsanctioned.BLOCK: 2}

_CLASSES = {
    ToolClass.SANCTIONED: 0,
    ToolClass.TOLERATED: 1,
    ToolClass.UNKNOWN: 2,
    ToolClass.UNSANCTIONED: 3,
}


def weakenings(before: Policy, after: Policy) -> tuple[str, ...]:
    """Return what `after` allows that `before` does not, in words, one entry for each setting."""
    return (
        *_scope(before, after),
        *_thresholds(before, after),
        *_tools(before, after),
        *_records(before, after),
        *_packages(before.packages, after.packages),
        *_waivers(before, after),
    )


def _scope(before: Policy, after: Policy) -> Iterator[str]:
    for name in before.checks:
        if name not in after.checks:
            yield f"the check {name} is disabled"
    for pattern in after.exclude:
        if pattern not in before.exclude:
            yield f"paths.exclude leaves out {pattern}"
    if after.max_file_bytes < before.max_file_bytes:
        yield f"limits.max_file_bytes falls to {after.max_file_bytes}"
    if after.baseline != before.baseline:
        yield f"findings.baseline is now {after.baseline}"
    for folder in before.rule_folders:
        if folder not in after.rule_folders:
            yield f"semgrep.rules leaves out {folder}"


def _thresholds(before: Policy, after: Policy) -> Iterator[str]:
    for authorship in Authorship:
        old, new = _threshold(before, authorship), _threshold(after, authorship)
        if _TIERS[new] < _TIERS[old]:
            value = new.value if new else "off"
            yield f"findings.block.{authorship.value} is now {value}"


def _threshold(policy: Policy, authorship: Authorship) -> Tier | None:
    if policy.unknown_is_ai and authorship is Authorship.UNKNOWN:
        authorship = Authorship.AI
    return policy.block.get(authorship)


def _tools(before: Policy, after: Policy) -> Iterator[str]:
    if _REACTIONS[after.on_unsanctioned] < _REACTIONS[before.on_unsanctioned]:
        yield f"ai_tools.on_unsanctioned is now {after.on_unsanctioned.value}"
    for pattern in after.sanctioned + after.tolerated:
        if pattern not in before.sanctioned + before.tolerated:
            yield f"ai_tools allows {pattern}"
    for pattern in before.unsanctioned:
        if pattern not in after.unsanctioned:
            yield f"ai_tools.unsanctioned leaves out {pattern}"
    if _CLASSES[after.default_tool_class] < _CLASSES[before.default_tool_class]:
        yield f"ai_tools.default is now {after.default_tool_class.value}"


def _records(before: Policy, after: Policy) -> Iterator[str]:
    if before.record and not after.record:
        yield "provenance.record is off"
    if before.block_on_missing_record and not after.block_on_missing_record:
        yield "provenance.required is off"


_PACKAGE_LISTS = ("private_scopes", "private_names", "first_party", "host_modules")


def _packages(before: PackagePolicy, after: PackagePolicy) -> Iterator[str]:
    yield from _untested(before, after)
    for name, url in after.registries.items():
        if before.registries.get(name) != url:
            yield f"packages.registries.{name} is now {url}"
    for name in before.registries:
        if name not in after.registries:
            yield f"packages.registries.{name} is now not set"
    for key in ("snapshot", "osv"):
        if getattr(before, key) != getattr(after, key):
            yield f"packages.{key} is now {getattr(after, key) or 'not set'}"
    if _age(after) < _age(before):
        yield f"packages.min_age_days falls to {_age(after)}"
    if after.dependency_confusion and not before.dependency_confusion:
        yield "packages.dependency_confusion sends private names to public registries"
    if after.unverified is OnUnverified.WARN and before.unverified is OnUnverified.BLOCK:
        yield "packages.unverified is now warn"


def _untested(before: PackagePolicy, after: PackagePolicy) -> Iterator[str]:
    for key in _PACKAGE_LISTS:
        for entry in getattr(after, key):
            if entry not in getattr(before, key):
                yield f"packages.{key} takes {entry} out of the look-up"
    for allowed in after.allow:
        if allowed not in before.allow:
            yield f"packages.allow accepts {allowed.name}"


def _age(policy: PackagePolicy) -> int:
    return DEFAULT_AGE_DAYS if policy.min_age_days is None else policy.min_age_days


def _waivers(before: Policy, after: Policy) -> Iterator[str]:
    for waiver in after.waivers:
        if not _covered(waiver, before):
            yield f"waiver {waiver.id} accepts {waiver.rule} until {waiver.expires}"


def _covered(waiver: Waiver, before: Policy) -> bool:
    """Whether a waiver was there before with the same reach, for as long or longer."""
    return any(
        (old.rule, old.paths) == (waiver.rule, waiver.paths) and old.expires >= waiver.expires
        for old in before.waivers
    )
