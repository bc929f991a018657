"""Which modules a published package installs, read off its files without unpacking them.

In order: the metadata that an index has beside a wheel (PEP 658, 714 and 794), the directory of the
newest wheel (PEP 427, by range requests), the members of the newest source distribution. Files are
taken from the index's own host, or from the one that its page names.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import quote, urldefrag, urljoin, urlsplit

import msgspec

from aireview.adapters.registries.answers import decoded, settled
from aireview.adapters.registries.broken import BROKEN
from aireview.adapters.registries.cache import DAY, Held
from aireview.adapters.registries.client import Client
from aireview.adapters.registries.hosts import is_inside
from aireview.adapters.registries.http import OVER_BUDGET, Reply, Visit
from aireview.adapters.registries.pypi import ACCEPT, simple_index
from aireview.adapters.registries.ranges import Remote, RemoteError
from aireview.adapters.registries.sdists import SUFFIXES, SdistError, modules
from aireview.adapters.registries.wheels import (
    declares_namespace,
    import_names,
    modules_of,
    namespace_like,
)
from aireview.checks.packages.names import normalise, valid
from aireview.model.packages import Ecosystem, Provided

# A project's newest file is looked for again after a week; what is in a file never changes.
_FRESH_S = 7 * DAY
_MOST_NAMES = 200
_LARGEST_SDIST, _LARGEST_WHEEL, _LARGEST_INIT = 2_000_000, 4_000_000_000, 4_000
_MOST_INITS = 4
_BY_ECOSYSTEM = "only the archives of PyPI are read"


class _File(msgspec.Struct):
    filename: str = ""
    url: str = ""
    hashes: Any = None
    size: Any = None
    yanked: Any = False
    core_metadata: Any = msgspec.field(default=None, name="core-metadata")
    dist_info_metadata: Any = msgspec.field(default=None, name="dist-info-metadata")


class _Page(msgspec.Struct):
    files: list[_File]


class _Archive(NamedTuple):
    """A file to look into. `key` is what it is kept under: its hash, or where it lies."""

    name: str
    url: str
    key: str
    size: int = 0
    metadata: bool = False


class _Chosen(NamedTuple):
    """The file of a project that is to be read, or why there is none."""

    archive: _Archive | None
    why: str = ""
    url: str = ""


class Archives:
    """Reads files of packages with a client's connections, cache and budget of time."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def modules(self, ecosystem: Ecosystem, names: Sequence[str]) -> Mapping[str, Provided]:
        """Return the modules of packages by normalised name. Never raises for what an index does."""
        if ecosystem is not Ecosystem.PYPI:
            return dict.fromkeys(names, Provided(modules=None, why=_BY_ECOSYSTEM))
        base = self._client.base(ecosystem)
        if not base:
            no_index = Provided(modules=None, why="the index is no URL of a web server")
            return dict.fromkeys(names, no_index)
        index = simple_index(base)
        wanted = [name for name in dict.fromkeys(names) if valid(ecosystem, name)][:_MOST_NAMES]
        found = self._kept(index, wanted)
        found |= self._read(index, [name for name in wanted if name not in found])
        left = Provided(modules=None, why="it was not asked for: no index can know it, or too many")
        return {name: found.get(name, left) for name in names}

    def _kept(self, index: str, names: Sequence[str]) -> dict[str, Provided]:
        if self._client.cache is None:
            return {}
        held = self._client.cache.modules(_project_key(index, name) for name in names)
        now = self._client.now
        return {
            name: Provided(modules=one.modules, url=one.url)
            for name in names
            if (one := held.get(_project_key(index, name))) and 0 <= now - one.stored < _FRESH_S
        }

    def _read(self, index: str, names: Sequence[str]) -> dict[str, Provided]:
        if not names:
            return {}
        pages = self._client.run([partial(_choose, index, name) for name in names])
        chosen = {
            name: page or _Chosen(None, OVER_BUDGET)
            for name, page in zip(names, pages, strict=True)
        }
        found = {
            name: Provided(modules=None, why=one.why, url=one.url)
            for name, one in chosen.items()
            if one.archive is None
        }
        archives = {name: one.archive for name, one in chosen.items() if one.archive is not None}
        read = self._contents(tuple(dict.fromkeys(archives.values())))
        found |= {name: read[archive] for name, archive in archives.items()}
        self._keep(
            {_project_key(index, name): found[name] for name in archives}
            | {archive.key: read[archive] for archive in read}
        )
        return found

    def _contents(self, archives: Sequence[_Archive]) -> dict[_Archive, Provided]:
        cache = self._client.cache
        held = cache.modules(archive.key for archive in archives) if cache else {}
        found = {
            archive: Provided(modules=held[archive.key].modules, url=archive.url)
            for archive in archives
            if archive.key in held
        }
        new = [archive for archive in archives if archive not in found]
        read = self._client.run([partial(_open, archive) for archive in new]) if new else []
        for archive, one in zip(new, read, strict=True):
            found[archive] = one or Provided(modules=None, why=OVER_BUDGET, url=archive.url)
        return found

    def _keep(self, found: Mapping[str, Provided]) -> None:
        now = self._client.now
        held = {
            key: Held(one.modules, one.url, now)
            for key, one in found.items()
            if one.modules is not None
        }
        if held and self._client.cache is not None:
            self._client.cache.write_modules(held)


