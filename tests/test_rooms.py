"""The import contracts hold, and would notice a violation."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [program, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(_ROOT / "aireview", tmp_path / "aireview")
    shutil.copy(_ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold_in_a_copy(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("model/change.py", "import subprocess"),
        ("checks/seam.py", "import aireview.reports.text"),
        ("policy/values.py", "import aireview.checks.seam"),
        ("pipeline/check.py", "import aireview.adapters.process"),
        ("reports/text.py", "import pathlib"),
    ],
)
def test_a_planted_violation_is_noticed(copy: Path, file: str, line: str) -> None:
    path = copy / "aireview" / file
    path.write_text(path.read_text() + f"\n{line}\n")
    done = lint(copy)
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout
