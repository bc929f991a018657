"""The identity of a finding across versions of a file: no line number in it.

The scheme is a contract (docs/suppressing.md): baselines and evidence hold these values.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from aireview.model.finding import Finding


def fingerprint(rule_id: str, path: str, symbol: str, snippet: str, ordinal: int = 0) -> str:
    """Return 32 hexadecimal digits of SHA-256 over what makes a finding the same one tomorrow.

    White space in `snippet` counts only as a separator, so indentation and line ends do not matter.
    `ordinal` tells equal snippets of one file apart, in the order of their lines.
    """
    import hashlib  # noqa: PLC0415 - 3 ms, and most changes have no finding

    fields = (rule_id, path, symbol, str(ordinal), " ".join(snippet.split()))
    data = "\0".join(field.replace("\0", "\\0") for field in fields)
    return hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def assign(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings in their order, each with its fingerprint set."""
    ranks: dict[int, int] = {}
    seen: Counter[tuple[str, str, str, str]] = Counter()
    places = [(item.start_line, item.start_column, item.end_line) for item in findings]
    for index in sorted(range(len(findings)), key=places.__getitem__):
        item = findings[index]
        key = (item.rule.id, item.path, item.symbol, " ".join(item.snippet.split()))
        ranks[index] = seen[key]
        seen[key] += 1
    return tuple(
        msgspec.structs.replace(
            item,
            fingerprint=fingerprint(
                item.rule.id, item.path, item.symbol, item.snippet, ranks[index]
            ),
        )
        for index, item in enumerate(findings)
    )
