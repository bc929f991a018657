"""From verdicts on commits, and signals about the whole, to a verdict on a change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

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

AI_EFFECTS = (Effect.AI, Effect.PARTIAL, Effect.LINES)
_DECISIVE = (Strength.EXPLICIT, Strength.STRONG)


def decides(signal: Signal) -> bool:
    """Whether a signal decides alone: strong enough, and overruled by none."""
    return signal.strength in _DECISIVE and signal.vetoed_by is None


def attribute_change(
    commits: Sequence[CommitAttribution],
    signals: Sequence[Signal] = (),
    files: Sequence[FileAttribution] = (),
    merges: frozenset[str] = frozenset(),
) -> Attribution:
    """Return who wrote a pull request, a range, or (without commits) a staged change.

    `signals` are about the change as a whole: branch, pull-request text, environment. `merges`
    are the ids of merge commits: they are listed, and only count where an AI tool made them.
    """
    counted = [c for c in commits if c.sha not in merges] or list(commits)
    verdict = joined_verdict(
        {c.authorship for c in counted}, [t for c in counted for t in c.tools], signals, files
    )
    return msgspec.structs.replace(
        verdict,
        commits=tuple(commits),
        warnings=tuple(dict.fromkeys(w for c in commits for w in c.warnings)),
    )


def joined_verdict(
    found: AbstractSet[Authorship],
    tools: Iterable[str],
    signals: Sequence[Signal],
    files: Sequence[FileAttribution] = (),
) -> Attribution:
    """Return who wrote a change, from the verdicts on its commits and the signals about the whole."""
    if found == {Authorship.AI}:
        authorship = Authorship.AI
    elif found == {Authorship.BOT}:
        authorship = Authorship.BOT
    elif found & {Authorship.AI, Authorship.MIXED}:
        authorship = Authorship.MIXED
    else:
        authorship = Authorship.UNKNOWN
    decisive = [s for s in signals if decides(s)]
    if authorship is Authorship.UNKNOWN:
        authorship = _lifted(decisive, files)
    named = dict.fromkeys(tools)
    named.update(dict.fromkeys(s.tool for s in decisive if s.effect in AI_EFFECTS))
    named.update(dict.fromkeys(tool for file in files for tool in file.tools))
    return Attribution(
        authorship=authorship, tools=tuple(named), signals=tuple(signals), files=tuple(files)
    )


def _lifted(decisive: Sequence[Signal], files: Sequence[FileAttribution]) -> Authorship:
    if any(s.effect is Effect.AI for s in decisive):
        return Authorship.AI
    if any(s.effect in (Effect.PARTIAL, Effect.LINES) for s in decisive) or any(
        file.authorship in (Authorship.AI, Authorship.MIXED) for file in files
    ):
        return Authorship.MIXED
    if any(s.effect is Effect.BOT for s in decisive):
        return Authorship.BOT
    return Authorship.UNKNOWN
