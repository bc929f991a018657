from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.pnpm_workspace import read
from aireview.model.packages import Surface

TEXT = """\
packages:
  - "apps/*"
catalog:
  # why
  react: ^19
  "@acme/ui-xtr": 1.0.0
catalogs:
  old:
    react: ^18
overrides:
  "a>b-xtr@1": 2
  gone-xtr: "-"
packageExtensions:
  c@1:
    peerDependencies: {d-xtr: "*"}
registries:
  default: https://ci:hunter2@npm.example.org/
  "@acme": https://npm.acme.example/
minimumReleaseAge: 4320
"""


def test_catalogs_are_declarations() -> None:
    found = read("pnpm-workspace.yaml", TEXT)
    assert [(one.name, one.line, one.surface) for one in found.references] == [
        ("react", 5, Surface.MANIFEST),
        ("@acme/ui-xtr", 6, Surface.MANIFEST),
        ("react", 9, Surface.MANIFEST),
        ("b-xtr", 11, Surface.MANIFEST),
        ("d-xtr", 15, Surface.MANIFEST),
    ]
    assert found.cool_down_days == 3


def test_registries_replace_the_default() -> None:
    found = read("pnpm-workspace.yaml", TEXT).indexes
    assert [(index.url, index.names, index.replaces) for index in found] == [
        ("https://npm.example.org/", (), True),
        ("https://npm.acme.example/", ("@acme/*",), True),
    ]


@pytest.mark.parametrize("text", ["catalog: [", "catalog: [a, b]", "a: {b: " * 90, "\x00"])
def test_what_cannot_be_read_is_said(text: str) -> None:
    assert read("pnpm-workspace.yaml", text).unread


def test_nothing_says_nothing() -> None:
    assert not read("pnpm-workspace.yaml", "").unread
