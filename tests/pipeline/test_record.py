from __future__ import annotations

import json

import pytest

from aireview.attribution.own_record import read_record
from aireview.model.change import Commit, LineRange
from aireview.model.lines import CommitEvidence, Contributor, LineEvidence
from aireview.model.provenance import Effect, Signal, Strength
from aireview.pipeline.last_check import LastCheck
from aireview.pipeline.record import Circumstances, How, carried, how_made, new_record

COMMIT = Commit(sha="c" * 40, author_name="Ada", author_email="ada@example.com", message="x\n")
TREE = "1" * 40


def signal(
    strength: Strength = Strength.EXPLICIT, effect: Effect = Effect.AI, tool: str = "codex"
) -> Signal:
    return Signal(kind="environment", tool=tool, strength=strength, effect=effect, quote="CODEX_CI")


def record(
    *around: Signal,
    how: How = How.MADE,
    branch: tuple[Signal, ...] = (),
    last: LastCheck | None = None,
    commit: Commit = COMMIT,
    lines: CommitEvidence | None = None,
) -> dict[str, object]:
    seen = Circumstances(
        how=how,
        tree=TREE,
        around=around,
        branch=branch,
        last_check=last,
        lines=lines or CommitEvidence(commit=""),
    )
    written = new_record(commit, seen, tool_version="1.2.3")
    content: dict[str, object] = json.loads(written) if written else {}
    return content


def check_of(tree: str, code: int = 0) -> LastCheck:
    return LastCheck(tree=tree, head="", version="1", runner="", options="", at=0.0, code=code)


@pytest.mark.parametrize(
    ("action", "same_tree", "how"),
    [
        ("commit", False, How.MADE),
        ("commit", True, How.MADE),
        ("commit (initial)", False, How.MADE),
        ("commit (merge)", False, How.MADE),
        ("commit (amend)", False, How.MADE),
        ("commit (amend)", True, How.REWORDED),
        ("revert", False, How.MADE),
        ("", False, How.MADE),
        ("a script of theirs", False, How.MADE),
        ("rebase (pick)", False, How.REPLAYED),
        ("rebase (fixup)", False, How.REPLAYED),
        ("rebase -i (reword)", False, How.REPLAYED),
        ("rebase (continue)", False, How.REPLAYED),
        ("pull --rebase origin main (pick)", False, How.REPLAYED),
        ("cherry-pick", False, How.REPLAYED),
        ("commit (cherry-pick)", False, How.REPLAYED),
        ("am", False, How.REPLAYED),
        ("amazing", False, How.MADE),
    ],
)
def test_how_a_commit_came_to_be(action: str, *, same_tree: bool, how: How) -> None:
    assert how_made(action, same_tree=same_tree) is how


@pytest.mark.parametrize(
    "evidence",
    [
        (),
        (signal(Strength.WEAK),),
        (signal(Strength.NONE, Effect.CONTEXT),),
        (signal(Strength.STRONG, Effect.CONTEXT),),
        (signal(Strength.STRONG, Effect.NOT_AI),),
    ],
)
def test_without_evidence_there_is_no_record(evidence: tuple[Signal, ...]) -> None:
    assert record(*evidence) == {}
    assert record(branch=(signal(Strength.WEAK),)) == {}


@pytest.mark.parametrize(
    ("how", "authorship", "message_only"),
    [(How.MADE, "ai", False), (How.REWORDED, "unknown", True)],
)
def test_what_an_agent_did_to_a_commit(how: How, authorship: str, *, message_only: bool) -> None:
    written = record(signal(), how=how)
    assert (written["authorship"], written["message_only"]) == (authorship, message_only)


def test_who_moves_a_commit_did_not_write_it() -> None:
    assert record(signal(), how=How.REPLAYED) == {}


def test_a_moved_commit_keeps_the_marks_in_its_message() -> None:
    marked = Commit(sha="c" * 40, message="x\n\nCo-authored-by: Codex <codex@openai.com>\n")
    written = record(signal(tool="cursor"), how=How.REPLAYED, commit=marked)
    assert written["tools"] == ["codex"]


def test_what_is_written_is_read_without_a_warning() -> None:
    denied = Commit(sha="c" * 40, message="x\n\nNot written with Codex.\n")
    seen = Circumstances(how=How.MADE, tree=TREE, around=(signal(),))
    written = new_record(denied, seen, tool_version="1.2.3")
    reading = read_record(written)
    assert reading.warnings == ()
    assert "CODEX_CI" in [found.quote for found in reading.signals]


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (None, "unverified tree 111111111111: the commit hook did not check it"),
        (check_of("2" * 40), "unverified tree 111111111111: the commit hook did not check it"),
        (check_of(TREE), "tree 111111111111: the commit hook checked it, exit code 0"),
        (check_of(TREE, 3), "tree 111111111111: the commit hook checked it, exit code 3"),
    ],
)
def test_it_says_whether_the_tree_was_checked(last: LastCheck | None, said: str) -> None:
    assert said in json.dumps(record(signal(), last=last))


def test_lines_that_a_trace_claims_are_kept() -> None:
    span = LineEvidence(
        path="a.py", contributor=Contributor.AI, lines=(LineRange(1, 2),), tool="codex"
    )
    lines = CommitEvidence(commit=COMMIT.sha, spans=(span,), signals=(signal(effect=Effect.LINES),))
    written = record(lines=lines)
    assert written["lines"] == [{"path": "a.py", "tool": "codex", "ranges": [[1, 2]]}]
    assert written["authorship"] == "mixed"


def written(tool: str) -> bytes:
    seen = Circumstances(how=How.MADE, tree=TREE, around=(signal(tool=tool),))
    return new_record(COMMIT, seen, tool_version="1")


def test_records_of_commits_that_became_one_are_joined() -> None:
    joined = carried(written("codex"), {"a" * 40: written("cursor"), "b" * 40: b""})
    content = json.loads(joined)
    assert content["tools"] == ["codex", "cursor"]
    assert content["carried_from"] == ["a" * 40]


def test_carrying_over_twice_changes_nothing() -> None:
    older = {"a" * 40: written("cursor")}
    once = carried(written("codex"), older)
    assert carried(once, older) == once


def test_a_person_who_amends_keeps_the_record_of_the_agent() -> None:
    content = json.loads(carried(b"", {"a" * 40: written("cursor")}))
    assert (content["authorship"], content["tools"]) == ("ai", ["cursor"])


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\x00", b'{"carried_from": 3}'])
def test_damaged_records_are_not_carried(damage: bytes) -> None:
    newest = written("codex")
    assert carried(newest, {"a" * 40: damage}) == newest or (
        json.loads(carried(newest, {"a" * 40: damage}))["tools"] == ["codex"]
    )
    assert carried(b"", {"a" * 40: damage}) == b""
