"""pnpm-workspace.yaml: catalogs, overrides and what else installs packages (pnpm 9 and later)."""

from __future__ import annotations

from collections.abc import Iterator

from aireview.checks.packages.surfaces.addresses import strip_credentials
from aireview.checks.packages.surfaces.npm_specs import catalogs, declared, extensions, misshapen
from aireview.checks.packages.surfaces.package_json import overrides
from aireview.model.packages import Ecosystem, Index, Reading, Unread
from aireview.syntax.nodes import Node, NodeError, read_yaml

_MINUTES_A_DAY = 1440
_MAPPINGS = (
    "catalog",
    "catalogs",
    "overrides",
    "packageExtensions",
    "configDependencies",
    "registries",
)


def read(path: str, text: str) -> Reading:
    """Read a pnpm-workspace.yaml; `packages` needs no reading, every manifest's name is known."""
    try:
        documents = read_yaml(text)
    except NodeError as error:
        return Reading(unread=(Unread(error.line, str(error)),))
    if not documents:
        return Reading()
    node = documents[0]
    return Reading(
        references=(
            *catalogs(node, path),
            *overrides(node.get("overrides"), path),
            *extensions(node.get("packageExtensions"), path),
            *declared(node.get("configDependencies"), path),
        ),
        indexes=tuple(_registries(node.get("registries"), path)),
        cool_down_days=days(node.get("minimumReleaseAge").text, _MINUTES_A_DAY),
        unread=misshapen(node, _MAPPINGS),
    )


def days(age: str, units_a_day: int) -> int | None:
    """Return an age in whole days, rounded up; None where it is not a plain number.

    >>> days("4320", 1440), days("60", 1440), days("x", 1)
    (3, 1, None)
    """
    age = age.replace("_", "")
    if not (age.isascii() and age.isdigit() and len(age) < len("1000000000000")):
        return None
    return -(-int(age) // units_a_day)


def _registries(node: Node, path: str) -> Iterator[Index]:
    for scope, line, value in node.pairs:
        if value.text:
            yield Index(
                ecosystem=Ecosystem.NPM,
                url=strip_credentials(value.text),
                path=path,
                line=line,
                names=() if scope == "default" else (f"{scope}/*",),
                replaces=True,
            )
