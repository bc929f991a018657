"""What is written down about a commit the moment it is made.

Half of the commits of AI tools carry no marker later, so the evidence is kept while it is there: the
environment and parent processes of the git command, the branch, the message, and whether the commit
hook had checked the tree. It goes into a note; the commit itself is never touched.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping, Sequence

import msgspec

from aireview.attribution.judge import attribute_commit
from aireview.attribution.own_record import merge_records, write_record
from aireview.model.change import Commit
from aireview.model.lines import CommitEvidence
from aireview.model.provenance import Effect, Signal, Strength
from aireview.pipeline.last_check import LastCheck

_DECIDE = (Strength.EXPLICIT, Strength.STRONG)
_CLAIMS = (Effect.AI, Effect.PARTIAL, Effect.LINES, Effect.MESSAGE)
# Reflog actions of git-rebase, git-cherry-pick, git-am, and of `git commit` that ends one of them.
_REPLAY = re.compile(
    r"(?:rebase|cherry-pick|am\b|pull.*--rebase)|\((?:pick|fixup|squash|reword|continue|cherry-pick)\)"
)


class How(enum.Enum):
    """How a commit came to be, as far as its author is concerned.

    `REWORDED`: amended without a change of content. `REPLAYED`: a rebase or cherry-pick put an
    older commit in a new place; whoever did that wrote none of it.
    """

    MADE = "made"
    REWORDED = "reworded"
    REPLAYED = "replayed"


class Circumstances(msgspec.Struct, frozen=True, kw_only=True):
    """What was seen around a commit.

    `around` comes from environment and parent processes; `lines` from a trace, held against what
    the commit added.
    """

    how: How
    tree: str
    around: tuple[Signal, ...] = ()
    branch: tuple[Signal, ...] = ()
    lines: CommitEvidence = CommitEvidence(commit="")
    last_check: LastCheck | None = None


def how_made(action: str, *, same_tree: bool) -> How:
    """Read the action of a reflog entry (`commit`, `commit (amend)`, `rebase (pick)`, …).

    `same_tree`: the commit has the content of the one that was HEAD before.
    """
    if _REPLAY.search(action):
        return How.REPLAYED
    if action == "commit (amend)" and same_tree:
        return How.REWORDED
    return How.MADE


def new_record(commit: Commit, seen: Circumstances, *, tool_version: str) -> bytes:
    """Return the record of a commit, empty when there is no evidence worth keeping."""
    around = tuple(_applied(signal, seen.how) for signal in seen.around)
    # A branch speaks for a pull request as a whole, not for each commit made on it.
    branch = tuple(_with_effect(signal, Effect.CONTEXT) for signal in seen.branch)
    attribution = attribute_commit(commit, extra=(*around, *branch, *seen.lines.signals))
    named = any(s.strength in _DECIDE for s in branch)
    if not (named or _says_something(attribution.signals)):
        return b""
    signals = (*attribution.signals, _check_state(seen))
    return write_record(
        msgspec.structs.replace(attribution, signals=signals),
        tool_version=tool_version,
        lines=seen.lines.spans,
    )


def carried(newest: bytes, older: Mapping[str, bytes]) -> bytes:
    """Join the record of a commit with those of the commits it replaces; empty when all are.

    `older` maps commit ids to the content of their records. Carrying the same record over twice
    changes nothing.
    """
    known = _origins(newest)
    missing = {sha: content for sha, content in older.items() if content and sha not in known}
    if not missing:
        return newest
    return merge_records((newest, *missing.values()), carried_from=tuple(missing)) or newest


def _applied(signal: Signal, how: How) -> Signal:
    if how is How.MADE or signal.effect is not Effect.AI:
        return signal
    return _with_effect(signal, Effect.MESSAGE if how is How.REWORDED else Effect.CONTEXT)


def _with_effect(signal: Signal, effect: Effect) -> Signal:
    return msgspec.structs.replace(signal, effect=effect)


def _says_something(signals: Sequence[Signal]) -> bool:
    return any(
        s.effect in _CLAIMS and s.strength in _DECIDE and s.vetoed_by is None for s in signals
    )


def _check_state(seen: Circumstances) -> Signal:
    """Say whether the commit hook checked exactly this tree (`--no-verify` leaves it out)."""
    last = seen.last_check
    done = last is not None and last.tree == seen.tree
    tree = f"tree {seen.tree[:12]}"
    said = f"{tree}: the commit hook checked it, exit code {last.code}" if last and done else ""
    return Signal(
        kind="check",
        tool="aireview",
        strength=Strength.NONE,
        effect=Effect.CONTEXT,
        quote=said or f"unverified {tree}: the commit hook did not check it",
        where="last-check",
        signature="aireview.checked" if done else "aireview.unverified",
    )


class _Origins(msgspec.Struct, frozen=True):
    carried_from: tuple[str, ...] = ()


def _origins(record: bytes) -> frozenset[str]:
    try:
        return frozenset(msgspec.json.decode(record, type=_Origins).carried_from)
    except msgspec.DecodeError:
        return frozenset()
