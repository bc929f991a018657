"""A package registry on this machine: real HTTP on 127.0.0.1, invented packages, faults by name.

    with FakeRegistry({Ecosystem.PYPI: ["real-xtr", Package("young-xtr", first_published=...)]}) as fake:
        fake.bases[Ecosystem.PYPI]      # http://127.0.0.1:<port>/pypi/simple/
        fake.fault("throttled", times=1)
        fake.requests                   # every request: method, path, headers

Tests that use it carry `pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])`. The canary names of
the product are served unless `canaries=False`. Every package of one registry lives under a path of
its own, so one server stands for all of them.
"""

from __future__ import annotations

import hashlib
import io
import json
import socket
import struct
import threading
import time
import zipfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import NamedTuple, Self
from urllib.parse import unquote

from aireview.checks.packages.names import normalise
from aireview.model.packages import Ecosystem

CANARIES = {
    Ecosystem.PYPI: "requests",
    Ecosystem.NPM: "express",
    Ecosystem.GO: "golang.org/x/text",
    Ecosystem.CARGO: "serde",
    Ecosystem.MAVEN: "org.slf4j:slf4j-api",
    Ecosystem.RUBYGEMS: "rake",
    Ecosystem.PACKAGIST: "monolog/monolog",
    Ecosystem.NUGET: "newtonsoft.json",
}
_BASES = {
    Ecosystem.PYPI: "/pypi/simple/",
    Ecosystem.NUGET: "/nuget/v3/index.json",
}
SIMPLE_JSON = "application/vnd.pypi.simple.v1+json"


@dataclass(frozen=True)
class Package:
    """One package. `files` are name -> content of a PyPI project; None makes an sdist a version.

    `first_published` is when the first version was published; each later one came a day after.
    `status` is a PEP 792 status, `tombstone` an npm package that was unpublished whole, `timed` are
    the versions of a crate whose line in the index says when they were published.
    """

    name: str
    versions: tuple[str, ...] = ("1.0.0",)
    first_published: str = "2020-01-01T00:00:00Z"
    yanked: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()
    status: str = ""
    deprecated: str = ""
    summary: str = ""
    files: Mapping[str, bytes] | None = None
    tombstone: bool = False
    latest: str = ""
    timed: tuple[str, ...] = ()

    @property
    def newest(self) -> str:
        return self.latest or (self.versions[-1] if self.versions else "")

    def published(self, version: str) -> str:
        first = datetime.fromisoformat(self.first_published)
        later = first + timedelta(days=self.versions.index(version))
        return later.strftime("%Y-%m-%dT%H:%M:%SZ")

    def archives(self) -> dict[str, bytes]:
        if self.files is not None:
            return dict(self.files)
        stem = normalise(Ecosystem.PYPI, self.name).replace("-", "_")
        return {f"{stem}-{version}.tar.gz": b"sdist" for version in self.versions}

    def yanks(self, file: str) -> bool:
        return any(
            f"-{version}.tar.gz" in file or f"-{version}-" in file for version in self.yanked
        )


