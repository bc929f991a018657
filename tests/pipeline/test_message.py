from __future__ import annotations

import pytest

from aireview.model.provenance import Effect, Signal, Strength
from aireview.pipeline.message import Drafting, deciding, missing_trailers
from aireview.policy.values import Trailer


def signal(
    tool: str = "codex",
    strength: Strength = Strength.EXPLICIT,
    effect: Effect = Effect.AI,
    model: str | None = None,
    vetoed_by: str | None = None,
) -> Signal:
    return Signal(
        kind="environment",
        tool=tool,
        strength=strength,
        effect=effect,
        quote="",
        model=model,
        vetoed_by=vetoed_by,
    )


WRITTEN = Drafting(source="message")


@pytest.mark.parametrize(
    "drafting",
    [
        WRITTEN,
        Drafting(),
        Drafting(source="message", editor=True, terminal=True),
        Drafting(source="commit", editor=True),
        Drafting(source="merge"),
        Drafting(source="squash", terminal=True),
        Drafting(source="template", editor=True),
    ],
)
def test_explicit_evidence_always_counts(drafting: Drafting) -> None:
    assert deciding([signal()], drafting) == (signal(),)


@pytest.mark.parametrize(
    ("drafting", "counts"),
    [
        (WRITTEN, True),
        (Drafting(), False),
        (Drafting(source="message", terminal=True), False),
        (Drafting(source="message", editor=True), False),
        (Drafting(source="template"), False),
        (Drafting(source="merge"), False),
        (Drafting(source="squash"), False),
        (Drafting(source="commit"), False),
    ],
)
def test_strong_evidence_counts_where_nobody_can_have_typed(
    drafting: Drafting, *, counts: bool
) -> None:
    assert bool(deciding([signal(strength=Strength.STRONG)], drafting)) is counts


@pytest.mark.parametrize(
    "evidence",
    [
        signal(strength=Strength.WEAK),
        signal(strength=Strength.NONE),
        signal(effect=Effect.CONTEXT),
        signal(effect=Effect.NOT_AI),
        signal(vetoed_by="x"),
    ],
)
def test_a_person_gets_no_trailer(evidence: Signal) -> None:
    assert deciding([evidence], WRITTEN) == ()


def test_a_message_that_is_taken_over_stays_as_it_is() -> None:
    assert deciding([signal()], Drafting(source="message", replayed=True)) == ()


def test_one_signal_stands_for_a_tool_and_it_is_the_one_that_names_a_model() -> None:
    evidence = [signal(), signal(model="m-1"), signal(tool="cursor"), signal()]
    assert deciding(evidence, WRITTEN) == (signal(model="m-1"), signal(tool="cursor"))


def test_the_trailer_names_agent_and_model() -> None:
    lines = missing_trailers([signal(model="gpt-9"), signal("made-up")], [], Trailer.ASSISTED_BY)
    assert lines == ("Assisted-by: Codex:gpt-9", "Assisted-by: made-up")


def test_a_tool_that_the_message_names_is_left_alone() -> None:
    present = [signal(effect=Effect.MESSAGE)]
    agents = [signal(), signal("cursor")]
    assert missing_trailers(agents, present, Trailer.ASSISTED_BY) == ("Assisted-by: Cursor",)


@pytest.mark.parametrize("effect", [Effect.NOT_AI, Effect.CONTEXT, Effect.PRIOR, Effect.BOT])
def test_a_tool_that_is_only_mentioned_is_not_named(effect: Effect) -> None:
    lines = missing_trailers([signal()], [signal(effect=effect)], Trailer.ASSISTED_BY)
    assert lines == ("Assisted-by: Codex",)


@pytest.mark.parametrize("effect", [Effect.AI, Effect.PARTIAL, Effect.LINES, Effect.MESSAGE])
def test_a_tool_with_a_part_in_the_commit_is_named(effect: Effect) -> None:
    assert missing_trailers([signal()], [signal(effect=effect)], Trailer.ASSISTED_BY) == ()


def test_no_trailer_unless_the_policy_asks_for_it() -> None:
    assert missing_trailers([signal()], [], Trailer.OFF) == ()


@pytest.mark.parametrize("tool", ["unknown-agent", "any", "", "x\nSigned-off-by: y", "é", "a" * 41])
def test_a_name_that_could_be_anything_is_never_written(tool: str) -> None:
    assert missing_trailers([signal(tool)], [], Trailer.ASSISTED_BY) == ()


def test_a_model_that_could_be_anything_is_left_out() -> None:
    evidence = signal(model="m\nSigned-off-by: x <x@example.com>")
    assert missing_trailers([evidence], [], Trailer.ASSISTED_BY) == ("Assisted-by: Codex",)
