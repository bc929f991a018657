from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.errors import AireviewError, IncompleteError
from aireview.pipeline.push import (
    PushedRef,
    PushRange,
    Skipped,
    check_refs,
    from_runner,
    parse,
    plan,
)

ZERO = "0" * 40
OLD, FORK, NEW, OTHER = "a" * 40, "b" * 40, "c" * 40, "d" * 40


class Known:
    """A history of four commits: FORK is the parent of OLD and of NEW; OTHER is a second root."""

    def __init__(
        self, *, footing: tuple[str, ...] | None = (FORK,), missing: tuple[str, ...] = ()
    ) -> None:
        self._footing = footing
        self._missing = missing

    def commit(self, name: str) -> str | None:
        known = {OLD, FORK, NEW, OTHER} - set(self._missing)
        return name if name in known else None

    def merge_base(self, commit: str, others: Sequence[str]) -> str | None:
        if commit in others:
            return commit
        if OTHER in (commit, *others):
            return None
        return FORK

    def footing(self, commit: str, remote: str) -> tuple[str, ...] | None:
        assert (commit, remote) == (NEW, "origin")
        return self._footing


def pushed(local: str | None = NEW, remote: str | None = None, ref: str = "x") -> PushedRef:
    return PushedRef(
        local_ref=f"refs/heads/{ref}", local=local, remote_ref=f"refs/heads/{ref}", remote=remote
    )


def test_lines_of_git_are_read_whatever_stands_in_the_ref() -> None:
    refs, broken = parse(
        f"refs/heads/a {NEW} refs/heads/a {OLD}\n"
        f"HEAD^{{/two words}} {NEW} refs/heads/b {ZERO}\n"
        f"(delete) {ZERO} refs/heads/c {OLD}\n".encode()
    )
    assert broken == ()
    assert [(r.local_ref, r.local, r.remote) for r in refs] == [
        ("refs/heads/a", NEW, OLD),
        ("HEAD^{/two words}", NEW, None),
        ("(delete)", None, OLD),
    ]


def test_names_that_are_no_utf8_and_long_ids_are_read() -> None:
    refs, broken = parse(b"refs/heads/\xff " + b"e" * 64 + b" refs/heads/\xff " + b"0" * 64)
    assert broken == ()
    assert (refs[0].local_ref, refs[0].remote) == ("refs/heads/\udcff", None)


@pytest.mark.parametrize(
    "line", ["x", "a b c d", f"a {NEW} b", f"a {NEW} b {OLD} ", f"a {NEW} b zz"]
)
def test_a_line_that_makes_no_sense_is_given_back(line: str) -> None:
    assert parse(line.encode()) == ((), (line,))


@given(st.binary(max_size=300))
def test_any_bytes_are_either_a_ref_or_given_back(data: bytes) -> None:
    refs, broken = parse(data)
    lines = [x for x in data.decode("utf-8", "surrogateescape").split("\n") if x.strip()]
    assert len(refs) + len(broken) == len(lines)


@pytest.mark.parametrize(
    ("ref", "history", "expected"),
    [
        (pushed(remote=FORK), Known(), PushRange("refs/heads/x", FORK, NEW)),
        # rewritten: from where the old and the new tip part
        (pushed(remote=OLD), Known(), PushRange("refs/heads/x", FORK, NEW)),
        # rewritten, and the old tip was never fetched: as a new ref
        (pushed(remote=OLD), Known(missing=(OLD,)), PushRange("refs/heads/x", FORK, NEW)),
        (pushed(), Known(footing=(FORK, OLD)), PushRange("refs/heads/x", FORK, NEW)),
        (pushed(), Known(footing=()), PushRange("refs/heads/x", None, NEW)),
        # an unrelated history replaces the old one
        (pushed(remote=OTHER), Known(footing=()), PushRange("refs/heads/x", None, NEW)),
        (pushed(), Known(footing=None), Skipped("refs/heads/x", "nothing new")),
        (pushed(remote=NEW), Known(), Skipped("refs/heads/x", "nothing new")),
        (pushed(local=None, remote=OLD), Known(), Skipped("refs/heads/x", "the ref is deleted")),
        (
            pushed(local=FORK, remote=FORK),
            Known(),
            Skipped("refs/heads/x", "nothing new"),
        ),
    ],
)  # fmt: skip
def test_the_range_of_a_ref(ref: PushedRef, history: Known, expected: PushRange | Skipped) -> None:
    assert plan(ref, history, "origin") == expected


