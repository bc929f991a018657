from __future__ import annotations

from aireview.checks.packages.surfaces.pipfile import read
from aireview.model.packages import Source

TEXT = """[[source]]
url = "https://u:p@first.test/simple"
name = "first"
[[source]]
url = "https://pypi.org/simple"
name = "pypi"
[packages]
a-xtr = "*"
b-xtr = {version = "==1.0", index = "first", extras = ["x"]}
c-xtr = {git = "https://h.test/c", ref = "main"}
d-xtr = {index = "pypi", version = "*"}
e-xtr = {path = ".", editable = true}
[dev-packages]
f-xtr = ">=2"
[docs]
g-xtr = "*"
[requires]
python_version = "3.11"
"""


def test_pipfile() -> None:
    reading = read("Pipfile", TEXT)
    assert [
        (each.name, each.specifier, each.index, each.source) for each in reading.references
    ] == [
        ("a-xtr", "", "", Source.REGISTRY),
        ("b-xtr", "==1.0", "first", Source.REGISTRY),
        ("c-xtr", "", "", Source.DIRECT),
        ("d-xtr", "", "", Source.REGISTRY),
        ("e-xtr", "", "", Source.LOCAL),
        ("f-xtr", ">=2", "", Source.REGISTRY),
        ("g-xtr", "", "", Source.REGISTRY),
    ]
    assert [each.line for each in reading.references] == [8, 9, 10, 11, 12, 14, 16]
    assert reading.language == "==3.11.*"
    [index] = reading.indexes
    assert (index.url, index.replaces) == ("https://first.test/simple", True)


def test_a_package_that_stands_twice_is_told() -> None:
    assert [each.line for each in read("Pipfile", '[packages]\na="*"\na="1"').unread] == [3]
