"""Which archives of a lock file belong to another package than the entry says."""

from __future__ import annotations

import pytest

from aireview.checks.packages.locks import archive_of_another
from aireview.model.packages import Ecosystem, Reference, Surface

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
