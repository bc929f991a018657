"""Aliases of JavaScript projects: which specifiers configuration maps to files of the repository.

Sources: `paths` and `baseUrl` of the TypeScript handbook ("Module resolution"), "Subpath imports" of
Node.js, `resolve.alias` of Vite and webpack, import maps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from aireview.checks.packages.specifiers import scheme_of
from aireview.model.packages import Alias

_ENDINGS = frozenset(
    (
        *("ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs", "json", "json5", "node", "wasm"),
        *("vue", "svelte", "astro", "md", "mdx", "graphql", "gql"),
        *("css", "scss", "sass", "less", "styl"),
    )
)
_VARIANTS = frozenset(("d", "native", "ios", "android", "web", "server", "client"))
_WRITTEN_FOR_TYPESCRIPT = (".js", ".jsx", ".mjs", ".cjs")
_INSTALLED = "node_modules/"


class Files:
    """The files of a repository by every spelling that a bundler finds them under."""

    def __init__(self, paths: Iterable[str], folders: frozenset[str]) -> None:
        self._modules: set[str] = set()
        self._folders = folders
        for path in paths:
            self._modules.update(_spellings(path))

    def has(self, path: str) -> bool:
        """Whether there is a file, without its ending or as the index of a folder as well."""
        path = _plain(path)
        if path in self._modules:
            return True
        stem, dot, ending = path.rpartition(".")
        return f".{ending}" in _WRITTEN_FOR_TYPESCRIPT and bool(dot) and stem in self._modules

    def has_folder(self, path: str) -> bool:
        """Whether any file lies in the folder."""
        return _plain(path) in self._folders


def _plain(path: str) -> str:
    """Return a path without `.`, `..` and empty parts.

    >>> _plain("apps/web/../ui//index")
    'apps/ui/index'
    """
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _spellings(path: str) -> Iterator[str]:
    yield path
    folder, slash, name = path.rpartition("/")
    if name == "package.json":
        yield folder
    stem, dot, ending = name.rpartition(".")
    if not dot or ending not in _ENDINGS:
        return
    stems = [stem]
    before, dot, variant = stem.rpartition(".")
    if dot and variant in _VARIANTS:
        stems.append(before)
    for each in stems:
        yield f"{folder}{slash}{each}"
        if each == "index":
            yield folder


class Match(NamedTuple):
    """An alias that fits a specifier, and what it stands for.

    `file` is the path that is there, `package` a specifier of npm, `address` a URL or a name of
    another registry. `missing` is a path that is not there. With none of them the alias is computed.
    """

    alias: Alias
    file: str = ""
    package: str = ""
    address: str = ""
    missing: str = ""


class _Patterns:
    """Aliases by what stands before their `*`, so that a look-up does not try them all."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self._exact: dict[str, list[Alias]] = {}
        self._open: dict[str, list[tuple[str, Alias]]] = {}
        for alias in aliases:
            head, star, tail = alias.pattern.partition("*")
            if star:
                self._open.setdefault(head, []).append((tail, alias))
            else:
                self._exact.setdefault(head, []).append(alias)
        self._lengths = sorted({len(head) for head in self._open}, reverse=True)

    def fitting(self, specifier: str) -> Iterator[tuple[Alias, str]]:
        """Yield the aliases that fit with what their `*` stands for, the longest pattern first."""
        for alias in self._exact.get(specifier, ()):
            yield alias, ""
        for length in self._lengths:
            for tail, alias in self._open.get(specifier[:length], ()):
                end = len(specifier) - len(tail)
                if end >= length and specifier.endswith(tail):
                    yield alias, specifier[length:end]


class Aliases:
    """The aliases of a repository, by the folder that they count for."""

    def __init__(self, aliases: Sequence[Alias], files: Files) -> None:
        folders: dict[str, list[Alias]] = {}
        for alias in aliases:
            folders.setdefault(alias.folder, []).append(alias)
        self._folders: Mapping[str, _Patterns] = {
            folder: _Patterns(many) for folder, many in folders.items()
        }
        self._bases = tuple(alias for alias in aliases if alias.pattern == "*")
        self._everywhere = _Patterns(
            alias for alias in aliases if not alias.pattern.startswith("*")
        )
        self._files = files

    def matches(self, specifier: str, folder: str) -> Iterator[Match]:
        """Yield what the specifier stands for in a folder: the nearest configuration first."""
        for above in upwards(folder):
            if above in self._folders:
                for alias, star in self._folders[above].fitting(specifier):
                    yield from self._targets(alias, star)

    def elsewhere(self, specifier: str) -> Match | None:
        """Return a file that the specifier stands for in any folder.

        A configuration may lie beside the files that it counts for, be extended by another one, or
        mean the folder that its tool is started in.
        """
        for alias, star in self._everywhere.fitting(specifier):
            for target in alias.targets:
                path = target.replace("*", star)
                inside = path.removeprefix(f"{alias.folder}/")
                for above in upwards(alias.folder):
                    file = f"{above}/{inside}".strip("/")
                    if self._files.has(file):
                        return Match(alias, file=file)
        return None

    def starts_in_folder(self, specifier: str, folder: str) -> bool:
        """Whether a specifier starts with a folder of the repository that code there can name.

        Such a path is no package; what it leads to may be built, or mapped by a tool's own setting.
        """
        first, slash, _ = specifier.partition("/")
        if not slash or first.startswith("@"):
            return False
        roots = [alias.targets for alias in self._bases if f"{folder}/".startswith(alias.folder)]
        bases = [target.partition("*")[0] for targets in roots for target in targets]
        return any(
            self._files.has_folder(f"{base}/{first}" if base else first)
            for base in (*bases, *upwards(folder))
        )

    def _targets(self, alias: Alias, star: str) -> Iterator[Match]:
        # `*` is a base folder, `*.css` a stand-in of a test: neither makes a package one's own.
        anything = alias.pattern.startswith("*")
        missing = ""
        for target in alias.targets:
            if anything and "*" not in target:
                continue
            path = target.replace("*", star)
            scheme = scheme_of(path)
            if _INSTALLED in path:
                inside = path.rpartition(_INSTALLED)[2]
                if not anything and not inside.startswith("@types/"):
                    yield Match(alias, package=inside)
            elif scheme == "npm":
                yield Match(alias, package=path)
            elif scheme:
                yield Match(alias, address=path)
            elif self._files.has(path):
                yield Match(alias, file=path)
            else:
                missing = missing or path
        if missing and not anything:
            yield Match(alias, missing=missing)
        if not alias.targets and not anything:
            yield Match(alias)


def upwards(folder: str) -> Iterator[str]:
    """Yield a folder and every one above it, up to the root.

    >>> list(upwards("apps/web"))
    ['apps/web', 'apps', '']
    """
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]
    yield ""
