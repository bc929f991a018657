"""Who an author, committer or co-author is: addresses decide, names almost never.

Order: rows of AI identities by address, then by name, then automation by address and by name.
A GitHub no-reply address is judged by its login. Addresses longer than a mail address can be
match nothing.
"""

from __future__ import annotations

import functools

from aireview.attribution import signatures, tools
from aireview.attribution.signatures import Row
from aireview.model.provenance import Effect, Signal, Strength
from aireview.model.text import quote

AUTHOR = "author"
COMMITTER = "committer"
CO_AUTHOR = "co-author"

_LONGEST_ADDRESS = 320
_LONGEST_NAME = 200
_AUTOMATION = "automation"


@functools.lru_cache(maxsize=65536)
def identity_row(name: str, email: str, role: str) -> Row | None:
    """Return the row that names this identity in this role, None for everybody else.

    For a committer, AI rows that only speak of authors count too: the caller weakens them.
    """
    address = email.strip().lower() if len(email) <= _LONGEST_ADDRESS else ""
    shown = name.strip()[:_LONGEST_NAME]
    emails = _candidates("email", address)
    names = _candidates("name", shown.lower())
    return (
        _by_address(emails, shown, address, role, automation=False)
        or _by_name(names, shown, address, role, automation=False)
        or _by_address(emails, shown, address, role, automation=True)
        or _by_name(names, shown, address, role, automation=True)
    )


@functools.cache
def _needles(kind: str) -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for row in signatures.rows(kind):
        for needle in row.needles:
            found[needle] = (*found.get(needle, ()), row)
    return found


def _candidates(kind: str, text: str) -> tuple[Row, ...]:
    """Return the rows of a kind that could match, in file order, by plain substrings."""
    table = _needles(kind)
    hits = [needle for needle in table if needle in text]
    if not hits:
        return ()
    possible = {row.id for needle in hits for row in table[needle]}
    return tuple(row for row in signatures.rows(kind) if row.id in possible)


def _by_address(
    table: tuple[Row, ...], name: str, address: str, role: str, *, automation: bool
) -> Row | None:
    fallback = None
    for row in table:
        if (
            (row.tool == _AUTOMATION) is automation
            and signatures.regex(row.pattern).search(address)
            and (not row.value or signatures.regex(row.value).search(name))
        ):
            if role in row.roles:
                return row
            if role == COMMITTER and not automation:
                fallback = fallback or row
    return fallback


def _by_name(
    table: tuple[Row, ...], name: str, address: str, role: str, *, automation: bool
) -> Row | None:
    for row in table:
        if (
            (row.tool == _AUTOMATION) is automation
            and role in row.roles
            and signatures.regex(row.pattern).search(name)
            and (not row.value or signatures.regex(row.value).search(address))
            and not tools.is_person(name)
        ):
            return row
    return None


def identity_signal(name: str, email: str, role: str, date: str = "") -> Signal | None:
    """Return what an identity says in a role (`author`, `committer`, `co-author`).

    `date` is the author date, `YYYY-MM-DD`; it only matters for rows with a window that changes
    their strength. An AI identity as committer proves nothing alone and comes back weak.
    """
    row = identity_row(name, email, role)
    if row is None:
        return None
    return _signal(_dated(row, role, date), name, email, role)


def _dated(row: Row, role: str, date: str) -> Row:
    if not row.until or not date:
        return row
    for other in signatures.rows("email"):
        if (
            other.pattern == row.pattern
            and role in other.roles
            and other.since <= date
            and (not other.until or date <= other.until)
        ):
            return other
    return row


@functools.lru_cache(maxsize=16384)
def _signal(row: Row, name: str, email: str, role: str) -> Signal:
    strength, effect, signature = row.strength, row.effect, row.id
    if role == COMMITTER and COMMITTER not in row.roles:
        strength, effect, signature = Strength.WEAK, Effect.CONTEXT, "any.email.1"
    elif role == AUTHOR and effect is Effect.PARTIAL:
        # As co-author the app suggested a few lines; as author it wrote the commit.
        effect = Effect.AI
    return Signal(
        kind=role,
        tool=_tool(row, name, email),
        strength=strength,
        effect=effect,
        quote=quote(f"{name[:_LONGEST_NAME]} <{email[:_LONGEST_ADDRESS]}>"),
        where=role,
        signature=signature,
        model=None if effect is Effect.BOT else tools.model_in(name),
    )


def _tool(row: Row, name: str, email: str) -> str:
    if row.tool != tools.UNKNOWN:
        return row.tool
    return tools.tool_in(name) or tools.tool_in(email.partition("@")[0]) or tools.UNKNOWN


def carrier(signature: str) -> str:
    """Return what kind of automation a `bot` row is: `content`, `workflow` or empty."""
    return signatures.row(signature).carrier
