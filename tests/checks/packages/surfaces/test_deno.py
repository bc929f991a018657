from __future__ import annotations

from aireview.checks.packages.surfaces.deno import read
from aireview.model.packages import Surface

TEXT = """{
  // comments are allowed
  "name": "@acme/api-xtr",
  "imports": {
    "chalk": "npm:chalk@5.3.0",
    "left": "npm:/@acme/left-xtr@^1/sub",
    "std/": "https://deno.land/std@0.192.0/",
    "@std/path": "jsr:@std/path@1",
    "~/": "./src/",
    "out": "../../x.ts",
  },
  "scopes": {"./vendor/": {"right": "npm:right-xtr"}},
  "tasks": {"gen": "npx gen-xtr", "more": {"command": "bunx more-xtr"}}
}"""


def test_npm_packages_are_declared_and_others_ignored() -> None:
    found = read("api/deno.json", TEXT)
    assert [
        (one.name, one.line, one.specifier, one.alias)
        for one in found.references
        if one.surface is Surface.MANIFEST
    ] == [
        ("chalk", 5, "5.3.0", ""),
        ("@acme/left-xtr", 6, "^1", "left"),
        ("right-xtr", 12, "", "right"),
    ]
    assert [(one.name, one.line) for one in found.references[3:]] == [
        ("gen-xtr", 13),
        ("more-xtr", 13),
    ]
    assert [(member.name, member.folder) for member in found.members] == [("@acme/api-xtr", "api")]


def test_imports_are_aliases() -> None:
    assert {one.pattern: one.targets for one in read("api/deno.json", TEXT).aliases} == {
        "chalk": ("npm:chalk@5.3.0",),
        "chalk/*": ("npm:chalk@5.3.0/*",),
        "left": ("npm:@acme/left-xtr@^1/sub",),
        "left/*": ("npm:@acme/left-xtr@^1/sub/*",),
        "std/*": ("https://deno.land/std@0.192.0/*",),
        "@std/path": ("jsr:@std/path@1",),
        "@std/path/*": ("jsr:@std/path@1/*",),
        "~/*": ("api/src/*",),
        "out": (),
        "right": ("npm:right-xtr",),
        "right/*": ("npm:right-xtr/*",),
    }


def test_what_cannot_be_read_is_said() -> None:
    assert read("deno.json", "{").unread
    assert read("import_map.json", '{"imports": []}').unread
