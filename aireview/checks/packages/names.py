"""The grammar of package names and the one spelling of each, per ecosystem.

Sources: PEP 503 and the name format of the core metadata (PyPI), npm's `validate-npm-package-name`,
`module.CheckPath` of golang.org/x/mod (Go), the crates.io publishing rules, the Maven POM reference,
`Gem::Specification::VALID_NAME_PATTERN`, Composer's schema, NuGet's package id rules. A name that
does not fit is never put into a URL.
"""

from __future__ import annotations

import re

from aireview.model.packages import Ecosystem, Reference

# A package: its ecosystem and its normalised name.
Name = tuple[Ecosystem, str]

_LONGEST = 214

_GRAMMAR = {
    Ecosystem.PYPI: re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"),
    # Old names may hold capitals and start with `-` or `_`; new ones may not.
    Ecosystem.NPM: re.compile(
        r"@[A-Za-z0-9~-][A-Za-z0-9._~-]*/[A-Za-z0-9._~-]+|[A-Za-z0-9~_-][A-Za-z0-9._~-]*"
    ),
    Ecosystem.GO: re.compile(
        r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*"
    ),
    Ecosystem.CARGO: re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}"),
    Ecosystem.MAVEN: re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*:[A-Za-z0-9_][A-Za-z0-9_.-]*"),
    Ecosystem.RUBYGEMS: re.compile(r"[A-Za-z0-9._-]*[A-Za-z][A-Za-z0-9._-]*"),
    # Possessive, so that a long name without a vendor costs no more than its length.
    Ecosystem.PACKAGIST: re.compile(
        r"[a-z0-9](?:[_.-]?[a-z0-9])*+/[a-z0-9](?:(?:[_.]|-{1,2})?[a-z0-9])*+", re.IGNORECASE
    ),
    Ecosystem.NUGET: re.compile(r"[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*"),
}
_SEPARATORS = re.compile(r"[-_.]+")
_DOTS = re.compile(r"(?:^|[/:])\.{1,2}(?:$|[/:])")
_FOLDED = (Ecosystem.PACKAGIST, Ecosystem.NUGET)


def valid(ecosystem: Ecosystem, name: str) -> bool:
    """Whether a registry could know the name: what does not fit is never asked for."""
    return (
        len(name) <= _LONGEST
        and _GRAMMAR[ecosystem].fullmatch(name) is not None
        and _DOTS.search(name) is None
    )


def normalise(ecosystem: Ecosystem, name: str) -> str:
    """Return the one spelling of a name that its registry treats as the same.

    >>> normalise(Ecosystem.PYPI, "Ruamel_YAML.clib")
    'ruamel-yaml-clib'
    """
    if ecosystem is Ecosystem.PYPI:
        return _SEPARATORS.sub("-", name).lower()
    if ecosystem is Ecosystem.CARGO:
        return name.replace("_", "-").lower()
    return name.lower() if ecosystem in _FOLDED else name


def named(reference: Reference) -> Name:
    """Return the package that a reference names, in the one spelling of its registry."""
    return reference.ecosystem, normalise(reference.ecosystem, reference.name)
