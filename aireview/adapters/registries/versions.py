"""Whether a version lies in a range of an OSV record.

PyPI orders versions by PEP 440, the other ecosystems by semantic versions or nearly so. A version or
a bound that cannot be read is in no range.
"""

from __future__ import annotations

import re
from typing import Any

from aireview.model.packages import Ecosystem

Events = list[dict[str, str]]

_SEMANTIC = re.compile(r"[vV]?(\d{1,18}(?:\.\d{1,18}){0,5})(?:-([0-9A-Za-z.-]+))?(?:\+.*)?")
_PARTS = 6
# What a bound does once the version has reached it, or has gone beyond it.
_AFFECTS = {"introduced": True, "fixed": False, "limit": False, "last_affected": False}


def is_within(ecosystem: Ecosystem, version: str, events: Events) -> bool:
    """Whether a version is affected, as the OSV schema evaluates a range.

    >>> is_within(Ecosystem.NPM, "4.4.2", [{"introduced": "4.4.2"}, {"fixed": "4.4.10"}])
    True
    """
    own = _order(ecosystem, version)
    if own is None:
        return False
    bounds = [(kind, bound) for event in events for kind, bound in event.items()]
    affected = ("introduced", "0") in bounds
    steps = [
        (at, kind)
        for kind, bound in bounds
        if kind in _AFFECTS and (at := _order(ecosystem, bound)) is not None
    ]
    for at, kind in sorted(steps, key=lambda step: step[0]):
        if at < own or (at == own and kind != "last_affected"):
            affected = _AFFECTS[kind]
    return affected


def _order(ecosystem: Ecosystem, version: str) -> Any:  # noqa: ANN401 - whatever has an order
    if ecosystem is not Ecosystem.PYPI:
        return _semantic(version)
    from packaging.version import InvalidVersion, Version  # noqa: PLC0415 - slow to import

    try:
        return Version(version)
    except InvalidVersion:
        return None


def _semantic(version: str) -> tuple[object, ...] | None:
    """Return what sorts by https://semver.org: a release after its pre-releases."""
    found = _SEMANTIC.fullmatch(version)
    if found is None:
        return None
    numbers = [int(part) for part in found[1].split(".")]
    padded = (*numbers, *[0] * (_PARTS - len(numbers)))
    if found[2] is None:
        return *padded, 1, ()
    words = tuple(
        (0, int(word), "") if word.isdigit() and len(word) < 19 else (1, 0, word)
        for word in found[2].split(".")
    )
    return *padded, 0, words
