"""The indexes that the user's own configuration names, outside of any repository.

Sources: pip's configuration page, uv's settings and environment references, npm's `config`, pnpm's,
Yarn's and Bun's settings, `go help environment`, the Cargo, Maven, NuGet and Composer references.
Tokens in these files are not read; URLs are returned without credentials.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import msgspec

from aireview.adapters.files import read_regular
from aireview.checks.packages.surfaces.addresses import is_pypi, strip_credentials
from aireview.errors import AireviewError
from aireview.model.packages import Ecosystem, Index, Reading
from aireview.model.text import quote

_LARGEST = 1_000_000
_READERS = "aireview.checks.packages.surfaces"
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\??(?::?-([^}]*))?\}")
_UV_NAMED = re.compile(r"(?:([A-Za-z0-9._-]+)=)?(.+)")
# What is asked where a tool is told to ask no index: it is no URL, so nothing is sent anywhere.
NOWHERE = "none"


class UserIndexes(NamedTuple):
    """Indexes, those that win over others last, and in words what could not be read."""

    indexes: tuple[Index, ...]
    notices: tuple[str, ...] = ()


class _Surroundings(NamedTuple):
    environ: Mapping[str, str]
    home: Path

    def word(self, name: str) -> str:
        """Return an environment variable, empty without one."""
        return self.environ.get(name, "").strip()

    def folder(self, variable: str, *default: str) -> Path:
        """Return the folder that a variable names, or one below the home."""
        named = self.word(variable)
        return Path(named) if named.startswith("/") else self.home.joinpath(*default)

    @property
    def config(self) -> Path:
        return self.folder("XDG_CONFIG_HOME", ".config")


class _File(NamedTuple):
    """A file of a tool, the reader of its format, and the name that the reader knows it by."""

    path: Path
    reader: str
    known_as: str = ""


class _Tool(NamedTuple):
    """Where a tool looks: its files and its variables, each from the weakest to the strongest."""

    files: Callable[[_Surroundings], Iterator[_File]]
    variables: Callable[[_Surroundings], Iterator[Index]]


def user_indexes(environ: Mapping[str, str], home: Path) -> UserIndexes:
    """Return the indexes of the user's configuration. A file that cannot be read is a notice."""
    around = _Surroundings(environ, home)
    notices: list[str] = []
    found: list[Index] = []
    for tool in _TOOLS:
        of_tool: list[Index] = []
        for file in dict.fromkeys(tool.files(around)):
            of_tool += _read(file, around, notices)
        of_tool += tool.variables(around)
        found += _effective(of_tool)
    return UserIndexes(tuple(found), tuple(notices))


def _effective(indexes: list[Index]) -> Iterator[Index]:
    """Yield what is left when later settings replace earlier ones of the same kind.

    Indexes that are asked besides others are all kept: a name may come from any of them.
    """
    last = {(one.ecosystem, one.names): one for one in indexes if one.replaces}
    for one in indexes:
        counts = not one.replaces or last[one.ecosystem, one.names] is one
        # The public index is the default: it only takes the place of another setting.
        if counts and not (one.ecosystem is Ecosystem.PYPI and is_pypi(one.url)):
            yield one


def _read(file: _File, around: _Surroundings, notices: list[str]) -> Iterator[Index]:
    shown = _shown(file.path, around.home)
    try:
        content = read_regular(str(file.path), _LARGEST)
    except AireviewError as error:
        notices.append(error.message)
        return
    if content is None:
        return
    text = _expanded(content.decode("utf-8", "surrogateescape"), around.environ)
    reader = import_module(f"{_READERS}.{file.reader}")
    reading: Reading = reader.read(file.known_as or file.path.name, text)
    notices += [
        f"{quote(shown)}:{part.line} cannot be read: {quote(part.why)}" for part in reading.unread
    ]
    for index in reading.indexes:
        yield msgspec.structs.replace(index, url=strip_credentials(index.url), path=shown)


def _shown(path: Path, home: Path) -> str:
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def _expanded(text: str, environ: Mapping[str, str]) -> str:
    """Fill in variables in the lines that name a registry, as npm, pnpm and Yarn do."""

    def value(found: re.Match[str]) -> str:
        given = environ.get(found[1], "") or found[2] or ""
        return given.replace("\n", " ") if given else found[0]

    return "\n".join(
        _VARIABLE.sub(value, line) if "egistry" in line and "${" in line else line
        for line in text.split("\n")
    )


def _index(  # noqa: PLR0913 - the fields of one value
    ecosystem: Ecosystem,
    url: str,
    variable: str,
    *,
    name: str = "",
    names: tuple[str, ...] = (),
    replaces: bool = False,
    explicit: bool = False,
) -> Index:
    return Index(
        ecosystem=ecosystem,
        url=strip_credentials(url),
        path=f"${variable}",
        name=name,
        names=names,
        replaces=replaces,
        explicit=explicit,
    )


