"""Where the project lives, for formats that link to it: the one place that knows."""

from __future__ import annotations

HOME = "https://github.com/aireview/aireview"
RULES = f"{HOME}/blob/main/docs/rules.md"


def rule_url(rule_id: str) -> str:
    """Return the address of the documentation of one of our rules."""
    return f"{RULES}#{rule_id}"
