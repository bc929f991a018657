"""Which archives of a lock file belong to another package than the entry says."""

from __future__ import annotations

import json

import pytest
from support.packages import review

from aireview.checks.packages.locks import archive_of_another
from aireview.checks.packages.sources import host_of
from aireview.model.packages import Ecosystem, Reference, Surface

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

NPM = "https://registry.npmjs.org"
PYPI = "https://files.pythonhosted.org/packages/aa/bb/cc"


def locked(ecosystem: Ecosystem, name: str, url: str) -> Reference:
    return Reference(
        ecosystem=ecosystem, name=name, surface=Surface.LOCK, path="lock", url=url, line=1
    )


@pytest.mark.parametrize(
    ("name", "url", "other"),
    [
        ("lodash", f"{NPM}/lodash/-/lodash-4.17.21.tgz", ""),
        ("lodash", "https://registry.yarnpkg.com/lodash/-/lodash-4.17.21.tgz#679591c5", ""),
        ("lodash", f"{NPM}/evil-xtr/-/lodash-4.17.21.tgz", "evil-xtr"),
        ("lodash", f"{NPM}/@evil-xtr/lodash/-/lodash-4.17.21.tgz", "@evil-xtr/lodash"),
        ("lodash", "https://gitlab.com/g/lodash-fork/-/archive/v1/lodash-v1.tar.gz", ""),
        ("@a-xtr/b", f"{NPM}/@a-xtr/b/-/b-1.0.0.tgz", ""),
        ("@a-xtr/b", f"{NPM}/@a-xtr%2fb/-/b-1.0.0.tgz", ""),
        ("@a-xtr/b", f"{NPM}/b/-/b-1.0.0.tgz", "b"),
        ("@a-xtr/b", f"{NPM}/@c-xtr/b/-/b-1.0.0.tgz", "@c-xtr/b"),
        ("@a-xtr/b", "https://x.example/api/npm/npm/@a-xtr/b/-/@a-xtr/b-1.0.0.tgz", ""),
        ("JSONStream", f"{NPM}/JSONStream/-/JSONStream-1.3.5.tgz", ""),
        ("lodash", "https://npm.pkg.github.com/download/lodash/4.17.21/abc", ""),
        ("lodash", "", ""),
        ("lodash", "/-/", ""),
        ("lodash", "https://x.example/-/lodash-1.tgz", "x.example"),
    ],
)
def test_archives_of_npm(name: str, url: str, other: str) -> None:
    assert archive_of_another(locked(Ecosystem.NPM, name, url)) == other


@pytest.mark.parametrize(
    ("name", "file", "other"),
    [
        ("requests", "requests-2.31.0.tar.gz", ""),
        ("requests", "requests-2.31.0-py3-none-any.whl", ""),
        ("ruamel-yaml-clib", "ruamel.yaml.clib-0.2.8.tar.gz", ""),
        ("ruamel.yaml.clib", "ruamel_yaml_clib-0.2.8-cp311-cp311-win32.whl", ""),
        ("PyYAML", "pyyaml-6.0.tar.gz", ""),
        ("requests", "evil_xtr-2.31.0-py3-none-any.whl", "evil_xtr"),
        ("requests", "requests2-2.31.0.tar.gz", "requests2"),
        ("requests", "requests-2.31.0.tar.gz#sha256=0", ""),
        ("requests", "0123abcd", ""),
        ("requests", "", ""),
    ],
)
def test_archives_of_pypi(name: str, file: str, other: str) -> None:
    assert archive_of_another(locked(Ecosystem.PYPI, name, f"{PYPI}/{file}")) == other


def test_other_ecosystems_say_nothing_by_their_addresses() -> None:
    assert archive_of_another(locked(Ecosystem.PACKAGIST, "a/b", f"{NPM}/c/-/c-1.tgz")) == ""


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://h.example/x", "h.example"),
        ("https://registry.npmjs.org@h.example/x", "h.example"),
        ("https:\\\\h.example\\x", "h.example"),
        (" HTTPS:h.example", "h.example"),
        ("sparse+https://u:p@h.example:8443/x", "h.example"),
        ("file:../x", ""),
    ],
)
def test_the_host_is_the_one_that_npm_would_ask(url: str, host: str) -> None:
    assert host_of(url) == host


def _npm_lock(resolved: str) -> str:
    entry = {"version": "1.0.0", "resolved": resolved}
    return json.dumps({"lockfileVersion": 3, "packages": {"node_modules/lodash": entry}}, indent=1)


LODASH = f"{NPM}/lodash/-/lodash-1.0.0.tgz"


@pytest.mark.parametrize(
    "resolved",
    [
        "https://github.com/evil-xtr/lodash/archive/1.tar.gz",
        "https://storage.googleapis.com/evil-xtr/lodash-1.0.0.tgz",
        "https:\\\\evil-xtr.example\\lodash-1.0.0.tgz",
        "git+https://github.com/evil-xtr/lodash.git#abc",
    ],
)
def test_an_entry_that_leaves_the_registry_is_suspicious(resolved: str) -> None:
    manifest = {"package.json": '{"dependencies": {"lodash": "^1"}}'}
    base = {**manifest, "package-lock.json": _npm_lock(LODASH)}
    said = review({**manifest, "package-lock.json": _npm_lock(resolved)}, base)
    assert [word.verdict for word in said.words] == ["suspicious"]
    assert not said.sent


def test_an_entry_may_leave_the_registry_where_the_manifest_does() -> None:
    url = "git+https://github.com/me-xtr/lodash.git"
    base = {
        "package.json": '{"dependencies": {"lodash": "^1"}}',
        "package-lock.json": _npm_lock(LODASH),
    }
    head = {
        "package.json": json.dumps({"dependencies": {"lodash": url}}),
        "package-lock.json": _npm_lock(f"{url}#abc"),
    }
    assert review(head, base).words == []


@pytest.mark.parametrize(
    ("index", "verdicts"),
    [
        ("https://github.com/rust-lang/crates.io-index", []),
        ("https://github.com/evil-xtr/crates.io-index", ["suspicious"]),
    ],
)
def test_only_one_index_on_github_is_that_of_crates(index: str, verdicts: list[str]) -> None:
    lock = '[[package]]\nname = "serde"\nversion = "1.0.0"\nsource = "registry+{}"\n'
    base = {"Cargo.lock": lock.format("https://github.com/rust-lang/crates.io-index")}
    said = review({"Cargo.lock": lock.format(index), "x": "1"}, base)
    assert [word.verdict for word in said.words] == verdicts
