from __future__ import annotations

from aireview.checks.packages.surfaces.pip_config import read


def test_pip_conf() -> None:
    text = """[global]
index_url = https://u:secret@h.test/simple
extra-index-url =
    https://a.test/simple
    https://pypi.org/simple
[install]
no-index = true
find-links = ./wheels
"""
    found = [(each.url, each.line, each.replaces) for each in read("pip.conf", text).indexes]
    assert found == [
        ("https://h.test/simple", 2, True),
        ("https://a.test/simple", 4, False),
        ("./wheels", 8, True),
    ]


def test_what_is_no_setting_is_told() -> None:
    assert [each.line for each in read("pip.conf", "nothing\n[x]\ny").unread] == [1, 3]
