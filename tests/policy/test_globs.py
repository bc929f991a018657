from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aireview.policy.globs import matches, name_matcher, problem


@pytest.mark.parametrize(
    ("pattern", "hits", "misses"),
    [
        ("*.md", ["a.md", "x/y/a.md", ".md"], ["a.mdx", "md"]),
        ("docs", ["docs", "docs/a", "x/docs/a"], ["docsx", "xdocs/a"]),
        ("docs/", ["docs/a", "x/docs/a/b"], ["docsx/a"]),
        ("/docs", ["docs/a"], ["x/docs/a"]),
        ("docs/**", ["docs/a", "docs/a/b"], ["docs", "x/docs/a"]),
        ("src/*.py", ["src/a.py"], ["src/x/a.py", "a/src/a.py"]),
        ("src/**/*.py", ["src/a.py", "src/x/y/a.py"], ["src/a.pyc", "a.py"]),
        ("**/test_*.py", ["test_a.py", "x/test_a.py"], ["atest_a.py"]),
        ("a/**/b/**/c", ["a/b/c", "a/x/b/y/z/c"], ["a/c", "a/b/cx"]),
        ("**", ["a", "a/b"], []),
        ("a/**/**/b", ["a/b", "a/x/b"], ["ab"]),
        ("v?.py", ["v1.py"], ["v.py", "v12.py", "v/.py"]),
        ("[ab].py", ["a.py", "x/b.py"], ["c.py"]),
        ("[!ab].py", ["c.py"], ["a.py", "x//.py"]),
        ("app/\\[id\\]/*.ts", ["app/[id]/p.ts"], ["app/i/p.ts"]),
        ("[ab", ["[ab"], ["a"]),
        ("a*a", ["aa", "aba"], ["a"]),
        ("a*b*a", ["aba", "axbxa"], ["aa", "ab"]),
        ("a.b", ["a.b"], ["axb"]),
        ("gr\u00fcn/*", ["gr\u00fcn/x"], []),
    ],
)
def test_a_pattern_means_what_gitignore_means(
    pattern: str, hits: list[str], misses: list[str]
) -> None:
    assert [path for path in hits if not matches(path, (pattern,))] == []
    assert [path for path in misses if matches(path, (pattern,))] == []


def test_no_pattern_matches_nothing() -> None:
    assert not matches("a", ())


@pytest.mark.parametrize("pattern", ["", "/", "!a", "a/../b", "./a", "*.{a,b}", "x" * 1001])
def test_what_is_not_supported_is_said(pattern: str) -> None:
    assert problem(pattern)


def test_names_know_only_the_star() -> None:
    assert name_matcher("py-*")("py-jwt")
    assert name_matcher("a.b")("a.b")
    assert not name_matcher("a.b")("axb")
    assert not name_matcher("a*b*a")("aba-b")
    assert name_matcher("*")("anything\n")


@example("[a--b]", "a")
@example("[--]", "-")
@example("[!---a]", "a")
@given(st.text(alphabet="a*?/[]!\\.-^b", max_size=30), st.text(alphabet="ab/.", max_size=30))
def test_no_pattern_breaks_the_matcher(pattern: str, path: str) -> None:
    if not problem(pattern):
        matches(path, (pattern,))


@given(st.lists(st.sampled_from(["a", "b", "ab", "b.c"]), min_size=1, max_size=5))
def test_a_path_matches_itself_and_its_folders(parts: list[str]) -> None:
    path = "/".join(parts)
    assert matches(path, (path,))
    assert matches(path, (f"/{parts[0]}",))
    assert matches(path, ("**/" + parts[-1],))


@pytest.mark.parametrize("pattern", ["*a" * 30 + "b", "**/a/" * 30 + "b", "a*" * 40 + "/b"])
def test_matching_is_linear(pattern: str) -> None:
    started = time.process_time()
    assert not matches("a" * 100_000, (pattern,))
    assert not matches("a/" * 50_000, (pattern,))
    assert not name_matcher(pattern)("a" * 100_000)
    assert time.process_time() - started < 5
