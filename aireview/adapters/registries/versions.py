"""Whether a version lies in a range of an OSV record, for the two orders that its packages need.

PyPI orders versions by PEP 440; the other ecosystems by semantic versions or close to them. A version
or a bound that cannot be read is in no range.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from aireview.model.packages import Ecosystem

Events = list[dict[str, str]]

_SEMVER = re.compile(r"[vV]?(\d{1,18}(?:\.\d{1,18}){0,5})(?:-([0-9A-Za-z.-]+))?(?:\+.*)?")


def is_within(ecosystem: Ecosystem, version: str, events: Events) -> bool:
    """Whether a version is affected, by the evaluation that the OSV schema describes."""
    own = _order(ecosystem, version)
    if own is None:
        return False
    steps = []
    for event in events:
        for kind, bound in event.items():
            at = _FIRST if bound == "0" else _order(ecosystem, bound)
            if kind in _KINDS and at is not None:
                steps.append((at, kind))
    affected = False
    for at, kind in sorted(steps, key=lambda step: _Key(step[0])):
        reached = at is _FIRST or at <= own
        if kind == "introduced" and reached:
            affected = True
        elif (kind in ("fixed", "limit") and reached) or (kind == "last_affected" and at < own):
            affected = False
    return affected
