"""What a rule engine is given and what it answers, apart from any one engine's format."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from aireview.model.finding import Outcome


class Target(msgspec.Struct, frozen=True):
    """One file to scan: its repository path and the bytes of the version under review."""

    path: str
    content: bytes


class EngineMatch(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a rule matched. Lines and columns are 1-based; the end column is exclusive."""

    rule_id: str
    path: str
    start_line: int
    end_line: int
    message: str
    start_column: int = 1
    end_column: int = 0
    severity: str = ""
    metadata: Mapping[str, object] = {}
    fix: str = ""


class EngineRun(msgspec.Struct, frozen=True, kw_only=True):
    """How a scan ended. `reason` is empty only for `PASSED`: every target scanned by every rule.

    `matches` are kept whatever the outcome is: an early stop must not throw findings away.
    `notes` are remarks that do not lower the outcome (a file that was parsed only in part).
    """

    outcome: Outcome
    reason: str = ""
    engine: str = ""
    matches: tuple[EngineMatch, ...] = ()
    notes: tuple[str, ...] = ()
