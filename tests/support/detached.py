"""Programs started with no parents but init, so that whoever runs the tests is not evidence."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from support.repo import IDENTITY, Repo

# The inner shell is orphaned when the outer one ends; the pipe on descriptor $1 closes with it.
_SCRIPT = """
d=$1; tty=$2; shift 2
if [ -n "$tty" ]; then
  { "$@" <"$tty" >"$tty" 2>&1; echo $? >"$d/code"; } &
else
  { "$@" <"$d/in" >"$d/out" 2>"$d/err"; echo $? >"$d/code"; } &
fi
"""


def run_detached(
    argv: Sequence[str | bytes],
    *,
    cwd: Path,
    env: dict[str, str],
    stdin: bytes = b"",
    terminal: str = "",
) -> subprocess.CompletedProcess[bytes]:
    """Run a program to its end as an orphan; `terminal` is a path of its standard streams."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("in", "out", "err"):
            (folder / file).write_bytes(stdin if file == "in" else b"")
        ours, theirs = os.pipe()
        with os.fdopen(ours, "rb") as ended:
            subprocess.run(
                ["sh", "-c", _SCRIPT, "sh", folder, terminal, *argv],
                cwd=cwd, env=env, pass_fds=[theirs], check=True,
            )  # fmt: skip
            os.close(theirs)
            ended.read()
        code = int((folder / "code").read_text())
        return subprocess.CompletedProcess(
            list(argv), code, (folder / "out").read_bytes(), (folder / "err").read_bytes()
        )


class DetachedRepo(Repo):
    """A repository whose commands run as orphans, without a terminal unless one is set."""

    terminal = ""

    def run(
        self,
        *argv: str | bytes,
        env: dict[str, str] | None = None,
        stdin: bytes | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a program in the work tree; never raises for its exit code."""
        return run_detached(
            argv,
            cwd=self.path,
            env={**os.environ, **IDENTITY, **(env or {})},
            stdin=stdin or b"",
            terminal=self.terminal,
        )
