"""Where a name may be asked for: the public registry, a configured index, or nowhere.

Rule: a name that is bound to a private source is never sent to a public registry, and a binding that
the change itself adds sends nothing and proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple

from aireview.checks.packages.names import normalise
from aireview.checks.packages.project import below
from aireview.checks.packages.verdicts import REGISTRIES
from aireview.model.packages import Ecosystem, Index, Reference, Surface
from aireview.model.text import quote
from aireview.policy.values import PackagePolicy

# Hosts of the public registries. What lies at one of them is not private.
PUBLIC_HOSTS = {
    Ecosystem.PYPI: ("pypi.org", "pypi.python.org", "files.pythonhosted.org"),
    Ecosystem.NPM: ("registry.npmjs.org", "registry.yarnpkg.com"),
    Ecosystem.GO: ("proxy.golang.org",),
    Ecosystem.CARGO: ("index.crates.io", "static.crates.io", "crates.io"),
    Ecosystem.MAVEN: ("repo1.maven.org", "repo.maven.apache.org", "repo.maven.org"),
    Ecosystem.RUBYGEMS: ("rubygems.org", "index.rubygems.org"),
    Ecosystem.PACKAGIST: ("packagist.org", "repo.packagist.org"),
    Ecosystem.NUGET: ("api.nuget.org", "www.nuget.org", "nuget.org"),
}
# Public indexes beside the main one: names may be sent out, but the main registry lacks some.
_ALSO_PUBLIC = (
    "bitbucket.org", "codeberg.org", "dl.google.com", "download.pytorch.org", "github.com", "gitlab.com", "jitpack.io", "maven.aliyun.com", "maven.google.com", "maven.pkg.jetbrains.space",
    "npm.jsr.io", "oss.sonatype.org", "packages.confluent.io", "plugins.gradle.org",
    "central.sonatype.com", "pypi.nvidia.com", "repo.jenkins-ci.org", "repo.spring.io",
    "s01.oss.sonatype.org", "storage.googleapis.com", "test.pypi.org", "wpackagist.org",
)  # fmt: skip
# Where anybody may put a file: an index there can be meant, an archive in a lock file is foreign.
_ANYBODYS = frozenset(
    ("bitbucket.org", "codeberg.org", "github.com", "gitlab.com", "jitpack.io", "storage.googleapis.com")
)  # fmt: skip
_CRATES_ON_GIT = re.compile(r"https://github\.com/rust-lang/crates\.io-index(?:\.git)?/?")
# As the URL standard has it, which npm follows: any number of slashes, either way round.
_HOST = re.compile(r"\s*(?:sparse\+|git\+)?https?:[/\\]*(?:[^/\\?#]*@)?([^/\\:?#]+)", re.IGNORECASE)


# A requirements file, with the folder that such files are kept in: what is left is the project.
_REQUIREMENTS = re.compile(r"(?:(?:^|/)(?:requirements|reqs|constraints|deps))?(?:^|/)[^/]*$")
_WILD = frozenset("*?[")


class Way(NamedTuple):
    """How a name may be asked for.

    `ask`: at all; `url` is the index to ask, empty for the configured one. `settled`: it is pinned to
    a private source, and that is fine. `elsewhere` names a source that may have it when the index
    has not. `why` says in words why it is not asked for.
    """

    ask: bool
    url: str = ""
    settled: bool = False
    elsewhere: str = ""
    why: str = ""


class Sources(NamedTuple):
    """The configured indexes: those of the base and of the user count, new ones only forbid.

    `head` are all of the new version: a name that the base binds and the head does not is neither
    sent out nor settled.
    """

    policy: PackagePolicy
    base: tuple[Index, ...] = ()
    added: tuple[Index, ...] = ()
    head: tuple[Index, ...] = ()
    user: tuple[Index, ...] = ()


def sources(
    policy: PackagePolicy, before: Sequence[Index], after: Sequence[Index], user: Sequence[Index]
) -> Sources:
    """Return the indexes of a change: `before` and `after` it in the repository, and the user's."""
    known = {(index.ecosystem, index.url, index.name, index.names) for index in before}
    added = tuple(
        index
        for index in after
        if (index.ecosystem, index.url, index.name, index.names) not in known
    )
    return Sources(policy, tuple(before), added, tuple(after), tuple(user))


def host_of(url: str) -> str:
    """Return the host of a URL in lower case, empty where there is none."""
    found = _HOST.match(url)
    return found.group(1).lower() if found else ""


def registry_named(ecosystem: Ecosystem, url: str) -> str:
    """Return what a message calls the registry that answered at a URL, empty for the public one."""
    host = host_of(url)
    if not host or host in PUBLIC_HOSTS[ecosystem]:
        return REGISTRIES[ecosystem]
    return f"the index at {quote(host, 80)}"


def is_public(ecosystem: Ecosystem, url: str) -> bool:
    """Whether a URL is the ecosystem's own public registry."""
    if ecosystem is Ecosystem.CARGO and _CRATES_ON_GIT.fullmatch(url.removeprefix("registry+")):
        return True
    return host_of(url) in PUBLIC_HOSTS[ecosystem]


def is_known_public(ecosystem: Ecosystem, url: str) -> bool:
    """Whether a URL is the ecosystem's own registry, or a public index with a publisher of its own."""
    host = host_of(url)
    return is_public(ecosystem, url) or (host in _ALSO_PUBLIC and host not in _ANYBODYS)


