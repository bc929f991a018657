"""One cheap pass over a message that says which kinds of evidence it may hold at all.

Most messages hold none, and a history has a hundred thousand of them. The words of a message are
looked up in one set; only what a word opens is looked for as text, and only what is found as text
reaches a pattern. The gate opens too often rather than too rarely.
"""

from __future__ import annotations

import functools

import msgspec

from aireview.attribution import signatures, vocabulary
from aireview.attribution.normalise import fold

EMOJI = ("🤖", "👾", "✨", "💘")

_LETTERS = bytes(c if 97 <= c <= 122 else c + 32 if 65 <= c <= 90 else 32 for c in range(256))
# Words of a needle that stand in too many messages to be looked up.
_COMMON = frozenset({b"co", b"by", b"with", b"coding", b"skip", b"am", b"chat", b"commit"})
# Needles whose own words are all common: they only count beside another one.
_SECOND = frozenset({"commit message", "model:"})


class Gate(msgspec.Struct, frozen=True):
    """What a message may hold: trailers, footers (the needles found), statements, reviews."""

    trailers: bool
    footers: tuple[str, ...]
    statements: bool


CLOSED = Gate(trailers=False, footers=(), statements=False)


class _Table(msgspec.Struct, frozen=True):
    words: frozenset[bytes]
    opened_by: dict[bytes, tuple[str, ...]]
    keys: frozenset[str]
    footers: frozenset[str]


def words(text: str) -> list[bytes]:
    """Return the words of a text: runs of ASCII letters, lower case, after NFKC."""
    plain = text if text.isascii() else fold(text)
    return plain.encode("ascii", "replace").translate(_LETTERS).split()


@functools.cache
def _table() -> _Table:
    keys = {n for row in signatures.rows("trailer") for n in row.needles}
    footers = {n for row in signatures.rows("footer") for n in row.needles}
    reviews = {n for row in signatures.rows("pr-body") for n in row.needles}
    opened_by: dict[bytes, tuple[str, ...]] = {}
    for needle in sorted(keys | footers | reviews):
        named = [word for word in words(needle) if word not in _COMMON]
        if named and needle not in _SECOND:
            opened_by[named[0]] = (*opened_by.get(named[0], ()), needle)
    return _Table(
        words=frozenset(opened_by) | vocabulary.TOOL_WORDS,
        opened_by=opened_by,
        keys=frozenset(keys),
        footers=frozenset(footers),
    )


def gate(message: str) -> Gate:
    """Say which kinds of evidence a message may hold."""
    table = _table()
    found = table.words.intersection(words(message))
    if not found and (message.isascii() or not any(emoji in message for emoji in EMOJI)):
        return CLOSED
    folded = fold(message)
    hits = {n for word in found for n in table.opened_by.get(word, ()) if n in folded}
    hits.update(needle for needle in (*_SECOND, *EMOJI) if needle in folded)
    tool = not vocabulary.TOOL_WORDS.isdisjoint(found)
    if not hits and not tool:
        return CLOSED
    return Gate(
        trailers=not table.keys.isdisjoint(hits),
        footers=tuple(sorted(hits & table.footers)),
        statements=tool and any(verb in folded for verb in vocabulary.VERB_NEEDLES),
    )


def may_state(sentence: str) -> bool:
    """Whether a sentence has a tool and a verb, so that the disclosure grammar can say something."""
    if vocabulary.TOOL_WORDS.isdisjoint(words(sentence)):
        return False
    folded = fold(sentence)
    return any(verb in folded for verb in vocabulary.VERB_NEEDLES)
