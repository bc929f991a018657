from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.uv_config import days, read


def test_uv_toml() -> None:
    text = """exclude-newer = "P3W"
index-url = "https://u:p@h.test/simple"
extra-index-url = ["https://a.test/simple"]
constraint-dependencies = ["a-xtr<2"]
[[index]]
name = "b"
url = "https://b.test/simple"
[pip]
index-url = "https://c.test/simple"
"""
    reading = read("uv.toml", text)
    assert [(each.url, each.line, each.replaces) for each in reading.indexes] == [
        ("https://b.test/simple", 7, False),
        ("https://h.test/simple", 2, True),
        ("https://a.test/simple", 3, False),
        ("https://c.test/simple", 9, True),
    ]
    assert reading.cool_down_days == 21
    assert [(each.name, each.line) for each in reading.references] == [("a-xtr", 4)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P3W", 21),
        ("7 days", 7),
        ("1 week", 7),
        ("30 days ago", 30),
        ("P14D", 14),
        ("2024-01-01T00:00:00Z", None),
        ("", None),
        ("soon", None),
    ],
)
def test_spans_of_time(text: str, expected: int | None) -> None:
    assert days(text) == expected


def test_bad_toml_is_told() -> None:
    assert [each.line for each in read("uv.toml", "a = 1\na = 2").unread] == [2]
