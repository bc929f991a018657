"""Timing of whole processes in turn, so that a machine that changes speed changes both."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Sample(NamedTuple):
    """One run: wall seconds, and the largest resident set of the process in MB."""

    wall_s: float
    peak_mb: float


class Ratio(NamedTuple):
    """Median of the pairwise ratios of two commands, with their medians."""

    ratio: float
    ours_s: float
    theirs_s: float


def run(argv: Sequence[str], cwd: Path, env: Mapping[str, str] | None = None) -> Sample:
    """Run a command once, output thrown away. Raises RuntimeError when it cannot be started."""
    began = time.perf_counter()
    with subprocess.Popen(
        argv,
        cwd=cwd,
        env=os.environ | dict(env or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{argv[0]} ended with {process.returncode}")
    return Sample(time.perf_counter() - began, usage.ru_maxrss / 1024)


def compare(
    ours: Sequence[str],
    theirs: Sequence[str],
    cwd: Path,
    *,
    times: int = 9,
    env: Mapping[str, str] | None = None,
    before: Callable[[], None] = lambda: None,
) -> Ratio:
    """Run two commands in turn, after one warm-up of each, and compare them pair by pair.

    `before` runs before each run of ours and is not counted.
    """

    def pair() -> tuple[float, float]:
        before()
        return run(ours, cwd, env).wall_s, run(theirs, cwd, env).wall_s

    pair()
    pairs = [pair() for _ in range(times)]
    return Ratio(
        statistics.median(a / b for a, b in pairs),
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
    )


def children_peak_mb() -> float:
    """Return the largest resident set of any child so far, in MB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
