from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from aireview.policy.load import parse
from aireview.policy.schema import schema
from aireview.policy.yaml_tree import read

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(schema())
EXAMPLES = [
    (name, text)
    for name in ("configuration.md", "suppressing.md")
    for text in re.findall(
        r"```yaml\n(.*?)```", (ROOT / "docs" / name).read_text("utf-8"), re.DOTALL
    )
]


def test_the_file_in_the_documentation_is_current() -> None:
    assert (ROOT / "docs/schemas/aireview.schema.json").read_text("utf-8") == schema()


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_every_example_is_valid(name: str, text: str) -> None:
    parse(
        text.encode(),
        name=name,
        known_checks=("content", "hidden-text", "semgrep"),
        today="2026-05-05",
    )
    jsonschema.validate(read(text.encode(), name).value, SCHEMA)


@pytest.mark.parametrize(
    "document",
    [
        {"profil": "soc2"},
        {"profile": "sox"},
        {"waivers": [{"id": "a", "rule": "b", "owner": "c", "reason": "d"}]},
        {
            "waivers": [
                {"id": "a", "rule": "b", "owner": "c", "reason": "", "expires": "2026-01-01"}
            ]
        },
        {"findings": {"block": {"ai": "D"}}},
    ],
)
def test_an_editor_sees_mistakes(document: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)


def test_every_key_is_described_in_the_documentation() -> None:
    text = (ROOT / "docs/configuration.md").read_text("utf-8")
    keys = set(SCHEMA["properties"])
    for part in SCHEMA["$defs"].values():
        keys |= set(part.get("properties", {}))
    assert [key for key in sorted(keys) if f"`{key}`" not in text] == []
