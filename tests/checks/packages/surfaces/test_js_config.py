from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.js_config import read
from aireview.model.packages import Surface


def names(path: str, text: str) -> list[str]:
    found = read(path, text)
    assert not found.unread
    assert {one.surface for one in found.references} <= {Surface.CONFIG}
    return [one.name for one in found.references]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("airbnb", "eslint-config-airbnb"),
        ("airbnb/hooks", "eslint-config-airbnb"),
        ("next/core-web-vitals", "eslint-config-next"),
        ("eslint-config-x-xtr", "eslint-config-x-xtr"),
        ("@acme", "@acme/eslint-config"),
        ("@acme/x-xtr", "@acme/eslint-config-x-xtr"),
        ("@acme/eslint-config", "@acme/eslint-config"),
        ("@acme/eslint-config/react", "@acme/eslint-config"),
        ("@vue/eslint-config-typescript/recommended", "@vue/eslint-config-typescript"),
        ("plugin:x-xtr/recommended", "eslint-plugin-x-xtr"),
        ("plugin:@typescript-eslint/recommended", "@typescript-eslint/eslint-plugin"),
        ("plugin:@acme/x-xtr/all", "@acme/eslint-plugin-x-xtr"),
        ("plugin:eslint-plugin-x-xtr/all", "eslint-plugin-x-xtr"),
    ],
)
def test_eslint_extends(written: str, name: str) -> None:
    (one,) = read(".eslintrc.json", f'{{"extends": ["{written}"]}}').references
    assert (one.name, one.alias) == (name, "" if written == name else written)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("x-xtr", "eslint-plugin-x-xtr"),
        ("eslint-plugin-x-xtr", "eslint-plugin-x-xtr"),
        ("@acme", "@acme/eslint-plugin"),
        ("@acme/x-xtr", "@acme/eslint-plugin-x-xtr"),
        ("@acme/eslint-plugin", "@acme/eslint-plugin"),
    ],
)
def test_eslint_plugins(written: str, name: str) -> None:
    assert names(".eslintrc", f"plugins:\n  - '{written}'\n") == [name]


def test_eslint_parsers_overrides_and_what_is_local() -> None:
    text = """
    // comments are allowed
    {"root": true,
     "extends": ["eslint:recommended", "./base.js", "../x", "/abs", "plugin:./x/y"],
     "parser": "parser-xtr", "parserOptions": {"parser": {"ts": "x"}},
     "overrides": [{"files": "*", "extends": "late-xtr", "parser": "@acme/parser-xtr/sub"}]}
    """
    assert names(".eslintrc", text) == ["parser-xtr", "eslint-config-late-xtr", "@acme/parser-xtr"]
    assert read(".eslintrc", text).ignored == 5


@pytest.mark.parametrize(
    ("section", "written", "name"),
    [
        ("presets", "env-xtr", "babel-preset-env-xtr"),
        ("presets", "babel-preset-x-xtr", "babel-preset-x-xtr"),
        ("presets", "@babel/env", "@babel/preset-env"),
        ("presets", "@babel/preset-env", "@babel/preset-env"),
        ("presets", "@acme", "@acme/babel-preset"),
        ("presets", "@acme/x-xtr", "@acme/babel-preset-x-xtr"),
        ("presets", "@acme/babel-preset-x-xtr", "@acme/babel-preset-x-xtr"),
        ("presets", "@acme/x-xtr/sub", "@acme/x-xtr"),
        ("presets", "next/babel", "next"),
        ("presets", "module:metro-react-native-babel-preset", "metro-react-native-babel-preset"),
        ("plugins", "lodash-xtr", "babel-plugin-lodash-xtr"),
        ("plugins", "@babel/x-xtr", "@babel/plugin-x-xtr"),
        ("plugins", "@acme/x-xtr", "@acme/babel-plugin-x-xtr"),
        ("plugins", "module:x-xtr/plugin", "x-xtr"),
    ],
)
def test_babel(section: str, written: str, name: str) -> None:
    text = f'{{"env": {{"test": {{"{section}": ["./local", ["{written}", {{"a": "b"}}]]}}}}}}'
    assert names(".babelrc", text) == [name]


