"""The git-ai authorship log, 3.x and its JSON ancestor: note text <-> line evidence.

Format: Git AI Standard 3.0.0 (attestations, a line `---`, JSON). `refs/notes/ai` holds 3.x notes,
`refs/ai/authorship/<sha>` the ancestor `authorship/0.0.1`.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

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
    written_ranges,
)
from aireview.attribution.ranges import written
from aireview.diffs.lines import merge
from aireview.model.change import LineRange
from aireview.model.finding import Outcome
from aireview.model.lines import Contributor, LineEvidence, NoteReading
from aireview.model.provenance import Strength
from aireview.model.text import quote

REF = "refs/notes/ai"
SIGNATURE = "any.ref.1"
LEGACY_REFS = "refs/ai/authorship/"
LEGACY_SIGNATURE = "any.ref.2"
MAX_BYTES = 4 * 1024 * 1024
SCHEMA_VERSION = "authorship/3.0.0"

_TEST_TOOLS = frozenset({"mock_ai", "mock-ai", "test-agent", "test_agent"})
_PEOPLE_KEYS = frozenset({"human", "humans"})
_AI_KEY = re.compile(
    r"s_[0-9a-f]{1,64}(?:::t_[0-9a-f]{1,64})?|[0-9a-f]{7}|[0-9a-f]{16}|ai_agent"
    r"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)
_BLANK = " \t\r"
_PATH_LINES = 64
_AGENTS = 1000
_WARNING_LIMIT = 20


class _Who(msgspec.Struct, frozen=True):
    contributor: Contributor
    tool: str = ""
    model: str | None = None
    ignored: bool = False


def read_note(content: bytes, *, ref: str = REF) -> NoteReading:
    """Read one note; whatever can be made sense of is evidence, the rest is a warning.

    Never raises. A note over 4 MB is `unavailable`, an empty one `skipped`, one with neither
    attestations nor metadata `error`.
    """
    if len(content) > MAX_BYTES:
        return NoteReading(
            outcome=Outcome.UNAVAILABLE,
            reason=f"{len(content)} bytes, more than the limit of {MAX_BYTES}",
        )
    if not content.strip():
        return NoteReading(outcome=Outcome.SKIPPED, reason="empty note")
    if content.lstrip().startswith(b"{") and b"\n---\n" not in content:
        return _read_json_only(content, ref)
    return _read_log(content, ref)


def _read_log(content: bytes, ref: str) -> NoteReading:
    lines, metadata_text, divided = _halves(content)
    value = json_value(metadata_text) if divided else None
    metadata = mapping(value)
    warnings: list[str] = []
    if not divided:
        warnings.append("no `---` line, so no metadata")
    elif not isinstance(value, dict):
        warnings.append("the metadata is not a JSON object")
    strength = Strength.EXPLICIT if metadata else Strength.STRONG
    entries = tuple(_entries(lines, warnings))
    if not entries and not metadata:
        return NoteReading(
            outcome=Outcome.ERROR, reason="not an authorship log", warnings=tuple(warnings)
        )
    return NoteReading(
        evidence=tuple(_evidence(entries, metadata, (ref, strength), warnings)),
        warnings=_few(warnings),
        base_commit=_sha(metadata.get("base_commit_sha")),
    )


def _halves(content: bytes) -> tuple[list[str], bytes, bool]:
    # Paths keep bytes that are no UTF-8, as git's own path lists do; the JSON may not have any.
    head, divider, tail = content.partition(b"\n---\n")
    if content.startswith(b"---\n"):
        head, divider, tail = b"", b"---\n", content[4:]
    if not divider:
        head, divider, tail = content.partition(b"\r\n---\r\n")
        if divider:
            head = head.replace(b"\r\n", b"\n")
    text = head.decode("utf-8", "surrogateescape")
    clean_tail = tail.decode("utf-8", "replace").encode("utf-8")
    return text.split("\n"), clean_tail, bool(divider)


def _entries(
    lines: Sequence[str], warnings: list[str]
) -> Iterator[tuple[str, str, tuple[LineRange, ...]]]:
    closing = [number for number, line in enumerate(lines) if line.endswith('"')]
    path = ""
    position = 0
    while position < len(lines):
        line = lines[position]
        position += 1
        if not line.strip(_BLANK):
            continue
        if line[0] not in " \t":
            path, position = _path(lines, position - 1, closing)
            continue
        key, _, rest = line.strip(_BLANK).partition(" ")
        ranges, broken = written_ranges(rest)
        if broken or not rest:
            warnings.append(f"ranges that make no sense: {quote(line.strip(_BLANK), 60)}")
        if not path:
            warnings.append("lines without a path")
        elif ranges:
            yield path, key, ranges


def _path(lines: Sequence[str], position: int, closing: Sequence[int]) -> tuple[str, int]:
    """Return the path that starts at a line and the position behind it.

    A quoted path may contain newlines, so it ends at the first line that ends with a quote.
    `closing` are the numbers of all such lines.
    """
    line = lines[position]
    if not line.startswith('"'):
        return line, position + 1
    first = position + (len(line) == 1)
    at = bisect_left(closing, first)
    end = closing[at] if at < len(closing) else len(lines)
    if end - position >= _PATH_LINES or end == len(lines):
        return line[1:], position + 1
    return "\n".join(lines[position : end + 1])[1:-1], end + 1


def _evidence(
    entries: Iterable[tuple[str, str, tuple[LineRange, ...]]],
    metadata: Mapping[str, object],
    source: tuple[str, Strength],
    warnings: list[str],
) -> Iterator[LineEvidence]:
    people = {key: _Who(Contributor.HUMAN) for key in mapping(metadata.get("humans"))}
    known = people | _agents(metadata.get("prompts")) | _agents(metadata.get("sessions"))
    where, strength = source
    groups: dict[tuple[str, _Who], tuple[str, list[LineRange]]] = {}
    for path, key, ranges in entries:
        who = known.get(key) or known.get(key.partition("::")[0]) or _by_shape(key)
        if who.ignored:
            continue
        if who.contributor is Contributor.UNKNOWN:
            warnings.append(f"key of no known kind: {quote(key, 60)}")
        groups.setdefault((path, who), (key, []))[1].extend(ranges)
    for (path, who), (key, spans) in groups.items():
        yield LineEvidence(
            path=path,
            contributor=who.contributor,
            lines=merge(spans),
            tool=who.tool,
            model=who.model,
            key=quote(key, 80),
            where=where,
            signature=SIGNATURE,
            strength=strength,
        )


def _agents(table: object) -> dict[str, _Who]:
    # Agents past the limit count as unknown ones: nobody had that many in one commit.
    records = islice(mapping(table).items(), _AGENTS)
    return {key: _agent(mapping(record).get("agent_id")) for key, record in records}


def _agent(agent: object) -> _Who:
    name = text_of(mapping(agent).get("tool"))
    if name.lower() in _TEST_TOOLS:
        return _Who(Contributor.UNKNOWN, ignored=True)
    if name.lower() == "human":
        return _Who(Contributor.HUMAN)
    return _Who(Contributor.AI, tool_id(name), model_name(mapping(agent).get("model")))


def _by_shape(key: str) -> _Who:
    """Judge a key that the metadata does not explain: common, because metadata gets trimmed."""
    if key.startswith("h_") or key.lower() in _PEOPLE_KEYS:
        return _Who(Contributor.HUMAN)
    if key.lower() in _TEST_TOOLS:
        return _Who(Contributor.UNKNOWN, ignored=True)
    if _AI_KEY.fullmatch(key):
        return _Who(Contributor.AI, UNKNOWN_TOOL)
    return _Who(Contributor.UNKNOWN)


def _read_json_only(content: bytes, ref: str) -> NoteReading:
    value = json_value(content)
    root = mapping(value)
    if "files" in root:
        return read_legacy(content)
    if "prompts" in root or "sessions" in root:
        # Metadata alone: an agent took part, but no line is named.
        return NoteReading(
            warnings=("metadata without attestations",),
            base_commit=_sha(root.get("base_commit_sha")),
        )
    problem = "no authorship log" if isinstance(value, dict) else "neither a log nor JSON"
    return NoteReading(outcome=Outcome.ERROR, reason=f"{problem} in {ref}")


def read_legacy(content: bytes) -> NoteReading:
    """Read a JSON log of `refs/ai/authorship/<sha>` (`authorship/0.0.1`). Never raises.

    There an author is a free label: only agent metadata or a label that is an agent's full product
    name counts as AI, because people are called like tools.
    """
    if len(content) > MAX_BYTES:
        return NoteReading(outcome=Outcome.UNAVAILABLE, reason=f"more than {MAX_BYTES} bytes")
    if not content.strip():
        return NoteReading(outcome=Outcome.SKIPPED, reason="empty note")
    value = json_value(content)
    files = mapping(mapping(value).get("files"))
    if not isinstance(value, dict) or "files" not in value:
        return NoteReading(outcome=Outcome.ERROR, reason="no JSON authorship log")
    evidence = tuple(
        found
        for path, record in files.items()
        for author in items(mapping(record).get("authors"))
        if (found := _legacy_author(path, mapping(author))) is not None
    )
    return NoteReading(evidence=evidence)


_LEGACY_LABELS = frozenset(
    {"claude code", "codex", "copilot", "cursor", "gemini cli", "github copilot", "windsurf"}
)


def _legacy_author(path: str, author: Mapping[str, object]) -> LineEvidence | None:
    spans = (_legacy_range(entry) for entry in items(author.get("lines")))
    ranges = merge(span for span in spans if span is not None)
    if not path or not ranges:
        return None
    label = text_of(author.get("author"))
    if label.lower() in _TEST_TOOLS:
        return None
    agent = bool(mapping(author.get("agent_metadata")))
    is_ai = agent or label.lower() in _LEGACY_LABELS
    return LineEvidence(
        path=path,
        contributor=Contributor.AI if is_ai else Contributor.HUMAN,
        lines=ranges,
        tool=tool_id(label) if is_ai else "",
        model=model_name(mapping(author.get("agent_metadata")).get("model")),
        key=quote(label, 80),
        where=LEGACY_REFS,
        signature=LEGACY_SIGNATURE,
        strength=Strength.EXPLICIT if agent else Strength.STRONG,
    )


def _legacy_range(entry: object) -> LineRange | None:
    if isinstance(entry, int):
        return line_range(entry, entry)
    pair = items(entry)
    return line_range(pair[0], pair[1]) if len(pair) == 2 else None


def _sha(value: object) -> str:
    text = text_of(value).lower()
    return text if re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", text) else ""


def _few(warnings: Sequence[str]) -> tuple[str, ...]:
    distinct = tuple(dict.fromkeys(warnings))
    if len(distinct) <= _WARNING_LIMIT:
        return distinct
    return (*distinct[:_WARNING_LIMIT], f"{len(distinct) - _WARNING_LIMIT} more of the kind")


def session_key(tool: str, conversation: str) -> str:
    """Return the session id of a conversation: SHA-256 of `tool:conversation`, 14 hex digits."""
    data = f"{tool}:{conversation}".encode("utf-8", "surrogateescape")
    return f"s_{hashlib.sha256(data).hexdigest()[:14]}"


def write_note(evidence: Sequence[LineEvidence], *, commit: str, conversation: str) -> bytes:
    """Write AI and human line evidence about `commit` as a 3.x note; the same input, the same bytes.

    One session per tool and model, named after `conversation` (any text that identifies the run; it
    is hashed). Evidence without lines and paths that the format cannot hold are left out. Empty
    where nothing remains, because an empty note states nothing.
    """
    usable = [entry for entry in evidence if entry.lines and _writable(entry.path)]
    by_path: dict[str, dict[str, tuple[LineRange, ...]]] = {}
    tables: dict[str, dict[str, object]] = {"humans": {}, "sessions": {}}
    for entry in usable:
        if entry.contributor not in (Contributor.AI, Contributor.HUMAN):
            continue
        key = _register(entry, conversation, tables)
        ranges = by_path.setdefault(entry.path, {})
        ranges[key] = merge((*ranges.get(key, ()), *entry.lines))
    if not by_path:
        return b""
    metadata = {"schema_version": SCHEMA_VERSION, "base_commit_sha": commit, "prompts": {}}
    metadata |= {name: table for name, table in sorted(tables.items()) if table}
    head = "".join(_attestation(path, by_path[path]) for path in sorted(by_path))
    tail = msgspec.json.format(msgspec.json.encode(metadata, order="sorted"), indent=2)
    return head.encode("utf-8", "surrogateescape") + b"---\n" + tail + b"\n"


def _register(entry: LineEvidence, conversation: str, tables: dict[str, dict[str, object]]) -> str:
    if entry.contributor is Contributor.HUMAN:
        key = f"h_{hashlib.sha256(_clean(entry.key).encode()).hexdigest()[:14]}"
        tables["humans"][key] = {"author": _clean(entry.key)}
        return key
    model = _clean(entry.model or "unknown")
    session = session_key(entry.tool, f"{conversation}:{model}")
    agent = {"tool": _clean(entry.tool), "id": session[2:], "model": model}
    tables["sessions"][session] = {"agent_id": agent}
    trace = hashlib.sha256(f"{session}:{entry.path}".encode("utf-8", "surrogateescape")).hexdigest()
    return f"{session}::t_{trace[:14]}"


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _writable(path: str) -> bool:
    """Whether the line-based format can carry the path so that it reads back the same."""
    lines = path.split("\n")
    inner_quote = any(line.endswith('"') for line in lines[:-1])
    whole = "---" not in lines and "\r" not in path and "\0" not in path
    return bool(path) and whole and not inner_quote and len(lines) <= _PATH_LINES


def _attestation(path: str, ranges: Mapping[str, tuple[LineRange, ...]]) -> str:
    quoted = any(char in path for char in " \t\n") or path.startswith('"')
    name = f'"{path}"' if quoted else path
    body = (f"  {key} {written(spans)}\n" for key, spans in sorted(ranges.items()))
    return "".join((f"{name}\n", *body))
