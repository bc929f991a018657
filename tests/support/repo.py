"""A real git repository in a temporary folder, for tests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

IDENTITY = {
    "GIT_AUTHOR_NAME": "Ada Tester",
    "GIT_AUTHOR_EMAIL": "ada@example.com",
    "GIT_AUTHOR_DATE": "2026-03-01T12:00:00+00:00",
    "GIT_COMMITTER_NAME": "Ada Tester",
    "GIT_COMMITTER_EMAIL": "ada@example.com",
    "GIT_COMMITTER_DATE": "2026-03-01T12:00:00+00:00",
}


class Repo:
    """A git repository whose commands run with a pinned identity and no user configuration."""

    def __init__(self, path: Path, *, init: bool = True) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)
        if init:
            self.git("init", "-q", "-b", "main")

    def run(
        self,
        *argv: str | bytes,
        env: dict[str, str] | None = None,
        stdin: bytes | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a program in the work tree; never raises for its exit code."""
        return subprocess.run(
            argv,
            cwd=self.path,
            env={**os.environ, **IDENTITY, **(env or {})},
            input=stdin if stdin is not None else b"",
            capture_output=True,
            check=False,
        )

    def git(
        self, *args: str | bytes, env: dict[str, str] | None = None, stdin: bytes | None = None
    ) -> str:
        """Run git and return its stdout, stripped; fails the test when git does."""
        done = self.run("git", *args, env=env, stdin=stdin)
        assert done.returncode == 0, (args, done.stdout, done.stderr)
        return os.fsdecode(done.stdout).strip()

    def write(self, path: str | bytes, content: str | bytes) -> Path:
        """Write a file below the work tree, with its folders; returns its path."""
        target = self.path / os.fsdecode(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
        return target

    def commit(self, message: str = "change", **identity: str) -> str:
        """Commit everything in the work tree and return the commit id.

        Keywords are environment variables in lower case, such as `git_author_name="x"`.
        """
        self.git("add", "-A")
        return self.commit_staged(message, **identity)

    def commit_staged(self, message: str = "change", **identity: str) -> str:
        """Commit the index as it is, without hooks, and return the commit id."""
        env = {key.upper(): value for key, value in identity.items()}
        self.git(
            "commit", "-q", "--no-verify", "--allow-empty", "--cleanup=verbatim", "-F", "-",
            env=env, stdin=message.encode(),
        )  # fmt: skip
        return self.git("rev-parse", "HEAD")
