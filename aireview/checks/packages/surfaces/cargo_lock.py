"""Crates that a Cargo.lock pins (`[[package]]`; a package without a source lies in the workspace)."""

from __future__ import annotations

import re

from aireview.checks.packages.surfaces.addresses import strip_credentials
from aireview.checks.packages.surfaces.readings import few, parsed
from aireview.model.packages import (
    Ecosystem,
    Reading,
    Reference,
    Source,
    Surface,
    Unread,
)
from aireview.syntax.nodes import Node
from aireview.syntax.toml_nodes import read_toml

_DEFAULT = re.compile(
    r"registry\+https://github\.com/rust-lang/crates\.io-index/?|sparse\+https://index\.crates\.io/?"
)


def read(path: str, text: str) -> Reading:
    """Read every package of the lock file with where it comes from."""
    root, unread = parsed(read_toml, text)
    references: list[Reference] = []
    nameless: list[Unread] = []
    for package in root.get("package").items:
        if package.get("name").kind == "scalar":
            references.append(_reference(path, package))
        else:
            nameless.append(Unread(package.line, "a package without a name"))
    return Reading(references=tuple(references), unread=(*unread, *few(nameless)))


def _reference(path: str, package: Node) -> Reference:
    written = package.get("source").text
    kind, _, url = written.partition("+")
    source = Source.REGISTRY
    if kind not in ("registry", "sparse"):
        source = Source.DIRECT if written else Source.LOCAL
    private = source is Source.REGISTRY and not _DEFAULT.fullmatch(written)
    return Reference(
        ecosystem=Ecosystem.CARGO,
        name=package.get("name").text,
        surface=Surface.LOCK,
        path=path,
        line=package.get("name").line,
        specifier=package.get("version").text,
        source=source,
        index=strip_credentials(url) if private else "",
        url=strip_credentials(url) if source is Source.DIRECT else "",
    )
