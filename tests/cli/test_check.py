"""`aireview check` from words to exit code, over real repositories and the real Semgrep."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from support.repo import Repo

from aireview.cli.main import run

OPEN = 'import jwt\n\n\ndef user(t):\n    return jwt.decode(t, KEY, options={"verify_signature": False})\n'
SAFE = 'import jwt\n\n\ndef user(t):\n    return jwt.decode(t, KEY, algorithms=["RS256"])\n'
AI = "Fix login\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n"


@pytest.fixture
def here(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    monkeypatch.chdir(repo.path)
    repo.write("requirements.txt", "PyJWT\n")
    return repo


def check(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    code = run(["check", "--format", "json", *words])
    out = capsys.readouterr().out
    return code, json.loads(out) if out else {}


def test_a_staged_flaw_is_stopped(here: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    here.write("login.py", OPEN)
    here.git("add", "-A")
    code, report = check(capsys)
    assert code == 1
    assert report["schema"] == "aireview/check/v1"
    assert next(iter(report)) == "schema"
    (finding,) = report["findings"]
    assert (finding["rule"], finding["path"], finding["start_line"]) == (
        "pyjwt-verification-off", "login.py", 5,
    )  # fmt: skip
    assert finding["cwe"] == "CWE-347"
    assert report["verdict"] == "fail"


def test_the_index_is_read_and_not_the_work_tree(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write("login.py", SAFE)
    here.git("add", "-A")
    here.write("login.py", OPEN)
    assert check(capsys)[0] == 0


def test_success_is_silent(here: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    here.write("login.py", SAFE)
    here.git("add", "-A")
    assert run(["check"]) == 0
    assert capsys.readouterr() == ("", "")


def test_an_agent_that_commits_is_named(
    here: Repo, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAUDE_CODE_CHILD_SESSION", "1")
    here.write("login.py", SAFE)
    here.git("add", "-A")
    _, report = check(capsys)
    assert report["attribution"]["authorship"] == "ai"
    assert report["attribution"]["tools"] == ["claude-code"]


def test_a_range_is_attributed_by_its_commits(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write("login.py", SAFE)
    here.commit("Start")
    here.write("login.py", OPEN)
    here.commit(AI)
    code, report = check(capsys, "--range", "HEAD~1..HEAD")
    assert code == 1
    assert report["attribution"]["authorship"] == "ai"
    assert report["findings"][0]["authorship"] == "ai"


def test_old_problems_are_shown_and_do_not_block(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write("login.py", OPEN)
    here.commit("Start")
    here.write("login.py", OPEN + "\n\nx = 1\n")
    here.commit("More")
    code, report = check(capsys, "--range", "HEAD")
    assert code == 0
    assert [finding["in_change"] for finding in report["findings"]] == [False]


def test_everything_also_in_a_plain_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "plain"
    folder.mkdir()
    (folder / "login.py").write_text(OPEN)
    monkeypatch.chdir(tmp_path)
    assert check(capsys, "--all", str(folder))[0] == 1


def test_only_ai_lets_a_persons_commit_pass(here: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    here.write("login.py", OPEN)
    here.commit("By hand")
    assert check(capsys, "--range", "HEAD", "--scope", "ai")[0] == 0
    here.write("more.py", OPEN)
    here.commit(AI)
    assert check(capsys, "--range", "HEAD", "--scope", "ai")[0] == 1


def test_a_check_that_was_left_out_says_so(here: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    here.write("login.py", OPEN)
    here.git("add", "-A")
    code, report = check(capsys, "--no-semgrep")
    assert code == 0
    outcomes = {run["name"]: (run["outcome"], run["reason"]) for run in report["checks"]}
    assert outcomes["semgrep"] == ("skipped", "left out by --no-semgrep")


def test_without_semgrep_there_is_no_verdict(
    here: Repo, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here.write("login.py", SAFE)
    here.git("add", "-A")
    git = next(p for p in os.environ["PATH"].split(":") if (Path(p) / "git").exists())
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/git").symlink_to(Path(git) / "git")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    code, report = check(capsys)
    assert code == 3
    assert report["verdict"] == "incomplete"


def test_a_range_is_judged_by_the_policy_of_its_base(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write("README.md", "# x\n")
    here.commit("Start")
    here.write(".aireview.yml", "version: 1\npaths: {exclude: ['**']}\n")
    here.write("login.py", OPEN)
    here.commit("Switch it off")
    code, report = check(capsys, "--range", "HEAD~1..HEAD")
    assert code == 1
    assert any(".aireview.yml" in notice for notice in report["notices"])


def test_a_broken_policy_can_be_mended_by_a_commit(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write(".aireview.yml", "profil: soc2\n")
    here.commit("Broken")
    here.write("a.py", "x = 1\n")
    here.git("add", "-A")
    assert run(["check"]) == 2
    assert "profile" in capsys.readouterr().err
    here.write(".aireview.yml", "profile: soc2\n")
    here.git("add", "-A")
    code, report = check(capsys)
    assert code == 0
    assert report["policy"]["profile"] == "soc2"


def test_a_suppression_of_the_same_range_blocks_until_somebody_else_agrees(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write("a.txt", "x\n")
    here.commit("Start")
    silenced = OPEN.replace(
        "False})", 'False})  # aireview: ignore[pyjwt-verification-off] reason="test rig"'
    )
    here.write("login.py", silenced)
    here.git("add", "-A")
    assert check(capsys)[0] == 0
    here.commit("Silence it")
    code, report = check(capsys, "--range", "HEAD")
    assert code == 1
    assert report["findings"][0]["rule"] == "suppression-added"


def test_a_baseline_accepts_what_is_there(here: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    here.write("login.py", OPEN)
    here.commit("Start")
    assert run(["check", "--all", "--write-baseline"]) == 0
    assert "1 finding" in capsys.readouterr().err
    assert check(capsys, "--all")[0] == 0
    here.write("login.py", "\n\n" + OPEN)
    assert check(capsys, "--all")[0] == 0
    here.write("other.py", OPEN)
    assert check(capsys, "--all")[0] == 1


def test_rules_of_the_repository_are_read_from_the_base(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = (
        "rules:\n- id: no-print\n  languages: [python]\n  severity: ERROR\n"
        "  message: no print\n  pattern: print(...)\n"
    )
    here.write(".aireview.yml", "semgrep: {rules: [review/rules]}\n")
    here.write("review/rules/no-print.yaml", rule)
    here.commit("Rules")
    here.write("a.py", "print(1)\n")
    here.git("rm", "-rq", "review")
    here.commit("Remove the rule, and break it")
    code, report = check(capsys, "--range", "HEAD")
    assert code == 1
    assert [finding["rule"] for finding in report["findings"]] == ["no-print"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--range", "nowhere..HEAD"], "unknown revision nowhere"),
        (["--range", "--output=x"], "range"),
        (["--staged", "--all"], "exclude each other"),
        (["--checks", "nonsense"], "unknown check nonsense"),
        (["--config", "missing.yml"], "missing.yml"),
        (["--pull-request", "missing.json"], "missing.json"),
        (["--all", "not-there"], "not-there"),
        (["--format", "pdf"], "pdf"),
        (["nowhere/"], "nowhere"),
    ],
)
def test_bad_words_are_usage_errors(
    here: Repo, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    here.write("a.py", "x = 1\n")
    here.commit("Start")
    here.write("b.py", "x = 1\n")
    here.git("add", "-A")
    assert run(["check", *words]) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert "hint:" in captured.err
    assert captured.out == ""


def test_outside_a_repository_the_hint_names_the_way(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["check"]) == 2
    assert "--all" in capsys.readouterr().err


def test_a_report_goes_to_a_file_whole_or_not_at_all(
    here: Repo, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    here.write("login.py", OPEN)
    here.git("add", "-A")
    target = tmp_path / "report.sarif"
    assert run(["check", "--format", "sarif", "--output", str(target)]) == 1
    assert json.loads(target.read_text())["version"] == "2.1.0"
    assert run(["check", "--output", str(tmp_path / "no/such/folder/x")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_bug_is_no_finding(repo: Repo) -> None:
    """An exception that nobody expected must not exit 1, the code of a finding."""
    script = (
        "import sys, aireview.cli.main as m\n"
        "def broken(argv): raise RuntimeError('boom')\n"
        "m.run = broken\n"
        "from aireview.__main__ import main\nmain()\n"
    )
    done = repo.run(os.environ.get("PYTHON", __import__("sys").executable), "-c", script)
    assert done.returncode == 3
    assert b"this is a bug" in done.stderr
    assert b"boom" in done.stderr


def test_every_name_of_a_language_is_scanned(
    here: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that a language's rules should see and the engine leaves out would be no verdict."""
    names = (
        "a.py b.pyi c.pyw d.PY e.js f.jsx g.mjs h.cjs i.ts j.tsx k.mts l.cts m.go n.java o.rb p.rake "
        "q.gemspec r.ru Gemfile Rakefile s.php t.phtml u.inc v.cs w.csx SConstruct x.rs y.vue z.erb"
    )
    for name in names.split():
        here.write(name, "x = 1\n")
    here.git("add", "-A")
    code, report = check(capsys, "--checks", "semgrep")
    assert [run["reason"] for run in report["checks"] if run["name"] == "semgrep"] == [""]
    assert code == 0


_RULES = Path(__file__).parents[2] / "rules"


def test_every_rule_finds_its_own_example(here: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    """The rules reach the files they are for, by the way that a user's files take."""
    expected = set()
    for rule in _RULES.glob("*/*.yaml"):
        for example in sorted(rule.parent.glob(f"{rule.stem}.*")):
            if example.suffix not in (".yaml", ".md"):
                text = example.read_text().replace("ruleid:", "").replace("ok:", "")
                name = "database.rules.json" if "firestore" in rule.stem else example.name
                if rule.stem.startswith("openapi"):
                    name = f"openapi{example.suffix}"
                name = "firestore.rules" if example.suffix == ".rules" else name
                here.write(f"{rule.stem}/{name}", text)
                expected.add(rule.stem)
    here.git("add", "-A")
    _, report = check(capsys, "--checks", "semgrep")
    (run,) = [run for run in report["checks"] if run["name"] == "semgrep"]
    assert run["reason"] == ""
    found = {(f["rule"], f["path"].split("/")[0]) for f in report["findings"]}
    assert {rule for rule in expected if (rule, rule) not in found} == set()
