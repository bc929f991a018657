"""NuGet and every feed of its protocol: the package content resource, then the registration.

Format: "NuGet Server API" of learn.microsoft.com. A base URL that ends with `index.json` is a
service index, which names where the rest lies; it is followed on its own host only.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import msgspec

from aireview.adapters.registries.answers import (
    JSON,
    Registry,
    day,
    decoded,
    earliest,
    on_host,
    settled,
    text,
    there,
    unknown,
    unreadable,
)
from aireview.adapters.registries.http import Reply, Visit
from aireview.model.packages import Ecosystem, Existence, Question, Standing

_BASE = "https://api.nuget.org/v3/index.json"
_KNOWN = (
    "https://api.nuget.org/v3-flatcontainer/",
    "https://api.nuget.org/v3/registration5-gz-semver2/",
)
# The day that stands in place of the real one for a version that is not listed.
_UNLISTED = "1900-01-01"


class _Resource(msgspec.Struct):
    url: Any = msgspec.field(default="", name="@id")
    type: Any = msgspec.field(default="", name="@type")


class _Service(msgspec.Struct):
    resources: list[_Resource]


class _Versions(msgspec.Struct):
    versions: list[str]


class _Entry(msgspec.Struct):
    version: str = ""
    published: Any = ""
    listed: Any = True
    description: Any = ""
    deprecation: Any = None


class _Leaf(msgspec.Struct):
    entry: _Entry = msgspec.field(name="catalogEntry")


class _Page(msgspec.Struct):
    url: Any = msgspec.field(default="", name="@id")
    items: list[_Leaf] | None = None


class _Registration(msgspec.Struct):
    items: list[_Page]


def _existence(visit: Visit, base: str, name: str) -> Standing:
    content, _, failure = _places(visit, base)
    return failure or _listed(visit, content, name)


def _details(visit: Visit, base: str, question: Question) -> Standing:
    content, registration, failure = _places(visit, base)
    standing = failure or _listed(visit, content, question.name)
    if standing.existence is not Existence.EXISTS or question.known or not registration:
        return standing
    url = f"{registration}{quote(question.name.lower(), safe='')}/index.json"
    found = decoded(visit.get(url, JSON), _Registration)
    entries = _entries(visit, base, found.items) if found else []
    if not entries:
        return standing
    newest = entries[-1]
    unlisted = tuple(one.version for one in entries if one.listed is False)
    days = (day(one.published) for one in entries)
    return msgspec.structs.replace(
        standing,
        first_published=earliest(*(one for one in days if one > _UNLISTED)),
        withdrawn=unlisted,
        versions=tuple(one for one in standing.versions or () if one not in unlisted),
        summary=text(newest.description),
        notice=_notice(newest.deprecation),
    )


def _places(visit: Visit, base: str) -> tuple[str, str, Standing | None]:
    """Return where contents and registrations lie, or why that cannot be told."""
    if base.rstrip("/") == _BASE:
        return (*_KNOWN, None)
    if not base.rstrip("/").endswith("index.json"):
        return base, "", None
    reply = visit.get(base.rstrip("/"), JSON)
    service = decoded(reply, _Service)
    content = _resource(service, "PackageBaseAddress/", base)
    if content:
        return content, _resource(service, "RegistrationsBaseUrl/", base), None
    why = reply.why or (f"HTTP {reply.status}" if reply.status != 200 else "no place for packages")
    return "", "", unknown(reply, f"the service index cannot be used: {why}")


def _resource(service: _Service | None, kind: str, base: str) -> str:
    """Return the URL of a resource, the newest version of its type."""
    found = [
        (one.type, on_host(one.url, base).rstrip("/") + "/")
        for one in (service.resources if service else ())
        if isinstance(one.type, str) and one.type.startswith(kind) and on_host(one.url, base)
    ]
    return max(found)[1] if found else ""


def _listed(visit: Visit, content: str, name: str) -> Standing:
    reply = visit.get(f"{content}{quote(name.lower(), safe='')}/index.json", JSON)
    return settled(reply) or _standing(reply)


def _standing(reply: Reply) -> Standing:
    found = decoded(reply, _Versions)
    if found is None:
        return unreadable(reply, "a list of versions")
    releases = [version for version in found.versions if "-" not in version]
    return msgspec.structs.replace(
        there(reply),
        versions=tuple(found.versions),
        latest=text((releases or found.versions or [""])[-1]),
        files=len(found.versions),
    )


def _entries(visit: Visit, base: str, pages: list[_Page]) -> list[_Entry]:
    """Return the entries of the first and the last page: the oldest and the newest versions."""
    ends = pages if len(pages) < 3 else [pages[0], pages[-1]]
    entries: list[_Entry] = []
    for page in ends:
        whole = page
        if page.items is None and (url := on_host(page.url, base)):
            whole = decoded(visit.get(url, JSON), _Page) or page
        entries += (leaf.entry for leaf in whole.items or ())
    return entries


def _notice(deprecation: object) -> str:
    if not isinstance(deprecation, dict):
        return ""
    other = deprecation.get("alternatePackage")
    instead = text(other.get("id")) if isinstance(other, dict) else ""
    said = text(deprecation.get("message")) or "deprecated"
    return f"{said} (use {instead} instead)" if instead else said


NUGET = Registry(Ecosystem.NUGET, _BASE, "newtonsoft.json", _existence, _details)
