"""What a repository says about itself: what it declares, what is its own, where names come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from aireview.checks.packages.names import normalise
from aireview.model.packages import (
    Alias,
    Ecosystem,
    Member,
    Reading,
    Reference,
    Surface,
)


class Project:
    """The head of a repository as the resolution of names sees it.

    `paths` are all files, `readings` what the declaring files among them say, by path. `installed`
    are distributions of the project's own environment with the modules they install, where there is
    one. `first_party` and `host_modules` are globs from the policy. `read` returns the text of a
    file of the repository, None where there is none. `inherited` are aliases that configuration takes
    over from other files. `memo` is for what a resolver derives from all
    this once and needs again for every name.
    """

    def __init__(  # noqa: PLR0913 - each is a fact of its own
        self,
        paths: Sequence[str],
        readings: Mapping[str, Reading],
        *,
        installed: Mapping[str, tuple[str, ...]] | None = None,
        first_party: Sequence[str] = (),
        host_modules: Sequence[str] = (),
        read: Callable[[str], str | None] = lambda _path: None,
        inherited: Sequence[Alias] = (),
    ) -> None:
        self.paths = frozenset(paths)
        self.readings = readings
        self.installed = installed or {}
        self.first_party = tuple(first_party)
        self.host_modules = tuple(host_modules)
        self.read = read
        self._inherited = tuple(inherited)
        self.memo: dict[object, object] = {}

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every folder that holds a file, at any depth; "" is the root."""
        found = {""}
        for path in self.paths:
            at = path.rfind("/")
            while at > 0 and path[:at] not in found:
                found.add(path[:at])
                at = path.rfind("/", 0, at)
        return frozenset(found)

    def declared(self, ecosystem: Ecosystem) -> Mapping[str, tuple[Reference, ...]]:
        """Return what manifests declare, by normalised name. Install commands declare nothing."""
        return self._by_name[ecosystem, Surface.MANIFEST]

    def locked(self, ecosystem: Ecosystem) -> Mapping[str, tuple[Reference, ...]]:
        """Return what lock files hold, by normalised name."""
        return self._by_name[ecosystem, Surface.LOCK]

    def members(self, ecosystem: Ecosystem) -> Mapping[str, tuple[Member, ...]]:
        """Return the packages that the repository defines itself, by normalised name."""
        return self._members[ecosystem]

    @cached_property
    def aliases(self) -> tuple[Alias, ...]:
        """Return all aliases, those of the deepest folder first."""
        own = [alias for reading in self.readings.values() for alias in reading.aliases]
        found = (*own, *self._inherited)
        return tuple(sorted(found, key=lambda alias: -len(alias.folder)))

    def open_ended(self, ecosystem: Ecosystem) -> str:
        """Return why the declarations of an ecosystem are not the whole list, empty if they are."""
        for path, reading in self.readings.items():
            if reading.open_ended and ecosystem in _ecosystems(path, reading):
                return f"{path}: {reading.open_ended}"
        return ""

    @cached_property
    def _by_name(
        self,
    ) -> Mapping[tuple[Ecosystem, Surface], Mapping[str, tuple[Reference, ...]]]:
        found: dict[tuple[Ecosystem, Surface], dict[str, list[Reference]]] = {
            (ecosystem, surface): {} for ecosystem in Ecosystem for surface in Surface
        }
        for reference in self._references():
            names = found[reference.ecosystem, reference.surface]
            names.setdefault(normalise(reference.ecosystem, reference.name), []).append(reference)
        return {
            key: {name: tuple(many) for name, many in names.items()} for key, names in found.items()
        }

    def _references(self) -> Iterator[Reference]:
        for path in sorted(self.readings):
            yield from self.readings[path].references

    @cached_property
    def _members(self) -> Mapping[Ecosystem, Mapping[str, tuple[Member, ...]]]:
        found: dict[Ecosystem, dict[str, list[Member]]] = {ecosystem: {} for ecosystem in Ecosystem}
        for path in sorted(self.readings):
            for member in self.readings[path].members:
                names = found[member.ecosystem]
                names.setdefault(normalise(member.ecosystem, member.name), []).append(member)
        return {
            ecosystem: {name: tuple(many) for name, many in names.items()}
            for ecosystem, names in found.items()
        }


_PYTHON = ("setup.py", "setup.cfg", "pyproject.toml", "Pipfile")


def _ecosystems(path: str, reading: Reading) -> frozenset[Ecosystem]:
    """Return the ecosystems that a manifest is for; one whose list is computed names no package."""
    found = {reference.ecosystem for reference in reading.references}
    if path.endswith((".txt", ".in")) or path.rpartition("/")[2] in _PYTHON:
        found.add(Ecosystem.PYPI)
    return frozenset(found)


def below(folder: str, path: str) -> bool:
    """Whether a path lies in a folder ("" is the root), at any depth."""
    return not folder or path.startswith(f"{folder}/")
