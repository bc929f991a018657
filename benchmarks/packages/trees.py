"""What a repository names, read in this process: to build its registry and to explain findings."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from support.registry import Package, wheel

from aireview.checks.packages.changed import LARGEST, exact_version, read_text, text_of
from aireview.checks.packages.judging import needs_registry
from aireview.checks.packages.names import normalise
from aireview.checks.packages.project import Project
from aireview.checks.packages.resolution import Resolution, Settled
from aireview.checks.packages.resolvers import resolver_of
from aireview.checks.packages.surfaces.table import readers_of
from aireview.model.packages import Ecosystem, Reading, Reference, Surface
from benchmarks.packages.corpus import Unresolved

_RESOLVED = (Ecosystem.PYPI, Ecosystem.NPM, Ecosystem.GO, Ecosystem.CARGO)


class Resolved(NamedTuple):
    """One import and what the repository alone says about it."""

    reference: Reference
    resolution: Resolution


class TreeNames:
    """All names of a repository."""

    def __init__(self, repo: Path) -> None:
        self.paths = subprocess.run(
            ["git", "ls-files", "-z"], cwd=repo, check=True, capture_output=True, text=True
        ).stdout.split("\0")[:-1]
        self._repo = repo
        self.readings = dict(self._read())

    def _read(self) -> Iterator[tuple[str, Reading]]:
        for path in self.paths:
            if readers_of(path) and (text := self._text(path)) is not None:
                reading = read_text(path, text)
                if reading is not None:
                    yield path, reading

    def _text(self, path: str) -> str | None:
        file = self._repo / path
        if file.is_symlink() or not file.is_file() or file.stat().st_size > LARGEST:
            return None
        return text_of(file.read_bytes())

    def references(self) -> Iterator[Reference]:
        """Yield every name."""
        for reading in self.readings.values():
            yield from reading.references

    def resolved(self) -> list[Resolved]:
        """Resolve every import without a network."""
        project = Project(self.paths, self.readings, read=self._text)
        return [
            Resolved(reference, resolver_of(reference.ecosystem)(reference, project))
            for reference in self.references()
            if reference.surface is Surface.IMPORT and reference.ecosystem in _RESOLVED
        ]

    def registry(self, hard: tuple[Unresolved, ...]) -> dict[Ecosystem, list[Package]]:
        """Return the packages that manifests and locks name, and the providers of hard names.

        A wheel holds the module that the hard name is, else one that is called like the package.
        """
        declared: dict[tuple[Ecosystem, str], list[Reference]] = {}
        for reference in self.references():
            named = reference.surface in (Surface.MANIFEST, Surface.LOCK)
            if named and needs_registry(reference):
                key = reference.ecosystem, normalise(reference.ecosystem, reference.name)
                declared.setdefault(key, []).append(reference)
        for reference in self.references():
            # A command may ask for a version that no manifest names.
            key = reference.ecosystem, normalise(reference.ecosystem, reference.name)
            if key in declared and reference.surface is not Surface.IMPORT:
                declared[key].append(reference)
        modules: dict[str, set[str]] = {}
        languages = {ecosystem for ecosystem, _ in declared}
        for one in hard:
            for ecosystem in languages if one.provider else ():
                key = ecosystem, normalise(ecosystem, one.provider)
                declared.setdefault(key, [])
                modules.setdefault(key[1], set()).add(one.name)
        found: dict[Ecosystem, list[Package]] = {}
        for (ecosystem, name), many in declared.items():
            package = _package(ecosystem, name, many, modules.get(name) or {name})
            found.setdefault(ecosystem, []).append(package)
        return found


def is_open(one: Resolved) -> bool:
    """Whether the repository alone does not settle an import."""
    return one.resolution.settled is Settled.OPEN


def _package(ecosystem: Ecosystem, name: str, many: list[Reference], modules: set[str]) -> Package:
    asked = {exact_version(reference) for reference in many} - {""}
    versions = tuple(sorted(asked)) or ("1.0.0",)
    files = None
    if ecosystem is Ecosystem.PYPI:
        texts = [f"{module.replace('-', '_').replace('.', '/')}/__init__.py" for module in modules]
        files = dict(wheel(name, version, texts) for version in versions)
    extras = tuple({extra for reference in many for extra in reference.extras})
    return Package(name, versions=versions, extras=extras, files=files)
