from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.attribution.own_record import (
    MAX_BYTES,
    MAX_SIGNALS,
    SCHEMA,
    merge_records,
    read_record,
    write_record,
)
from aireview.model.change import LineRange
from aireview.model.finding import Outcome
from aireview.model.lines import Contributor, LineEvidence
from aireview.model.provenance import Authorship, CommitAttribution, Effect, Signal, Strength

SHA = "a" * 40


def signal(**more: object) -> Signal:
    plain = Signal(
        kind="environment",
        tool="codex",
        strength=Strength.EXPLICIT,
        effect=Effect.AI,
        quote="CODEX_THREAD_ID",
        where="environment",
        signature="codex.env.1",
    )
    return msgspec.structs.replace(plain, **more)


def verdict(*signals: Signal, authorship: Authorship = Authorship.AI) -> CommitAttribution:
    return CommitAttribution(
        sha=SHA, authorship=authorship, tools=("codex",), signals=signals or (signal(),)
    )


def record(*signals: Signal, authorship: Authorship = Authorship.AI) -> bytes:
    return write_record(verdict(*signals, authorship=authorship), tool_version="9.9")


def test_a_record_says_what_was_seen_and_nothing_else() -> None:
    root = json.loads(record())
    assert root == {
        "schema": "aireview/record/v1",
        "tool_version": "9.9",
        "authorship": "ai",
        "message_only": False,
        "tools": ["codex"],
        "signals": [
            {
                "kind": "environment",
                "tool": "codex",
                "strength": "explicit",
                "effect": "ai",
                "quote": "CODEX_THREAD_ID",
                "where": "environment",
                "signature": "codex.env.1",
            }
        ],
    }


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("HOME=/home/ina/work", "HOME=<path>"),
        ("ran /usr/bin/codex now", "ran <path> now"),
        (r"at C:\Users\Ina\x", "at <path>"),
        ("in ~/work/lamp", "in <path>"),
        ("see https://example.com/a/b", "see https://example.com/a/b"),
        ("branch codex/add-lamp", "branch codex/add-lamp"),
        ("src/lamp.py", "src/lamp.py"),
    ],
)
def test_no_path_of_the_machine_goes_into_a_record(text: str, kept: str) -> None:
    root = json.loads(record(signal(quote=text)))
    assert root["signals"][0]["quote"] == kept


def test_a_record_reads_back_as_signals_of_its_kind() -> None:
    [back] = read_record(record(signal(model="m-1"))).signals
    assert (back.kind, back.tool, back.model, back.signature) == (
        "record",
        "codex",
        "m-1",
        "codex.env.1",
    )
    assert (back.strength, back.effect) == (Strength.EXPLICIT, Effect.AI)
    assert back.where == "refs/notes/aireview (environment)"


@pytest.mark.parametrize("effect", [Effect.BOT, Effect.NOT_AI, Effect.PRIOR])
def test_a_record_cannot_clear_or_excuse(effect: Effect) -> None:
    root = json.loads(record(authorship=Authorship.BOT))
    root["signals"][0]["effect"] = effect.value
    reading = read_record(json.dumps(root).encode())
    assert reading.signals == ()
    assert "1 recorded" in reading.warnings[0]


@pytest.mark.parametrize("effect", Effect)
def test_what_is_written_is_read_without_a_warning(effect: Effect) -> None:
    content = record(signal(effect=effect), signal())
    assert read_record(content).warnings == ()
    assert read_record(merge_records((content, content))).warnings == ()


def test_signals_that_are_left_out_take_no_room() -> None:
    denials = [signal(effect=Effect.NOT_AI, quote=str(n)) for n in range(MAX_SIGNALS)]
    [back] = read_record(record(*denials, signal())).signals
    assert back.effect is Effect.AI


def test_joining_leaves_out_what_an_older_record_should_not_say() -> None:
    root = json.loads(record())
    root["signals"] += [{"effect": "not-ai", "strength": "none"}, {"effect": "ai"}, 3]
    reading = read_record(merge_records((b"", json.dumps(root).encode())))
    assert (len(reading.signals), reading.warnings) == (1, ())


