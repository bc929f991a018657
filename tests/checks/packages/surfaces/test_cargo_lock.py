from __future__ import annotations

from aireview.checks.packages.surfaces.cargo_lock import read


def test_sources() -> None:
    text = """version = 4
[[package]]
name = "own-xtr"
version = "0.1.0"
dependencies = [
 "a-xtr",
]

[[package]]
name = "a-xtr"
version = "1.0.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
[[package]]
name = "b-xtr"
source = "git+https://h.test/r?branch=x#abc"
[[package]]
name = "c-xtr"
source = "sparse+https://u:p@cargo.acme.test/index/"
[[package]]
version = "1"
"""
    reading = read("Cargo.lock", text)
    assert [
        (r.name, r.line, r.specifier, r.source.value, r.index, r.url) for r in reading.references
    ] == [
        ("own-xtr", 3, "0.1.0", "local", "", ""),
        ("a-xtr", 10, "1.0.0", "registry", "", ""),
        ("b-xtr", 14, "", "direct", "", "https://h.test/r"),
        ("c-xtr", 17, "", "registry", "https://cargo.acme.test/index/", ""),
    ]
    assert [part.why for part in reading.unread] == ["a package without a name"]
