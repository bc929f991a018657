"""Crates that a Cargo.toml names (https://doc.rust-lang.org/cargo/reference/manifest.html)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from aireview.checks.packages.names import normalise
from aireview.checks.packages.surfaces.addresses import folder_of, strip_credentials
from aireview.checks.packages.surfaces.readings import parsed
from aireview.model.packages import Ecosystem, Member, Reading, Reference, Source, Surface
from aireview.syntax.nodes import Node
from aireview.syntax.toml_nodes import read_toml

_TABLES = (
    "dependencies",
    "dev-dependencies",
    "dev_dependencies",
    "build-dependencies",
    "build_dependencies",
)


class _Entry(NamedTuple):
    key: str
    line: int
    value: Node


def read(path: str, text: str) -> Reading:
    """Read the dependencies of a package or workspace, and the package itself."""
    root, unread = parsed(read_toml, text)
    patched = {
        normalise(Ecosystem.CARGO, reference.name): reference
        for reference in (_reference(path, entry) for entry in _patches(root))
    }
    references = [_reference(path, entry) for entry in _entries(root)]
    return Reading(
        references=(
            *(_as_patched(reference, patched) for reference in references),
            *patched.values(),
        ),
        members=tuple(_members(path, root)),
        language=_language(root),
        unread=unread,
    )


def _entries(root: Node) -> Iterator[_Entry]:
    tables = [root.get(name) for name in _TABLES]
    for _, _, target in root.get("target").pairs:
        tables += [target.get(name) for name in _TABLES]
    tables.append(root.get("workspace", "dependencies"))
    for table in tables:
        yield from (_Entry(*pair) for pair in table.pairs)


def _patches(root: Node) -> Iterator[_Entry]:
    for _, _, source in root.get("patch").pairs:
        yield from (_Entry(*pair) for pair in source.pairs)
    # The old form has a package id as its key: `"name:1.0"`, `"https://…#name:1.0"`.
    for key, line, value in root.get("replace").pairs:
        yield _Entry(key.rpartition("#")[2].partition(":")[0], line, value)


def _reference(path: str, entry: _Entry) -> Reference:
    value = entry.value
    package = value.get("package")
    source = _source(value)
    index = value.get("registry-index") or value.get("registry")
    return Reference(
        ecosystem=Ecosystem.CARGO,
        name=package.text or entry.key,
        surface=Surface.MANIFEST,
        path=path,
        line=package.line if package.text else entry.line,
        specifier=value.text if value.kind == "scalar" else value.get("version").text,
        extras=tuple(text for text, _ in value.get("features").texts()),
        source=source,
        index=strip_credentials(index.text) if source is Source.REGISTRY else "",
        alias=entry.key if package.text else "",
        url=strip_credentials(value.get("git").text),
        optional=value.get("optional").text == "true",
    )


def _source(value: Node) -> Source:
    if value.get("path") or value.get("workspace").text == "true":
        # The entry of the workspace itself says where the crate comes from.
        return Source.LOCAL
    return Source.DIRECT if value.get("git") else Source.REGISTRY


def _as_patched(reference: Reference, patched: dict[str, Reference]) -> Reference:
    patch = patched.get(normalise(Ecosystem.CARGO, reference.name))
    if patch is None or reference.source is not Source.REGISTRY:
        return reference
    return msgspec.structs.replace(reference, source=patch.source, url=patch.url)


def _members(path: str, root: Node) -> Iterator[Member]:
    name = root.get("package", "name").text or root.get("project", "name").text
    if not name:
        return
    library = root.get("lib", "name").text or name.replace("-", "_")
    binaries = [item.get("name").text for item in root.get("bin").items]
    yield Member(
        ecosystem=Ecosystem.CARGO,
        name=name,
        folder=folder_of(path),
        modules=(library,),
        binaries=tuple(binary for binary in binaries if binary) or (name,),
    )


def _language(root: Node) -> str:
    version = root.get("package", "rust-version")
    return f">={version.text}" if version.kind == "scalar" and version.text else ""
