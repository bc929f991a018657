"""The types of `aireview/check/v1`, the output of `aireview check --format json`.

They are versioned apart from the model: a field may be added within the version, none may go or
change its meaning. docs/schemas/check.v1.schema.json is generated from them.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from aireview.model.change import FileKind, FileStatus, Origin, SkipReason
from aireview.model.finding import Outcome, Severity, SuppressionKind, Tier, Verdict
from aireview.model.provenance import Authorship, Effect, Strength


class Lines(msgspec.Struct, frozen=True):
    """Lines of the new version of a file: 1-based, inclusive."""

    start: int
    end: int


class Skipped(msgspec.Struct, frozen=True):
    """Why the content of a listed path was not checked."""

    reason: SkipReason
    detail: str


class File(msgspec.Struct, frozen=True, kw_only=True):
    """One path of the change; `added` are its new lines, `skipped` is null where it was read."""

    path: str
    old_path: str | None
    status: FileStatus
    kind: FileKind
    added: tuple[Lines, ...]
    skipped: Skipped | None


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What was reviewed. `base` and `head` are commit ids, null where there is none."""

    origin: Origin
    base: str | None
    head: str | None
    files: tuple[File, ...]


class Signal(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of evidence of authorship; `quote` is the matched text."""

    kind: str
    tool: str
    strength: Strength
    effect: Effect
    quote: str
    where: str
    signature: str
    model: str | None
    vetoed_by: str | None


class ToolLines(msgspec.Struct, frozen=True, kw_only=True):
    """Lines that one tool wrote, and the evidence they rest on."""

    start: int
    end: int
    tool: str
    signature: str
    commit: str | None


class AttributedFile(msgspec.Struct, frozen=True, kw_only=True):
    """Who wrote the new lines of one file."""

    path: str
    authorship: Authorship
    tools: tuple[str, ...]
    lines: tuple[ToolLines, ...]


class AttributedCommit(msgspec.Struct, frozen=True, kw_only=True):
    """Who wrote one commit; `message_only`: a tool wrote the message and, as far as known, no code."""

    sha: str
    authorship: Authorship
    tools: tuple[str, ...]
    signals: tuple[Signal, ...]
    message_only: bool
    warnings: tuple[str, ...]


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who wrote the change, and on what evidence. There is no `human`, only `unknown`."""

    authorship: Authorship
    tools: tuple[str, ...]
    signals: tuple[Signal, ...]
    files: tuple[AttributedFile, ...]
    commits: tuple[AttributedCommit, ...]
    warnings: tuple[str, ...]


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """How one check ended; only `passed` is green. `duration_ms` is wall time."""

    name: str
    outcome: Outcome
    reason: str
    duration_ms: int


class Suppressed(msgspec.Struct, frozen=True, kw_only=True):
    """Why a finding does not count; `in_change`: the suppression is new in this change."""

    kind: SuppressionKind
    reason: str
    owner: str
    expires: str
    in_change: bool


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a rule holds. `rule` is the rule's id; empty texts mean that there is none."""

    rule: str
    tier: Tier
    severity: Severity
    cwe: str
    owasp: str
    path: str
    start_line: int
    end_line: int
    symbol: str
    message: str
    evidence: tuple[str, ...]
    fix: str
    fingerprint: str
    in_change: bool
    authorship: Authorship
    suppressed: Suppressed | None


class AppliedPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """Which policy judged, and where it was read from."""

    profile: str
    source: str


class Tool(msgspec.Struct, frozen=True, kw_only=True):
    """What made this output."""

    name: str
    version: str


class CheckReport(msgspec.Struct, frozen=True, kw_only=True):
    """The output of `aireview check --format json`. `blocking` holds fingerprints of findings."""

    schema: Literal["aireview/check/v1"]
    verdict: Verdict
    reasons: tuple[str, ...]
    change: Change
    attribution: Attribution
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    blocking: tuple[str, ...]
    notices: tuple[str, ...]
    policy: AppliedPolicy
    tool: Tool
