"""The Semgrep check: single-function facts, by rules that can be read and changed.

Our rules lie in one folder per language, so that only those for the languages of a change are
handed over. Tier, CWE and the rest come from the rule's own metadata in Semgrep's answer; no rule
file is read on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from aireview.checks.seam import Check, Context, readable
from aireview.diffs.classify import is_minified
from aireview.diffs.languages import language_of
from aireview.diffs.lines import encode, lines_text, merge
from aireview.model.change import LineRange
from aireview.model.engine import EngineMatch, EngineRun, Target
from aireview.model.finding import CheckRun, Finding, Outcome, Rule, Severity, Tier
from aireview.ports import RuleEngine

NAME = "semgrep"

# Language of a file -> our rule folders that apply to it. The regular-expression rules look at
# comments in any of these.
FOLDERS: Mapping[str, tuple[str, ...]] = {
    "csharp": ("csharp", "regex"),
    "go": ("go", "regex"),
    "java": ("java", "regex"),
    "javascript": ("javascript", "regex"),
    "php": ("php", "regex"),
    "python": ("python", "regex"),
    "ruby": ("ruby", "regex"),
    "typescript": ("javascript", "typescript", "regex"),
}

# The endings by which Semgrep knows a language, the first for files that are named otherwise
# (`Gemfile`, `.mts`, `.PY`); and templates and dialects that its parser of the language cannot read.
_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "csharp": (".cs",),
    "go": (".go",),
    "java": (".java",),
    "javascript": (".js", ".jsx", ".mjs", ".cjs"),
    "php": (".php", ".phtml"),
    "python": (".py", ".pyi"),
    "ruby": (".rb",),
    "typescript": (".ts", ".tsx"),
}
# Files that are no program and that some of our regular-expression rules are for.
_SETTINGS = (".sql", ".rules", "database.rules.json", ".kt")
_API_NAMES, _API_ENDINGS = ("openapi", "swagger"), (".yaml", ".yml", ".json")
_OTHER_SYNTAX = (".erb", ".cshtml", ".razor", ".pyx", ".pxd")

UNPARSED = Rule(
    id="unparsed-code",
    title="Code that the rule engine could not parse",
    tier=Tier.B,
    severity=Severity.LOW,
    check=NAME,
    cwe="CWE-1127",
)


def semgrep(
    open_engine: Callable[[], tuple[RuleEngine, str]], extra_folders: Sequence[str] = ()
) -> Check:
    """Return the check. `extra_folders` are the user's own rules.

    `open_engine` returns the engine and the folder that holds our rule folders; it is called only
    when there is something to scan. The user's rules run on every readable source file, ours on
    files of their language.
    """

    def start(context: Context) -> Callable[[], CheckRun]:
        targets = [
            target
            for file, text in readable(context)
            if (target := _target(file.path, text, ours_only=not extra_folders)) is not None
        ]
        if not targets:
            reason = "no file in a language that has rules"
            run = CheckRun(name=NAME, outcome=Outcome.PASSED, reason=reason)
            return lambda: run
        ours = sorted({folder for target in targets for folder in _folders(target.path)})
        engine, rules_root = open_engine()
        folders = [f"{rules_root}/{name}" for name in ours]
        wait = engine.start(targets, [*folders, *extra_folders])
        return lambda: _run(wait(), context)

    return Check(NAME, start)


def _target(path: str, text: str, *, ours_only: bool) -> Target | None:
    """Return what is handed to the engine, None for a file that no rule can be for."""
    known = bool(_folders(path))
    if not known and (ours_only or language_of(path) is None):
        return None
    if is_minified(path, text):  # patterns run for minutes on bundles; the content check says so
        return None
    return Target(path, encode(text), _suffix(path), optional=not known)


def _folders(path: str) -> tuple[str, ...]:
    """Return our rule folders for a file."""
    name = path.rpartition("/")[2].lower()
    is_api = name.endswith(_API_ENDINGS) and any(word in name for word in _API_NAMES)
    if is_api or name.endswith(_SETTINGS):
        return ("regex",)
    return FOLDERS.get(_language(path) or "", ())


def _language(path: str) -> str | None:
    return None if path.lower().endswith(_OTHER_SYNTAX) else language_of(path)


def _suffix(path: str) -> str:
    endings = _ENDINGS.get(_language(path) or "", ())
    return "" if not endings or path.endswith(endings) else endings[0]


def _run(ended: EngineRun, context: Context) -> CheckRun:
    findings = (*_findings(ended.matches, context), *_unparsed(ended, context))
    outcome = ended.outcome
    if outcome is Outcome.PASSED and findings:
        outcome = Outcome.FAILED
    return CheckRun(name=NAME, outcome=outcome, reason=ended.reason, findings=findings)


def _findings(matches: Iterable[EngineMatch], context: Context) -> tuple[Finding, ...]:
    found: dict[tuple[str, str, int, int], Finding] = {}
    for match in matches:
        # One rule may match one place in several ways (nested patterns): once is enough.
        key = (match.rule_id, match.path, match.start_line, match.end_line)
        found.setdefault(key, _finding(match, context.texts[match.path]))
    return tuple(found.values())


def _finding(match: EngineMatch, text: str) -> Finding:
    return Finding(
        rule=_rule(match),
        path=match.path,
        start_line=match.start_line,
        end_line=match.end_line,
        start_column=match.start_column,
        end_column=match.end_column,
        message=" ".join(match.message.split()),
        snippet=lines_text(text, match.start_line, match.end_line),
        fix=_text(match.metadata, "fix") or match.fix,
    )


# Semgrep's own severities, for rules that do not name a tier (the user's own).
_TIERS = {"ERROR": Tier.A, "CRITICAL": Tier.A, "HIGH": Tier.A, "WARNING": Tier.B, "MEDIUM": Tier.B}
_SEVERITIES = {
    "CRITICAL": Severity.CRITICAL,
    "ERROR": Severity.HIGH,
    "HIGH": Severity.HIGH,
    "WARNING": Severity.MEDIUM,
    "MEDIUM": Severity.MEDIUM,
    "LOW": Severity.LOW,
}


def _rule(match: EngineMatch) -> Rule:
    data = match.metadata
    tiers = {tier.value: tier for tier in Tier}
    severities = {severity.value: severity for severity in Severity}
    engine = match.severity.upper()
    return Rule(
        id=match.rule_id,
        title=_text(data, "title") or match.rule_id,
        tier=tiers.get(_text(data, "tier")) or _TIERS.get(engine, Tier.C),
        severity=severities.get(_text(data, "severity")) or _SEVERITIES.get(engine, Severity.INFO),
        check=NAME,
        cwe=_text(data, "cwe").split(":", 1)[0],
        cwe_related=_texts(data, "cwe_related"),
        owasp=_text(data, "owasp"),
        references=_texts(data, "references"),
    )


def _text(data: Mapping[str, object], key: str) -> str:
    return next(iter(_texts(data, key)), "")


def _texts(data: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = data.get(key, ())
    items = value if isinstance(value, (list, tuple)) else (value,)
    return tuple(item for item in items if isinstance(item, str) and item)


def _unparsed(ended: EngineRun, context: Context) -> tuple[Finding, ...]:
    """Return one finding for each file with new lines that no rule has seen."""
    files = {file.path: file for file in context.change.files}
    places: dict[str, list[LineRange]] = {}
    for place in ended.unparsed:
        last = context.texts[place.path].count("\n") + 1
        lines = LineRange(min(place.lines.start, last), min(place.lines.end, last))
        if files[place.path].adds(lines.start, lines.end):
            places.setdefault(place.path, []).append(lines)
    return tuple(_unseen(path, merge(found), ended, context) for path, found in places.items())


def _unseen(path: str, places: Sequence[LineRange], ended: EngineRun, context: Context) -> Finding:
    first = places[0]
    shown = ", ".join(
        str(p.start) if p.start == p.end else f"{p.start}-{p.end}" for p in places[:8]
    )
    more = ", …" if len(places) > 8 else ""
    return Finding(
        rule=UNPARSED,
        path=path,
        start_line=first.start,
        end_line=first.end,
        message=f"{ended.engine} could not parse some lines ({shown}{more}): no rule has seen them.",
        snippet=lines_text(context.texts[path], first.start, first.start),
        fix="Mend the syntax; where it is right and only new to the engine, have a person read it.",
    )
