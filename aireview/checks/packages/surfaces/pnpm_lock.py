"""pnpm-lock.yaml, lockfileVersion 5 to 9, read line by line.

A lock file has megabytes and pnpm writes it in one layout, so that a YAML parser is not needed: two
columns are one level. What has another layout is reported. Source: pnpm's `lockfile-types` and
`dependency-path`: a package's key is `/name/1.0.0_peers` (5), `/name@1.0.0(peers)` (6) or
`name@1.0.0` (9); `host/name/1.0.0`, `file:…`, `github.com/…` and `name@https://…` are other sources.
"""

from __future__ import annotations

import re

from aireview.checks.packages.surfaces.addresses import strip_credentials
from aireview.checks.packages.surfaces.npm_specs import source_of, split_name
from aireview.model.packages import Ecosystem, Reading, Reference, Source, Surface, Unread

_TOP = re.compile(r"(\w+):(?: (.*))?")
_BETWEEN = re.compile(r"---.*|\.\.\.|#.*")
_KEY = re.compile(
    r"  (?:\? )?(\"[^\"\\]*\"|'(?:[^']|'')*'|[^\s\"'#&*!|>{\[][^\s\"']*?)(:(?: (.*))?)?"
)
_FIELD = re.compile(r"(?:    |  : )(\w+):(?: (.*))?")
_IMPORTED = re.compile(r" +(\"[^\"]*\"|'[^']*'|[^\s\"'#:][^\s:]*): ?(.*)")
_RESOLUTION = re.compile(r"(?<!\w)(tarball|directory|type|commit): *['\"]?([^,'\"}\s]+)")
_WRONG = "a line that is not in pnpm's own layout"
_MOST_UNREAD = 20
_IMPORTERS = ("importers", "dependencies", "devDependencies", "optionalDependencies")
_AT_SINCE = 6  # the version of the layout that parts name and version by `@`
_HERE = ("link:", "file:")


class _Package:
    """An entry of `packages` while its lines are read."""

    def __init__(self, line: int, key: str) -> None:
        self.line = line
        self.key = key
        self.name = ""
        self.optional = False
        self.resolution: dict[str, str] = {}

    def reference(self, path: str, layout: int) -> Reference:
        """Return the package, once all its lines are read."""
        name, version, url = _parts(self, layout)
        source = self._source(version)
        tarball = self.resolution.get("tarball", "")
        return Reference(
            ecosystem=Ecosystem.NPM,
            name=name,
            surface=Surface.LOCK,
            path=path,
            line=self.line,
            specifier=version if source is Source.REGISTRY else "",
            source=source,
            url=strip_credentials(tarball if "://" in tarball else url),
            optional=self.optional,
        )

    def _source(self, version: str) -> Source:
        kind = self.resolution.get("type", "")
        if kind == "directory" or self.key.startswith(_HERE):
            return Source.LOCAL
        # pnpm takes the scope of jsr.io from there without any setting.
        if (
            kind == "git"
            or "commit" in self.resolution
            or self.key.startswith("@jsr/")
            or self.name
        ):
            return Source.DIRECT
        return source_of(version)


def _parts(package: _Package, layout: int) -> tuple[str, str, str]:
    """Return name, version and host of a key; the version without its peers."""
    key, host = package.key, ""
    if package.name:
        return package.name, "", ""
    if layout <= _AT_SINCE:
        host, _, key = key.partition("/")
    key = key.partition("(")[0]
    if layout >= _AT_SINCE:
        name, version = split_name(key)
    else:
        parts = key.split("/")
        at = 2 if key.startswith("@") else 1
        name, version = "/".join(parts[:at]), "/".join(parts[at:]).partition("_")[0]
    url = version if "://" in version else (f"https://{host}/" if host else "")
    return name, version, url


class _Lock:
    """The walk over the lines: which section, which entry, which field."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.layout = 0
        self.section = ""
        self.field = ""
        self.importer_key, self.importer_line = "", 1
        self.package: _Package | None = None
        self.references: list[Reference] = []
        self.unread: list[Unread] = []

    def line(self, content: str, line: int) -> None:
        """Take in one line."""
        if not content.startswith(" "):
            self._top(content, line)
        elif self.section == "packages":
            self._packages(content, line)
        elif self.section in _IMPORTERS:
            self._importers(content, line)

    def close(self) -> None:
        """End the entry that is open."""
        if self.package is not None:
            self.references.append(self.package.reference(self.path, self.layout))
        self.package, self.field = None, ""

    def wrong(self, line: int) -> None:
        """Note a line that cannot be read."""
        if len(self.unread) < _MOST_UNREAD:
            self.unread.append(Unread(line, _WRONG))

    def _top(self, content: str, line: int) -> None:
        self.close()
        self.section = ""
        found = _TOP.fullmatch(content)
        if found is None:
            if not _BETWEEN.fullmatch(content):
                self.wrong(line)
            return
        self.section, value = found.group(1), (found.group(2) or "").strip("'\" ")
        if self.section == "lockfileVersion":
            major = value.partition(".")[0]
            self.layout = int(major) if major.isdecimal() and len(major) < 3 else 0
        elif value not in ("", "{}") and self.section in ("packages", *_IMPORTERS):
            self.wrong(line)

    def _packages(self, content: str, line: int) -> None:
        if not content.startswith(("   ", "  : ")):
            self._key(content, line)
        elif self.package is None:
            self.wrong(line)
        else:
            self._field(self.package, content)

    def _key(self, content: str, line: int) -> None:
        if content.lstrip().startswith("#"):
            return
        self.close()
        found = _KEY.fullmatch(content)
        if found is None or found.group(3):
            self.wrong(line)
        if found is not None:
            self.package = _Package(line, _plain(found.group(1)))

    def _field(self, package: _Package, content: str) -> None:
        found = _FIELD.fullmatch(content)
        if found:
            self.field, value = found.group(1), found.group(2) or ""
            if self.field == "name":
                package.name = _plain(value)
            elif self.field == "optional":
                package.optional = value == "true"
        if self.field == "resolution":
            package.resolution.update(_RESOLUTION.findall(content))

    def _importers(self, content: str, line: int) -> None:
        """Take in a dependency of a project; all but links stand among the packages as well."""
        found = _IMPORTED.fullmatch(content)
        if found is None:
            return
        key, value = _plain(found.group(1)), _plain(found.group(2))
        if not value:
            self.importer_key, self.importer_line = key, line
        elif value.startswith(_HERE):
            at = (self.importer_key, self.importer_line) if key == "version" else (key, line)
            self.references.append(
                Reference(
                    ecosystem=Ecosystem.NPM,
                    name=at[0],
                    surface=Surface.LOCK,
                    path=self.path,
                    line=at[1],
                    source=Source.LOCAL,
                )
            )


def _plain(written: str) -> str:
    quote = written[:1]
    if len(written) > 1 and quote in "'\"" and written.endswith(quote):
        return written[1:-1].replace("''", "'")
    return written


def read(path: str, text: str) -> Reading:
    """Read a pnpm-lock.yaml."""
    lock = _Lock(path)
    for line, content in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        kept = content.rstrip("\r ")
        if "\r" in kept:  # YAML would begin a line there
            lock.wrong(line)
        elif kept:
            lock.line(kept, line)
    lock.close()
    if not lock.layout and text.strip():
        lock.unread.insert(
            0, Unread(1, "no `lockfileVersion`: this is no lock file that pnpm writes")
        )
    return Reading(references=tuple(lock.references), unread=tuple(lock.unread))
