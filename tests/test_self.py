"""The project passes its own check, under the policy it states."""

from __future__ import annotations

from pathlib import Path

import pytest

from aireview.cli.main import run

_ROOT = Path(__file__).parents[1]


def test_the_project_passes_its_own_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(_ROOT)
    assert run(["check", "--all"]) == 0, capsys.readouterr().out
