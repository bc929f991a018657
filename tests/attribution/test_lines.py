from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.attribution.lines import attribute_file, attribute_unblamed, check_evidence
from aireview.attribution.ranges import shift, size, subtract, written
from aireview.diffs.lines import merge, ranges
from aireview.model.change import ChangedFile, FileStatus, LineRange
from aireview.model.lines import (
    AddedLines,
    BlamedLines,
    CommitEvidence,
    Contributor,
    LineEvidence,
    NoteReading,
)
from aireview.model.provenance import (
    Authorship,
    CommitAttribution,
    Effect,
    FileAttribution,
    Signal,
    Strength,
)

SHA = "a" * 40
OTHER = "b" * 40
REF = "refs/notes/ai"


def spans(*pairs: tuple[int, int]) -> tuple[LineRange, ...]:
    return tuple(LineRange(*pair) for pair in pairs)


def wrote(
    *pairs: tuple[int, int],
    path: str = "a.py",
    contributor: Contributor = Contributor.AI,
    where: str = REF,
    strength: Strength = Strength.EXPLICIT,
) -> LineEvidence:
    return LineEvidence(
        path=path,
        contributor=contributor,
        lines=spans(*pairs),
        tool="codex" if contributor is not Contributor.HUMAN else "",
        where=where,
        signature="any.ref.1",
        strength=strength,
    )


def added(
    *pairs: tuple[int, int], path: str = "a.py", new: Sequence[tuple[int, int]] | None = None
) -> AddedLines:
    return AddedLines(
        path=path, lines=spans(*pairs), substantive=spans(*(pairs if new is None else new))
    )


def checked(
    *evidence: LineEvidence, base: str = SHA, **more: Sequence[AddedLines]
) -> CommitEvidence:
    reading = NoteReading(evidence=evidence, base_commit=base)
    return check_evidence(SHA, [reading], more.get("to", [added((1, 10))]))


def shown(evidence: CommitEvidence) -> list[tuple[Effect, Strength]]:
    return [(signal.effect, signal.strength) for signal in evidence.signals]


def test_a_note_that_covers_every_added_line_makes_the_commit_ai() -> None:
    found = checked(wrote((1, 10)))
    assert shown(found) == [(Effect.AI, Strength.EXPLICIT)]
    assert found.narrows
    [signal] = found.signals
    assert (signal.kind, signal.tool, signal.where) == ("note", "codex", REF)
    assert "a.py 1-10" in signal.quote


def test_a_note_that_covers_some_lines_says_so() -> None:
    assert shown(checked(wrote((1, 4)))) == [(Effect.LINES, Strength.EXPLICIT)]


def test_two_notes_that_cover_everything_together() -> None:
    found = checked(wrote((1, 4)), wrote((5, 10), where=".agent-trace/traces.jsonl"))
    assert [signal.kind for signal in found.signals] == ["note", "trace"]
    assert {effect for effect, _ in shown(found)} == {Effect.AI}


def test_a_file_that_no_note_names_keeps_the_commit_from_being_all_ai() -> None:
    found = checked(wrote((1, 10)), to=[added((1, 10)), added((1, 1), path="b.py")])
    assert shown(found) == [(Effect.LINES, Strength.EXPLICIT)]


def test_lines_that_are_only_moved_or_blank_need_no_cover() -> None:
    found = checked(
        wrote((2, 3)), to=[added((1, 10), new=[(2, 3)]), added((1, 5), path="b", new=[])]
    )
    assert shown(found) == [(Effect.AI, Strength.EXPLICIT)]


def test_a_commit_of_moved_lines_only_is_judged_by_all_of_them() -> None:
    to = [added((1, 4), new=[])]
    assert shown(checked(wrote((1, 4)), to=to)) == [(Effect.AI, Strength.EXPLICIT)]
    assert shown(checked(wrote((1, 3)), to=to)) == [(Effect.LINES, Strength.EXPLICIT)]


def test_ranges_outside_the_added_lines_are_dropped_with_a_warning() -> None:
    found = checked(wrote((8, 14)))
    assert [entry.lines for entry in found.spans] == [spans((8, 10))]
    assert found.warnings == (f"{REF}: 4 lines the commit did not add (a.py)",)
    assert not found.narrows


@pytest.mark.parametrize("entry", [wrote((50, 60)), wrote((1, 3), path="gone.py")])
def test_a_note_none_of_whose_ranges_fit_is_weak(entry: LineEvidence) -> None:
    found = checked(entry)
    assert found.spans == ()
    assert shown(found) == [(Effect.LINES, Strength.WEAK)]
    assert found.warnings


def test_a_note_about_another_commit_is_strong_and_narrows_nothing() -> None:
    found = checked(wrote((1, 10)), base=OTHER)
    assert shown(found) == [(Effect.AI, Strength.STRONG)]
    assert not found.narrows


