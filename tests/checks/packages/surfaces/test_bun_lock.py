from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.bun_lock import read
from aireview.model.packages import Source, Surface

TEXT = """{
  "lockfileVersion": 1,
  "workspaces": {"": {"name": "app", "dependencies": {"a-xtr": "^1",},},},
  "packages": {
    "@s/a-xtr": ["@s/a-xtr@1.0.0", "", { "bin": { "a": "a.js" } }, "sha512-x=="],

    "b-xtr": ["b-xtr@2.0.0", "https://npm.example.org/b.tgz", { "bin": "b.js" }, "sha512-x=="],
    // a comment
    "c-xtr": ["d-xtr@3.0.0", "", {}, "sha512-x=="],
    "@s/a-xtr/c-xtr": ["c-xtr@1.0.0", "", {}, "sha512-x=="],
    "@acme/w-xtr": ["@acme/w-xtr@workspace:packages/w"],
    "l-xtr": ["l-xtr@link:l-xtr", {}],
    "f-xtr": ["f-xtr@file:f", {}],
    "g-xtr": ["g-xtr@git+ssh://git@github.com/x/g.git#0", {}, "0"],
    "h-xtr": ["h-xtr@github:x/h#0", {}, "x-h-0"],
  },
}"""


def test_packages() -> None:
    found = read("bun.lock", TEXT)
    assert not found.unread
    assert {one.surface for one in found.references} == {Surface.LOCK}
    assert [
        (one.name, one.specifier, one.source, one.alias, one.line) for one in found.references
    ] == [
        ("@s/a-xtr", "1.0.0", Source.REGISTRY, "", 5),
        ("b-xtr", "2.0.0", Source.REGISTRY, "", 7),
        ("d-xtr", "3.0.0", Source.REGISTRY, "c-xtr", 9),
        ("c-xtr", "1.0.0", Source.REGISTRY, "", 10),
        ("@acme/w-xtr", "", Source.LOCAL, "", 11),
        ("l-xtr", "", Source.LOCAL, "", 12),
        ("f-xtr", "", Source.LOCAL, "", 13),
        ("g-xtr", "", Source.DIRECT, "", 14),
        ("h-xtr", "", Source.DIRECT, "", 15),
    ]
    assert [one.binaries for one in found.references[:3]] == [("a",), ("b-xtr",), ()]
    assert found.references[1].url == "https://npm.example.org/b.tgz"
    assert found.references[7].url == "git+ssh://github.com/x/g.git"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("bun.lockb", "#!/usr/bin/env bun\nbun-lockfile-format-v0\n\0"),
        ("bun.lock", "{"),
        ("bun.lock", "[]"),
        ("bun.lock", "{}"),
        ("bun.lock", '{"packages": {"a": {}}}'),
        ("bun.lock", '{"packages": {"a": [1]}}'),
    ],
)
def test_what_cannot_be_read_is_said(path: str, text: str) -> None:
    assert read(path, text).unread


def test_a_lock_without_packages_is_read() -> None:
    assert not read("bun.lock", '{"lockfileVersion": 1}').unread
