"""What a branch name says: the slash form is an agent's, the hyphen form is work about the tool."""

from __future__ import annotations

import re

from aireview.attribution import signatures
from aireview.model.provenance import Effect, Signal
from aireview.model.text import quote

_LONGEST_NAME = 500
# What git puts before the name that somebody typed.
_REFS = re.compile(r"^(?:refs/(?:heads|remotes/[^/]+)/|(?:remotes/)?(?:origin|upstream)/)")


def branch_signals(branch: str) -> tuple[Signal, ...]:
    """Return what a branch name says about who works on it: one signal, or none.

    `branch` is a local ref or the head of a pull request; ref and remote prefixes are ignored.
    """
    name = _REFS.sub("", branch.strip()[:_LONGEST_NAME])
    folded = name.lower()
    for row in signatures.rows("branch"):
        matched = (
            folded.startswith(row.pattern)
            if row.match == "prefix"
            else signatures.regex(row.pattern).search(folded) is not None
        )
        if matched and row.effect is Effect.NOT_AI:
            return ()
        if matched:
            return (
                Signal(
                    kind="branch",
                    tool=row.tool,
                    strength=row.strength,
                    effect=row.effect,
                    quote=quote(name),
                    where="branch",
                    signature=row.id,
                ),
            )
    return ()
