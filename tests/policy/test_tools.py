from __future__ import annotations

import pytest

from aireview.policy.tools import classify
from aireview.policy.values import Policy, ToolClass

POLICY = Policy(
    sanctioned=("tool-a", "suite-*"),
    tolerated=("tool-b", "suite-x*"),
    unsanctioned=("suite-xy", "bad-*", "tool-b"),
)


@pytest.mark.parametrize(
    ("tool", "expected"),
    [
        ("tool-a", ToolClass.SANCTIONED),
        ("tool-b", ToolClass.UNSANCTIONED),
        ("suite-a", ToolClass.SANCTIONED),
        ("suite-x1", ToolClass.TOLERATED),
        ("suite-xy", ToolClass.UNSANCTIONED),
        ("bad-one", ToolClass.UNSANCTIONED),
        ("new-tool", ToolClass.UNKNOWN),
    ],
)
def test_the_most_specific_pattern_decides(tool: str, expected: ToolClass) -> None:
    assert classify(tool, POLICY) is expected


def test_a_tool_that_nobody_names_has_the_default_class() -> None:
    assert classify("x", Policy(default_tool_class=ToolClass.TOLERATED)) is ToolClass.TOLERATED
    everything_else = Policy(sanctioned=("tool-a",), unsanctioned=("*",))
    assert classify("x", everything_else) is ToolClass.UNSANCTIONED
    assert classify("tool-a", everything_else) is ToolClass.SANCTIONED
