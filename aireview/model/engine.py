"""What a rule engine is given and what it answers, apart from any one engine's format."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from aireview.model.change import LineRange
from aireview.model.finding import Outcome


class Target(msgspec.Struct, frozen=True):
    """One file to scan: its repository path and the bytes of the version under review.

    `suffix` is put behind its name where the engine would not know the language by the name alone.
    `optional`: nobody knows whether any rule is for files like this one, so it is no gap when the
    engine leaves it out.
    """

    path: str
    content: bytes
    suffix: str = ""
    optional: bool = False


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


class Unparsed(msgspec.Struct, frozen=True):
    """Lines that the engine could not parse, so that no rule saw them."""

    path: str
    lines: LineRange


class EngineRun(msgspec.Struct, frozen=True, kw_only=True):
    """How a scan ended. `reason` is empty only for `PASSED`: every target scanned by every rule.

    `matches` are kept whatever the outcome is: an early stop must not throw findings away.
    `engine` names what ran, for people.
    """

    outcome: Outcome
    reason: str = ""
    engine: str = ""
    matches: tuple[EngineMatch, ...] = ()
    unparsed: tuple[Unparsed, ...] = ()
