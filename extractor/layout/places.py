"""Where a stretch of text stands: tight boxes, one a line.

Lines keep where their runs of type begin and end (see :mod:`extractor.layout.lines.widths`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from extractor.layout.lines.model import Line
from extractor.layout.text import join_at
from extractor.reading.page import BBox

#: A text of which something was cut out of the middle is known by so many letters at its head and at its end.
LEAST_ENDS = 24


class Place(NamedTuple):
    """A box on a page (points, origin top left)."""

    page: int
    bbox: BBox


def places_at(lines: Sequence[Line], starts: Sequence[int], start: int, end: int) -> list[Place]:
    """The boxes of the characters `start` to `end` of the running text of the lines, which begin in it at `starts`."""
    found: list[Place] = []
    at = max(bisect_right(starts, start) - 1, 0)
    while at < len(lines) and starts[at] < end:
        line = lines[at]
        first, last = max(start - starts[at], 0), min(end - starts[at], len(line.text))
        if first < last:
            found += _in_line(line, first, last)
        at += 1
    return found


def _in_line(line: Line, start: int, end: int) -> list[Place]:
    """The box of a stretch of one line; stretches of cells that other columns part have a box each."""
    base = 0
    found: list[Place] = []
    for cell in line.cells:
        first, last = max(start - base, 0), min(end - base, len(cell.text))
        if first < last and not cell.text[first:last].isspace():
            x0, x1 = line.across(cell.x_of(first), cell.x_of(last, closing=True))
            found.append(Place(line.page, (x0, line.top, x1, line.bottom)))
        base += len(cell.text) + bool(cell.text)
    return found


def places_of_text(lines: Sequence[Line], text: str) -> list[Place]:
    """The boxes of a text in the running text of the lines; of the whole running text where it is not found there."""
    whole, starts = join_at(lines)
    start, end = find(whole, text) or (0, len(whole))
    return places_at(lines, starts, start, end)


def find(whole: str, part: str, start: int = 0) -> tuple[int, int] | None:
    """From which to which character a text stands in another, None where it does not.

    Spaces, hyphens and marks may differ, and something may have been cut out of its middle (a symbol in brackets).
    """
    at = whole.find(part, start)
    if at >= 0:
        return at, at + len(part)
    places = [index for index in range(start, len(whole)) if whole[index].isalnum()]
    letters = "".join([whole[index] for index in places])
    wanted = "".join([char for char in part if char.isalnum()])
    if not wanted:
        return None
    at = letters.find(wanted)
    if at >= 0:
        return places[at], places[at + len(wanted) - 1] + 1
    ends = min(len(wanted) // 2, LEAST_ENDS)
    head, tail = letters.find(wanted[:ends]), letters.rfind(wanted[-ends:]) if ends else -1
    return (places[head], places[tail + ends - 1] + 1) if ends and 0 <= head <= tail else None
