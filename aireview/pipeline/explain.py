"""`aireview explain`: every rule there is, whichever check it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from aireview.attribution.signatures import KINDS, rows
from aireview.checks import content, hidden_text, semgrep
from aireview.checks.packages import verdicts
from aireview.errors import AireviewError
from aireview.model.finding import Rule, Severity, Tier
from aireview.policy import suppress
from aireview.policy.complaints import one_of
from aireview.policy.yaml_tree import read

# Rules that are not Semgrep files. Their pages are rules/builtin/<id>.md.
BUILT_IN = (
    *hidden_text.RULES,
    content.UNREVIEWABLE,
    semgrep.UNPARSED,
    *verdicts.RULES,
    *suppress.RULES,
)
_SEVERITIES = {"ERROR": Severity.HIGH, "WARNING": Severity.MEDIUM, "INFO": Severity.LOW}


class _Metadata(msgspec.Struct):
    title: str = ""
    tier: Tier = Tier.C
    severity: Severity | None = None
    cwe: str = ""
    cwe_related: tuple[str, ...] = ()
    owasp: str = ""
    references: tuple[str, ...] = ()


class _Entry(msgspec.Struct):
    id: str
    message: str = ""
    severity: str = ""
    metadata: _Metadata = msgspec.field(default_factory=_Metadata)


class _Rules(msgspec.Struct):
    rules: tuple[_Entry, ...]


def rules_of(text: bytes, name: str) -> tuple[Rule, ...]:
    """Return the rules in one Semgrep file. Raises AireviewError when it is none."""
    try:
        entries = msgspec.convert(read(text, name).value, _Rules).rules
    except msgspec.ValidationError as error:
        raise AireviewError(f"{name}: this is not a rule file: {error}") from error
    return tuple(_rule(entry) for entry in entries)


def _rule(entry: _Entry) -> Rule:
    data = entry.metadata
    return Rule(
        id=entry.id,
        title=" ".join(data.title.split()) or _first_sentence(entry.message),
        tier=data.tier,
        severity=data.severity or _SEVERITIES.get(entry.severity, Severity.MEDIUM),
        check=semgrep.NAME,
        cwe=data.cwe,
        cwe_related=data.cwe_related,
        owasp=data.owasp,
        references=data.references,
    )


def _first_sentence(message: str) -> str:
    return re.split(r"(?<=\.)\s", " ".join(message.split()), maxsplit=1)[0]


def catalogue(files: Iterable[tuple[str, bytes]]) -> dict[str, Rule]:
    """Return all rules by id, sorted: the built-in ones and those of the files (name, content)."""
    found = [*BUILT_IN, *(rule for name, text in files for rule in rules_of(text, name))]
    return {rule.id: rule for rule in sorted(found, key=lambda rule: rule.id)}


def chosen(rule_id: str, rules: dict[str, Rule]) -> Rule:
    """Return one rule. Raises AireviewError with what was probably meant."""
    if rule_id in rules:
        return rules[rule_id]
    near = one_of(rule_id, rules, "")
    meant = near.partition("?")[0] + "? " if near.startswith("Did you mean") else ""
    raise AireviewError(
        f"there is no rule {rule_id!r}", f"{meant}`aireview explain` lists all of them."
    )


def known_tools() -> frozenset[str]:
    """Return the ids of all AI tools that signatures name."""
    return frozenset(row.tool for kind in KINDS for row in rows(kind))
