"""Registries in `.cargo/config.toml` (https://doc.rust-lang.org/cargo/reference/config.html).

A registry counts for the dependencies that name it; a source that stands in for crates.io counts
for all others. One that is a folder (`cargo vendor`) is left out: its crates are those of crates.io.
"""

from __future__ import annotations

from collections.abc import Iterator

from aireview.checks.packages.surfaces.addresses import strip_credentials
from aireview.checks.packages.surfaces.readings import parsed
from aireview.model.packages import Ecosystem, Index, Reading
from aireview.syntax.nodes import Node
from aireview.syntax.toml_nodes import read_toml

_DEFAULT = "crates-io"
_CHAIN = 8


def read(path: str, text: str) -> Reading:
    """Read the registries that a configuration of Cargo names."""
    root, unread = parsed(read_toml, text)
    return Reading(indexes=(*_registries(path, root), *_mirrors(path, root)), unread=unread)


def _registries(path: str, root: Node) -> Iterator[Index]:
    for name, _, registry in root.get("registries").pairs:
        address = registry.get("index")
        if address.text:
            yield Index(
                ecosystem=Ecosystem.CARGO,
                url=_url(address.text),
                path=path,
                line=address.line,
                name=name,
                explicit=True,
            )


def _mirrors(path: str, root: Node) -> Iterator[Index]:
    sources = root.get("source")
    name = _DEFAULT
    for _ in range(_CHAIN):
        name = sources.get(name, "replace-with").text
        if not name:
            return
        address = sources.get(name, "registry") or root.get("registries", name, "index")
        if address.text:
            yield Index(
                ecosystem=Ecosystem.CARGO,
                url=_url(address.text),
                path=path,
                line=address.line,
                name=name,
                replaces=True,
            )
            return


def _url(text: str) -> str:
    return strip_credentials(text.removeprefix("sparse+").removeprefix("registry+"))
