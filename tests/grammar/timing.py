"""CPU time that grows with the length of a text only, measured so that a busy machine does not decide."""

from __future__ import annotations

import time
from collections.abc import Callable

SHORT, LONG = 6_250, 50_000
ROUNDS = 3


def seconds(read: Callable[[str], object], text: str) -> float:
    """The CPU time in seconds of one reading of *text*."""
    began = time.process_time()
    read(text)
    return time.process_time() - began


def check_growth(read: Callable[[str], object], unit: str) -> None:
    """Assert that a text made of *unit* eight times as long as another takes less than 24 times its seconds.

    Quadratic time would take 64 times. Neighbours on the machine only ever add: where one round is too
    slow, the least of up to three counts.
    """
    texts = [(unit * (size // len(unit) + 1))[:size] for size in (SHORT, LONG)]
    read(texts[0][:1000])
    rounds: list[list[float]] = []
    while len(rounds) < ROUNDS:
        rounds.append([seconds(read, text) for text in texts])
        small, large = map(min, zip(*rounds, strict=True))
        if large < 24 * small + 0.05:
            return
    raise AssertionError(f"{large:.3f} s for {LONG:,} characters, {small:.3f} s for {SHORT:,}")
