"""How the organisation stands to a tool."""

from __future__ import annotations

from aireview.policy.globs import name_matcher
from aireview.policy.values import Policy, ToolClass


def classify(tool: str, policy: Policy) -> ToolClass:
    """Return the class of a tool id; `UNKNOWN` is a tool nobody decided on (shadow AI).

    The most specific pattern wins: an exact id, then the longest pattern with `*`. Where two
    lists hold patterns of the same length, the stricter list wins.
    """
    best: tuple[bool, int] | None = None
    answer = policy.default_tool_class
    for tool_class, patterns in (
        (ToolClass.UNSANCTIONED, policy.unsanctioned),
        (ToolClass.TOLERATED, policy.tolerated),
        (ToolClass.SANCTIONED, policy.sanctioned),
    ):
        for pattern in patterns:
            rank = ("*" not in pattern, len(pattern))
            if (best is None or rank > best) and name_matcher(pattern)(tool):
                best, answer = rank, tool_class
    return answer
