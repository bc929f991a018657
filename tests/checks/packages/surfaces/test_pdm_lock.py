from __future__ import annotations

from aireview.checks.packages.surfaces.pdm_lock import read

LOCK = """[[package]]
name = "a-xtr"
version = "1.0"
files = [
    {file = "a.whl", hash = "sha256:0"},
]
[[package]]
name = "a-xtr"
version = "1.0"
extras = ["x"]
[[package]]
name = "b-xtr"
version = "2"
git = "https://h.test/b.git"
[[package]]
name = "c-xtr"
version = "2"
path = "./c"
"""


def test_pdm_lock() -> None:
    found = [
        (each.name, each.line, each.extras, each.source.value)
        for each in read("pdm.lock", LOCK).references
    ]
    assert found == [
        ("a-xtr", 2, (), "registry"),
        ("a-xtr", 8, ("x",), "registry"),
        ("b-xtr", 12, (), "direct"),
        ("c-xtr", 16, (), "local"),
    ]
