"""Text that asks for a Python distribution, turned into a reference (PEP 508, PEP 440).

A name that is none is kept as it stands; whoever judges names decides about it.
"""

from __future__ import annotations

import re

import msgspec

from aireview.checks.packages.surfaces.addresses import strip_credentials
from aireview.model.packages import Ecosystem, Reference, Source, Surface

# What follows a name in a requirement that `packaging` does not accept (`pytz>dev`, `x=1.2`).
_LONGEST = 4_000
_LOOSE = re.compile(
    r"\s*(?P<name>[^\s\[\]();<>=!~,{}$%'\"#]+)\s*(?:$|(?P<rest>[\[(;<>=!~@,].*))", re.DOTALL
)
_REMOTE = re.compile(r"(?!file:)[a-z][a-z0-9+.-]*:|[\w.-]+@[\w.-]+:", re.IGNORECASE)
_LOCAL = re.compile(r"file:|\{root|\$\{|[^/]*/|\.{1,2}$", re.IGNORECASE)
_EGG = re.compile(r"[#&]egg=(?P<name>[A-Za-z0-9._-]+)(?:\[(?P<extras>[^\]]*)\])?")


class Place(msgspec.Struct, frozen=True):
    """Where requirements stand: a file and the kind of place it is."""

    path: str
    surface: Surface = Surface.MANIFEST


def requirement(text: str, place: Place, line: int, *, optional: bool = False) -> Reference | None:
    """Return what a PEP 508 requirement asks for, None where there is no name in it.

    >>> requirement("Django[argon2]>=4.2; python_version < '3.11'", Place("x.txt"), 1).name
    'Django'
    """
    from packaging.requirements import Requirement  # noqa: PLC0415 - only where there is a manifest

    plain = Reference(
        ecosystem=Ecosystem.PYPI,
        name="",
        surface=place.surface,
        path=place.path,
        line=line,
        optional=optional,
    )
    if len(text) > _LONGEST:
        return None
    try:
        parsed = Requirement(text)
    except (ValueError, RecursionError):  # the second for a marker of nothing but parentheses
        return _loose(text, plain)
    url = strip_credentials(parsed.url or "")
    return msgspec.structs.replace(
        plain,
        name=parsed.name,
        specifier=str(parsed.specifier),
        extras=tuple(sorted(parsed.extras)),
        source=source_of(url),
        url=url,
    )


def _loose(text: str, plain: Reference) -> Reference | None:
    found = _LOOSE.fullmatch(text)
    if found is None:
        return None
    rest = (found["rest"] or "").partition(";")[0].strip()
    url = strip_credentials(rest.removeprefix("@").strip()) if rest.startswith("@") else ""
    return msgspec.structs.replace(
        plain,
        name=found["name"],
        specifier="" if url or rest.startswith(("[", "@")) else rest.strip("()"),
        source=source_of(url),
        url=url,
    )


def source_of(location: str) -> Source:
    """Return where a location after `@` is; what is none (`x@1.2`) leaves the registry."""
    if _REMOTE.match(location):
        return Source.DIRECT
    return Source.LOCAL if _LOCAL.match(location) else Source.REGISTRY


def named_by_fragment(url: str, place: Place, line: int) -> Reference | None:
    """Return the distribution that a URL or path names in its fragment (`#egg=x`), if it does."""
    found = _EGG.search(url)
    if found is None:
        return None
    return Reference(
        ecosystem=Ecosystem.PYPI,
        name=found["name"],
        surface=place.surface,
        path=place.path,
        line=line,
        extras=tuple(part.strip() for part in (found["extras"] or "").split(",") if part.strip()),
        source=Source.DIRECT if "://" in url and not url.startswith("file:") else Source.LOCAL,
        url=strip_credentials(url),
    )
