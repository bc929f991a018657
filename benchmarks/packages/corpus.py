"""The labelled names and the repositories, as values."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import msgspec
from support.registry import Package, wheel

from aireview.adapters.registries.lists import Lists
from aireview.checks.packages.names import normalise
from aireview.model.packages import Ecosystem

HALLUCINATED, REAL, MALICIOUS = "hallucinated", "real", "malicious"
STANDARD = "stdlib"
_MOST_MEMBERS = 5


class Name(msgspec.Struct, frozen=True):
    """One labelled name; `real` is the distribution that was meant, `x-*` for a family."""

    ecosystem: Ecosystem
    name: str
    label: str
    kind: str = ""
    real: str = ""

    @property
    def module(self) -> str:
        """The name as an import writes it."""
        return self.name.replace("-", "_") if self.ecosystem is Ecosystem.PYPI else self.name

    @property
    def provider(self) -> str:
        """The distribution to declare for the import; of a family one member."""
        return meant(self.real)[0] if self.real else self.name

    def is_meant(self, suggestion: str) -> bool:
        """Whether a suggestion is the distribution that was meant."""
        return fnmatchcase(
            normalise(self.ecosystem, suggestion), normalise(self.ecosystem, self.real)
        )


class Unresolved(msgspec.Struct, frozen=True):
    """A name of a repository that is hard to settle, and the verdict that is right for it."""

    name: str
    expected: str
    count: int = 0
    provider: str = ""


class Repository(msgspec.Struct, frozen=True):
    """A real repository; `tree` is where it was exported to."""

    repo: str
    proto_offline: dict[str, int]
    proto_unresolved: tuple[Unresolved, ...]
    tree: str = ""

    @property
    def name(self) -> str:
        """The name without the owner."""
        return self.repo.rpartition("/")[2]


def names_in(folder: Path) -> list[Name]:
    """Return the labelled names of a corpus."""
    lines = (folder / "names-dev.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Name) for line in lines if line.strip()]


def repositories_in(corpus: Path, trees: Path) -> list[Repository]:
    """Return the repositories of a corpus that were exported to `trees`."""
    rows = msgspec.json.decode((corpus / "fp-repos-dev.json").read_bytes(), type=list[Repository])
    return [
        msgspec.structs.replace(row, tree=str(trees / row.name))
        for row in rows
        if (trees / row.name).is_dir()
    ]


def meant(real: str) -> tuple[str, ...]:
    """Return the distributions that a `real` field stands for: of a family the well-known ones."""
    if not real.endswith("*"):
        return (real,)
    known = Lists()._top[Ecosystem.PYPI].names  # noqa: SLF001 - real names, not tuned to a corpus
    members = sorted(name for name in known if fnmatchcase(name, real))
    return tuple(members[:_MOST_MEMBERS]) or (f"{real[:-1]}core",)


def served(names: list[Name]) -> dict[Ecosystem, list[Package]]:
    """Return what a registry serves that agrees with the labels, wheels with modules included."""
    modules: dict[str, set[str]] = {}
    published: dict[Ecosystem, dict[str, Package]] = {one: {} for one in Ecosystem}
    absent = {
        (row.ecosystem, normalise(row.ecosystem, row.name))
        for row in names
        if row.label == HALLUCINATED
    }
    for row in names:
        packages = published[row.ecosystem]
        if row.label != HALLUCINATED:
            key = normalise(row.ecosystem, row.name)
            moved = row.kind == "deprecated-decoy"
            notice = f"This package was renamed, please use {row.real} instead" if moved else ""
            packages[key] = Package(row.name, deprecated=notice)
            modules.setdefault(key, set()).add(row.module)
        for real in meant(row.real) if row.real and row.real != STANDARD else ():
            key = normalise(row.ecosystem, real)
            modules.setdefault(key, set()).add(row.module)
            if (row.ecosystem, key) not in absent:
                packages.setdefault(key, Package(real))
    pypi = published[Ecosystem.PYPI]
    for key, package in pypi.items():
        files = [f"{module.replace('.', '/')}/__init__.py" for module in sorted(modules[key])]
        made = dict([wheel(package.name, package.newest, files)])
        pypi[key] = Package(package.name, deprecated=package.deprecated, files=made)
    return {ecosystem: list(packages.values()) for ecosystem, packages in published.items()}
