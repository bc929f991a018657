"""Package sources in nuget.config (https://learn.microsoft.com/nuget/reference/nuget-config-file).

Without `<clear/>` the sources are asked besides nuget.org, which the user's own file names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from aireview.checks.packages.surfaces.addresses import strip_credentials
from aireview.model.packages import Ecosystem, Index, Reading, Unread
from aireview.syntax.nodes import Node, NodeError
from aireview.syntax.xml import elements, read_xml

_PUBLIC = re.compile(r"https?://(?:[^/@]*@)?(?:api\.|www\.)?nuget\.org(?:/.*)?", re.IGNORECASE)


def read(path: str, text: str) -> Reading:
    """Read the sources that are switched on, and the names that are mapped to each."""
    try:
        _, root = read_xml(text)
    except NodeError as error:
        return Reading(unread=(Unread(error.line, str(error)),))
    return Reading(indexes=tuple(_indexes(path, root)))


def _indexes(path: str, root: Node) -> Iterator[Index]:
    cleared, sources = _sources(root)
    off = {
        node.get("@key").text.lower()
        for node in elements(root, "disabledPackageSources", "add")
        if node.get("@value").text.lower() == "true"
    }
    on = {key: value for key, value in sources.items() if key.lower() not in off}
    public = not cleared or any(_PUBLIC.fullmatch(value.text) for value in on.values())
    mapping = _mapping(root)
    for key, value in on.items():
        if _PUBLIC.fullmatch(value.text):
            continue
        names = mapping.get(key.lower(), ())
        if mapping and not names:
            continue  # with a mapping, a source without a pattern is never asked
        bound = () if "*" in names else names
        yield Index(
            ecosystem=Ecosystem.NUGET,
            url=strip_credentials(value.text),
            path=path,
            line=value.line,
            name=key,
            names=bound,
            replaces=not public,
            explicit=bool(bound),  # a mapped package is taken from its source and nowhere else
        )


def _sources(root: Node) -> tuple[bool, Mapping[str, Node]]:
    """Return whether inherited sources are dropped, and the sources in the order they are added."""
    cleared, found = False, dict[str, Node]()
    for section in elements(root, "packageSources"):
        for tag, _, node in section.pairs:
            if tag == "clear":
                cleared, found = True, {}
            elif tag == "add" and node.get("@value").text:
                found[node.get("@key").text] = node.get("@value")
    return cleared, found


def _mapping(root: Node) -> Mapping[str, tuple[str, ...]]:
    """Return the patterns of names by source, in lower case as NuGet compares both."""
    return {
        source.get("@key").text.lower(): tuple(
            package.get("@pattern").text.lower()
            for package in elements(source, "package")
            if package.get("@pattern").text
        )
        for source in elements(root, "packageSourceMapping", "packageSource")
    }
