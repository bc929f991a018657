from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

READ = "from aireview.adapters.terminal import read_stdin; print(read_stdin(patience_s=0.2))"
ATTENDED = (
    "from aireview.adapters.terminal import attended\n"
    "from aireview.adapters.processes import ancestry\n"
    "open({out!r}, 'w').write(str(attended(ancestry())))\n"
)


def python(code: str, *, stdin: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code], stdin=stdin, stdout=subprocess.PIPE, text=True
    )


def test_a_pipe_is_read_to_its_end() -> None:
    process = python(READ, stdin=subprocess.PIPE)
    assert process.communicate("a b\nc d\n")[0].strip() == "b'a b\\nc d\\n'"


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"lines")
    with (tmp_path / "x").open() as file:
        assert python(READ, stdin=file.fileno()).communicate()[0].strip() == "b'lines'"


def test_a_pipe_that_nobody_writes_to_is_given_up() -> None:
    ours, theirs = os.pipe()
    try:
        began = time.monotonic()
        assert python(READ, stdin=ours).communicate(timeout=20)[0].strip() == "b''"
        assert time.monotonic() - began < 15
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_terminal_is_never_read() -> None:
    main, other = pty.openpty()
    try:
        assert python(READ, stdin=other).communicate(timeout=20)[0].strip() == "None"
    finally:
        os.close(main)
        os.close(other)


def test_no_stdin_is_an_empty_one() -> None:
    assert python(READ, stdin=subprocess.DEVNULL).communicate()[0].strip() == "b''"


def attended(tmp_path: Path, *, terminal: bool, inner: bool) -> str:
    """Run the question below a program called git; `inner`: the streams in between differ."""
    out = tmp_path / "answer"
    (tmp_path / "ask.py").write_text(ATTENDED.format(out=str(out)))
    git = tmp_path / "git"
    pipes = "</dev/null 2>&1 | cat" if inner else ""
    git.write_text(f'#!/bin/sh\n"{sys.executable}" "{tmp_path}/ask.py" {pipes}\n')
    git.chmod(0o755)
    main, other = pty.openpty()
    try:
        stream = other if terminal else subprocess.DEVNULL
        subprocess.run([git], stdin=stream, stdout=stream, stderr=stream, check=True)
    finally:
        os.close(main)
        os.close(other)
    return out.read_text()


def test_a_person_at_a_terminal_is_seen_behind_the_pipes_of_a_runner(tmp_path: Path) -> None:
    assert attended(tmp_path, terminal=True, inner=False) == "True"
    assert attended(tmp_path, terminal=True, inner=True) == "True"


def test_nobody_at_a_terminal(tmp_path: Path) -> None:
    assert attended(tmp_path, terminal=False, inner=False) == "False"
