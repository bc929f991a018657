from __future__ import annotations

from aireview.checks.packages.surfaces.gradle_catalog import read


def test_libraries_and_plugins() -> None:
    text = """[versions]
v = "1.0"
rich = { strictly = "2.0" }
[libraries]
a = "g:a-xtr:3"
b = { module = "g:b-xtr", version.ref = "v" }
c = { group = "g",
  name = "c-xtr", version.ref = "rich" }
d = { module = "g:d-xtr" }
odd = { module = "d" }
[bundles]
all = ["a", "b"]
[plugins]
p = "p.xtr:4"
q = { id = "q.xtr", version = "5" }
"""
    reading = read("gradle/libs.versions.toml", text)
    assert [(r.name, r.line, r.specifier, bool(r.index)) for r in reading.references] == [
        ("g:a-xtr", 5, "3", False),
        ("g:b-xtr", 6, "1.0", False),
        ("g:c-xtr", 8, "2.0", False),
        ("g:d-xtr", 9, "", False),
        ("p.xtr:p.xtr.gradle.plugin", 14, "4", True),
        ("q.xtr:q.xtr.gradle.plugin", 15, "5", True),
    ]
    assert [part.line for part in reading.unread] == [10]
