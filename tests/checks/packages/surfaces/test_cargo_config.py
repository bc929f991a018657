from __future__ import annotations

from aireview.checks.packages.surfaces.cargo_config import read


def test_registries_and_mirror() -> None:
    text = """[registries]
acme = { index = "sparse+https://u:p@cargo.acme.test/i/" }
[source.crates-io]
replace-with = "one"
[source.one]
replace-with = "two"
[source.two]
registry = "https://mirror.test/index"
"""
    assert [
        (i.name, i.url, i.line, i.replaces, i.explicit)
        for i in read(".cargo/config.toml", text).indexes
    ] == [
        ("acme", "https://cargo.acme.test/i/", 2, False, True),
        ("two", "https://mirror.test/index", 8, True, False),
    ]


def test_a_vendored_folder_and_a_circle_bind_nothing() -> None:
    vendored = '[source.crates-io]\nreplace-with = "v"\n[source.v]\ndirectory = "vendor"\n'
    circle = '[source.crates-io]\nreplace-with = "crates-io"\n'
    assert read(".cargo/config.toml", vendored).indexes == ()
    assert read(".cargo/config.toml", circle).indexes == ()
