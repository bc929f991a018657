"""Every Semgrep rule that ships: complete, documented, and right on its own fixtures.

A rule is `rules/<language>/<id>.yaml`, its page `<id>.md` and one or more fixtures `<id>.<extension>`
whose `ruleid:` and `ok:` comments say what the line below must do. Semgrep's own test command checks
the comments; the rest of this file checks what that command does not look at.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import pytest
import yaml

RULES = Path(__file__).resolve().parents[2] / "rules"
SEMGREP = Path(sys.executable).with_name("semgrep")
RULE_FILES = sorted(RULES.glob("*/*.yaml"))
IDS = [f"{file.parent.name}/{file.stem}" for file in RULE_FILES]
# Pages in folders without Semgrep rules belong to findings of other checks.
FOLDERS = sorted({file.parent for file in RULE_FILES})
SECTIONS = ["Why it matters", "Bad", "Good", "How to fix", "References"]
LANGUAGES = {
    "csharp": {"csharp"},
    "go": {"go"},
    "java": {"java"},
    "javascript": {"javascript", "typescript"},
    "php": {"php"},
    "python": {"python"},
    "regex": {"regex"},
    "ruby": {"ruby"},
    "typescript": {"typescript"},
}
SEMGREP_SEVERITY = {"A": "ERROR", "B": "WARNING", "C": "INFO"}

Cwe = Annotated[str, msgspec.Meta(pattern=r"^CWE-[1-9][0-9]*$")]
Url = Annotated[str, msgspec.Meta(pattern=r"^https://[^ ]+$")]
Sentence = Annotated[str, msgspec.Meta(min_length=10, max_length=600)]


class Metadata(msgspec.Struct, forbid_unknown_fields=True):
    tier: Literal["A", "B", "C"]
    severity: Literal["critical", "high", "medium", "low"]
    title: Annotated[str, msgspec.Meta(min_length=10, max_length=120)]
    cwe: Cwe
    cwe_related: list[Cwe]
    owasp: Annotated[str, msgspec.Meta(pattern=r"^API([1-9]|10):2023$")]
    check: Annotated[str, msgspec.Meta(pattern=r"^AZ-[0-9]{2}$")]
    confidence: Literal["high", "medium", "low"]
    fix: Sentence
    references: Annotated[list[Url], msgspec.Meta(min_length=2)]
    candidate: bool = False


class SemgrepRule(msgspec.Struct):
    """The keys of a rule that we fix; the patterns are Semgrep's to check."""

    id: str
    languages: list[str]
    severity: Literal["ERROR", "WARNING", "INFO"]
    message: Annotated[str, msgspec.Meta(min_length=20, max_length=400)]
    metadata: Metadata


class RuleFile(msgspec.Struct, forbid_unknown_fields=True):
    rules: Annotated[list[SemgrepRule], msgspec.Meta(min_length=1, max_length=1)]


class Lines(msgspec.Struct):
    expected_lines: list[int]
    reported_lines: list[int]


class Checked(msgspec.Struct):
    passed: bool
    matches: dict[str, Lines]


class RuleVerdict(msgspec.Struct):
    checks: dict[str, Checked]


class Verdicts(msgspec.Struct):
    results: dict[str, RuleVerdict]
    config_missing_tests: list[object]
    config_with_errors: list[object]


class Position(msgspec.Struct):
    line: int


class Result(msgspec.Struct):
    check_id: str
    path: str
    start: Position
    end: Position


class Scanned(msgspec.Struct):
    scanned: list[str]


class ScanAnswer(msgspec.Struct):
    results: list[Result]
    errors: list[dict[str, object]]
    paths: Scanned


def rule_of(file: Path) -> SemgrepRule:
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    return msgspec.convert(document, RuleFile).rules[0]


def fixtures_of(file: Path) -> list[Path]:
    same = file.parent.glob(f"{file.stem}.*")
    return sorted(path for path in same if path.suffix not in {".yaml", ".md"})


def marked(file: Path, word: str) -> int:
    """Count the comments in the fixtures of a rule that say `word: <id>`."""
    pattern = re.compile(rf"(?:#|//|/\*) ?{word}: {re.escape(file.stem)}(?![\w-])")
    return sum(len(pattern.findall(path.read_text(encoding="utf-8"))) for path in fixtures_of(file))


def semgrep(home: Path, *argv: str, cwd: Path) -> bytes:
    home.mkdir(exist_ok=True)
    env = {
        "HOME": str(home),
        "PATH": f"{SEMGREP.parent}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "SEMGREP_ENABLE_VERSION_CHECK": "0",
        "SEMGREP_SEND_METRICS": "off",
    }
    return subprocess.run(
        [SEMGREP, *argv], cwd=cwd, env=env, capture_output=True, check=False, timeout=300
    ).stdout


def scan(home: Path, folders: Sequence[Path], files: Sequence[Path], *, native: bool) -> ScanAnswer:
    argv = ["scan", *(["--experimental"] if native else []), "--metrics", "off"]
    argv += ["--disable-version-check", "--quiet", "--json", "--disable-nosem", "--no-git-ignore"]
    argv += ["--max-target-bytes", "0"]
    for folder in folders:
        argv += ["--config", str(folder)]
    output = semgrep(home, *argv, *map(str, files), cwd=home.parent)
    return msgspec.json.decode(output, type=ScanAnswer)


