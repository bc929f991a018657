"""The adapter against the real Semgrep, and against programs that misbehave as it can."""

from __future__ import annotations

import os
import resource
import stat
import subprocess
from pathlib import Path

import pytest

from aireview.adapters.semgrep import Semgrep, find
from aireview.model.engine import EngineRun, Target
from aireview.model.finding import Outcome

RULE = """\
rules:
- id: eval-call
  languages: [python]
  severity: ERROR
  message: $X is run
  metadata: {tier: A}
  pattern: eval($X)
"""
BAD_RULE = """\
rules:
- id: broken
  languages: [python]
  severity: ERROR
  message: never
  pattern: "def ((("
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "eval-call.yaml").write_text(RULE)
    return folder


def scan(rules: Path, *targets: Target, classic: bool = False) -> EngineRun:
    return Semgrep(classic=classic).start(targets, [str(rules)])()


def code(path: str, text: str = "eval(x)\n") -> Target:
    return Target(path, text.encode("utf-8", "surrogateescape"))


def program(tmp_path: Path, body: str) -> str:
    path = tmp_path / "semgrep"
    path.write_text("#!/bin/sh\n" + body)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def is_gone(pid: int) -> bool:
    """Whether a process has ended; its new parent may not have collected it yet."""
    done = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, check=False)
    return done.stdout.strip().startswith(b"Z") or not done.stdout.strip()


@pytest.mark.parametrize("classic", [False, True])
def test_a_match_is_placed_and_named(rules: Path, classic: bool) -> None:  # noqa: FBT001 - pytest
    run = scan(
        rules, code("app/a.py", "x = 1\neval(x)\n"), code("b.py", "y = 1\n"), classic=classic
    )
    assert run.outcome is Outcome.PASSED, run.reason
    (match,) = run.matches
    assert (match.rule_id, match.path, match.start_line) == ("eval-call", "app/a.py", 2)
    assert match.message == "x is run"
    assert match.metadata["tier"] == "A"
    assert run.engine == ("semgrep (classic)" if classic else "semgrep (native)")


def test_odd_names_keep_their_findings(rules: Path) -> None:
    names = [
        "-rf.py",
        "caf\udce9.py",
        "a b/c.py",
        "x\ny.py",
        ".hidden/a.py",
        "tests/test_a.py",
        "é.py",
    ]
    run = scan(rules, *(code(name) for name in names))
    assert run.outcome is Outcome.PASSED, run.reason
    assert sorted(match.path for match in run.matches) == sorted(names)


def test_a_path_that_leaves_the_folder_stays_inside(rules: Path, tmp_path: Path) -> None:
    run = scan(rules, code("../../escape.py"), code("/abs.py"), code("_/00000.py"))
    assert len(run.matches) == 3
    assert not (tmp_path / "escape.py").exists()


def test_large_files_are_scanned(rules: Path) -> None:
    run = scan(rules, code("big.py", "# filler\n" * 150_000 + "eval(x)\n"))
    assert [match.start_line for match in run.matches] == [150_001]


def test_nosemgrep_comments_hide_nothing(rules: Path) -> None:
    assert len(scan(rules, code("a.py", "eval(x)  # nosemgrep\n")).matches) == 1


def test_a_rule_that_does_not_parse_is_an_error_and_loses_no_finding(rules: Path) -> None:
    (rules / "broken.yaml").write_text(BAD_RULE)
    run = scan(rules, code("a.py"))
    assert run.outcome is Outcome.ERROR
    assert "rule broken does not parse" in run.reason
    assert len(run.matches) == 1


def test_rules_that_are_no_yaml_are_an_error(rules: Path) -> None:
    (rules / "junk.yaml").write_text("rules: [\n")
    assert scan(rules, code("a.py")).outcome is Outcome.ERROR


def test_a_rule_folder_that_is_missing_is_an_error(tmp_path: Path) -> None:
    assert scan(tmp_path / "nowhere", code("a.py")).outcome is Outcome.ERROR


def test_a_syntax_error_is_reported_with_its_lines(rules: Path) -> None:
    run = scan(rules, code("a.py", "eval(x)\ndef f(:\n    y = = 3\n\n\nprint(1)\n"))
    assert run.outcome is Outcome.PASSED
    assert [place.path for place in run.unparsed] == ["a.py"]
    assert run.unparsed[0].lines.start in (2, 3)


def test_a_rule_that_takes_too_long_is_an_error(rules: Path) -> None:
    slow = "\n    ...\n".join(f"    $A{i} = $B{i}(...)" for i in range(5))
    (rules / "slow.yaml").write_text(
        f"rules:\n- id: slow\n  languages: [python]\n  severity: ERROR\n  message: m\n"
        f"  pattern: |\n{slow}\n"
    )
    text = "\n".join(f"x{i} = f{i}(bar({i}))" for i in range(4000))
    run = Semgrep(timeout_s=1).start([code("a.py", text)], [str(rules)])()
    assert run.outcome is Outcome.ERROR
    assert "rule slow timed out on a.py" in run.reason


def test_no_program_is_unavailable_with_a_hint(
    rules: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    assert find() is None
    run = scan(rules, code("a.py"))
    assert run.outcome is Outcome.UNAVAILABLE
    assert "aireview[semgrep]" in run.reason


@pytest.mark.parametrize(
    "body",
    [
        "exit 0\n",
        "echo not json\n",
        "echo '{\"results\": []}'\n",
        "echo oops >&2; exit 2\n",
        "kill -9 $$\n",
        'echo \'{"results": [], "errors": [], "paths": {"scanned": []}}\'\n',
    ],
)
def test_a_program_that_misbehaves_is_an_error(rules: Path, tmp_path: Path, body: str) -> None:
    engine = Semgrep(executable=program(tmp_path, body))
    run = engine.start([code("a.py")], [str(rules)])()
    assert run.outcome is Outcome.ERROR
    assert run.reason


def test_an_endless_program_is_stopped(rules: Path, tmp_path: Path) -> None:
    engine = Semgrep(executable=program(tmp_path, "exec sleep 600\n"), deadline_s=0.2)
    run = engine.start([code("a.py")], [str(rules)])()
    assert run.outcome is Outcome.ERROR
    assert "no end after" in run.reason


def test_a_program_that_a_wrapper_started_is_stopped_too(rules: Path, tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    engine = Semgrep(
        executable=program(tmp_path, f"sleep 600 &\necho $! > {pid}\nwait\n"), deadline_s=0.3
    )
    run = engine.start([code("a.py")], [str(rules)])()
    assert run.outcome is Outcome.ERROR
    assert "no end after 0.3 s" in run.reason
    assert is_gone(int(pid.read_text()))


def test_a_scan_that_nobody_waits_for_is_ended(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    pid = tmp_path / "pid"
    os.mkfifo(pid)
    engine = Semgrep(executable=program(tmp_path, f"sleep 600 &\necho $! > {pid}\nwait\n"))
    wait = engine.start([code("a.py")], [str(rules)])
    started = int(pid.read_text())
    with pytest.warns(ResourceWarning):  # the folder
        del wait
    assert is_gone(started)
    assert not list(tmp_path.glob("aireview-*"))


# Answers for every file it is given, and writes down how many that were.
COUNTING = """\
{log}
printf '{{"errors": [], "results": ['
comma=
files=
for word; do
  case $word in
  *.py)
    printf '%s{{"check_id": "r", "path": "%s", "start": {{"line": 1}}, "end": {{"line": 1}}, "extra": {{}}}}' "$comma" "$word"
    files="$files$comma\\"$word\\""
    comma=,
    ;;
  esac
