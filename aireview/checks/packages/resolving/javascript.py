"""What an import in JavaScript or TypeScript means, from the repository alone.

The order is that of Node.js, TypeScript and the bundlers: what has a scheme or is built in, what
configuration maps to a file, what the repository defines, what a framework makes up, what manifests
declare, what lock files hold. Whatever is left is a package that nobody asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from aireview.checks.packages.data.js_virtual import (
    DEFAULT_ALIASES,
    HOST_SUBPATHS,
    HOSTS,
    SCHEMES_OF_BUILDS,
    SCHEMES_OF_HOSTS,
    SCHEMES_OF_PIPELINES,
    SCHEMES_OF_URLS,
    VIRTUAL,
)
from aireview.checks.packages.data.node_builtins import BUILTINS, ONLY_WITH_SCHEME
from aireview.checks.packages.data.npm_binaries import packages_of_binary
from aireview.checks.packages.names import valid
from aireview.checks.packages.project import Project
from aireview.checks.packages.resolution import Candidate, Certainty, Resolution, Settled
from aireview.checks.packages.resolving.js_declared import Declared, types_of
from aireview.checks.packages.resolving.js_paths import Aliases, Files, Match, upwards
from aireview.checks.packages.specifiers import clean, is_relative, package_of, scheme_of
from aireview.model.packages import Alias, Ecosystem, Reference
from aireview.policy.globs import name_matcher

# What npm has never taken as a name, or not since there are scopes; `x.json` is a file of a base folder.
_NEVER_NPM = re.compile(
    r"[~#$%^&*+=.]|@[^/]*$|@(?:@[^/]*)?/|@[^/]*[A-Z]|@[^/]+/[^/]*[A-Z]|[^@/][^/]*\.json$"
)
_NO_TOKEN = re.compile(r"[\s\"'`<>(){}\\|;,\x00-\x1f\x7f]")


def resolve(reference: Reference, project: Project) -> Resolution:
    """Return what an import means without a network."""
    return _resolver(project).resolve(reference)


def resolve_config(reference: Reference, project: Project) -> Resolution:
    """Return whether a package that a tool's configuration names is there without a network.

    Any of the names that the tool tries will do.
    """
    return _resolver(project).resolve_config(reference)


def local_binary(name: str, project: Project) -> str:
    """Return the package of the repository or its manifests that installs a command, else "".

    A runner takes it instead of the package that is called like the command.
    """
    declared = _resolver(project).declared
    if found := declared.command(name):
        return found
    for package in (*packages_of_binary(name), name):
        if declared.installs(package):
            return package
    return declared.scoped(name)


def _resolver(project: Project) -> _Resolver:
    found = project.memo.get(_Resolver)
    if not isinstance(found, _Resolver):
        found = _Resolver(project)
        project.memo[_Resolver] = found
    return found


class _Resolver:
    def __init__(self, project: Project) -> None:
        self.declared = Declared(project)
        generated = (path for reading in project.readings.values() for path in reading.generated)
        self._files = Files((*project.paths, *generated), project.folders)
        self._aliases = Aliases((*project.aliases, *self._defaults()), self._files)
        self._open_ended = project.open_ended(Ecosystem.NPM)
        self._virtual = frozenset(self._virtual_names())
        self._virtual_heads = tuple(name[:-1] for name in self._virtual if name.endswith("*"))
        self._policy = (
            (Settled.FIRST_PARTY, tuple(name_matcher(glob) for glob in project.first_party)),
            (Settled.HOST, tuple(name_matcher(glob) for glob in project.host_modules)),
        )
        self._known: dict[tuple[str, str, bool], Resolution] = {}

    def _virtual_names(self) -> Iterator[str]:
        for virtual in VIRTUAL:
            if any(self.declared.has(framework) for framework in virtual.frameworks):
                yield from virtual.names

    def _defaults(self) -> Iterator[Alias]:
        for default in DEFAULT_ALIASES:
            for folder, path in self.declared.folders_with(default.frameworks).items():
                yield Alias(
                    pattern=default.pattern,
                    targets=tuple(f"{folder}/{target}".strip("/") for target in default.targets),
                    folder=folder,
                    path=path,
                )

    def resolve(self, reference: Reference) -> Resolution:
        folder = reference.path.rpartition("/")[0]
        key = (reference.name, folder, reference.type_only)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._by_scheme(*key)
        return found

    def resolve_config(self, reference: Reference) -> Resolution:
        folder = reference.path.rpartition("/")[0]
        names = (reference.name, *reference.alternatives)
        for name in names:
            found = self._package(package_of(name), folder, type_only=reference.type_only)
            if found is not None:
                return found
        return self._open(package_of(reference.name), "", names[1:])

    def _by_scheme(self, specifier: str, folder: str, type_only: bool) -> Resolution:  # noqa: FBT001
        if specifier.startswith("\0"):
            return Resolution(settled=Settled.VIRTUAL, by="a build")
        scheme = scheme_of(specifier)
        rest = specifier[len(scheme) + 1 :]
        if scheme == "npm":
            return self._inline(rest, folder, type_only=type_only)
        if scheme in SCHEMES_OF_PIPELINES:
            return self._bare(clean(rest), folder, type_only=type_only)
        return _without_package(scheme, rest) or self._bare(
            clean(specifier), folder, type_only=type_only
        )

    def _inline(self, rest: str, folder: str, *, type_only: bool) -> Resolution:
        """Resolve `npm:x@1/sub`: it declares what it imports."""
        package = _package_of_npm(rest)
        if not package:
            return Resolution(settled=Settled.NO_NAME)
        found = self._package(package, folder, type_only=type_only)
        if found is not None:
            return found
        return self._open(package, "the import itself asks npm for it", inline=True)

    def _bare(self, path: str, folder: str, *, type_only: bool) -> Resolution:
        steps: tuple[Callable[[], Resolution | None], ...] = (
            lambda: _by_host(path),
            lambda: self._by_policy(path),
            lambda: self._by_alias(path, folder, type_only=type_only),
            lambda: self._by_build(path, folder),
            lambda: self._package(package_of(path), folder, type_only=type_only),
            lambda: self._by_file(path, folder),
        )
        for step in steps:
            found = step()
            if found is not None:
                return found
        return self._left(path, folder, type_only=type_only)

    def _by_policy(self, path: str) -> Resolution | None:
        for settled, globs in self._policy:
            if any(glob(path) or glob(package_of(path)) for glob in globs):
                return Resolution(settled=settled, by="the policy")
        return None

    def _by_alias(self, path: str, folder: str, *, type_only: bool) -> Resolution | None:
        for match in self._aliases.matches(path, folder):
            if match.package:
                package = _package_of_npm(match.package.removeprefix("npm:"))
                found = self._package(package, folder, type_only=type_only)
                if found is not None:
                    return found
            elif match.address:
                return _mapped(Settled.PROVIDED, match, match.address)
            elif not match.missing:
                return _mapped(Settled.FIRST_PARTY, match, match.file or match.alias.pattern)
        return None

    def _by_build(self, path: str, folder: str) -> Resolution | None:
        """Resolve a name that a framework makes up; a package of the repository comes first."""
        package = package_of(path)
        if package in self.declared.members:
            return self.declared.provider(package, folder)
        if path in self._virtual or path.startswith(self._virtual_heads):
            return Resolution(settled=Settled.VIRTUAL, by="a declared framework")
        return None

    def _package(self, package: str, folder: str, *, type_only: bool) -> Resolution | None:
        found = self.declared.provider(package, folder)
        if found is None and type_only:
            # `<reference types="Cypress" />` is found on a disk that folds case.
            lower = package.lower()
            found = self.declared.types(package, folder) or self.declared.provider(lower, folder)
        return found or self.declared.locked(package, folder)

    def _by_file(self, path: str, folder: str) -> Resolution | None:
        """Resolve what configuration does not map here, but files answer to."""
        match = self._aliases.elsewhere(path)
        if match is not None:
            return _mapped(
                Settled.FIRST_PARTY, match, match.file, f"an alias of {match.alias.path}"
            )
        if "/" not in path or path.startswith("@"):
            return None
        for above in upwards(folder):
            for root in (above, f"{above}/src"):
                file = f"{root}/{path}".strip("/")
                if self._files.has(file):
                    remark = f"a file below {root.strip('/') or 'the root'}"
                    return Resolution(settled=Settled.FIRST_PARTY, by=file, remark=remark)
        return None

    def _left(self, path: str, folder: str, *, type_only: bool) -> Resolution:
        package = package_of(path)
        match = next(self._aliases.matches(path, folder), None)
        if _NO_TOKEN.search(package) or not package:
            return Resolution(settled=Settled.NO_NAME)
        if match is not None and self._belongs(match, package):
            remark = f"no file {match.missing} is there" if match.missing else ""
            return _mapped(Settled.FIRST_PARTY, match, match.alias.pattern, remark)
        if _NEVER_NPM.match(package) or not valid(Ecosystem.NPM, package):
            return Resolution(settled=Settled.UNMATCHED_ALIAS, module=path)
        if match is not None and match.package:
            return self._open(_package_of_npm(match.package.removeprefix("npm:")), _named(match))
        if match is not None and self._is_built(match.alias):
            remark = f"{_named(match)} maps it to a folder that is not there"
            return Resolution(settled=Settled.UNMATCHED_ALIAS, module=path, remark=remark)
        if self._aliases.starts_in_folder(path, folder):
            remark = "it starts with a folder of this repository, but no such file is there"
            return Resolution(settled=Settled.UNMATCHED_ALIAS, module=path, remark=remark)
        return self._unasked(package, folder, type_only=type_only)

    def _belongs(self, match: Match, package: str) -> bool:
        """Whether an alias without a file decides: no package of npm can be meant besides it.

        It covers the whole name, or a whole scope that nothing of the registry is asked for from.
        """
        if match.package:
            return False
        head, star, _ = match.alias.pattern.partition("*")
        scope = package[: package.find("/") + 1]
        return (
            not star
            or head.startswith(f"{package}/")
            or (head == scope and not self.declared.has_scope(scope))
            or bool(_NEVER_NPM.match(package))
        )

    def _is_built(self, alias: Alias) -> bool:
        folders = (target.partition("*")[0].rpartition("/")[0] for target in alias.targets)
        return any(not self._files.has_folder(folder) for folder in folders)

    def _unasked(self, package: str, folder: str, *, type_only: bool) -> Resolution:
        if type_only:
            return self._open(package, "", (types_of(package),))
        types = self.declared.types(package, folder)
        if types is None:
            return self._open(package, "")
        return self._open(package, types.remark, unread=(types.by,))

    def _open(
        self,
        package: str,
        remark: str,
        others: tuple[str, ...] = (),
        *,
        unread: tuple[str, ...] = (),
        inline: bool = False,
    ) -> Resolution:
        candidates = (
            Candidate(package, Certainty.NAMESAKE),
            *(Candidate(other, Certainty.GUESS) for other in others),
        )
        return Resolution(
            settled=Settled.OPEN,
            module=package,
            candidates=tuple(one for one in candidates if valid(Ecosystem.NPM, one.name)),
            unread=unread,
            open_ended=self._open_ended,
            remark=remark,
            inline=inline,
        )


def _without_package(scheme: str, rest: str) -> Resolution | None:
    """Return the answer for a scheme that names no package of npm, None for any other."""
    if scheme == "node":
        known = rest in BUILTINS or rest in ONLY_WITH_SCHEME
        remark = "" if known else "no module of Node.js 20 to 26 is called so"
        return Resolution(settled=Settled.STANDARD, by="Node.js", remark=remark)
    if scheme in SCHEMES_OF_HOSTS:
        return Resolution(settled=Settled.STANDARD, by=f"the host ({scheme}:)")
    if scheme in SCHEMES_OF_BUILDS:
        return Resolution(settled=Settled.VIRTUAL, by=f"a build ({scheme}:)")
    if scheme in SCHEMES_OF_URLS:
        return Resolution(settled=Settled.NO_NAME, remark=f"an address ({scheme}:)")
    return None


def _by_host(path: str) -> Resolution | None:
    if is_relative(path):
        return Resolution(settled=Settled.FIRST_PARTY, by=path)
    if path in BUILTINS:
        return Resolution(settled=Settled.STANDARD, by="Node.js")
    if path in HOSTS or path.startswith(HOST_SUBPATHS):
        return Resolution(settled=Settled.STANDARD, by=f"the host ({package_of(path)})")
    return None


def _package_of_npm(specifier: str) -> str:
    """Return the package of what stands behind `npm:`.

    >>> _package_of_npm("@scope/name@^1/sub")
    '@scope/name'
    """
    package = package_of(specifier.lstrip("/"))
    at = package.find("@", 1)
    return package if at < 0 else package[:at]


def _mapped(settled: Settled, match: Match, by: str, remark: str = "") -> Resolution:
    where = f"{match.alias.path}:{match.alias.line}"
    return Resolution(settled=settled, by=by, where=where, remark=remark)


def _named(match: Match) -> str:
    return f"`{match.alias.pattern}` in {match.alias.path}"