@pytest.fixture(scope="session")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the rule folders without the pages, which Semgrep takes for fixtures."""
    root = tmp_path_factory.mktemp("rules") / "copy"
    shutil.copytree(RULES, root, ignore=shutil.ignore_patterns("*.md"))
    return root


@pytest.fixture(scope="session")
def tested(copied: Path) -> Verdicts:
    """Return what Semgrep's own test command says about all rules, from one run."""
    output = semgrep(copied.parent / "home", "test", "--json", ".", cwd=copied)
    return msgspec.json.decode(output, type=Verdicts)


def test_there_are_rules_for_every_promised_language() -> None:
    assert {"python", "javascript", "typescript", "regex"} <= {folder.name for folder in FOLDERS}
    assert {folder.name for folder in FOLDERS} <= set(LANGUAGES)


def test_ids_are_unique_over_all_languages() -> None:
    twice = [name for name, times in Counter(file.stem for file in RULE_FILES).items() if times > 1]
    assert not twice


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_rule_folder_holds_rules_pages_and_fixtures_only(folder: Path) -> None:
    known = {file.stem for file in folder.glob("*.yaml")}
    strangers = [
        path.name
        for path in folder.iterdir()
        if not path.is_file() or path.name.split(".")[0] not in known
    ]
    assert not strangers


@pytest.mark.parametrize("file", RULE_FILES, ids=IDS)
def test_a_rule_is_complete(file: Path) -> None:
    rule = rule_of(file)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.id)
    assert rule.id == file.stem
    assert set(rule.languages) == LANGUAGES[file.parent.name]
    assert rule.severity == SEMGREP_SEVERITY[rule.metadata.tier]
    assert rule.metadata.candidate == (rule.metadata.tier == "C")
    assert rule.metadata.cwe not in rule.metadata.cwe_related
    assert "`" in rule.metadata.fix, "the advice has no line to paste"


@pytest.mark.parametrize("file", RULE_FILES, ids=IDS)
def test_a_rule_has_bad_and_good_examples(file: Path) -> None:
    assert marked(file, "ruleid") >= 2
    assert marked(file, "ok") >= 2


@pytest.mark.parametrize("file", RULE_FILES, ids=IDS)
def test_a_rule_has_a_page_with_the_fixed_sections(file: Path) -> None:
    page = file.with_suffix(".md").read_text(encoding="utf-8")
    # A line that starts with # inside a code block is no heading.
    prose = re.sub(r"(?ms)^```.*?^```$", "```", page)
    titles = re.findall(r"(?m)^# (.+)$", prose)
    assert titles == [file.stem]
    assert re.findall(r"(?m)^## (.+)$", prose) == SECTIONS
    parts = re.split(r"(?m)^##? .+$", prose)[1:]
    assert all(part.strip() for part in parts)
    assert all("```" in part for part in parts[2:4])


@pytest.mark.parametrize("file", RULE_FILES, ids=IDS)
def test_a_rule_does_what_its_fixtures_say(
    file: Path, tested: Verdicts, request: pytest.FixtureRequest
) -> None:
    name = f"{file.parent.name}/{file.name}"
    results = {os.path.normpath(path): result for path, result in tested.results.items()}
    assert name in results, f"Semgrep did not test {request.node.name}"
    checked = results[name].checks[file.stem]
    wrong = {
        Path(path).name: (lines.expected_lines, lines.reported_lines)
        for path, lines in checked.matches.items()
        if lines.expected_lines != lines.reported_lines
    }
    assert not wrong
    assert checked.passed
    # The command counts no fixture as a success, so what it looked at is compared as well.
    expected = sum(len(lines.expected_lines) for lines in checked.matches.values())
    assert expected == marked(file, "ruleid")


def test_semgrep_tested_every_rule_and_found_no_error(tested: Verdicts) -> None:
    assert tested.config_missing_tests == []
    assert tested.config_with_errors == []
    assert len(tested.results) == len(RULE_FILES)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_rule_folder_loads_without_errors(folder: Path, tmp_path: Path) -> None:
    targets = [path for file in folder.glob("*.yaml") for path in fixtures_of(file)]
    answer = scan(tmp_path / "home", [folder], targets, native=True)
    assert answer.errors == []
    assert {Path(path).name for path in answer.paths.scanned} == {path.name for path in targets}


@pytest.mark.slow
def test_both_command_lines_find_the_same(tmp_path: Path) -> None:
    targets = [path for file in RULE_FILES for path in fixtures_of(file)]
    found = [
        {
            (result.check_id.rsplit(".", 1)[-1], result.path, result.start.line, result.end.line)
            for result in scan(tmp_path / "home", FOLDERS, targets, native=native).results
        }
        for native in (True, False)
    ]
    assert found[0] == found[1]
    assert len(found[0]) >= 2 * len(RULE_FILES)
