"""Who wrote which lines: what records say, what a commit added, where a line comes from."""

from __future__ import annotations

import enum

import msgspec

from aireview.model.change import LineRange
from aireview.model.finding import Outcome
from aireview.model.provenance import CommitAttribution, FileAttribution, Signal, Strength


class Contributor(enum.Enum):
    """Who a record says wrote some lines. A `human` claim is kept and never clears anything."""

    AI = "ai"
    HUMAN = "human"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class LineEvidence(msgspec.Struct, frozen=True, kw_only=True):
    """Lines of one file, in the version of one commit, that a record ascribes to somebody.

    `lines` are sorted and disjoint; none means the file as a whole. `tool` is a tool id,
    `unknown-agent` where the record does not say, empty for people. `key` is the record's own name
    for the session or person. `revision` is the commit the record names, if it names one.
    `content_hash` is the record's hash of the lines, if it has one.
    """

    path: str
    contributor: Contributor
    lines: tuple[LineRange, ...] = ()
    tool: str = ""
    model: str | None = None
    key: str = ""
    where: str = ""
    signature: str = ""
    strength: Strength = Strength.EXPLICIT
    revision: str = ""
    content_hash: str = ""


class NoteReading(msgspec.Struct, frozen=True, kw_only=True):
    """What one note or trace file says.

    `outcome`: `passed` read; `skipped` an empty note, which states nothing; `unavailable` too large
    or unreadable; `error` not in the format at all. `evidence` and `signals` hold whatever could be
    read. `base_commit` is the commit that a git-ai note says it is about.
    """

    outcome: Outcome = Outcome.PASSED
    reason: str = ""
    evidence: tuple[LineEvidence, ...] = ()
    signals: tuple[Signal, ...] = ()
    warnings: tuple[str, ...] = ()
    base_commit: str = ""


class NoteText(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of one note, or the reason why there are none."""

    ref: str
    commit: str
    content: bytes = b""
    problem: str = ""


class AddedLines(msgspec.Struct, frozen=True, kw_only=True):
    """Lines that one commit added to a file, in that commit's version of it.

    `substantive` leaves out lines that are blank, differ from a removed line in whitespace only, or
    were moved from elsewhere in the commit.
    """

    path: str
    lines: tuple[LineRange, ...]
    substantive: tuple[LineRange, ...]


class BlamedLines(msgspec.Struct, frozen=True, kw_only=True):
    """Lines of the head version of a file and the commit they come from.

    `path` is the file's name in that commit; `start` is the number that the first line has there.
    `before_range` marks lines that are older than the range.
    """

    lines: LineRange
    commit: str
    path: str
    start: int
    before_range: bool = False


class CommitEvidence(msgspec.Struct, frozen=True, kw_only=True):
    """Line evidence about one commit that has been held against what the commit added.

    `spans` lie inside added lines. `narrows`: the evidence is complete enough that the commit's
    other lines are not ascribed to the tool just because the commit is.
    """

    commit: str
    spans: tuple[LineEvidence, ...] = ()
    signals: tuple[Signal, ...] = ()
    warnings: tuple[str, ...] = ()
    narrows: bool = False


class LineAuthorship(msgspec.Struct, frozen=True, kw_only=True):
    """Who wrote a range: its commits, its files with their lines, and what went wrong on the way.

    `incomplete` names evidence that exists and could not be read.
    """

    commits: tuple[CommitAttribution, ...] = ()
    files: tuple[FileAttribution, ...] = ()
    warnings: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
