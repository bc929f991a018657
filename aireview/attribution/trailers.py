"""Trailers in any paragraph of a message: `Key: value` lines, read by our own parser.

git's parser only looks at the last paragraph and misses two in a hundred. Keys compare without
case; a value counts only when it names a tool, a model, or an agent's address.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

import msgspec

from aireview.attribution import signatures, tools
from aireview.attribution.identities import CO_AUTHOR, identity_signal
from aireview.attribution.normalise import bare
from aireview.attribution.signatures import Row
from aireview.model.provenance import Effect, Signal, Strength
from aireview.model.text import quote

_CO_AUTHOR_ROW = "any.trailer.1"
_LONGEST_KEY = 40
_LONGEST_VALUE = 1000
_ADDRESS = re.compile(r"<([^<>\n]{3,320})>")
_BARE_ADDRESS = re.compile(r"[\w.+\[\]-]{1,100}@[\w.-]{3,200}")
_NEGATED = re.compile(
    r"(?:none|no|n/?a|nil|false|null|not used|no ai|human|humans|nobody|-|0)\b[.!]?\s*$|-?$",
    re.IGNORECASE,
)
# Checkers, generators and a documented placeholder that stand where an agent could stand.
_NO_AGENT = re.compile(
    r"(?:coccinelle|sparse|smatch|clang|checkpatch|spatch|cppcheck|coverity|gcc|syzbot|codespell"
    r"|https?|agent_name|model_version|\$|<agent)",
    re.IGNORECASE,
)
_AGENT_MODEL = re.compile(r"^[\w.-]+(?: [\w.-]+)?:[\w./:-]+(?:\s|$)")
_AGENT_ADDRESS = re.compile(r"<(?:\d+\+)?[\w.-]*(?:bot|agent|ai)(?:\[bot\])?@", re.IGNORECASE)
_UNHYPHENATED = frozenset({"agent", "model"})
_TOOL_ONLY_WORDS = 5


@functools.cache
def _keys() -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for row in signatures.rows("trailer"):
        for key in (row.pattern, *row.aliases):
            found[key.lower()] = (*found.get(key.lower(), ()), row)
    return found


def trailer_signals(lines: Iterable[str], date: str = "") -> Iterator[Signal]:
    """Yield what the trailers among `lines` say, in order. The first line is the subject.

    `date` is the author date, for co-author addresses whose strength depends on it.
    """
    for number, line in enumerate(lines):
        if ":" in line and (parsed := _parse(line)):
            key, value = parsed
            if key in _UNHYPHENATED and (number == 0 or not line.startswith(key.capitalize())):
                continue
            yield from _judge(key, value, date)


def _parse(line: str) -> tuple[str, str] | None:
    head, _, value = bare(line[: _LONGEST_VALUE + _LONGEST_KEY]).partition(":")
    if len(head) > _LONGEST_KEY:
        return None
    key = head.strip(" \t*_").lower()
    return (key, value.strip(" \t*_")) if key in _keys() else None


@functools.lru_cache(maxsize=8192)
def _judge(key: str, value: str, date: str) -> tuple[Signal, ...]:
    first = _keys()[key][0]
    if first.id == _CO_AUTHOR_ROW:
        return tuple(co_authors(value, date))
    if _NEGATED.match(value):
        return ()
    for row in _keys()[key]:
        if found := _ROW_RULES.get(row.id, _by_value)(row, value):
            return (_signal(row, key, value, found),)
    return ()


def co_authors(value: str, date: str = "") -> Iterator[Signal]:
    """Yield the signals of a co-author value: usually one name and address, at times several."""
    at = 0
    for found in _ADDRESS.finditer(value):
        yield from _one_co_author(value[at : found.start()], found[1], date)
        at = found.end()
    if at == 0:
        shape = _BARE_ADDRESS.search(value)
        name = value[: shape.start()] if shape else value
        yield from _one_co_author(name, shape[0] if shape else "", date)


def _one_co_author(name: str, address: str, date: str) -> Iterator[Signal]:
    signal = identity_signal(name.strip(" \t,;&<(*_\"'"), address, CO_AUTHOR, date)
    if signal is not None:
        yield signal


def _by_value(row: Row, value: str) -> str:
    """Return the tool that a value stands for under a row, empty when it does not count."""
    if row.value and not signatures.regex(row.value).search(value):
        return ""
    return row.tool if row.tool != "any" else tools.tool_in(value) or tools.UNKNOWN


def _by_agent(row: Row, value: str) -> str:
    """Judge a value that may hold an agent, a checker or a person."""
    if _NO_AGENT.match(value):
        return ""
    if address := _ADDRESS.search(value) or _BARE_ADDRESS.search(value):
        email = address[1] if address.re is _ADDRESS else address[0]
        known = identity_signal(value[: address.start()].strip(), email, CO_AUTHOR)
        if known is not None:
            return known.tool
        return (tools.tool_in(value) or tools.UNKNOWN) if _AGENT_ADDRESS.search(value) else ""
    if tools.is_person(value):
        return ""
    if _AGENT_MODEL.match(value):
        return tools.tool_in(value) or tools.UNKNOWN
    return _by_value(row, value)


def _by_whole_tool(_row: Row, value: str) -> str:
    """Judge a key that is an ordinary word: the value must be a tool and nothing else."""
    if len(value.split()) > _TOOL_ONLY_WORDS or tools.is_person(value):
        return ""
    name = tools.tool_in(value)
    starts = name is not None and tools.tool_in(value.partition(" ")[0]) == name
    return name if name is not None and starts and "," not in value else ""


def _by_model(row: Row, value: str) -> str:
    return row.tool if tools.model_in(value) else ""


_ROW_RULES = {
    "any.trailer.2": _by_agent,
    "any.trailer.4": _by_agent,
    "any.trailer.5": _by_agent,
    "any.trailer.6": _by_whole_tool,
    "any.trailer.7": _by_model,
}


def _signal(row: Row, key: str, value: str, tool: str) -> Signal:
    return Signal(
        kind="trailer",
        tool=tool,
        strength=row.strength,
        effect=row.effect,
        quote=quote(f"{key}: {value}"),
        where="message",
        signature=row.id,
        model=tools.model_in(value) if row.effect is not Effect.NOT_AI else None,
    )


def with_model(signals: Iterable[Signal]) -> tuple[Signal, ...]:
    """Return the signals with the value of a `Model:` trailer on the agent trailers beside it."""
    found = tuple(signals)
    model = next((s.model for s in found if s.signature == "any.trailer.7"), None)
    if model is None:
        return found
    return tuple(
        msgspec.structs.replace(s, model=model)
        if s.kind == "trailer" and s.model is None and s.strength is not Strength.NONE
        else s
        for s in found
    )
