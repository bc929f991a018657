from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.pre_commit import read
from aireview.model.packages import Ecosystem

PATH = ".pre-commit-config.yaml"


def config(hook: str, repository: str = "https://h.test/x") -> str:
    return f"repos:\n- repo: {repository}\n  hooks:\n  - id: x\n    {hook}\n"


@pytest.mark.parametrize(
    ("hook", "repository", "ecosystem", "name", "specifier"),
    [
        (
            "additional_dependencies: [types-xtr]",
            "https://h.test/x",
            Ecosystem.PYPI,
            "types-xtr",
            "",
        ),
        ("additional_dependencies: [a-xtr==1]", "local", Ecosystem.PYPI, "a-xtr", "==1"),
        ("{language: node, additional_dependencies: [a-xtr]}", "local", Ecosystem.NPM, "a-xtr", ""),
        (
            "additional_dependencies: [eslint-plugin-xtr]",
            "https://github.com/pre-commit/mirrors-eslint",
            Ecosystem.NPM,
            "eslint-plugin-xtr",
            "",
        ),
        ("additional_dependencies: ['@s/a-xtr@1.0']", "x", Ecosystem.NPM, "@s/a-xtr", "1.0"),
        ("additional_dependencies: [a-xtr@1.2.3]", "x", Ecosystem.NPM, "a-xtr", "1.2.3"),
        (
            "{language: golang, additional_dependencies: [h.test/m-xtr@v1]}",
            "local",
            Ecosystem.GO,
            "h.test/m-xtr",
            "v1",
        ),
        (
            "{language: rust, additional_dependencies: ['cli:a-xtr:1.0']}",
            "local",
            Ecosystem.CARGO,
            "a-xtr",
            "1.0",
        ),
    ],
)
def test_the_language_of_a_hook_decides(
    hook: str, repository: str, ecosystem: Ecosystem, name: str, specifier: str
) -> None:
    text = (
        config(hook, repository)
        if not hook.startswith("{")
        else (f"repos:\n- repo: {repository}\n  hooks:\n\n  - {hook}\n")
    )
    [reference] = read(PATH, text).references
    assert (reference.ecosystem, reference.name) == (ecosystem, name)
    assert (reference.specifier, reference.line) == (specifier, 5)


def test_other_languages_are_counted() -> None:
    text = config("{}").replace("id: x\n    {}", "{language: system, additional_dependencies: [a]}")
    reading = read(PATH, text)
    assert (reading.references, reading.ignored) == ((), 1)


def test_a_repository_of_hooks() -> None:
    text = "- id: x\n  language: python\n  additional_dependencies:\n  - a-xtr\n"
    [reference] = read(".pre-commit-hooks.yaml", text).references
    assert (reference.name, reference.line) == ("a-xtr", 4)


@pytest.mark.parametrize(
    "text", ["", "a: [", "repos: 1", "repos: [1, {hooks: x}]", "&a [*a]", "\x00"]
)
def test_any_shape_is_read_over(text: str) -> None:
    assert not read(PATH, text).references


def test_bad_yaml_is_told() -> None:
    assert [each.line for each in read(PATH, "a: 1\nb: [").unread]
