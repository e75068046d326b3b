"""The time of a paper, which grows while its pictures are read."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import pytest

from extractor.batch.executors.protocol import WorkLimits
from extractor.limits import CLOCKED, extend_time, limited_time

pytestmark = pytest.mark.skipif(not CLOCKED, reason="the system has no such clock")


def ended_by(work: Callable[[], None]) -> int:
    """How a process that does the work ends: 0, or the number of the signal that ended it."""
    child = os.fork()
    if not child:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        work()
        os._exit(0)
    return -os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def busy(extended: float) -> None:
    with limited_time(0.1):
        extend_time(extended)
        time.sleep(0.3)


def test_a_process_ends_when_its_time_is_over() -> None:
    assert ended_by(lambda: busy(0.0)) == signal.SIGALRM


def test_time_that_is_extended_is_longer() -> None:
    assert ended_by(lambda: busy(5.0)) == 0


def test_the_clock_stops_behind_the_work() -> None:
    with limited_time(5.0):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    extend_time(5.0)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_only_papers_whose_pictures_are_read_may_take_longer() -> None:
    assert (WorkLimits(60.0).longest, WorkLimits(60.0).clock) == (60.0, None)
    assert (WorkLimits(60.0, pages=10).longest, WorkLimits(60.0, pages=10).clock) == (120.0, 60.0)
