"""A policy as a list of settings, each with its value in words and where the value came from."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aireview.model.finding import Tier
from aireview.model.provenance import Authorship
from aireview.policy.document import Document
from aireview.policy.globs import matches
from aireview.policy.suppress import expired
from aireview.policy.values import (
    DEFAULT_AGE_DAYS,
    AllowedPackage,
    PackagePolicy,
    Policy,
    Waiver,
)

Value = str | int | bool | tuple[str, ...]


class Setting(NamedTuple):
    """One setting: its key in the file, its value, and `file` or `profile`."""

    key: str
    value: Value
    origin: str


class PathAnswer(NamedTuple):
    """What the policy says about one path."""

    path: str
    excluded: bool
    checks: tuple[str, ...]
    block: tuple[Setting, ...]
    waivers: tuple[Waiver, ...]


# Key in the file -> field of `Policy`, where the two are the same thing.
_PLAIN = {
    "findings.baseline": "baseline",
    "paths.exclude": "exclude",
    "limits.max_file_bytes": "max_file_bytes",
    "semgrep.rules": "rule_folders",
    "semgrep.timeout": "semgrep_timeout_s",
    "ai_tools.default": "default_tool_class",
    "ai_tools.sanctioned": "sanctioned",
    "ai_tools.tolerated": "tolerated",
    "ai_tools.unsanctioned": "unsanctioned",
    "ai_tools.on_unsanctioned": "on_unsanctioned",
    "provenance.trailer": "trailer",
    "provenance.record": "record",
    "provenance.git_ai_note": "git_ai_note",
    "provenance.required": "block_on_missing_record",
}


def settings(document: Document, policy: Policy) -> tuple[Setting, ...]:
    """Return every setting of `policy`, which was resolved from `document`, in the file's order."""
    return tuple(_settings(document, policy))


def _settings(document: Document, policy: Policy) -> Iterator[Setting]:
    yield Setting("profile", policy.profile.value, _origin(document, "profile"))
    yield Setting("checks", policy.checks, _origin(document, "checks.disable"))
    yield from thresholds(document, policy)
    for key, field in _PLAIN.items():
        yield Setting(key, _value(getattr(policy, field)), _origin(document, key))
    for field in PackagePolicy.__struct_fields__:
        key = f"packages.{field}"
        yield Setting(key, _package_value(getattr(policy.packages, field)), _origin(document, key))
    names = tuple(
        f"{waiver.id} ({waiver.rule}, until {waiver.expires})" for waiver in policy.waivers
    )
    yield Setting("waivers", names, _origin(document, "waivers"))


def thresholds(document: Document, policy: Policy) -> Iterator[Setting]:
    """Yield the weakest tier that fails a change, for each authorship."""
    for authorship in (Authorship.AI, Authorship.MIXED, Authorship.UNKNOWN, Authorship.BOT):
        key = f"findings.block.{authorship.value}"
        yield Setting(key, _tier(policy.block.get(authorship)), _origin(document, key))


def about_path(path: str, document: Document, policy: Policy, today: str) -> PathAnswer:
    """Return what holds for a path (POSIX, from the repository's root) on a day."""
    excluded = matches(path, policy.exclude)
    return PathAnswer(
        path=path,
        excluded=excluded,
        checks=() if excluded else policy.checks,
        block=tuple(thresholds(document, policy)),
        waivers=tuple(
            waiver
            for waiver in policy.waivers
            if matches(path, waiver.paths) and not expired(waiver, today)
        ),
    )


def _origin(document: Document, key: str) -> str:
    here: object = document
    for part in key.split("."):
        here = getattr(here, part, None)
    return "profile" if here is None else "file"


def _package_value(value: object) -> Value:
    if value is None:
        return f"the repository's own cool-down, else {DEFAULT_AGE_DAYS}"
    if isinstance(value, dict):
        return tuple(f"{name}: {url}" for name, url in value.items())
    if value == "":
        return ()
    if isinstance(value, tuple):
        return tuple(_allowed(one) if isinstance(one, AllowedPackage) else one for one in value)
    return _value(value)


def _allowed(entry: AllowedPackage) -> str:
    until = f" until {entry.until}" if entry.until else ""
    return f"{entry.ecosystem or 'any'} {entry.name}{until}"


def _tier(tier: Tier | None) -> str:
    return "off" if tier is None else tier.value


def _value(value: object) -> Value:
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, str | bool | int):
        return value
    if isinstance(value, Sequence):
        return tuple(str(item) for item in value)
    raise TypeError(type(value))
