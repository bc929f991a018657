from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.npm_config import read
from aireview.model.packages import Index

NPMRC = """\
; comment
# registry=https://no.example/
registry = "https://ci:hunter2@npm.example.org/r/"
@acme:registry=https://npm.acme.example/
@env:registry=${NPM_REGISTRY}
//npm.acme.example/:_authToken=hunter2
//npm.acme.example/:registry=https://no.example/
_auth=hunter2
min-release-age=7
"""


def indexes(path: str, text: str) -> list[tuple[int, str, tuple[str, ...]]]:
    found = read(path, text).indexes
    assert all(one.replaces and isinstance(one, Index) for one in found)
    return [(one.line, one.url, one.names) for one in found]


def test_npmrc() -> None:
    assert indexes("web/.npmrc", NPMRC) == [
        (3, "https://npm.example.org/r/", ()),
        (4, "https://npm.acme.example/", ("@acme/*",)),
        (5, "${NPM_REGISTRY}", ("@env/*",)),
    ]
    assert read(".npmrc", NPMRC).cool_down_days == 7
    assert "hunter2" not in repr(read(".npmrc", NPMRC))


def test_pnpm_counts_minutes() -> None:
    assert read(".npmrc", "minimum-release-age=1441").cool_down_days == 2


def test_yarn_1() -> None:
    text = 'registry "https://npm.example.org"\n"@acme:registry" "https://npm.acme.example"\r\n'
    assert indexes(".yarnrc", text) == [
        (1, "https://npm.example.org", ()),
        (2, "https://npm.acme.example", ("@acme/*",)),
    ]


@pytest.mark.parametrize(
    ("age", "days"), [("3d", 3), ("1440", 1), ("36h", 2), ("1w", 7), ("x", None)]
)
def test_later_yarn(age: str, days: int | None) -> None:
    text = f"""\
npmRegistryServer: "https://npm.example.org"
npmAuthToken: hunter2
npmScopes:
  acme:
    npmRegistryServer: "https://ci:hunter2@npm.acme.example"
    npmAuthToken: hunter2
  open:
    npmAlwaysAuth: true
npmMinimalAgeGate: {age}
catalog:
  react-xtr: ^19
packageExtensions:
  "a@*":
    dependencies:
      b-xtr: 1
"""
    assert indexes(".yarnrc.yml", text) == [
        (1, "https://npm.example.org", ()),
        (4, "https://npm.acme.example", ("@acme/*",)),
    ]
    found = read(".yarnrc.yml", text)
    assert found.cool_down_days == days
    assert [(one.name, one.line) for one in found.references] == [("react-xtr", 11), ("b-xtr", 15)]
    assert "hunter2" not in repr(found)


def test_bun() -> None:
    text = """\
[install]
registry = { url = "https://npm.example.org", token = "hunter2" }
minimumReleaseAge = 259200
[install.scopes]
acme = "https://ci:hunter2@npm.acme.example/"
"@other" = { token = "$T", url = "https://npm.other.example/" }
"""
    assert indexes("bunfig.toml", text) == [
        (2, "https://npm.example.org", ()),
        (5, "https://npm.acme.example/", ("@acme/*",)),
        (6, "https://npm.other.example/", ("@other/*",)),
    ]
    assert read("bunfig.toml", text).cool_down_days == 3
    assert "hunter2" not in repr(read("bunfig.toml", text))


@pytest.mark.parametrize(("path", "text"), [(".yarnrc.yml", "a: ["), ("bunfig.toml", "[install")])
def test_what_cannot_be_read_is_said(path: str, text: str) -> None:
    assert read(path, text).unread
