"""The median, without the rest of `statistics`, which loads fractions, decimals and random numbers."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["median", "weighted_median"]


def median(values: Iterable[float]) -> float:
    """The middle value, or the mean of the two in the middle. Raises ValueError where there are no values."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values, no median")
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def weighted_median(values: Iterable[tuple[float, int]]) -> float | None:
    """The middle one of values that count as often as is said; None where there are none."""
    ordered = sorted(values)
    total, reached = sum(weight for _, weight in ordered), 0
    for value, weight in ordered:
        reached += weight
        if 2 * reached >= total:
            return value
    return None
