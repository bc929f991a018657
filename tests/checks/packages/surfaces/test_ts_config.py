from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.ts_config import extends, inherited, read
from aireview.model.packages import Surface

TEXT = """{
  /* JSONC */
  "extends": ["../base", "@acme/tsconfig-xtr/node.json"],
  "compilerOptions": {
    "baseUrl": "./src", // here
    "paths": {
      "@/*": ["./*", "../gen/*"],
      "out/*": ["../../../../x/*"],
    },
    "types": ["node-xtr", "tool-xtr/client", "./local", "@s/t-xtr"],
    "plugins": [{"name": "plugin-xtr/ts"}, {"transform": "./local"}],
    "jsxImportSource": "@acme/jsx-xtr",
  },
}"""


def test_paths_and_base_url_are_aliases() -> None:
    found = read("apps/web/tsconfig.json", TEXT)
    assert [(one.pattern, one.targets, one.folder, one.line) for one in found.aliases] == [
        ("@/*", ("apps/web/src/*", "apps/web/gen/*"), "apps/web", 7),
        ("out/*", (), "apps/web", 8),
        ("*", ("apps/web/src/*",), "apps/web", 5),
    ]


def test_a_base_url_of_the_root() -> None:
    (one,) = read("tsconfig.json", '{"compilerOptions": {"baseUrl": "."}}').aliases
    assert (one.pattern, one.targets, one.folder) == ("*", ("*",), "")


def test_paths_without_a_base_url_start_at_the_file() -> None:
    text = '{"compilerOptions": {"paths": {"@/*": ["./src/*"], "~/*": ["${configDir}/lib/*"]}}}'
    assert [one.targets for one in read("web/jsconfig.json", text).aliases] == [
        ("web/src/*",),
        ("web/lib/*",),
    ]


def test_packages_that_settings_and_types_come_from() -> None:
    found = read("apps/web/tsconfig.json", TEXT)
    assert {one.surface for one in found.references} == {Surface.CONFIG}
    assert [(one.name, one.line, one.alternatives) for one in found.references] == [
        ("@acme/tsconfig-xtr", 3, ()),
        ("@types/node-xtr", 10, ("node-xtr",)),
        ("tool-xtr", 10, ("@types/tool-xtr",)),
        ("@types/s__t-xtr", 10, ("@s/t-xtr",)),
        ("plugin-xtr", 11, ()),
        ("@acme/jsx-xtr", 13 - 1, ()),
    ]


def test_types_of_a_folder_are_no_packages() -> None:
    text = '{"compilerOptions": {"typeRoots": ["./types"], "types": ["mine"]}}'
    assert not read("tsconfig.json", text).references


def test_relative_parents() -> None:
    assert extends("apps/web/tsconfig.json", TEXT) == ("apps/base.json",)
    assert extends("tsconfig.json", '{"extends": "../../x"}') == ()
    assert extends("tsconfig.json", "{") == ()


def test_aliases_of_a_parent_count_for_the_folder_of_the_child() -> None:
    base, child = "config/base.json", "apps/web/tsconfig.json"
    readings = {base: read(base, '{"compilerOptions": {"paths": {"@/*": ["../src/*"]}}}')}
    (one,) = inherited(readings, {child: ("apps/mid.json",), "apps/mid.json": (base, child)})[1:]
    assert (one.pattern, one.targets, one.folder, one.path) == ("@/*", ("src/*",), "apps/web", base)


def test_aliases_of_the_root_count_already() -> None:
    readings = {"tsconfig.json": read("tsconfig.json", '{"compilerOptions": {"baseUrl": "."}}')}
    assert inherited(readings, {"web/tsconfig.json": ("tsconfig.json", "missing.json")}) == ()


@pytest.mark.parametrize("text", ["{", "[]", '{"compilerOptions": []}'])
def test_what_cannot_be_read_is_said(text: str) -> None:
    assert read("tsconfig.json", text).unread
