"""A commit message as evidence: a cheap gate first, then trailers, footers and statements."""

from __future__ import annotations

import functools

import msgspec

from aireview.attribution import signatures, trailers, vocabulary
from aireview.attribution.disclosure import disclosure_signals
from aireview.attribution.footers import footer_signals
from aireview.attribution.normalise import fold, normalise
from aireview.attribution.own_words import OwnText, own_text, without_reverted_subject
from aireview.model.provenance import Effect, Signal, Strength
from aireview.model.text import quote

LONGEST_MESSAGE = 256 * 1024


class Gate(msgspec.Struct, frozen=True):
    """Which kinds of evidence a message may hold; everything else needs no pattern.

    `footers` and `tools` are the needles that were found.
    """

    trailers: bool
    footers: tuple[str, ...]
    tools: tuple[str, ...]
    reviews: bool


CLOSED = Gate(trailers=False, footers=(), tools=(), reviews=False)

_REVIEW_NEEDLES = ("summary by ", "greptile summary", "cursor_summary", "copilot:", "bugbot]")


@functools.cache
def _needle_sets() -> tuple[tuple[str, ...], frozenset[str], frozenset[str], frozenset[str]]:
    """Return every needle, and which of them open trailers, footers and statements."""
    tool = frozenset(vocabulary.TOOL_NEEDLES)
    keys = frozenset(n for n in trailers.needles() if not any(t in n for t in tool))
    footer = frozenset(n for row in signatures.rows("footer") for n in row.needles)
    # A tool's own keys (`Claude-Session:`) contain the tool; what names none stands alone.
    return tuple(sorted({*keys, *footer, *tool, *_REVIEW_NEEDLES})), keys, footer, tool


def gate(message: str) -> Gate:
    """Say in one cheap pass which kinds of evidence a message may hold."""
    folded = fold(message)
    every, keys, footer, tool = _needle_sets()
    hits = [needle for needle in every if needle in folded]
    if not hits:
        return Gate(True, (), ("ai",), False) if folded.startswith("ai") else CLOSED  # noqa: FBT003
    named = tuple(needle for needle in hits if needle in tool)
    if folded.startswith("ai"):
        named = (*named, "ai")
    return Gate(
        trailers=bool(named) or any(needle in keys for needle in hits),
        footers=tuple(needle for needle in hits if needle in footer),
        tools=named if _has_verb(folded, named) else (),
        reviews=any(needle in _REVIEW_NEEDLES for needle in hits),
    )


def _has_verb(folded: str, named: tuple[str, ...]) -> bool:
    if not named:
        return False
    return any(verb in folded for verb in vocabulary.VERB_NEEDLES)


def own_message(message: str) -> OwnText:
    """Return the author's own lines of a message, normalised; at most 256 KB of it are read."""
    return own_text(normalise(without_reverted_subject(message[:LONGEST_MESSAGE])))


def marker_signals(text: OwnText, opened: Gate, date: str) -> list[Signal]:
    """Return what trailers, footers and cut-out reviews of a message say."""
    found: dict[Signal, None] = {}
    if opened.trailers:
        found.update(dict.fromkeys(trailers.trailer_signals(text.lines, date)))
    if opened.footers:
        found.update(dict.fromkeys(footer_signals(text.lines, opened.footers)))
    for row_id, line in text.reviews:
        found[review_signal(row_id, line, "message")] = None
    if any(signal.signature == "any.trailer.7" for signal in found):
        return list(trailers.with_model(found))
    return list(found)


def review_signal(row_id: str, line: str, where: str) -> Signal:
    """Return the signal of a review summary: AI read the change, which says nothing of its author."""
    return Signal(
        kind="footer",
        tool=signatures.row(row_id).tool,
        strength=Strength.NONE,
        effect=Effect.NOT_AI,
        quote=quote(line.strip()),
        where=where,
        signature=row_id,
    )


def statement_signals(text: OwnText, opened: Gate) -> tuple[Signal, ...]:
    """Return what the sentences of a message say about how the change was made."""
    return disclosure_signals(text.lines, needles=opened.tools)
