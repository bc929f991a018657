"""A judged range as one Agent Trace 0.1.0 record.

Format: Agent Trace 0.1.0, MIME type `application/vnd.agent-trace.record+json`. What the format has
no place for (tool, commit and signature of each span, the verdict) stands in `metadata` under
`dev.aireview`. There is no `human` in it: absence of evidence is `unknown`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

import msgspec

from aireview.attribution.agent_trace import METADATA_KEY, OWN_NAME
from aireview.attribution.ranges import subtract
from aireview.diffs.lines import merge
from aireview.model.change import Change, ChangedFile, LineRange
from aireview.model.provenance import Attribution, Authorship, FileAttribution

SPEC_VERSION = "0.1.0"
_MODEL_LIMIT = 250
# models.dev writes `provider/model`; what a commit names is mostly the model alone.
_PROVIDERS = {
    "claude": "anthropic",
    "gpt": "openai",
    "o1": "openai",
    "o3": "openai",
    "o4": "openai",
    "codex": "openai",
    "gemini": "google",
    "grok": "xai",
    "mistral": "mistral",
    "devstral": "mistral",
    "deepseek": "deepseek",
}

# Contributor, model id and commit of a group of ranges: one conversation of the record.
_Group = tuple[str, str, str]


def write_trace(
    change: Change, attribution: Attribution, *, timestamp: str, tool_version: str
) -> bytes:
    """Write the added lines of a range as one JSON line; the same input, the same bytes.

    `timestamp` is RFC 3339 in UTC with `Z`. The revision is the head of the change. Lines of a tool
    are `ai`, the other added lines of a `mixed` file without known lines `mixed`, the rest
    `unknown`. Files that add no line are left out: the format cannot express a deletion.
    """
    authors = {file.path: file for file in attribution.files}
    models = _models(attribution)
    files = [
        {
            "path": _text(file.path),
            "conversations": _conversations(file, authors.get(file.path), models),
        }
        for file in change.files
        if file.added
    ]
    record: dict[str, object] = {
        "version": SPEC_VERSION,
        "id": _uuid(change, timestamp),
        "timestamp": timestamp,
        "tool": {"name": OWN_NAME, "version": tool_version},
        "files": files,
        "metadata": {METADATA_KEY: _verdict(change, attribution)},
    }
    if change.head:
        record["vcs"] = {"type": "git", "revision": change.head}
    return msgspec.json.encode(record) + b"\n"


def _conversations(
    file: ChangedFile, author: FileAttribution | None, models: Mapping[tuple[str, str], str]
) -> list[dict[str, object]]:
    groups: dict[_Group, list[LineRange]] = {}
    spans = author.lines if author else ()
    for span in spans:
        commit = span.commit or ""
        group = ("ai", models.get((commit, span.tool), ""), commit)
        groups.setdefault(group, []).append(span.lines)
    rest = subtract(merge(file.added), merge(span.lines for span in spans))
    if rest:
        groups[_rest_of(author), "", ""] = list(rest)
    return [
        {"contributor": _contributor(kind, model), "ranges": _ranges(lines, kind, model)}
        for (kind, model, _), lines in groups.items()
    ]


def _rest_of(author: FileAttribution | None) -> str:
    if author and author.authorship is Authorship.MIXED and not author.lines:
        return "mixed"
    return "ai" if author and author.authorship is Authorship.AI and not author.lines else "unknown"


def _ranges(lines: Iterable[LineRange], kind: str, model: str) -> list[dict[str, object]]:
    return [
        {
            "start_line": span.start,
            "end_line": span.end,
            "contributor": _contributor(kind, model),
        }
        for span in sorted(lines)
    ]


def _contributor(kind: str, model: str) -> dict[str, str]:
    return {"type": kind, "model_id": model} if model else {"type": kind}


def _models(attribution: Attribution) -> dict[tuple[str, str], str]:
    return {
        (commit.sha, signal.tool): _model_id(signal.model)
        for commit in attribution.commits
        for signal in commit.signals
        if signal.model and signal.vetoed_by is None
    }


def _model_id(model: str) -> str:
    plain = _text("-".join(model.split())).lower()
    if "/" not in plain:
        family = plain.partition("-")[0]
        plain = f"{_PROVIDERS[family]}/{plain}" if family in _PROVIDERS else plain
    return plain[:_MODEL_LIMIT]


def _verdict(change: Change, attribution: Attribution) -> dict[str, object]:
    return {
        "authorship": attribution.authorship.value,
        "tools": [_text(tool) for tool in attribution.tools],
        "base": change.base or "",
        "commits": [
            {"sha": commit.sha, "authorship": commit.authorship.value}
            for commit in attribution.commits
        ],
        "spans": [
            {
                "path": _text(file.path),
                "start_line": span.lines.start,
                "end_line": span.lines.end,
                "tool": _text(span.tool),
                "commit": span.commit or "",
                "signature": _text(span.signature),
            }
            for file in attribution.files
            for span in file.lines
        ],
    }


def _text(value: str) -> str:
    # JSON has no bytes: what is no UTF-8 in a path becomes U+FFFD.
    return "".join("\N{REPLACEMENT CHARACTER}" if 0xD800 <= ord(c) <= 0xDFFF else c for c in value)


def _uuid(change: Change, timestamp: str) -> str:
    """Return a UUID of version 8 (RFC 9562) made of what the record is about."""
    about = f"{change.base}\0{change.head}\0{timestamp}"
    digits = hashlib.sha256(about.encode("utf-8", "replace")).hexdigest()
    variant = "89ab"[int(digits[16], 16) % 4]
    return f"{digits[:8]}-{digits[8:12]}-8{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"
