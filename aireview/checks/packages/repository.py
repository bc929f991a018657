"""A whole repository read for what it declares: a `Project` from its paths and texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module

from aireview.checks.packages.changed import read_text
from aireview.checks.packages.project import Project
from aireview.checks.packages.surfaces.table import readers_of
from aireview.model.packages import Alias, Reading
from aireview.policy.values import PackagePolicy

# Readers whose files may name further files of requirements, under any name.
_INCLUDING = ("requirements", "pyproject", "setup_files", "tox", "conda")

Read = Callable[[str], str | None]


def project_of(
    paths: Sequence[str],
    read: Read,
    policy: PackagePolicy,
    *,
    changed: Mapping[str, Reading],
    installed: Mapping[str, tuple[str, ...]],
) -> Project:
    """Return what a repository says about itself.

    `read` returns the text of a path, None where there is none that can be read. `changed` are the
    files that were read already.
    """
    readings = dict(_readings(paths, read, changed))
    for path in included(paths, read):
        if path not in readings and (text := read(path)) is not None:
            reading = read_text(path, text, as_requirements=True)
            if reading is not None:
                readings[path] = reading
    return Project(
        paths,
        readings,
        installed=installed,
        first_party=policy.first_party,
        host_modules=policy.host_modules,
        read=read,
        inherited=_inherited(readings, read),
    )


def included(paths: Sequence[str], read: Read) -> tuple[str, ...]:
    """Return the files that are requirements only because another file says so."""
    there = frozenset(paths)
    found: dict[str, None] = {}
    waiting = [path for path in paths if may_include(path)]
    seen = set(waiting)
    while waiting:
        path = waiting.pop()
        text = read(path)
        if text is None:
            continue
        module = import_module(
            f"aireview.checks.packages.surfaces.{may_include(path) or 'requirements'}"
        )
        for other in module.includes(path, text):
            if other in there and other not in seen:
                seen.add(other)
                waiting.append(other)
                if not readers_of(other):
                    found[other] = None
    return tuple(found)


def may_include(path: str) -> str:
    """Return the reader of a file that may name files of requirements, empty for any other."""
    return next((e.reader for e in readers_of(path) if e.reader in _INCLUDING), "")


def _readings(
    paths: Sequence[str], read: Read, changed: Mapping[str, Reading]
) -> Iterator[tuple[str, Reading]]:
    with_notebooks = any(path.endswith(".ipynb") for path in changed)
    for path in paths:
        if path in changed:
            yield path, changed[path]
        elif _declares(path, with_notebooks=with_notebooks):
            text = read(path)
            reading = None if text is None else read_text(path, text)
            if reading is not None:
                yield path, reading


def _declares(path: str, *, with_notebooks: bool) -> bool:
    if path.endswith(".ipynb"):
        # Notebooks of one collection install packages for each other.
        return with_notebooks
    return any(entry.declares for entry in readers_of(path))


def _inherited(readings: Mapping[str, Reading], read: Read) -> Sequence[Alias]:
    configs = [path for path in readings if any(e.reader == "ts_config" for e in readers_of(path))]
    if not configs:
        return ()
    from aireview.checks.packages.surfaces.ts_config import (  # noqa: PLC0415 - TypeScript only
        extends,
        inherited,
    )

    parents = {path: extends(path, read(path) or "") for path in configs}
    return inherited(readings, parents)
