from __future__ import annotations

import pytest

from aireview.diffs.links import points_outside


@pytest.mark.parametrize(
    ("path", "target", "outside"),
    [
        ("a/link", "../b", False),
        ("a/link", "../../b", True),
        ("link", "..", True),
        ("link", "../", True),
        ("link", "/etc/passwd", True),
        ("link", "..name", False),
        ("link", "a/../../x", True),
        ("a/b/link", "./../../c", False),
    ],
)
def test_a_link_is_judged_by_where_it_leads(path: str, target: str, *, outside: bool) -> None:
    assert points_outside(path, target) is outside
