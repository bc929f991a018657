"""What the manifests and lock files of a repository give to the JavaScript in one of its folders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from aireview.checks.packages.project import Project
from aireview.checks.packages.resolution import Resolution, Settled
from aireview.checks.packages.resolving.js_paths import upwards
from aireview.model.packages import Ecosystem, Member, Reference

# The packages of a hook are installed apart from those of the project.
_APART = (".pre-commit-config.yaml", ".pre-commit-config.yml", ".pre-commit-hooks.yaml")
_FIXTURES = frozenset(
    (
        *("fixture", "fixtures", "__fixtures__", "__testfixtures__", "test-fixtures"),
        *("test", "tests", "__tests__", "testdata", "test-data", "test_data"),
    )
)


class Declared:
    """The declarations of a repository by folder, name and alias."""

    def __init__(self, project: Project) -> None:
        self._folders: dict[str, dict[str, Reference]] = {}
        self._anywhere: dict[str, list[Reference]] = {}
        self._by_name: dict[str, list[Reference]] = {}
        for reference in _flat(project.declared(Ecosystem.NPM)):
            if reference.path.endswith(_APART):
                continue
            called = reference.alias or reference.name
            folder = _folder(reference.path)
            self._folders.setdefault(folder, {}).setdefault(called, reference)
            self._anywhere.setdefault(called, []).append(reference)
            self._by_name.setdefault(reference.name, []).append(reference)
        self._locked: dict[str, list[Reference]] = {}
        for reference in _flat(project.locked(Ecosystem.NPM)):
            self._locked.setdefault(reference.alias or reference.name, []).append(reference)
        self.members: Mapping[str, Sequence[Member]] = project.members(Ecosystem.NPM)

    def folders_with(self, packages: Iterable[str]) -> dict[str, str]:
        """Return the folders whose manifest declares one of the packages, with the manifest."""
        return {
            _folder(reference.path): reference.path
            for name in packages
            for reference in self._by_name.get(name, ())
        }

    def has(self, package: str) -> bool:
        """Whether any manifest declares the package, or the repository defines it."""
        return package in self._by_name or package in self.members

    def has_scope(self, scope: str) -> bool:
        """Whether anything that starts with `@scope/` is declared, locked or the repository's own."""
        return scope in self._scopes

    def provider(self, package: str, folder: str) -> Resolution | None:
        """Return what provides a package to the code of a folder by the manifests."""
        if package in self.members:
            member = self.members[package][0]
            return Resolution(
                settled=Settled.FIRST_PARTY,
                by=package,
                where=f"{member.folder}/package.json".lstrip("/"),
                remark="a package of this repository",
            )
        for above in upwards(folder):
            found = self._folders.get(above, {}).get(package)
            if found is not None:
                return _provided(found)
        found = _usable(self._anywhere.get(package, ()), folder)
        if found is None:
            return None
        return _provided(found, remark=f"declared in {found.path}, not for this folder")

    def locked(self, package: str, folder: str) -> Resolution | None:
        """Return what provides a package by a lock file alone."""
        found = _usable(self._locked.get(package, ()), folder)
        if found is None:
            return None
        return _provided(found, direct=False, remark="not a direct dependency")

    def types(self, package: str, folder: str) -> Resolution | None:
        """Return the package that declares the types of another: `@types/x`, `@types/s__n`."""
        stub = types_of(package)
        found = self.provider(stub, folder) or self.locked(stub, folder)
        return None if found is None else _only_types(found)

    def command(self, name: str) -> str:
        """Return the package whose command of that name a manifest or a lock file installs."""
        for many in self.members.values():
            for member in many:
                if name in member.binaries:
                    return member.name
        return self._locked_commands.get(name, "")

    def installs(self, package: str) -> bool:
        """Whether the package is declared, locked or the repository's own."""
        return self.has(package) or package in self._locked

    def scoped(self, name: str) -> str:
        """Return a declared package that is called so behind its scope."""
        ending = f"/{name}"
        for package in self._by_name:
            if package.endswith(ending) and not package.startswith("@types/"):
                return package
        return ""

    @cached_property
    def _scopes(self) -> frozenset[str]:
        names = (*self._anywhere, *self._locked, *self.members)
        return frozenset(name[: name.find("/") + 1] for name in names)

    @cached_property
    def _locked_commands(self) -> dict[str, str]:
        return {
            command: reference.name
            for many in self._locked.values()
            for reference in many
            for command in reference.binaries
        }


def types_of(package: str) -> str:
    """Return the package of DefinitelyTyped for a package.

    >>> types_of("@scope/name")
    '@types/scope__name'
    """
    return "@types/" + package.removeprefix("@").replace("/", "__")


def _provided(reference: Reference, *, direct: bool = True, remark: str = "") -> Resolution:
    return Resolution(
        settled=Settled.PROVIDED,
        by=reference.name,
        where=f"{reference.path}:{reference.line}",
        direct=direct,
        remark=remark,
    )


def _only_types(found: Resolution) -> Resolution:
    return Resolution(
        settled=Settled.PROVIDED,
        by=found.by,
        where=found.where,
        direct=found.direct,
        remark=f"only its types are declared ({found.by})",
    )


def _usable(references: Iterable[Reference], folder: str) -> Reference | None:
    """Return the first that is no test fixture; a fixture's manifest counts for its own files."""
    for reference in references:
        own = _folder(reference.path)
        if not _FIXTURES.intersection(own.split("/")) or f"{folder}/".startswith(f"{own}/"):
            return reference
    return None


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _flat(names: Mapping[str, tuple[Reference, ...]]) -> Iterable[Reference]:
    for many in names.values():
        yield from many
