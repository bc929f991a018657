"""Which modules a source distribution holds, read off its members (PEP 625 and older ones).

Nothing is built or written to the disk: a list of names and three small text files are all that is
looked at.
"""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from aireview.adapters.registries.broken import BROKEN
from aireview.adapters.registries.wheels import import_names, modules_of

SUFFIXES = (".tar.gz", ".zip", ".tgz")
_MOST_BYTES, _MOST_MEMBERS, _LARGEST_TEXT = 24_000_000, 20_000, 200_000
_TEXTS = ("top_level.txt", "namespace_packages.txt", "PKG-INFO")
_ROOTS = ("src/", "lib/", "python/", "")
# What stands beside a package and is not installed.
_SCRIPTS = frozenset(
    {
        "conftest", "ez_setup", "fabfile", "hatch_build", "manage", "noxfile", "run_tests",
        "runtests", "setup", "tasks", "versioneer",
    }
)  # fmt: skip
_ASIDE = frozenset(
    {
        "bench", "benchmark", "benchmarks", "ci", "doc", "docs", "example", "examples", "requirements",
        "scripts", "test", "testing", "tests", "tools", "utils",
    }
)  # fmt: skip


class SdistError(Exception):
    """An archive that cannot be read, and why, in words."""


class _Members(NamedTuple):
    paths: list[str]
    texts: dict[str, bytes]


def modules(file: str, content: bytes) -> tuple[str, ...]:
    """Return the modules of a source distribution. Raises SdistError for one that cannot be read."""
    try:
        members = _zip(content) if file.endswith(".zip") else _tar(content)
    except BROKEN as error:
        raise SdistError("it is no readable archive") from error
    if not members.paths:
        raise SdistError("it is empty")
    return _modules(members)


def _tar(content: bytes) -> _Members:
    with gzip.GzipFile(fileobj=io.BytesIO(content)) as stream:
        # A small archive can hold terabytes of nothing.
        unpacked = stream.read(_MOST_BYTES + 1)
    if len(unpacked) > _MOST_BYTES:
        raise SdistError("it unpacks to too many bytes")
    found = _Members([], {})
    # Not as a stream: there, `tarfile` goes on reading for a member that says it is endless.
    with tarfile.open(fileobj=io.BytesIO(unpacked), mode="r:") as archive:
        for count, member in enumerate(archive):
            if count == _MOST_MEMBERS:
                raise SdistError("it has too many members")
            if not member.isfile():
                continue
            path = _below_top(member.name)
            found.paths.append(path)
            if _is_text(path) and member.size <= _LARGEST_TEXT:
                file = archive.extractfile(member)
                found.texts[path] = file.read() if file else b""
    return found


def _zip(content: bytes) -> _Members:
    found = _Members([], {})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        if len(entries) > _MOST_MEMBERS:
            raise SdistError("it has too many members")
        for entry in entries:
            path = _below_top(entry.filename)
            if entry.is_dir():
                continue
            found.paths.append(path)
            if _is_text(path) and entry.file_size <= _LARGEST_TEXT:
                with archive.open(entry) as file:
                    found.texts[path] = file.read(_LARGEST_TEXT)
    return found


def _below_top(path: str) -> str:
    """Strip `name-version/`, the one folder that everything lies in."""
    return path.removeprefix("./").partition("/")[2]


def _is_text(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    return name in _TEXTS and (not folder or folder.endswith(".egg-info"))


def _modules(members: _Members) -> tuple[str, ...]:
    texts = {path.rpartition("/")[2]: text for path, text in sorted(members.texts.items())}
    named = import_names(texts.get("PKG-INFO", b""))
    if named is not None:
        return named
    shared = tuple(_lines(texts.get("namespace_packages.txt", b"")))
    found = _found(members.paths, shared)
    top = [name for name in _lines(texts.get("top_level.txt", b"")) if name.isidentifier()]
    if not top:
        return found
    return tuple(sorted({name for one in top for name in _below(one, found, shared)}))


def _lines(text: bytes) -> Iterator[str]:
    for line in text.decode("utf-8", "replace").splitlines()[:_MOST_MEMBERS]:
        if name := line.strip().replace("/", "."):
            yield name


def _below(top: str, found: Iterable[str], shared: tuple[str, ...]) -> list[str]:
    """Return what is known to lie in a top-level name, or the name itself."""
    deeper = [name for name in found if name == top or name.startswith(f"{top}.")]
    return deeper or ([] if top in shared else [top])


def _found(paths: list[str], shared: tuple[str, ...]) -> tuple[str, ...]:
    """Return the packages and modules of the first source root that holds any."""
    for root in _ROOTS:
        below = [path.removeprefix(root) for path in paths if path.startswith(root)]
        kept = [path for path in below if _is_installed(path)]
        packages = {
            path.rpartition("/")[0] for path in kept if path.rpartition("/")[2] == "__init__.py"
        }
        # A folder without `__init__.py` is more often no package than a namespace.
        inside = [p for p in kept if "/" not in p or p.rpartition("/")[0] in packages]
        if names := modules_of(inside, shared):
            return names
    return ()


def _is_installed(path: str) -> bool:
    top, slash, _ = path.partition("/")
    return top not in _ASIDE if slash else top.removesuffix(".py") not in _SCRIPTS
