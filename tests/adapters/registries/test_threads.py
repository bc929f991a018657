"""Tasks on threads: all results, none that comes too late, and nothing that holds up the end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from support.registry import FakeRegistry

from aireview.adapters.registries.threads import run_all

PROGRAM = """
import sys, time
from aireview.adapters.registries.client import Client
from aireview.adapters.registries.http import Clock, Limits
from aireview.model.packages import Ecosystem, Question
clock = Clock(time.time, time.monotonic, time.sleep)
client = Client({Ecosystem.PYPI: sys.argv[1]}, clock=clock, budget_s=60, limits=Limits(request_s=60))
client.ask([Question(ecosystem=Ecosystem.PYPI, name=f"real{n}-xtr") for n in range(20)])
"""


def _never() -> None:
    raise AssertionError


def test_results_come_in_order() -> None:
    tasks = [partial(int, str(number)) for number in range(100)]
    assert run_all(tasks, workers=8, seconds=10, abort=_never) == list(range(100))
    assert run_all([], workers=8, seconds=10, abort=_never) == []


def test_what_is_late_is_left_behind() -> None:
    aborted = threading.Event()
    tasks = [lambda: 1, lambda: aborted.wait(10) and 2, lambda: 3]
    assert run_all(tasks, workers=2, seconds=0.2, abort=aborted.set) == [1, None, 3]
    assert aborted.is_set()


def test_without_time_nothing_is_begun() -> None:
    assert run_all([_never, _never], workers=2, seconds=0, abort=_never) == [None, None]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ZeroDivisionError])
def test_an_exception_reaches_the_caller(error: type[BaseException]) -> None:
    aborted = threading.Event()

    def fail() -> bool:
        raise error

    with pytest.raises(error):
        run_all([fail, lambda: aborted.wait(10)], workers=2, seconds=10, abort=aborted.set)
    assert aborted.is_set()


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_an_interrupt_ends_the_program_at_once(fake: FakeRegistry, tmp_path: Path) -> None:
    fake.fault("drip-headers")
    argv = [sys.executable, "-c", PROGRAM, fake.bases[next(iter(fake.bases))]]
    with subprocess.Popen(argv, stderr=subprocess.PIPE, cwd=tmp_path, env=os.environ) as program:
        while not fake.requests and program.poll() is None:
            pass
        program.send_signal(signal.SIGINT)
        _, errors = program.communicate(timeout=10)
    assert program.returncode in (-signal.SIGINT, 130, 1)
    assert b"KeyboardInterrupt" in errors
    assert len(fake.requests) <= 8
