"""Worker processes of this machine.

A worker that exceeds a limit, crashes or is killed becomes a :class:`Failure` of its paper; all other papers go on.
"""

from __future__ import annotations

import itertools
import os
import queue
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple

from extractor.batch.executors import temporary
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
from extractor.batch.work import Failure, Result, Task, keep_time, work
from extractor.errors import SystemRefused
from extractor.limits import die_with_parent, limit_memory

#: A worker is replaced when it has grown by this many bytes since its first paper.
MOST_GROWTH = 128 * 1024 * 1024
#: Seconds beyond the limit that a paper is given to be told apart from one whose worker hangs.
GRACE = 1.0
#: Seconds before a worker that cannot be started is tried again.
_PAUSES = (0.0, 0.1, 0.5, 2.0, 5.0)
#: So often the server that forks workers may be killed while it begins, on top of that: it takes seconds to load.
_MOST_LOST = 20
#: Seconds beyond the limit of a paper after which a worker that says nothing is taken for lost.
_SILENCE = 30.0
#: What multiprocessing gives for the exit code of a worker when the server that forked it was killed, and all its
#: workers with it. The paper had no part in that.
_SERVER_LOST = 255


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
            temporary.prepare()
            _begin_tracker()
            for number in range(3):  # one that was closed leads nowhere now, and must do so in the workers too
                with suppress(OSError):
                    os.set_inheritable(number, True)
            self._context.set_forkserver_preload(["extractor.batch.preload"])
        self._slots = [_Slot(self._pool) for _ in range(workers)]
        self._done: queue.SimpleQueue[_Ended] = queue.SimpleQueue()
        self._attempts = itertools.count()
        self._tries: dict[Task, int] = {}
        self._held: list[Task] = []

    @property
    def capacity(self) -> int:
        """How many tasks may be under way."""
        return A_WORKER * len(self._slots)

    def _pool(self) -> Any:
        from pebble import ProcessPool

        return ProcessPool(1, PAPERS_A_LIFE, _begin, (self._limits,), self._context)

    def submit(self, task: Task) -> None:
        """Take a task."""
        slots = [slot for slot in self._slots if not slot.grown and len(slot.tasks) < A_WORKER]
        if not slots:
            self._held.append(task)  # until a worker is free, or has been replaced
            return
        self._schedule(min(slots, key=lambda slot: len(slot.tasks)), task)

    def _schedule(self, slot: _Slot, task: Task) -> None:
        attempt = next(self._attempts)
        slot.tasks[task] = attempt
        slot.since = time.monotonic()
        future = self._future(slot, task)
        future.add_done_callback(partial(self._collect, slot, task, attempt))

    def _future(self, slot: _Slot, task: Task) -> Any:
        pauses, lost = iter(_PAUSES), 0
        while True:
            try:
                return slot.pool.schedule(self._function, (task,), timeout=self._limits.longest + GRACE)
            except RuntimeError as error:  # its worker was killed while it had nothing to do, or none could be begun
                why = error.__cause__ or error
                if isinstance(why, EOFError) and lost < _MOST_LOST:
                    lost += 1
                elif (pause := next(pauses, None)) is not None:
                    time.sleep(pause)
                else:
                    reason = str(why) or type(why).__name__
                    raise SystemRefused(f"worker processes cannot be started ({reason})") from error
                self._renew(slot, but=task)

    def _renew(self, slot: _Slot, but: Task | None = None) -> None:
        """Replace a worker; what it had is given out again."""
        slot.renew()
        for task, attempt in slot.tasks.items():
            if task is not but:
                self._done.put(_Ended(slot, task, attempt, None))

    def _collect(self, slot: _Slot, task: Task, attempt: int, future: Any) -> None:
        self._done.put(_Ended(slot, task, attempt, _outcome(future, self._limits)))

    def next(self, timeout: float | None = None) -> Outcome | None:
        """The next outcome; None when none came in time."""
        until = None if timeout is None else time.monotonic() + timeout
        while True:
            left = None if until is None else max(0.0, until - time.monotonic())
            try:
                slot, task, attempt, outcome = self._done.get(timeout=left)
            except queue.Empty:
                self._renew_silent()
                return None
            if slot.tasks.get(task) != attempt:
                continue  # its worker was replaced meanwhile, and another has the paper
            if outcome is None:
                # Its worker died before it was begun: no fault of the paper, but nothing is tried for ever.
                tries = self._tries[task] = self._tries.get(task, 0) + 1
                if tries <= MOST_TRIES:
                    self._schedule(slot, task)
                    continue
                outcome = crashed()
            return self._settled(slot, task, outcome)

    def _renew_silent(self) -> None:
        """Replace workers that have been silent for longer than any paper may take: their pool has lost them."""
        late = time.monotonic() - self._limits.longest - GRACE - _SILENCE
        for slot in self._slots:
            if slot.tasks and slot.since < late:
                slot.since = time.monotonic()
                self._renew(slot)

    def _settled(self, slot: _Slot, task: Task, outcome: Result | Failure) -> Outcome:
        self._tries.pop(task, None)
        del slot.tasks[task]
        slot.since = time.monotonic()
        if isinstance(outcome, Result) and outcome.growth > MOST_GROWTH:
            slot.grown = True  # it gets nothing new, and is replaced when it has done what it has
        if slot.grown and not slot.tasks:
            slot.renew()
        held, self._held = self._held, []
        for waiting in held:
            self.submit(waiting)
        return task, outcome

    def close(self) -> None:
        """Release all workers."""
        self._held.clear()
        for slot in self._slots:
            slot.pool.close()
        self.stop()

    def stop(self) -> None:
        """End all workers at once."""
        for slot in self._slots:
            slot.pool.stop()
        for slot in self._slots:
            slot.end()


