"""Ends that are nobody's bug: full disks, closed streams, signals, readers that leave."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.gone import is_gone
from support.repo import Repo

from aireview.cli.endings import ended, show
from aireview.errors import IncompleteError

OPEN = 'import jwt\n\n\ndef user(t):\n    return jwt.decode(t, KEY, options={"verify_signature": False})\n'
HIDDEN = "x = 1  # \u202e\n"
AIREVIEW = f'"{sys.executable}" -m aireview'
BUFFERED = {"PYTHONUNBUFFERED": ""}
full_disk = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="this system has no /dev/full"
)


@pytest.fixture
def flawed(repo: Repo) -> Repo:
    """Return a repository with a staged finding that needs no engine."""
    repo.write("a.py", HIDDEN)
    repo.git("add", "-A")
    return repo


def shell(repo: Repo, line: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=repo.path,
        env={**os.environ, **env},
        capture_output=True,
        check=False,
    )


COMMANDS = ("check --no-semgrep", "hook commit --no-semgrep")


@full_disk
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", COMMANDS)
def test_a_report_that_the_disk_has_no_room_for(flawed: Repo, words: str, unbuffered: str) -> None:
    done = shell(flawed, f"{AIREVIEW} {words} > /dev/full", PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 3
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("aireview: ")
    assert line.endswith(": No space left on device")


@full_disk
def test_no_room_for_the_complaint_either(flawed: Repo) -> None:
    assert (
        shell(flawed, f"{AIREVIEW} check --no-semgrep > /dev/full 2>&1", **BUFFERED).returncode == 3
    )


@pytest.mark.parametrize("words", COMMANDS)
def test_a_closed_stdout_is_a_report_that_could_not_be_written(flawed: Repo, words: str) -> None:
    done = shell(flawed, f"{AIREVIEW} {words} >&-")
    assert done.returncode == 3
    assert done.stderr == b"aireview: the report could not be written: stdout is closed\n"


def test_a_closed_stdout_is_fine_where_nothing_is_to_be_told(repo: Repo) -> None:
    repo.write("a.py", "x = 1\n")
    repo.git("add", "-A")
    done = shell(repo, f"{AIREVIEW} check --no-semgrep >&-")
    assert (done.returncode, done.stderr) == (0, b"")


def test_closed_streams_change_no_exit_code(flawed: Repo) -> None:
    assert shell(flawed, f"{AIREVIEW} check --no-semgrep 2>&- >out").returncode == 1
    assert shell(flawed, f"{AIREVIEW} check --checks nonsense >&- 2>&-").returncode == 2
    assert shell(flawed, f"{AIREVIEW} check --no-semgrep >&- 2>&-").returncode == 3
    assert shell(flawed, f"{AIREVIEW} check --no-semgrep --output out >&-").returncode == 1


@pytest.mark.parametrize("words", COMMANDS)
def test_a_reader_that_left_is_no_finding(flawed: Repo, words: str) -> None:
    gone = f"import os; r, w = os.pipe(); os.close(r); os.dup2(w, 1); os.execvp('sh', ['sh', '-c', '''{AIREVIEW} {words}'''])"
    done = subprocess.run(
        [sys.executable, "-c", gone],
        cwd=flawed.path,
        env={**os.environ, **BUFFERED},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (3, b"")


def test_a_bug_is_reported_with_closed_streams_too(repo: Repo) -> None:
    script = (
        "import aireview.cli.main as m\n"
        "def broken(argv): raise RuntimeError('boom')\n"
        "m.run = broken\n"
        "from aireview.__main__ import main\nmain()\n"
    )
    (repo.path / "bug.py").write_text(script)
    for streams in (">&-", "2>&-", ">&- 2>&-", ">/dev/null 2>/dev/full"):
        assert shell(repo, f'"{sys.executable}" bug.py {streams}', **BUFFERED).returncode == 3


def refuse(error: OSError) -> int:
    raise error


def test_what_the_system_refuses_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    error = PermissionError(13, "Permission denied", "odd\nna\udce9me")
    assert ended(lambda: refuse(error)) == 3
    assert capsys.readouterr().err == "aireview: odd\\nna\\xe9me: Permission denied\n"
    assert ended(lambda: refuse(OSError(5, "Input/output error"))) == 3
    assert capsys.readouterr().err == "aireview: input or output failed: Input/output error\n"


def test_no_stdout_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    show("")
    with pytest.raises(IncompleteError, match="stdout is closed"):
        show("a report")


@pytest.mark.parametrize(("signal", "code"), [("TERM", 143), ("HUP", 129), ("INT", 130)])
def test_a_signal_during_a_scan_leaves_nothing_behind(
    repo: Repo, tmp_path: Path, signal: str, code: int
) -> None:
    """The engine is a wrapper that never ends; the signal comes once it runs."""
    repo.write("a.py", OPEN)
    repo.git("add", "-A")
    programs, room = tmp_path / "programs", tmp_path / "room"
    told, pid = tmp_path / "told", tmp_path / "pid"
    programs.mkdir()
    room.mkdir()
    engine = programs / "semgrep"
    engine.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {told}\nwait\n")
    engine.chmod(0o755)
    os.mkfifo(told)
    script = (
        "import os, pathlib, signal, sys\n"
        "from aireview.adapters import process\n"
        "start = process.start\n"
        "def then_signal(*words, **more):\n"
        "    running = start(*words, **more)\n"
        f"    pathlib.Path({str(pid)!r}).write_text(pathlib.Path({str(told)!r}).read_text())\n"
        f"    os.kill(os.getpid(), signal.SIG{signal})\n"
        "    return running\n"
        "process.start = then_signal\n"
        f"sys.executable = {str(programs / 'python')!r}\n"
        "sys.argv = ['aireview', 'check']\n"
        "from aireview.__main__ import main\nmain()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=repo.path,
        env={**os.environ, "TMPDIR": str(room)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert b"Traceback" not in done.stderr
    assert list(room.iterdir()) == []
    assert is_gone(int(pid.read_text()))


def test_a_scan_without_room_is_incomplete(repo: Repo, tmp_path: Path) -> None:
    repo.write("a.py", OPEN + "# filler\n" * 30_000)
    repo.git("add", "-A")
    (tmp_path / "room").mkdir()
    done = shell(repo, f"ulimit -f 100; {AIREVIEW} check", TMPDIR=str(tmp_path / "room"))
    assert done.returncode == 3, done.stderr
    assert b"the scan could not be started: File too large" in done.stdout
    assert list((tmp_path / "room").iterdir()) == []
