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
    """Which kinds of evidence a message may hold; everything else needs no pattern."""

    trailers: bool
    footers: tuple[str, ...]
    statements: bool


CLOSED = Gate(trailers=False, footers=(), statements=False)


@functools.cache
def _trailer_needles() -> tuple[str, ...]:
    return trailers.needles()


@functools.cache
def _footer_needles() -> tuple[str, ...]:
    return tuple({n: None for row in signatures.rows("footer") for n in row.needles})


@functools.cache
def _all_needles() -> tuple[str, ...]:
    every = {*_trailer_needles(), *_footer_needles(), *vocabulary.TOOL_NEEDLES, "summary"}
    return tuple(n for n in every if not any(other in n for other in every if other != n))


def gate(message: str) -> Gate:
    """Say in one cheap pass which kinds of evidence a message may hold."""
    folded = fold(message)
    for needle in _all_needles():
        if needle in folded:
            break
    else:
        if not folded.startswith("ai"):
            return CLOSED
    return Gate(
        trailers=any(needle in folded for needle in _trailer_needles()),
        footers=tuple(needle for needle in _footer_needles() if needle in folded),
        statements=(folded.startswith("ai") or any(n in folded for n in vocabulary.TOOL_NEEDLES))
        and any(n in folded for n in vocabulary.VERB_NEEDLES),
    )


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


def statement_signals(text: OwnText) -> tuple[Signal, ...]:
    """Return what the sentences of a message say about how the change was made."""
    return disclosure_signals(text.lines)
