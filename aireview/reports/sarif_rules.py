"""How a rule is described in SARIF: names, help, tags and the numbers that GitHub sorts by."""

from __future__ import annotations

import re
from collections.abc import Mapping

from aireview.model.finding import Rule, Severity, Tier
from aireview.model.text import printable
from aireview.reports import sarif_v2 as v2
from aireview.reports.passage import sentence
from aireview.reports.project import rule_url

LEVELS: Mapping[Tier, v2.Level] = {Tier.A: "error", Tier.B: "warning", Tier.C: "note"}
_PRECISION = {Tier.A: "high", Tier.B: "medium", Tier.C: "low"}
# GitHub: critical above 9.0, high from 7.0, medium from 4.0, low from 0.1.
_SECURITY_SEVERITY = {
    Severity.CRITICAL: "9.5",
    Severity.HIGH: "8.0",
    Severity.MEDIUM: "5.5",
    Severity.LOW: "3.0",
    Severity.INFO: "1.0",
}
_MAX_TAGS = 10  # GitHub drops the rest
_SURE = {
    Tier.A: "Tier A: sure enough to block a change.",
    Tier.B: "Tier B: a warning.",
    Tier.C: "Tier C: a note for the reviewer.",
}
_WORD = re.compile(r"[A-Za-z0-9]+")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~/%#?=&:+-]+")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|!@])")


def descriptor(rule: Rule) -> v2.Descriptor:
    """Return the SARIF description of `rule`, every text printable."""
    title = sentence(rule.title)
    return v2.Descriptor(
        id=printable(rule.id),
        name=_pascal(rule.id),
        short_description=v2.Text(text=title),
        full_description=v2.Text(text=f"{title} {_SURE[rule.tier]}{_weaknesses(rule)}"),
        help_uri=rule_url(_anchor(rule.id)),
        help=v2.Text(text=_plain(rule), markdown=_markdown(rule)),
        default_configuration=v2.Configuration(level=LEVELS[rule.tier]),
        properties={
            "tags": _tags(rule),
            "precision": _PRECISION[rule.tier],
            "security-severity": _SECURITY_SEVERITY[rule.severity],
            "tier": rule.tier.value,
            "check": printable(rule.check),
        },
    )


def _pascal(rule_id: str) -> str | None:
    """Return `jwt-not-verified` as `JwtNotVerified`, None for an id that is one word already."""
    words: list[str] = _WORD.findall(rule_id)
    return "".join(word[0].upper() + word[1:] for word in words) if len(words) > 1 else None


def _weaknesses(rule: Rule) -> str:
    ids = [printable(text) for text in (rule.cwe, *rule.cwe_related, rule.owasp) if text]
    return f" See {', '.join(ids)}." if ids else ""


def _tags(rule: Rule) -> list[str]:
    tags = ["security", f"aireview/{printable(rule.check)}"]
    tags += [
        f"external/cwe/{printable(cwe).lower()}" for cwe in (rule.cwe, *rule.cwe_related) if cwe
    ]
    if rule.owasp:
        tags.insert(2, f"external/owasp/{printable(rule.owasp).lower().replace(':', '-')}")
    return tags[:_MAX_TAGS]


_DISAGREE = 'To disagree, put this in a comment on the line: aireview: ignore[{}] reason="…"'


def _plain(rule: Rule) -> str:
    lines = [f"{sentence(rule.title)} {_SURE[rule.tier]}{_weaknesses(rule)}"]
    lines += [f"- {printable(reference)}" for reference in rule.references]
    return "\n".join([*lines, _DISAGREE.format(printable(rule.id))])


def _markdown(rule: Rule) -> str:
    """Return the help in Markdown; a rule may be the user's own, so its texts are escaped."""
    about = f"{_SURE[rule.tier]}{_escaped(_weaknesses(rule))}"
    links = [f"- {_link(reference)}" for reference in rule.references]
    blocks = [
        f"**{_escaped(sentence(rule.title))}** {about}",
        "\n".join(links),
        f"[Bad, good and why]({rule_url(_anchor(rule.id))})",
        _escaped(_DISAGREE.format(printable(rule.id))),
    ]
    return "\n\n".join(block for block in blocks if block)


def _link(reference: str) -> str:
    return f"<{reference}>" if _ADDRESS.fullmatch(reference) else _escaped(printable(reference))


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _anchor(rule_id: str) -> str:
    return "-".join(_WORD.findall(rule_id)).lower()
