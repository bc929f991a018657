"""Repositories whose git hooks are ours."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.hooked import HookedRepo


@pytest.fixture
def hooked(tmp_path: Path) -> HookedRepo:
    """Return a repository with one commit, without hooks, that wants trailers."""
    repo = HookedRepo(tmp_path / "repo")
    repo.git("config", "gc.auto", "0")
    repo.write(".aireview.yml", "provenance:\n  trailer: assisted-by\n")
    repo.commit("first")
    return repo


@pytest.fixture
def git_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Return a function that gives the git commands started since it was called last."""
    log = tmp_path / "git-calls"
    folder = tmp_path / "counting"
    folder.mkdir()
    real = shutil.which("git")
    wrapper = folder / "git"
    wrapper.write_text(f'#!/bin/sh\necho "$*" >> "{log}"\nexec "{real}" "$@"\n')
    wrapper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    def calls() -> list[str]:
        lines = log.read_text().split("\n")[:-1] if log.exists() else []
        log.write_text("")
        return lines

    return calls
