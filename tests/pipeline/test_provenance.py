"""Verdicts over a stream of commits, and over all of them as one change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aireview.attribution.change import attribute_change
from aireview.attribution.judge import attribute_commit
from aireview.model.change import Commit, LineRange
from aireview.model.provenance import (
    AuthoredLines,
    Authorship,
    CommitAttribution,
    Effect,
    FileAttribution,
    Signal,
    Strength,
)
from aireview.pipeline import provenance

CLAUDE = "Co-authored-by: Claude <noreply@anthropic.com>"


def commit(number: int, message: str = "Fix", parents: tuple[str, ...] = ("p",)) -> Commit:
    return Commit(sha=f"{number:040x}", parents=parents, message=message)


def note(of: Commit) -> tuple[Signal, ...]:
    if of.message != "noted":
        return ()
    return (
        Signal(
            kind="note", tool="codex", strength=Strength.EXPLICIT, effect=Effect.LINES, quote="1-3"
        ),
    )


def noted(commits: Iterable[Commit]) -> Iterator[CommitAttribution]:
    return (attribute_commit(commit, note(commit)) for commit in commits)


def policy(tool: str) -> str:
    return "sanctioned" if tool == "claude-code" else "unknown"


def text(commits: list[Commit], *, as_a_change: bool = False) -> list[str]:
    return list(
        provenance.text_report(commits, (), classify=policy, as_a_change=as_a_change, judge=noted)
    )


def test_the_stream_is_lazy() -> None:
    taken = []

    def commits() -> Iterator[Commit]:
        for number in range(100):
            taken.append(number)
            yield commit(number)

    lines = provenance.jsonl_report(commits())
    next(lines)
    assert taken == [0]


def test_evidence_from_elsewhere_reaches_the_verdict() -> None:
    whole = provenance.attribute_whole([commit(1, "noted")], (), noted)
    assert (whole.authorship, whole.tools) == (Authorship.MIXED, ("codex",))


def test_text_lists_what_has_evidence_and_counts_the_rest() -> None:
    lines = text([commit(1), commit(2, f"Fix\n\n{CLAUDE}"), commit(3, "noted")])
    assert [line.split()[1] for line in lines[:2]] == ["ai", "mixed"]
    assert lines[2:] == [
        "3 commits: 1 ai, 1 mixed, 0 bot, 1 unknown",
        "tools: claude-code 1, codex 1",
        "shadow AI (in no list of the policy): codex",
    ]


def test_a_range_gets_a_verdict_of_its_own_without_its_merges() -> None:
    merge = commit(1, "Merge branch 'claude/x'", ("p", "q"))
    written = commit(2, f"Fix\n\n{CLAUDE}")
    assert "change: ai (claude-code)" in text([merge, written], as_a_change=True)
    whole = provenance.attribute_whole([merge, written])
    assert whole.authorship is Authorship.AI
    assert [c.authorship for c in whole.commits] == [Authorship.UNKNOWN, Authorship.AI]


def test_files_and_their_lines_are_reported() -> None:
    span = AuthoredLines(lines=LineRange(2, 4), tool="codex", signature="note")
    file = FileAttribution(
        path="a\udcff.py", authorship=Authorship.MIXED, tools=("codex",), lines=(span,)
    )
    whole = attribute_change((attribute_commit(commit(1)),), (), (file,))
    assert whole.authorship is Authorship.MIXED
    report = provenance.json_report(whole, policy)
    assert '"start": 2' in report
    assert "\\\\xff" in report
    assert any("2-4 codex" in line for line in provenance.staged_text(whole, policy))


def test_a_tool_that_the_policy_names_is_no_shadow() -> None:
    assert provenance.shadow_of(["claude-code", "codex"], policy) == ("codex",)
