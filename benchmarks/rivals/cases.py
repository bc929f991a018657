"""One input of the comparison: its files, and which of its names are invented."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.packages.running import Room


class Case(NamedTuple):
    """An input. Lists of names are separated by spaces; what is in none of them is real or local.

    `before`: the files of the commit before, for a change. `undeclared`: modules of real packages
    that no manifest names. `private`: names that belong to a private index. `besides`: names of
    which a finding is neither right nor wrong. `installed`: distributions of the environment.
    """

    name: str
    files: Mapping[str, str]
    invented: str = ""
    undeclared: str = ""
    private: str = ""
    besides: str = ""
    installed: str = ""
    before: Mapping[str, str] | None = None


def flat(name: str) -> str:
    """Return a name as all tools spell it."""
    return re.sub(r"[-_.]+", "-", name.lower())


def write(case: Case, room: Room) -> Path:
    """Write the files of a case to a folder of its name, a change as two commits."""
    tree = room.fresh() / case.name
    tree.mkdir()
    if case.before is not None:
        room.git(tree, "init", "-q", "-b", "main")
        _put(tree, case.before)
        room.commit(tree)
        for path in case.before.keys() - case.files.keys():
            (tree / path).unlink()
    _put(tree, case.files)
    if case.before is not None:
        room.commit(tree)
    return tree


def _put(tree: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        target = tree / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
