"""Packages that .NET projects name: MSBuild files, packages.config, tool and lock files.

Formats: https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files,
https://learn.microsoft.com/nuget/consume-packages/central-package-management,
https://learn.microsoft.com/nuget/reference/packages-config,
https://learn.microsoft.com/dotnet/core/tools/local-tools-how-to-use. Properties of MSBuild count as
far as the file defines them once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from aireview.checks.packages.surfaces.addresses import folder_of
from aireview.checks.packages.surfaces.properties import MSBUILD, filled
from aireview.checks.packages.surfaces.readings import parsed
from aireview.model.packages import (
    Ecosystem,
    Member,
    Reading,
    Reference,
    Source,
    Surface,
    Unread,
)
from aireview.syntax.nodes import Node, NodeError, read_json
from aireview.syntax.xml import descendants, elements, read_xml

_ITEMS = frozenset(
    {
        "PackageReference",
        "PackageVersion",
        "GlobalPackageReference",
        "PackageDownload",
        "DotNetCliToolReference",
    }
)
_PROJECT = re.compile(r"(?:.*/)?([^/]+)\.(?:cs|fs|vb)proj", re.IGNORECASE)
# A property, a list of items, or metadata of an item: known when the build runs.
_COMPUTED = re.compile(r"[$@%]\(")


def read(path: str, text: str) -> Reading:
    """Read the packages of one file of a .NET project."""
    if path.lower().endswith(".json"):
        root, unread = parsed(read_json, text)
        found = _JSON[path.rpartition("/")[2].lower()](path, root)
        return Reading(references=tuple(found), unread=unread)
    try:
        kind, root = read_xml(text)
    except NodeError as error:
        return Reading(unread=(Unread(error.line, str(error)),))
    if kind == "packages":
        return Reading(references=tuple(_packages_config(path, root)))
    if kind != "Project":
        return Reading()
    properties = _properties(root)
    return Reading(
        references=(*_sdks(path, root), *_items(path, root, properties)),
        members=tuple(_members(path, properties)),
    )


def _properties(root: Node) -> Mapping[str, str]:
    """Return the properties with one value; what conditions choose from is not known here."""
    found = [
        (name, value.text)
        for tag, group in descendants(root)
        if tag == "PropertyGroup"
        for name, _, value in group.pairs
    ]
    times = Counter(name for name, _ in found)
    return {name: text for name, text in found if times[name] == 1}


def _members(path: str, properties: Mapping[str, str]) -> Iterator[Member]:
    project = _PROJECT.fullmatch(path)
    if project is None:
        return
    stem = project.group(1)
    known = {"MSBuildProjectName": stem, **properties}
    assembly = filled(properties.get("AssemblyName", stem), MSBUILD, known)
    names = (filled(properties.get("PackageId", assembly), MSBUILD, known), assembly, stem)
    for name in dict.fromkeys(names):
        if not _COMPUTED.search(name):
            yield Member(
                ecosystem=Ecosystem.NUGET,
                name=name,
                folder=folder_of(path),
                modules=(properties.get("RootNamespace", stem),),
            )


def _items(path: str, root: Node, properties: Mapping[str, str]) -> Iterator[Reference]:
    for tag, item in descendants(root):
        if tag == "ProjectReference":
            for written, line in _included(item):
                file = re.split(r"[/\\]", written)[-1]
                stem = file.rpartition(".")[0] if file.lower().endswith("proj") else file
                yield _reference(path, line, stem, source=Source.LOCAL)
        elif tag in _ITEMS:
            yield from _packages(path, item, properties)


def _packages(path: str, item: Node, properties: Mapping[str, str]) -> Iterator[Reference]:
    version = next(
        (
            value.text
            for key in ("@Version", "Version", "@VersionOverride", "VersionOverride")
            if (value := item.get(key))
        ),
        "",
    )
    for written, line in _included(item):
        name = filled(written, MSBUILD, properties)
        yield _reference(
            path,
            line,
            name,
            filled(version, MSBUILD, properties),
            source=Source.DYNAMIC if _COMPUTED.search(name) else Source.REGISTRY,
        )


def _included(item: Node) -> Iterator[tuple[str, int]]:
    for key in ("@Include", "@Update"):
        value = item.get(key)
        for name in value.text.split(";"):
            if name.strip():
                yield name.strip(), value.line


def _sdks(path: str, root: Node) -> Iterator[Reference]:
    """Yield the SDKs with a version: those come from the registry, the others with .NET."""
    written = [(value.text, value.line) for key, _, value in root.pairs if key == "@Sdk"]
    for tag, node in descendants(root):
        if tag == "Sdk" and node.get("@Version"):
            yield _reference(path, node.line, node.get("@Name").text, node.get("@Version").text)
        elif tag == "Import" and node.get("@Sdk"):
            version = node.get("@Version").text
            sdk = node.get("@Sdk")
            written.append((f"{sdk.text}/{version}" if version else sdk.text, sdk.line))
    for text, line in written:
        for part in text.split(";"):
            name, _, version = part.strip().partition("/")
            if version:
                yield _reference(path, line, name, version)


def _packages_config(path: str, root: Node) -> Iterator[Reference]:
    for package in elements(root, "package"):
        name = package.get("@id")
        yield _reference(
            path, name.line if name else package.line, name.text, package.get("@version").text
        )


def _tools(path: str, root: Node) -> Iterator[Reference]:
    for name, line, tool in root.get("tools").pairs:
        yield _reference(path, line, name, tool.get("version").text)


def _global(path: str, root: Node) -> Iterator[Reference]:
    for name, line, version in root.get("msbuild-sdks").pairs:
        yield _reference(path, line, name, version.text)


def _lock(path: str, root: Node) -> Iterator[Reference]:
    seen: set[str] = set()
    for _, _, framework in root.get("dependencies").pairs:
        for name, line, package in framework.pairs:
            if name in seen:
                continue
            seen.add(name)
            local = package.get("type").text == "Project"
            yield _reference(
                path,
                line,
                name,
                package.get("resolved").text,
                source=Source.LOCAL if local else Source.REGISTRY,
                surface=Surface.LOCK,
            )


_JSON: Mapping[str, Callable[[str, Node], Iterator[Reference]]] = {
    "dotnet-tools.json": _tools,
    "global.json": _global,
    "packages.lock.json": _lock,
}


def _reference(
    path: str,
    line: int,
    name: str,
    version: str = "",
    *,
    source: Source = Source.REGISTRY,
    surface: Surface = Surface.MANIFEST,
) -> Reference:
    return Reference(
        ecosystem=Ecosystem.NUGET,
        name=name,
        surface=surface,
        path=path,
        line=line,
        specifier=version,
        source=source,
    )
