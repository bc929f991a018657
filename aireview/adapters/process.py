"""The only place that starts other programs."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import IO, NamedTuple

_PIPE = 1024 * 1024


class Completed(NamedTuple):
    """What a finished program left: its exit code (negative: killed by that signal) and output."""

    code: int
    stdout: bytes
    stderr: bytes


def run(
    argv: Sequence[str | bytes],
    *,
    cwd: str | None = None,
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    timeout: float | None = None,
) -> Completed:
    """Run a program to its end without a shell; stdin is `stdin`, never the user's.

    Raises FileNotFoundError when the program is not there and TimeoutError after `timeout` seconds
    (the program is killed with all that it started).
    """
    if timeout is not None:
        return _launch(argv, cwd, env, subprocess.PIPE).wait(timeout, stdin)
    done = subprocess.run(argv, cwd=cwd, env=env, input=stdin, capture_output=True, check=False)
    return Completed(done.returncode, done.stdout, done.stderr)


class Running:
    """A program that runs while we do something else, as the leader of a session of its own.

    It ends with us: whatever keeps us from waiting for it, it is killed with all that it started.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        import weakref  # noqa: PLC0415 - only where a program runs beside us

        self._process = process
        self._end = weakref.finalize(self, _end, process)

    def wait(self, timeout: float | None = None, stdin: bytes | None = None) -> Completed:
        """Wait for the end. Raises TimeoutError after `timeout` seconds (the program is killed)."""
        try:
            out, err = self._process.communicate(stdin, timeout)
        except subprocess.TimeoutExpired as error:
            raise TimeoutError(f"no end after {timeout} s") from error
        finally:
            self.kill()
        return Completed(self._process.returncode, out, err)

    def kill(self) -> None:
        """End the program and all that it started, if it still runs."""
        self._end()


def start(
    argv: Sequence[str | bytes], *, cwd: str | None = None, env: Mapping[str, str] | None = None
) -> Running:
    """Start a program without a shell and without stdin. Raises FileNotFoundError."""
    return _launch(argv, cwd, env, subprocess.DEVNULL)


def _launch(
    argv: Sequence[str | bytes], cwd: str | None, env: Mapping[str, str] | None, stdin: int
) -> Running:
    return Running(
        subprocess.Popen(
            argv,
            cwd=cwd,
            env=env,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    # Until it is waited for, its id is its own, also when it is gone and only its children run.
    if process.returncode is None:
        with suppress(ProcessLookupError, PermissionError):  # macOS: EPERM for one that is gone
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    # Not read to their end: a program that left the session could hold them open.
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with suppress(BrokenPipeError):
                pipe.close()


@contextmanager
def stream(
    argv: Sequence[str | bytes],
    *,
    cwd: str | None = None,
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
) -> Iterator[tuple[IO[bytes], subprocess.Popen[bytes]]]:
    """Run a program and hand over its stdout while it runs; it is killed on the way out.

    After reading to the end, `process.wait()` gives the exit code. stderr goes to the caller's.
    `stdin` is for programs that read all of it before they answer; others would block.
    """
    source = subprocess.PIPE if stdin else subprocess.DEVNULL
    with subprocess.Popen(
        argv,
        cwd=cwd,
        env=env,
        stdin=source,
        stdout=subprocess.PIPE,
        bufsize=_PIPE,
        pipesize=_PIPE,  # lets the program go on while we work on what it wrote
    ) as process:
        if process.stdout is None:
            raise AssertionError("stdout is a pipe")
        try:
            if process.stdin is not None:
                with suppress(BrokenPipeError), process.stdin as sink:
                    sink.write(stdin)
            yield process.stdout, process
        finally:
            if process.poll() is None:
                process.kill()


class Dialogue:
    """A program that answers questions on its stdout one by one; its stderr is thrown away.

    Write little at a time: a question that does not fit into the pipe while the program waits for
    us to read its answer would stop both for ever.
    """

    def __init__(self, process: subprocess.Popen[bytes], ask: IO[bytes], answer: IO[bytes]) -> None:
        self._process = process
        self._ask = ask
        self.answer = answer

    def ask(self, question: bytes) -> None:
        """Send a question. A program that is gone shows as the end of `answer`, not here."""
        try:
            self._ask.write(question)
            self._ask.flush()
        except BrokenPipeError:
            return

    def end(self) -> None:
        """End the program if it still runs, and collect it."""
        self._process.kill()
        with suppress(BrokenPipeError):
            self._ask.close()
        self.answer.close()
        self._process.wait()


def dialogue(
    argv: Sequence[str | bytes], *, cwd: str | None = None, env: Mapping[str, str] | None = None
) -> Dialogue:
    """Start a program to talk to, without a shell. Raises FileNotFoundError."""
    process = subprocess.Popen(
        argv,
        cwd=cwd,
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    if process.stdin is None or process.stdout is None:
        raise AssertionError("stdin and stdout are pipes")
    return Dialogue(process, process.stdin, process.stdout)
