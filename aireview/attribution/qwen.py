"""Qwen Code's notes (`refs/notes/ai-attribution`): shares per file, no lines.

Format: JSON `{version, generator, files: {path: {aiChars, humanChars, percent, surface}}, …}`.
"""

from __future__ import annotations

from collections.abc import Mapping

from aireview.attribution.foreign import json_value, mapping, tool_id
from aireview.model.finding import Outcome
from aireview.model.lines import Contributor, LineEvidence, NoteReading

REF = "refs/notes/ai-attribution"
SIGNATURE = "qwen.ref.1"
# The writer stops at 30 KB; more than this is not its work.
MAX_BYTES = 256 * 1024


def read_note(content: bytes) -> NoteReading:
    """Read one note: 100 % makes a file `ai`, 1 to 99 % `mixed`, 0 says nothing. Never raises.

    The evidence has no lines: it is about files as a whole.
    """
    if len(content) > MAX_BYTES:
        return NoteReading(
            outcome=Outcome.UNAVAILABLE,
            reason=f"{len(content)} bytes, more than the limit of {MAX_BYTES}",
        )
    if not content.strip():
        return NoteReading(outcome=Outcome.SKIPPED, reason="empty note")
    root = json_value(content)
    if not isinstance(root, dict) or not isinstance(root.get("files"), dict):
        return NoteReading(outcome=Outcome.ERROR, reason="no JSON object with `files`")
    readings = [
        _file(path, mapping(record), root.get("generator"))
        for path, record in mapping(root["files"]).items()
        if path
    ]
    evidence = tuple(entry for entry in readings if isinstance(entry, LineEvidence))
    unusable = sum(entry is None for entry in readings)
    warnings = (f"{unusable} files without a usable percentage",) if unusable else ()
    return NoteReading(evidence=evidence, warnings=warnings)


def _file(path: str, record: Mapping[str, object], generator: object) -> LineEvidence | bool | None:
    """Return the evidence, False for 0 %, None for a share that is no percentage."""
    percent = record.get("percent")
    if isinstance(percent, bool) or not isinstance(percent, int | float) or not 0 <= percent <= 100:
        return None
    if percent == 0:
        return False
    return LineEvidence(
        path=path,
        contributor=Contributor.AI if percent == 100 else Contributor.MIXED,
        tool=_tool(generator),
        key=f"{percent:g} %",
        where=REF,
        signature=SIGNATURE,
    )


def _tool(generator: object) -> str:
    # The generator may carry a version or be missing; the ref itself belongs to this one tool.
    name = generator.split("/")[0].split("@")[0] if isinstance(generator, str) else ""
    tool = tool_id(name)
    return tool if tool.startswith("qwen") else "qwen"
