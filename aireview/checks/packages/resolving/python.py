"""Python imports settled by the repository alone.

An import names a module, a manifest names a distribution: they meet in the tables of
`data.python_modules`, in installed metadata, and in the forms that names of distributions usually
take. Sources: PEP 420 (namespaces), PEP 503 (names), PEP 561 (stubs give no module), the list of the
standard library in `data.python_stdlib`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cached_property
from typing import NamedTuple

from aireview.checks.packages.data.python_hosts import HOSTS, SIGNS, WITH_FILE
from aireview.checks.packages.data.python_modules import BRINGS
from aireview.checks.packages.data.python_stdlib import REMOVED, STANDARD, SUCCESSORS
from aireview.checks.packages.names import normalise
from aireview.checks.packages.project import Project, below
from aireview.checks.packages.resolution import Certainty, Resolution, Settled
from aireview.checks.packages.resolving.python_distributions import (
    above,
    candidates,
    distribution_for_module,
    forms,
    is_known,
    is_namespace,
    modules_of,
    namespaces_of,
    prefixes,
    reachable,
    spellings,
    squash,
)
from aireview.checks.packages.resolving.python_files import Files, Found, is_fixture
from aireview.model.packages import Ecosystem, Member, Reference, Source, Surface

__all__ = ["distribution_for_module", "is_stdlib", "resolve"]

_PYPI = Ecosystem.PYPI
_CONDA = "conda"
_LIST_FOLDERS = ("requirements", "requirement", "reqs", "deps", "constraints", ".github", "envs")
_BUILD_FILES = ("setup.py", "setup.cfg", "pyproject.toml")
_WITH_ENVIRONMENT = ("setuptools", "pkg_resources", "_distutils_hack", "pip")
_MADE_BY_BUILDS = ("_version", "_scm_version", "__version__")
_LONGEST = 300
_START = 100_000  # characters of a file that are looked through for signs
_LIKE = 4  # letters that two names share before one may be meant by the other


def is_stdlib(name: str) -> bool:
    """Whether a name is that of a module of the standard library, or was once."""
    return name in STANDARD or name in REMOVED


def resolve(reference: Reference, project: Project) -> Resolution:
    """Settle one import."""
    memo = project.memo.get("python")
    if not isinstance(memo, _Resolver):
        memo = project.memo["python"] = _Resolver(project)
    return memo.resolve(reference)


class _Use(NamedTuple):
    """A module that something has to provide, and who imports it."""

    module: str
    members: tuple[str, ...]
    path: str


class _Provider(NamedTuple):
    """A distribution that provides a module, and a fact about the match."""

    distribution: str
    remark: str = ""
    direct: bool = True


class _Providers:
    """What the distributions of some references provide, by module."""

    def __init__(
        self,
        references: Mapping[str, tuple[Reference, ...]],
        installed: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.references = references
        self.unknown: list[str] = []
        self._exact: dict[str, list[_Provider]] = {}
        self._spelled: dict[str, list[_Provider]] = {}
        self._below: dict[str, list[_Provider]] = {}
        self._brought: dict[str, list[_Provider]] = {}
        for name, named in references.items():
            for module in BRINGS.get(name, "").split():
                provider = _Provider(name, f"`{name}` brings it", direct=False)
                self._brought.setdefault(module, []).append(provider)
            conda = all(each.index == _CONDA for each in named)
            modules = installed.get(name) or modules_of(name, conda=conda)
            if modules is None:
                self._add_unknown(name)
            else:
                self._add_known(name, modules)

    def _add_known(self, name: str, modules: tuple[str, ...]) -> None:
        provider = _Provider(name)
        for module in modules:
            self._exact.setdefault(module, []).append(provider)
            self._spelled.setdefault(squash(module), []).append(
                _Provider(name, f"the module is spelled `{module}`")
            )
            for package in above(module):
                self._below.setdefault(package, []).append(provider)
        if modules and squash(name) not in self._spelled:
            remark = f"`{name}` installs {', '.join(f'`{each}`' for each in modules[:3])}"
            self._spelled[squash(name)] = [_Provider(name, remark)]

    def _add_unknown(self, name: str) -> None:
        self.unknown.append(name)
        provider = _Provider(name)
        for form in dict.fromkeys(forms(name)):
            self._spelled.setdefault(form, []).append(provider)
        for package in namespaces_of(name):
            self._below.setdefault(package, []).append(provider)

    def of(self, module: str) -> tuple[_Provider, ...]:
        """Return who provides a module, the best match first."""
        found: list[_Provider] = []
        for prefix in reachable(module):
            found += self._exact.get(prefix, ())
        found += self._below.get(module, ())
        for prefix in reachable(module):
            for spelling in spellings(prefix):
                found += self._spelled.get(spelling, ())
        top = module.partition(".")[0]
        for name, providers in self._brought.items():
            if name == top or (name.endswith("*") and top.startswith(name[:-1])):
                found += providers
        return tuple(dict.fromkeys(found))


class _Resolver:
    """The resolution of one project's imports, with what is derived from the project once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._files = Files(project)
        known = {normalise(_PYPI, name): each for name, each in project.installed.items()}
        known = {name: own for name, each in known.items() if (own := _own_modules(each))}
        self._declared = _Providers(_declaring(project), known)
        self._locked = _Providers(project.locked(_PYPI), known)
        in_environment: dict[str, tuple[Reference, ...]] = dict.fromkeys(known, ())
        self._installed = _Providers(in_environment, known)
        self._settled: dict[tuple[str, str, tuple[str, ...]], Resolution | None] = {}

    def resolve(self, reference: Reference) -> Resolution:
        """Settle one import."""
        name = reference.name
        if name.startswith(".") and (not name.strip(".") or _is_dotted(name.lstrip("."))):
            return Resolution(settled=Settled.FIRST_PARTY, by="a relative import")
        if len(name) > _LONGEST or not _is_dotted(name):
            return Resolution(settled=Settled.NO_NAME)
        top = name.partition(".")[0]
        if top in STANDARD:
            return Resolution(settled=Settled.STANDARD, by=top)
        resolution = Resolution(settled=Settled.NO_NAME)
        for module in _modules(reference):
            members = reference.members if module == name else ()
            use = _Use(module, members, reference.path)
            resolution = self._remembered(use) or self._by_trace(use) or self._open(use)
            if resolution.settled is Settled.OPEN:
                break
        return resolution

    def _remembered(self, use: _Use) -> Resolution | None:
        """Settle an import as for all files of the folder, unless the file is a case of its own."""
        folder, _, name = use.path.rpartition("/")
        top = use.module.partition(".")[0]
        is_own_case = (
            use.path in self._project.readings
            or name.startswith(f"{top}.")
            or HOSTS.get(top) in SIGNS  # the file itself may tell where it runs
        )
        key = (use.path if is_own_case else folder, use.module, use.members)
        if key not in self._settled:
            self._settled[key] = (
                self._first_party(use)
                or self._provided(use)
                or self._legacy(use)
                or self._host(use)
            )
        return self._settled[key]

    def _first_party(self, use: _Use) -> Resolution | None:
        for pattern in self._project.first_party:
            if any(fnmatchcase(prefix, pattern) for prefix in prefixes(use.module)):
                return Resolution(settled=Settled.FIRST_PARTY, by=f"the policy ({pattern})")
        found = self._files.find(use.module, use.members, use.path)
        return _of_files(found) if found else self._member(use)

    def _member(self, use: _Use) -> Resolution | None:
        for prefix in reachable(use.module):
            for member in self._members().get(prefix, ()):
                if not is_fixture(f"{member.folder}/x", use.path):
                    return Resolution(
                        settled=Settled.FIRST_PARTY, by=member.name, where=member.folder
                    )
        return None

    def _members(self) -> Mapping[str, tuple[Member, ...]]:
        found = self._project.memo.get("python members")
        if not isinstance(found, dict):
            found = _by_module(self._project)
            self._project.memo["python members"] = found
        return found

    def _provided(self, use: _Use) -> Resolution | None:
        top = use.module.partition(".")[0]
        if top in _WITH_ENVIRONMENT and self._has_builds(use):
            return Resolution(settled=Settled.PROVIDED, by="pip" if top == "pip" else "setuptools")
        return (
            self._provided_by_declared(use)
            or self._provided_by_locked(use)
            or self._provided_by_installed(use)
        )

    def _has_builds(self, use: _Use) -> bool:
        return any(name in self._project.paths for name in _BUILD_FILES) or any(
            use.path.rpartition("/")[2] == name for name in _BUILD_FILES
        )

    def _provided_by_declared(self, use: _Use) -> Resolution | None:
        elsewhere: Resolution | None = None
        for provider in self._declared.of(use.module):
            for reference in self._declared.references[provider.distribution]:
                if _counts_for(reference, use.path):
                    return _provided(reference, provider.remark, direct=provider.direct)
                if elsewhere is None and not _is_private(reference, use.path):
                    remark = f"declared only in {reference.path}"
                    elsewhere = _provided(reference, remark, direct=provider.direct)
        return elsewhere

    def _provided_by_locked(self, use: _Use) -> Resolution | None:
        for provider in self._locked.of(use.module):
            for reference in self._locked.references[provider.distribution]:
                if not is_fixture(reference.path, use.path):
                    remark = provider.remark or f"only in {reference.path}: no direct dependency"
                    return _provided(reference, remark, direct=False)
        return None

    def _provided_by_installed(self, use: _Use) -> Resolution | None:
        for provider in self._installed.of(use.module):
            return Resolution(
                settled=Settled.PROVIDED,
                by=provider.distribution,
                direct=False,
                remark="installed in the project's environment, declared nowhere",
            )
        return None

    def _legacy(self, use: _Use) -> Resolution | None:
        top = use.module.partition(".")[0]
        version = REMOVED.get(top)
        if version is None:
            return None
        newest = _newest_allowed(self._project, use.path)
        if newest is not None and newest < _numbers(version):
            return Resolution(settled=Settled.STANDARD, by=top)
        successor = SUCCESSORS.get(top)
        remark = f"`{top}` was removed from the standard library in Python {version}"
        return Resolution(
            settled=Settled.LEGACY,
            by=top,
            remark=f"{remark}; see `{successor}`" if successor else remark,
        )

    def _host(self, use: _Use) -> Resolution | None:
        wanted = [use.module, *(f"{use.module}.{member}" for member in use.members)]
        for pattern in self._project.host_modules:
            if any(fnmatchcase(p, pattern) for each in wanted for p in prefixes(each)):
                return Resolution(settled=Settled.HOST, by=f"the policy ({pattern})")
        host = next(
            (HOSTS[prefix] for each in wanted for prefix in prefixes(each) if prefix in HOSTS), ""
        ) or self._host_by_pattern(use.module.partition(".")[0])
        named = tuple(c for c in candidates(use.module) if c.certainty is Certainty.CURATED)
        if not host or (named and host in SIGNS and not self._runs_in(host, use.path)):
            return None
        return Resolution(settled=Settled.HOST, by=host, candidates=named)

    def _runs_in(self, host: str, path: str) -> bool:
        """Whether the repository or the importing file shows signs of a host."""
        signs = SIGNS[host]
        if any(fnmatchcase(name, glob) for name in self._file_names for glob in signs.files):
            return True
        text = (self._project.read(path) or "")[:_START].lower()
        return any(word in text for word in signs.words)

    @cached_property
    def _file_names(self) -> frozenset[str]:
        return frozenset(path.rpartition("/")[2] for path in self._project.paths)

    def _host_by_pattern(self, top: str) -> str:
        for pattern, host in HOSTS.items():
            if pattern.endswith("*") and top.startswith(pattern[:-1]):
                return host
        for file, (host, endings) in WITH_FILE.items():
            if any(fnmatchcase(top, ending) for ending in endings) and self._has_file(file):
                return host
        return ""

    def _has_file(self, name: str) -> bool:
        return name in self._file_names

    def _by_trace(self, use: _Use) -> Resolution | None:
        """Look for weaker signs of an own module: a wrong one would only hide a missing name."""
        files, top = self._files, use.module.partition(".")[0]
        found = files.find_near(use.module, use.members, use.path) or files.find_changed(
            use.module, use.members, use.path
        )
        if found is None and not is_known(use.module):
            found = (
                files.find_folder(use.module, use.path)
                or files.find_anywhere(use.module, use.path)
                or files.find_built(use.module)
                or files.find_ignored(use.module, use.path)
            )
        if found is None and top in _MADE_BY_BUILDS:
            found = Found("", "a build writes it")
        return _of_files(found) if found else None

    def _open(self, use: _Use) -> Resolution:
        return Resolution(
            settled=Settled.OPEN,
            module=use.module,
            candidates=candidates(use.module),
            unread=tuple(self._unread(use)),
            open_ended=self._project.open_ended(_PYPI),
        )

    def _unread(self, use: _Use) -> Iterator[str]:
        """Yield packages whose modules no table tells, those that are called alike first."""
        wanted = squash(use.module)
        names = [
            name
            for name in self._declared.unknown
            if name not in self._project.members(_PYPI)
            and any(_is_fetched(each, use.path) for each in self._declared.references[name])
        ]
        yield from sorted(names, key=lambda name: not _alike(name, wanted))
        for name in self._locked.unknown:
            fetched = any(_is_fetched(each, use.path) for each in self._locked.references[name])
            if fetched and name not in self._declared.references and _alike(name, wanted):
                yield name