def _is_on(word: str) -> bool:
    return word.lower() in ("1", "true", "yes", "on", "y", "t")


def _no_files(_around: _Surroundings) -> Iterator[_File]:
    return iter(())


def _no_variables(_around: _Surroundings) -> Iterator[Index]:
    return iter(())


def _pip_files(around: _Surroundings) -> Iterator[_File]:
    named = around.word("PIP_CONFIG_FILE")
    if named == os.devnull:
        return
    system = around.word("XDG_CONFIG_DIRS") or "/etc/xdg"
    paths = [Path(folder, "pip/pip.conf") for folder in reversed(system.split(":")) if folder]
    paths.append(Path("/etc/pip.conf"))
    if not (named and Path(named).exists()):
        paths += [around.home / ".pip/pip.conf", around.config / "pip/pip.conf"]
    if environment := around.word("VIRTUAL_ENV"):
        paths.append(Path(environment, "pip.conf"))
    if named:
        paths.append(Path(named))
    for path in paths:
        yield _File(path, "pip_config")


def _pip_variables(around: _Surroundings) -> Iterator[Index]:
    yield from _urls(around, Ecosystem.PYPI, "PIP_INDEX_URL", replaces=True)
    yield from _urls(around, Ecosystem.PYPI, "PIP_EXTRA_INDEX_URL")
    links = [url for url in around.word("PIP_FIND_LINKS").split() if "://" in url]
    for url in links:
        yield _index(Ecosystem.PYPI, url, "PIP_FIND_LINKS")
    if _is_on(around.word("PIP_NO_INDEX")):
        yield _index(Ecosystem.PYPI, NOWHERE, "PIP_NO_INDEX", replaces=True)


def _urls(
    around: _Surroundings, ecosystem: Ecosystem, variable: str, *, replaces: bool = False
) -> Iterator[Index]:
    for url in around.word(variable).split():
        yield _index(ecosystem, url, variable, replaces=replaces)


def _uv_files(around: _Surroundings) -> Iterator[_File]:
    if _is_on(around.word("UV_NO_CONFIG")):
        return
    if named := around.word("UV_CONFIG_FILE"):
        yield _File(Path(named), "uv_config")
        return
    yield _File(Path("/etc/uv/uv.toml"), "uv_config")
    yield _File(around.config / "uv/uv.toml", "uv_config")


def _uv_variables(around: _Surroundings) -> Iterator[Index]:
    for variable in ("UV_EXTRA_INDEX_URL", "UV_INDEX"):
        for word in around.word(variable).split():
            named = _UV_NAMED.fullmatch(word)
            name, url = (named[1] or "", named[2]) if named else ("", word)
            yield _index(Ecosystem.PYPI, url, variable, name=name)
    for variable in ("UV_INDEX_URL", "UV_DEFAULT_INDEX"):
        if word := around.word(variable):
            named = _UV_NAMED.fullmatch(word)
            name, url = (named[1] or "", named[2]) if named else ("", word)
            yield _index(Ecosystem.PYPI, url, variable, name=name, replaces=True)
    if _is_on(around.word("UV_NO_INDEX")):
        yield _index(Ecosystem.PYPI, NOWHERE, "UV_NO_INDEX", replaces=True)


def _other_python_variables(around: _Surroundings) -> Iterator[Index]:
    yield from _urls(around, Ecosystem.PYPI, "PIPENV_PYPI_MIRROR", replaces=True)
    yield from _urls(around, Ecosystem.PYPI, "PDM_PYPI_URL", replaces=True)


def _npm_files(around: _Surroundings) -> Iterator[_File]:
    named = {key.lower(): value for key, value in around.environ.items() if value}
    for path in (named.get("npm_config_globalconfig"), "/etc/npmrc", "/usr/local/etc/npmrc"):
        if path:
            yield _File(Path(path), "npm_config", ".npmrc")
    user = named.get("npm_config_userconfig")
    yield _File(around.config / "pnpm/rc", "npm_config", ".npmrc")
    yield _File(Path(user) if user else around.home / ".npmrc", "npm_config", ".npmrc")


def _npm_variables(around: _Surroundings) -> Iterator[Index]:
    for key, value in sorted(around.environ.items()):
        setting = key[len("npm_config_") :] if key.lower().startswith("npm_config_") else ""
        scope, _, last = setting.rpartition(":")
        if last.lower() == "registry" and value.strip() and (not scope or scope.startswith("@")):
            names = (f"{scope}/*",) if scope else ()
            yield _index(Ecosystem.NPM, value.strip(), key, names=names, replaces=True)


