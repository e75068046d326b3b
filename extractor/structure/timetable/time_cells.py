"""The cells of a timetable's columns of times and numbers, which narrow columns break over lines.

`Wednesday,` / `22` / `November` is one date and `Item 6` / `(c) (i)` one item; borders part cells wherever they are
drawn (format catalogue 4.1 and 4.2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from extractor.layout.text import join_lines
from extractor.structure.timetable.cells import Cell, Piece, cells_of, parted_by
from extractor.structure.timetable.item_numbers import goes_on, is_open
from extractor.structure.timetable.moments import Calendar, is_unfinished
from extractor.structure.timetable.words import completes_date, is_clockwork, is_half_day

#: Lines of one cell stand no further apart than this many type sizes.
REACH = 2.4
#: Rows stand this many points wider apart than lines, where the distance tells one from the other.
WIDER = 0.8

_RANGE = re.compile(r"^\(?\d.*(?:[-–—]|\bto\b)\s?\d")
_HALF = re.compile(r"[ap]\.?m\.?", re.IGNORECASE)
_DASH = re.compile(r"[-–—]")


def is_half(text: str) -> bool:
    """The second line of a time cell (`p.m.` under `10 a.m.–1`): it opens no row."""
    return _HALF.fullmatch(text.strip()) is not None


def is_unfinished_clock(text: str) -> bool:
    """Whether a cell is the beginning of a date or time."""
    return is_unfinished(text) and is_clockwork(text.rstrip(" -–—,&"))


def is_complete(text: str, calendar: Calendar) -> bool:
    """Whether a cell of a date or time is whole, so that the next line begins another."""
    moment = calendar.peek(text)
    if moment is None or is_unfinished(text):
        return False
    if moment.first is not None or moment.end is not None:
        return True
    return moment.clocked and not moment.dated and _DASH.search(text) is None


def time_cells(pieces: Sequence[Piece], column: int, heights: Sequence[float], calendar: Calendar) -> list[Cell]:
    """The cells of a column of dates and times: a line goes on where what stands above is no whole date or time."""

    def joins(text: str, piece: Piece) -> bool:
        if is_half_day(text):
            return _RANGE.search(piece.text) is not None  # `Morning` over `10 a.m.–1 p.m.`
        return not is_complete(text, calendar) or is_half(piece.text) or completes_date(piece.text, text)

    return _cells(pieces, column, heights, lambda above, piece: joins(join_lines(above)[0], piece))


def number_cells(pieces: Sequence[Piece], column: int, heights: Sequence[float], titles: Sequence[Piece]) -> list[Cell]:
    """The cells of a column of item numbers; `titles` are the pieces of the column of titles.

    `(a)` below `Item 1` is a row of its own or the second line of a cell. It is a second line where lines stand closer
    than rows, and where no title begins beside it.
    """
    ordered = sorted(pieces, key=lambda p: (p.baseline, p.x0))
    pairs = [(a, b) for a, b in pairwise(ordered) if not goes_on(b.text, a.text) and not is_open(a.text)]
    least = min((b.baseline - a.baseline for a, b in pairs if b.baseline - a.baseline > 4), default=0.0)
    begun = {p.order for p in titles if not p.text[:1].islower()}

    def joins(above: list[Piece], piece: Piece) -> bool:
        text = join_lines(above)[0]
        if is_open(text):
            return True
        step = piece.baseline - above[-1].baseline
        if not goes_on(piece.text, text) or step > 1.6 * piece.size:
            return False
        return step < least - WIDER or piece.order not in begun

    return _cells(ordered, column, heights, joins)


def _cells(
    pieces: Sequence[Piece], column: int, heights: Sequence[float], joins: Callable[[list[Piece], Piece], bool]
) -> list[Cell]:
    def goes_on_with(above: list[Piece], piece: Piece) -> bool:
        step = piece.baseline - above[-1].baseline
        if step < 0.4 * piece.size:
            return True
        return step < REACH * piece.size and not parted_by(heights, above[-1], piece) and joins(above, piece)

    return cells_of(pieces, column, goes_on_with)


def share_bands(cells: Sequence[Cell], heights: Sequence[float]) -> bool:
    """Whether two of these cells stand between the same two borders, so that the borders do not part the cells."""
    bands = [sum(height < cell.middle for height in heights) for cell in cells]
    inner = [band for band in bands if 0 < band < len(heights)]
    return len(set(inner)) < len(inner)
