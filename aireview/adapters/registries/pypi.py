"""PyPI and every index of its kind: the simple API (PEP 503, 691, 700, 792), then the JSON API.

The simple index alone tells whether a project exists; many indexes have no JSON API, so a 404 from
there means nothing.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, urlsplit

import msgspec

from aireview.adapters.registries.answers import (
    JSON,
    Registry,
    day,
    decoded,
    earliest,
    settled,
    text,
    unreadable,
)
from aireview.adapters.registries.http import Reply, Visit
from aireview.checks.packages.names import normalise
from aireview.model.packages import Ecosystem, Existence, Question, Standing

ACCEPT = (
    "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, "
    "text/html;q=0.1"
)
_SIMPLE = ("simple", "+simple")
_SDIST = (".tar.gz", ".zip", ".tar.bz2", ".tgz", ".tar.xz", ".tar.Z")
_BINARY = (".whl", ".egg", ".exe")
_OUTDATED = re.compile(
    r"\b(?:deprecated|obsolete|superseded|renamed|unmaintained|no longer maintained|moved to|"
    r"use \S+ instead|placeholder|dummy package)\b",
    re.IGNORECASE,
)


class _File(msgspec.Struct):
    filename: str = ""
    uploaded: Any = msgspec.field(default="", name="upload-time")
    yanked: Any = False


class _Project(msgspec.Struct):
    name: str
    files: list[_File]
    status: Any = msgspec.field(default=None, name="project-status")


class _Upload(msgspec.Struct):
    upload_time_iso_8601: Any = ""


class _Info(msgspec.Struct):
    name: Any = ""
    version: Any = ""
    summary: Any = ""
    provides_extra: Any = None


class _Release(msgspec.Struct):
    info: _Info
    releases: dict[str, list[_Upload]] = {}


def _existence(visit: Visit, base: str, name: str) -> Standing:
    return _simple(visit, simple_index(base), name)


def _details(visit: Visit, base: str, question: Question) -> Standing:
    index = simple_index(base)
    standing = _simple(visit, index, question.name)
    wanted = question.extras or not question.known
    if standing.existence is not Existence.EXISTS or standing.quarantined or not wanted:
        return standing
    above, _, last = index.rstrip("/").rpartition("/")
    if last not in _SIMPLE:
        return standing
    reply = visit.get(f"{above}/pypi/{quote(question.name, safe='')}/json", JSON)
    release = decoded(reply, _Release)
    if release is None or not _is_about(release.info.name, question.name):
        return standing
    return _with_release(standing, release)


def simple_index(base: str) -> str:
    """Return the simple index that a base URL means: a bare host has it at `/simple/`."""
    return f"{base}simple/" if urlsplit(base).path in ("", "/") else base


def _simple(visit: Visit, index: str, name: str) -> Standing:
    reply = visit.get(f"{index}{quote(name, safe='')}/", ACCEPT)
    if (known := settled(reply)) is not None:
        return known
    project = _page(reply, name) if reply.is_html else decoded(reply, _Project)
    if project is None or not _is_about(project.name, name):
        return unreadable(reply, "a project of the simple index")
    return _standing(reply, project, name)


def _is_about(found: object, name: str) -> bool:
    return isinstance(found, str) and normalise(Ecosystem.PYPI, found) == name


def _standing(reply: Reply, project: _Project, name: str) -> Standing:
    versions: dict[str, bool] = {}
    for file in project.files:
        version = _version(file.filename, name)
        if version:
            versions[version] = versions.get(version, True) and _is_yanked(file.yanked)
    live = tuple(version for version, yanked in versions.items() if not yanked)
    status, reason = _status(project.status)
    outdated = status in ("archived", "deprecated")
    return Standing(
        existence=Existence.EXISTS,
        why="HTTP 200",
        url=reply.url,
        status=reply.status,
        first_published=earliest(*(day(file.uploaded) for file in project.files)),
        latest=_latest(live),
        versions=live,
        withdrawn=tuple(version for version, yanked in versions.items() if yanked),
        files=len(project.files),
        quarantined=status == "quarantined",
        notice=(f"{status}: {reason}" if reason else status) if outdated else "",
    )


def _with_release(standing: Standing, release: _Release) -> Standing:
    extras = release.info.provides_extra
    summary = text(release.info.summary)
    uploads = (day(one.upload_time_iso_8601) for all_ in release.releases.values() for one in all_)
    return msgspec.structs.replace(
        standing,
        first_published=earliest(standing.first_published, *uploads),
        latest=text(release.info.version) or standing.latest,
        extras=tuple(map(text, extras)) if isinstance(extras, list) else None,
        summary=summary,
        notice=standing.notice or (summary if _OUTDATED.search(summary) else ""),
    )


def _is_yanked(value: object) -> bool:
    """PEP 592 and 691: a reason, even an empty one in HTML, or a plain yes."""
    return value is True or (isinstance(value, str) and value != "")


def _status(value: object) -> tuple[str, str]:
    if not isinstance(value, dict):
        return "", ""
    return text(value.get("status")), text(value.get("reason"))


def _version(file: str, name: str) -> str:
    """Return the version that a file name holds (binary distribution format, PEP 625), or nothing."""
    if file.endswith(".whl"):
        parts = file.split("-")
        return parts[1] if len(parts) in (5, 6) else ""
    for suffix in _SDIST:
        if file.endswith(suffix):
            return _after_name(file.removesuffix(suffix), name)
    return ""


def _after_name(stem: str, name: str) -> str:
    # A name of n characters takes at least n; runs of separators make few names longer than that.
    for at in range(len(name), min(len(stem), 2 * len(name) + 1)):
        if stem[at] == "-" and normalise(Ecosystem.PYPI, stem[:at]) == name:
            return stem[at + 1 :]
    return ""


def _latest(versions: tuple[str, ...]) -> str:
    """Return the newest version that is no pre-release, or the newest at all (PEP 440)."""
    from packaging.version import InvalidVersion, Version  # noqa: PLC0415 - slow to import

    parsed = []
    for version in versions:
        try:
            parsed.append(Version(version))
        except InvalidVersion:
            continue
    newest = max(
        (one for one in parsed if not one.is_prerelease), default=max(parsed, default=None)
    )
    return "" if newest is None else str(newest)


def _page(reply: Reply, name: str) -> _Project | None:
    """Read a page that a server sends to whoever asks for JSON too, None for any other page."""
    from aireview.adapters.registries.simple_page import parse  # noqa: PLC0415 - slow, seldom needed

    page = parse(reply.body)
    marked = "pypi:repository-version" in page.meta or "links for" in page.heading.lower()
    if not marked and not any(_version(link.file, name) for link in page.links):
        return None
    status = {
        "status": page.meta.get("pypi:project-status"),
        "reason": page.meta.get("pypi:project-status-reason"),
    }
    files = [
        _File(filename=link.file, yanked=link.yanked)
        for link in page.links
        if link.file.endswith((*_SDIST, *_BINARY))
    ]
    return _Project(name=name, files=files, status=status)


PYPI = Registry(Ecosystem.PYPI, "https://pypi.org/simple/", "requests", _existence, _details)
