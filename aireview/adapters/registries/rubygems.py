"""RubyGems and every source with a compact index; the web API tells the age.

Format: "Compact Index API" and "RubyGems.org API" of guides.rubygems.org. A yanked version is in
neither answer.
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

# The published limit of the API is ten requests a second.
_EVERY = 0.1


class _Version(msgspec.Struct):
    number: Any = ""
    created_at: Any = ""
    summary: Any = ""
    prerelease: Any = False


def _existence(visit: Visit, base: str, name: str) -> Standing:
    reply = visit.get(f"{base}info/{quote(name, safe='')}")
    return settled(reply) or _standing(reply)


def _details(visit: Visit, base: str, question: Question) -> Standing:
    standing = _existence(visit, base, question.name)
    if standing.existence is not Existence.EXISTS or question.known:
        return standing
    url = f"{base}api/v1/versions/{quote(question.name, safe='')}.json"
    versions = decoded(visit.get(url, JSON, every=_EVERY), list[_Version])
    if not versions:
        return standing
    newest = next((one for one in versions if one.prerelease is not True), versions[0])
    return msgspec.structs.replace(
        standing,
        first_published=earliest(*(day(one.created_at) for one in versions)),
        latest=text(newest.number),
        summary=text(newest.summary),
    )


def _standing(reply: Reply) -> Standing:
    head, found, tail = reply.body.decode("utf-8", "replace").partition("---\n")
    if reply.is_html or not found or (head and not head.endswith("\n")):
        return unreadable(reply, "a file of a compact index")
    # A line is `version[-platform] dependencies|requirements`.
    files = [line.split(" ", 1)[0] for line in tail.splitlines() if line]
    versions = tuple(dict.fromkeys(file.partition("-")[0] for file in files))
    return msgspec.structs.replace(
        there(reply),
        versions=versions,
        latest=text(versions[-1]) if versions else "",
        files=len(files),
    )


RUBYGEMS = Registry(Ecosystem.RUBYGEMS, "https://rubygems.org/", "rake", _existence, _details)
