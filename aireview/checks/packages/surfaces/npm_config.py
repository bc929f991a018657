"""Where npm, pnpm, Yarn and Bun take packages from, and how old these must be.

Sources: npm's `npmrc` and `config`, Yarn's `.yarnrc` and `yarnrc.yml`, Bun's `bunfig.toml`. Tokens and
passwords stand in the same files: what is not a registry's address is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aireview.checks.packages.surfaces.addresses import strip_credentials
from aireview.checks.packages.surfaces.npm_specs import catalogs, extensions
from aireview.checks.packages.surfaces.pnpm_workspace import days
from aireview.model.packages import Ecosystem, Index, Reading, Unread
from aireview.syntax.nodes import Node, NodeError, read_yaml
from aireview.syntax.toml_nodes import read_toml

_INI = re.compile(r"[ \t]*+([^=\s;#]++)[ \t]*+=[ \t]*+(.*)")
_CLASSIC = re.compile(r"\s*+\"?([^\s\"]++)\"?\s++(.*)")
_AGE = re.compile(r"(\d{1,9})\s*(ms|s|m|h|d|w)?")
_SECONDS_A_DAY, _MINUTES_A_DAY = 86400, 1440
_UNITS_A_DAY = {
    "ms": _SECONDS_A_DAY * 1000,
    "s": _SECONDS_A_DAY,
    "m": _MINUTES_A_DAY,
    "": _MINUTES_A_DAY,
    "h": 24,
    "d": 1,
}


def read(path: str, text: str) -> Reading:
    """Read a .npmrc, .yarnrc, .yarnrc.yml or bunfig.toml."""
    name = path.rpartition("/")[2].lower()
    try:
        if name.endswith((".yml", ".yaml")):
            return _yarn(path, text)
        if name.endswith(".toml"):
            return _bun(path, text)
    except NodeError as error:
        return Reading(unread=(Unread(error.line, str(error)),))
    return _lines(path, text, _INI if name.endswith("npmrc") else _CLASSIC)


def _index(key: str, url: str, path: str, line: int) -> Index | None:
    """Return what `registry` or `@scope:registry` says; it is asked instead of npm's own."""
    scope, _, setting = key.rpartition(":")
    if setting != "registry" or not url or (scope and not scope.startswith("@")):
        return None
    return Index(
        ecosystem=Ecosystem.NPM,
        url=strip_credentials(url),
        path=path,
        line=line,
        names=(f"{scope}/*",) if scope else (),
        replaces=True,
    )


def _lines(path: str, text: str, shape: re.Pattern[str]) -> Reading:
    indexes, age = [], None
    for line, content in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        found = shape.match(content)
        if found is None or found.group(1).startswith("//"):
            continue
        key, value = found.group(1).strip("\"'"), found.group(2).strip().strip("\"'")
        index = _index(key, value, path, line)
        if index:
            indexes.append(index)
        elif key == "min-release-age":
            age = days(value, 1)
        elif key == "minimum-release-age":
            age = days(value, _MINUTES_A_DAY)
    return Reading(indexes=tuple(indexes), cool_down_days=age)


def _yarn(path: str, text: str) -> Reading:
    documents = read_yaml(text)
    node = documents[0] if documents else Node("missing", 1)
    return Reading(
        references=(*catalogs(node, path), *extensions(node.get("packageExtensions"), path)),
        indexes=tuple(_yarn_indexes(node, path)),
        cool_down_days=_yarn_age(node.get("npmMinimalAgeGate").text),
    )


def _yarn_indexes(node: Node, path: str) -> Iterator[Index]:
    server = node.get("npmRegistryServer")
    places = [("registry", server.text, server.line)]
    for scope, line, value in node.get("npmScopes").pairs:
        places.append(
            (f"@{scope.removeprefix('@')}:registry", value.get("npmRegistryServer").text, line)
        )
    for key, url, line in places:
        index = _index(key, url, path, line)
        if index:
            yield index


def _yarn_age(text: str) -> int | None:
    """Return `7d`, `36h` or minutes without a unit as days.

    >>> _yarn_age("36h"), _yarn_age("2w"), _yarn_age("4320")
    (2, 14, 3)
    """
    found = _AGE.fullmatch(text)
    if found is None:
        return None
    if found.group(2) == "w":
        return int(found.group(1)) * 7
    return days(found.group(1), _UNITS_A_DAY[found.group(2) or ""])


def _bun(path: str, text: str) -> Reading:
    install = read_toml(text).get("install")
    registry = install.get("registry")
    found = [_index("registry", _bun_url(registry), path, registry.line)]
    for scope, line, value in install.get("scopes").pairs:
        key = f"@{scope.removeprefix('@')}:registry"
        found.append(_index(key, _bun_url(value), path, line))
    return Reading(
        indexes=tuple(index for index in found if index),
        cool_down_days=days(install.get("minimumReleaseAge").text, _SECONDS_A_DAY),
    )


def _bun_url(node: Node) -> str:
    return node.get("url").text if node.kind == "map" else node.text
