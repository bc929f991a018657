"""The package as it is shipped: what it weighs at start, and what a wheel holds."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]


def loaded(statement: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after a statement."""
    script = f"import sys\n{statement}\nimport json\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=_ROOT
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_command_line_loads_nothing_heavy() -> None:
    heavy = {"yaml", "unidiff", "rich", "git", "anthropic", "semgrep", "tempfile", "requests"}
    assert not heavy & loaded("import aireview.cli.main, aireview.wiring, aireview.pipeline.check")


def test_every_command_of_the_help_can_be_loaded() -> None:
    from aireview.cli.main import COMMANDS, run  # noqa: PLC0415 - as a user would

    for name in COMMANDS:
        assert run([name, "--help"]) == 0


@pytest.mark.slow
def test_the_wheel_brings_its_rules_and_works_alone(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", tmp_path, _ROOT],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.startswith("aireview/_rules/python/") for name in names)
    assert any(name.startswith("aireview/_rules/builtin/") for name in names)
    assert not any(name.startswith(("tests/", "docs/")) for name in names)
    target = tmp_path / "site"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", target, wheel],
        check=True,
        capture_output=True,
    )
    script = f"import sys; sys.path.insert(0, {str(target)!r}); import aireview.__main__ as m; sys.argv = ['aireview', 'explain', 'pyjwt-verification-off']; m.main()"
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "pyjwt-verification-off" in done.stdout
