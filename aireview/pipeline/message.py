"""The message of a commit: which trailers it should carry so that its origin is not lost.

The rule: never twice, never for a person, never `Signed-off-by` or `Co-authored-by`. Explicit
evidence of an agent always counts; strong evidence only where nobody can have typed the message;
weak evidence never. Form: `Assisted-by: <agent>[:<model>]` (Linux kernel, coding-assistants.rst).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from aireview.attribution.trailer_text import trailer_line
from aireview.model.provenance import Effect, Signal, Strength
from aireview.policy.values import Trailer

# A denial, or a review by a tool, names it and says nothing of its part in the commit.
_NAMING = (Effect.AI, Effect.PARTIAL, Effect.LINES, Effect.MESSAGE)


class Drafting(msgspec.Struct, frozen=True, kw_only=True):
    """How the message at hand comes about.

    `source` is what git says to `prepare-commit-msg` (`message`, `template`, `merge`, `squash`,
    `commit`), empty for an editor session and in `commit-msg`. `editor`: git opens one.
    `terminal`: a person's terminal is attached. `replayed`: a rebase or cherry-pick takes over
    the message of an older commit.
    """

    source: str = ""
    editor: bool = False
    terminal: bool = False
    replayed: bool = False


def deciding(signals: Sequence[Signal], drafting: Drafting) -> tuple[Signal, ...]:
    """Return the signals that show that an agent makes this commit, one per tool."""
    if drafting.replayed:
        return ()
    typed = drafting.editor or drafting.terminal or drafting.source != "message"
    enough = {Strength.EXPLICIT} if typed else {Strength.EXPLICIT, Strength.STRONG}
    chosen: dict[str, Signal] = {}
    for signal in signals:
        if signal.effect is not Effect.AI or signal.vetoed_by or signal.strength not in enough:
            continue
        known = chosen.get(signal.tool)
        if known is None or (known.model is None and signal.model is not None):
            chosen[signal.tool] = signal
    return tuple(chosen.values())


def missing_trailers(
    agents: Sequence[Signal], present: Sequence[Signal], form: Trailer
) -> tuple[str, ...]:
    """Return the trailer lines to add.

    `agents` are the deciding signals, `present` the signals that the message carries already: a
    tool that is named there as having a part in the commit, in any form, is left alone.
    """
    if form is Trailer.OFF:
        return ()
    named = {signal.tool for signal in present if signal.effect in _NAMING}
    lines = (trailer_line(signal) for signal in agents if signal.tool not in named)
    return tuple(dict.fromkeys(line for line in lines if line))
