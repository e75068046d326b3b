"""Where the papers are extracted: in this process, in worker processes of this machine, or on a cluster.

All executors keep one protocol, so that the supervisor neither knows nor cares, and order and number of workers change
no byte of the output. A worker that exceeds a limit, crashes or is killed becomes a :class:`Failure` of its paper; all
other papers go on.
"""

from __future__ import annotations

import queue
import signal
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from extractor.batch.executors.protocol import (
    A_WORKER,
    MOST_TRIES,
    PAPERS_A_LIFE,
    Outcome,
    Work,
    WorkLimits,
    crashed,
    out_of_memory,
    out_of_time,
)
from extractor.batch.work import Failure, Result, Task, work
from extractor.limits import die_with_parent, limit_memory

#: A worker is replaced when it has grown by this many bytes since its first paper.
MOST_GROWTH = 128 * 1024 * 1024
#: Seconds beyond the limit that a paper is given to be told apart from one whose worker hangs.
GRACE = 1.0


class LocalExecutor:
    """Worker processes of this machine, each of which can be killed and is replaced.

    Each worker is a pool of one, so that it can be retired when it has grown, and its death touches nothing but its
    own paper.

    Args:
        workers: how many.
        limits: time and memory of a paper.
        function: what is done with a task (tests put their own here; it must be importable).
    """

    def __init__(self, workers: int, limits: WorkLimits | None = None, function: Work = work) -> None:
        import multiprocessing

        self._limits, self._function = limits or WorkLimits(), function
        methods = multiprocessing.get_all_start_methods()
        # A server that has loaded the program once forks workers in milliseconds, and has no threads to trip over.
        self._context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if "forkserver" in methods:
            self._context.set_forkserver_preload(["extractor.batch.preload"])
        self._slots = [_Slot(self._pool) for _ in range(workers)]
        self._done: queue.SimpleQueue[tuple[_Slot, Task, Result | Failure | None]] = queue.SimpleQueue()
        self._tries: dict[Task, int] = {}
        self._held: list[Task] = []

    @property
    def capacity(self) -> int:
        return A_WORKER * len(self._slots)

    def _pool(self) -> Any:
        from pebble import ProcessPool

        return ProcessPool(1, PAPERS_A_LIFE, _begin, (self._limits.memory,), self._context)

    def submit(self, task: Task) -> None:
        slots = [slot for slot in self._slots if not slot.grown and slot.load < A_WORKER]
        if not slots:
            self._held.append(task)  # until a worker is free, or has been replaced
            return
        slot = min(slots, key=lambda slot: slot.load)
        slot.load += 1
        self._schedule(slot, task)

    def _schedule(self, slot: _Slot, task: Task) -> None:
        limit = self._limits.seconds + GRACE
        try:
            future = slot.pool.schedule(self._function, (task,), timeout=limit)
        except RuntimeError:  # its worker was killed while it had nothing to do
            slot.renew()
            future = slot.pool.schedule(self._function, (task,), timeout=limit)
        future.add_done_callback(partial(self._collect, slot, task))

    def _collect(self, slot: _Slot, task: Task, future: Any) -> None:
        self._done.put((slot, task, _outcome(future, self._limits)))

    def next(self, timeout: float | None = None) -> Outcome | None:
        until = None if timeout is None else time.monotonic() + timeout
        while True:
            left = None if until is None else max(0.0, until - time.monotonic())
            try:
                slot, task, outcome = self._done.get(timeout=left)
            except queue.Empty:
                return None
            if outcome is None:
                # Its worker died before it was begun: no fault of the paper, but nothing is tried for ever.
                tries = self._tries[task] = self._tries.get(task, 0) + 1
                if tries <= MOST_TRIES:
                    self._schedule(slot, task)
                    continue
                outcome = crashed()
            return self._settled(slot, task, outcome)

    def _settled(self, slot: _Slot, task: Task, outcome: Result | Failure) -> Outcome:
        self._tries.pop(task, None)
        slot.load -= 1
        if isinstance(outcome, Result) and outcome.growth > MOST_GROWTH:
            slot.grown = True  # it gets nothing new, and is replaced when it has done what it has
        if slot.grown and not slot.load:
            slot.renew()
        held, self._held = self._held, []
        for waiting in held:
            self.submit(waiting)
        return task, outcome

    def close(self) -> None:
        self._held.clear()
        for slot in self._slots:
            slot.pool.close()
        self.stop()

    def stop(self) -> None:
        for slot in self._slots:
            slot.pool.stop()
        for slot in self._slots:
            slot.pool.join()


class _Slot:
    """A worker's place: the pool of one that holds it, and how many tasks it has been given."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make
        self.pool = make()
        self.load = 0
        self.grown = False

    def renew(self) -> None:
        self.pool.stop()
        self.pool.join()
        self.pool = self._make()
        self.grown = False


def _outcome(future: Any, limits: WorkLimits) -> Result | Failure | None:
    """What became of a task; None when it was never begun."""
    from concurrent.futures.process import BrokenProcessPool

    from pebble import ProcessExpired

    if future.cancelled():
        return None
    error = future.exception()
    if error is None:
        outcome: Result | Failure = future.result()
        return outcome
    if isinstance(error, TimeoutError):
        return out_of_time(limits.seconds)
    if isinstance(error, BrokenProcessPool):
        return None
    if isinstance(error, ProcessExpired):
        return crashed(error.exitcode)
    if isinstance(error, MemoryError):
        return out_of_memory()
    return Failure("internal", f"{type(error).__name__}: {error}")


def _begin(memory: int) -> None:
    """What a worker does first: it dies with its parent, leaves Ctrl-C to the supervisor, is silent, and has limits."""
    import logging
    import os
    import warnings

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    die_with_parent()
    limit_memory(memory)
    # Nothing of a library may reach the supervisor's standard output, which may carry JSON Lines.
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 1)
    os.close(null)
