"""Tasks on a few threads that nobody has to wait for.

A pool of `concurrent.futures` is joined when the interpreter ends, so a look-up of a host name that
hangs, which nothing can interrupt, would hold up a hook far beyond its budget.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TypeVar

T = TypeVar("T")
_Todo = SimpleQueue[tuple[int, Callable[[], T]]]
_Done = SimpleQueue[tuple[int, T | None, BaseException | None]]


def run_all(
    tasks: Sequence[Callable[[], T]], *, workers: int, seconds: float, abort: Callable[[], None]
) -> list[T | None]:
    """Run tasks, and return their results in order, None for those that were not done in time.

    `abort` is called when tasks are left behind, by the end of the time or by an exception here.
    What a task raises is raised here.
    """
    todo: _Todo[T] = SimpleQueue()
    done: _Done[T] = SimpleQueue()
    stopped = threading.Event()
    for numbered in enumerate(tasks):
        todo.put(numbered)
    results: list[T | None] = [None] * len(tasks)
    end = monotonic() + seconds
    left = len(tasks) if seconds > 0 else 0
    try:
        for _ in range(min(workers, left)):
            threading.Thread(target=_work, args=(todo, done, stopped), daemon=True).start()
        while left:
            try:
                at, result, error = done.get(timeout=max(0.0, end - monotonic()))
            except Empty:
                break
            if error is not None:
                raise error
            results[at] = result
            left -= 1
    finally:
        stopped.set()
        if left:
            abort()
    return results


def _work(todo: _Todo[T], done: _Done[T], stopped: threading.Event) -> None:
    while not stopped.is_set():
        try:
            at, task = todo.get_nowait()
        except Empty:
            return
        try:
            done.put((at, task(), None))
        except BaseException as error:  # noqa: BLE001 - raised again where the results are taken
            done.put((at, None, error))
