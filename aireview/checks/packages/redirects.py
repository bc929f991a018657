"""Indexes that a change adds: from now on every name that they may have can come from there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from aireview.checks.packages.changed import Changed
from aireview.checks.packages.sources import host_of, is_known_public
from aireview.checks.packages.verdicts import INDEX_ADDED
from aireview.model.finding import Finding, Tier
from aireview.model.packages import Index
from aireview.model.text import quote

_IN_CLEAR = re.compile(r"http://(?!(?:localhost|127\.[0-9.]+|\[::1\])(?:[:/]|$))", re.IGNORECASE)


def redirected(changed: Changed) -> tuple[Index, ...]:
    """Return the indexes in the changed files that these did not name before."""
    known = {_place(index) for reading in changed.before.values() for index in reading.indexes}
    return tuple(
        index
        for path in sorted(changed.after)
        for index in changed.after[path].indexes
        if _place(index) not in known
    )


def redirect_findings(
    added: Sequence[Index], base: Sequence[Index], line: Callable[[str, int], str]
) -> tuple[Finding, ...]:
    """Return a finding for each index that is new to the repository; `base` are those it had.

    `line` returns the text of a line of the new version.
    """
    known = {_place(index) for index in base}
    return tuple(
        _finding(index, line(index.path, index.line))
        for index in added
        if _place(index) not in known
        and (_is_in_clear(index) or not is_known_public(index.ecosystem, index.url))
    )


def _place(index: Index) -> tuple[object, str]:
    return index.ecosystem, index.url


def _is_in_clear(index: Index) -> bool:
    return _IN_CLEAR.match(index.url) is not None


def _tier(index: Index) -> Tier:
    if index.replaces and not index.names:
        return Tier.A if _is_in_clear(index) else Tier.B
    # A scope of one's own that moves is everyday work; any name from somewhere else is not.
    return Tier.B if _is_in_clear(index) or not index.names else Tier.C


def _finding(index: Index, text: str) -> Finding:
    host = quote(host_of(index.url) or index.url or index.name, 80)
    if index.names:
        what = f"takes names such as `{quote(index.names[0], 60)}` from {host}"
    else:
        what = f"takes every name from {host}"
        if not index.replaces:
            what = f"lets any name come from {host}"
    if _is_in_clear(index):
        what += ", over http:// where anybody on the way can put in another package"
    return Finding(
        rule=msgspec.structs.replace(INDEX_ADDED, tier=_tier(index)),
        path=index.path,
        start_line=index.line,
        end_line=index.line,
        symbol=host,
        message=f"This change {what}.",
        snippet=text,
        fix="Agree on the index first, in a change of its own; write it with https://.",
    )
