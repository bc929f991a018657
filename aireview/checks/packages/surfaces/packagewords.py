"""One positional of an install command to a package, its version and its extras.

Sources: PEP 508 and `pip install --help`, npm's package specifiers (`npm-package-arg`), `go help
packages`, `cargo help add`, RubyGems' `gem install name:version`, Composer's `require`, NuGet's CLI.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from aireview.checks.packages.names import valid
from aireview.model.packages import Ecosystem, Source
from aireview.syntax.shellwords import DYNAMIC


class Package(NamedTuple):
    """What a word asks for; the fields are those of `Reference`."""

    name: str
    specifier: str = ""
    extras: tuple[str, ...] = ()
    source: Source = Source.REGISTRY
    alias: str = ""
    url: str = ""


_PYPI = re.compile(
    r"\s*(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)\s*(?P<extras>(?:\[[^\]]*\])*)\s*(?P<rest>.*)",
    re.DOTALL,
)
_PYPI_VERSION = re.compile(r"(?:===?|~=|!=|<=|>=|<|>|=|\()")
_NPM = re.compile(r"(?P<name>@[^/@\s:]+/[^/@\s:]+|[^/@\s:]+)(?:@(?P<version>[^/:]*))?")
_NPM_ALIAS = re.compile(r"(?:(?P<alias>@?[^@:]+)@)?npm:(?P<target>[^:]+)")
_NPM_SCOPE = re.compile(r"(?P<scope>@[^/@\s:]+)(?:@(?P<version>[^/:]*))?")
_ARCHIVE = re.compile(
    r".*\.(?:whl|egg|zip|tgz|gem|nupkg|deb|rpm|tar(?:\.[a-z0-9]+)?)", re.IGNORECASE
)
_EXAMPLE = re.compile(
    r"(?:[\w-]+\.)*(?:example\.(?:com|org|net)|[\w-]+\.(?:example|invalid|test))(?:/|$)"
)
_CREDENTIALS = re.compile(r"//[^/@\s]*@")


def parse(ecosystem: Ecosystem, word: str, *, create: bool = False) -> Package | None:
    """Return the package that a word names, None where it names none of the registry.

    `create`: the word follows `npm create` and stands for a package of another name.
    """
    word = word.strip()
    if _ARCHIVE.fullmatch(word.split("#", 1)[0]):
        return None
    package = _created(word) if create else _PARSERS[ecosystem](word)
    # A number is the value of some option; a reserved domain (RFC 2606) is an example.
    if package is None or package.name.isdigit() or _EXAMPLE.match(package.name):
        return None
    if not valid(ecosystem, package.name):
        return None
    return package if DYNAMIC not in package.specifier else package._replace(specifier="")


def _pypi(word: str) -> Package | None:
    found = _PYPI.fullmatch(word)
    if found is None:
        return None
    name, rest = found.group("name"), found.group("rest").partition(";")[0].strip()
    extras = tuple(
        extra.strip()
        for extra in re.split(r"[\[\],]+", found.group("extras"))
        if extra.strip() and DYNAMIC not in extra
    )
    if rest.startswith("@"):
        return _pypi_at(name, extras, rest[1:].strip())
    if rest and not _PYPI_VERSION.match(rest):
        return None
    return Package(name, rest.strip("()"), extras)


def _pypi_at(name: str, extras: tuple[str, ...], rest: str) -> Package | None:
    if "/" in rest or ":" in rest:
        url = "" if DYNAMIC in rest else _CREDENTIALS.sub("//", rest)
        return Package(name, extras=extras, source=Source.DIRECT, url=url)
    # `uvx x@1.2`, `poetry add x@^1`, `pdm add x@latest`.
    if rest == "latest" or DYNAMIC in rest:
        return Package(name, extras=extras)
    return Package(name, f"=={rest}" if rest[:1].isdigit() else rest, extras)


def _npm(word: str) -> Package | None:
    alias = _NPM_ALIAS.fullmatch(word)
    found = _NPM.fullmatch(alias.group("target") if alias else word)
    if found is None:
        return None
    version = found.group("version") or ""
    return Package(found.group("name"), version, alias=(alias and alias.group("alias")) or "")


def _created(word: str) -> Package | None:
    """`npm init x` runs `create-x`, `@s/x` is `@s/create-x`, `@s` is `@s/create`."""
    scope = _NPM_SCOPE.fullmatch(word)
    if scope:
        return Package(f"{scope.group('scope')}/create", scope.group("version") or "")
    package = _npm(word)
    if package is None:
        return None
    head, slash, name = package.name.rpartition("/")
    prefix = "" if name.startswith("create-") else "create-"
    return package._replace(name=f"{head}{slash}{prefix}{name}")


def _go(word: str) -> Package | None:
    name, _, version = word.partition("@")
    # A file, a package of the standard library, a pattern of this module.
    if name.endswith(".go") or name.startswith("."):
        return None
    return Package(name.removesuffix("/..."), version)


def _split_at(marks: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<name>[^{marks}\s]+)(?:(?:[{marks}]+|\s+)(?P<version>.*))?", re.DOTALL)


_MARKED = {
    Ecosystem.CARGO: _split_at("@="),
    Ecosystem.RUBYGEMS: _split_at(":"),
    Ecosystem.PACKAGIST: _split_at(":="),
    Ecosystem.NUGET: _split_at("@:"),
}


def _marked(ecosystem: Ecosystem, word: str) -> Package | None:
    found = _MARKED[ecosystem].fullmatch(word)
    if found is None:
        return None
    return Package(found.group("name"), (found.group("version") or "").strip())


def _packagist(word: str) -> Package | None:
    # `php` and `ext-*` are the platform: they hold no slash, and so does a version.
    return _marked(Ecosystem.PACKAGIST, word) if "/" in word else None


def _maven(word: str) -> Package | None:
    # `group:artifact`, and behind it a version, or packaging, classifier and version.
    group, _, rest = word.partition(":")
    artifact, _, rest = rest.partition(":")
    return Package(f"{group}:{artifact}", rest.rpartition(":")[2])


_PARSERS: dict[Ecosystem, Callable[[str], Package | None]] = {
    Ecosystem.PYPI: _pypi,
    Ecosystem.NPM: _npm,
    Ecosystem.GO: _go,
    Ecosystem.CARGO: partial(_marked, Ecosystem.CARGO),
    Ecosystem.RUBYGEMS: partial(_marked, Ecosystem.RUBYGEMS),
    Ecosystem.PACKAGIST: _packagist,
    Ecosystem.NUGET: partial(_marked, Ecosystem.NUGET),
    Ecosystem.MAVEN: _maven,
}
