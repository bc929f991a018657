"""Write what is generated from the code, so that nothing is stated twice: `make docs`."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import yaml

from aireview.checks import content, hidden_text, semgrep
from aireview.checks.packages import verdicts
from aireview.policy import suppress
from aireview.policy.schema import schema
from aireview.reports.json import schema as check_schema
from aireview.reports.packages import schema as packages_schema

_DOCS = Path(__file__).parent
_RULES = _DOCS.parent / "rules"
_LANGUAGES = {
    "python": "Python",
    "javascript": "JavaScript and TypeScript",
    "typescript": "TypeScript only",
    "go": "Go",
    "java": "Java",
    "ruby": "Ruby",
    "php": "PHP",
    "csharp": "C#",
    "regex": "Any language (comments)",
    "builtin": "Built in (no Semgrep)",
}


def main() -> int:
    """Write every generated file; return 1 where `--check` finds one that is not current."""
    stale = []
    for path, text in generated().items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path)
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return 1 if stale and "--check" in sys.argv else 0


def generated() -> dict[Path, str]:
    """Return the text of every generated file by its path."""
    return {
        _DOCS / "rules.md": rules_page(),
        _DOCS / "schemas/aireview.schema.json": schema(),
        _DOCS / "schemas/check.v1.schema.json": check_schema(),
        _DOCS / "schemas/packages.v1.schema.json": packages_schema(),
    }


class _Rule(msgspec.Struct, frozen=True, order=True):
    id: str
    title: str
    tier: str
    severity: str
    cwe: str
    owasp: str


def rules_page() -> str:
    """Return the table of all rules, with a link to the page of each."""
    parts = [_INTRO]
    for folder, name in _LANGUAGES.items():
        rules = sorted(_load(path) for path in (_RULES / folder).glob("*.yaml"))
        if folder == "builtin":
            rules = sorted(_builtin())
        if not rules:
            continue
        parts.append(
            f"## {name}\n\n| rule | tier | what | CWE | OWASP API |\n|---|---|---|---|---|\n"
        )
        parts += [
            f'| <a id="{rule.id}"></a>[{rule.id}]'
            f"(../rules/{folder}/{rule.id}.md) | {rule.tier} | {rule.title} "
            f"| {rule.cwe} | {rule.owasp} |\n"
            for rule in rules
        ]
        parts.append("\n")
    return "".join(parts).rstrip() + "\n"


_INTRO = """\
# Rules

Written by `make docs` from the rule files. `aireview explain RULE` prints a rule's page: what is wrong, why it matters,
bad and good code, how to fix it.

**Tier A** blocks by default: it is nearly always right. **Tier B** warns: read it. **Tier C** is a note for the reviewer,
or a candidate that needs knowledge of the whole repository.

"""


def _load(path: Path) -> _Rule:
    rule = yaml.safe_load(path.read_text(encoding="utf-8"))["rules"][0]
    data = rule["metadata"]
    return _Rule(
        rule["id"], data["title"], data["tier"], data["severity"], data["cwe"], data["owasp"]
    )


def _builtin() -> list[_Rule]:
    rules = (
        *hidden_text.RULES,
        *content.RULES,
        *verdicts.RULES,
        semgrep.UNPARSED,
        *suppress.RULES,
    )
    return [_Rule(r.id, r.title, r.tier.value, r.severity.value, r.cwe, r.owasp) for r in rules]


if __name__ == "__main__":
    sys.exit(main())
