from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.conda import includes, read

ENVIRONMENT = """name: x
channels: [conda-forge]
dependencies:
  - python=3.10
  - numpy=1.26
  - conda-forge::opencv>=4
  - pip
  - pip:
    - a-xtr~=1.0
    - -r deps.txt
    - --extra-index-url https://u:p@h.test/simple
"""


def test_an_environment_declares_in_two_namespaces() -> None:
    reading = read("x/environment.yml", ENVIRONMENT)
    assert [(each.name, each.index, each.line) for each in reading.references] == [
        ("numpy", "conda", 5),
        ("opencv", "conda", 6),
        ("pip", "conda", 7),
        ("a-xtr", "", 9),
    ]
    assert reading.language == "==3.10.*"
    assert [each.url for each in reading.indexes] == ["https://h.test/simple"]
    assert includes("x/environment.yml", ENVIRONMENT) == ("x/deps.txt",)


def test_pixi() -> None:
    text = """[dependencies]
python = "3.12.*"
numpy = "*"
[pypi-dependencies]
a-xtr = ">=1"
mine-xtr = { path = ".", editable = true }
[feature.test.pypi-dependencies]
b-xtr = "*"
[pypi-options]
extra-index-urls = ["https://h.test/simple"]
"""
    reading = read("pixi.toml", text)
    found = [(each.name, each.index, each.source.value) for each in reading.references]
    assert found == [
        ("a-xtr", "", "registry"),
        ("mine-xtr", "", "local"),
        ("numpy", "conda", "registry"),
        ("b-xtr", "", "registry"),
    ]
    assert len(reading.indexes) == 1


@pytest.mark.parametrize("text", ["", "dependencies: 1", "dependencies: [[a], {pip: 1}, ~]", "[]"])
def test_any_shape_is_read_over(text: str) -> None:
    read("environment.yml", text)


def test_bad_yaml_is_told() -> None:
    assert read("environment.yml", "dependencies: [").unread
