"""Who wrote what, as text, as JSON and as one JSON object per commit.

Every text is printable, so that the output is valid UTF-8 and stands on its own line; nothing in it
is a command to a CI server.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from aireview.model.provenance import (
    Attribution,
    Authorship,
    CommitAttribution,
    Effect,
    FileAttribution,
    Signal,
    Strength,
)
from aireview.model.text import printable
from aireview.reports import log_safe

SCHEMA = "aireview/provenance/v1"

_SHORT = 12
_DECISIVE = (Strength.EXPLICIT, Strength.STRONG)
# Which signal is shown as the reason, first to last.
_RANK = {
    effect: rank
    for rank, effect in enumerate(
        (Effect.AI, Effect.PARTIAL, Effect.LINES, Effect.BOT, Effect.MESSAGE)
    )
}


class SignalV1(msgspec.Struct, frozen=True, omit_defaults=True):
    """One piece of evidence; `quote` is the matched text. Empty fields are left out."""

    kind: str
    tool: str
    strength: Strength
    quote: str
    effect: Effect
    where: str = ""
    signature: str = ""
    model: str | None = None
    vetoed_by: str | None = None


class CommitV1(msgspec.Struct, frozen=True, omit_defaults=True):
    """One commit. `message_only`: a tool wrote the message and, as far as known, no code."""

    sha: str
    authorship: Authorship
    tools: tuple[str, ...]
    signals: tuple[SignalV1, ...]
    message_only: bool = False
    warnings: tuple[str, ...] = ()


class ChangeV1(msgspec.Struct, frozen=True):
    """A change without commits in the `jsonl` format."""

    authorship: Authorship
    tools: tuple[str, ...]
    signals: tuple[SignalV1, ...]


class LinesV1(msgspec.Struct, frozen=True, omit_defaults=True):
    """Lines of the head version that one tool wrote: 1-based, inclusive."""

    start: int
    end: int
    tool: str
    signature: str
    commit: str | None = None


class FileV1(msgspec.Struct, frozen=True):
    """Who wrote the new lines of one file."""

    path: str
    authorship: Authorship
    tools: tuple[str, ...]
    lines: tuple[LinesV1, ...]


class ProvenanceV1(msgspec.Struct, frozen=True, kw_only=True):
    """The `json` format: the change as a whole, then what it rests on.

    `counts` has one entry per authorship and one for `message-only`. `shadow` lists the tools that
    the policy does not name.
    """

    schema: str
    authorship: Authorship
    tools: tuple[str, ...]
    signals: tuple[SignalV1, ...]
    files: tuple[FileV1, ...]
    commits: tuple[CommitV1, ...]
    counts: Mapping[str, int]
    shadow: tuple[str, ...]
    warnings: tuple[str, ...]


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """The figures under a text report. `tools` pairs tool ids with commits, most frequent first."""

    commits: int
    authorships: Mapping[Authorship, int]
    message_only: int
    tools: tuple[tuple[str, int], ...]
    shadow: tuple[str, ...]


_ENCODER = msgspec.json.Encoder()


def json_lines(verdicts: Iterable[CommitAttribution]) -> Iterator[bytes]:
    """Yield one line of JSON per commit, line feed included."""
    for verdict in verdicts:
        if not verdict.signals and not verdict.warnings:
            line = b'{"sha":"%b","authorship":"%b","tools":[],"signals":[]}\n' % (
                verdict.sha.encode("ascii"),
                verdict.authorship.value.encode("ascii"),
            )
        else:
            line = _ENCODER.encode(_commit(verdict)) + b"\n"
            if b"##" in line:
                line = log_safe.json(line).encode()
        yield line


def json_line(attribution: Attribution) -> bytes:
    """Return a change that has no commits yet as one line of JSON, without a `sha`."""
    value = ChangeV1(
        authorship=attribution.authorship,
        tools=attribution.tools,
        signals=tuple(map(_signal, attribution.signals)),
    )
    return log_safe.json(_ENCODER.encode(value)).encode() + b"\n"


def json_report(attribution: Attribution, shadow: Sequence[str] = ()) -> str:
    """Return a change as one indented JSON object with a line feed at its end."""
    counts = {value.value: 0 for value in Authorship} | {"message-only": 0}
    for commit in attribution.commits:
        counts[commit.authorship.value] += 1
        counts["message-only"] += commit.message_only
    value = ProvenanceV1(
        schema=SCHEMA,
        authorship=attribution.authorship,
        tools=attribution.tools,
        signals=tuple(map(_signal, attribution.signals)),
        files=tuple(map(_file, attribution.files)),
        commits=tuple(map(_commit, attribution.commits)),
        counts=counts,
        shadow=tuple(shadow),
        warnings=tuple(map(printable, attribution.warnings)),
    )
    return log_safe.json(msgspec.json.format(_ENCODER.encode(value), indent=2)) + "\n"


def json_schema() -> str:
    """Return the JSON Schema of the `json` format."""
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "aireview provenance, version 1",
        **msgspec.json.schema(ProvenanceV1),
    }
    return log_safe.json(msgspec.json.format(_ENCODER.encode(described), indent=2)) + "\n"


def _commit(verdict: CommitAttribution) -> CommitV1:
    return CommitV1(
        sha=verdict.sha,
        authorship=verdict.authorship,
        tools=verdict.tools,
        signals=tuple(map(_signal, verdict.signals)),
        message_only=verdict.message_only,
        warnings=tuple(map(printable, verdict.warnings)),
    )


# The same signals come back in every commit of a tool.
@functools.lru_cache(maxsize=4096)
def _signal(signal: Signal) -> SignalV1:
    return SignalV1(
        kind=printable(signal.kind),
        tool=printable(signal.tool),
        strength=signal.strength,
        quote=printable(signal.quote),
        effect=signal.effect,
        where=printable(signal.where),
        signature=printable(signal.signature),
        model=None if signal.model is None else printable(signal.model),
        vetoed_by=None if signal.vetoed_by is None else printable(signal.vetoed_by),
    )


def _file(file: FileAttribution) -> FileV1:
    return FileV1(
        path=printable(file.path),
        authorship=file.authorship,
        tools=tuple(map(printable, file.tools)),
        lines=tuple(
            LinesV1(
                start=span.lines.start,
                end=span.lines.end,
                tool=printable(span.tool),
                signature=printable(span.signature),
                commit=span.commit,
            )
            for span in file.lines
        ),
    )


def has_something_to_say(verdict: CommitAttribution) -> bool:
    """Whether a commit gets a line of its own; those without evidence and of bots are counted."""
    return (
        verdict.authorship in (Authorship.AI, Authorship.MIXED)
        or verdict.message_only
        or bool(verdict.warnings)
    )


def text_line(verdict: CommitAttribution) -> str:
    """Return one commit as a line: id, authorship, tools, and the evidence that decided."""
    said = "message-only" if verdict.message_only else verdict.authorship.value
    reason = _reason(verdict.signals)
    tools = ", ".join(verdict.tools) or (reason.tool if reason else "-")
    why = f"{reason.kind}: {reason.quote}" if reason else ""
    notes = "".join(f"  [{warning}]" for warning in verdict.warnings)
    line = f"{verdict.sha[:_SHORT]}  {said:<12}  {tools:<16}  {why}{notes}"
    return log_safe.plain(printable(line.rstrip()))


def _reason(signals: Sequence[Signal]) -> Signal | None:
    decisive = [s for s in signals if s.vetoed_by is None and s.strength in _DECISIVE]
    ranked = sorted(decisive, key=lambda s: _RANK.get(s.effect, len(_RANK)))
    return next(iter(ranked), None) or next(iter(signals), None)


def change_text(attribution: Attribution) -> Iterator[str]:
    """Yield the verdict on a change as a whole, the signals about it, and its files."""
    tools = f" ({', '.join(attribution.tools)})" if attribution.tools else ""
    yield printable(f"change: {attribution.authorship.value}{tools}")
    for signal in attribution.signals:
        yield log_safe.plain(
            printable(
                f"  {signal.kind}: {signal.quote}  [{signal.tool}, {signal.strength.value}, "
                f"{signal.effect.value}]"
            )
        )
    for file in attribution.files:
        lines = ", ".join(f"{s.lines.start}-{s.lines.end} {s.tool}" for s in file.lines)
        yield log_safe.plain(
            printable(f"  {file.path}: {file.authorship.value}{f': {lines}' if lines else ''}")
        )


def summary_text(summary: Summary) -> Iterator[str]:
    """Yield the summary: commits per authorship, per tool, and tools that nobody decided on."""
    parts = [f"{summary.authorships.get(value, 0)} {value.value}" for value in Authorship]
    noun = "commit" if summary.commits == 1 else "commits"
    yield f"{summary.commits} {noun}: {', '.join(parts)}"
    if summary.message_only:
        yield f"  {summary.message_only} of the unknown: a tool wrote the message only"
    if summary.tools:
        listed = ", ".join(f"{tool} {count}" for tool, count in summary.tools)
        yield printable(f"tools: {listed}")
    yield from shadow_text(summary.shadow)


def shadow_text(shadow: Sequence[str]) -> Iterator[str]:
    """Yield the line on tools that nobody decided on, if there are any."""
    if shadow:
        yield printable(f"shadow AI (in no list of the policy): {', '.join(shadow)}")
