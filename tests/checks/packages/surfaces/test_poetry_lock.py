from __future__ import annotations

from aireview.checks.packages.surfaces.poetry_lock import read

LOCK = """# generated
[[package]]
name = "A-xtr"
version = "1.0"
optional = false
files = [
    {file = "a.whl", hash = "sha256:0"},
]

[package.dependencies]
b-xtr = ">=1"

[[package]]
name = "b-xtr"
version = "2"
[package.source]
type = "legacy"
url = "https://corp.test/simple"
reference = "corp"

[[package]]
name = "c-xtr"
version = "2"
[package.source]
type = "git"
url = "https://h.test/c.git"

[[package]]
name = "d-xtr"
version = "2"
[package.source]
type = "directory"
url = "../d"

[metadata]
lock-version = "2.0"
"""


def test_poetry_lock() -> None:
    found = [
        (each.name, each.line, each.specifier, each.source.value, each.index, each.url)
        for each in read("poetry.lock", LOCK).references
    ]
    assert found == [
        ("A-xtr", 3, "==1.0", "registry", "", ""),
        ("b-xtr", 14, "==2", "registry", "https://corp.test/simple", ""),
        ("c-xtr", 22, "==2", "direct", "", "https://h.test/c.git"),
        ("d-xtr", 29, "==2", "local", "", ""),
    ]
