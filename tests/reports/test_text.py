from __future__ import annotations

import unicodedata

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.reports import (
    CASES,
    blocked,
    changed,
    finding,
    hostile,
    incomplete,
    many,
    passing,
    warnings,
)

from aireview.model.change import Skip, SkipReason
from aireview.model.finding import Report
from aireview.reports.text import MAX_SHOWN, render

replace = msgspec.structs.replace
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # categories of what nobody sees


def test_a_pass_without_findings_prints_nothing() -> None:
    assert render(passing()) == ""


def test_a_pass_says_so_when_asked() -> None:
    assert render(passing(), verbose=True).startswith(
        "aireview: passed, 2 files read, 2 checks run\n"
    )


def test_what_a_check_saw_is_said_when_asked() -> None:
    first, *rest = passing().checks
    report = replace(passing(), checks=(replace(first, reason="2 new names: 2 ok"), *rest))
    assert f"\nLooked at:\n  {first.name}: 2 new names: 2 ok\n" in render(report, verbose=True)
    assert render(report) == ""


def test_a_pass_prints_what_a_person_should_be_told() -> None:
    report = replace(passing(), notices=("nothing to check: only documents",))
    assert render(report) == "aireview: nothing to check: only documents\n"


def test_a_pass_hides_suppressed_findings_and_those_on_other_lines() -> None:
    _, _, accepted, inline, old = blocked().findings
    assert render(replace(passing(), findings=(accepted, inline, old))) == ""


def test_warnings_are_a_short_list_without_source_or_fix() -> None:
    text = render(warnings())
    assert "app/orders.py:7  B/medium principal-unused\n" in text
    assert "fix:" not in text
    assert "jwt.decode" not in text


def test_a_blocked_change_tells_place_source_reason_fix_and_author() -> None:
    lines = render(blocked()).split("\n")
    assert lines[0] == "aireview: blocked: 1 tier A finding in code written by AI"
    at = lines.index("app/auth.py:12  A/critical jwt-not-verified  (blocks, written by AI)")
    assert lines[at + 1 : at + 5] == [
        "  Token read without checking its signature.",
        "  12 | claims = jwt.decode(token, options={'verify_signature': False})",
        "  why: the key is never passed to the decoder",
        '  fix: claims = jwt.decode(token, KEY, algorithms=["HS256"])',
    ]
    assert "Who wrote it: AI (codewright)" in lines


def test_how_to_disagree_is_told_once_in_the_comment_style_of_the_file() -> None:
    assert render(many()).count("aireview: ignore[") == 1
    assert '  # aireview: ignore[jwt-not-verified] reason="…"\n' in render(blocked())
    script = replace(blocked(), findings=(finding(path="web/session.ts"),))
    assert '  // aireview: ignore[jwt-not-verified] reason="…"\n' in render(script)


@pytest.mark.parametrize(
    ("path", "mark"),
    [
        ("Dockerfile", "#"),
        ("docker/api.Dockerfile", "#"),
        ("docker/Dockerfile.dev", "#"),
        ("Gemfile", "#"),
        ("Makefile", "#"),
        ("requirements.txt", "#"),
        ("requirements/dev.txt", "#"),
        ("dev-requirements.txt", "#"),
        ("go.mod", "//"),
        ("build.gradle", "//"),
        ("notes.txt", ""),
        ("package.json", ""),
        ("Gemfile.lock", ""),
        ("composer.lock", ""),
        ("go.sum", ""),
        ("pnpm-lock.yaml", ""),
        ("src/App.csproj", ""),
    ],
)
def test_a_comment_is_advised_only_where_one_can_stand(path: str, mark: str) -> None:
    text = render(replace(warnings(), findings=(finding(path=path),)))
    assert ("A waiver in .aireview.yml" in text) is (not mark)
    assert [line.split()[0] for line in text.split("\n") if "aireview: ignore[" in line] == (
        [mark] if mark else []
    )


def test_blocking_findings_come_before_others_and_the_rest_is_counted() -> None:
    report = replace(many(), findings=tuple(reversed(many().findings)))
    text = render(report)
    assert text.count("(blocks, ") == MAX_SHOWN
    assert "50 more findings, see --format json\n" in text


def test_findings_stand_together_by_file() -> None:
    heads = [line.split(":")[0] for line in render(many()).split("\n") if "(blocks" in line]
    assert heads == sorted(heads)


def test_what_was_not_checked_is_listed_and_counted() -> None:
    skipped = tuple(
        changed(f"data/{number}.bin", skip=Skip(SkipReason.BINARY)) for number in range(3)
    )
    unreadable = tuple(
        changed(f"lost/{number}.py", skip=Skip(SkipReason.UNREADABLE, "gone"))
        for number in range(8)
    )
    report = incomplete()
    change = replace(report.change, files=(*skipped, *unreadable))
    text = render(replace(report, change=change))
    assert text.startswith("aireview: incomplete, so there is no verdict\n")
    assert "  semgrep: unavailable: the program `semgrep` was not found;" in text
    assert "  lost/0.py: unreadable: gone\n" in text
    assert "  3 more unreadable files\n" in text
    assert "  files without content to check: 3 binary\n" in text


@pytest.mark.parametrize("verbose", [False, True])
@pytest.mark.parametrize("report", CASES.values(), ids=CASES)
def test_escape_codes_appear_only_when_colours_are_wanted(report: Report, *, verbose: bool) -> None:
    plain = render(report, verbose=verbose)
    colored = render(report, color=True, verbose=verbose)
    assert "\x1b" not in plain
    assert ("\x1b[" in colored) == (plain not in ("", "aireview: the baseline is empty\n"))


def test_colours_change_nothing_but_colours() -> None:
    stripped = render(blocked(), color=True)
    for code in ("0", "1", "2", "31", "32", "33", "1;31"):
        stripped = stripped.replace(f"\x1b[{code}m", "")
    assert stripped == render(blocked())


def test_prose_keeps_to_the_width_and_a_finding_to_a_few_lines() -> None:
    long = replace(finding(), message="many words " * 60, evidence=("a fact " * 60,) * 5)
    report = replace(blocked(), findings=(long,))
    for width in (40, 60, 120):
        block = render(report, width=width).split("\n\n")[1].split("\n")
        assert len(block) <= 10
        assert all(len(line) <= width for line in block[1:-2])  # head and code are never wrapped
        assert any("(+3 more)" in line for line in block)


def test_an_endless_line_is_cut() -> None:
    report = replace(hostile(), reasons=("x" * 100_000,), notices=("y" * 100_000,))
    assert len(render(report)) < 20_000


@given(text=st.text(alphabet=st.characters(exclude_categories=[]), max_size=60))
def test_no_text_breaks_the_page(text: str) -> None:
    item = replace(finding(path=text), message=text, snippet=text, fix=text, evidence=(text,))
    out = render(replace(blocked(), findings=(item,), reasons=(text,), notices=(text,)))
    out.encode()
    unseen = {c for c in out if unicodedata.category(c) in UNSEEN}
    assert unseen <= {"\n", "\t"}
