"""What runs papers: the protocol of all executors, their limits, and the failures they share."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from extractor.batch.work import Failure, Result, Task
from extractor.limits import CLOCKED, PAGE_SECONDS

Work = Callable[[Task], Result | Failure]
#: What a task was and what became of it.
Outcome = tuple[Task, Result | Failure]

#: A worker ends after so many papers, whatever it has kept in its caches by then.
PAPERS_A_LIFE = 1_000
#: A worker is given so many at a time: the one in hand and two that wait, so that it is not idle while the supervisor
#: syncs and names what is done.
A_WORKER = 3
#: A paper whose worker dies before it begins is given to another so many times.
MOST_TRIES = 5


@dataclass(frozen=True, slots=True)
class WorkLimits:
    """What one paper may take.

    Args:
        seconds: wall-clock time.
        memory: bytes of address space beyond what the worker has when it begins.
        pages: most pages of the paper that are read from their pictures; the time grows with each.
    """

    seconds: float = 60.0
    memory: int = 1 << 30
    pages: int = 0

    @property
    def longest(self) -> float:
        """Seconds that a paper with so many pages may take: longer, its worker cannot be at work any more."""
        return self.seconds + (PAGE_SECONDS * self.pages if CLOCKED else 0.0)

    @property
    def clock(self) -> float | None:
        """Seconds after which a worker ends itself where the time grows with the pages.

        None where it does not grow, and whoever has given out the paper keeps the time.
        """
        return self.seconds if self.pages and CLOCKED else None


class Executor(Protocol):
    """Takes tasks and gives outcomes, in whatever order they come."""

    @property
    def capacity(self) -> int:
        """How many tasks may be under way, waiting ones included: more would only pile up."""
        ...

    def submit(self, task: Task) -> None:
        """Take a task; at most `capacity` are given before their outcomes are fetched."""
        ...

    def next(self, timeout: float | None = None, /) -> Outcome | None:
        """The next outcome; None when none came in `timeout` seconds."""
        ...

    def close(self) -> None:
        """Release all workers; what is under way is finished or given up."""
        ...

    def stop(self) -> None:
        """End all workers at once."""
        ...


def out_of_time(seconds: float) -> Failure:
    """The failure of a paper that took too long."""
    return Failure("limit.time", f"it took longer than {seconds:g} seconds", seconds)


def out_of_memory() -> Failure:
    """The failure of a paper that took too much memory."""
    return Failure("limit.memory", "it needs more memory than a worker may use")


def crashed(code: object = None) -> Failure:
    """The failure of a paper whose worker died."""
    cause = ""
    if isinstance(code, int) and code < 0:
        try:
            cause = f" ({signal.Signals(-code).name})"
        except ValueError:
            cause = f" (signal {-code})"
    elif isinstance(code, int):
        cause = f" (exit code {code})"
    return Failure("worker.crashed", f"the worker process died while it read the paper{cause}")
