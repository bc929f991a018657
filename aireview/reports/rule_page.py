"""What `aireview explain` prints: the page of a rule, or the list of all rules."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from aireview.model.finding import Rule
from aireview.model.text import printable


def page(rule: Rule, text: str) -> str:
    """Return a rule's page under one line of facts; `text` is Markdown and starts with a title."""
    facts = [f"tier {rule.tier.value}", rule.severity.value, rule.cwe, rule.owasp]
    head, _, rest = text.strip().partition("\n")
    title = head if head.startswith("# ") else f"# {rule.id}\n\n{head}"
    line = " · ".join(fact for fact in facts if fact)
    return f"{title}\n\n{rule.title}\n({line}; check: {rule.check})\n{rest.rstrip()}\n"


def page_json(rule: Rule, text: str) -> str:
    """Return the same as JSON (`aireview/explain/v1`)."""
    return _encoded({"schema": "aireview/explain/v1", "rule": _facts(rule), "page": text})


def rules(all_rules: Sequence[Rule]) -> str:
    """Return one line for each rule: id, tier, title."""
    width = max((len(rule.id) for rule in all_rules), default=0)
    return "".join(
        f"{rule.id.ljust(width)}  {rule.tier.value}  {printable(rule.title)}\n"
        for rule in all_rules
    )


def rules_json(all_rules: Sequence[Rule]) -> str:
    """Return the same as JSON (`aireview/explain/v1`)."""
    return _encoded(
        {"schema": "aireview/explain/v1", "rules": [_facts(rule) for rule in all_rules]}
    )


def _facts(rule: Rule) -> dict[str, object]:
    facts: dict[str, object] = msgspec.to_builtins(rule)
    return facts


def _encoded(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
