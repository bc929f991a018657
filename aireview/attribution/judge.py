"""From signals to a verdict on one commit. A maximum, never a score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from aireview.attribution import identities, message
from aireview.attribution.change import AI_EFFECTS, decides
from aireview.attribution.gate import CLOSED, Gate, gate
from aireview.attribution.identities import AUTHOR, COMMITTER, identity_signal
from aireview.model.change import Commit
from aireview.model.provenance import (
    Authorship,
    CommitAttribution,
    Effect,
    Signal,
    Strength,
)

_ABOUT_THE_COMMIT = frozenset({Effect.AI, Effect.PARTIAL, Effect.MESSAGE})
# Channels whose explicit evidence outweighs an automation identity.
_MARKS = frozenset({AUTHOR, identities.CO_AUTHOR, "trailer", "footer"})
_DEFAULT_ON, _DENIAL = "copilot.email.6", "any.footer.2"
_NOTES = frozenset({"note", "trace"})


def attribute_commit(commit: Commit, extra: Sequence[Signal] = ()) -> CommitAttribution:
    """Return who wrote one commit, with every signal that was found.

    `extra` are signals from notes, traces and records that were read elsewhere. Never raises for
    what stands in the commit.
    """
    author = identity_signal(commit.author_name, commit.author_email, AUTHOR, commit.author_date)
    committer = _committer(commit)
    opened = gate(commit.message)
    if author is None and committer is None and not extra and opened is CLOSED:
        return CommitAttribution(sha=commit.sha, authorship=Authorship.UNKNOWN)
    signals = [author] if author else []
    if opened is not CLOSED:
        signals += _of_message(commit, opened, author)
    signals += _weighed(committer, signals)
    signals += extra
    return _verdict(commit, tuple(dict.fromkeys(signals) if len(signals) > 1 else signals))


def _committer(commit: Commit) -> Signal | None:
    if (
        commit.committer_email == commit.author_email
        and commit.committer_name == commit.author_name
    ):
        return None
    return identity_signal(
        commit.committer_name, commit.committer_email, COMMITTER, commit.author_date
    )


def _of_message(commit: Commit, opened: Gate, author: Signal | None) -> list[Signal]:
    text = message.own_message(commit.message)
    found = message.marker_signals(text, opened, commit.author_date)
    if (
        opened.statements
        and (author is None or author.effect not in (Effect.BOT, *_ABOUT_THE_COMMIT))
        and not any(decides(s) and s.effect in _ABOUT_THE_COMMIT for s in found)
    ):
        found += message.statement_signals(text)
    elif opened.statements and message.may_deny(text):
        found += [s for s in message.statement_signals(text) if s.effect is Effect.NOT_AI]
    return found


def _weighed(committer: Signal | None, others: Sequence[Signal]) -> list[Signal]:
    """Return the committer's signal where it says more than the author and co-authors did."""
    if committer is None or any(
        s.effect in (Effect.AI, Effect.PARTIAL) and decides(s) for s in others
    ):
        return []
    return [committer]


def _verdict(commit: Commit, found: tuple[Signal, ...]) -> CommitAttribution:
    bot = next((s for s in found if s.effect is Effect.BOT), None)
    signals = _vetoed(found, bot) if bot else found
    decisive = [s for s in signals if decides(s)]
    ai = [s for s in decisive if s.effect is Effect.AI]
    some = [s for s in decisive if s.effect in (Effect.PARTIAL, Effect.LINES)]
    authorship = _authorship(bot, ai, some)
    return CommitAttribution(
        sha=commit.sha,
        authorship=authorship,
        tools=_tools([*ai, *some]),
        signals=signals,
        message_only=authorship is Authorship.UNKNOWN
        and any(s.effect is Effect.MESSAGE for s in decisive),
        warnings=_warnings(commit, signals, ai),
    )


def _authorship(bot: Signal | None, ai: Sequence[Signal], some: Sequence[Signal]) -> Authorship:
    if bot is not None and (ai or some):
        content = identities.carrier(bot.signature) == "content"
        return Authorship.MIXED if content or not ai else Authorship.AI
    if ai:
        return Authorship.AI
    if some:
        return Authorship.MIXED
    return Authorship.BOT if bot is not None else Authorship.UNKNOWN


def _vetoed(signals: Iterable[Signal], bot: Signal) -> tuple[Signal, ...]:
    """Mark what an automation identity overrules: all but explicit marks of an agent."""
    return tuple(
        msgspec.structs.replace(s, vetoed_by=bot.signature)
        if s.effect in AI_EFFECTS and not (s.kind in _MARKS and s.strength is Strength.EXPLICIT)
        else s
        for s in signals
    )


def _warnings(commit: Commit, signals: Sequence[Signal], ai: Sequence[Signal]) -> tuple[str, ...]:
    said = []
    if commit.message_cut:
        said.append("the message is longer than 256 KB: only its beginning was read")
    signatures = {s.signature for s in signals}
    if _DEFAULT_ON in signatures:
        said.append("ambiguous: in these weeks an editor added this co-author by default")
    if any(s.vetoed_by and s.kind in _NOTES for s in signals):
        said.append("a note of AI lines stands on an automation's commit: misplaced")
    if _DENIAL in signatures and any(s.strength is Strength.EXPLICIT for s in ai):
        said.append("the message denies the use of AI, an explicit mark says otherwise")
    return tuple(said)


def _tools(signals: Iterable[Signal]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.tool for s in signals))
