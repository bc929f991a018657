from __future__ import annotations

import json

import pytest

from aireview.checks.packages.surfaces.package_lock import read
from aireview.model.packages import Source, Surface

R = "https://registry.npmjs.org"
V3 = {
    "name": "app",
    "lockfileVersion": 3,
    "packages": {
        "": {"name": "app", "dependencies": {"a-xtr": "^1", "u-xtr": "https://e.example/u.tgz"}},
        "packages/ui": {"name": "@acme/ui-xtr", "version": "1.0.0"},
        "node_modules/@acme/ui-xtr": {"resolved": "packages/ui", "link": True},
        "node_modules/a-xtr": {
            "version": "1.2.3",
            "resolved": f"{R}/a-xtr/-/a-xtr-1.2.3.tgz",
            "bin": {"a": "a.js", "aa": "a.js"},
            "dependencies": {"node_modules/a-xtr": "1"},
        },
        "node_modules/a-xtr/node_modules/@s/b-xtr": {"version": "2.0.0", "optional": True},
        "node_modules/old-xtr": {"name": "c-xtr", "version": "3.0.0", "bin": "c.js"},
        "node_modules/g-xtr": {
            "version": "1.0.0",
            "resolved": "git+ssh://git@github.com/x/g.git#1",
        },
        "node_modules/u-xtr": {"version": "1.0.0", "resolved": "https://e.example/u.tgz"},
        "node_modules/p-xtr": {"version": "1.0.0", "resolved": "https://evil.example/p.tgz"},
        "node_modules/f-xtr": {"version": "file:vendor/f.tgz"},
        "node_modules/i-xtr": {"version": "1.0.0", "inBundle": True},
    },
}


def test_versions_2_and_3() -> None:
    text = json.dumps(V3, indent=2)
    found = read("web/package-lock.json", text).references
    assert [(one.name, one.source, one.alias) for one in found] == [
        ("@acme/ui-xtr", Source.LOCAL, ""),
        ("a-xtr", Source.REGISTRY, ""),
        ("@s/b-xtr", Source.REGISTRY, ""),
        ("c-xtr", Source.REGISTRY, "old-xtr"),
        ("g-xtr", Source.DIRECT, ""),
        ("u-xtr", Source.DIRECT, ""),
        ("p-xtr", Source.REGISTRY, ""),
        ("f-xtr", Source.LOCAL, ""),
        ("i-xtr", Source.LOCAL, ""),
    ]
    lines = text.split("\n")
    assert all(f'{one.alias or one.name}": {{' in lines[one.line - 1] for one in found)
    assert {one.surface for one in found} == {Surface.LOCK}
    assert found[1].specifier == "1.2.3"
    assert found[1].url == f"{R}/a-xtr/-/a-xtr-1.2.3.tgz"
    assert [one.binaries for one in found[1:4]] == [("a", "aa"), (), ("c-xtr",)]
    assert found[2].optional
    assert found[4].url == "git+ssh://github.com/x/g.git"


def test_version_1_is_nested() -> None:
    lock = {
        "lockfileVersion": 1,
        "dependencies": {
            "a-xtr": {
                "version": "1.0.0",
                "resolved": f"{R}/a-xtr/-/a-xtr-1.0.0.tgz",
                "requires": {"b-xtr": "1"},
                "dependencies": {"b-xtr": {"version": "npm:@s/c-xtr@2.0.0", "bundled": False}},
            },
            "g-xtr": {"version": "github:x/g#0", "from": "github:x/g"},
            "t-xtr": {"version": "https://e.example/t.tgz"},
            "l-xtr": {"version": "file:../l"},
            "i-xtr": {"version": "1.0.0", "bundled": True},
        },
    }
    found = read("npm-shrinkwrap.json", json.dumps(lock, indent=1)).references
    assert [(one.name, one.specifier, one.source, one.alias, one.line) for one in found] == [
        ("a-xtr", "1.0.0", Source.REGISTRY, "", 4),
        ("@s/c-xtr", "2.0.0", Source.REGISTRY, "b-xtr", 11),
        ("g-xtr", "", Source.DIRECT, "", 17),
        ("t-xtr", "", Source.DIRECT, "", 21),
        ("l-xtr", "", Source.LOCAL, "", 24),
        ("i-xtr", "1.0.0", Source.LOCAL, "", 27),
    ]


def test_the_line_is_that_of_the_key_and_not_of_a_look_alike() -> None:
    text = (
        '{"packages": {"": {"x": "\\"node_modules/a-xtr\\": {",\n'
        '"y": {"node_modules/a-xtr": {}}},\n"node_modules/a-xtr"\n: {}}}'
    )
    (one,) = read("package-lock.json", text).references
    assert one.line == 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "{}",
        '{"a": ' + "9" * 5000 + "}",
        '{"packages": []}',
        '{"packages": {"node_modules/a-xtr": 1}}',
        '{"lockfileVersion": 1, "dependencies": []}',
        '{"lockfileVersion": 1, "dependencies": {"a": 1}}',
        '{"dependencies": ' + '{"a": {"dependencies": ' * 60 + "{}" + "}}" * 60 + "}",
        "[" * 1_000_000,
    ],
)
def test_what_cannot_be_read_is_said(text: str) -> None:
    assert read("package-lock.json", text).unread


def test_an_empty_lock_is_read() -> None:
    assert not read("package-lock.json", '{"lockfileVersion": 1}').unread
