"""What checks say: rules, findings, outcomes, and the verdict over all of it."""

from __future__ import annotations

import enum

import msgspec

from aireview.errors import ExitCode
from aireview.model.change import Change
from aireview.model.provenance import Attribution, Authorship


class Tier(enum.Enum):
    """How sure a finding is: `A` blocks by default, `B` warns, `C` is a note for the reviewer."""

    A = "A"
    B = "B"
    C = "C"


class Severity(enum.Enum):
    """How bad it is if the finding is true."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of finding with a stable id. `cwe` and `owasp` are ids such as `CWE-347`, `API2:2023`."""

    id: str
    title: str
    tier: Tier
    severity: Severity
    check: str
    cwe: str = ""
    cwe_related: tuple[str, ...] = ()
    owasp: str = ""
    references: tuple[str, ...] = ()


class SuppressionKind(enum.Enum):
    """The three ways to disagree with a finding on record."""

    INLINE = "inline"
    WAIVER = "waiver"
    BASELINE = "baseline"


class Suppression(msgspec.Struct, frozen=True, kw_only=True):
    """Why a finding does not count. `in_change`: the suppression itself is new in this change."""

    kind: SuppressionKind
    reason: str
    owner: str = ""
    expires: str = ""
    in_change: bool = False


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a rule holds.

    Lines are of the new version, 1-based and inclusive. `snippet` is the source of those lines;
    `evidence` are facts in words; `fix` is what to do about it, ready to paste where possible.
    `fingerprint` hashes rule, path, symbol and normalised snippet: no line number. `in_change`,
    `authorship` and `suppressed` are set by the pipeline, not by the check.
    """

    rule: Rule
    path: str
    start_line: int
    end_line: int
    message: str
    symbol: str = ""
    snippet: str = ""
    evidence: tuple[str, ...] = ()
    fix: str = ""
    start_column: int = 1
    end_column: int = 0
    fingerprint: str = ""
    in_change: bool = True
    authorship: Authorship = Authorship.UNKNOWN
    suppressed: Suppression | None = None


class Outcome(enum.Enum):
    """How a check or requirement ended. Only `PASSED` is green; not run is never passed."""

    PASSED = "passed"
    FAILED = "failed"
    PENDING = "pending"
    SKIPPED = "skipped"
    UNAVAILABLE = "unavailable"
    ERROR = "error"


class CheckRun(msgspec.Struct, frozen=True, kw_only=True):
    """How one check ended, in words, and what it found.

    `notices` are facts about the run that a person should see and that decide nothing.
    `duration_ms` is how long the run worked on it or waited for it; work of another process that
    went on meanwhile is not counted.
    """

    name: str
    outcome: Outcome
    reason: str = ""
    duration_ms: int = 0
    findings: tuple[Finding, ...] = ()
    notices: tuple[str, ...] = ()


class Verdict(enum.Enum):
    """The answer to "may this change go on?"; `incomplete` means that nobody knows."""

    PASS = "pass"
    FAIL = "fail"
    INCOMPLETE = "incomplete"

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of a run that ends with this verdict."""
        match self:
            case Verdict.PASS:
                return ExitCode.PASS
            case Verdict.FAIL:
                return ExitCode.VIOLATION
            case Verdict.INCOMPLETE:
                return ExitCode.INCOMPLETE


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one run of `aireview check` has to say. `findings` are ordered worst first.

    `blocking` holds the fingerprints of the findings that made the verdict `fail`; `reasons` says
    in words what decided.
    """

    change: Change
    attribution: Attribution
    checks: tuple[CheckRun, ...]
    findings: tuple[Finding, ...]
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    blocking: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    profile: str = "starter"
    policy_source: str = "built-in"
