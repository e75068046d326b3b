"""Limits of a process that reads papers: its memory, and that it ends with the process that started it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = [
    "CLOCKED",
    "PAGE_MEMORY",
    "PAGE_SECONDS",
    "die_with_parent",
    "extend_time",
    "limit_memory",
    "limited_time",
    "processors",
    "statm",
    "unlimit_memory",
]

#: Seconds by which the time of a paper grows for each page that is read from its picture: two or three on one core.
PAGE_SECONDS = 6.0
#: Bytes by which its address space may grow for each page that is read so beside others.
PAGE_MEMORY = 512 << 20
#: No more pages than this are read side by side.
_MOST_PAGES = 8
#: Whether the system can end a process when its time is over (Windows cannot).
CLOCKED = hasattr(signal, "setitimer")


@contextmanager
def limited_time(seconds: float | None) -> Iterator[None]:
    """Let the system end this process (SIGALRM) when what is done in between takes longer; None for no limit.

    It does so whatever the process is at, in C as well.
    """
    if seconds is None or not CLOCKED:
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def extend_time(seconds: float) -> None:
    """Give what :func:`limited_time` limits more time."""
    if CLOCKED:
        left, _ = signal.getitimer(signal.ITIMER_REAL)
        if left:
            signal.setitimer(signal.ITIMER_REAL, left + seconds)


def processors() -> int:
    """How many pages this process may read side by side: one a processor, up to some."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(count, _MOST_PAGES)


def limit_memory(memory: int) -> tuple[int, int] | None:
    """Let the address space grow by so much from what it is now, where the system can; returns the limits before."""
    try:
        import resource

        now = statm(0)
        before = resource.getrlimit(resource.RLIMIT_AS)
        ceiling = before[1]
        wanted = now + memory if ceiling == resource.RLIM_INFINITY else min(now + memory, ceiling)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, ceiling))
    except (ImportError, OSError, ValueError):
        return None
    return before


def unlimit_memory(before: tuple[int, int] | None) -> None:
    """Give the process back the limits that :func:`limit_memory` returned."""
    if before is not None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, before)


def statm(field: int) -> int:
    """Bytes of this process by a field of Linux's /proc/self/statm: 0 the address space, 1 what is in memory.

    Raises:
        OSError: the system has no such file.
    """
    with open("/proc/self/statm", "rb") as stream:
        return int(stream.read().split()[field]) * os.sysconf("SC_PAGE_SIZE")


def die_with_parent() -> None:
    """A supervisor that is killed outright cannot end its workers; Linux does it."""
    import ctypes

    if sys.platform == "linux":
        death_signal = 1  # PR_SET_PDEATHSIG of prctl(2)
        ctypes.CDLL(None).prctl(death_signal, signal.SIGKILL)
