"""A commit message as evidence: a cheap gate first, then trailers, footers and statements."""

from __future__ import annotations

from aireview.attribution import signatures, trailers
from aireview.attribution.disclosure import disclosure_signals
from aireview.attribution.footers import footer_signals
from aireview.attribution.gate import Gate
from aireview.attribution.normalise import fold, normalise
from aireview.attribution.own_words import OwnText, own_text, without_reverted_subject
from aireview.model.provenance import Effect, Signal, Strength
from aireview.model.text import quote

LONGEST_MESSAGE = 256 * 1024

_DENIALS = (
    "no ai", "no llm", "no generative", "without ai", "without llm", "without any", "not use",
    "n't use", "not written", "not generated", "by hand", "hand-written", "handwritten",
    "disclosure: no", "usage: no", "disclosure: n/a", "usage: n/a", "no use of", "not ai",
)  # fmt: skip


def own_message(message: str) -> OwnText:
    """Return the author's own lines of a message, normalised; at most 256 KB of it are read."""
    return own_text(normalise(without_reverted_subject(message[:LONGEST_MESSAGE])))


def marker_signals(text: OwnText, opened: Gate, date: str) -> list[Signal]:
    """Return what trailers, footers and cut-out reviews of a message say."""
    found: list[Signal] = []
    if opened.trailers:
        found += trailers.trailer_signals(text.lines, date)
    if opened.footers:
        found += footer_signals(text.lines, opened.footers)
    found += [review_signal(row_id, line, "message") for row_id, line in text.reviews]
    if opened.trailers and any(signal.signature == "any.trailer.7" for signal in found):
        return list(trailers.with_model(found))
    return found


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


def may_deny(text: OwnText) -> bool:
    """Whether a message with marks may also deny the use of AI: a contradiction worth a warning."""
    folded = fold("\n".join(text.lines))
    return any(denial in folded for denial in _DENIALS)


def statement_signals(text: OwnText) -> tuple[Signal, ...]:
    """Return what the sentences of a message say about how the change was made."""
    return disclosure_signals(text.lines)
