"""What judging a name needs besides the answer of its registry."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from aireview.model.packages import Ecosystem, Listed


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What judging needs besides the registry's answer.

    `today` is an ISO date. `distribution_for` returns the package that provides a module,
    `is_standard` whether a name is a standard-library module. `own_members` are the normalised names
    of the repository's own packages and `own_scopes` are the npm scopes of the repository's own packages, as the base has them.
    """

    today: str
    min_age_days: int
    listed: Callable[[Ecosystem, str], Listed]
    similar: Callable[[Ecosystem, str], str]
    family: Callable[[Ecosystem, str], Sequence[str]]
    advisories: Callable[[Ecosystem, str, str], Sequence[str]]
    distribution_for: Callable[[str], str]
    is_standard: Callable[[Ecosystem, str], bool]
    own_members: frozenset[tuple[Ecosystem, str]] = frozenset()
    own_scopes: frozenset[str] = frozenset()
