"""Artifacts that Maven's files name: pom.xml, .mvn/extensions.xml, settings.xml.

Format: https://maven.apache.org/pom.html, https://maven.apache.org/settings.html. A name is
`group:artifact`. An artifact of the project's own group is one of its modules. Properties count as
far as this file defines them; what an outer pom defines is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from aireview.checks.packages.surfaces.addresses import folder_of, strip_credentials
from aireview.checks.packages.surfaces.properties import MAVEN, filled
from aireview.model.packages import (
    Ecosystem,
    Index,
    Member,
    Reading,
    Reference,
    Source,
    Surface,
    Unread,
)
from aireview.syntax.nodes import MISSING, Node, NodeError
from aireview.syntax.xml import descendants, elements, read_xml

_PLUGINS = "org.apache.maven.plugins"
_CENTRAL = "central"
_EVERY = ("*", "external:*", "external:http:*", _CENTRAL)
# Where an element that names an artifact stands: its own name and that of the element around it.
_PLACES = {
    ("dependencies", "dependency"): "",
    ("plugins", "plugin"): _PLUGINS,
    ("extensions", "extension"): "",
    ("annotationProcessorPaths", "path"): "",
    ("annotationProcessorPaths", "annotationProcessorPath"): "",
}


class _Project(NamedTuple):
    path: str
    group: str
    properties: Mapping[str, str]


def read(path: str, text: str) -> Reading:
    """Read the artifacts, the module and the repositories that a file of Maven names."""
    try:
        kind, root = read_xml(text)
    except NodeError as error:
        return Reading(unread=(Unread(error.line, str(error)),))
    if kind == "settings":
        return Reading(indexes=(*_mirrors(path, root), *_repositories(path, root, {})))
    if kind not in ("project", "extensions"):
        return Reading()
    project = _project(path, root)
    return Reading(
        references=tuple(_references(project, kind, root)),
        members=tuple(_members(project, root)),
        indexes=tuple(_repositories(path, root, project.properties)),
    )


def _project(path: str, root: Node) -> _Project:
    parent = root.get("parent")
    values = {
        key: value.text
        for properties in (*elements(root, "profiles", "profile", "properties"),)
        for key, _, value in properties.pairs
    }
    values |= {key: value.text for key, _, value in root.get("properties").pairs}
    for field in ("groupId", "artifactId", "version"):
        above = parent.get(field).text
        own = root.get(field).text or ("" if field == "artifactId" else above)
        for prefix in ("project.", "pom.", ""):
            if own:
                values.setdefault(f"{prefix}{field}", own)
            if above:
                values.setdefault(f"{prefix}parent.{field}", above)
    group = filled(values.get("project.groupId", ""), MAVEN, values)
    return _Project(path, group, values)


def _members(project: _Project, root: Node) -> Iterator[Member]:
    artifact = filled(root.get("artifactId").text, MAVEN, project.properties)
    name = f"{project.group}:{artifact}"
    if project.group and artifact and "${" not in name:
        yield Member(ecosystem=Ecosystem.MAVEN, name=name, folder=folder_of(project.path))


def _references(project: _Project, kind: str, root: Node) -> Iterator[Reference]:
    if parent := root.get("parent"):
        yield _reference(project, parent, "")
    for around, name, node in _nested(kind, root):
        group = _PLACES.get((around, name))
        if group is not None and node.get("artifactId"):
            yield _reference(project, node, group)


def _nested(around: str, node: Node) -> Iterator[tuple[str, str, Node]]:
    """Yield every element below a node with its name and that of the element around it."""
    for name, _, child in node.pairs:
        yield around, name, child
        yield from _nested(name, child)


def _reference(project: _Project, node: Node, default_group: str) -> Reference:
    artifact = node.get("artifactId")
    group, name, version = (
        filled(text, MAVEN, project.properties)
        for text in (
            node.get("groupId").text or default_group,
            artifact.text,
            node.get("version").text,
        )
    )
    return Reference(
        ecosystem=Ecosystem.MAVEN,
        name=f"{group}:{name}",
        surface=Surface.MANIFEST,
        path=project.path,
        line=artifact.line if artifact else node.line,
        specifier=version,
        source=_source(project, node, group, name),
        optional=node.get("optional").text == "true",
    )


def _source(project: _Project, node: Node, group: str, name: str) -> Source:
    if node.get("systemPath") or (group and group == project.group):
        return Source.LOCAL
    return Source.DYNAMIC if "${" in group or "${" in name else Source.REGISTRY


def _repositories(path: str, root: Node, properties: Mapping[str, str]) -> Iterator[Index]:
    for tag, node in descendants(root):
        if tag not in ("repositories", "pluginRepositories"):
            continue
        for repository in (
            *elements(node, "repository"),
            *elements(node, "pluginRepository"),
        ):
            name = repository.get("id").text
            yield from _index(
                path, repository, filled(repository.get("url").text, MAVEN, properties),
                replaces=name == _CENTRAL,
            )  # fmt: skip


def _mirrors(path: str, root: Node) -> Iterator[Index]:
    for mirror in elements(root, "mirrors", "mirror"):
        of = [part.strip() for part in mirror.get("mirrorOf").text.split(",")]
        replaces = any(part in _EVERY for part in of) and f"!{_CENTRAL}" not in of
        yield from _index(path, mirror, mirror.get("url").text, replaces=replaces)


def _index(path: str, node: Node, url: str, *, replaces: bool) -> Iterator[Index]:
    place = node.get("url") or MISSING
    if url:
        yield Index(
            ecosystem=Ecosystem.MAVEN,
            url=strip_credentials(url),
            path=path,
            line=place.line,
            name=node.get("id").text,
            replaces=replaces,
        )