def test_a_tag_on_something_else_than_a_commit_is_left_out() -> None:
    tag = PushedRef(
        local_ref="refs/tags/v1", local="f" * 40, remote_ref="refs/tags/v1", remote=None
    )
    assert isinstance(plan(tag, Known(), "origin"), Skipped)


def test_a_commit_that_is_not_here_is_an_error() -> None:
    with pytest.raises(AireviewError, match="not a commit here"):
        plan(pushed(local="f" * 40), Known(), "origin")


def test_one_bad_ref_stops_no_other_and_the_worst_code_wins() -> None:
    codes = {FORK: 1}
    said: list[str] = []
    checked: list[PushRange] = []

    def check(step: PushRange) -> int:
        checked.append(step)
        return codes[step.base or ""]

    refs = [pushed(local="f" * 40, ref="bad"), pushed(remote=FORK), pushed(local=None, ref="gone")]
    assert check_refs(refs, Known(), "origin", check=check, say=said.append) == 2
    assert [step.base for step in checked] == [FORK]
    assert len(said) == 2
    assert "refs/heads/bad" in said[0]
    assert said[1] == "refs/heads/gone: not checked: the ref is deleted"


def test_a_check_without_an_answer_is_the_worst_of_all() -> None:
    answers = iter([1, None, 0])

    def check(step: PushRange) -> int:  # noqa: ARG001 - the seam's signature
        answer = next(answers)
        if answer is None:
            raise IncompleteError("cannot be read")
        return answer

    refs = [pushed(remote=FORK, ref="a"), pushed(ref="b"), pushed(ref="c")]
    history = Known(footing=())
    assert check_refs(refs, history, "origin", check=check, say=lambda _: None) == 3


def test_two_refs_on_the_same_commits_are_checked_once() -> None:
    checked: list[PushRange] = []

    def check(step: PushRange) -> int:
        checked.append(step)
        return 0

    refs = [pushed(ref="a"), pushed(ref="b")]
    assert check_refs(refs, Known(), "origin", check=check, say=lambda _: None) == 0
    assert len(checked) == 1


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, None),
        (
            {"PRE_COMMIT_FROM_REF": OLD, "PRE_COMMIT_TO_REF": NEW},
            PushedRef(local_ref=NEW, local=NEW, remote_ref="", remote=OLD),
        ),
        (
            {"PRE_COMMIT_ORIGIN": OLD, "PRE_COMMIT_SOURCE": NEW},
            PushedRef(local_ref=NEW, local=NEW, remote_ref="", remote=OLD),
        ),
        (
            {"PRE_COMMIT_LOCAL_BRANCH": "refs/heads/x", "PRE_COMMIT_REMOTE_BRANCH": "refs/heads/y"},
            PushedRef(
                local_ref="refs/heads/x", local="refs/heads/x", remote_ref="refs/heads/y", remote=None
            ),
        ),
        (
            {"PRE_COMMIT_TO_REF": NEW, "PRE_COMMIT_LOCAL_BRANCH": "refs/heads/x"},
            PushedRef(local_ref="refs/heads/x", local=NEW, remote_ref="", remote=None),
        ),
    ],
)  # fmt: skip
def test_what_runners_hand_over(environ: dict[str, str], expected: PushedRef | None) -> None:
    assert from_runner(environ) == expected
