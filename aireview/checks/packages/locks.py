"""Entries of lock files that take a package from a strange place: another host, another's archive.

A lock file is what an installer obeys, and hardly anybody reads one: changing where an entry points
to ("lockfile poisoning") installs foreign code under a known name.
Archive paths: the npm registry's `<name>/-/<file>.tgz`; the binary distribution format and PEP 625
for file names of PyPI.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from aireview.checks.packages.changed import Changed, Key, key
from aireview.checks.packages.names import normalise
from aireview.checks.packages.sources import Sources, host_of, is_known_public
from aireview.checks.packages.verdicts import Judged, Word
from aireview.model.finding import Tier
from aireview.model.packages import Ecosystem, Reading, Reference, Source, Surface
from aireview.model.text import quote

_SDIST = re.compile(r"\.(?:tar\.(?:gz|bz2|xz)|tgz|zip)$")
_LONGEST_ENTRY = 200  # lines; a package with wheels for every platform has about a hundred


def misplaced(changed: Changed) -> tuple[Reference, ...]:
    """Return the entries that are new or changed and lie at a place that is not plainly public."""
    had = {_place(reference) for reference in _locked(changed.before)}
    placed = tuple(
        reference
        for reference in _locked(changed.after)
        if _place(reference) not in had
        and (
            not is_known_public(reference.ecosystem, address_of(reference))
            or archive_of_another(reference)
        )
    )
    return (*placed, *_moved(changed))


def _moved(changed: Changed) -> Iterator[Reference]:
    """Yield the entries that came from a registry, and now from a URL that no manifest asks for."""
    before = {
        (path, _named(reference))
        for path, reading in changed.before.items()
        for reference in reading.references
        if reference.surface is Surface.LOCK and reference.source is Source.REGISTRY
    }
    after = [reference for reading in changed.after.values() for reference in reading.references]
    asked = {
        _named(reference)
        for reference in after
        if reference.surface is Surface.MANIFEST and reference.source is not Source.REGISTRY
    }
    for reference in after:
        moved = reference.surface is Surface.LOCK and reference.source is Source.DIRECT
        name = _named(reference)
        if moved and (reference.path, name) in before and name not in asked:
            yield reference


def _named(reference: Reference) -> tuple[Ecosystem, str]:
    return reference.ecosystem, normalise(reference.ecosystem, reference.name)


def judge_locks(
    references: Sequence[Reference],
    known: Sources,
    base: Mapping[str, Reading],
    read: Callable[[str], str | None],
) -> list[Judged]:
    """Return a verdict for each entry whose place neither the configuration nor a lock of the base has.

    `base` are the readings of the base by path, `read` returns the text of a path of the head.
    """
    lines = {path: (read(path) or "").split("\n") for path in {r.path for r in references}}
    hosts = {(index.ecosystem, host_of(index.url)) for index in (*known.base, *known.user)}
    hosts |= {(r.ecosystem, host_of(address_of(r))) for r in _locked(base)}
    configured = {host_of(url) for url in known.policy.registries.values()}
    judged = []
    for reference in references:
        address = address_of(reference)
        host = host_of(address)
        if reference.source is Source.DIRECT:
            judged.append(_no_registry(_at_address(reference, lines), host))
        elif other := archive_of_another(reference):
            judged.append(_wrong_archive(_at_address(reference, lines), other))
        elif not (
            is_known_public(reference.ecosystem, address)
            or (reference.ecosystem, host) in hosts
            or host in configured
        ):
            judged.append(_foreign_host(_at_address(reference, lines), host))
    return judged


def address_of(reference: Reference) -> str:
    """Return the URL that an entry is taken from: its index, where it is pinned to one by URL."""
    return reference.index if "://" in reference.index else reference.url


def archive_of_another(reference: Reference) -> str:
    """Return the package that the archive of an entry belongs to, if it is not the entry's own."""
    path = reference.url.partition("?")[0].partition("#")[0]
    if reference.ecosystem is Ecosystem.NPM:
        return _npm_archive(path, reference.name)
    if reference.ecosystem is Ecosystem.PYPI:
        return _pypi_archive(path.rpartition("/")[2], reference.name)
    return ""


def _npm_archive(path: str, name: str) -> str:
    address, found, file = path.replace("%2f", "/").replace("%2F", "/").partition("/-/")
    if not found or file.startswith("archive/"):  # a forge's archive of a repository
        return ""
    *_, scope, last = ("", *address.split("/"))
    owner = f"{scope}/{last}" if scope.startswith("@") else last
    return "" if owner.lower() == name.lower() else owner


def _pypi_archive(file: str, name: str) -> str:
    wanted = normalise(Ecosystem.PYPI, name)
    if file.endswith(".whl"):
        owner = file.partition("-")[0]
        return "" if normalise(Ecosystem.PYPI, owner) == wanted else owner
    stem = _SDIST.sub("", file)
    if stem == file or normalise(Ecosystem.PYPI, stem).startswith(f"{wanted}-"):
        return ""
    return stem.rpartition("-")[0] or stem


def _locked(readings: Mapping[str, Reading]) -> Iterator[Reference]:
    for path in sorted(readings):
        for reference in readings[path].references:
            registry = reference.source is Source.REGISTRY
            if registry and reference.surface is Surface.LOCK and host_of(address_of(reference)):
                yield reference


def _place(reference: Reference) -> tuple[Key, str, str]:
    return key(reference), host_of(address_of(reference)), archive_of_another(reference)


def _at_address(reference: Reference, lines: Mapping[str, Sequence[str]]) -> Reference:
    """Return the entry with the line of its address: that may be all that a change has touched."""
    first = reference.line - 1
    for word in (
        reference.url.partition("#")[0].rpartition("/")[2],
        host_of(address_of(reference)),
    ):
        near = lines[reference.path][first : first + _LONGEST_ENTRY] if word else ()
        for number, line in enumerate(near, start=reference.line):
            if word in line:
                return msgspec.structs.replace(reference, line=number)
    return reference


def _foreign_host(reference: Reference, host: str) -> Judged:
    return Judged(
        reference=reference,
        verdict=Word.SUSPICIOUS,
        tier=Tier.B,
        subject=host,
        message=f"This lock entry takes `{quote(reference.name, 80)}` from {quote(host, 80)}, which is "
        "no public registry and which no configuration of the base names.",
        fix="Make the lock file anew from the registry, or configure that index in a change of its "
        "own.",
    )


def _no_registry(reference: Reference, host: str) -> Judged:
    name = quote(reference.name, 80)
    return Judged(
        reference=reference,
        verdict=Word.SUSPICIOUS,
        tier=Tier.B,
        subject=f"{reference.name} from {host}",
        message=f"This lock entry took `{name}` from the registry; it now comes from "
        f"{quote(host or 'a URL', 80)}, and no manifest of this change asks for that.",
        evidence=(quote(reference.url, 200),) if reference.url else (),
        fix="Make the lock file anew from the registry.",
    )


def _wrong_archive(reference: Reference, other: str) -> Judged:
    name = quote(reference.name, 80)
    return Judged(
        reference=reference,
        verdict=Word.SUSPICIOUS,
        tier=Tier.B,
        subject=f"{reference.name} from {other}",
        message=f"This lock entry of `{name}` installs an archive of `{quote(other, 80)}`.",
        evidence=(quote(reference.url, 200),),
        fix="Make the lock file anew from the registry.",
    )