class _Slot:
    """A worker's place: the pool of one that holds it, and the tasks it has been given, each with its attempt."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make
        self.pool = make()
        self.tasks: dict[Task, int] = {}
        self.since = 0.0  # when it was last given a task or brought one to an end
        self.grown = False

    def renew(self) -> None:
        """Replace the worker."""
        self.pool.stop()
        self.end()
        self.pool = self._make()
        self.grown = False

    def end(self) -> None:
        """Wait for the end of a pool that was stopped."""
        with suppress(OSError, RuntimeError):  # what cannot be ended dies with this process
            self.pool.join()


class _Ended(NamedTuple):
    """How an attempt at a task ended; None when it was never begun."""

    slot: _Slot
    task: Task
    attempt: int
    outcome: Result | Failure | None


def _begin_tracker() -> None:
    """Begin the process with which Python tracks semaphores, so that it removes without a warning what is left.

    It outlives a batch that is killed outright, and would write a warning about the semaphores onto the terminal. It
    takes its filters of warnings from this process when it begins.
    """
    from multiprocessing import resource_tracker

    silence = "ignore:resource_tracker:UserWarning"
    sys.warnoptions.append(silence)
    try:
        resource_tracker.ensure_running()
    finally:
        sys.warnoptions.remove(silence)


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
        if limits.clock is not None and error.exitcode == -signal.SIGALRM:
            return out_of_time(limits.seconds)
        return None if error.exitcode == _SERVER_LOST else crashed(error.exitcode)
    if isinstance(error, MemoryError):
        return out_of_memory()
    return Failure("internal", f"{type(error).__name__}: {error}")


def _begin(limits: WorkLimits) -> None:
    """What a worker does first: it dies with its parent, leaves Ctrl-C to the supervisor, is silent, and has limits."""
    import logging
    import warnings

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    die_with_parent()
    limit_memory(limits.memory)
    keep_time(limits.clock)
    # Nothing of a library may reach the supervisor's standard output, which may carry JSON Lines.
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 1)
    os.close(null)