def test_a_mixed_record_does_not_make_its_commit_ai() -> None:
    [back] = read_record(record(authorship=Authorship.MIXED)).signals
    assert back.effect is Effect.PARTIAL


@pytest.mark.parametrize(
    ("authorship", "effects"), [("ai", [Effect.AI]), ("mixed", [Effect.PARTIAL]), ("bot", [])]
)
def test_a_record_without_signals_still_has_its_verdict(
    authorship: str, effects: list[Effect]
) -> None:
    content = json.dumps({"schema": SCHEMA, "authorship": authorship, "tools": ["codex"]})
    assert [s.effect for s in read_record(content.encode()).signals] == effects


@pytest.mark.parametrize(
    "content", [b"[]", b"{}", b"x", b'{"schema": "aireview/record/v2"}', b"[" * 50_000]
)
def test_what_is_no_record_is_an_error(content: bytes) -> None:
    reading = read_record(content)
    assert (reading.outcome, reading.signals) == (Outcome.ERROR, ())


def test_an_empty_record_says_nothing_and_a_huge_one_is_unavailable() -> None:
    assert read_record(b"").outcome is Outcome.SKIPPED
    assert read_record(b" " * (MAX_BYTES + 1)).outcome is Outcome.UNAVAILABLE


@given(st.binary(max_size=200))
def test_reading_never_raises(content: bytes) -> None:
    assert read_record(content).outcome in Outcome


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["signals", "lines", "tools", "authorship"]), VALUES))
def test_a_record_of_wrong_types_is_passed_over(fields: dict[str, object]) -> None:
    content = json.dumps({"schema": SCHEMA, **fields}).encode()
    assert read_record(content).outcome is Outcome.PASSED
    assert isinstance(merge_records((content, content)), bytes)


TEXT = st.text(
    st.characters(codec="utf-8") | st.sampled_from("\udce9\udcff"), min_size=1, max_size=8
)
LINES = st.builds(
    LineEvidence,
    path=TEXT,
    contributor=st.just(Contributor.AI),
    lines=st.integers(1, 99).map(lambda n: (LineRange(n, n + 2),)),
    tool=st.just("codex"),
)


@given(st.lists(LINES, max_size=4, unique_by=lambda entry: entry.path), TEXT)
def test_what_is_written_reads_back(lines: list[LineEvidence], quoted: str) -> None:
    content = write_record(verdict(signal(quote=quoted)), tool_version="1", lines=lines)
    back = read_record(content)
    assert back.outcome is Outcome.PASSED
    assert {(e.path, e.lines, e.tool) for e in back.evidence} == {
        (e.path, e.lines, e.tool) for e in lines
    }
    assert content == write_record(
        verdict(signal(quote=quoted)), tool_version="1", lines=lines[::-1]
    )


def joined(*records: bytes) -> dict[str, object]:
    root = json.loads(merge_records(records, carried_from=("b" * 40,)))
    assert isinstance(root, dict)
    return root


def test_records_of_squashed_commits_are_united() -> None:
    other = signal(tool="cursor", signature="cursor.env.1")
    root = joined(b"", record(), record(other), record())
    assert root["authorship"] == "ai"
    assert root["tools"] == ["codex"]
    assert isinstance(root["signals"], list)
    assert len(root["signals"]) == 2
    assert root["carried_from"] == ["b" * 40]


def test_a_commit_without_record_makes_a_squash_mixed() -> None:
    assert joined(b"", record(), b"")["authorship"] == "mixed"


def test_a_plain_rebase_keeps_the_verdict() -> None:
    assert joined(b"", record())["authorship"] == "ai"


def test_an_agent_amending_a_persons_commit_is_mixed() -> None:
    assert joined(record(), b"")["authorship"] == "mixed"


def test_nothing_joined_is_nothing() -> None:
    assert merge_records((b"", b"", b"nonsense")) == b""
    assert merge_records(()) == b""


def test_lines_do_not_survive_a_rewrite() -> None:
    lines = [
        LineEvidence(path="a", contributor=Contributor.AI, lines=(LineRange(1, 2),), tool="codex")
    ]
    assert "lines" not in joined(b"", write_record(verdict(), tool_version="1", lines=lines))
