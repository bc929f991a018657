"""What the project's own environment holds: distributions and their modules, read as text.

Sources: the database of installed projects (PEP 376 and 627: `METADATA`, `RECORD`), `top_level.txt`
and `*.egg-info` of setuptools, import names in metadata (PEP 794), `__pypackages__` (PEP 582).
Nothing is imported. A folder that the repository itself brings along is no environment: its authors
would decide what is installed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from aireview.adapters.registries.wheels import import_names, modules_of
from aireview.checks.packages.names import normalise
from aireview.model.packages import Ecosystem

_FOLDERS = (".venv", "venv", "env", ".env")
_MOST = 5_000
_LARGEST, _LARGEST_RECORD = 200_000, 8_000_000
_ENDINGS = (".dist-info", ".egg-info")


def installed_modules(
    root: Path, environ: Mapping[str, str], tracked: Sequence[str]
) -> Mapping[str, tuple[str, ...]]:
    """Return the modules of each distribution in the project's environment, by normalised name.

    `tracked` are the paths that git has below `root`. What a distribution holds is read when it is
    asked for.
    """
    places: dict[str, tuple[str, str]] = {}
    for site in _sites(str(root), environ, tracked):
        for name, folder in _distributions(site):
            places.setdefault(name, (site, folder))
            if len(places) == _MOST:
                return _Installed(places)
    return _Installed(places)


class _Installed(Mapping[str, tuple[str, ...]]):
    """Distributions by name; each is read once, the first time somebody asks."""

    def __init__(self, places: Mapping[str, tuple[str, str]]) -> None:
        self._places = places
        self._read: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, name: str) -> tuple[str, ...]:
        if name not in self._read:
            site, folder = self._places[name]
            self._read[name] = _modules(site, folder, name)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _sites(root: str, environ: Mapping[str, str], tracked: Sequence[str]) -> Iterator[str]:
    """Yield the folders that distributions are installed in, the activated environment first."""
    active = environ.get("VIRTUAL_ENV", "")
    if os.path.isabs(active) and not _is_tracked(active, root, tracked):  # noqa: PTH117 - surrogates
        yield from _libraries(active)
    for name in _FOLDERS:
        environment = os.path.join(root, name)  # noqa: PTH118 - surrogate paths
        if environment != active and _is_own(environment, root, tracked):
            yield from _libraries(environment)
    local = os.path.join(root, "__pypackages__")  # noqa: PTH118 - surrogate paths
    if _is_own(local, root, tracked):
        for version in _entries(local):
            yield os.path.join(local, version, "lib")  # noqa: PTH118 - surrogate paths


def _is_own(folder: str, root: str, tracked: Sequence[str]) -> bool:
    """Whether a folder lies in the project, not behind a link that leads out, and git has none of it."""
    top = os.path.realpath(root)
    real = os.path.realpath(folder)
    return (
        os.path.isdir(folder)  # noqa: PTH112 - surrogate paths
        and real.startswith(f"{top}{os.sep}")
        and not _is_tracked(folder, root, tracked)
    )


def _is_tracked(folder: str, root: str, tracked: Sequence[str]) -> bool:
    """Whether git has files of a folder, by the name it has and by the one a link gives it."""
    top = os.path.realpath(root)
    prefixes = tuple(
        f"{os.path.relpath(place, start)}/"
        for place, start in ((folder, root), (os.path.realpath(folder), top))
    )
    inside = tuple(prefix for prefix in prefixes if not prefix.startswith("../"))
    return bool(inside) and any(path.startswith(inside) or f"{path}/" in inside for path in tracked)


def _libraries(environment: str) -> Iterator[str]:
    for above in ("lib", "lib64"):
        folder = os.path.join(environment, above)  # noqa: PTH118 - surrogate paths
        if os.path.islink(folder):  # noqa: PTH114 - surrogate paths
            continue  # `lib64` is mostly a link to `lib`
        for name in _entries(folder):
            if name.startswith(("python", "pypy")):
                yield os.path.join(folder, name, "site-packages")  # noqa: PTH118 - surrogate paths
    yield os.path.join(environment, "Lib", "site-packages")  # noqa: PTH118 - surrogate paths


def _entries(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - surrogate paths
    except OSError:
        return []


def _distributions(site: str) -> Iterator[tuple[str, str]]:
    for entry in _entries(site):
        if entry.endswith(_ENDINGS):
            stem = entry.removesuffix(".dist-info").removesuffix(".egg-info")
            yield normalise(Ecosystem.PYPI, stem.partition("-")[0]), entry


def _modules(site: str, folder: str, name: str) -> tuple[str, ...]:
    own = os.path.join(site, folder)  # noqa: PTH118 - surrogate paths
    metadata = "METADATA" if folder.endswith(".dist-info") else "PKG-INFO"
    named = import_names(_content(os.path.join(own, metadata)))  # noqa: PTH118 - surrogate paths
    if named is not None:
        return named
    top = _words(own, "top_level.txt")
    shared = _words(own, "namespace_packages.txt")
    if top and all(word not in shared and _is_whole(site, word) for word in top):
        return top
    return _recorded(own, shared) or _by_name(own, name) or top


def _is_whole(site: str, module: str) -> bool:
    """Whether a top-level name is a module or a package, not a namespace that many share."""
    folder = os.path.join(site, module)  # noqa: PTH118 - surrogate paths
    if not os.path.isdir(folder):  # noqa: PTH112 - surrogate paths
        return True
    return os.path.isfile(os.path.join(folder, "__init__.py"))  # noqa: PTH113, PTH118 - as above


def _recorded(own: str, shared: tuple[str, ...]) -> tuple[str, ...]:
    """Return the modules in the list of installed files."""
    record = _content(os.path.join(own, "RECORD"), _LARGEST_RECORD)  # noqa: PTH118 - surrogates
    # A path with a comma or a quote in it is quoted (CSV), and is no module.
    lines = record.decode("utf-8", "surrogateescape").split("\n")
    return modules_of((line.partition(",")[0] for line in lines), shared)


def _by_name(own: str, name: str) -> tuple[str, ...]:
    """Return what a distribution is called, for one that is installed as a link to its source."""
    linked = b'"editable"' in _content(os.path.join(own, "direct_url.json"))  # noqa: PTH118 - as above
    return (name.replace("-", "_"),) if linked else ()


def _words(own: str, file: str) -> tuple[str, ...]:
    text = _content(os.path.join(own, file)).decode("utf-8", "surrogateescape")  # noqa: PTH118 - as above
    return tuple(dict.fromkeys(word.replace("/", ".") for word in text.split()))


def _content(path: str, limit: int = _LARGEST) -> bytes:
    """Return the start of a regular file, nothing where there is none."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return b""
    with suppress(OSError), open(handle, "rb", buffering=0) as file:  # noqa: PTH123 - a handle
        return file.read(limit)
    return b""
