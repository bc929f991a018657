"""Entire's checkpoints: a commit trailer that points to metadata on a branch of their own.

Format: trailer `Entire-Checkpoint: <12 hex>`; on `entire/checkpoints/v1` the file
`<id[:2]>/<id[2:]>/metadata.json` with `initial_attribution`, or one such file per session in
`<id[:2]>/<id[2:]>/<n>/`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from aireview.attribution.foreign import json_value, mapping, model_name, text_of, tool_id
from aireview.model.finding import Outcome
from aireview.model.lines import NoteReading
from aireview.model.provenance import Effect, Signal, Strength
from aireview.model.text import quote

BRANCH = "entire/checkpoints/v1"
REFS = (f"refs/heads/{BRANCH}", f"refs/remotes/origin/{BRANCH}")
TRAILER_SIGNATURE = "entire.trailer.1"
SIGNATURE = "entire.ref.1"
MAX_BYTES = 1024 * 1024
MAX_SESSIONS = 20

_TRAILER = re.compile(
    r"^[ \t]*entire-checkpoint:[ \t]*([0-9a-f]{12})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE
)


def checkpoint_ids(message: str) -> tuple[str, ...]:
    """Return the checkpoint ids that a commit message names, each once, in order."""
    return tuple(dict.fromkeys(match.lower() for match in _TRAILER.findall(message)))


def without_trailer(message: str) -> str:
    """Return a message less its checkpoint trailers: for when the checkpoint itself was read."""
    return _TRAILER.sub("", message)


def metadata_path(checkpoint: str, session: int | None = None) -> str:
    """Return where on the branch the metadata of a checkpoint lies, or that of one session of it."""
    folder = f"{checkpoint[:2]}/{checkpoint[2:]}"
    return f"{folder}/metadata.json" if session is None else f"{folder}/{session}/metadata.json"


def resolve_checkpoint(checkpoint: str, read: Callable[[str], bytes | None]) -> NoteReading:
    """Read a checkpoint: its own metadata or, where that has no share, those of its sessions.

    `read` returns a file of the branch, None without one. Never raises by itself.
    """
    whole = read_checkpoint(read(metadata_path(checkpoint)))
    if whole.outcome is Outcome.PASSED:
        return whole
    signals: list[Signal] = []
    for session in range(MAX_SESSIONS):
        content = read(metadata_path(checkpoint, session))
        if content is None:
            break
        reading = read_checkpoint(content)
        if reading.outcome is not Outcome.PASSED:
            return reading
        signals.extend(reading.signals)
    return NoteReading(signals=tuple(signals)) if signals else whole


def read_checkpoint(content: bytes | None) -> NoteReading:
    """Read one metadata file; None means that the branch or the file is not there. Never raises.

    A share of 0 % says that the agent wrote nothing that was kept: effect `not-ai`. Any share below
    100 % is `partial`, 100 % is `ai`. Without metadata the trailer alone stands: `strong`.
    """
    if content is None:
        return _trailer_only("the checkpoint branch or file is not here")
    if len(content) > MAX_BYTES:
        return _trailer_only(f"checkpoint metadata larger than {MAX_BYTES} bytes")
    root = json_value(content)
    if not isinstance(root, dict):
        broken = _trailer_only("checkpoint metadata is not a JSON object")
        return NoteReading(
            outcome=Outcome.ERROR,
            reason="not a JSON object",
            signals=broken.signals,
            warnings=broken.warnings,
        )
    attribution = mapping(root.get("initial_attribution"))
    share = _share(attribution.get("agent_percentage"))
    if share is None:
        return _trailer_only("checkpoint metadata without `agent_percentage`")
    agent = text_of(root.get("agent"))
    return NoteReading(
        signals=(
            Signal(
                kind="note",
                tool=tool_id(agent) if agent else "entire",
                model=model_name(root.get("model")),
                strength=Strength.EXPLICIT,
                effect=_effect(share),
                quote=quote(f"agent_percentage {share:g}"),
                where=BRANCH,
                signature=SIGNATURE,
            ),
        )
    )


def _effect(share: float) -> Effect:
    if share == 0:
        return Effect.NOT_AI
    return Effect.AI if share == 100 else Effect.PARTIAL


def _share(value: object) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 100:
        return float(value)
    return None


def _trailer_only(reason: str) -> NoteReading:
    signal = Signal(
        kind="trailer",
        tool="entire",
        strength=Strength.STRONG,
        effect=Effect.AI,
        quote="Entire-Checkpoint",
        where="message",
        signature=TRAILER_SIGNATURE,
    )
    return NoteReading(
        outcome=Outcome.UNAVAILABLE, reason=reason, signals=(signal,), warnings=(reason,)
    )
