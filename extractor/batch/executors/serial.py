"""One paper after the other in this process."""

from __future__ import annotations

import signal
import threading

from extractor.batch.executors.protocol import Outcome, Work, WorkLimits, out_of_memory, out_of_time
from extractor.batch.executors.temporary import remove_left
from extractor.batch.work import Failure, Result, Task, work
from extractor.limits import limit_memory, unlimit_memory


class SerialExecutor:
    """One paper after the other in this process, for debuggers.

    The time limit holds where the system has alarms and this is the main thread, the memory limit where the system can
    limit the address space. A crash ends the whole batch.
    """

    def __init__(self, limits: WorkLimits | None = None, function: Work = work) -> None:
        self._limits, self._function = limits or WorkLimits(), function
        remove_left()  # a batch with workers that was killed may be gone on with in this process
        self._waiting: list[Task] = []

    capacity = 1

    def submit(self, task: Task) -> None:
        """Take a task."""
        self._waiting.append(task)

    def next(self, _timeout: float | None = None, /) -> Outcome | None:
        """The next outcome; None when none came in time."""
        if not self._waiting:
            return None
        task = self._waiting.pop(0)
        before = limit_memory(self._limits.memory)
        try:
            return task, self._in_time(task)
        except MemoryError:
            return task, out_of_memory()
        except Exception as error:
            return task, Failure("internal", f"{type(error).__name__}: {error}")
        finally:
            unlimit_memory(before)

    def _in_time(self, task: Task) -> Result | Failure:
        if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
            return self._function(task)
        before = signal.signal(signal.SIGALRM, _too_late)
        try:
            try:  # the alarm may come before the first step of the work, and while it is called off
                signal.setitimer(signal.ITIMER_REAL, self._limits.seconds)
                return self._function(task)
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
        except _TooLate:
            return out_of_time(self._limits.seconds)
        finally:
            signal.signal(signal.SIGALRM, before)

    def close(self) -> None:
        """Release all workers."""
        self._waiting.clear()

    stop = close


class _TooLate(BaseException):
    """The alarm of the serial executor; no handler of errors catches it."""


def _too_late(*_: object) -> None:
    raise _TooLate
