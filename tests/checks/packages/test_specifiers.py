from __future__ import annotations

import pytest

from aireview.checks.packages.specifiers import clean, is_relative, package_of, scheme_of


@pytest.mark.parametrize(
    ("specifier", "expected"),
    [
        ("a-xtr", "a-xtr"),
        ("./a.svg?react", "./a.svg"),
        ("a-xtr/b.css?inline#c", "a-xtr/b.css"),
        ("a-xtr/b#c", "a-xtr/b"),
        ("#own/a", "#own/a"),
        ("!!style-loader!css-loader?x!./a.css", "./a.css"),
        ("\0virtual", "virtual"),
        ("?x", ""),
    ],
)
def test_clean(specifier: str, expected: str) -> None:
    assert clean(specifier) == expected


@pytest.mark.parametrize(
    ("specifier", "expected"),
    [
        ("a-xtr", "a-xtr"),
        ("a-xtr/b/c", "a-xtr"),
        ("@s/a-xtr", "@s/a-xtr"),
        ("@s/a-xtr/b", "@s/a-xtr"),
        ("@s", "@s"),
        ("", ""),
    ],
)
def test_package_of(specifier: str, expected: str) -> None:
    assert package_of(specifier) == expected


def test_schemes_and_paths() -> None:
    assert [scheme_of(each) for each in ("node:fs", "HTTPS://a", "a/b:c", "@s/a")] == [
        "node",
        "https",
        "",
        "",
    ]
    assert [is_relative(each) for each in (".", "../a", "/a", ".a", "a/./b")] == [
        True,
        True,
        True,
        False,
        False,
    ]
