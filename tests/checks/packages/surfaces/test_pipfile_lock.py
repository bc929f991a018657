from __future__ import annotations

from aireview.checks.packages.surfaces.pipfile_lock import read
from aireview.model.packages import Surface

LOCK = """{
  "_meta": {
    "sources": [
      {"name": "pypi", "url": "https://pypi.org/simple"},
      {"name": "corp", "url": "https://u:p@corp.test/simple"}
    ]
  },
  "default": {
    "a-xtr": {"version": "==1.0", "index": "pypi", "hashes": ["sha256:0"]},
    "b-xtr": {"version": "==2.0", "index": "corp"}
  },
  "develop": {
    "c-xtr": {"git": "https://h.test/c", "ref": "0"},
    "d-xtr": {"path": ".", "editable": true}
  }
}
"""


def test_pipfile_lock() -> None:
    reading = read("Pipfile.lock", LOCK)
    found = [
        (each.name, each.line, each.specifier, each.source.value, each.index)
        for each in reading.references
    ]
    assert found == [
        ("a-xtr", 9, "==1.0", "registry", ""),
        ("b-xtr", 10, "==2.0", "registry", "https://corp.test/simple"),
        ("c-xtr", 13, "", "direct", ""),
        ("d-xtr", 14, "", "local", ""),
    ]
    assert {each.surface for each in reading.references} == {Surface.LOCK}


def test_bad_json_is_told() -> None:
    assert [each.line for each in read("Pipfile.lock", '{\n"default": {').unread] == [2]
