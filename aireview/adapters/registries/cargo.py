"""crates.io and every sparse index: a file of JSON lines per crate, the web API for an age it lacks.

Format: "Registry Index" and "Web API" of the Cargo book. `-` and `_` name the same crate, but the
file of a crate has its one spelling only, so several are tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from typing import Any
from urllib.parse import quote

import msgspec

from aireview.adapters.registries.answers import (
    JSON,
    Registry,
    day,
    decoded,
    on_host,
    settled,
    text,
    there,
    unknown,
    unreadable,
)
from aireview.adapters.registries.http import Reply, Visit
from aireview.checks.packages.names import normalise
from aireview.model.packages import Ecosystem, Existence, Question, Standing

_BASE = "https://index.crates.io/"
_API = "https://crates.io"
# The crawler policy of crates.io: one request to the API a second. The index has no limit.
_EVERY = 1.0
_MOST_SPELLINGS = 16


class _Dependency(msgspec.Struct):
    name: str = ""
    optional: bool = False


class _Line(msgspec.Struct):
    name: str
    vers: str
    yanked: bool = False
    pubtime: Any = ""
    features: dict[str, Any] = {}
    features2: dict[str, Any] | None = None
    deps: list[_Dependency] = []


class _Crate(msgspec.Struct):
    created_at: Any = ""
    description: Any = ""


class _Answer(msgspec.Struct):
    crate: _Crate


class _Configuration(msgspec.Struct):
    api: Any = ""


def _existence(visit: Visit, base: str, name: str) -> Standing:
    return _indexed(visit, base, name)


def _details(visit: Visit, base: str, question: Question) -> Standing:
    standing = _indexed(visit, base, question.name)
    # The API is asked once a second only: not for what the index says, and not for what is known.
    if standing.existence is not Existence.EXISTS or question.known or standing.first_published:
        return standing
    api = _api(visit, base)
    if not api:
        return standing
    spelling = standing.url.rpartition("/")[2]
    answer = decoded(visit.get(f"{api}/api/v1/crates/{spelling}", JSON, every=_EVERY), _Answer)
    if answer is None:
        return standing
    return msgspec.structs.replace(
        standing,
        first_published=day(answer.crate.created_at),
        summary=text(answer.crate.description),
    )


def _api(visit: Visit, base: str) -> str:
    if base == _BASE:
        return _API
    configuration = decoded(visit.get(f"{base}config.json", JSON), _Configuration)
    return on_host(configuration.api, base).rstrip("/") if configuration else ""


def _indexed(visit: Visit, base: str, name: str) -> Standing:
    first: Standing | None = None
    spellings = list(islice(_spellings(name), _MOST_SPELLINGS + 1))
    for spelling in spellings[:_MOST_SPELLINGS]:
        reply = visit.get(base + _path(spelling))
        standing = settled(reply) or _standing(reply, name)
        if standing.existence is not Existence.ABSENT:
            return standing
        first = first or standing
        if len(spellings) > _MOST_SPELLINGS:
            last = unknown(reply, f"{reply.status}, and the name has too many spellings to try")
            first = msgspec.structs.replace(last, url=first.url)
    return first or Standing(existence=Existence.UNKNOWN, why="nothing to ask for")


def _spellings(name: str) -> Iterator[str]:
    """Yield a name with hyphens, with underscores, then with every mixture of both."""
    parts = normalise(Ecosystem.CARGO, name).split("-")
    yield "-".join(parts)
    if len(parts) > 1:
        yield "_".join(parts)
    for joints in product("-_", repeat=len(parts) - 1):
        if len(set(joints)) > 1:
            mixed = (part + joint for part, joint in zip(parts, (*joints, ""), strict=True))
            yield "".join(mixed)


def _path(name: str) -> str:
    folders = {1: "1", 2: "2", 3: f"3/{name[:1]}"}
    return quote(f"{folders.get(len(name), f'{name[:2]}/{name[2:4]}')}/{name}")


def _standing(reply: Reply, name: str) -> Standing:
    try:
        lines = msgspec.json.Decoder(_Line).decode_lines(reply.body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        lines = []
    if not lines or normalise(Ecosystem.CARGO, lines[0].name) != normalise(Ecosystem.CARGO, name):
        return unreadable(reply, "a file of a crate index")
    live = [line for line in lines if not line.yanked]
    newest = (live or lines)[-1]
    optional = {dependency.name for dependency in newest.deps if dependency.optional}
    days = [day(line.pubtime) for line in lines]
    return msgspec.structs.replace(
        there(reply),
        # Lines of old versions may lack the date; the oldest of the others would be too young.
        first_published=min(days) if all(days) else "",
        latest=text(newest.vers),
        versions=tuple(line.vers for line in live),
        withdrawn=tuple(line.vers for line in lines if line.yanked),
        extras=tuple(sorted({"default", *newest.features, *(newest.features2 or {}), *optional})),
        files=len(lines),
    )


CARGO = Registry(Ecosystem.CARGO, _BASE, "serde", _existence, _details)
