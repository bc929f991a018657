from __future__ import annotations

import pytest

from aireview.diffs.languages import is_code, language_of


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("a/b.py", "python"),
        ("stubs/x.pyi", "python"),
        ("web/x.mjs", "javascript"),
        ("web/x.cjs", "javascript"),
        ("web/x.jsx", "javascript"),
        ("web/x.tsx", "typescript"),
        ("web/x.mts", "typescript"),
        ("web/x.cts", "typescript"),
        ("main.go", "go"),
        ("A.java", "java"),
        ("b.kt", "kotlin"),
        ("view.phtml", "php"),
        ("Api.CS", "csharp"),
        ("lib.rs", "rust"),
        ("x.h", "c"),
        ("x.hpp", "cpp"),
        ("run.sh", "shell"),
        ("ci.yml", "yaml"),
        ("data.json", "json"),
        ("app/Gemfile", "ruby"),
        ("Rakefile", "ruby"),
        ("Dockerfile", "dockerfile"),
        ("deploy/Dockerfile.prod", "dockerfile"),
        ("odd\udcff.py", "python"),
    ],
)
def test_a_name_tells_the_language(path: str, language: str) -> None:
    assert language_of(path) == language


@pytest.mark.parametrize("path", ["logo.png", "LICENSE", "py", "dir.py/data", "x.", "a.py/"])
def test_other_names_are_no_source(path: str) -> None:
    assert language_of(path) is None


def test_data_is_source_but_no_code() -> None:
    assert is_code("a.py")
    assert not is_code("package-lock.json")
    assert not is_code("logo.png")
