from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aireview.adapters.processes import ancestry, names_of, started_at

SHOW = "from aireview.adapters.processes import ancestry; print(ancestry())"


def test_our_parents_are_found_nearest_first() -> None:
    parents = ancestry()
    assert parents[0].pid == os.getppid()
    assert len(parents) <= 15
    assert all(parent.names for parent in parents)


def test_a_program_is_known_by_its_base_name(tmp_path: Path) -> None:
    agent = tmp_path / "made-up-agent"
    agent.write_text(f'#!/bin/sh\n"{sys.executable}" -c "{SHOW}"\ntrue\n')
    agent.chmod(0o755)
    done = subprocess.run([agent], capture_output=True, text=True, check=True)
    assert "made-up-agent" in done.stdout
    assert str(tmp_path) not in done.stdout


def test_the_walk_is_bounded() -> None:
    assert len(ancestry(depth=1)) == 1


def test_a_process_that_is_gone_has_no_parents() -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    assert ancestry(gone.pid) == ()
    assert started_at(gone.pid) == ""


def test_a_process_is_told_from_a_later_one_with_its_id() -> None:
    assert started_at(os.getpid())
    assert started_at(os.getpid()) == started_at(os.getpid())


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("git", ("git", "commit"), ("git",)),
        ("/usr/bin/made", (), ("made",)),
        ("MainThread", ("node", "/opt/tool/bin/agent.js"), ("MainThread", "node", "agent")),
        ("python3.12", ("/usr/bin/python3.12", "/x/agent"), ("python3.12", "agent")),
        ("bash", ("-bash",), ("bash",)),
        ("bash", ("bash", "/x/agent"), ("bash",)),
        ("node", ("node", "--inspect"), ("node",)),
        ("odd name", ("",), ("odd name",)),
    ],
)  # fmt: skip
def test_the_names_of_a_process(
    name: str, arguments: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert names_of(name, arguments) == expected
