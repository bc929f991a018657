"""The signature table: facts about tools as data, loaded one kind at a time.

`data/<kind>.json` holds one row per line. A row says what to look for (`match`, `pattern`,
`value`), what it proves (`strength`, `effect`), where it is known from (`source`,
`last_verified`) and shows one example that matches and one neighbour that does not. Rows of a
kind are tried in file order. Everything is compared without case.
"""

from __future__ import annotations

import functools
import pkgutil
import re

import msgspec

from aireview.model.provenance import Effect, Strength

KINDS = (
    "email", "name", "trailer", "footer", "pr-body", "branch", "env", "process", "path", "ref",
)  # fmt: skip

_PACKAGE = "aireview.attribution"


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One signature.

    `match` says how `pattern` is read: `email` (regex on the whole lower-cased address), `name`
    (regex on the display name), `key` (trailer key), `line` (regex at the start of a line without
    its decoration), `line-emoji` (the same, a leading emoji kept), `text` (regex anywhere),
    `subject` (regex at the start of the subject), `prefix` or `regex` (branch name), `var`
    (environment variable, `*` = any characters), `basename` (parent process), `glob`, `ref`,
    `rule` or `grammar` (written in code). `value` is a condition: on the trailer's value, on the
    variable's whole value, on the address beside a name, on the display name beside an address.
    `needles` are substrings, one of which every match contains. `carrier` sorts automation:
    `content` writes changes of its own, `workflow` carries what somebody's job wrote.
    """

    id: str
    tool: str
    product: str
    match: str
    pattern: str
    strength: Strength
    effect: Effect
    source: str
    last_verified: str
    example: str
    counter_example: str
    value: str = ""
    roles: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    notes: str = ""
    needles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    carrier: str = ""


@functools.cache
def rows(kind: str) -> tuple[Row, ...]:
    """Return the rows of one kind (of `KINDS`) in file order."""
    data = pkgutil.get_data(_PACKAGE, f"data/{kind}.json")
    if data is None:
        raise AssertionError(f"the package has no signatures of kind {kind}")
    return msgspec.json.decode(data, type=tuple[Row, ...])


@functools.cache
def row(signature: str) -> Row:
    """Return the row with an id such as `aider.name.1`. Raises KeyError."""
    kind = signature.split(".")[1]
    for candidate in rows(_KIND_OF.get(kind, kind)):
        if candidate.id == signature:
            return candidate
    raise KeyError(signature)


_KIND_OF = {"pr": "pr-body"}


@functools.cache
def regex(pattern: str) -> re.Pattern[str]:
    """Return the compiled form of a row's pattern; compiled on first use only."""
    return re.compile(pattern, re.IGNORECASE)
