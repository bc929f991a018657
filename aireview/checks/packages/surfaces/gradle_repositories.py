"""Repositories of Gradle build scripts, and the groups that a content filter binds to them.

Format: https://docs.gradle.org/current/userguide/filtering_repository_content.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aireview.checks.packages.surfaces.addresses import strip_credentials
from aireview.checks.packages.surfaces.gradle_script import Statement
from aireview.checks.packages.surfaces.tokens import Token, text_at
from aireview.model.packages import Ecosystem, Index

# Methods for repositories of their own; that of Maven Central binds nothing.
_SHORT = {
    "google": "https://dl.google.com/dl/android/maven2",
    "gradlePluginPortal": "https://plugins.gradle.org/m2",
}
_PLACES = ("maven", "ivy")
# What is published to, and what only plugins are taken from.
_ELSEWHERE = ("publishing", "uploadArchives", "pluginManagement")
_URL = re.compile(r"url|setUrl|uri")


def repositories(path: str, found: Sequence[Statement]) -> Iterator[Index]:
    """Yield the repositories that artifacts are taken from."""
    filters = _filters(found)
    for statement in found:
        if not statement.inside("repositories") or any(map(statement.inside, _ELSEWHERE)):
            continue
        nearest = statement.blocks[-1]
        verb = text_at(statement.tokens, 0)
        literal = _first(statement.tokens)
        if nearest.name in _PLACES:
            if not _URL.fullmatch(verb) or literal is None:
                continue
        elif verb in _SHORT:
            yield _index(path, _SHORT[verb], statement.tokens[0].line, ())
            continue
        elif verb not in _PLACES or literal is None:
            continue
        names = next(
            (filters[block.number] for block in reversed(statement.blocks)
             if block.number in filters),
            (),
        )  # fmt: skip
        yield _index(path, literal.text, literal.line, names)


def _first(tokens: Sequence[Token]) -> Token | None:
    return next((token for token in tokens if token.kind == "string"), None)


def _index(path: str, url: str, line: int, names: tuple[str, ...]) -> Index:
    return Index(
        ecosystem=Ecosystem.MAVEN, url=strip_credentials(url), path=path, line=line, names=names
    )


def _filters(found: Sequence[Statement]) -> dict[int, tuple[str, ...]]:
    """Return the globs of names by the number of the block whose repositories they bind."""
    globs: dict[int, list[str]] = {}
    for statement in found:
        glob = _glob(statement.tokens)
        owner = next(
            (block.number for block in reversed(statement.blocks)
             if block.name in (*_PLACES, "exclusiveContent")),
            None,
        )  # fmt: skip
        if glob and owner is not None:
            globs.setdefault(owner, []).extend(glob)
    return {number: tuple(many) for number, many in globs.items()}


def _glob(tokens: Sequence[Token]) -> tuple[str, ...]:
    texts = [token.text for token in tokens if token.kind == "string"]
    match text_at(tokens, 0), texts:
        case "includeGroup", [group]:
            return (f"{group}:*",)
        case "includeGroupAndSubgroups", [group]:
            return (f"{group}:*", f"{group}.*")
        case "includeModule", [group, module]:
            return (f"{group}:{module}",)
        case "includeGroupByRegex", [pattern]:
            plain = re.sub(r"\\+\.", ".", pattern.replace(".*", "*").replace(".+", "*"))
            return (f"{plain}:*",)
        case _:
            return ()
