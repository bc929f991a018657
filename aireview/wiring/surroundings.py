"""What the process can see of who runs it: environment, parent processes, terminal, machine."""
# ruff: noqa: PLC0415

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

from aireview.model.provenance import Signal


class Surroundings(NamedTuple):
    """Evidence of an agent around the process, and whether a person's terminal is attached."""

    signals: tuple[Signal, ...]
    terminal: bool


def surroundings(environ: Mapping[str, str]) -> Surroundings:
    """Look around: listed variables only, parent processes by name, streams of the git command."""
    from aireview.adapters.processes import ancestry
    from aireview.adapters.terminal import attended
    from aireview.attribution import environment

    parents = ancestry()
    terminal = attended(parents)
    names = tuple(dict.fromkeys(name for parent in parents for name in parent.names))
    there = [path for path in environment.machine_paths() if os.path.exists(path)]  # noqa: PTH110
    told = environment.environment_signals(environ, names, terminal=terminal)
    return Surroundings((*told, *environment.machine_signals(there)), terminal)