def _project_key(index: str, name: str) -> str:
    return f"{Ecosystem.PYPI.value}\n{index}\n{name}"


def _choose(index: str, name: str, visit: Visit) -> _Chosen:
    """Return the newest file of a project that says what it installs."""
    url = f"{index}{quote(name, safe='')}/"
    reply = visit.get(url, ACCEPT)
    if (known := settled(reply)) is not None:
        return _Chosen(None, known.why, url)
    files = _linked(reply) if reply.is_html else decoded(reply, _Page)
    if files is None:
        return _Chosen(None, "the answer is no project of the simple index", url)
    archive = _newest(reply.url, name, files.files)
    if archive is None:
        return _Chosen(None, "the project has no file that can be read", url)
    if not _may_fetch(archive.url, index):
        return _Chosen(None, "its files lie at a place that may not be asked", url)
    return _Chosen(archive)


def _linked(reply: Reply) -> _Page:
    """Read a page of links (PEP 503)."""
    from aireview.adapters.registries.simple_page import parse  # noqa: PLC0415 - seldom needed

    return _Page(
        [
            _File(
                filename=link.file,
                url=link.url,
                hashes=_fragment(link.url),
                yanked=link.yanked,
                core_metadata=link.metadata,
            )
            for link in parse(reply.body).links
        ]
    )


def _fragment(url: str) -> dict[str, str]:
    algorithm, _, value = urldefrag(url).fragment.partition("=")
    return {algorithm: value}


def _newest(page: str, name: str, files: Iterable[_File]) -> _Archive | None:
    """Return the wheel of the newest version that has one, else the newest source distribution."""
    usable = [file for file in files if file.yanked is False]
    for versions in (_wheels(name, usable), _sdists(name, usable)):
        best = _latest(versions)
        if best is not None and (archive := _archive(page, best)) is not None:
            return archive
    return None


def _wheels(name: str, files: Iterable[_File]) -> Iterator[tuple[str, _File]]:
    for file in files:
        parts = file.filename.removesuffix(".whl").split("-")
        named = file.filename.endswith(".whl") and len(parts) in (5, 6)
        if named and normalise(Ecosystem.PYPI, parts[0]) == name:
            yield parts[1], file


def _sdists(name: str, files: Iterable[_File]) -> Iterator[tuple[str, _File]]:
    for file in files:
        suffix = next((one for one in SUFFIXES if file.filename.endswith(one)), "")
        stem, dash, version = file.filename.removesuffix(suffix).rpartition("-")
        if suffix and dash and normalise(Ecosystem.PYPI, stem) == name:
            yield version, file


def _latest(files: Iterable[tuple[str, _File]]) -> _File | None:
    """Return the file of the newest release, else of the newest pre-release (PEP 440)."""
    from packaging.version import InvalidVersion, Version  # noqa: PLC0415 - slow to import

    by_version: dict[str, list[_File]] = {}
    for version, file in files:
        by_version.setdefault(version, []).append(file)
    parsed = []
    for version in by_version:
        try:
            parsed.append((Version(version), version))
        except InvalidVersion:
            continue
    if not parsed:
        return None
    _, newest = max(parsed, key=lambda one: (not one[0].is_prerelease, one[0]))
    return min(by_version[newest], key=_strangeness)


