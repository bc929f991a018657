"""The Go module proxy protocol (go.dev/ref/mod#goproxy-protocol).

A proxy fetches a module that it does not hold when it is asked for it. So the first question forbids
that (`Disable-Module-Fetch`), and only the one that confirms an absence allows it.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import msgspec

from aireview.adapters.registries.answers import (
    JSON,
    Registry,
    day,
    decoded,
    settled,
    text,
    there,
    unreadable,
)
from aireview.adapters.registries.http import Reply, Visit
from aireview.model.packages import Ecosystem, Existence, Question, Standing

_CAPITAL = re.compile(r"[A-Z]")
_VERSION = re.compile(r"v\d+\.\d+\.\d+[0-9A-Za-z.+-]*")
_NUMBERS = re.compile(r"\d+")
_DEPRECATED = re.compile(r"^//\s*Deprecated:\s*(.*)$", re.MULTILINE)
_RETRACT = re.compile(r"^retract\s+(v[0-9A-Za-z.+-]+)", re.MULTILINE)


class _Info(msgspec.Struct):
    version: str = msgspec.field(name="Version")
    time: Any = msgspec.field(default="", name="Time")


def _existence(visit: Visit, base: str, name: str) -> Standing:
    listed = _get(visit, _module(base, name) + "/@v/list")
    if (known := settled(listed)) is not None:
        return known
    versions = _versions(listed)
    if versions is None:
        return unreadable(listed, "a list of versions")
    if versions:
        return _standing(listed, versions)
    # A module without a tag has an empty list, and so has one that some proxies do not know.
    latest = _get(visit, _module(base, name) + "/@latest", JSON)
    if (known := settled(latest)) is not None:
        return known
    info = decoded(latest, _Info)
    if info is None:
        return unreadable(latest, "a version")
    return msgspec.structs.replace(there(latest), latest=text(info.version))


def _details(visit: Visit, base: str, question: Question) -> Standing:
    standing = _existence(visit, base, question.name)
    if standing.existence is not Existence.EXISTS or not _VERSION.fullmatch(standing.latest):
        return standing
    place = f"{_module(base, question.name)}/@v/"
    manifest = _get(visit, f"{place}{_escaped(standing.latest)}.mod")
    source = manifest.body.decode("utf-8", "replace") if settled(manifest) is None else ""
    deprecated = _DEPRECATED.search(source)
    withdrawn = tuple(_RETRACT.findall(source))
    first = ""
    if standing.versions and not question.known:
        info = decoded(_get(visit, f"{place}{_escaped(standing.versions[0])}.info", JSON), _Info)
        first = day(info.time) if info else ""
    return msgspec.structs.replace(
        standing,
        first_published=first,
        notice=text(deprecated.group(1) or "deprecated") if deprecated else "",
        versions=standing.versions
        and tuple(one for one in standing.versions if one not in withdrawn),
        withdrawn=withdrawn,
    )


def _get(visit: Visit, url: str, accept: str = "*/*") -> Reply:
    return (
        visit.get(url, accept)
        if visit.again
        else visit.get(url, accept, Disable_Module_Fetch="true")
    )


def _module(base: str, name: str) -> str:
    return base + _escaped(name)


def _escaped(name: str) -> str:
    """Return a path or a version as file systems that fold case can hold it: `!x` for `X`."""
    return quote(_CAPITAL.sub(lambda found: f"!{found.group().lower()}", name), safe="/!~+")


def _versions(reply: Reply) -> tuple[str, ...] | None:
    """Return the versions of a list in their order, None where it is no list."""
    lines = reply.body.decode("utf-8", "replace").split()
    if reply.is_html or not all(_VERSION.fullmatch(line) for line in lines):
        return None
    return tuple(sorted(lines, key=_order))


def _order(version: str) -> tuple[tuple[int, ...], bool, str]:
    """Order versions by number, a pre-release before the release of the same number."""
    core, _, rest = version.partition("-")
    return tuple(int(one[:18]) for one in _NUMBERS.findall(core)), rest == "", rest


def _standing(reply: Reply, versions: tuple[str, ...]) -> Standing:
    releases = [version for version in versions if "-" not in version]
    return msgspec.structs.replace(
        there(reply), versions=versions, latest=(releases or versions)[-1], files=len(versions)
    )


GO = Registry(Ecosystem.GO, "https://proxy.golang.org/", "golang.org/x/text", _existence, _details)
