"""The signature table: every row is sourced, linear, and shown to match what it says."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from typing import TypeAlias, cast

import pytest

from aireview.attribution import signatures
from aireview.attribution.branch import branch_signals
from aireview.attribution.environment import environment_signals, is_never_evidence
from aireview.attribution.identities import identity_row
from aireview.attribution.judge import attribute_commit
from aireview.attribution.priors import prior_signals
from aireview.attribution.signatures import Row, row, rows
from aireview.model.change import Commit
from aireview.model.provenance import Effect, Signal

EVERY = [(kind, entry) for kind in signatures.KINDS for entry in rows(kind)]
# Python's own parser of patterns; private, and the only one that knows them all.
_parser = importlib.import_module("re._parser")
_constants = importlib.import_module("re._constants")
Tree: TypeAlias = Iterable[tuple[object, tuple[object, ...]]]
_UNBOUNDED = {_constants.MAX_REPEAT, _constants.MIN_REPEAT}


def ids(pairs: list[tuple[str, Row]]) -> list[str]:
    return [entry.id for _, entry in pairs]


def test_ids_are_unique_and_the_table_is_complete() -> None:
    names = ids(EVERY)
    assert len(set(names)) == len(names) >= 359
    assert row("aider.name.1").product == "Aider"


@pytest.mark.parametrize(("kind", "entry"), EVERY, ids=ids(EVERY))
def test_every_row_has_a_source_a_date_and_two_examples(kind: str, entry: Row) -> None:
    assert kind
    assert entry.source
    assert re.fullmatch(r"20\d\d-\d\d", entry.last_verified)
    assert entry.example
    assert entry.example != entry.counter_example
    if entry.needles and kind not in ("email", "name", "trailer"):
        assert any(needle in entry.example.lower() for needle in entry.needles)


def _regexes() -> list[tuple[str, str]]:
    found = []
    for kind, entry in EVERY:
        if kind not in (
            "branch",
            "process",
            "path",
            "ref",
            "env",
            "trailer",
        ) and entry.match not in (
            "rule",
            "grammar",
        ):
            found.append((entry.id, entry.pattern))
        if entry.match == "regex":
            found.append((entry.id, entry.pattern))
        if entry.value:
            found.append((f"{entry.id}.value", entry.value))
    return found


def _nested(tree: Tree, *, inside: bool) -> bool:
    for op, argument in tree:
        many = op in _UNBOUNDED and argument[1] == _constants.MAXREPEAT
        if many and inside:
            return True
        if any(_nested(body, inside=inside or many) for body in _bodies(op, argument)):
            return True
    return False


def _bodies(op: object, argument: tuple[object, ...]) -> list[Tree]:
    if op in _UNBOUNDED:
        return [cast(Tree, argument[2])]
    if op is _constants.SUBPATTERN:
        return [cast(Tree, argument[3])]
    if op is _constants.BRANCH:
        return cast(list[Tree], argument[1])
    return []


@pytest.mark.parametrize(("name", "pattern"), _regexes(), ids=[name for name, _ in _regexes()])
def test_no_regex_repeats_a_repetition(name: str, pattern: str) -> None:
    assert name
    assert not _nested(_parser.parse(pattern), inside=False)


def test_the_linearity_check_sees_a_nested_repetition() -> None:
    assert _nested(_parser.parse(r"(?:a+b?)*c"), inside=False)


def _identity(text: str, entry: Row) -> Row | None:
    name, _, address = text.removesuffix(">").partition(" <")
    return identity_row(name, address, (entry.roles or ("author",))[0])


IDENTITIES = [pair for pair in EVERY if pair[0] in ("email", "name") and pair[1].match != "rule"]


@pytest.mark.parametrize(("kind", "entry"), IDENTITIES, ids=ids(IDENTITIES))
def test_an_identity_row_matches_its_example_and_not_the_neighbour(kind: str, entry: Row) -> None:
    assert kind
    found = _identity(entry.example, entry)
    assert found is not None
    assert entry.tool in (found.tool, "unknown-agent")
    assert (found.effect is Effect.BOT) == (entry.effect is Effect.BOT)
    assert _identity(entry.counter_example, entry) is None


def _signals(text: str, *, subject: bool) -> tuple[Signal, ...]:
    message = text if subject else f"Change the parser\n\n{text}\n"
    return attribute_commit(Commit(sha="0" * 40, message=message)).signals


MESSAGES = [
    pair for pair in EVERY if pair[0] in ("trailer", "footer") and pair[1].id != "any.trailer.1"
]


@pytest.mark.parametrize(("kind", "entry"), MESSAGES, ids=ids(MESSAGES))
def test_a_message_row_matches_its_example_and_not_the_neighbour(kind: str, entry: Row) -> None:
    subject = entry.match == "subject"
    assert [s for s in _signals(entry.example, subject=subject) if s.effect is entry.effect], kind
    assert not [
        s for s in _signals(entry.counter_example, subject=subject) if s.signature == entry.id
    ]


BRANCHES = [pair for pair in EVERY if pair[0] == "branch"]


@pytest.mark.parametrize(("kind", "entry"), BRANCHES, ids=ids(BRANCHES))
def test_a_branch_row_matches_its_example_and_not_the_neighbour(kind: str, entry: Row) -> None:
    found = branch_signals(entry.example)
    if entry.effect is Effect.NOT_AI:
        assert found == (), kind
    else:
        assert [s.signature for s in found] == [entry.id]
    assert entry.id not in [s.signature for s in branch_signals(entry.counter_example)]


VARIABLES = [
    pair for pair in EVERY if pair[0] == "env" and pair[1].effect is not Effect.NOT_AI
]  # fmt: skip
NEVER = [pair for pair in EVERY if pair[0] == "env" and pair[1].effect is Effect.NOT_AI]


def _environ(text: str) -> dict[str, str]:
    return {name: value for name, _, value in (part.partition("=") for part in text.split(" "))}


@pytest.mark.parametrize(("kind", "entry"), VARIABLES, ids=ids(VARIABLES))
def test_a_variable_alone_is_evidence_and_its_neighbour_is_not(kind: str, entry: Row) -> None:
    assert kind
    found = environment_signals(_environ(entry.example))
    if entry.match == "rule":
        assert [s.tool for s in found] == ["claude-code"]
    else:
        assert entry.id in [s.signature for s in found]
    assert entry.id not in [
        s.signature for s in environment_signals(_environ(entry.counter_example))
    ]


@pytest.mark.parametrize(("kind", "entry"), NEVER, ids=ids(NEVER))
def test_a_variable_of_the_never_list_is_no_evidence(kind: str, entry: Row) -> None:
    assert kind
    assert environment_signals(_environ(entry.example)) == ()
    assert is_never_evidence(next(iter(_environ(entry.example))))


PRIORS = [pair for pair in EVERY if pair[1].effect is Effect.PRIOR]


@pytest.mark.parametrize(("kind", "entry"), PRIORS, ids=ids(PRIORS))
def test_a_prior_is_found_by_its_path(kind: str, entry: Row) -> None:
    assert kind == "path"
    assert [s.signature for s in prior_signals([entry.example])] == [entry.id]
    assert prior_signals([entry.counter_example]) == ()
