"""`.aireview-baseline.json`: findings that were there before anybody looked, so they do not count."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from aireview.errors import AireviewError
from aireview.model.finding import Finding
from aireview.model.text import printable

SCHEMA = "aireview/baseline/v1"
MAX_BYTES = 50_000_000
_HINT = "Write it anew with `aireview check --all --write-baseline`."


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One accepted finding. Only the fingerprint counts; the rest is for the reader of the diff."""

    fingerprint: str
    rule: str
    path: str


class _Baseline(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    schema: str
    findings: tuple[Entry, ...]


def read(text: bytes, *, name: str) -> frozenset[str]:
    """Return the fingerprints in a baseline file. Raises AireviewError when it is none."""
    if len(text) > MAX_BYTES:
        raise AireviewError(f"{name}: the baseline is longer than {MAX_BYTES:,} bytes", _HINT)
    try:
        baseline = msgspec.json.decode(text, type=_Baseline)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise AireviewError(f"{name}: this is not a baseline file: {error}", _HINT) from error
    if baseline.schema != SCHEMA:
        raise AireviewError(
            f"{name}: the baseline has the schema {baseline.schema!r}, not {SCHEMA!r}", _HINT
        )
    return frozenset(entry.fingerprint for entry in baseline.findings)


def write(findings: Iterable[Finding]) -> bytes:
    """Return the baseline file that accepts these findings: sorted, one line each, LF at the end.

    Findings about suppressions are left out: they are about a change, not about the code.
    """
    entries = sorted(
        {
            (printable(item.path), item.rule.id, item.fingerprint)
            for item in findings
            if not item.rule.id.startswith("suppression-")
        }
    )
    lines = [
        msgspec.json.encode(Entry(fingerprint=print_, rule=rule, path=path)).decode()
        for path, rule, print_ in entries
    ]
    body = ",\n".join(f"    {line}" for line in lines)
    listed = f"[\n{body}\n  ]" if lines else "[]"
    return f'{{\n  "schema": "{SCHEMA}",\n  "findings": {listed}\n}}\n'.encode()
