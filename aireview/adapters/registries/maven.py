"""Maven Central and every repository of its layout: `maven-metadata.xml` lists the versions.

Format: "Maven Repository Metadata" of the Maven reference. The first version's file tells the age.
"""

from __future__ import annotations

from urllib.parse import quote

import msgspec

from aireview.adapters.registries.answers import Registry, settled, text, there, unreadable
from aireview.adapters.registries.http import Reply, Visit, moment
from aireview.model.packages import Ecosystem, Existence, Question, Standing


def _existence(visit: Visit, base: str, name: str) -> Standing:
    reply = visit.get(f"{_folder(base, name)}/maven-metadata.xml")
    return settled(reply) or _standing(reply)


def _details(visit: Visit, base: str, question: Question) -> Standing:
    standing = _existence(visit, base, question.name)
    if standing.existence is not Existence.EXISTS or question.known or not standing.versions:
        return standing
    artifact = question.name.partition(":")[2]
    first = standing.versions[0]
    file = quote(f"{first}/{artifact}-{first}.pom")
    made = visit.head(f"{_folder(base, question.name)}/{file}")
    modified = moment(made.headers.get("last-modified", "")) if settled(made) is None else None
    return msgspec.structs.replace(
        standing, first_published=modified.date().isoformat() if modified else ""
    )


def _folder(base: str, name: str) -> str:
    group, _, artifact = name.partition(":")
    return base + quote(f"{group.replace('.', '/')}/{artifact}")


def _standing(reply: Reply) -> Standing:
    versions = _versions(reply.body)
    if versions is None:
        return unreadable(reply, "repository metadata")
    return msgspec.structs.replace(
        there(reply),
        versions=versions,
        latest=versions[-1] if versions else "",
        files=len(versions),
    )


def _versions(body: bytes) -> tuple[str, ...] | None:
    """Return the versions of a metadata file in its order, None where it is no such file."""
    from xml.etree.ElementTree import ParseError, fromstring  # noqa: PLC0415 - slow

    if b"\0" in body or b"<!" in body.replace(b"<!--", b""):
        return None  # Entities are declared in a document type, and metadata has none.
    try:
        root = fromstring(body)  # noqa: S314 - without a document type there is nothing to expand
    except (ParseError, ValueError, LookupError):
        return None
    if root.tag.rpartition("}")[2] != "metadata":
        return None
    found = (text(one.text) for one in root.iter() if one.tag.rpartition("}")[2] == "version")
    return tuple(dict.fromkeys(one for one in found if one and ".." not in one and "/" not in one))


MAVEN = Registry(
    Ecosystem.MAVEN,
    "https://repo1.maven.org/maven2/",
    "org.slf4j:slf4j-api",
    _existence,
    _details,
)
