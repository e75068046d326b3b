"""Whether a stretch of a text lies inside one of many others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Covered:
    """Stretches of a text of which none holds another, such as citations; one that may hold a place is looked up."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._stretches = sorted(stretches)
        self._starts = [start for start, _ in self._stretches]

    def holds(self, start: int, end: int) -> bool:
        """Whether one of the stretches holds the text from ``start`` to ``end``."""
        at = bisect_right(self._starts, start)
        return bool(at) and end <= self._stretches[at - 1][1]
