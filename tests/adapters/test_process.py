from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.gone import is_gone

from aireview.adapters import process

# Starts a child that holds the pipes, tells its id, and does not end.
NESTED = "sleep 60 & echo $! > {pid}; wait"
# Ends at once; the child goes on and holds the pipes.
LEFT = "sleep 60 & echo $! > {pid}"


@pytest.mark.parametrize("script", [NESTED, LEFT])
def test_a_program_is_stopped_with_what_it_started(tmp_path: Path, script: str) -> None:
    pid = tmp_path / "pid"
    running = process.start(["sh", "-c", script.format(pid=pid)])
    began = time.monotonic()
    with pytest.raises(TimeoutError, match=r"no end after 0\.3 s"):
        running.wait(0.3)
    assert time.monotonic() - began < 60
    assert is_gone(int(pid.read_text()))


@pytest.mark.parametrize("script", [NESTED, LEFT])
def test_a_run_with_a_time_limit_leaves_nothing_running(tmp_path: Path, script: str) -> None:
    pid = tmp_path / "pid"
    with pytest.raises(TimeoutError):
        process.run(["sh", "-c", script.format(pid=pid)], timeout=0.3)
    assert is_gone(int(pid.read_text()))


def test_an_interruption_stops_the_program(tmp_path: Path) -> None:
    """Ctrl-C goes to us alone, because the program has a session of its own."""
    pid, go = tmp_path / "pid", tmp_path / "go"
    os.mkfifo(go)
    child = f"sleep 60 & echo $! > {pid}; read word < {go}; kill -INT $0; wait"
    script = (
        "import os\n"
        "from aireview.adapters import process\n"
        f"running = process.start(['sh', '-c', {child!r}, str(os.getpid())])\n"
        "try:\n"
        f"    with open({str(go)!r}, 'w') as file: file.write('now\\n')\n"
        "    running.wait(300)\n"
        "except KeyboardInterrupt: print('interrupted')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout == b"interrupted\n", done.stderr
    assert is_gone(int(pid.read_text()))


def test_a_program_that_ends_hands_over_code_and_output() -> None:
    words = ["sh", "-c", "cat; echo out; echo err >&2; exit 4"]
    assert process.start(words).wait() == (4, b"out\n", b"err\n")
    assert process.run(words, stdin=b"in ") == (4, b"in out\n", b"err\n")
    assert process.run(words, stdin=b"in ", timeout=60) == (4, b"in out\n", b"err\n")


def test_stopping_twice_and_after_the_end_is_harmless() -> None:
    running = process.start(["true"])
    running.wait()
    running.kill()
    running.kill()
