from __future__ import annotations

import msgspec
import pytest
from support.changes import changed, context

from aireview.checks.content import CONTENT
from aireview.checks.seam import Context
from aireview.model.change import Change, Origin, Skip, SkipReason
from aireview.model.finding import Outcome, Tier


def run(reason: SkipReason) -> list[str]:
    file = msgspec.structs.replace(changed("a.py", ""), skip=Skip(reason, "1.2 MB"))
    ended = CONTENT.start(Context(Change(origin=Origin.STAGED, files=(file,)), {}))()
    assert (ended.outcome is Outcome.FAILED) is bool(ended.findings)
    return [finding.message for finding in ended.findings]


@pytest.mark.parametrize(
    "reason", [SkipReason.TOO_LARGE, SkipReason.LFS_POINTER, SkipReason.NOT_TEXT]
)
def test_source_that_cannot_be_read_is_a_finding(reason: SkipReason) -> None:
    (message,) = run(reason)
    assert "1.2 MB" in message
    assert "no rule has read it" in message


def test_a_picture_in_git_lfs_is_no_finding() -> None:
    file = msgspec.structs.replace(changed("a.png", ""), skip=Skip(SkipReason.LFS_POINTER))
    ended = CONTENT.start(Context(Change(origin=Origin.STAGED, files=(file,)), {}))()
    assert ended.findings == ()


@pytest.mark.parametrize(
    "reason",
    [
        SkipReason.BINARY,
        SkipReason.DELETED,
        SkipReason.EXCLUDED,
        SkipReason.SUBMODULE,
        SkipReason.SYMLINK,
        SkipReason.UNREADABLE,  # the run is incomplete instead
    ],
)
def test_what_is_no_source_is_no_finding(reason: SkipReason) -> None:
    assert run(reason) == []


def test_a_bundle_is_a_finding_and_its_span_is_new() -> None:
    bundle = "var a=1;" * 4000
    ended = CONTENT.start(context({"app.min.js": bundle, "notes.md": bundle, "b.js": "x\n"}))()
    assert [finding.path for finding in ended.findings] == ["app.min.js"]
    assert "20,000" in ended.findings[0].message


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("# coding: utf-7", True),
        ("# -*- coding: unicode_escape -*-", True),
        ("# vim: set fileencoding=rot13 :", True),
        ("# -*- coding: utf-8 -*-", False),
        ("# coding=latin_1", False),
        ("x = 'coding: utf-7'", False),
    ],
)
def test_an_encoding_that_hides_code_is_a_finding(line: str, found: bool) -> None:  # noqa: FBT001
    ended = CONTENT.start(context({"a.py": f"#!/usr/bin/python\n{line}\n"}))()
    assert [f.rule.id for f in ended.findings] == (["unreadable-code"] if found else [])
    assert CONTENT.start(context({"a.txt": f"{line}\n"}))().findings == ()


def test_code_that_is_no_text_blocks() -> None:
    file = msgspec.structs.replace(changed("a.js", ""), skip=Skip(SkipReason.NOT_TEXT, "NUL"))
    ended = CONTENT.start(Context(Change(origin=Origin.STAGED, files=(file,)), {}))()
    assert [(f.rule.id, f.rule.tier) for f in ended.findings] == [("unreadable-code", Tier.A)]
