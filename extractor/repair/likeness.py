"""How alike two strings look on a bad picture."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from extractor.repair.settings import REPAIR

__all__ = ["difference", "endings", "nearest"]

#: Characters that are taken for each other, by groups.
_ALIKE = (
    *("/JIl|1!irytf\\", "0OoQDC", "5Ss", "8B", "2Zz", "6G", ".,:;-", "/."),
    *("MNHW", "VWY", "EFCBc", "3B8", "4A", "7TZ1/"),
)
#: What is easily lost, or seen where there is none.
_SIGNS = frozenset("/.,- ")


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    return frozenset((one, other) for group in _ALIKE for one in group for other in group)


def _change(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one.isdigit() and other.isdigit():
        return REPAIR.other_digit
    if one.casefold() == other.casefold():
        return REPAIR.other_case
    if (one, other) in _pairs() or (one.upper(), other.upper()) in _pairs():
        return REPAIR.confused
    return 1.0


def _loss(char: str) -> float:
    return REPAIR.lost_sign if char in _SIGNS else 1.0


def endings(wanted: str, read: str) -> list[float]:
    """What it costs to have read `wanted` as each beginning of `read`: the n-th entry is for its first n characters."""
    row = [0.0]
    for char in read:
        row.append(row[-1] + _loss(char))
    for char in wanted:
        above, row = row, [row[0] + _loss(char)]
        for at, other in enumerate(read):
            row.append(min(above[at] + _change(char, other), above[at + 1] + _loss(char), row[at] + _loss(other)))
    return row


def difference(wanted: str, read: str) -> float:
    """What it costs to have read `wanted` as `read`."""
    return endings(wanted, read)[-1]


def nearest(read: str, wanted: Iterable[str], most: float) -> str | None:
    """The one of several words that was read so, None where none is near or two are."""
    found = sorted((cost, word) for word in wanted if (cost := difference(word, read)) <= most)
    if not found or (len(found) > 1 and found[1][0] - found[0][0] < REPAIR.other_case):
        return None
    return found[0][1]
