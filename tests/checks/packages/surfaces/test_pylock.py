from __future__ import annotations

from aireview.checks.packages.surfaces.pylock import read

LOCK = """lock-version = "1.0"
[[packages]]
name = "a-xtr"
version = "1.0"
index = "https://pypi.org/simple/"
wheels = [
  {name = "a.whl", url = "https://files.pythonhosted.org/a.whl", hashes = {sha256 = "0"}},
]
[[packages]]
name = "b-xtr"
vcs = { type = "git", url = "https://h.test/b", commit-id = "0" }
[[packages]]
name = "c-xtr"
directory = { path = "c", editable = true }
[[packages]]
name = "d-xtr"
archive = { path = "d.zip", hashes = {sha256 = "0"} }
"""


def test_pylock() -> None:
    found = [
        (each.name, each.line, each.source.value, each.index, each.url)
        for each in read("pylock.toml", LOCK).references
    ]
    assert found == [
        ("a-xtr", 3, "registry", "", "https://files.pythonhosted.org/a.whl"),
        ("b-xtr", 10, "direct", "", "https://h.test/b"),
        ("c-xtr", 13, "local", "", ""),
        ("d-xtr", 16, "local", "", ""),
    ]
