"""The cells of a timetable's columns of times and numbers, which narrow columns break over lines.

`Wednesday,` / `22` / `November` is one date and `Item 6` / `(c) (i)` one item; borders part cells wherever they are
drawn (format catalogue 4.1 and 4.2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from extractor.built import compiled
from extractor.layout.text import join_lines
from extractor.lexicon.signs import DASH
from extractor.lexicon.words import choice, connectives
from extractor.records import Struct
from extractor.rules import first, rule
from extractor.structure.timetable.cells import Cell, Piece, cells_of, parted_by
from extractor.structure.timetable.item_numbers import goes_on, is_open
from extractor.structure.timetable.moments import Calendar, is_unfinished
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.words import completes_date, has_weekday, is_clockwork, is_half_day, is_half_range
from extractor.structure.vocabulary import has_figure

_HALF = compiled(r"[ap]\.?m\.?", re.IGNORECASE)
_DASH = compiled(DASH)


@cache
def _range() -> re.Pattern[str]:
    return compiled(rf"^\(?\d.*(?:{DASH}|\b(?:{choice(connectives('to'))})\b)\s?\d")


def is_unfinished_clock(text: str) -> bool:
    """Whether a cell is the beginning of a date or time."""
    return is_half_range(text) or (is_unfinished(text) and is_clockwork(text.rstrip(" -–—,&")))


def is_complete(text: str, calendar: Calendar) -> bool:
    """Whether a cell of a date or time is whole, so that the next line begins another."""
    moment = calendar.peek(text)
    if moment is None or is_unfinished(text):
        return False
    if moment.first is not None or moment.end is not None:
        return True
    return moment.clocked and not moment.dated and _DASH.search(text) is None


class Under(Struct, frozen=True):
    """A line under the text of a cell of dates or times.

    Attributes:
        above: the text of the cell.
        text: the line.
        calendar: reads both.
        rows: whether numbers of items stand beside both.
        titled: whether titles stand beside both.
    """

    above: str
    text: str
    calendar: Calendar
    rows: bool = False
    titled: bool = False


@rule("timetable.time.half_day", source="catalogue 4.3: `Morning` over `10 a.m.–1 p.m.`")
def under_half_day(under: Under) -> bool:
    """Hours below the name of a half day are the same slot, if they are hours of it and in no row of their own."""
    if under.rows or not is_half_day(under.above) or _range().search(under.text) is None:
        return False
    half, hours = under.calendar.peek(under.above), under.calendar.peek(under.text)
    return not (half and half.half and hours and hours.start and half.half != ("am" if hours.start.hour < 12 else "pm"))


@rule("timetable.time.unfinished", source="catalogue 4.2: narrow columns break dates and times over lines")
def under_part(under: Under) -> bool:
    """A line goes on where what stands above is no whole date or time, nor words of a row of its own (`All day`)."""
    if under.titled and not has_figure(under.above) and is_complete(under.text, under.calendar):
        return has_weekday(under.above) or is_unfinished(under.above)
    return not is_half_day(under.above) and not is_complete(under.above, under.calendar)


@rule("timetable.time.half", source="catalogue 4.3: `10 a.m.–1` / `p.m.`")
def is_half(under: Under) -> bool:
    """`p.m.` below a time is a part of it."""
    return _HALF.fullmatch(under.text.strip()) is not None and not is_half_day(under.above)


@rule("timetable.time.rest_of_date", source="catalogue 4.2: `Wednesday,` / `22` / `November`")
def is_rest(under: Under) -> bool:
    """A digit, month or year goes on with the date above it."""
    return completes_date(under.text, under.above)


#: What goes on with the date or time above it.
TIME_JOINS = (under_half_day, under_part, is_half, is_rest)


def time_cells(
    pieces: Sequence[Piece],
    column: int,
    heights: Sequence[float],
    calendar: Calendar,
    numbered: frozenset[int] = frozenset(),
    titled: frozenset[int] = frozenset(),
) -> list[Cell]:
    """The cells of a column of dates and times; numbers of items and titles stand on the lines `numbered`, `titled`."""

    def joins(above: list[Piece], piece: Piece) -> bool:
        rows, titles = ({above[-1].order, piece.order} <= orders for orders in (numbered, titled))
        return first(TIME_JOINS, Under(join_lines(above)[0], piece.text, calendar, rows, titles)) is not None

    return _cells(pieces, column, heights, joins)


class UnderNumber(Struct, frozen=True):
    """A line under the text of a cell of item numbers.

    Attributes:
        above: the text of the cell.
        piece: the line.
        step: its distance to the line above.
        least: the least distance of two numbers that stand for themselves; 0 without.
        begun: whether a title begins beside it.
    """

    above: str
    piece: Piece
    step: float
    least: float
    begun: bool


@rule("timetable.number.open", source="catalogue 4.2: `1 (a)–`, `Items 3 and` broken over lines")
def under_open(under: UnderNumber) -> bool:
    """A line goes on with numbers that end in a dash, a comma or a connective."""
    return is_open(under.above)


@rule("timetable.number.letters", source="catalogue 4.2: `Item 6` / `(c) (i)` broken over lines, or rows of their own")
def are_letters(under: UnderNumber) -> bool:
    """`(a)` below `Item 1` goes on with it where it stands closer than a row, or no title begins beside it."""
    if under.step > SETTINGS.next_line * under.piece.size or not goes_on(under.piece.text, under.above):
        return False
    return under.step < under.least - SETTINGS.wider or not under.begun


#: What goes on with the number above it.
NUMBER_JOINS = (under_open, are_letters)


def number_cells(pieces: Sequence[Piece], column: int, heights: Sequence[float], titles: Sequence[Piece]) -> list[Cell]:
    """The cells of a column of item numbers; `titles` are the pieces of the column of titles."""
    ordered = sorted(pieces, key=lambda p: (p.baseline, p.x0))
    pairs = [(a, b) for a, b in pairwise(ordered) if not goes_on(b.text, a.text) and not is_open(a.text)]
    steps = [b.baseline - a.baseline for a, b in pairs]
    least = min((step for step in steps if step > SETTINGS.least_step), default=0.0)
    begun = {p.order for p in titles if not p.text[:1].islower()}

    def joins(above: list[Piece], piece: Piece) -> bool:
        step = piece.baseline - above[-1].baseline
        under = UnderNumber(join_lines(above)[0], piece, step, least, piece.order in begun)
        return first(NUMBER_JOINS, under) is not None

    return _cells(ordered, column, heights, joins)


def _cells(
    pieces: Sequence[Piece], column: int, heights: Sequence[float], joins: Callable[[list[Piece], Piece], bool]
) -> list[Cell]:
    def begins(above: list[Piece], piece: Piece) -> str | None:
        step = piece.baseline - above[-1].baseline
        if step < SETTINGS.same_line * piece.size:
            return None
        if step < SETTINGS.reach * piece.size and not parted_by(heights, above[-1], piece) and joins(above, piece):
            return None
        return ""

    return cells_of(pieces, column, begins)


def share_bands(cells: Sequence[Cell], heights: Sequence[float]) -> bool:
    """Whether two of these cells stand between the same two borders, so that the borders do not part the cells."""
    bands = [sum(height < cell.middle for height in heights) for cell in cells]
    inner = [band for band in bands if 0 < band < len(heights)]
    return len(set(inner)) < len(inner)
