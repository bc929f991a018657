"""`.aireview-baseline.json`: findings that were there before anybody looked, so they do not count."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from aireview.errors import AireviewError
from aireview.model.finding import Finding, SuppressionKind
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


def acceptable(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that a baseline is for.

    Left out are those that a comment or waiver answers already, and those about suppressions: they
    are about a change, not about the code.
    """
    return tuple(
        item
        for item in findings
        if not item.rule.id.startswith("suppression-")
        and (item.suppressed is None or item.suppressed.kind is SuppressionKind.BASELINE)
    )


def write(findings: Iterable[Finding]) -> bytes:
    """Return the baseline file for the acceptable ones among the findings.

    It is sorted and has one line for each, so that its diffs can be read; LF at the end.
    """
    entries = sorted(
        {(printable(item.path), item.rule.id, item.fingerprint) for item in acceptable(findings)}
    )
    lines = [
        msgspec.json.encode(Entry(fingerprint=print_, rule=rule, path=path)).decode()
        for path, rule, print_ in entries
    ]
    body = ",\n".join(f"    {line}" for line in lines)
    listed = f"[\n{body}\n  ]" if lines else "[]"
    return f'{{\n  "schema": "{SCHEMA}",\n  "findings": {listed}\n}}\n'.encode()
