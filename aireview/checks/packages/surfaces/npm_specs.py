"""What the value beside a name means in npm's manifests, and how its parts are told apart.

Sources: npm's `package.json` and `npm-package-arg` documentation, the protocols of Yarn and pnpm
(`workspace:`, `catalog:`, `link:`, `portal:`, `patch:`), `jsr:`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from aireview.checks.packages.surfaces.addresses import strip_credentials
from aireview.model.packages import Ecosystem, Reference, Source, Surface, Unread
from aireview.syntax.nodes import Node

_LOCAL = re.compile(
    r"(?:file|link|portal|patch|catalog|workspace|exec):|\.{0,2}/|~/|[A-Za-z]:[\\/]"
    r"|[^:\s]+\.(?:tgz|tar|tar\.gz)$"
)
_DIRECT = re.compile(
    r"(?:git(?:\+\w+)?|ssh|https?|github|gitlab|bitbucket|gist|jsr):|git@"
    r"|[A-Za-z0-9][\w.-]*/[\w.-]+(?:#|$)"
)
# `npm:^4` and `npm:latest` are Yarn's way to write a range or a tag, `workspace:../x` is a path.
_ALIASED = re.compile(
    r"(?:npm|workspace):(?!(?:latest|next|beta|alpha|canary|rc)$)"
    r"(?:(@[^/@\s]+/[^/@\s]+|[^/@\s\d*^~<>=.][^/@\s]*|\d[^/@\s]*(?=@))(?:@(.*))?)",
    re.DOTALL,
)
_DEPENDENCIES = ("dependencies", "devDependencies", "peerDependencies", "optionalDependencies")
_NO_NAME = "//"  # the customary key of a comment


def split_name(text: str) -> tuple[str, str]:
    """Split `@scope/name@version` at the `@` of the version.

    >>> split_name("@babel/core@^7")
    ('@babel/core', '^7')
    """
    at = text.find("@", 1)
    return (text, "") if at < 0 else (text[:at], text[at + 1 :])


def package_of(module: str) -> str:
    """Return the package of a module specifier: `@scope/name/sub` is in `@scope/name`."""
    parts = module.split("/", 2)
    return "/".join(parts[: 2 if module.startswith("@") else 1])


def source_of(spec: str) -> Source:
    """Return where a version specification says that the package comes from."""
    spec = spec.strip()
    if _LOCAL.match(spec):
        return Source.LOCAL
    return Source.DIRECT if _DIRECT.match(spec) else Source.REGISTRY


def url_of(spec: str) -> str:
    """Return the address of a specification that is one, without secrets."""
    return strip_credentials(spec) if spec.strip().lower().startswith(("http:", "https:")) else ""


def reference(key: str, spec: str, path: str, line: int) -> Reference:
    """Return what `"key": "spec"` asks for; `npm:target@version` makes the key an alias."""
    found = _ALIASED.fullmatch(spec.strip())
    name, version = (found.group(1), found.group(2) or "") if found else (key, spec.strip())
    source = source_of(spec)
    return Reference(
        ecosystem=Ecosystem.NPM,
        name=name,
        surface=Surface.MANIFEST,
        path=path,
        line=line,
        specifier=version.removeprefix("npm:")
        if source is Source.REGISTRY
        else strip_credentials(version),
        source=source,
        alias=key if name != key else "",
        url=url_of(spec),
    )


def declared(node: Node, path: str) -> Iterator[Reference]:
    """Yield what a mapping of names to specifications asks for."""
    for key, line, value in node.pairs:
        if not key.startswith(_NO_NAME):
            yield reference(key, value.text, path, line)


def dependencies(node: Node, path: str) -> Iterator[Reference]:
    """Yield the dependencies of all kinds that a manifest or an extension of one lists."""
    meta = node.get("peerDependenciesMeta")
    freed = {key for key, _, value in meta.pairs if value.get("optional").text == "true"}
    for section in _DEPENDENCIES:
        for found in declared(node.get(section), path):
            optional = section == "optionalDependencies" or (
                section == "peerDependencies" and (found.alias or found.name) in freed
            )
            yield replace(found, optional=True) if optional else found


def misshapen(node: Node, sections: Iterable[str]) -> tuple[Unread, ...]:
    """Say which sections of a manifest are there but are no mapping, or that all of it is none."""
    if node.kind != "map":
        return (Unread(node.line, "this should be a mapping and is none"),)
    return tuple(
        Unread(value.line, f"`{section}` should be a mapping and is none")
        for section in sections
        if (value := node.get(section))
        and value.kind != "map"
        and not (value.kind == "scalar" and value.text in ("", "null", "~"))
    )


def catalogs(node: Node, path: str) -> Iterator[Reference]:
    """Yield the entries of `catalog` and `catalogs`; they are declarations."""
    yield from declared(node.get("catalog"), path)
    for _, _, catalog in node.get("catalogs").pairs:
        yield from declared(catalog, path)


def extensions(node: Node, path: str) -> Iterator[Reference]:
    """Yield what `packageExtensions` adds to the dependencies of other packages."""
    for _, _, extension in node.pairs:
        yield from dependencies(extension, path)


def joined(folder: str, relative: str) -> str | None:
    """Return a path of the repository, None where it leaves it.

    >>> joined("apps/web", "../ui/./src/*")
    'apps/ui/src/*'
    """
    parts = [part for part in folder.split("/") if part]
    for part in relative.replace("\\", "/").split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