def test_a_note_without_base_is_taken_as_it_is() -> None:
    assert shown(checked(wrote((1, 10)), base="")) == [(Effect.AI, Strength.EXPLICIT)]


def test_human_claims_give_no_signal_and_take_no_line_away() -> None:
    human = wrote((1, 10), contributor=Contributor.HUMAN)
    assert checked(human).signals == ()
    assert shown(checked(human, wrote((1, 10)))) == [(Effect.AI, Strength.EXPLICIT)]


def test_mixed_lines_are_partial() -> None:
    found = checked(wrote((1, 10), contributor=Contributor.MIXED))
    assert shown(found) == [(Effect.PARTIAL, Strength.EXPLICIT)]


def test_a_whole_file_takes_the_lines_that_the_commit_added_to_it() -> None:
    found = checked(wrote())
    assert [entry.lines for entry in found.spans] == [spans((1, 10))]
    assert shown(found) == [(Effect.AI, Strength.EXPLICIT)]


def test_a_mixed_whole_file_has_no_lines() -> None:
    found = checked(wrote(contributor=Contributor.MIXED))
    assert [entry.lines for entry in found.spans] == [()]
    assert shown(found) == [(Effect.PARTIAL, Strength.EXPLICIT)]


def test_signals_of_a_reading_are_handed_on() -> None:
    own = Signal(kind="record", tool="amp", strength=Strength.STRONG, effect=Effect.AI, quote="x")
    assert check_evidence(SHA, [NoteReading(signals=(own,))], ()).signals == (own,)


def file(*pairs: tuple[int, int]) -> ChangedFile:
    return ChangedFile(path="a.py", status=FileStatus.MODIFIED, added=spans(*pairs))


def verdict(
    authorship: Authorship, sha: str = SHA, tool: str = "claude-code", **more: object
) -> CommitAttribution:
    signal = Signal(
        kind="co-author",
        tool=tool,
        strength=Strength.EXPLICIT,
        effect=Effect.AI,
        quote="x",
        signature=f"{tool}.row",
    )
    is_ai = authorship is Authorship.AI
    known = authorship in (Authorship.AI, Authorship.MIXED)
    return CommitAttribution(
        sha=sha,
        authorship=authorship,
        tools=(tool,) if known else (),
        signals=(signal,) if is_ai else (),
        message_only=bool(more.get("message_only")),
    )


def blamed(
    start: int, end: int, sha: str = SHA, *, at: int = 0, path: str = "a.py", old: bool = False
) -> BlamedLines:
    return BlamedLines(
        lines=LineRange(start, end), commit=sha, path=path, start=at or start, before_range=old
    )


def ascribed(
    changed: ChangedFile,
    blame: Sequence[BlamedLines],
    *verdicts: CommitAttribution,
    evidence: CommitEvidence | None = None,
) -> FileAttribution:
    notes = {evidence.commit: evidence} if evidence else {}
    return attribute_file(changed, [blame], {v.sha: v for v in verdicts}, notes)


def marks(found: FileAttribution) -> list[tuple[int, int, str, str, str | None]]:
    return [
        (m.lines.start, m.lines.end, m.tool, m.signature, m.commit and m.commit[:1])
        for m in found.lines
    ]


def test_every_added_line_of_an_ai_commit_is_marked_with_its_reason() -> None:
    found = ascribed(file((3, 6)), [blamed(1, 9)], verdict(Authorship.AI))
    assert marks(found) == [(3, 6, "claude-code", "claude-code.row", "a")]
    assert (found.authorship, found.tools) == (Authorship.AI, ("claude-code",))


def test_lines_of_other_commits_are_not_marked() -> None:
    blame = [blamed(1, 3), blamed(4, 6, OTHER), blamed(7, 9, "c" * 40, old=True)]
    found = ascribed(
        file((1, 9)), blame, verdict(Authorship.AI), verdict(Authorship.UNKNOWN, OTHER)
    )
    assert [mark[:2] for mark in marks(found)] == [(1, 3)]
    assert found.authorship is Authorship.MIXED


def test_note_lines_are_carried_to_where_the_head_has_them() -> None:
    evidence = checked(wrote((2, 3)))
    blame = [blamed(21, 30, at=1)]
    found = ascribed(file((21, 30)), blame, verdict(Authorship.MIXED), evidence=evidence)
    assert marks(found) == [(22, 23, "codex", "any.ref.1", "a")]
    assert (found.authorship, found.tools) == (Authorship.MIXED, ("claude-code", "codex"))


def test_a_note_follows_a_file_to_its_new_name() -> None:
    evidence = checked(wrote((1, 2), path="old.py"), to=[added((1, 2), path="old.py")])
    blame = [blamed(1, 2, path="old.py")]
    found = ascribed(file((1, 2)), blame, verdict(Authorship.AI), evidence=evidence)
    assert [mark[2] for mark in marks(found)] == ["codex"]
    other = [blamed(1, 2, path="a.py")]
    assert marks(ascribed(file((1, 2)), other, verdict(Authorship.MIXED), evidence=evidence)) == []


