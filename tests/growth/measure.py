"""How the time of a function grows with the length of its text."""

from __future__ import annotations

import math
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Parts that are repeated: what real papers have (leaders, labels, symbols), and pairs of them.
PARTS = (
    ".", " ", "(", ")", "[", "1", "/", "a", "A", "*", '"', "“", "-", ",", ";", ":", "\n", "…", "и", "的", "ع",
    "(a) ", "1. ", "A/80/1 ", "A/80/1, ", "A/", "/Add.1", "Item 1, ", "and ", "10.00 ", "10 a.m. ", "3 May ", "2031 ",
    "May ", "resolution ", "1 (a) ", "(i)", "…. ", ". ", "; and ", "first ", "www.", "第", "الدورة ", "annexes 1, ",
)  # fmt: skip
PAIRS = ("(1", "1)", "(.", ". (", "/(", "A(", "a.", "a-", "1-", "1,", "*,", "/.", ' "', "a/", "A.1/", "([", "- ", "1/")
#: What takes no more seconds for 16,000 characters takes no more than a few steps for each.
QUICK = 0.04
#: The exponent up to which time is held to grow with the length.
MOST = 1.2
#: So often the two lengths are measured where they have grown by more.
ROUNDS = 5
#: The clock of CPU time ticks seldom on some machines: so many seconds are measured at least.
MEASURED = 0.05


class TooLong(Exception):
    """A call has taken more than its time."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raises TooLong where the block takes more CPU time."""

    def stop(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def cost(call: Callable[[str], object], text: str, most: float = 20.0) -> float:
    """The CPU time of a call; TooLong where it takes more than `most` seconds."""
    with limited(most):
        calls, begin = 0, time.process_time()
        while (spent := time.process_time() - begin) < MEASURED:
            call(text)
            calls += 1
    return spent / calls


def exponent(call: Callable[[str], object], part: str, length: int) -> float:
    """The exponent of growth from an eighth of the length to the length of a repeated part; 0 where it takes next to no
    time."""
    small, large = (part * (size // len(part)) for size in (length // 8, length))
    call(part * 20)  # patterns are compiled, lexicons read
    begin = time.process_time()
    with limited(20.0):
        call(large)
    if time.process_time() - begin < QUICK * length / 16_000:
        return 0.0
    # A busy machine lets one of the two take longer, now and then: the least of several exponents is the code's own.
    power = math.inf
    for _ in range(ROUNDS):
        ratio = cost(call, large) / cost(call, small)
        power = min(power, math.log(ratio) / math.log(len(large) / len(small)))
        if power <= MOST:
            break
    return power