def _modules(reference: Reference) -> tuple[str, ...]:
    """Return what has to be provided: of a namespace each member, for they come one by one."""
    if is_namespace(reference.name) and reference.members:
        return tuple(f"{reference.name}.{member}" for member in reference.members)
    return (reference.name,)


def _is_dotted(name: str) -> bool:
    """Whether a name can be imported; below the top level a file may begin with a digit."""
    top, *rest = name.split(".")
    return top.isidentifier() and all(f"_{part}".isidentifier() and part for part in rest)


def _own_modules(modules: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(module for module in modules if not is_namespace(module))


def _of_files(found: Found) -> Resolution:
    return Resolution(
        settled=Settled.FIRST_PARTY, by=found.path, where=found.path, remark=found.remark
    )


def _provided(reference: Reference, remark: str, *, direct: bool = True) -> Resolution:
    return Resolution(
        settled=Settled.PROVIDED,
        by=reference.name,
        where=f"{reference.path}:{reference.line}",
        direct=direct,
        remark=remark,
    )


def _declaring(project: Project) -> dict[str, tuple[Reference, ...]]:
    """Return what is declared by name: manifests, and what notebooks install for themselves."""
    found = dict(project.declared(_PYPI))
    for path, reading in project.readings.items():
        if path.endswith(".ipynb"):
            for reference in reading.references:
                if reference.ecosystem is _PYPI and reference.surface is Surface.COMMAND:
                    name = normalise(_PYPI, reference.name)
                    found[name] = (*found.get(name, ()), reference)
    return found


def _counts_for(reference: Reference, path: str) -> bool:
    """Whether a declaration is one of the project that a file belongs to."""
    if reference.path == path:
        return True
    if reference.path.endswith((".py", ".ipynb")) and not reference.path.endswith(
        ("setup.py", "noxfile.py")
    ):
        return False
    folder = reference.path.rpartition("/")[0]
    while folder.rpartition("/")[2].lower() in _LIST_FOLDERS:
        folder = folder.rpartition("/")[0]
    return below(folder, path)


def _is_private(reference: Reference, path: str) -> bool:
    """Whether a declaration never counts for other files: a script's own, a test fixture's."""
    script = reference.path.endswith(".py") and not reference.path.endswith(
        ("setup.py", "noxfile.py")
    )
    return (script and reference.path != path) or is_fixture(reference.path, path)


def _is_fetched(reference: Reference, path: str) -> bool:
    return (
        reference.source is Source.REGISTRY
        and reference.index != _CONDA
        and not _is_private(reference, path)
    )


def _alike(distribution: str, module: str) -> bool:
    """Whether a distribution is called like a squashed module: by the whole or by one word."""
    whole = squash(distribution)
    if module in whole or whole in module:
        return True
    return any(len(word) >= _LIKE and word in module for word in distribution.split("-"))


def _by_module(project: Project) -> dict[str, tuple[Member, ...]]:
    """Return the repository's own packages by the modules that they build."""
    found: dict[str, tuple[Member, ...]] = {}
    for name, members in project.members(_PYPI).items():
        for member in members:
            for module in (*member.modules, name.replace("-", "_"), member.name):
                found[module] = (*found.get(module, ()), member)
    bound = {r.path for r in project.declared(Ecosystem.CARGO).get("pyo3", ())}
    for path in bound:
        for member in project.readings[path].members:
            for module in (*member.modules, member.name.replace("-", "_")):
                found[module] = (*found.get(module, ()), member)
    return found


def _newest_allowed(project: Project, path: str) -> tuple[int, ...] | None:
    """Return the newest Python that the file's project allows, None where nothing limits it."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # noqa: PLC0415 - heavy

    best: tuple[int, str] | None = None
    for manifest, reading in project.readings.items():
        folder = manifest.rpartition("/")[0]
        if reading.language and below(folder, path) and (best is None or len(folder) > best[0]):
            best = (len(folder), reading.language)
    if best is None:
        return None
    try:
        allowed = SpecifierSet(best[1])
    except InvalidSpecifier:
        return None
    newest = [minor for minor in range(40) if allowed.contains(f"3.{minor}.99")]
    if newest:
        return (3, newest[-1]) if newest[-1] < 39 else None
    return (2, 7) if allowed.contains("2.7.18") else None


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
