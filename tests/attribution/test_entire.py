from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.attribution.entire import (
    MAX_BYTES,
    checkpoint_ids,
    metadata_path,
    read_checkpoint,
    resolve_checkpoint,
    without_trailer,
)
from aireview.model.finding import Outcome
from aireview.model.provenance import Effect, Strength


def metadata(share: object, **more: object) -> bytes:
    return json.dumps({"initial_attribution": {"agent_percentage": share}, **more}).encode()


def test_the_trailer_names_the_file_to_read() -> None:
    message = "Add lamp\n\nentire-checkpoint: 0123456789ab\nEntire-Checkpoint: 0123456789AB\r\n"
    assert checkpoint_ids(message) == ("0123456789ab",)
    assert metadata_path("0123456789ab") == "01/23456789ab/metadata.json"
    assert "0123456789" not in without_trailer(message)


@pytest.mark.parametrize(
    "message",
    [
        "Entire-Checkpoint: short",
        "See Entire-Checkpoint: 0123456789ab",
        "> Entire-Checkpoint: 0123456789ab",
    ],
)
def test_what_is_no_trailer_names_nothing(message: str) -> None:
    assert checkpoint_ids(message) == ()


@pytest.mark.parametrize(
    ("share", "effect"),
    [(100, Effect.AI), (99.5, Effect.PARTIAL), (1, Effect.PARTIAL), (0, Effect.NOT_AI)],
)
def test_the_share_decides_the_effect(share: float, effect: Effect) -> None:
    [signal] = read_checkpoint(metadata(share, agent="Claude Code", model="m-1")).signals
    assert (signal.effect, signal.strength) == (effect, Strength.EXPLICIT)
    assert (signal.tool, signal.model) == ("claude-code", "m-1")


@pytest.mark.parametrize(
    "content",
    [
        None,
        b'{"initial_attribution": {"agent_percentage": true}}',
        b"{}",
        metadata("50"),
        metadata([]),
        metadata(101),
        b"nonsense",
        b"x" * (MAX_BYTES + 1),
    ],
)
def test_without_a_usable_share_the_trailer_stands(content: bytes | None) -> None:
    reading = read_checkpoint(content)
    assert reading.outcome in (Outcome.UNAVAILABLE, Outcome.ERROR)
    assert reading.reason
    [signal] = reading.signals
    assert (signal.kind, signal.strength, signal.effect) == ("trailer", Strength.STRONG, Effect.AI)


@given(st.binary(max_size=200))
def test_reading_never_raises(content: bytes) -> None:
    assert read_checkpoint(content).signals


def files(**content: bytes) -> dict[str, bytes]:
    names = {"whole": None, "first": 0, "second": 1}
    return {metadata_path("0123456789ab", names[name]): data for name, data in content.items()}


@pytest.mark.parametrize(
    ("branch", "effects"),
    [
        (files(whole=metadata(40), first=metadata(100)), [Effect.PARTIAL]),
        (files(whole=b"{}", first=metadata(100), second=metadata(0)), [Effect.AI, Effect.NOT_AI]),
        (files(whole=b"{}", first=metadata(100), second=b"{}"), [Effect.AI]),
        (files(whole=b"{}"), [Effect.AI]),
        ({}, [Effect.AI]),
    ],
    ids=["whole", "sessions", "broken-session", "no-session", "nothing"],
)
def test_sessions_are_read_where_the_whole_has_no_share(
    branch: dict[str, bytes], effects: list[Effect]
) -> None:
    reading = resolve_checkpoint("0123456789ab", branch.get)
    assert [signal.effect for signal in reading.signals] == effects
    read_in_full = {signal.kind for signal in reading.signals} == {"note"}
    assert (reading.outcome is Outcome.PASSED) is read_in_full