def test_a_fitting_note_narrows_an_ai_commit_to_its_lines() -> None:
    evidence = checked(wrote((1, 2)))
    found = ascribed(file((1, 10)), [blamed(1, 10)], verdict(Authorship.AI), evidence=evidence)
    assert [mark[:3] for mark in marks(found)] == [(1, 2, "codex")]
    assert found.authorship is Authorship.MIXED


@pytest.mark.parametrize(
    "evidence",
    [
        checked(wrote((1, 2), where=".agent-trace/traces.jsonl")),
        checked(wrote((1, 2)), base=OTHER),
        checked(wrote((1, 2), (40, 41))),
        checked(wrote((1, 2), strength=Strength.STRONG)),
        checked(wrote((1, 10), contributor=Contributor.HUMAN)),
    ],
    ids=["trace", "other-base", "outside", "strong", "human"],
)
def test_nothing_else_clears_lines_of_an_ai_commit(evidence: CommitEvidence) -> None:
    found = ascribed(file((1, 10)), [blamed(1, 10)], verdict(Authorship.AI), evidence=evidence)
    assert size(merge(mark.lines for mark in found.lines)) == 10
    assert found.authorship is Authorship.AI


def test_a_mixed_commit_without_lines_marks_the_file_only() -> None:
    found = ascribed(file((1, 4)), [blamed(1, 4)], verdict(Authorship.MIXED))
    assert (found.authorship, found.lines, found.tools) == (Authorship.MIXED, (), ("claude-code",))


def test_a_message_written_by_a_tool_marks_nothing() -> None:
    found = ascribed(file((1, 4)), [blamed(1, 4)], verdict(Authorship.UNKNOWN, message_only=True))
    assert (found.authorship, found.lines) == (Authorship.UNKNOWN, ())


def test_a_note_on_an_automations_commit_marks_nothing() -> None:
    evidence = checked(wrote((1, 10)))
    found = ascribed(file((1, 4)), [blamed(1, 4)], verdict(Authorship.BOT), evidence=evidence)
    assert (found.authorship, found.lines) == (Authorship.BOT, ())


def test_a_second_blame_sees_through_reindented_lines() -> None:
    verdicts = {v.sha: v for v in (verdict(Authorship.AI), verdict(Authorship.UNKNOWN, OTHER))}
    exact = [blamed(1, 2, OTHER), blamed(3, 4)]
    loose = [blamed(1, 4)]
    found = attribute_file(file((1, 4)), [exact, loose], verdicts, {})
    assert (found.authorship, [mark[:2] for mark in marks(found)]) == (Authorship.AI, [(1, 4)])


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([Authorship.AI, Authorship.AI], Authorship.AI),
        ([Authorship.BOT], Authorship.BOT),
        ([Authorship.MIXED], Authorship.MIXED),
        ([Authorship.AI, Authorship.UNKNOWN], Authorship.MIXED),
        ([Authorship.BOT, Authorship.UNKNOWN], Authorship.UNKNOWN),
        ([], Authorship.UNKNOWN),
    ],
)
def test_without_blame_the_commits_speak_together(
    kinds: list[Authorship], expected: Authorship
) -> None:
    found = attribute_unblamed(file((1, 4)), [verdict(kind) for kind in kinds])
    assert found.authorship is expected
    assert bool(found.lines) is (expected is Authorship.AI)


def test_a_deletion_in_a_range_of_several_kinds_is_unknown() -> None:
    found = attribute_unblamed(file(), [verdict(Authorship.AI), verdict(Authorship.UNKNOWN)])
    assert found.authorship is Authorship.UNKNOWN


NUMBERS = st.sets(st.integers(1, 40))


@given(NUMBERS, NUMBERS)
def test_subtracting_ranges_is_subtracting_lines(left: set[int], right: set[int]) -> None:
    found = subtract(ranges(sorted(left)), ranges(sorted(right)))
    assert found == ranges(sorted(left - right))
    assert size(found) == len(left - right)


def test_ranges_are_shifted_and_written() -> None:
    assert shift(spans((3, 4)), -2) == spans((1, 2))
    assert written(spans((1, 8), (12, 12))) == "1-8,12"


@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(0, 30)), max_size=6),
    st.sets(st.integers(1, 50), max_size=20),
)
def test_no_span_ever_lies_outside_added_lines(
    claims: list[tuple[int, int]], lines: set[int]
) -> None:
    real = ranges(sorted(lines))
    to = [AddedLines(path="a.py", lines=real, substantive=real)]
    entries = [wrote((start, start + length)) for start, length in claims]
    found = check_evidence(SHA, [NoteReading(evidence=tuple(entries))], to)
    for entry in found.spans:
        assert not subtract(entry.lines, real)
    assert bool(found.signals) is bool(claims)
