"""Indexes of Python packages as the configuration of installers names them."""

from __future__ import annotations

import re

from aireview.checks.packages.surfaces.addresses import is_pypi, strip_credentials
from aireview.model.packages import Ecosystem, Index, Reference, Source, Surface

CONDA = "conda"
_CONDA_SPEC = re.compile(r"(?:[^\s:\[\]]+::)?(?P<name>[A-Za-z0-9_][A-Za-z0-9_.-]*)(?P<rest>.*)")


def index(
    url: str,
    path: str,
    line: int,
    *,
    name: str = "",
    replaces: bool = False,
    explicit: bool = False,
) -> tuple[Index, ...]:
    """Return an index as a value; none for the public index, because naming it binds nothing."""
    bare = strip_credentials(url.strip("\"' "))
    if not bare or is_pypi(bare):
        return ()
    return (
        Index(
            ecosystem=Ecosystem.PYPI,
            url=bare,
            path=path,
            line=line,
            name=name,
            replaces=replaces,
            explicit=explicit,
        ),
    )


def conda_reference(spec: str, path: str, line: int) -> Reference | None:
    """Return a package of conda's own namespace: it declares, and no registry is asked for it."""
    found = _CONDA_SPEC.match(spec.strip())
    if found is None:
        return None
    return Reference(
        ecosystem=Ecosystem.PYPI,
        name=found["name"],
        surface=Surface.MANIFEST,
        path=path,
        line=line,
        specifier=found["rest"].strip(),
        source=Source.REGISTRY,
        index=CONDA,
    )
