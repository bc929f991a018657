"""A package that a change plants so that a name in a manifest counts as the repository's own."""

from __future__ import annotations

import json

import pytest
from support.packages import review

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

MEMBER = json.dumps({"name": "odd-xtr"})


def manifest(spec: str) -> str:
    return json.dumps({"dependencies": {"odd-xtr": spec}})


def test_a_planted_member_proves_nothing_for_a_version() -> None:
    said = review(
        {"docs/z/package.json": MEMBER, "package.json": manifest("^1")}, {"package.json": "{}"}
    )
    assert [(one.verdict, one.tier, one.path) for one in said.words] == [
        ("unverified", "C", "package.json")
    ]
    assert said.sent == ()


def test_a_member_of_the_base_is_the_repositorys_own() -> None:
    base = {"docs/z/package.json": MEMBER, "package.json": "{}"}
    said = review({**base, "package.json": manifest("^1")}, base)
    assert said.words == []


def test_a_workspace_specification_binds() -> None:
    said = review(
        {"docs/z/package.json": MEMBER, "package.json": manifest("workspace:*")},
        {"package.json": "{}"},
    )
    assert said.words == []
