"""Who wrote a change: evidence, and the verdict over it."""

from __future__ import annotations

import enum

import msgspec

from aireview.model.change import LineRange


class Authorship(enum.Enum):
    """The verdict over signals. There is no `human`: absence of evidence is `unknown`."""

    AI = "ai"
    MIXED = "mixed"
    BOT = "bot"
    UNKNOWN = "unknown"


class Strength(enum.Enum):
    """How much one signal proves. `explicit` and `strong` decide alone, `weak` only supports."""

    EXPLICIT = "explicit"
    STRONG = "strong"
    WEAK = "weak"
    NONE = "none"


class Effect(enum.Enum):
    """What a signal is about: the commit, some of its lines, its message, or nothing of it."""

    AI = "ai"
    PARTIAL = "partial"
    LINES = "lines"
    MESSAGE = "message"
    BOT = "bot"
    CONTEXT = "context"
    PRIOR = "prior"
    NOT_AI = "not-ai"


class Signal(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of evidence of authorship, kept for the auditor.

    `kind` names the channel (`author`, `committer`, `co-author`, `trailer`, `footer`, `disclosure`,
    `branch`, `pull-request`, `note`, `trace`, `environment`, `process`, `path`, `record`).
    `quote` is the matched text, printable, at most 200 characters. `where` says which field, file
    or ref it was read from. `signature` is the id of the row that matched. `vetoed_by` is the
    signature of the signal that overrules this one, if any.
    """

    kind: str
    tool: str
    strength: Strength
    effect: Effect
    quote: str
    where: str = ""
    signature: str = ""
    model: str | None = None
    vetoed_by: str | None = None


class AuthoredLines(msgspec.Struct, frozen=True, kw_only=True):
    """Lines of the head version of a file that one tool wrote, and the evidence they rest on."""

    lines: LineRange
    tool: str
    signature: str
    commit: str | None = None


class FileAttribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who wrote the new lines of one file.

    `narrowed` are lines of commits that are `ai` by their own marks and that a note does not claim.
    Nobody said that a person wrote them: for a verdict they count as `mixed`.
    """

    path: str
    authorship: Authorship
    tools: tuple[str, ...] = ()
    lines: tuple[AuthoredLines, ...] = ()
    narrowed: tuple[LineRange, ...] = ()


class CommitAttribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who wrote one commit. `message_only`: a tool wrote the message and, as far as known, no code."""

    sha: str
    authorship: Authorship
    tools: tuple[str, ...] = ()
    signals: tuple[Signal, ...] = ()
    message_only: bool = False
    warnings: tuple[str, ...] = ()


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who wrote a change as a whole, with everything it rests on."""

    authorship: Authorship = Authorship.UNKNOWN
    tools: tuple[str, ...] = ()
    signals: tuple[Signal, ...] = ()
    commits: tuple[CommitAttribution, ...] = ()
    files: tuple[FileAttribution, ...] = ()
    warnings: tuple[str, ...] = ()
