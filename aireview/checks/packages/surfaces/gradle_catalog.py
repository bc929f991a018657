"""Artifacts in a Gradle version catalog (`gradle/libs.versions.toml`).

Format: https://docs.gradle.org/current/userguide/version_catalogs.html.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aireview.checks.packages.surfaces.gradle import plugin_reference
from aireview.checks.packages.surfaces.readings import few, parsed
from aireview.model.packages import Ecosystem, Reading, Reference, Surface, Unread
from aireview.syntax.nodes import MISSING, Node
from aireview.syntax.toml_nodes import read_toml


def read(path: str, text: str) -> Reading:
    """Read the libraries and plugins of a catalog."""
    root, unread = parsed(read_toml, text)
    versions = {key: value for key, _, value in root.get("versions").pairs}
    odd = [
        Unread(line, f"the library `{key[:60]}` names no module")
        for key, line, value in root.get("libraries").pairs
        if ":" not in _module(value)[0]
    ]
    return Reading(
        references=(*_libraries(path, root, versions), *_plugins(path, root, versions)),
        unread=(*unread, *few(odd)),
    )


def _libraries(path: str, root: Node, versions: Mapping[str, Node]) -> Iterator[Reference]:
    for _, line, value in root.get("libraries").pairs:
        name, short, at = _module(value)
        if ":" in name:
            yield Reference(
                ecosystem=Ecosystem.MAVEN,
                name=name,
                surface=Surface.MANIFEST,
                path=path,
                line=at or line,
                specifier=short or _version(value, versions),
            )


def _module(value: Node) -> tuple[str, str, int]:
    """Return `group:artifact`, the version if it stands behind it, and the line."""
    written = value if value.kind == "scalar" else value.get("module")
    if written:
        group, _, rest = written.text.partition(":")
        artifact, _, version = rest.partition(":")
        return (f"{group}:{artifact}" if artifact else "", version, written.line)
    family, name = value.get("group"), value.get("name")
    return (f"{family.text}:{name.text}" if family and name else "", "", name.line)


def _plugins(path: str, root: Node, versions: Mapping[str, Node]) -> Iterator[Reference]:
    for _, line, value in root.get("plugins").pairs:
        plugin, _, version = (value.text or value.get("id").text).partition(":")
        version = version or _version(value, versions)
        if plugin:
            yield plugin_reference(path, line, plugin, version)


def _version(value: Node, versions: Mapping[str, Node]) -> str:
    """Return the version; a rich one (`strictly`, `require`, `prefer`) by its strongest part."""
    written = value.get("version")
    if ref := written.get("ref").text:
        written = versions.get(ref, MISSING)
    parts = (written, *(written.get(key) for key in ("strictly", "require", "prefer")))
    return next((part.text for part in parts if part.text), "")
