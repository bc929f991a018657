"""A repository whose plain git hooks are ours."""

from __future__ import annotations

import json
import sys
from typing import cast

from support.detached import DetachedRepo

AGENT = {"CODEX_THREAD_ID": "0f0f0f0f-0000-4000-8000-000000000000"}
MAYBE_AGENT = {"CLAUDECODE": "1"}  # alone it leaks into terminals of people

# What docs/hooks.md tells people to write into plain hooks.
LINES = {
    "pre-commit": "hook commit --no-semgrep",
    "prepare-commit-msg": 'hook message "$@"',
    "commit-msg": 'hook message --stage commit-msg "$@"',
    "post-commit": "hook record",
    "post-rewrite": 'hook record --rewritten "$@"',
    "pre-push": 'hook push --no-semgrep "$@"',
}


class HookedRepo(DetachedRepo):
    """A repository with plain hooks."""

    def install(self, *names: str, folder: str = ".git/hooks") -> None:
        """Write the hooks with these names."""
        for name in names:
            line = f'exec "{sys.executable}" -I -m aireview {LINES[name]}'
            hook = self.write(f"{folder}/{name}", f"#!/bin/sh\n{line}\n")
            hook.chmod(0o755)

    def note(self, revision: str = "HEAD") -> dict[str, object]:
        """Return the record of a commit, empty when there is none."""
        done = self.run("git", "notes", "--ref=aireview", "show", revision)
        if done.returncode != 0:
            return {}
        return cast("dict[str, object]", json.loads(done.stdout))

    def message(self, revision: str = "HEAD") -> str:
        """Return the message of a commit as it is stored."""
        return self.git("log", "-1", "--format=%B", revision)

    def change(self, name: str = "code.py", text: str = "") -> None:
        """Change a file and stage it."""
        path = self.path / name
        old = path.read_text() if path.exists() else ""
        self.write(name, text or f"{old}value_{len(old)} = 1\n")
        self.git("add", "-A")

    def make(self, message: str = "change", env: dict[str, str] | None = None) -> str:
        """Change something, commit it with `-m`, and return the commit id."""
        self.change()
        self.git("commit", "-q", "-m", message, env=env)
        return self.git("rev-parse", "HEAD")
