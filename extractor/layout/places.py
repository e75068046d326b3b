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

#: A text of which something was cut out stands in no more stretches (a title with two symbols has three).
MOST_STRETCHES = 4


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
    found = stretches(whole, text) or [(0, len(whole))]
    return [place for start, end in found for place in places_at(lines, starts, start, end)]


def find(whole: str, part: str, start: int = 0) -> tuple[int, int] | None:
    """From which to which character a text stands in another, with what was cut out of it; None where it does not."""
    found = stretches(whole, part, start)
    return (found[0][0], found[-1][1]) if found else None


def stretches(whole: str, part: str, start: int = 0) -> list[tuple[int, int]]:
    """From which to which character a text stands in another; none where it does not.

    Spaces, hyphens and marks may differ, and between words something may have been cut out (a symbol in brackets): then
    it stands in several stretches.
    """
    at = whole.find(part, start)
    if at >= 0:
        return [(at, at + len(part))]
    places = [index for index in range(start, len(whole)) if whole[index].isalnum()]
    letters = "".join([whole[index] for index in places])
    words = [word for one in part.split() if (word := "".join([char for char in one if char.isalnum()]))]
    found: list[tuple[int, int]] = []
    at = done = 0
    while done < len(words):
        longest = ""
        for word in words[done:]:
            beginning = letters.find(longest + word, at)
            if beginning < 0:
                break
            longest, first, done = longest + word, beginning, done + 1
        if not longest or len(found) == MOST_STRETCHES:
            return []
        at = first + len(longest)
        found.append((places[first], places[at - 1] + 1))
    return found
