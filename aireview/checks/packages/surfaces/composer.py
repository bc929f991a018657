"""Packages that composer.json and composer.lock name (https://getcomposer.org/doc/04-schema.md).

Names of the platform (`php`, `ext-json`) are no packages. What the project replaces is its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aireview.checks.packages.surfaces.addresses import folder_of, strip_credentials
from aireview.checks.packages.surfaces.readings import few, parsed
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
from aireview.syntax.nodes import Node, read_json

# PlatformRepository::PLATFORM_PACKAGE_REGEX describes the same names.
_PLATFORM = re.compile(
    r"php(?:-(?:64bit|ipv6|zts|debug))?|hhvm|(?:ext|lib)-[a-z0-9](?:[_.-]?[a-z0-9])*+"
    r"|composer(?:-(?:plugin|runtime)-api)?",
    re.IGNORECASE,
)
_PACKAGIST = re.compile(r"https?://(?:www\.|repo\.)?packagist\.org(?:/.*)?", re.IGNORECASE)
_OFF = ("packagist.org", "packagist")


def read(path: str, text: str) -> Reading:
    """Read what a project requires, or what its lock file holds."""
    root, unread = parsed(read_json, text)
    if path.lower().endswith(".lock"):
        packages = [
            package for key in ("packages", "packages-dev") for package in root.get(key).items
        ]
        return Reading(
            references=tuple(_locked(path, one) for one in packages if one.get("name").text),
            unread=(
                *unread,
                *few([Unread(p.line, "a package without a name") for p in packages
                      if not p.get("name").text]),
            ),
        )  # fmt: skip
    references = tuple(_required(path, root))
    skipped = sum(len(root.get(key).pairs) for key in ("require", "require-dev"))
    inline = tuple(_inline(path, root))
    return Reading(
        references=(*references, *inline),
        members=tuple(_members(path, root)),
        indexes=tuple(_indexes(path, root)),
        unread=unread,
        ignored=skipped - len(references),
    )


def _required(path: str, root: Node) -> Iterator[Reference]:
    for key in ("require", "require-dev"):
        for name, line, version in root.get(key).pairs:
            if not _PLATFORM.fullmatch(name):
                yield _reference(path, line, name, version.text)


def _reference(
    path: str, line: int, name: str, version: str, source: Source = Source.REGISTRY
) -> Reference:
    return Reference(
        ecosystem=Ecosystem.PACKAGIST,
        name=name,
        surface=Surface.MANIFEST,
        path=path,
        line=line,
        specifier=version,
        source=source,
    )


def _members(path: str, root: Node) -> Iterator[Member]:
    spaces = tuple(key.rstrip("\\") for key, _, _ in root.get("autoload", "psr-4").pairs)
    names = [root.get("name").text, *(name for name, _, _ in root.get("replace").pairs)]
    for at, name in enumerate(names):
        if name and not _PLATFORM.fullmatch(name):
            yield Member(
                ecosystem=Ecosystem.PACKAGIST,
                name=name,
                folder=folder_of(path),
                modules=spaces if at == 0 else (),
            )


def _repositories(root: Node) -> Iterator[tuple[str, Node]]:
    repositories = root.get("repositories")
    for node in repositories.items:
        yield node.get("name").text, node
    for name, _, node in repositories.pairs:
        yield name, node


def _inline(path: str, root: Node) -> Iterator[Reference]:
    """Yield the packages that a repository of type `package` describes in place."""
    for _, repository in _repositories(root):
        if repository.get("type").text == "package":
            package = repository.get("package")
            for node in package.items or (package,):
                name = node.get("name")
                if name.text:
                    version = node.get("version").text
                    yield _reference(path, name.line, name.text, version, Source.DIRECT)


def _indexes(path: str, root: Node) -> Iterator[Index]:
    repositories = tuple(_repositories(root))
    # Switched off as `"packagist.org": false`, in a list as `{"packagist.org": false}`.
    replaces = any(
        (name in _OFF and node.text == "false")
        or any(node.get(off).text == "false" for off in _OFF)
        for name, node in repositories
    )
    for name, node in repositories:
        url = node.get("url")
        if not url.text or node.get("type").text in ("path", "artifact", "package"):
            continue
        if not _PACKAGIST.fullmatch(url.text):
            yield Index(
                ecosystem=Ecosystem.PACKAGIST,
                url=strip_credentials(url.text),
                path=path,
                line=url.line,
                name=name,
                names=tuple(glob for glob, _ in node.get("only").texts()),
                replaces=replaces and node.get("type").text == "composer",
            )


def _locked(path: str, package: Node) -> Reference:
    name = package.get("name")
    # Packages of a registry say where their installation is counted, and those of a repository not.
    notified = package.get("notification-url").text
    source, index = Source.REGISTRY, ""
    if package.get("dist", "type").text == "path":
        source = Source.LOCAL
    elif not notified:
        source = Source.DIRECT
    elif not _PACKAGIST.fullmatch(notified):
        index = strip_credentials(notified)
    return Reference(
        ecosystem=Ecosystem.PACKAGIST,
        name=name.text,
        surface=Surface.LOCK,
        path=path,
        line=name.line,
        specifier=package.get("version").text,
        source=source,
        index=index,
    )
