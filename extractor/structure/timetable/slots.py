"""The dates and times of a page: what makes one slot, and from which height each of them holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.structure.timetable.cells import Cell, Piece, parted_by
from extractor.structure.timetable.model import Event, EventKind
from extractor.structure.timetable.moments import Calendar, Moment
from extractor.structure.timetable.sheets import Sheet
from extractor.structure.timetable.time_cells import share_bands, time_cells
from extractor.structure.timetable.words import is_clockwork

#: A cell stands in the middle of its bordered row when it is off by no more than this share of the row's height.
CENTRED = 0.06


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the dates and times of a page.

    Attributes:
        entries: the entries of the page, in order of height.
        labels: words over a time that belong to it.
    """

    entries: Sequence[Cell]
    labels: Sequence[Piece]


def are_walled(sheets: Sequence[Sheet], calendar: Calendar) -> bool:
    """Whether every time has a bordered cell of its own, so that borders say where a time holds."""
    return not any(_share(sheet, calendar) for sheet in sheets)


def _share(sheet: Sheet, calendar: Calendar) -> bool:
    """Whether two times stand between the same two borders of a page."""
    for at in sheet.layout.of("when"):
        heights = sheet.heights[at]
        if len(heights) < 3:
            continue
        clocks = [
            piece for row in sheet.rows for piece in row if sheet.column(piece) == at and is_clockwork(piece.text)
        ]
        if share_bands(time_cells(clocks, at, heights, calendar), heights):
            return True
    return False


def sittings(clocks: Sequence[Cell], entries: Sequence[Cell], sheet: Sheet, calendar: Calendar) -> list[Cell]:
    """The cells of time, those two made one that are the two sittings of one slot."""
    kept: list[Cell] = []
    for index, cell in enumerate(clocks):
        above = kept[-1] if kept and kept[-1].column == cell.column else None
        below = min((c.top for c in clocks[index + 1 :] if c.top > cell.top + 2), default=float("inf"))
        if above is not None and _one_slot(above, cell, entries, sheet, below) and _two_ranges(above, cell, calendar):
            kept[-1] = Cell([*above.pieces, *cell.pieces], cell.column)
        else:
            kept.append(cell)
    return kept


def _one_slot(above: Cell, cell: Cell, entries: Sequence[Cell], sheet: Sheet, below: float) -> bool:
    """Two times right below one another, with no entry beside the second, are the two sittings of one slot."""
    first = cell.pieces[0]
    return (
        0 < first.baseline - above.pieces[-1].baseline < 1.6 * first.size
        and not any(above.bottom - 2 < height < cell.top + 2 for height in sheet.heights[cell.column])
        and not any(cell.top - 2 < entry.top < below - 2 for entry in entries)
        and any(entry.overlaps(above) for entry in entries)
    )


def _two_ranges(above: Cell, cell: Cell, calendar: Calendar) -> bool:
    """Whether both are times with a beginning and an end."""
    moments = calendar.peek(above.text), calendar.peek(cell.text)
    return all(moment is not None and moment.end is not None and not moment.dated for moment in moments)


def moment_events(
    clocks: Sequence[Cell], beside: Beside, sheet: Sheet, calendar: Calendar, walled: bool
) -> list[Event]:
    """The events of the cells in the columns of times, each at the height from which it holds."""
    found: list[Event] = []
    above: tuple[Cell, float] | None = None  # the date over a time, and from where it holds
    for cell in clocks:
        moment = calendar.peek(cell.text)
        if moment is None:
            above = None
            continue
        if above and not moment.dated and same_cell(above[0], cell, beside.entries, sheet):
            height = above[1]
        else:
            height = holds_from(cell, beside, sheet.heights[cell.column] if walled else [])
        found.append(moment_event(moment, sheet.page, height))
        above = (cell, height) if moment.dated and not moment.clocked else None
    return found


def moment_event(moment: Moment, page: int, height: float) -> Event:
    """A date or time that holds from a height on."""
    return Event(EventKind.DATE if moment.dated else EventKind.TIME, page, height, moment)


def same_cell(date: Cell, time: Cell, entries: Sequence[Cell], sheet: Sheet) -> bool:
    """Whether a time stands in the cell of the date above it: then it holds from the date's line on."""
    first, last = time.pieces[0], date.pieces[-1]
    if time.column != date.column or not 0 < first.baseline - last.baseline < 1.6 * first.size:
        return False
    heights = sheet.heights[date.column]
    if parted_by(heights, last, first):
        return False
    bordered = len(heights) >= 3 and any(height < date.top for height in heights)
    return bordered or not any(abs(entry.pieces[0].baseline - first.baseline) < 2 for entry in entries)


def holds_from(cell: Cell, beside: Beside, heights: Sequence[float]) -> float:
    """The height from which a date or time holds: the top of its bordered row, or of the entry beside it."""
    band = next(((above, below) for above, below in pairwise(heights) if above < cell.middle <= below), None)
    if len(heights) >= 3 and band and in_middle(cell, *band):
        inside = [entry.top for entry in beside.entries if band[0] < entry.middle < band[1]]
        return min([cell.top, *inside])
    label = next((piece for piece in beside.labels if is_over(piece, cell.pieces[0])), None)
    whole = Cell([label, *cell.pieces], cell.column) if label else cell
    return min([whole.top, *(entry.top for entry in beside.entries if entry.overlaps(whole))])


def in_middle(cell: Cell, above: float, below: float) -> bool:
    """A time in the middle of its bordered row holds for the whole row."""
    return abs(cell.middle - (above + below) / 2) < CENTRED * (below - above)


def is_over(label: Piece, piece: Piece) -> bool:
    """Whether words stand right over a time."""
    return 0 < piece.baseline - label.baseline < 1.5 * piece.size and abs(label.x0 - piece.x0) < 8
