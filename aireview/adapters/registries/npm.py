"""npm and every registry of its kind: one document per package ("packument").

Format: package metadata of the npm registry (github.com/npm/registry, docs/responses). A package
that was removed for security reasons is held by a version `0.0.1-security`; one that was unpublished
whole keeps a `time.unpublished` mark.
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
    settled,
    text,
    there,
    unreadable,
)
from aireview.adapters.registries.http import Reply, Visit
from aireview.model.packages import Ecosystem, Existence, Question, Standing

_SHORT = "application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8"
_PLACEHOLDER = "0.0.1-security"


class _Version(msgspec.Struct):
    deprecated: Any = ""
    description: Any = ""


class _Packument(msgspec.Struct):
    name: str
    versions: dict[str, _Version] = {}
    time: dict[str, Any] = {}
    tags: dict[str, Any] = msgspec.field(default_factory=dict, name="dist-tags")
    description: Any = ""


class _Manifest(msgspec.Struct):
    name: str
    version: str
    deprecated: Any = ""
    description: Any = ""


def _existence(visit: Visit, base: str, name: str) -> Standing:
    # The short form of an unpublished package may be missing: confirm with the whole one.
    return _packument(visit, base, name, JSON if visit.again else _SHORT)


def _details(visit: Visit, base: str, question: Question) -> Standing:
    if not question.known:
        standing = _packument(visit, base, question.name, JSON)
        if standing.existence is Existence.UNKNOWN and standing.status == 200:
            # The whole document of a package with very many versions is beyond all bounds.
            return _newest(visit, base, question.name) or standing
        return standing
    if question.versions:
        return _packument(visit, base, question.name, _SHORT)
    newest = _newest(visit, base, question.name)
    return newest or _packument(visit, base, question.name, _SHORT)


def _url(base: str, name: str) -> str:
    return base + quote(name, safe="@")


def _packument(visit: Visit, base: str, name: str, accept: str) -> Standing:
    reply = visit.get(_url(base, name), accept)
    if (known := settled(reply)) is not None:
        return known
    packument = decoded(reply, _Packument)
    if packument is None or packument.name != name:
        return unreadable(reply, "a package document")
    return _standing(reply, packument)


def _standing(reply: Reply, packument: _Packument) -> Standing:
    versions = tuple(packument.versions)
    latest = text(packument.tags.get("latest"))
    newest = packument.versions.get(latest) or _Version()
    held = bool(versions) and all(one.startswith(_PLACEHOLDER) for one in versions)
    return msgspec.structs.replace(
        there(reply),
        # Some proxies leave out `created` and the texts of the package as a whole.
        first_published=day(packument.time.get("created"))
        or earliest(*(day(packument.time.get(version)) for version in versions)),
        latest=latest,
        versions=versions,
        files=len(versions),
        placeholder=held and latest.startswith(_PLACEHOLDER),
        tombstone=not versions and "unpublished" in packument.time,
        notice=_notice(newest.deprecated),
        summary=text(packument.description) or text(newest.description),
    )


def _newest(visit: Visit, base: str, name: str) -> Standing | None:
    """Return the standing that the small document of the newest version shows, None without one."""
    reply = visit.get(f"{_url(base, name)}/latest", JSON)
    manifest = decoded(reply, _Manifest)
    if manifest is None or manifest.name != name:
        return None
    return msgspec.structs.replace(
        there(reply),
        latest=text(manifest.version),
        notice=_notice(manifest.deprecated),
        summary=text(manifest.description),
    )


def _notice(deprecated: object) -> str:
    return "deprecated" if deprecated is True else text(deprecated)


NPM = Registry(Ecosystem.NPM, "https://registry.npmjs.org/", "express", _existence, _details)