def test_babel_aliases() -> None:
    text = """{"plugins": [["module-resolver", {
      "root": ["./src"], "alias": {"@": "./src", "^@ns/(.+)": "./ns/\\\\1", "lib": "lib-xtr"}}]]}"""
    found = read("web/.babelrc", text)
    assert [(one.pattern, one.targets) for one in found.aliases] == [
        ("@", ("web/src",)),
        ("@/*", ("web/src/*",)),
        ("@ns/*", ("web/ns/*",)),
        ("lib", ("web/lib-xtr", "npm:lib-xtr")),
        ("lib/*", ("web/lib-xtr/*", "npm:lib-xtr/*")),
        ("*", ("web/src/*",)),
    ]


def test_jest() -> None:
    text = """{
      "preset": "preset-xtr/presets/ts", "testEnvironment": "dom-xtr", "runner": "@acme/r-xtr",
      "setupFiles": ["<rootDir>/a.js", "test/setup.js", "setup-xtr/all"],
      "transform": {"a": "t-xtr", "b": ["u-xtr", {}], "c": "<rootDir>/x"},
      "reporters": ["default", ["junit-xtr", {}]], "snapshotSerializers": ["./x"],
      "moduleNameMapper": {
        "^@/(.*)$": "<rootDir>/src/$1", "\\\\.(css|less)$": "stub-xtr", "^lib$": ["./a", "./b"]},
      "moduleDirectories": ["node_modules", "lib"],
      "rootDir": "..",
      "projects": ["<rootDir>/x", {"testEnvironment": "node", "preset": "inner-xtr"}]
    }"""
    found = read("web/conf/jest.config.json", text)
    assert [one.name for one in found.references] == [
        "preset-xtr",
        "setup-xtr",
        "junit-xtr",
        "jest-environment-dom-xtr",
        "@acme/r-xtr",
        "t-xtr",
        "u-xtr",
        "stub-xtr",
        "inner-xtr",
    ]
    assert found.references[3].alternatives == ("dom-xtr",)
    assert [(one.pattern, one.targets) for one in found.aliases] == [
        ("@/*", ("web/src/*",)),
        ("lib", ("web/a", "web/b")),
        ("*", ("web/lib/*",)),
    ]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (".prettierrc", '"@acme/prettier-config-xtr"', ["@acme/prettier-config-xtr"]),
        (".prettierrc", "semi: false\nplugins: [a-xtr, ./b.js]", ["a-xtr"]),
        (".prettierrc.toml", 'plugins = ["a-xtr"]', ["a-xtr"]),
        (".postcssrc.json", '{"plugins": {"a-xtr": {}, "./b": {}}, "parser": "p-xtr"}',
         ["a-xtr", "p-xtr"]),
        (".postcssrc", "plugins:\n  - a-xtr\n", ["a-xtr"]),
        (".stylelintrc", "extends: a-xtr\nplugins: [b-xtr/x]\noverrides: [{extends: [c-xtr]}]",
         ["a-xtr", "b-xtr", "c-xtr"]),
        (".eslintrc", "extends: null", []),
        (".prettierrc", "", []),
    ],
)  # fmt: skip
def test_other_tools(path: str, text: str, expected: list[str]) -> None:
    assert names(path, text) == expected


def test_the_line_is_that_of_the_name() -> None:
    (one,) = read(".eslintrc.yml", "root: true\nextends:\n  - x-xtr\n").references
    assert one.line == 3


@pytest.mark.parametrize(
    "path", [".eslintrc.json", ".babelrc", ".prettierrc.toml", ".eslintrc.yml"]
)
def test_what_cannot_be_read_is_said(path: str) -> None:
    assert read(path, "{ [").unread