class Request(NamedTuple):
    """A request as it came; header names are in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]


class Response(NamedTuple):
    body: bytes
    type: str = "application/json"
    status: int = 200
    headers: Mapping[str, str] = {}


@dataclass
class _Fault:
    name: str
    below: str
    left: int | None


class FakeRegistry:
    """The server. `html`: PyPI pages are PEP 503 HTML whatever is asked for, as behind some proxies.

    `relative`: file URLs are relative. `beside`: whether `/pypi/<name>/json` is there. `ranges`:
    whether files can be had in parts.
    """

    def __init__(
        self,
        packages: Mapping[Ecosystem, Iterable[Package | str]] | None = None,
        *,
        canaries: bool = True,
        html: bool = False,
        relative: bool = True,
        beside: bool = True,
        ranges: bool = True,
    ) -> None:
        self.html, self.relative, self.beside, self.ranges = html, relative, beside, ranges
        self.requests: list[Request] = []
        # What is served besides, by path; a `.metadata` there is announced on the project's page.
        self.extra: dict[str, Response] = {}
        self._faults: list[_Fault] = []
        self._lock = threading.Lock()
        self._packages: dict[tuple[Ecosystem, str], Package] = {}
        if canaries:
            for ecosystem, name in CANARIES.items():
                self.add(ecosystem, name)
        for ecosystem, several in (packages or {}).items():
            for package in several:
                self.add(ecosystem, package)
        self._server = _Server(self)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self.bases = {one: self.url + _BASES.get(one, f"/{one.value}/") for one in Ecosystem}
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Stop serving; the port is closed afterwards."""
        if self._thread.is_alive():
            self._server.ending.set()
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()

    def add(self, ecosystem: Ecosystem, package: Package | str) -> None:
        """Publish a package."""
        made = Package(package) if isinstance(package, str) else package
        if ecosystem is Ecosystem.GO:
            made = replace(made, versions=tuple(f"v{one.lstrip('v')}" for one in made.versions))
        self._packages[ecosystem, _key(ecosystem, made.name)] = made

    def remove(self, ecosystem: Ecosystem, name: str) -> None:
        """Take a package away."""
        del self._packages[ecosystem, _key(ecosystem, name)]

    def find(self, ecosystem: Ecosystem, name: str) -> Package | None:
        return self._packages.get((ecosystem, _key(ecosystem, name)))

    def fault(self, name: str, *, below: str = "/", times: int | None = None) -> None:
        """Answer requests for paths that start with `below` in a broken way, the first `times`."""
        assert name in FAULTS, f"no such fault: {name}; there are {sorted(FAULTS)}"
        with self._lock:
            self._faults.insert(0, _Fault(name, below, times))

    def heal(self) -> None:
        """Take all faults away."""
        with self._lock:
            self._faults.clear()

    def paths(self, method: str = "") -> list[str]:
        """Return the paths that were asked for, in order."""
        return [one.path for one in self.requests if method in ("", one.method)]

    def take(self, request: Request) -> str:
        """Write a request down and return the name of the fault it meets, empty for none."""
        with self._lock:
            self.requests.append(request)
            for fault in self._faults:
                if request.path.startswith(fault.below) and fault.left != 0:
                    fault.left = None if fault.left is None else fault.left - 1
                    return fault.name
        return ""

    def respond(self, request: Request) -> Response | None:
        """Return what a registry in order would answer, None for 404."""
        if request.path in self.extra:
            return self.extra[request.path]
        room, _, rest = request.path.lstrip("/").partition("/")
        answer = _ROOMS.get(room)
        return answer(self, unquote(rest), request) if answer else None


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, registry: FakeRegistry) -> None:
        self.registry = registry
        self.ending = threading.Event()
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients of these tests go away in the middle of answers."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        registry = self.server.registry
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.taken = Request(self.command, self.path, headers)
        fault = registry.take(self.taken)
        with suppress(OSError):
            if fault:
                FAULTS[fault](self)
            else:
                self.answer(registry.respond(self.taken))

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def answer(self, response: Response | None) -> None:
        if response is None:
            response = Response(b'{"error": "not found"}', status=404)
        tag = '"' + hashlib.sha256(response.body).hexdigest()[:16] + '"'
        if response.status == 200 and self.taken.headers.get("if-none-match") == tag:
            response = Response(b"", response.type, 304)
        self.send_response(response.status)
        self.send_header("Content-Type", response.type)
        if response.status != 304:
            self.send_header("Content-Length", str(len(response.body)))
        if response.status in (200, 304):
            self.send_header("ETag", tag)
        for name, value in response.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def end(self) -> None:
        """Answer nothing more on this connection."""
        self.close_connection = True

    def start(self, status: int, **headers: str) -> None:
        """Send a status and headers (`_` for `-`) of an answer whose body is sent by hand."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()


def _key(ecosystem: Ecosystem, name: str) -> str:
    # An index of crates is a folder of files: another spelling is another file.
    return name.lower() if ecosystem is Ecosystem.CARGO else normalise(ecosystem, name)


# --- what each registry answers -----------------------------------------------------------------


def _json(value: object, type_: str = "application/json") -> Response:
    return Response(json.dumps(value).encode(), type_)


def _text(value: str) -> Response:
    return Response(value.encode(), "text/plain; charset=utf-8")


def _pypi(registry: FakeRegistry, rest: str, request: Request) -> Response | None:
    match rest.split("/"):
        case ["simple", name, ""] if package := registry.find(Ecosystem.PYPI, name):
            wants_json = SIMPLE_JSON in request.headers.get("accept", "")
            return (_simple_json if wants_json and not registry.html else _simple_html)(
                registry, package
            )
        case ["pypi", name, "json"] if registry.beside:
            package = registry.find(Ecosystem.PYPI, name)
            return _pypi_json(package) if package else None
        case ["packages", file]:
            return _file(registry, file, request)
        case _:
            pass
    return None


def _file_url(registry: FakeRegistry, file: str) -> str:
    return f"../../packages/{file}" if registry.relative else f"{registry.url}/pypi/packages/{file}"


def _simple_json(registry: FakeRegistry, package: Package) -> Response:
    files = [
        {
            "filename": file,
            "url": _file_url(registry, file),
            "hashes": {"sha256": hashlib.sha256(content).hexdigest()},
            "size": len(content),
            "upload-time": package.published(_version_of(package, file)),
            "yanked": "broken" if package.yanks(file) else False,
            "core-metadata": f"/pypi/packages/{file}.metadata" in registry.extra,
        }
        for file, content in package.archives().items()
    ]
    answer: dict[str, object] = {
        "meta": {"api-version": "1.4"},
        "name": normalise(Ecosystem.PYPI, package.name),
        "versions": list(package.versions),
        "files": files,
    }
    if package.status:
        answer["project-status"] = {"status": package.status, "reason": package.deprecated}
    return _json(answer, SIMPLE_JSON)


def _simple_html(registry: FakeRegistry, package: Package) -> Response:
    status = (
        f'<meta name="pypi:project-status" content="{package.status}">' if package.status else ""
    )
    links = "".join(
        f'<a href="{_file_url(registry, file)}#sha256={hashlib.sha256(content).hexdigest()}"'
        f"{' data-yanked=broken' if package.yanks(file) else ''}"
        f"{' data-core-metadata=true' if f'/pypi/packages/{file}.metadata' in registry.extra else ''}"
        f">{file}</a><br/>\n"
        for file, content in package.archives().items()
    )
    page = (
        '<!DOCTYPE html><html><head><meta name="pypi:repository-version" content="1.0">'
        f"{status}<title>Links for {package.name}</title></head>"
        f"<body><h1>Links for {package.name}</h1>\n{links}</body></html>"
    )
    return Response(page.encode(), "text/html; charset=utf-8")


def _pypi_json(package: Package) -> Response:
    releases = {
        version: [
            {
                "filename": file,
                "upload_time_iso_8601": package.published(version),
                "yanked": version in package.yanked,
            }
            for file in package.archives()
            if _version_of(package, file) == version
        ]
        for version in package.versions
    }
    info = {
        "name": package.name,
        "version": package.newest,
        "summary": package.summary,
        "provides_extra": list(package.extras),
        "yanked": package.newest in package.yanked,
    }
    return _json({"info": info, "releases": releases})


def _version_of(package: Package, file: str) -> str:
    for version in sorted(package.versions, key=len, reverse=True):
        if f"-{version}-" in file or f"-{version}.tar.gz" in file or f"-{version}.zip" in file:
            return version
    return package.versions[0]


def _file(registry: FakeRegistry, file: str, request: Request) -> Response | None:
    contents = (package.archives() for package in registry._packages.values())
    content = next((one[file] for one in contents if file in one), None)
    if content is None:
        return None
    kind = "application/octet-stream"
    span = request.headers.get("range", "")
    if not registry.ranges:
        return Response(content, kind)
    headers = {"Accept-Ranges": "bytes"}
    if not span.startswith("bytes="):
        return Response(content, kind, headers=headers)
    first, _, last = span.removeprefix("bytes=").partition("-")
    start = int(first) if first else max(0, len(content) - int(last))
    stop = min(int(last) + 1 if first and last else len(content), len(content))
    if start >= len(content):
        return Response(b"", kind, 416, {"Content-Range": f"bytes */{len(content)}"})
    headers["Content-Range"] = f"bytes {start}-{stop - 1}/{len(content)}"
    return Response(content[start:stop], kind, 206, headers)


def _npm(registry: FakeRegistry, rest: str, request: Request) -> Response | None:
    name, _, tail = rest.partition("/")
    if name.startswith("@"):
        second, _, tail = tail.partition("/")
        name = f"{name}/{second}"
    package = registry.find(Ecosystem.NPM, name)
    if package is None or tail not in ("", "latest"):
        return None
    if package.tombstone:
        unpublished = {"time": "2024-01-01T00:00:00Z", "versions": list(package.versions)}
        time_ = {"created": package.first_published, "unpublished": unpublished}
        return None if tail else _json({"_id": name, "name": name, "time": time_})
    versions = {
        version: {
            "name": name,
            "version": version,
            "description": package.summary,
            **({"deprecated": package.deprecated} if package.deprecated else {}),
        }
        for version in package.versions
    }
    if tail:
        return _json(versions[package.newest])
    answer: dict[str, object] = {
        "name": name,
        "dist-tags": {"latest": package.newest},
        "versions": versions,
    }
    if "vnd.npm.install-v1" in request.headers.get("accept", ""):
        return _json(answer, "application/vnd.npm.install-v1+json")
    times = {version: package.published(version) for version in package.versions}
    answer |= {
        "_id": name,
        "description": package.summary,
        "time": {"created": package.first_published, **times},
    }
    return _json(answer)


def _cargo(registry: FakeRegistry, rest: str, _: Request) -> Response | None:
    match rest.split("/"):
        case ["config.json"]:
            base = f"{registry.url}/cargo"
            return _json({"dl": f"{base}/api/v1/crates", "api": base})
        case ["api", "v1", "crates", name]:
            package = registry.find(Ecosystem.CARGO, name)
            crate = package and {
                "id": package.name,
                "name": package.name,
                "created_at": package.first_published,
                "description": package.summary,
            }
            return _json({"crate": crate}) if crate else None
        case [*folders, name] if package := registry.find(Ecosystem.CARGO, name):
            places = {1: ["1"], 2: ["2"], 3: ["3", name[:1]]}
            if folders != places.get(len(name), [name[:2], name[2:4]]):
                return None
            lines = (
                json.dumps(
                    {
                        "name": package.name,
                        "vers": version,
                        "yanked": version in package.yanked,
                        "features": {key: [] for key in package.extras},
                        **(
                            {"pubtime": package.published(version)}
                            if version in package.timed
                            else {}
                        ),
                    }
                )
                for version in package.versions
            )
            return _text("\n".join(lines) + "\n")
        case _:
            pass
    return None


def _go(registry: FakeRegistry, rest: str, _: Request) -> Response | None:
    rest = rest.removeprefix("cached-only/")
    for marker in ("/@v/", "/@latest"):
        module, found, tail = rest.partition(marker)
        package = registry.find(Ecosystem.GO, _unescaped(module)) if found else None
        if package is None:
            continue
        if marker == "/@latest":
            return _json({"Version": package.newest, "Time": package.published(package.newest)})
        if tail == "list":
            return _text("".join(f"{version}\n" for version in package.versions))
        kind = tail.rpartition(".")[2]
        version = tail.removesuffix(f".{kind}")
        if version not in package.versions:
            return None
        note = f"// Deprecated: {package.deprecated}\n" if package.deprecated else ""
        retracts = "".join(f"retract {one}\n" for one in package.yanked)
        return (
            _json({"Version": version, "Time": package.published(version)})
            if kind == "info"
            else _text(f"{note}module {package.name}\n\ngo 1.22\n{retracts}")
        )
    return None


def _unescaped(module: str) -> str:
    parts = module.split("!")
    return parts[0] + "".join(part[:1].upper() + part[1:] for part in parts[1:])


def _maven(registry: FakeRegistry, rest: str, _: Request) -> Response | None:
    *group, artifact, last = rest.split("/")
    if last == "maven-metadata.xml":
        package = registry.find(Ecosystem.MAVEN, f"{'.'.join(group)}:{artifact}")
        if package is None:
            return None
        listed = "".join(f"<version>{version}</version>" for version in package.versions)
        text = (
            f'<?xml version="1.0" encoding="UTF-8"?><metadata><groupId>{".".join(group)}</groupId>'
            f"<artifactId>{artifact}</artifactId><versioning><release>{package.newest}</release>"
            f"<versions>{listed}</versions></versioning></metadata>"
        )
        return Response(text.encode(), "text/xml")
    *group, name, version = *group, artifact
    package = registry.find(Ecosystem.MAVEN, f"{'.'.join(group)}:{name}")
    if package is None or version not in package.versions or last != f"{name}-{version}.pom":
        return None
    stamp = time.strptime(package.published(version)[:10], "%Y-%m-%d")
    header = {"Last-Modified": time.strftime("%a, %d %b %Y %H:%M:%S GMT", stamp)}
    return Response(b"<project/>", "text/xml", headers=header)


def _rubygems(registry: FakeRegistry, rest: str, _: Request) -> Response | None:
    match rest.split("/"):
        case ["info", name] if package := registry.find(Ecosystem.RUBYGEMS, name):
            lines = "".join(f"{version} |checksum:00\n" for version in package.versions)
            return _text(f"---\n{lines}")
        case ["api", "v1", "versions", file] if package := registry.find(
            Ecosystem.RUBYGEMS, file.removesuffix(".json")
        ):
            return _json(
                [
                    {
                        "number": version,
                        "created_at": package.published(version),
                        "summary": package.summary,
                    }
                    for version in reversed(package.versions)
                ]
            )
        case _:
            pass
    return None


def _packagist(registry: FakeRegistry, rest: str, _: Request) -> Response | None:
    name = rest.removeprefix("p2/").removesuffix(".json")
    package = registry.find(Ecosystem.PACKAGIST, name) if rest.startswith("p2/") else None
    if package is None:
        return None
    entries: list[dict[str, object]] = [
        {"version": version, "time": package.published(version)}
        for version in reversed(package.versions)
    ]
    if entries:
        entries[0] |= {"name": name, "description": package.summary}
        if package.deprecated:
            entries[0]["abandoned"] = package.deprecated
    return _json({"packages": {name: entries}, "minified": "composer/2.0"})


def _nuget(registry: FakeRegistry, rest: str, _: Request) -> Response | None:
    base = f"{registry.url}/nuget"
    match rest.split("/"):
        case ["v3", "index.json"]:
            resources = [
                {"@id": f"{base}/v3-flatcontainer/", "@type": "PackageBaseAddress/3.0.0"},
                {"@id": f"{base}/v3/registration/", "@type": "RegistrationsBaseUrl/3.6.0"},
            ]
            return _json({"version": "3.0.0", "resources": resources})
        case ["v3-flatcontainer", name, "index.json"] if package := registry.find(
            Ecosystem.NUGET, name
        ):
            return _json({"versions": list(package.versions)})
        case ["v3", "registration", name, "index.json"] if package := registry.find(
            Ecosystem.NUGET, name
        ):
            items = [{"catalogEntry": _catalog_entry(package, one)} for one in package.versions]
            return _json({"count": 1, "items": [{"@id": f"{base}/page/", "items": items}]})
        case _:
            pass
    return None


def _catalog_entry(package: Package, version: str) -> dict[str, object]:
    entry: dict[str, object] = {
        "id": package.name,
        "version": version,
        "published": package.published(version),
        "listed": version not in package.yanked,
        "description": package.summary,
    }
    if package.deprecated:
        entry["deprecation"] = {"message": package.deprecated, "reasons": ["Legacy"]}
    return entry


_ROOMS: dict[str, Callable[[FakeRegistry, str, Request], Response | None]] = {
    "pypi": _pypi,
    "npm": _npm,
    "cargo": _cargo,
    "go": _go,
    "maven": _maven,
    "rubygems": _rubygems,
    "packagist": _packagist,
    "nuget": _nuget,
}


# --- what goes wrong ----------------------------------------------------------------------------


def _status(status: int, **headers: str) -> Callable[[_Handler], None]:
    def fault(handler: _Handler) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        handler.answer(Response(b'{"error": "fault"}', status=status, headers=named))

    return fault


def _body(body: bytes, type_: str) -> Callable[[_Handler], None]:
    return lambda handler: handler.answer(Response(body, type_))


def _loop(handler: _Handler) -> None:
    handler.answer(Response(b"", status=302, headers={"Location": handler.path}))


def _drip(handler: _Handler) -> None:
    """Send a byte of the body every 20 ms, for two seconds at most."""
    handler.end()
    handler.start(200, Content_Type="application/json", Content_Length="100000")
    _drops(handler)


def _drip_headers(handler: _Handler) -> None:
    handler.end()
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    _drops(handler)


def _drops(handler: _Handler) -> None:
    for _ in range(100):
        if handler.server.ending.wait(0.02):
            return
        handler.wfile.write(b" ")
        handler.wfile.flush()


def _truncated(handler: _Handler) -> None:
    handler.end()
    handler.start(200, Content_Type="application/json", Content_Length="1000")
    handler.wfile.write(b'{"name": "')


def _reset(handler: _Handler) -> None:
    handler.end()
    linger = struct.pack("ii", 1, 0)
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    # The handler's files hold the socket open: only with them gone does the close reset it.
    handler.rfile.close()
    handler.connection.close()


def _huge(handler: _Handler) -> None:
    handler.end()
    handler.start(200, Content_Type="application/json", Content_Length=str(64 << 20))
    for _ in range(64):
        handler.wfile.write(b" " * (1 << 20))


def _infinite(handler: _Handler) -> None:
    handler.end()
    handler.start(200, Content_Type="application/json", Connection="close")
    while not handler.server.ending.is_set():
        handler.wfile.write(b" " * 65536)


FAULTS: dict[str, Callable[[_Handler], None]] = {
    "absent-all": lambda handler: handler.answer(None),
    "gone": _status(410),
    "unauthorized": _status(401),
    "forbidden": _status(403),
    "throttled": _status(429, Retry_After="0"),
    "throttled-long": _status(429, Retry_After="3600"),
    "error": _status(500),
    "unavailable": _status(503),
    "foreign-redirect": _status(302, Location="http://other.invalid/simple/"),
    "redirect-loop": _loop,
    "html": _body(b"<html><title>Welcome</title><a href='/login'>Sign in</a></html>", "text/html"),
    "garbage": _body(bytes(range(256)), "application/json"),
    "wrong-json": _body(b'["hello"]', "application/json"),
    "deep-json": _body(b"[" * 100_000, "application/json"),
    "drip": _drip,
    "drip-headers": _drip_headers,
    "truncated": _truncated,
    "reset": _reset,
    "no-answer": _Handler.end,
    "huge": _huge,
    "infinite": _infinite,
}


# --- files --------------------------------------------------------------------------------------


def wheel(name: str, version: str, members: Mapping[str, str] | Iterable[str]) -> tuple[str, bytes]:
    """Return the file name and the content of a pure wheel with these files in it."""
    stem = normalise(Ecosystem.PYPI, name).replace("-", "_")
    texts = dict(members) if isinstance(members, Mapping) else dict.fromkeys(members, "")
    texts[f"{stem}-{version}.dist-info/METADATA"] = (
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    )
    texts[f"{stem}-{version}.dist-info/RECORD"] = "".join(f"{path},,\n" for path in texts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in texts.items():
            archive.writestr(zipfile.ZipInfo(path), text)
    return f"{stem}-{version}-py3-none-any.whl", made.getvalue()