done
printf '], "paths": {{"scanned": [%s]}}}}' "$files"
"""


def many_targets(count: int) -> list[Target]:
    folder = "/".join(["package"] * 20)
    return [Target(f"{folder}/module{number:05}.py", b"") for number in range(count)]


def test_more_files_than_a_command_line_holds_are_all_scanned(rules: Path, tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    engine = Semgrep(executable=program(tmp_path, COUNTING.format(log=f"echo $# >> {calls}")))
    targets = many_targets(6_000)
    run = engine.start(targets, [str(rules)])()
    assert run.outcome is Outcome.PASSED, run.reason
    assert [match.path for match in run.matches] == [target.path for target in targets]
    assert len(calls.read_text().split()) == 3


def test_a_batch_that_fails_costs_its_own_files_only(rules: Path, tmp_path: Path) -> None:
    once = f"test -e {tmp_path}/second && exit 7; test -e {tmp_path}/first && touch {tmp_path}/second"
    fail = f"{once} && {{ echo oops >&2; exit 2; }}; touch {tmp_path}/first"
    engine = Semgrep(executable=program(tmp_path, COUNTING.format(log=fail)))
    targets = many_targets(6_000)
    run = engine.start(targets, [str(rules)])()
    assert run.outcome is Outcome.ERROR
    assert "code 2 and no result: oops" in run.reason
    assert "code 7" in run.reason
    assert f"{6_000 - len(run.matches)} of 6000 files were not scanned" in run.reason
    assert 0 < len(run.matches) < 6_000


def test_the_deadline_is_for_all_batches(rules: Path, tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    slow = f"echo $# >> {calls}; test -e {tmp_path}/first && exec sleep 600; touch {tmp_path}/first"
    engine = Semgrep(executable=program(tmp_path, COUNTING.format(log=slow)), deadline_s=2)
    run = engine.start(many_targets(6_000), [str(rules)])()
    assert run.outcome is Outcome.ERROR
    assert run.reason.count("no end after 2 s") == 1
    assert run.matches
    assert len(calls.read_text().split()) == 2


def test_an_old_program_is_asked_the_classic_way(rules: Path, tmp_path: Path) -> None:
    real = find()
    body = (
        'for word; do [ "$word" = --experimental ] && '
        "{ echo \"semgrep: unknown option '--experimental'\" >&2; exit 2; }; done\n"
        f'exec "{real}" "$@"\n'
    )
    run = Semgrep(executable=program(tmp_path, body)).start([code("a.py")], [str(rules)])()
    assert run.outcome is Outcome.PASSED, run.reason
    assert run.engine == "semgrep (classic)"
    assert len(run.matches) == 1


def test_no_room_for_a_temporary_folder_is_an_error(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "file"))
    run = scan(rules, code("a.py"))
    assert run.outcome is Outcome.ERROR
    assert run.reason == "no room for a temporary folder: Not a directory"


def test_a_full_disk_is_an_error_and_leaves_nothing_behind(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = sorted(tmp_path.iterdir())
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        run = scan(rules, code("a.py"), code("big.py", "# filler\n" * 10_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert run.outcome is Outcome.ERROR
    assert run.reason == "the scan could not be started: File too large"
    assert sorted(tmp_path.iterdir()) == before


def test_a_program_that_cannot_be_started_is_an_error(rules: Path, tmp_path: Path) -> None:
    run = Semgrep(executable=str(tmp_path / "gone")).start([code("a.py")], [str(rules)])()
    assert run.outcome is Outcome.ERROR
    assert "could not be started: No such file" in run.reason


def test_nothing_is_left_behind(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    before = sorted(tmp_path.iterdir())
    scan(rules, code("a.py"))
    assert sorted(tmp_path.iterdir()) == before
