"""Which modules a distribution installs and which distributions install a module, from the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from aireview.checks.packages.data.python_modules import (
    AMBIGUOUS,
    CONDA,
    FAMILIES,
    NAMESPACES,
    NOTHING,
    PARTS,
    PROVIDES,
    SAME,
    SPELLINGS,
)
from aireview.checks.packages.names import normalise, valid
from aireview.checks.packages.resolution import Candidate, Certainty
from aireview.model.packages import Ecosystem

_API_VERSION = re.compile(r"_v\d+(?:p\d+)?(?:alpha|beta)?\d*$")
_CUDA = re.compile(r"-cu\d+\w*$|-rocm[\d-]*$")
_DIGITS = re.compile(r"-?\d+$")
_SUFFIXES = ("-python", "-py", "-python3", "-py3")
_PREFIXES = ("python-", "python3-", "py-", "py", "lib")
_LEAST = 3  # letters of a name that is left when a part is taken away
_DEEPEST = 3  # levels of a dotted module that a distribution may be called after
_MOST = 4
# Usual ways of calling the distribution of a module `x`.
_GUESSES = (
    "python-{}",
    "py{}",
    "{}-python",
    "{}-py",
    "py-{}",
    "django-{}",
    "{}-sdk",
    "{}-client",
    "{}-python-client",
    "{}-api",
    "flask-{}",
    "pytest-{}",
    "{}-core",
    "{}-lib",
    "{}2",
    "{}3",
    "pyobjc-framework-{}",
)


def is_stub(distribution: str) -> bool:
    """Whether a normalised name is that of a package of type stubs (PEP 561, typeshed)."""
    return distribution.startswith("types-") or distribution.endswith("-stubs")


def modules_of(distribution: str, *, conda: bool = False) -> tuple[str, ...] | None:
    """Return the modules that a normalised distribution installs, None where no table tells."""
    if distribution in NOTHING or is_stub(distribution):
        return ()
    written = CONDA.get(distribution) if conda else None
    written = PROVIDES.get(distribution) if written is None else written
    if written is not None:
        return tuple(written.split())
    if distribution in SAME:
        return (distribution.replace("-", "_"),)
    return None


def squash(name: str) -> str:
    """Return what is left of a name when spelling does not count: case, `-`, `_`, `.`."""
    return name.lower().replace("-", "").replace("_", "").replace(".", "")


def spellings(module: str) -> Iterator[str]:
    """Yield a module squashed, and again without the version of an interface at its end."""
    yield squash(module)
    if "_v" in module:
        yield squash(_API_VERSION.sub("", module))


def forms(distribution: str) -> Iterator[str]:
    """Yield squashed names of modules that a distribution which no table knows may install."""
    plain = _CUDA.sub("", distribution)
    yield squash(plain)
    for start, module in FAMILIES:
        if plain.startswith(start) and len(plain) > len(start):
            yield squash(module + plain.removeprefix(start))
    shorter = [plain.removesuffix(suffix) for suffix in _SUFFIXES]
    shorter += [plain.removeprefix(prefix) for prefix in _PREFIXES]
    shorter.append(_DIGITS.sub("", plain))
    for form in shorter:
        if form != plain and len(form) >= _LEAST:
            yield squash(form)


def namespaces_of(distribution: str) -> Iterator[str]:
    """Yield the namespaces that a distribution which no table knows is a part of by its name."""
    for start, module in FAMILIES:
        if module.endswith(".") and distribution.startswith(start):
            yield from above(module + "x")


def prefixes(module: str) -> Iterator[str]:
    """Yield a dotted module and all packages above it, the longest first."""
    while module:
        yield module
        module = module.rpartition(".")[0]


def above(module: str) -> Iterator[str]:
    """Yield the packages above a dotted module, the longest first."""
    yield from prefixes(module.rpartition(".")[0])


def reachable(module: str) -> Iterator[str]:
    """Yield a module and the packages above it, as far as the one that provides it may be.

    A namespace ends the way: what provides a part of it provides none of its other parts.
    """
    for prefix in prefixes(module):
        if prefix in NAMESPACES:
            return
        yield prefix


def is_namespace(module: str) -> bool:
    """Whether no distribution provides a module by itself."""
    return module in NAMESPACES


def is_known(module: str) -> bool:
    """Whether a table names a distribution for a module or its top level."""
    top = module.partition(".")[0]
    return (
        top in NAMESPACES
        or _named(top) in SAME
        or any(prefix in _by_module() for prefix in reachable(module))
    )


@cache
def _by_module() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for distribution, modules in PROVIDES.items():
        for module in modules.split():
            found.setdefault(module, []).append(distribution)
    return {module: tuple(distributions) for module, distributions in found.items()}


@cache
def _by_spelling() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for module in _by_module():
        found.setdefault(squash(module), module)
    return found


def candidates(module: str) -> tuple[Candidate, ...]:
    """Return the distributions that may provide a module which nothing declares, likeliest first."""
    found: dict[str, Certainty] = {}
    for name, certainty in (*_curated(module), *_namesakes(module), *_guessed(module)):
        if valid(Ecosystem.PYPI, name):
            found.setdefault(name, certainty)
    return tuple(Candidate(name, certainty) for name, certainty in found.items())


def _curated(module: str) -> Iterator[tuple[str, Certainty]]:
    for name in PARTS.get(module, ()):
        yield name, Certainty.CURATED
    yield from tuple(_tabled(module)) or _of_families(module)


def _tabled(module: str) -> Iterator[tuple[str, Certainty]]:
    for prefix in reachable(module):
        if _named(prefix) in SAME:
            yield _named(prefix), Certainty.CURATED
        sure = Certainty.GUESS if prefix in AMBIGUOUS else Certainty.CURATED
        names = _by_module().get(prefix) or _by_module().get(_by_spelling().get(squash(prefix), ""))
        for name in (names or ())[:_MOST]:
            yield name, sure


def _of_families(module: str) -> Iterator[tuple[str, Certainty]]:
    for start, package in FAMILIES:
        if package.endswith(".") and module.startswith(package):
            for name in _levels(module.removeprefix(package)):
                yield start + _named(_API_VERSION.sub("", name)), Certainty.CURATED


def _namesakes(module: str) -> Iterator[tuple[str, Certainty]]:
    shortest = list(reachable(module))[-_DEEPEST:]
    for prefix in reversed(shortest):
        yield _named(_API_VERSION.sub("", prefix)), Certainty.NAMESAKE


def _levels(module: str) -> Iterator[str]:
    parts = module.split(".")[:_DEEPEST]
    return (".".join(parts[: count + 1]) for count in range(len(parts)))


def _guessed(module: str) -> Iterator[tuple[str, Certainty]]:
    top = _named(module.partition(".")[0])
    if top and top not in NAMESPACES:
        yield from ((guess.format(top), Certainty.GUESS) for guess in _GUESSES)


def _named(module: str) -> str:
    return normalise(Ecosystem.PYPI, module.strip("_"))


def distribution_for_module(name: str) -> str:
    """Return the distribution that people mean who write the name of a module or of conda for it.

    Empty where no table tells, or where the name is that of a distribution.

    >>> distribution_for_module("yaml"), distribution_for_module("cv2")
    ('PyYAML', 'opencv-python')
    """
    known = normalise(Ecosystem.PYPI, name)
    if modules_of(known) is not None:
        return ""
    installed = CONDA.get(known, "").split()
    wanted = installed[0] if installed else name
    module = wanted if wanted in _by_module() else _by_spelling().get(squash(wanted), "")
    if not module or module in AMBIGUOUS:
        return wanted if installed and _named(wanted) in SAME else ""
    found = _by_module()[module][0]
    return SPELLINGS.get(found, found)
