"""A clean environment for every test: no user configuration, no agent, no CI."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from support.repo import Repo

# A job in the background starts with interrupts ignored, and so would the programs of the tests.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# An agent or a CI that runs the tests must not leak into what they see.
_SCRUBBED = (
    "GIT_", "GITHUB_", "GH_", "GITLAB_", "CI", "AIREVIEW_", "SEMGREP_", "PRE_COMMIT", "PREK_",
    "ANTHROPIC_", "AI_", "AGENT", "CLAUDE", "CODEX", "CURSOR", "GEMINI", "COPILOT", "OPENCODE",
    "NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "PIP_", "UV_", "NPM_CONFIG_", "npm_config_",
    "GOPROXY", "GOPRIVATE", "XDG_",
)  # fmt: skip


@pytest.fixture(autouse=True)
def clean_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for name in list(os.environ):
        if name.startswith(_SCRUBBED):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    # No test asks a registry of the world; those about registries say so and run their own.
    monkeypatch.setenv("AIREVIEW_OFFLINE", "1")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Return an empty git repository on branch `main`."""
    return Repo(tmp_path / "repo")
