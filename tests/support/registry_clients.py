"""Clients of registries for tests: a clock that the test turns, bounds of a fraction of a second."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from aireview.adapters.registries.cache import Cache
from aireview.adapters.registries.client import Client
from aireview.adapters.registries.http import Clock, Limits
from aireview.model.packages import Depth, Ecosystem, Question, Standing
from support.registry import FakeRegistry

NOON = 1_790_000_000.0


class Time:
    """A time of day that only the test moves; sleeping moves the forward clock and waits for nothing."""

    def __init__(self, now: float = NOON) -> None:
        self.at = now
        self.slept: list[float] = []

    def clock(self) -> Clock:
        return Clock(lambda: self.at, self._forward, self.slept.append)

    def _forward(self) -> float:
        return time.monotonic() + sum(self.slept)


LIMITS = Limits(request_s=0.4, body=1_000_000)


@contextmanager
def client(
    fake: FakeRegistry,
    *,
    turned: Time | None = None,
    cache: Cache | None = None,
    budget_s: float = 10.0,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Iterator[Client]:
    """Yield a client of a fake registry, and close its connections."""
    made = Client(
        fake.bases, clock=(turned or Time()).clock(), budget_s=budget_s, cache=cache, limits=limits
    )
    try:
        yield made
    finally:
        made.close()


def exists(ecosystem: Ecosystem, name: str) -> Question:
    """Return the question whether a name is there."""
    return Question(ecosystem=ecosystem, name=name)


def details(
    ecosystem: Ecosystem, name: str, *, known: bool = False, versions: bool = False
) -> Question:
    """Return the question for the standing of a name."""
    return Question(
        ecosystem=ecosystem, name=name, depth=Depth.DETAILS, known=known, versions=versions
    )


def one(fake: FakeRegistry, question: Question, limits: Limits = LIMITS) -> Standing:
    """Return the answer to one question by a client of its own."""
    with client(fake, limits=limits) as asking:
        return asking.ask([question])[question]
