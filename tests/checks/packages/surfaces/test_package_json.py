from __future__ import annotations

import json
from typing import Any

import pytest

from aireview.checks.packages.surfaces.package_json import read
from aireview.model.packages import Ecosystem, Reading, Reference, Source, Surface


def reading(manifest: dict[str, Any], path: str = "package.json") -> Reading:
    return read(path, json.dumps(manifest, indent=2))


def declared(manifest: dict[str, Any]) -> dict[str, Reference]:
    found = reading(manifest).references
    return {one.name: one for one in found if one.surface is Surface.MANIFEST}


@pytest.mark.parametrize(
    "section", ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"]
)
def test_every_kind_of_dependency_is_read_at_the_line_of_its_name(section: str) -> None:
    found = read("web/package.json", f'{{\n  "{section}": {{\n    "left-xtr":\n "^1"\n  }}\n}}')
    (one,) = found.references
    assert (one.ecosystem, one.name, one.specifier) == (Ecosystem.NPM, "left-xtr", "^1")
    assert (one.path, one.line, one.surface) == ("web/package.json", 3, Surface.MANIFEST)
    assert one.optional is (section == "optionalDependencies")


@pytest.mark.parametrize(
    ("spec", "source"),
    [
        ("^1.0.0", Source.REGISTRY),
        ("", Source.REGISTRY),
        ("*", Source.REGISTRY),
        ("latest", Source.REGISTRY),
        ("1.x || >=2.5.0 || 5.0.0 - 7.2.3", Source.REGISTRY),
        ("npm:^4", Source.REGISTRY),
        ("npm:latest", Source.REGISTRY),
        ("workspace:*", Source.LOCAL),
        ("workspace:^1.0.0", Source.LOCAL),
        ("workspace:../ui", Source.LOCAL),
        ("catalog:", Source.LOCAL),
        ("catalog:react19", Source.LOCAL),
        ("file:../ui", Source.LOCAL),
        ("link:./src", Source.LOCAL),
        ("portal:../ui", Source.LOCAL),
        ("patch:x@npm%3A1.0.0#./x.patch", Source.LOCAL),
        ("./ui", Source.LOCAL),
        ("../ui", Source.LOCAL),
        ("~/ui", Source.LOCAL),
        ("vendor.tgz", Source.LOCAL),
        ("github:someone/thing", Source.DIRECT),
        ("someone/thing", Source.DIRECT),
        ("someone/thing#v1", Source.DIRECT),
        ("git+ssh://git@github.com/someone/thing.git", Source.DIRECT),
        ("git@github.com:someone/thing.git", Source.DIRECT),
        ("git://example.org/thing.git", Source.DIRECT),
        ("https://example.org/thing-1.0.0.tgz", Source.DIRECT),
        ("jsr:@std/path@1", Source.DIRECT),
    ],
)
def test_a_specification_says_where_the_package_comes_from(spec: str, source: Source) -> None:
    (one,) = reading({"dependencies": {"thing-xtr": spec}}).references
    assert (one.name, one.source) == ("thing-xtr", source)


@pytest.mark.parametrize(
    ("spec", "name", "version"),
    [
        ("npm:lodash@4", "lodash", "4"),
        ("npm:lodash", "lodash", ""),
        ("npm:@babel/core@^7.1", "@babel/core", "^7.1"),
        ("npm:@babel/core", "@babel/core", ""),
        ("npm:7zip-bin@5", "7zip-bin", "5"),
    ],
)
def test_an_alias_asks_for_its_target(spec: str, name: str, version: str) -> None:
    (one,) = reading({"dependencies": {"other-xtr": spec}}).references
    assert (one.name, one.specifier, one.alias) == (name, version, "other-xtr")


def test_an_address_keeps_no_secret() -> None:
    spec = "https://ci:hunter2@example.org/x.tgz?token=hunter2"
    (one,) = reading({"dependencies": {"x-xtr": spec}}).references
    assert one.url == "https://example.org/x.tgz"
    assert "hunter2" not in repr(one)


def test_a_peer_that_may_be_missing_is_optional() -> None:
    found = declared(
        {
            "peerDependencies": {"a-xtr": "1", "b-xtr": "1"},
            "peerDependenciesMeta": {"b-xtr": {"optional": True}, "c-xtr": {"optional": True}},
        }
    )
    assert {name: one.optional for name, one in found.items()} == {"a-xtr": False, "b-xtr": True}


def test_bundled_dependencies_and_comments_are_no_new_names() -> None:
    manifest = {
        "bundledDependencies": ["a-xtr"],
        "bundleDependencies": True,
        "dependencies": {"//": "why", "a-xtr": "1"},
    }
    assert set(declared(manifest)) == {"a-xtr"}


