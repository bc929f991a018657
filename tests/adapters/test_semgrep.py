"""The adapter against the real Semgrep, and against programs that misbehave as it can."""

from __future__ import annotations

import os
import resource
import stat
import subprocess
from pathlib import Path

import pytest
from support.gone import is_gone

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
    engine = Semgrep(executable=program(tmp_path, "exec sleep 60\n"), deadline_s=0.2)
    run = engine.start([code("a.py")], [str(rules)])()
    assert run.outcome is Outcome.ERROR
    assert "no end after" in run.reason


def test_a_program_that_a_wrapper_started_is_stopped_too(rules: Path, tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    engine = Semgrep(
        executable=program(tmp_path, f"sleep 60 &\necho $! > {pid}\nwait\n"), deadline_s=0.3
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
    engine = Semgrep(executable=program(tmp_path, f"sleep 60 &\necho $! > {pid}\nwait\n"))
    wait = engine.start([code("a.py")], [str(rules)])
    started = int(pid.read_text())
    with pytest.warns(ResourceWarning):  # the folder
        del wait
    assert is_gone(started)
    assert not list(tmp_path.glob("aireview-*"))


# Says that it scanned every file it was given and found one thing in each.
FINDS_ALL = """\
files=
found=
comma=
for word; do
  case $word in
  *.py)
    place='"start": {"line": 1}, "end": {"line": 1}'
    found="$found$comma{\\"check_id\\": \\"r\\", \\"path\\": \\"$word\\", $place, \\"extra\\": {}}"
    files="$files$comma\\"$word\\""
    comma=,
    ;;
  esac
done
echo "{\\"errors\\": [], \\"results\\": [$found], \\"paths\\": {\\"scanned\\": [$files]}}"
"""


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a command line hold two of the names below."""
    monkeypatch.setattr("aireview.adapters.semgrep._BATCH", 40)


def test_more_files_than_a_command_line_holds_are_all_scanned(rules: Path, tmp_path: Path) -> None:
    body = """\
printf '{"errors": [], "results": [], "paths": {"scanned": ["'
printf '%s", "' "$@"
echo '"]}}'
"""
    folder = "/".join(["package"] * 22)
    targets = [code(f"{folder}/module{number:05}.py", "") for number in range(11_500)]
    with pytest.raises(OSError, match="too long"):
        subprocess.run(["true", *(target.path for target in targets)], check=False)
    run = Semgrep(executable=program(tmp_path, body)).start(targets, [str(rules)])()
    assert run.outcome is Outcome.PASSED, run.reason


@pytest.mark.usefixtures("small_batches")
def test_batches_make_one_run(rules: Path) -> None:
    (rules / "broken.yaml").write_text(BAD_RULE)
    names = [f"module{number}.py" for number in range(7)]
    run = scan(rules, *(code(name, "eval(x)\ndef f(:\n    y = = 3\n") for name in names))
    assert run.outcome is Outcome.ERROR
    assert run.reason.count("rule broken does not parse") == 1
    assert [match.path for match in run.matches] == names
    assert [place.path for place in run.unparsed] == names


@pytest.mark.usefixtures("small_batches")
def test_a_batch_that_fails_costs_its_own_files_only(rules: Path, tmp_path: Path) -> None:
    body = f'case "$*" in *module4*) echo oops >&2; exit 2;; esac\n{FINDS_ALL}'
    names = [f"module{number}.py" for number in range(7)]
    engine = Semgrep(executable=program(tmp_path, body))
    run = engine.start([code(name) for name in names], [str(rules)])()
    assert run.outcome is Outcome.ERROR
    assert run.reason == (
        "semgrep ended with code 2 and no result: oops;"
        " 2 of 7 files were not scanned (module4.py, module5.py)"
    )
    assert [match.path for match in run.matches] == [*names[:4], names[6]]


@pytest.mark.usefixtures("small_batches")
def test_the_deadline_is_for_all_batches(rules: Path, tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    body = f'echo >> {calls}\ncase "$*" in *module0*) ;; *) exec sleep 60;; esac\n{FINDS_ALL}'
    engine = Semgrep(executable=program(tmp_path, body), deadline_s=1)
    run = engine.start([code(f"module{number}.py") for number in range(7)], [str(rules)])()
    assert run.outcome is Outcome.ERROR
    assert run.reason.startswith("semgrep: no end after 1 s; 5 of 7 files were not scanned (")
    assert len(run.matches) == 2
    assert calls.read_text() == "\n\n"


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


def test_rules_that_are_limited_to_paths_see_the_paths_of_the_repository(rules: Path) -> None:
    rule = (
        "rules:\n- id: empty-list\n  languages: [regex]\n  severity: INFO\n  message: m\n"
        "  paths: {include: ['*openapi*.yaml']}\n  pattern-regex: 'x: \\[\\]'\n"
    )
    (rules / "empty-list.yaml").write_text(rule)
    names = [".github/openapi.yaml", "a b/openapi.yaml", ".openapi_x.yaml", "v1/openapi.yaml"]
    run = scan(rules, *(code(name, "x: []\n") for name in names))
    assert sorted(match.path for match in run.matches) == sorted(names)
    assert run.outcome is Outcome.PASSED, run.reason
