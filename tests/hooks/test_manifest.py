"""`.pre-commit-hooks.yaml`: accepted by both runners, and every entry starts."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

MANIFEST = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text())}


def tool(name: str) -> str:
    """Return the path of a program installed beside Python, or skip the test."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def test_the_ids_and_when_they_run() -> None:
    assert {name: tuple(hook["stages"]) for name, hook in HOOKS.items()} == {
        "aireview": ("pre-commit", "pre-merge-commit", "manual"),
        "aireview-light": ("pre-commit", "pre-merge-commit", "manual"),
        "aireview-push": ("pre-push",),
        "aireview-message": ("prepare-commit-msg", "commit-msg"),
        "aireview-record": ("post-commit", "post-rewrite"),
    }


@pytest.mark.parametrize("name", HOOKS)
def test_an_entry_is_a_command_of_ours(name: str) -> None:
    program, *words = HOOKS[name]["entry"].removesuffix(" --").split()
    assert program == "aireview"
    done = subprocess.run(
        [sys.executable, "-I", "-m", "aireview", *words, "--help"], capture_output=True, check=True
    )
    assert done.stdout.startswith(b"Usage: aireview hook")


OWN = yaml.safe_load((MANIFEST.parent / ".pre-commit-config.yaml").read_text())
ENTRIES = [hook for repo in OWN["repos"] for hook in repo["hooks"]] + list(HOOKS.values())


@pytest.mark.parametrize("hook", ENTRIES, ids=lambda hook: hook["entry"])
def test_names_are_never_taken_for_options(hook: dict[str, object]) -> None:
    """Runners append names to an entry, unless told otherwise."""
    entry = str(hook["entry"])
    if "hook commit" in entry:
        assert entry.endswith(" --")
        assert hook.get("pass_filenames", True)  # who calls it by hand may name files


@pytest.mark.parametrize("name", HOOKS)
def test_what_every_hook_needs(name: str) -> None:
    hook = HOOKS[name]
    assert hook["language"] == "python"
    assert hook["always_run"]  # a commit that only deletes has no file names
    assert hook["require_serial"]
    assert hook["minimum_pre_commit_version"] == "3.2.0"
    assert "types" not in hook
    assert "files" not in hook


def test_hooks_that_need_semgrep_install_it_into_one_environment() -> None:
    heavy = {
        name: hook["additional_dependencies"]
        for name, hook in HOOKS.items()
        if "additional_dependencies" in hook
    }
    assert heavy == {
        "aireview": ["semgrep==1.182.0"],
        "aireview-push": ["semgrep==1.182.0"],
    }


@pytest.mark.parametrize("runner", ["pre-commit", "prek"])
def test_runners_accept_it(runner: str, tmp_path: Path) -> None:
    command = [tool(runner), "validate-manifest"]
    subprocess.run([*command, MANIFEST], check=True, capture_output=True)
    broken = tmp_path / ".pre-commit-hooks.yaml"
    broken.write_text(MANIFEST.read_text().replace("entry:", "entries:"))
    assert subprocess.run([*command, broken], check=False, capture_output=True).returncode != 0


def test_the_documentation_names_every_hook() -> None:
    text = (MANIFEST.parent / "docs/hooks.md").read_text()
    for name, hook in HOOKS.items():
        assert f"`{name}` | `{hook['entry']}`" in text