@pytest.mark.parametrize(
    ("manifest", "names"),
    [
        ({"overrides": {"a-xtr": "1", "b-xtr@^2": "$a-xtr"}}, {"a-xtr", "b-xtr"}),
        ({"overrides": {"a-xtr": {".": "1", "@s/b-xtr": {"c-xtr": "2"}}}}, {"a-xtr", "c-xtr"}),
        ({"overrides": {"a-xtr": "npm:b-xtr@1"}}, {"b-xtr"}),
        ({"pnpm": {"overrides": {"a@1>@s/b-xtr@>=2": "2", "c-xtr@>1": "-"}}}, {"@s/b-xtr"}),
        ({"pnpm": {"overrides": {"a-xtr@>=1 <2": "2"}}}, {"a-xtr"}),
        ({"resolutions": {"a/**/@s/b-xtr": "1", "**/c-xtr": "1", "d-xtr": "1"}},
         {"@s/b-xtr", "c-xtr", "d-xtr"}),
        ({"resolutions": {"@s/a/b-xtr": "1", "c-xtr@npm:^1/2": "1", "a>d-xtr": "1"}},
         {"b-xtr", "c-xtr", "d-xtr"}),
        ({"pnpm": {"packageExtensions": {"a@1": {"dependencies": {"b-xtr": "1"}}}}}, {"b-xtr"}),
        ({"pnpm": {"configDependencies": {"a-xtr": "1.0.0+sha512-x"}}}, {"a-xtr"}),
        ({"workspaces": {"packages": ["p/*"], "catalog": {"a-xtr": "1"}}}, {"a-xtr"}),
        ({"catalogs": {"old": {"a-xtr": "1"}}}, {"a-xtr"}),
        ({"packageManager": "pnpm@9.1.0+sha512.0"}, {"pnpm"}),
        ({"workspaces": ["packages/*"]}, set()),
    ],
)  # fmt: skip
def test_what_else_installs_a_package(manifest: dict[str, Any], names: set[str]) -> None:
    assert set(declared(manifest)) == names


def test_a_package_manager_has_no_version_of_the_registry() -> None:
    assert declared({"packageManager": "yarn@4.5.0"})["yarn"].specifier == ""


@pytest.mark.parametrize(
    ("commands", "binaries"),
    [("./cli.js", ("tool-xtr",)), ({"a": "./a.js", "b": "./b.js"}, ("a", "b")), ({}, ())],
)
def test_a_name_is_a_package_of_the_repository(commands: object, binaries: tuple[str, ...]) -> None:
    found = reading({"name": "@acme/tool-xtr", "bin": commands}, "tools/cli/package.json")
    (member,) = found.members
    assert (member.name, member.folder, member.binaries) == (
        "@acme/tool-xtr",
        "tools/cli",
        binaries,
    )


def test_imports_are_aliases_and_name_packages_as_code_does() -> None:
    manifest = {
        "imports": {
            "#lib/*": "./src/*.js",
            "#out": "../../../x.js",
            "#dep": {"node": "native-xtr/sub", "default": ["./fallback.js"]},
        }
    }
    found = reading(manifest, "web/package.json")
    assert {alias.pattern: alias.targets for alias in found.aliases} == {
        "#lib/*": ("web/src/*.js",),
        "#out": (),
        "#dep": ("npm:native-xtr/sub", "web/fallback.js"),
    }
    assert [(one.name, one.surface) for one in found.references] == [
        ("native-xtr/sub", Surface.IMPORT)
    ]


def test_scripts_are_commands_at_their_own_line() -> None:
    manifest = {"scripts": {"a": "tsc", "b": "echo hi &&\nnpx run-xtr@2 --yes", "c": 1}}
    (one,) = reading(manifest).references
    assert (one.name, one.surface, one.line, one.runs) == ("run-xtr", Surface.COMMAND, 4, True)


def test_tools_that_are_set_up_in_the_manifest() -> None:
    found = reading(
        {
            "eslintConfig": {"extends": ["airbnb-xtr"]},
            "babel": {"presets": ["@babel/env"]},
            "jest": {"moduleNameMapper": {"^@/(.*)$": "<rootDir>/src/$1"}},
            "prettier": "@acme/prettier-config",
            "postcss": {"plugins": {"nesting-xtr": {}}},
            "browserslist": ["extends browserslist-config-xtr", "> 1%"],
        },
        "web/package.json",
    )
    assert {one.name for one in found.references} == {
        "eslint-config-airbnb-xtr",
        "@babel/preset-env",
        "@acme/prettier-config",
        "nesting-xtr",
        "browserslist-config-xtr",
    }
    assert {one.surface for one in found.references} == {Surface.CONFIG}
    assert [(alias.pattern, alias.targets) for alias in found.aliases] == [("@/*", ("web/src/*",))]


def test_names_that_cannot_be_names_are_still_reported() -> None:
    names = ["--no-audit", "../../etc", "https://evil.example/x", "a b", "\u0007"]
    assert list(declared({"dependencies": dict.fromkeys(names, "1")})) == names


def test_a_key_that_stands_twice_is_read_twice() -> None:
    found = read("package.json", '{"dependencies": {"a-xtr": "file:x", "a-xtr": "1"}}')
    assert [one.source for one in found.references] == [Source.LOCAL, Source.REGISTRY]


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"dependencies": ["a-xtr"]}', '{"scripts": "npx x"}', "[" * 100_000]
)
def test_what_cannot_be_read_is_said(text: str) -> None:
    found = read("package.json", text)
    assert found.unread
    assert not found.references


def test_a_bundled_package_that_nothing_declares_is_a_name() -> None:
    text = json.dumps({"dependencies": {"a-xtr": "1"}, "bundledDependencies": ["a-xtr", "b-xtr"]})
    assert [one.name for one in read("package.json", text).references] == ["a-xtr", "b-xtr"]
