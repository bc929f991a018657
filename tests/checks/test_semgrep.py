from __future__ import annotations

from collections.abc import Callable, Sequence

from support.changes import context

from aireview.checks.semgrep import semgrep
from aireview.model.change import LineRange
from aireview.model.engine import EngineMatch, EngineRun, Target, Unparsed
from aireview.model.finding import CheckRun, Outcome, Severity, Tier


class FakeEngine:
    """A rule engine that answers what it is told to, and remembers what it was asked."""

    def __init__(self, answer: EngineRun) -> None:
        self.answer = answer
        self.targets: list[str] = []
        self.names: list[str] = []
        self.folders: list[str] = []

    def start(
        self, targets: Sequence[Target], rule_folders: Sequence[str]
    ) -> Callable[[], EngineRun]:
        self.targets = [target.path for target in targets]
        self.names = [target.path + target.suffix for target in targets]
        self.folders = list(rule_folders)
        return lambda: self.answer


def scan(
    texts: dict[str, str], answer: EngineRun, *added: tuple[int, int], extra: Sequence[str] = ()
) -> tuple[CheckRun, FakeEngine]:
    engine = FakeEngine(answer)
    return semgrep(lambda: (engine, "/rules"), extra).start(context(texts, *added))(), engine


CLEAN = EngineRun(outcome=Outcome.PASSED, engine="fake")
MATCH = EngineMatch(
    rule_id="token-check-off",
    path="a.py",
    start_line=2,
    end_line=3,
    message="Tokens are\n  not verified.",
    severity="ERROR",
    metadata={"tier": "B", "severity": "critical", "cwe": ["CWE-347: x"], "fix": "Verify."},
)


def test_only_rules_for_the_languages_of_the_change_are_handed_over() -> None:
    _, engine = scan({"a.py": "", "b.ts": "", "notes.md": ""}, CLEAN)
    assert engine.targets == ["a.py", "b.ts"]
    assert engine.folders == [
        "/rules/javascript",
        "/rules/python",
        "/rules/regex",
        "/rules/typescript",
    ]


def test_the_users_rules_see_every_source_file() -> None:
    _, engine = scan({"a.rs": "", "notes.md": ""}, CLEAN, extra=["/mine"])
    assert engine.targets[0] == "a.rs"
    assert engine.folders == ["/mine"]


def test_no_engine_is_started_for_a_change_without_code() -> None:
    run, engine = scan({"notes.txt": "x"}, EngineRun(outcome=Outcome.ERROR, reason="asked"))
    assert run.outcome is Outcome.PASSED
    assert "no file in a language" in run.reason
    assert engine.folders == []


def test_a_match_becomes_a_finding_with_the_rules_metadata() -> None:
    answer = EngineRun(outcome=Outcome.PASSED, matches=(MATCH, MATCH))
    run, _ = scan({"a.py": "one\ntwo\nthree\n"}, answer)
    (finding,) = run.findings
    assert run.outcome is Outcome.FAILED
    assert finding.message == "Tokens are not verified."
    assert finding.snippet == "two\nthree"
    assert finding.fix == "Verify."
    assert finding.rule.tier is Tier.B
    assert finding.rule.severity is Severity.CRITICAL
    assert finding.rule.cwe == "CWE-347"


def test_a_rule_without_a_tier_takes_it_from_semgreps_severity() -> None:
    match = EngineMatch(
        rule_id="theirs", path="a.py", start_line=1, end_line=1, message="m", severity="WARNING"
    )
    run, _ = scan({"a.py": "x"}, EngineRun(outcome=Outcome.PASSED, matches=(match,)))
    assert run.findings[0].rule.tier is Tier.B


def test_findings_survive_an_engine_that_did_not_finish() -> None:
    answer = EngineRun(outcome=Outcome.ERROR, reason="rule x timed out", matches=(MATCH,))
    run, _ = scan({"a.py": "one\ntwo\nthree\n"}, answer)
    assert run.outcome is Outcome.ERROR
    assert run.reason == "rule x timed out"
    assert len(run.findings) == 1


def test_new_lines_that_could_not_be_parsed_are_a_finding() -> None:
    answer = EngineRun(
        outcome=Outcome.PASSED, engine="fake", unparsed=(Unparsed("a.py", LineRange(2, 2)),)
    )
    new, _ = scan({"a.py": "one\ntwo ((\n"}, answer, (2, 2))
    assert [finding.rule.id for finding in new.findings] == ["unparsed-code"]
    old, _ = scan({"a.py": "one\ntwo ((\n"}, answer, (1, 1))
    assert old.findings == ()
    assert old.outcome is Outcome.PASSED


def test_bundles_are_not_handed_to_the_engine() -> None:
    _, engine = scan({"app.min.js": "var a=1;" * 4000, "b.js": ""}, CLEAN)
    assert engine.targets == ["b.js"]


def test_files_named_otherwise_get_an_ending_that_the_engine_knows() -> None:
    texts = dict.fromkeys(["Gemfile", "a.mts", "b.PY", "c.rake", "d.tsx", "e.html.erb"], "")
    _, engine = scan(texts, CLEAN)
    assert engine.names == ["Gemfile.rb", "a.mts.ts", "b.PY.py", "c.rake.rb", "d.tsx"]


def test_settings_that_have_rules_are_handed_over() -> None:
    texts = dict.fromkeys(
        ["db.sql", "firestore.rules", "openapi.yaml", "package.json", "a.yaml", "x.kt"], ""
    )
    _, engine = scan(texts, CLEAN)
    assert engine.targets == ["db.sql", "firestore.rules", "openapi.yaml", "x.kt"]
    assert engine.folders == ["/rules/regex"]
