from __future__ import annotations

import pytest

from aireview.attribution.judge import attribute_commit
from aireview.attribution.signatures import rows
from aireview.attribution.trailer_text import trailer_line
from aireview.model.change import Commit
from aireview.model.provenance import Authorship, Effect, Signal, Strength

# Every tool that can make us write a trailer.
TOOLS = sorted(
    {
        row.tool
        for kind in ("env", "process")
        for row in rows(kind)
        if row.effect is Effect.AI and row.strength in (Strength.EXPLICIT, Strength.STRONG)
    }
    - {"any", "unknown-agent"}
)


def signal(tool: str, model: str | None = None) -> Signal:
    return Signal(
        kind="environment",
        tool=tool,
        model=model,
        strength=Strength.EXPLICIT,
        effect=Effect.AI,
        quote="",
    )


@pytest.mark.parametrize("model", [None, "some-model-5"])
@pytest.mark.parametrize("tool", TOOLS)
def test_what_we_write_is_read_back_as_the_same_tool(tool: str, model: str | None) -> None:
    line = trailer_line(signal(tool, model))
    verdict = attribute_commit(Commit(sha="", message=f"change\n\n{line}\n"))
    assert (verdict.authorship, verdict.tools) == (Authorship.AI, (tool,)), line


@pytest.mark.parametrize("tool", TOOLS)
def test_it_is_neither_a_sign_off_nor_a_co_author(tool: str) -> None:
    assert str(trailer_line(signal(tool))).startswith("Assisted-by: ")
