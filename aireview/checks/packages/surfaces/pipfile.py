"""`Pipfile`, Pipenv's manifest: every table but a few holds packages by name."""

from __future__ import annotations

from collections.abc import Iterator

from aireview.checks.packages.surfaces.addresses import is_pypi
from aireview.checks.packages.surfaces.keyed import by_name, public
from aireview.checks.packages.surfaces.pep508 import Place
from aireview.checks.packages.surfaces.python_index import index
from aireview.checks.packages.surfaces.readings import merged, parsed
from aireview.model.packages import Index, Reading
from aireview.syntax.nodes import Node
from aireview.syntax.toml_nodes import read_toml

_NO_PACKAGES = ("source", "requires", "scripts", "pipenv", "pipfile")


def read(path: str, text: str) -> Reading:
    """Read a `Pipfile`."""
    root, unread = parsed(read_toml, text)
    place = Place(path)
    packages = merged(
        by_name(value, place) for key, _, value in root.pairs if key not in _NO_PACKAGES
    )
    sources = root.get("source").items
    known = public(
        packages,
        frozenset(
            each.get("name").text.lower() for each in sources if is_pypi(each.get("url").text)
        ),
    )
    requires = root.get("requires")
    version = requires.get("python_version").text or requires.get("python_full_version").text
    own = Reading(
        indexes=tuple(_indexes(sources, path)),
        language=f"=={version}.*" if version else "",
        unread=unread,
    )
    return merged((own, known))


def _indexes(sources: tuple[Node, ...], path: str) -> Iterator[Index]:
    """Yield the sources: the first is the default, others serve the packages that name them."""
    for number, each in enumerate(sources):
        yield from index(
            each.get("url").text,
            path,
            each.get("url").line,
            name=each.get("name").text,
            replaces=number == 0,
            explicit=number > 0,
        )
