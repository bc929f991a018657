"""Artifacts that Gradle build scripts name: dependencies, plugins, repositories.

Format: https://docs.gradle.org/current/userguide/declaring_dependencies.html. What a version catalog
gives a short name to (`libs.x`) is read where the catalog is. A plugin is fetched as the artifact
`id:id.gradle.plugin` of the plugin portal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aireview.checks.packages.surfaces.addresses import folder_of
from aireview.checks.packages.surfaces.gradle_repositories import repositories
from aireview.checks.packages.surfaces.gradle_script import Statement, statements
from aireview.checks.packages.surfaces.tokens import Token, text_at
from aireview.model.packages import (
    Ecosystem,
    Member,
    Reading,
    Reference,
    Source,
    Surface,
    Unread,
)
from aireview.syntax.nodes import NodeError

PLUGIN_PORTAL = "https://plugins.gradle.org/m2"

_DEPENDENCIES = frozenset({"dependencies", "constraints", "imports"})
_CONTROL = frozenset({"if", "else", "for", "when", "try", "catch", "forEach", "each", "let", ""})
_NO_COORDINATES = frozenset(
    {"exclude", "because", "files", "fileTree", "file", "npm", "devNpm", "peerNpm", "println"}
)
_COORDINATE = re.compile(r"[^\s:]+:[^\s:]*(?::.*)?", re.DOTALL)
# How far apart, in tokens, the parts of one map may stand.
_NEAR = 16
_KOTLIN = "org.jetbrains.kotlin"


def read(path: str, text: str) -> Reading:
    """Read a build.gradle, a settings.gradle or another script, in Groovy or Kotlin."""
    try:
        found = tuple(statements(text))
    except NodeError as error:
        return Reading(unread=(Unread(error.line, str(error)),))
    group = _own_group(found)
    references: list[Reference] = []
    for statement in found:
        if _place(statement) in _DEPENDENCIES:
            references += _dependencies(path, statement.tokens, group)
        elif statement.inside("dependencySet"):
            references += _entries(path, statement)
        elif _place(statement) == "plugins":
            references += _plugins(path, statement.tokens)
    return Reading(
        references=tuple(references),
        members=tuple(_members(path, group)),
        indexes=tuple(repositories(path, found)),
    )


def _place(statement: Statement) -> str:
    """Return the name of the nearest block that is more than a condition or a loop."""
    for block in reversed(statement.blocks):
        if block.name not in _CONTROL:
            return block.name
    return ""


def _own_group(found: Sequence[Statement]) -> str:
    for statement in found:
        tokens = statement.tokens
        if text_at(tokens, 0) in ("group", "project.group") and not (
            {block.name for block in statement.blocks} - {"allprojects", "subprojects"}
        ):
            value = tokens[2] if text_at(tokens, 1) == "=" and len(tokens) > 2 else tokens[-1]
            if value.kind == "string" and "$" not in value.text:
                return value.text
    return ""


def _members(path: str, group: str) -> Iterator[Member]:
    folder = folder_of(path)
    if group and folder:
        name = f"{group}:{folder.rpartition('/')[2]}"
        yield Member(ecosystem=Ecosystem.MAVEN, name=name, folder=folder)


def _dependencies(path: str, tokens: Sequence[Token], group: str) -> Iterator[Reference]:
    """Yield the coordinates among the arguments of the calls of one statement."""
    if text_at(tokens, 0) in _NO_COORDINATES:
        return
    calls: list[str] = []
    for at, token in enumerate(tokens):
        if token.kind == "mark":
            if token.text == "(":
                calls.append(text_at(tokens, at - 1))
            elif token.text == ")" and calls:
                calls.pop()
        elif token.kind == "string":
            yield from _literal(path, token, calls, group)
        if _is_key(tokens, at, "name"):
            yield from _from_map(path, tokens, at, group)


def _literal(path: str, token: Token, calls: Sequence[str], own: str) -> Iterator[Reference]:
    call = calls[-1].rpartition(".")[2] if calls else ""
    if call == "project":
        if token.text.startswith(":"):
            yield _reference(path, token, token.text, "", Source.LOCAL)
    elif call in ("kotlin", "embeddedKotlin"):
        yield _named(path, token, (_KOTLIN, f"kotlin-{token.text}", ""), own)
    elif call not in _NO_COORDINATES and _COORDINATE.fullmatch(token.text):
        group, artifact, version = _parts(token.text)
        yield _named(path, token, (group, artifact, version), own)


def _parts(coordinate: str) -> tuple[str, str, str]:
    """Split `group:artifact:version:classifier@extension`."""
    group, _, rest = coordinate.partition(":")
    artifact, _, rest = rest.partition(":")
    version = rest if "${" in rest else re.split("[:@]", rest, maxsplit=1)[0]
    return group, artifact.partition("@")[0], version


def _is_key(tokens: Sequence[Token], at: int, key: str) -> bool:
    return text_at(tokens, at) == key and text_at(tokens, at + 1) in (":", "=")


def _from_map(path: str, tokens: Sequence[Token], at: int, own: str) -> Iterator[Reference]:
    """Yield what `group: "g", name: "a", version: "v"` names; `at` is the position of `name`."""
    values = {
        key: tokens[other + 2]
        for other in range(max(0, at - _NEAR), min(len(tokens) - 2, at + _NEAR))
        for key in ("group", "name", "version")
        if _is_key(tokens, other, key)
    }
    name = values.get("name")
    if name is None:
        return
    group, artifact, version = (_value(values.get(key)) for key in ("group", "name", "version"))
    yield _named(path, name, (group, artifact, version), own)


def _value(token: Token | None) -> str:
    """Return a literal, and a placeholder for what is computed."""
    if token is None:
        return ""
    return token.text if token.kind == "string" else f"${{{token.text}}}"


def _named(path: str, token: Token, parts: tuple[str, str, str], own: str) -> Reference:
    group, artifact, version = parts
    source = Source.REGISTRY
    if not group or not artifact or "$" in group or "$" in artifact:
        source = Source.DYNAMIC
    elif group == own:
        source = Source.LOCAL
    return _reference(path, token, f"{group}:{artifact}", version, source)


def _entries(path: str, statement: Statement) -> Iterator[Reference]:
    """Yield the entries of a `dependencySet(group: "g", version: "v") { entry "a" }`."""
    head = next(block.head for block in statement.blocks if block.name == "dependencySet")[:_NEAR]
    group = next(
        (_value(head[at + 2]) for at in range(len(head) - 2) if _is_key(head, at, "group")), ""
    )
    if text_at(statement.tokens, 0) == "entry":
        for token in statement.tokens:
            if token.kind == "string":
                yield _named(path, token, (group, token.text, ""), "")


def _plugins(path: str, tokens: Sequence[Token]) -> Iterator[Reference]:
    """Yield a plugin with a version; one without comes with Gradle or from the project itself."""
    literals = [token for token in tokens if token.kind == "string"]
    verb = text_at(tokens, 0)
    versioned = any(token.kind == "word" and token.text == "version" for token in tokens)
    if verb not in ("id", "kotlin") or not literals or not versioned:
        return
    first = literals[0]
    plugin = f"{_KOTLIN}.{first.text}" if verb == "kotlin" else first.text
    yield plugin_reference(path, first.line, plugin, literals[1].text if literals[1:] else "")


def plugin_reference(path: str, line: int, plugin: str, version: str) -> Reference:
    """Return the artifact that stands for a plugin, bound to the portal that has it."""
    return Reference(
        ecosystem=Ecosystem.MAVEN,
        name=f"{plugin}:{plugin}.gradle.plugin",
        surface=Surface.MANIFEST,
        path=path,
        line=line,
        specifier=version,
        source=Source.DYNAMIC if "$" in plugin else Source.REGISTRY,
        index=PLUGIN_PORTAL,
    )


def _reference(path: str, token: Token, name: str, version: str, source: Source) -> Reference:
    return Reference(
        ecosystem=Ecosystem.MAVEN,
        name=name,
        surface=Surface.MANIFEST,
        path=path,
        line=token.line,
        specifier=version,
        source=source,
    )
