from __future__ import annotations

import json

import pytest

from aireview.checks.packages.surfaces.composer import read

COMPOSER = """{
  "name": "acme/app-xtr",
  "require": {
    "php": ">=8.2", "ext-json": "*", "lib-curl": "*", "composer-plugin-api": "^2",
    "php-64bit": "*", "composer-runtime-api": "^2", "hhvm": "*",
    "acme/a-xtr": "^1",
    "no-vendor-xtr": "1"
  },
  "require-dev": {
    "acme/b-xtr": "dev-main"
  },
  "replace": {"acme/part-xtr": "self.version"},
  "autoload": {"psr-4": {"Acme\\\\App\\\\": "src/"}},
  "repositories": [
    {"type": "composer", "url": "https://u:p@php.acme.test", "only": ["acme/*"]},
    {"type": "vcs", "url": "https://h.test/x"},
    {"type": "path", "url": "packages/*"},
    {"type": "package", "package": {"name": "in/line-xtr", "version": "1"}},
    {"packagist.org": false}
  ]
}
"""


def test_composer_json() -> None:
    reading = read("composer.json", COMPOSER)
    assert [(r.name, r.line, r.specifier, r.source.value) for r in reading.references] == [
        ("acme/a-xtr", 6, "^1", "registry"),
        ("no-vendor-xtr", 7, "1", "registry"),
        ("acme/b-xtr", 10, "dev-main", "registry"),
        ("in/line-xtr", 18, "1", "direct"),
    ]
    assert [(m.name, m.modules) for m in reading.members] == [
        ("acme/app-xtr", ("Acme\\App",)),
        ("acme/part-xtr", ()),
    ]
    assert [(i.url, i.names, i.replaces) for i in reading.indexes] == [
        ("https://php.acme.test", ("acme/*",), True),
        ("https://h.test/x", (), False),
    ]
    assert reading.ignored == 7


def test_repositories_as_a_mapping() -> None:
    text = json.dumps(
        {
            "repositories": {
                "own": {"type": "composer", "url": "https://one.test"},
                "packagist": False,
            }
        }
    )
    assert [(i.name, i.replaces) for i in read("composer.json", text).indexes] == [("own", True)]


def test_composer_lock() -> None:
    counted = "https://packagist.org/downloads/"
    text = json.dumps(
        {
            "packages": [
                {"name": "acme/a-xtr", "version": "1", "notification-url": counted},
                {"name": "acme/path-xtr", "dist": {"type": "path"}, "notification-url": counted},
                {"name": "acme/vcs-xtr", "dist": {"type": "zip"}},
            ],
            "packages-dev": [
                {"name": "acme/own-xtr", "notification-url": "https://php.acme.test/d"},
                {},
            ],
        },
        indent=0,
    )
    reading = read("composer.lock", text)
    assert [(r.name, r.source.value, r.index) for r in reading.references] == [
        ("acme/a-xtr", "registry", ""),
        ("acme/path-xtr", "local", ""),
        ("acme/vcs-xtr", "direct", ""),
        ("acme/own-xtr", "registry", "https://php.acme.test/d"),
    ]
    assert len(reading.unread) == 1


@pytest.mark.parametrize("text", ["{", "[[[", '{"require": ', "nope: 1", "[" * 100_000])
def test_what_is_not_json_is_said(text: str) -> None:
    assert read("composer.json", text).unread