def _yarn_files(around: _Surroundings) -> Iterator[_File]:
    yield _File(around.home / ".yarnrc", "npm_config")
    name = around.word("YARN_RC_FILENAME") or ".yarnrc.yml"
    if "/" not in name:
        yield _File(around.home / name, "npm_config", ".yarnrc.yml")


def _yarn_variables(around: _Surroundings) -> Iterator[Index]:
    yield from _urls(around, Ecosystem.NPM, "YARN_REGISTRY", replaces=True)
    yield from _urls(around, Ecosystem.NPM, "YARN_NPM_REGISTRY_SERVER", replaces=True)


def _bun_files(around: _Surroundings) -> Iterator[_File]:
    yield _File(around.home / ".bunfig.toml", "npm_config")
    if around.word("XDG_CONFIG_HOME"):
        yield _File(around.config / ".bunfig.toml", "npm_config")


def _bun_variables(around: _Surroundings) -> Iterator[Index]:
    yield from _urls(around, Ecosystem.NPM, "BUN_CONFIG_REGISTRY", replaces=True)


def _cargo_files(around: _Surroundings) -> Iterator[_File]:
    folder = around.folder("CARGO_HOME", ".cargo")
    yield _File(folder / "config.toml", "cargo_config")
    yield _File(folder / "config", "cargo_config")


def _cargo_variables(around: _Surroundings) -> Iterator[Index]:
    for key, value in sorted(around.environ.items()):
        if fnmatchcase(key, "CARGO_REGISTRIES_*_INDEX") and value.strip():
            name = key.removeprefix("CARGO_REGISTRIES_").removesuffix("_INDEX")
            url = value.strip().removeprefix("sparse+").removeprefix("registry+")
            name = name.lower().replace("_", "-")
            yield _index(Ecosystem.CARGO, url, key, name=name, explicit=True)


def _maven_files(around: _Surroundings) -> Iterator[_File]:
    if home := around.word("MAVEN_HOME") or around.word("M2_HOME"):
        yield _File(Path(home, "conf/settings.xml"), "maven")
    yield _File(around.home / ".m2/settings.xml", "maven")


def _nuget_files(around: _Surroundings) -> Iterator[_File]:
    for folder in (around.home / ".nuget/NuGet", around.config / "NuGet"):
        for name in ("NuGet.Config", "nuget.config", "NuGet.config"):
            yield _File(folder / name, "nuget_config")


def _composer_files(around: _Surroundings) -> Iterator[_File]:
    if named := around.word("COMPOSER_HOME"):
        yield _File(Path(named, "config.json"), "composer")
        return
    yield _File(around.home / ".composer/config.json", "composer")
    yield _File(around.config / "composer/config.json", "composer")


# The language's file and its settings are one thing to Go: a variable wins over the same one there.
def _go_variables(around: _Surroundings) -> Iterator[Index]:
    settings = _go_settings(around)
    proxies = [word for word in re.split(r"[,|]", settings.get("GOPROXY", "")) if word.strip()]
    if proxies:
        first = proxies[0].strip()
        url = first if "://" in first else NOWHERE
        yield _index(Ecosystem.GO, url, "GOPROXY", replaces=True)
    for variable in ("GOPRIVATE", "GONOPROXY", "GONOSUMDB"):
        globs = [word.strip() for word in settings.get(variable, "").split(",")]
        names = [
            name
            for glob in globs
            if glob and glob != "none"
            for name in (glob.rstrip("/"), f"{glob.rstrip('/')}/*")
        ]
        if names:
            yield _index(
                Ecosystem.GO, "", variable, name=variable, names=tuple(names), explicit=True
            )


def _go_settings(around: _Surroundings) -> dict[str, str]:
    named = around.word("GOENV")
    found = {}
    if named != "off":
        path = Path(named) if named else around.config / "go/env"
        try:
            content = read_regular(str(path), _LARGEST) or b""
        except AireviewError:
            content = b""
        for line in content.decode("utf-8", "surrogateescape").split("\n"):
            key, _, value = line.partition("=")
            found[key.strip()] = value.strip()
    keys = ("GOPROXY", "GOPRIVATE", "GONOPROXY", "GONOSUMDB")
    return found | {key: around.word(key) for key in keys if around.word(key)}


_TOOLS = (
    _Tool(_pip_files, _pip_variables),
    _Tool(_uv_files, _uv_variables),
    _Tool(_no_files, _other_python_variables),
    _Tool(_bun_files, _bun_variables),
    _Tool(_yarn_files, _yarn_variables),
    _Tool(_npm_files, _npm_variables),
    _Tool(_no_files, _go_variables),
    _Tool(_cargo_files, _cargo_variables),
    _Tool(_maven_files, _no_variables),
    _Tool(_nuget_files, _no_variables),
    _Tool(_composer_files, _no_variables),
)