def _strangeness(file: _File) -> tuple[bool, bool, bool, str]:
    """Order the wheels of a version: one for everybody first, then one for the usual machine."""
    name = file.filename
    return not name.endswith("-any.whl"), "manylinux" not in name, "x86_64" not in name, name


def _archive(page: str, file: _File) -> _Archive | None:
    try:
        url = urldefrag(urljoin(page, file.url)).url
    except ValueError:
        return None
    if not url.isascii() or not url.isprintable() or " " in url:
        return None
    digest = file.hashes.get("sha256") if isinstance(file.hashes, dict) else None
    beside = file.core_metadata if file.core_metadata is not None else file.dist_info_metadata
    return _Archive(
        name=file.filename,
        url=url,
        # The page gives the hash, so only files of one index share it.
        key=f"file\n{page}\n{digest}" if isinstance(digest, str) and digest else f"file\n{url}",
        size=file.size if isinstance(file.size, int) and file.size > 0 else 0,
        metadata=bool(beside),
    )


def _may_fetch(url: str, index: str) -> bool:
    """Whether a page of an index may send us to a URL: to a web server, not into our own network."""
    try:
        asked, own = urlsplit(url), urlsplit(index)
        same = (asked.scheme, asked.netloc) == (own.scheme, own.netloc)
        host = asked.hostname or ""
    except ValueError:
        return False
    if same:
        return True
    upgraded = asked.scheme == own.scheme or (own.scheme, asked.scheme) == ("http", "https")
    plain = upgraded and bool(host) and asked.username is None and asked.password is None
    return plain and not is_inside(host)


def _open(archive: _Archive, visit: Visit) -> Provided:
    """Return what a file installs."""
    try:
        found = _held(archive, visit)
    except (RemoteError, SdistError) as error:
        return Provided(modules=None, why=f"{archive.name}: {error}", url=archive.url)
    return Provided(modules=found, url=archive.url)


def _held(archive: _Archive, visit: Visit) -> tuple[str, ...]:
    if archive.metadata:
        reply = visit.get(f"{archive.url}.metadata")
        named = import_names(reply.body) if settled(reply) is None else None
        if named is not None:
            return named
    size = archive.size or _size(archive, visit)
    if archive.name.endswith(".whl"):
        return _wheel(Remote(visit, archive.url, min(size, _LARGEST_WHEEL)))
    if size > _LARGEST_SDIST:
        raise SdistError("the source distribution is too large to look into")
    reply = visit.get(archive.url, Accept_Encoding="identity")
    if (known := settled(reply)) is not None:
        raise RemoteError(known.why)
    return modules(archive.name, reply.body[:_LARGEST_SDIST])


def _size(archive: _Archive, visit: Visit) -> int:
    reply = visit.head(archive.url, Accept_Encoding="identity")
    if (known := settled(reply)) is not None:
        raise RemoteError(known.why)
    told = reply.headers.get("content-length", "")
    if not (told.isascii() and told.isdigit() and len(told) < 12 and int(told)):
        raise RemoteError("the server does not say how large it is")
    return int(told)


def _wheel(remote: Remote) -> tuple[str, ...]:
    """Return what a wheel installs, by its directory and at most a few of its smallest files."""
    try:
        with zipfile.ZipFile(remote) as archive:
            paths = archive.namelist()
            shared = [*_shared(archive, paths)]
    except RemoteError:
        raise
    except BROKEN as error:
        raise RemoteError("it is no readable archive") from error
    return modules_of(paths, shared)


def _shared(archive: zipfile.ZipFile, paths: Sequence[str]) -> Iterator[str]:
    """Yield the packages of a wheel that other distributions put modules into as well."""
    listed = next(
        (path for path in paths if path.endswith(".dist-info/namespace_packages.txt")), ""
    )
    if listed:
        yield from _text(archive, listed).split()
    known = set(paths)
    for name in namespace_like(paths)[:_MOST_INITS]:
        path = f"{name.replace('.', '/')}/__init__.py"
        if path in known and declares_namespace(_text(archive, path)):
            yield name


def _text(archive: zipfile.ZipFile, path: str) -> str:
    entry = archive.getinfo(path)
    if not 0 < entry.file_size <= _LARGEST_INIT:
        return ""
    with archive.open(entry) as file:
        return file.read(_LARGEST_INIT).decode("utf-8", "replace")
