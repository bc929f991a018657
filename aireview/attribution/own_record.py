"""Our own provenance record, a note in `refs/notes/aireview`.

It is written at commit time, when the evidence is there, because half of the commits of AI tools
carry no marker later. It holds the verdict, the tools and the signals: no prompt, no transcript, no
path outside the repository. Whoever may push notes may write one, so a record can add evidence and
never removes any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from aireview.attribution.foreign import (
    items,
    json_value,
    line_range,
    mapping,
    model_name,
    text_of,
    tool_id,
)
from aireview.diffs.lines import merge
from aireview.model.finding import Outcome
from aireview.model.lines import Contributor, LineEvidence, NoteReading
from aireview.model.provenance import Authorship, CommitAttribution, Effect, Signal, Strength
from aireview.model.text import quote

REF = "refs/notes/aireview"
SCHEMA = "aireview/record/v1"
SIGNATURE = "aireview.record"
MAX_BYTES = 1024 * 1024
MAX_SIGNALS = 200

# What a record may claim. `bot` and `not-ai` are missing: a note must not take suspicion away.
_CLAIMS = (Effect.AI, Effect.PARTIAL, Effect.LINES, Effect.MESSAGE, Effect.CONTEXT)
_EFFECTS = {effect.value: effect for effect in _CLAIMS}
_STRENGTHS = {strength.value: strength for strength in Strength}
_ABSOLUTE = re.compile(r"(?<![\w.:/~-])(?:~|[A-Za-z]:)?[/\\][^\s/\\\"']+[/\\][^\s\"']*")


def write_record(
    attribution: CommitAttribution,
    *,
    tool_version: str,
    lines: Sequence[LineEvidence] = (),
    carried_from: Sequence[str] = (),
) -> bytes:
    """Write the record of one commit as JSON, one object; the same input, the same bytes.

    Signals that a record cannot claim (denials, automation) are left out: they can be read again
    from the commit. `lines` is AI line evidence, if there is any. `carried_from` names the commits whose record this
    one replaces after an amend, rebase or squash.
    """
    claims = [signal for signal in attribution.signals if signal.effect in _CLAIMS]
    record: dict[str, object] = {
        "schema": SCHEMA,
        "tool_version": tool_version,
        "authorship": attribution.authorship.value,
        "message_only": attribution.message_only,
        "tools": sorted({_clean(tool) for tool in attribution.tools}),
        "signals": [_signal_out(signal) for signal in claims[:MAX_SIGNALS]],
    }
    if lines:
        record["lines"] = _lines_out(lines)
    if carried_from:
        record["carried_from"] = list(dict.fromkeys(carried_from))
    return _encoded(record)


def _encoded(record: Mapping[str, object]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def _signal_out(signal: Signal) -> dict[str, str]:
    written = {
        "kind": signal.kind,
        "tool": signal.tool,
        "strength": signal.strength.value,
        "effect": signal.effect.value,
        "quote": _relative(signal.quote),
        "where": _relative(signal.where),
        "signature": signal.signature,
    }
    if signal.model:
        written["model"] = signal.model
    if signal.vetoed_by:
        written["vetoed_by"] = signal.vetoed_by
    return {name: _clean(value) for name, value in written.items()}


def _lines_out(lines: Iterable[LineEvidence]) -> list[dict[str, object]]:
    kept = [entry for entry in lines if entry.contributor is Contributor.AI and entry.lines]
    return [
        _entry_out(entry)
        for entry in sorted(kept, key=lambda entry: (entry.path, entry.tool, entry.lines))
    ]


def _entry_out(entry: LineEvidence) -> dict[str, object]:
    written: dict[str, object] = _path_out(entry.path) | {"tool": _clean(entry.tool)}
    if entry.model:
        written["model"] = _clean(entry.model)
    written["ranges"] = [[span.start, span.end] for span in entry.lines]
    return written


def _path_out(path: str) -> dict[str, object]:
    # JSON has no bytes: a path that is no UTF-8 goes out as hex.
    try:
        path.encode()
    except UnicodeEncodeError:
        return {"path_hex": path.encode("utf-8", "surrogateescape").hex()}
    return {"path": path}


def _path_in(entry: Mapping[str, object]) -> str:
    coded = text_of(entry.get("path_hex"))
    if not coded:
        return text_of(entry.get("path"))
    try:
        return bytes.fromhex(coded).decode("utf-8", "surrogateescape")
    except ValueError:
        return ""


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _relative(text: str) -> str:
    """Replace what looks like an absolute path of the machine; URLs stay."""
    return _ABSOLUTE.sub("<path>", text)


def read_record(content: bytes) -> NoteReading:
    """Read a record back as signals of kind `record` and line evidence. Never raises.

    Effects that would clear or excuse a commit are dropped with a warning.
    """
    if len(content) > MAX_BYTES:
        return NoteReading(
            outcome=Outcome.UNAVAILABLE,
            reason=f"{len(content)} bytes, more than the limit of {MAX_BYTES}",
        )
    if not content.strip():
        return NoteReading(outcome=Outcome.SKIPPED, reason="empty note")
    root = json_value(content)
    if not isinstance(root, dict) or root.get("schema") != SCHEMA:
        return NoteReading(outcome=Outcome.ERROR, reason=f"no JSON object of schema {SCHEMA}")
    given = items(root.get("signals"))[:MAX_SIGNALS]
    mixed = root.get("authorship") == Authorship.MIXED.value
    read = [_signal_in(mapping(entry), mixed=mixed) for entry in given]
    signals = tuple(signal for signal in read if signal is not None)
    dropped = len(read) - len(signals)
    return NoteReading(
        signals=signals or _verdict_signal(root),
        evidence=tuple(_lines_in(items(root.get("lines")))),
        warnings=(f"{dropped} recorded signals that a record cannot claim",) if dropped else (),
    )


def _signal_in(entry: Mapping[str, object], *, mixed: bool) -> Signal | None:
    effect = _EFFECTS.get(text_of(entry.get("effect")))
    strength = _STRENGTHS.get(text_of(entry.get("strength")))
    if effect is None or strength is None:
        return None
    origin = f" ({text_of(entry.get('kind'))})" if entry.get("kind") else ""
    return Signal(
        kind="record",
        tool=tool_id(entry.get("tool")),
        model=model_name(entry.get("model")),
        strength=strength,
        effect=Effect.PARTIAL if mixed and effect is Effect.AI else effect,
        quote=quote(text_of(entry.get("quote"))),
        where=quote(f"{REF}{origin}", 80),
        signature=quote(text_of(entry.get("signature")) or SIGNATURE, 80),
        vetoed_by=quote(text_of(entry.get("vetoed_by")), 80) or None,
    )


def _verdict_signal(root: Mapping[str, object]) -> tuple[Signal, ...]:
    """Turn a record without signals into one signal for its verdict, if that says anything."""
    verdict = text_of(root.get("authorship"))
    effects = {Authorship.AI.value: Effect.AI, Authorship.MIXED.value: Effect.PARTIAL}
    if verdict not in effects:
        return ()
    tools = items(root.get("tools"))
    return (
        Signal(
            kind="record",
            tool=tool_id(tools[0] if tools else None),
            strength=Strength.STRONG,
            effect=effects[verdict],
            quote=f"authorship {verdict}",
            where=REF,
            signature=SIGNATURE,
        ),
    )


def _lines_in(entries: Iterable[object]) -> Iterable[LineEvidence]:
    for entry in map(mapping, entries):
        path = _path_in(entry)
        pairs = (items(pair) for pair in items(entry.get("ranges")))
        spans = (line_range(pair[0], pair[1]) for pair in pairs if len(pair) == 2)
        ranges = merge(span for span in spans if span is not None)
        if path and ranges:
            yield LineEvidence(
                path=path,
                contributor=Contributor.AI,
                lines=ranges,
                tool=tool_id(entry.get("tool")),
                model=model_name(entry.get("model")),
                where=REF,
                signature=SIGNATURE,
            )


def merge_records(records: Sequence[bytes], *, carried_from: Sequence[str] = ()) -> bytes:
    """Join the records of commits that became one (amend, rebase, squash).

    The first is that of the new commit itself, empty if it has none yet; the others are those of
    the commits it replaces. Signals and tools are united, what a record cannot claim is left out. Lines are dropped: their numbers belong
    to the old versions. An old content that is no record stands for a commit without evidence: next
    to an `ai` one it makes the whole `mixed`. Empty when there is no record at all.
    """
    roots = [_record(content) for content in records[0 if records and records[0] else 1 :]]
    real = [root for root in roots if root]
    if not real:
        return b""
    signals = {
        msgspec.json.encode(entry): entry
        for root in real
        for entry in items(root.get("signals"))
        if _signal_in(mapping(entry), mixed=False) is not None
    }
    tools = {text_of(tool) for root in real for tool in items(root.get("tools"))} - {""}
    earlier = [text_of(sha) for root in real for sha in items(root.get("carried_from"))]
    merged: dict[str, object] = {
        "schema": SCHEMA,
        "tool_version": text_of(real[0].get("tool_version")),
        "authorship": _joined_verdict({text_of(root.get("authorship")) for root in roots}),
        "message_only": all(root.get("message_only") is True for root in real),
        "tools": sorted(tools),
        "signals": list(signals.values())[:MAX_SIGNALS],
    }
    if origins := list(dict.fromkeys(filter(None, (*carried_from, *earlier)))):
        merged["carried_from"] = origins
    return _encoded(merged)


def _record(content: bytes) -> Mapping[str, object]:
    root = mapping(json_value(content)) if len(content) <= MAX_BYTES else {}
    return root if root.get("schema") == SCHEMA else {}


def _joined_verdict(verdicts: set[str]) -> str:
    if len(verdicts) == 1:
        verdict = verdicts.pop()
        return verdict if verdict in {kind.value for kind in Authorship} else "unknown"
    return "mixed" if verdicts & {"ai", "mixed"} else "unknown"
