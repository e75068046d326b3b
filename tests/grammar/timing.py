"""CPU time that grows with the length of a text only, measured so that a busy machine does not decide."""

from __future__ import annotations

import time
from collections.abc import Callable

SHORT, LONG = 12_500, 100_000
ROUNDS = 3


def seconds(read: Callable[[str], object], text: str) -> float:
    """The CPU time in seconds of one reading of *text*."""
    began = time.process_time()
    read(text)
    return time.process_time() - began


def growth(read: Callable[[str], object], unit: str) -> tuple[float, float]:
    """The seconds for a short text and for one eight times as long, both made of *unit*: the least of some rounds,
    since a neighbour on the machine only ever adds to a measurement."""
    texts = [(unit * (size // len(unit) + 1))[:size] for size in (SHORT, LONG)]
    read(texts[0][:1000])
    small, large = (min(seconds(read, text) for _ in range(ROUNDS)) for text in texts)
    return small, large


def grows_with_the_length_only(read: Callable[[str], object], unit: str) -> bool:
    """Whether eight times the text takes less than 24 times the seconds; quadratic time would take 64 times."""
    small, large = growth(read, unit)
    return large < 24 * small + 0.1
