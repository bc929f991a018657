"""What `aireview packages check` prints: a verdict for each name. The types are in `packages_v1`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from aireview.model.text import printable, quote
from aireview.reports import log_safe
from aireview.reports.packages_v1 import Name, PackagesReport

_WIDEST = 40


def text(names: Sequence[Name]) -> str:
    """Return one line for each name, and below it why, how it is known and what to do."""
    width = min(_WIDEST, max((len(printable(one.name)) for one in names), default=0))
    return log_safe.plain("".join(f"{line}\n" for one in names for line in _lines(one, width)))


def _lines(one: Name, width: int) -> Iterator[str]:
    yield f"{quote(one.name, 200).ljust(width)}  {one.verdict}"
    if one.message:
        yield f"    {printable(one.message)}"
    yield from (f"    why: {printable(fact)}" for fact in one.evidence)
    if one.fix:
        yield f"    fix: {printable(one.fix)}"


def json(names: Sequence[Name]) -> str:
    """Return the names as one indented JSON object, every text printable."""
    shown = tuple(
        msgspec.structs.replace(
            one,
            name=printable(one.name),
            message=printable(one.message),
            suggestion=printable(one.suggestion),
            evidence=tuple(printable(fact) for fact in one.evidence),
            fix=printable(one.fix),
        )
        for one in names
    )
    return _indented(PackagesReport(names=shown))


def schema() -> str:
    """Return the JSON Schema (2020-12) of the format as indented JSON."""
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "aireview packages check, version 1",
        **msgspec.json.schema(PackagesReport),
    }
    return _indented(described)


def _indented(value: PackagesReport | dict[str, object]) -> str:
    return log_safe.json(msgspec.json.format(msgspec.json.encode(value), indent=2)) + "\n"