def way_to(reference: Reference, known: Sources, *, is_listed: bool) -> Way:
    """Return how a reference may be asked for. `is_listed`: the embedded index has the name."""
    if said := _private(reference, known.policy):
        return Way(ask=False, why=said)
    if reference.index:
        way = _pinned(reference, known)
        if way is not None:
            return way
    elsewhere = ""
    for index, trusted in _matching(reference, known):
        way = _through(index, trusted=trusted, is_listed=is_listed)
        if not way.ask:
            return way
        elsewhere = elsewhere or way.elsewhere
    if known.policy.registries.get(reference.ecosystem.value):
        return Way(ask=True, elsewhere=elsewhere)
    for index in known.base:
        if index.ecosystem is reference.ecosystem and index.replaces and _is_for(index, reference):
            return Way(ask=True, url=index.url, elsewhere=elsewhere)
    return Way(ask=True, elsewhere=elsewhere)


def _private(reference: Reference, policy: PackagePolicy) -> str:
    name = normalise(reference.ecosystem, reference.name)
    for pattern in policy.private_names:
        if fnmatchcase(name, pattern) or fnmatchcase(name, normalise(reference.ecosystem, pattern)):
            return f"`packages.private_names` has {quote(pattern, 60)}"
    if reference.ecosystem is Ecosystem.NPM:
        for scope in policy.private_scopes:
            if name.startswith(f"{scope}/"):
                return f"`packages.private_scopes` has {quote(scope, 60)}"
    return ""


def _pinned(reference: Reference, known: Sources) -> Way | None:
    """Return the way of a reference that names its index; None for the public registry."""
    if "://" in reference.index:
        if is_public(reference.ecosystem, reference.index):
            return None
        host = quote(host_of(reference.index) or "an index")
        # A lock file writes the address of the index that a manifest calls by its name.
        settled = any(
            index.ecosystem is reference.ecosystem and _same(index.url, reference.index)
            for index in (*known.base, *known.user)
        )
        return Way(ask=False, settled=settled, why=f"it comes from {host}")
    for index in (*known.base, *known.user):
        if index.ecosystem is reference.ecosystem and index.name == reference.index:
            if is_public(reference.ecosystem, index.url):
                return None
            return Way(ask=False, settled=True, why=f"pinned to the index {quote(index.name, 60)}")
    return Way(
        ask=False, why=f"pinned to the index {quote(reference.index, 60)}, which the base has not"
    )


def _same(url: str, other: str) -> bool:
    return url.rstrip("/").removeprefix("sparse+") == other.rstrip("/").removeprefix("sparse+")


def _matching(reference: Reference, known: Sources) -> Iterator[tuple[Index, bool]]:
    for index in known.added:
        if _counts(index, reference) and not _binds_too(known.base, index, reference):
            yield index, False
    for index in known.base:
        if _counts(index, reference):
            yield index, not index.names or _binds_too(known.head, index, reference)
    for index in known.user:
        if _may_have(index, reference) and _binds(index, reference):
            yield index, True


def _counts(index: Index, reference: Reference) -> bool:
    return _may_have(index, reference) and _is_for(index, reference)


def _may_have(index: Index, reference: Reference) -> bool:
    return (
        index.ecosystem is reference.ecosystem
        and not is_public(index.ecosystem, index.url)
        and bool(index.names or not index.explicit)
    )


def _binds_too(indexes: Sequence[Index], index: Index, reference: Reference) -> bool:
    """Whether one of the indexes is the same place, and has the name as well."""
    return any(
        other.ecosystem is index.ecosystem
        and other.url == index.url
        and bool(other.names) == bool(index.names)
        and _is_for(other, reference)
        for other in indexes
    )


def _is_for(index: Index, reference: Reference) -> bool:
    """Whether an index of the repository counts at the place of a reference."""
    if not _binds(index, reference):
        return False
    # What a requirements file names counts for that file, other configuration for its folder.
    if index.path.endswith((".txt", ".in")):
        if reference.surface is Surface.IMPORT:
            return below(_REQUIREMENTS.sub("", index.path), reference.path)
        return index.path == reference.path
    return below(_scope(index.path), reference.path)


def _scope(path: str) -> str:
    """Return the folder that configuration counts for: of `.cargo/config.toml` the one above it."""
    folder = path.rpartition("/")[0]
    return folder.rpartition("/")[0] if folder.rpartition("/")[2].startswith(".") else folder


def _binds(index: Index, reference: Reference) -> bool:
    if not index.names:
        return True
    name = normalise(reference.ecosystem, reference.name)
    plain, globs = _split(index.ecosystem, index.names)
    return name in plain or any(fnmatchcase(name, glob) for glob in globs)


@lru_cache(maxsize=256)
def _split(ecosystem: Ecosystem, names: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return names as they are and normalised: those to compare, and the patterns among them."""
    every = {*names, *(normalise(ecosystem, name) for name in names)}
    globs = {name for name in every if not _WILD.isdisjoint(name)}
    return frozenset(every - globs), tuple(sorted(globs))


def _through(index: Index, *, trusted: bool, is_listed: bool) -> Way:
    folder = index.url if index.url.startswith(("file:", "/")) else ""
    host = quote(host_of(index.url) or folder or index.name or "a private source", 60)
    if index.names:
        if is_listed and index.url.startswith(("file:", "/")):
            # A folder that mirrors public packages makes none of them private.
            return Way(ask=True)
        if index.explicit and trusted:
            return Way(ask=False, settled=True, why=f"bound to {host} by {quote(index.path)}")
        return Way(ask=False, why=f"{quote(index.path)} binds it to {host}")
    if index.replaces:
        if trusted:
            return Way(ask=True)
        return Way(ask=False, why=f"this change makes {host} the index, in {quote(index.path)}")
    if host_of(index.url) in _ALSO_PUBLIC:
        return Way(ask=True, elsewhere=host)
    if is_listed:
        return Way(ask=True)
    return Way(ask=False, why=f"it may come from {host} ({quote(index.path)})")
