"""Packagist and every Composer repository with metadata files (`p2/<vendor>/<name>.json`).

Format: "Repositories" of the Composer documentation; files are minified: each version lists what
differs from the one before.
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
from aireview.model.packages import Ecosystem, Question, Standing


class _Version(msgspec.Struct):
    version: str = ""
    time: Any = ""
    abandoned: Any = False
    description: Any = ""


class _Metadata(msgspec.Struct):
    packages: dict[str, list[_Version]]


def _existence(visit: Visit, base: str, name: str) -> Standing:
    reply = visit.get(f"{base}p2/{quote(name.lower())}.json", JSON)
    return settled(reply) or _standing(reply, name)


def _details(visit: Visit, base: str, question: Question) -> Standing:
    return _existence(visit, base, question.name)


def _standing(reply: Reply, name: str) -> Standing:
    metadata = decoded(reply, _Metadata)
    found = {key.lower(): value for key, value in metadata.packages.items()} if metadata else {}
    versions = found.get(name.lower())
    if versions is None:
        return unreadable(reply, "package metadata")
    newest = versions[0] if versions else _Version()
    return msgspec.structs.replace(
        there(reply),
        first_published=earliest(*(day(one.time) for one in versions)),
        latest=text(newest.version),
        versions=tuple(one.version for one in versions),
        # A package may live on its branches alone, so an empty list is no lack of files.
        files=len(versions) or None,
        notice=_notice(newest.abandoned),
        summary=text(newest.description),
    )


def _notice(abandoned: object) -> str:
    """`abandoned` is a yes, or the name of the package to use instead."""
    if isinstance(abandoned, str) and abandoned:
        return f"abandoned, use {text(abandoned)} instead"
    return "abandoned" if abandoned is True else ""


PACKAGIST = Registry(
    Ecosystem.PACKAGIST, "https://repo.packagist.org/", "monolog/monolog", _existence, _details
)
