"""The public registries: the fake one of the tests, behind the hosts that tools have built in.

What exists is old (2020), much downloaded, and has an author, a description and a repository, so
that no risk rule has a reason to speak.
"""

from __future__ import annotations

import hashlib
import io
import json
import ssl
import tarfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote

from support.registry import FakeRegistry, Package, Request, Response, wheel

from aireview.model.packages import Ecosystem
from benchmarks.rivals.network import Certificates
from benchmarks.rivals.published import Distribution, Published

_MONTHLY = 4_000_000
_MAIL = "opensource@python.org"


class StandIn:
    """All public registries; `asked` are the hosts and paths of requests."""

    def __init__(self, fake: FakeRegistry) -> None:
        self.asked: list[str] = []
        self._fake = fake

    def answer(self, host: str, request: Request) -> Response | None:
        """Return what a host answers, None for 404."""
        path = unquote(request.path.partition("?")[0])
        self.asked.append(f"{host}{path}")
        match host, path.strip("/").split("/"):
            case "pypi.org", ["simple", name]:
                return self._ask(f"/pypi/simple/{name}/", request)
            case "pypi.org", ["pypi", name, *version, "json"]:
                return self._project(name, "".join(version))
            case "files.pythonhosted.org", _:
                return self._ask(f"/pypi{path}", request)
            case "pypistats.org", ["api", "packages", name, "recent"]:
                counts = {"last_day": _MONTHLY // 30, "last_week": _MONTHLY // 4}
                data = {"data": counts | {"last_month": _MONTHLY}, "package": name}
                return _json(data) if self._fake.find(Ecosystem.PYPI, name) else None
            case "registry.npmjs.org", _:
                return self._npm(path.strip("/"))
            case "api.npmjs.org", ["downloads", "point", _, *words]:
                name = "/".join(words)
                found = self._fake.find(Ecosystem.NPM, name)
                return _json({"downloads": _MONTHLY, "package": name}) if found else None
            case "proxy.golang.org", _:
                return self._ask(f"/go{path}", request)
            case _:
                return None

    def _ask(self, path: str, request: Request) -> Response | None:
        answer = self._fake.respond(Request("GET", path, request.headers))
        if answer is None:
            return None
        local = f"{self._fake.url}/pypi/packages".encode()
        body = answer.body.replace(local, b"https://files.pythonhosted.org/packages")
        return answer._replace(body=body)

    def _project(self, name: str, version: str) -> Response | None:
        package = self._fake.find(Ecosystem.PYPI, name)
        exact = _published(version, package) if package else ""
        found = self._fake.respond(Request("GET", f"/pypi/pypi/{name}/json", {}))
        if package is None or found is None or not exact:
            return None
        value = json.loads(found.body)
        home = f"https://github.com/example/{package.name}"
        value["info"] |= {
            "version": exact,
            "author": "The authors",
            "author_email": _MAIL,
            "maintainer": "",
            "maintainer_email": "",
            "home_page": home,
            "project_urls": {"Source": home},
            "description": package.summary * 9,
        }
        archives = package.archives()
        for one, files in value["releases"].items():
            for file in files:
                content = archives[file["filename"]]
                file |= {
                    "url": f"https://files.pythonhosted.org/packages/{file['filename']}",
                    "size": len(content),
                    "packagetype": "sdist" if file["filename"].endswith(".gz") else "bdist_wheel",
                    "digests": {"sha256": hashlib.sha256(content).hexdigest()},
                    "upload_time": package.published(one)[:-1],
                }
        value["urls"] = value["releases"].get(exact, [])
        if version:
            del value["releases"]
        return _json(value)

    def _npm(self, path: str) -> Response | None:
        name, archive, _ = path.partition("/-/")
        words = name.split("/")
        name, tail = "/".join(words[: 1 + name.startswith("@")]), words[1 + name.startswith("@") :]
        package = self._fake.find(Ecosystem.NPM, name)
        found = self._fake.respond(Request("GET", f"/npm/{name}", {}))
        if package is None or found is None:
            return None
        if archive:
            manifest = json.dumps({"name": name, "version": package.newest})
            return Response(_tarball("package", {"package.json": manifest, "index.js": "\n"}))
        value = json.loads(found.body)
        short = name.rpartition("/")[2]
        person = {"name": "example", "email": _MAIL}
        more: dict[str, Any] = {
            "repository": {"type": "git", "url": f"git+https://github.com/example/{short}.git"},
            "maintainers": [person],
            "author": person,
            "license": "MIT",
            "description": package.summary,
        }
        files = f"https://registry.npmjs.org/{name}/-/{short}"
        for version, about in value["versions"].items():
            about.update(more, dist={"tarball": f"{files}-{version}.tgz"})
        if tail:
            version = package.newest if tail == ["latest"] else tail[0]
            return _json(value["versions"][version]) if version in value["versions"] else None
        times = value["time"] | {"modified": package.published(package.newest)}
        return _json(value | more | {"time": times, "readme": package.summary * 9})


@contextmanager
def serving(published: Published, files: Certificates) -> Iterator[StandIn]:
    """Serve the packages at the port of HTTPS."""
    with FakeRegistry(relative=False) as fake:
        for ecosystem, packages in published.items():
            for name, about in packages.items():
                fake.add(ecosystem, _package(ecosystem, name, about))
        server = _Server(("127.0.0.1", 443), _Handler)
        server.standin = StandIn(fake)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(files.host, files.key)
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.standin
        finally:
            server.shutdown()
            server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    standin: StandIn

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: tools go away in the middle of answers."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        """Answer what the host answers."""
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers)
        host = headers.get("host", "").partition(":")[0]
        self._send(self.server.standin.answer(host, request))

    def do_HEAD(self) -> None:
        """Answer as to GET, without a body."""
        self.do_GET()

    def do_POST(self) -> None:
        """Answer a question to OSV: no advisory for any package."""
        asked = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")
        self._send(_json({"results": [{} for _ in asked.get("queries", [])]}))

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def _send(self, response: Response | None) -> None:
        response = response or Response(b'{"message": "Not Found"}', status=404)
        self.send_response(response.status)
        self.send_header("Content-Type", response.type)
        self.send_header("Content-Length", str(len(response.body)))
        for name, value in response.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)


def _package(ecosystem: Ecosystem, name: str, about: Distribution) -> Package:
    versions = tuple(dict.fromkeys(["0.1.0", *about.versions]))
    if ecosystem is Ecosystem.GO:
        versions = about.versions or ("v1.0.0",)
    files = None
    if ecosystem is Ecosystem.PYPI:
        members = [f"{module.replace('.', '/')}/__init__.py" for module in about.modules]
        files = dict(
            file
            for version in versions
            for file in (wheel(name, version, members), _sdist(name, version, members))
        )
    summary = f"{name}: a library"
    return Package(name, versions=versions, extras=about.extras, summary=summary, files=files)


def _sdist(name: str, version: str, members: list[str]) -> tuple[str, bytes]:
    stem = f"{name.replace('-', '_').replace('.', '_')}-{version}"
    about = {"PKG-INFO": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"}
    return f"{stem}.tar.gz", _tarball(stem, about | dict.fromkeys(members, "VALUE = 1\n"))


def _tarball(top: str, files: Mapping[str, str]) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for path, text in files.items():
            info = tarfile.TarInfo(f"{top}/{path}")
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text.encode()))
    return made.getvalue()


def _published(asked: str, package: Package) -> str:
    """Return the published version that is meant; PyPI knows 4.0 and 4.0.0 as one."""

    def short(version: str) -> str:
        return version.removesuffix(".0").removesuffix(".0")

    wanted = short(asked or package.newest)
    return next((one for one in package.versions if short(one) == wanted), "")


def _json(value: object) -> Response:
    return Response(json.dumps(value).encode())
