from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest
from support.golden import assert_golden
from support.reports import CASES, HOSTILE_PATH, blocked, hostile

from aireview.model.text import printable
from aireview.reports import check_v1
from aireview.reports.json import render, schema

SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "check.v1.schema.json"


def test_the_published_schema_is_current() -> None:
    assert_golden(SCHEMA, schema())


@pytest.mark.parametrize("case", CASES)
def test_output_follows_the_published_schema(case: str) -> None:
    published = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.validate(json.loads(render(CASES[case])), published)


def test_the_schema_refuses_an_unknown_verdict_and_a_missing_field() -> None:
    published = json.loads(SCHEMA.read_text(encoding="utf-8"))
    output = json.loads(render(blocked()))
    for broken in ({**output, "verdict": "maybe"}, {**output, "schema": "aireview/check/v2"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, published)
    del output["findings"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(output, published)


def test_output_reads_back_as_the_types_of_the_format() -> None:
    read = msgspec.json.decode(render(hostile()).encode(), type=check_v1.CheckReport)
    assert read.change.files[0].path == printable(HOSTILE_PATH)


def test_the_first_key_names_format_and_version() -> None:
    assert next(iter(json.loads(render(blocked())).items())) == ("schema", "aireview/check/v1")


def test_the_fields_of_a_finding_are_the_contract() -> None:
    first, *_ = json.loads(render(blocked()))["findings"]
    assert list(first) == [
        "rule", "tier", "severity", "cwe", "owasp", "path", "start_line", "end_line", "symbol",
        "message", "evidence", "fix", "fingerprint", "in_change", "authorship", "suppressed",
    ]  # fmt: skip
    assert first["rule"] == "jwt-not-verified"
    assert first["suppressed"] is None


def test_every_finding_is_in_the_output_whatever_it_counts_for() -> None:
    findings = json.loads(render(blocked()))["findings"]
    assert [(f["in_change"], (f["suppressed"] or {}).get("kind")) for f in findings] == [
        (True, None),
        (True, None),
        (True, "waiver"),
        (True, "inline"),
        (False, None),
    ]
    assert findings[2]["suppressed"] == {
        "kind": "waiver",
        "reason": "orders are public until the launch",
        "owner": "dana@shop.example",
        "expires": "2026-12-31",
        "in_change": False,
    }


def test_a_fix_keeps_its_line_breaks_and_tabs() -> None:
    fix = json.loads(render(blocked()))["findings"][1]["fix"]
    assert fix == "if order.owner_id != user.id:\n\traise Forbidden"
