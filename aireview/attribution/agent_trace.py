"""Agent Trace 0.1.0: `.agent-trace/traces.jsonl` -> line evidence.

The file is content of the work tree, so anybody who writes the change can write it: it adds
evidence and never clears any. The specification names `content_hash` without saying how lines are
hashed beyond the word murmur3; we take MurmurHash3 x86 32 with seed 0 over the lines joined with LF,
with and without a final LF, and treat a hash that fits neither as not confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from aireview.attribution.foreign import (
    UNKNOWN_TOOL,
    items,
    json_value,
    line_range,
    mapping,
    model_name,
    text_of,
    tool_id,
)
from aireview.attribution.murmur3 import murmur3_32
from aireview.model.change import LineRange
from aireview.model.finding import Outcome
from aireview.model.lines import Contributor, LineEvidence, NoteReading
from aireview.model.provenance import Strength
from aireview.model.text import quote

PATH = ".agent-trace/traces.jsonl"
SIGNATURE = "any.path.2"
METADATA_KEY = "dev.aireview"
OWN_NAME = "aireview"
MAX_BYTES = 16 * 1024 * 1024
MAX_LINE_BYTES = 4 * 1024 * 1024

# Written by the reference implementation where it has no file to name.
_PSEUDO_FILES = frozenset({".sessions", ".shell-history"})
_SEARCH_BYTES = 2_000_000
_CONTRIBUTORS = {kind.value: kind for kind in Contributor}


def read_traces(content: bytes) -> NoteReading:
    """Read a file of records, one JSON object a line. Never raises.

    A line that is no record costs a warning and not the other lines. Evidence carries the
    `revision` of its record, which may be the parent of the commit that it is about.
    """
    if len(content) > MAX_BYTES:
        return NoteReading(
            outcome=Outcome.UNAVAILABLE,
            reason=f"{len(content)} bytes, more than the limit of {MAX_BYTES}",
        )
    lines = [(number, line) for number, line in enumerate(content.split(b"\n"), 1) if line.strip()]
    if not lines:
        return NoteReading(outcome=Outcome.SKIPPED, reason="empty trace file")
    evidence: list[LineEvidence] = []
    broken: list[int] = []
    for number, line in lines:
        record = json_value(line) if len(line) <= MAX_LINE_BYTES else None
        if isinstance(record, dict) and isinstance(record.get("files"), list):
            evidence.extend(_record(record))
        else:
            broken.append(number)
    if len(broken) == len(lines):
        return NoteReading(outcome=Outcome.ERROR, reason="no line is a trace record")
    warnings = (f"{len(broken)} lines are no trace records, first {broken[0]}",) if broken else ()
    return NoteReading(evidence=tuple(evidence), warnings=warnings)


def _record(record: Mapping[str, object]) -> Iterator[LineEvidence]:
    vcs = mapping(record.get("vcs"))
    revision = text_of(vcs.get("revision")).lower() if vcs.get("type", "git") == "git" else ""
    name = text_of(mapping(record.get("tool")).get("name"))
    ours = mapping(mapping(record.get("metadata")).get(METADATA_KEY)) if name == OWN_NAME else {}
    tools = _own_tools(items(ours.get("spans")))
    for file in map(mapping, items(record.get("files"))):
        path = text_of(file.get("path"))
        if not path or path in _PSEUDO_FILES:
            continue
        for entry in _conversations(path, items(file.get("conversations"))):
            tool = tools.get((path, entry.lines[0])) if name == OWN_NAME else tool_id(name)
            yield msgspec.structs.replace(
                entry,
                revision=quote(revision, 80),
                tool=(tool or UNKNOWN_TOOL) if entry.contributor is not Contributor.HUMAN else "",
            )


def _own_tools(spans: Iterable[object]) -> dict[tuple[str, LineRange], str]:
    found: dict[tuple[str, LineRange], str] = {}
    for span in map(mapping, spans):
        lines = line_range(span.get("start_line"), span.get("end_line"))
        if lines is not None:
            found[text_of(span.get("path")), lines] = tool_id(span.get("tool"))
    return found


def _conversations(path: str, conversations: Iterable[object]) -> Iterator[LineEvidence]:
    for conversation in map(mapping, conversations):
        shared = mapping(conversation.get("contributor"))
        for entry in map(mapping, items(conversation.get("ranges"))):
            span = line_range(entry.get("start_line"), entry.get("end_line"))
            if span is None:
                continue
            contributor = mapping(entry.get("contributor")) or shared
            kind = _CONTRIBUTORS.get(text_of(contributor.get("type")), Contributor.UNKNOWN)
            yield LineEvidence(
                path=path,
                contributor=kind,
                lines=(span,),
                model=model_name(contributor.get("model_id")),
                key=quote(text_of(conversation.get("url")), 80),
                where=PATH,
                signature=SIGNATURE,
                content_hash=quote(text_of(entry.get("content_hash")), 80),
            )


def content_hash(lines: Sequence[bytes]) -> str:
    """Return `murmur3:<8 hex>` of lines, joined with LF and without a final one."""
    joined = b"\n".join(lines)
    return f"murmur3:{murmur3_32(joined):08x}"


def locate(evidence: LineEvidence, content: bytes) -> LineEvidence:
    """Move evidence to where its content hash says that the lines are in `content`.

    Evidence without a hash comes back as it is; so does evidence whose hash fits nowhere, but as
    `strong`: the lines may have been edited, or were hashed in another way.
    """
    wanted = evidence.content_hash.removeprefix("murmur3:").lower().lstrip("0") or "0"
    if not evidence.content_hash.startswith("murmur3:") or len(evidence.lines) != 1:
        return evidence
    lines = content.split(b"\n")
    span = evidence.lines[0]
    length = span.end - span.start + 1
    for start in _starts(span.start, length, lines):
        joined = b"\n".join(lines[start - 1 : start - 1 + length])
        if wanted in {f"{murmur3_32(text):x}" for text in (joined, joined + b"\n")}:
            return msgspec.structs.replace(evidence, lines=(LineRange(start, start + length - 1),))
    return msgspec.structs.replace(evidence, strength=Strength.STRONG)


def _starts(claimed: int, length: int, lines: Sequence[bytes]) -> Iterator[int]:
    """Yield line numbers to try, nearest to the claimed one first, within a budget of bytes."""
    last = len(lines) - length + 1
    mean = sum(map(len, lines)) // max(len(lines), 1) + 1
    tries = _SEARCH_BYTES // max(mean * length * 2, 1)
    if 1 <= claimed <= last:
        yield claimed
    candidates = sorted(range(1, last + 1), key=lambda start: abs(start - claimed))
    yield from candidates[1 if 1 <= claimed <= last else 0 :][:tries]
