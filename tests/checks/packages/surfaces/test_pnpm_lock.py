from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.pnpm_lock import read
from aireview.model.packages import Source, Surface

V9 = """\
lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

catalogs:
  default:
    react:
      specifier: ^19

importers:

  .:
    dependencies:
      '@acme/ui-xtr':
        specifier: workspace:*
        version: link:packages/ui
      a-xtr:
        specifier: ^1
        version: 1.0.0(react@19.0.0)

packages:

  # a comment
  '@s/b-xtr@2.0.0':
    resolution: {integrity: sha512-x==, tarball: https://evil.example/b.tgz}
    engines: {node: '>=8'}

  a-xtr@1.0.0:
    resolution:
      {
        integrity: sha512-x,
      }
    deprecated: |-
      resolution: no
    peerDependencies:
      tarball: '*'

  g-xtr@https://codeload.github.com/x/g/tar.gz/0:
    resolution: {tarball: https://codeload.github.com/x/g/tar.gz/0}
    version: 1.0.0

  f-xtr@file:vendor/f:
    resolution: {directory: vendor/f, type: directory}

  '@jsr/std__path@1.0.0':
    resolution: {integrity: sha512-x}

snapshots:

  never-xtr@1.0.0: {}
"""
V6 = """\
lockfileVersion: '6.0'

dependencies:
  '@acme/ui-xtr':
    specifier: workspace:*
    version: link:../ui
  b-xtr:
    specifier: ^1
    version: 1.0.0

packages:

  /@s/a-xtr@1.0.0(react@18.0.0):
    resolution: {integrity: sha512-x}
    dev: true
    optional: true

  /b-xtr@1.0.0:
    resolution: {integrity: sha512-x}

  ? /c-xtr@1.0.0(a@1)(b@1)
  : resolution: {integrity: sha512-x}
    dev: false

  github.com/x/g-xtr/0123:
    resolution: {tarball: https://codeload.github.com/x/g-xtr/tar.gz/0123}
    name: g-xtr
    version: 1.0.0

  file:../f:
    resolution: {directory: ../f, type: directory}
    name: '@s/f-xtr'
"""
V5 = """\
lockfileVersion: 5.4

importers:
  packages/app:
    specifiers:
      '@acme/ui-xtr': workspace:*
    dependencies:
      '@acme/ui-xtr': link:../ui
      b-xtr: 1.0.0

packages:

  /@s/a-xtr/1.0.0_react@17.0.2:
    resolution: {integrity: sha512-x}

  /b-xtr/1.0.0-beta.1:
    resolution: {integrity: sha512-x}

  npm.example.org/c-xtr/2.0.0:
    resolution: {integrity: sha512-x}
"""


def names(text: str) -> list[tuple[str, str, Source, int]]:
    found = read("pnpm-lock.yaml", text)
    assert not found.unread
    assert {one.surface for one in found.references} == {Surface.LOCK}
    return [(one.name, one.specifier, one.source, one.line) for one in found.references]


def test_version_9() -> None:
    assert names(V9) == [
        ("@acme/ui-xtr", "", Source.LOCAL, 15),
        ("@s/b-xtr", "2.0.0", Source.REGISTRY, 25),
        ("a-xtr", "1.0.0", Source.REGISTRY, 29),
        ("g-xtr", "", Source.DIRECT, 39),
        ("f-xtr", "", Source.LOCAL, 43),
        ("@jsr/std__path", "", Source.DIRECT, 46),
    ]
    urls = [one.url for one in read("pnpm-lock.yaml", V9).references]
    assert urls[1:4] == [
        "https://evil.example/b.tgz",
        "",
        "https://codeload.github.com/x/g/tar.gz/0",
    ]


def test_version_6() -> None:
    assert names(V6) == [
        ("@acme/ui-xtr", "", Source.LOCAL, 4),
        ("@s/a-xtr", "1.0.0", Source.REGISTRY, 13),
        ("b-xtr", "1.0.0", Source.REGISTRY, 18),
        ("c-xtr", "1.0.0", Source.REGISTRY, 21),
        ("g-xtr", "", Source.DIRECT, 25),
        ("@s/f-xtr", "", Source.LOCAL, 30),
    ]
    assert read("pnpm-lock.yaml", V6).references[1].optional


def test_version_5() -> None:
    assert names(V5) == [
        ("@acme/ui-xtr", "", Source.LOCAL, 8),
        ("@s/a-xtr", "1.0.0", Source.REGISTRY, 13),
        ("b-xtr", "1.0.0-beta.1", Source.REGISTRY, 16),
        ("c-xtr", "2.0.0", Source.REGISTRY, 19),
    ]
    assert read("pnpm-lock.yaml", V5).references[3].url == "https://npm.example.org/"


def test_two_documents_in_one_file() -> None:
    assert len(names(f"---\n{V9}\n---\n{V9}")) == 12


def test_windows_lines() -> None:
    assert names(V9.replace("\n", "\r\n")) == names(V9)


@pytest.mark.parametrize(
    "body",
    [
        "packages: {a-xtr@1.0.0: {resolution: {integrity: x}}}",
        "packages: &all",
        '"packages":\n  a-xtr@1.0.0:',
        "packages:\n    a-xtr@1.0.0:\n        resolution: {}",
        "packages:\n  a-xtr@1.0.0: {resolution: {}}",
        "packages:\n  <<: *all",
        "packages:\n  ? [a]\n  : b",
        'packages:\n  "\\u0061-xtr@1.0.0":',
        "packages:\n\ta-xtr@1.0.0:",
        "<<<<<<< HEAD",
    ],
)
def test_another_layout_is_said(body: str) -> None:
    assert read("pnpm-lock.yaml", f"lockfileVersion: '9.0'\n\n{body}\n").unread


def test_no_version_is_said() -> None:
    assert read("pnpm-lock.yaml", "packages:\n").unread
