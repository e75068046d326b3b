"""The dates and times of a page: what makes one slot, and from which height each of them holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from extractor.records import Struct
from extractor.rules import rule
from extractor.structure.timetable.cells import Cell, Piece, parted_by
from extractor.structure.timetable.model import Event, EventKind
from extractor.structure.timetable.moments import Calendar, Moment
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.sheets import Sheet
from extractor.structure.timetable.time_cells import share_bands, time_cells
from extractor.structure.timetable.words import has_month, has_weekday, is_clockwork


class Beside(Struct, frozen=True):
    """What stands beside the dates and times of a page.

    Attributes:
        entries: the entries of the page, in order of height.
        labels: words over a time that belong to it.
        clocks: the cells of the columns of times.
        pitch: the distance at which lines stand exactly; 0 without.
        dated: the heights of the days over the rows.
    """

    entries: Sequence[Cell]
    labels: Sequence[Piece]
    clocks: Sequence[Cell] = ()
    pitch: float = 0.0
    dated: Sequence[float] = ()


@rule(
    "timetable.slot.walled",
    source="layout: borders between days only say nothing of the times of a day",
    otherwise=True,
)
def are_walled(sheets: Sequence[Sheet], calendar: Calendar) -> bool:
    """Borders say where a time holds only where every time has a bordered cell of its own."""
    return not any(_share(sheet, calendar) for sheet in sheets)


def _share(sheet: Sheet, calendar: Calendar) -> bool:
    """Whether two times stand between the same two borders of a page."""
    for at in sheet.layout.of("when"):
        heights = sheet.heights[at]
        if len(heights) < SETTINGS.least_borders:
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
        below = min((c.top for c in clocks[index + 1 :] if c.top > cell.top + SETTINGS.level), default=inf)
        pair = above is not None and _two_ranges(above, cell, calendar)
        if above is not None and pair and one_slot.applies(above, cell, entries, sheet, below):
            kept[-1] = Cell([*above.pieces, *cell.pieces], cell.column)
        else:
            kept.append(cell)
    return kept


@rule(
    "timetable.slot.sittings",
    source="catalogue 4.3: two sittings of a day below one another (`10 a.m.–1 p.m.` / `3–6 p.m.`)",
)
def one_slot(above: Cell, cell: Cell, entries: Sequence[Cell], sheet: Sheet, below: float) -> bool:
    """Two times right below one another, with no entry beside the second, are the two sittings of one slot."""
    first = cell.pieces[0]
    return (
        0 < first.baseline - above.pieces[-1].baseline < SETTINGS.next_line * first.size
        and not any(above.bottom - SETTINGS.level < h < cell.top + SETTINGS.level for h in sheet.heights[cell.column])
        and not any(cell.top - SETTINGS.level < entry.top < below - SETTINGS.level for entry in entries)
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
    tops = _tops_of_rows(clocks, beside, sheet)
    for at, cell in enumerate(clocks):
        moment = calendar.peek(cell.text)
        if moment is None:
            above = None
            if gives_no_hour.applies(cell.text):
                found.append(Event(EventKind.RESET, sheet.page, holds_from(cell, beside, []), rule=gives_no_hour.name))
            continue
        if (top := tops.get(at)) is not None:
            height = top
        elif above and not moment.dated and same_cell.applies(above[0], cell, beside.entries, sheet):
            height = above[1]
        else:
            height = holds_from(cell, beside, sheet.heights[cell.column] if walled else [])
            if moment.dated:
                height = min([height, *(time.top for time in clocks if beside_time.applies(cell, time))])
        found.append(moment_event(moment, sheet.page, height))
        above = (cell, height) if moment.dated and not moment.clocked else None
    return found


def _tops_of_rows(clocks: Sequence[Cell], beside: Beside, sheet: Sheet) -> dict[int, float]:
    """From which height cells hold that stand in the middle of their rows without borders, by their index."""
    found: dict[int, float] = {}
    for column in sheet.layout.of("when"):
        if len(sheet.heights[column]) >= SETTINGS.least_borders:
            continue
        own = [at for at, cell in enumerate(clocks) if cell.column == column]
        days = [at for at in own if has_weekday(clocks[at].text) or has_month(clocks[at].text)]
        over = [] if len(days) == len(own) else days  # days over the times of their rows
        parting = sorted([*beside.dated, *(clocks[at].middle for at in over)])
        for above, below in pairwise([-inf, *parting, inf]):
            cells = [at for at in own if at not in over and above < clocks[at].middle < below]
            rows = [row for row in _rows(beside.entries) if above < row[0] < below]
            tops = middle_of_rows.applies([clocks[at] for at in cells], rows)
            found |= dict(zip(cells, tops, strict=False))
    return found


def _rows(entries: Sequence[Cell]) -> list[tuple[float, float]]:
    """The tops and bottoms of the rows that entries make up."""
    found: list[tuple[float, float]] = []
    for entry in sorted(entries, key=lambda entry: entry.top):
        if found and entry.top < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], entry.bottom))
        else:
            found.append((entry.top, entry.bottom))
    return found


@rule(
    "timetable.slot.middle_of_rows",
    source="word processors: merged cells of days and times in the middle of their rows, without borders",
    otherwise=[],
)
def middle_of_rows(cells: Sequence[Cell], rows: Sequence[tuple[float, float]]) -> list[float]:
    """From where each date or time holds.

    Each stands in the middle of rows of its own, which stand no further apart than from others; no row is left over.
    Where each stands beside a row or the first line of one, the first beside the first, they may as well stand at the
    tops of theirs.
    """
    if rows and all(_begins_row(cell, rows if at else rows[:1]) for at, cell in enumerate(cells)):
        return []
    tops: list[float] = []
    gaps = [below[0] - above[1] for above, below in pairwise(rows)]
    at = 0
    for cell in cells:
        last = next(
            (
                end
                for end in range(at, len(rows))
                if abs((rows[at][0] + rows[end][1]) / 2 - cell.middle) < SETTINGS.level
            ),
            None,
        )
        if last is None:
            return []
        beside = min(gaps[max(at - 1, 0) : at] + gaps[last : last + 1], default=inf)
        if max(gaps[at:last], default=0.0) > beside + SETTINGS.level:
            return []
        tops.append(min(cell.top, rows[at][0]))
        at = last + 1
    return tops if at == len(rows) > len(cells) else []


def _begins_row(cell: Cell, rows: Sequence[tuple[float, float]]) -> bool:
    """Whether a date or time stands beside a row, or with its top at that of one."""
    return any(min(abs((top + bottom) / 2 - cell.middle), abs(top - cell.top)) < SETTINGS.level for top, bottom in rows)


@rule("timetable.slot.no_hour", source="catalogue 4.3: `All day`, `Evening` in the column of times")
def gives_no_hour(text: str) -> bool:
    """Words of time that give no hour end the slot above; a weekday or month is a part of a date."""
    return is_clockwork(text) and not (has_weekday(text) or has_month(text))


def moment_event(moment: Moment, page: int, height: float) -> Event:
    """A date or time that holds from a height on."""
    return Event(EventKind.DATE if moment.dated else EventKind.TIME, page, height, moment)


@rule("timetable.slot.same_cell", source="catalogue 4.2: a date over its time in one cell")
def same_cell(date: Cell, time: Cell, entries: Sequence[Cell], sheet: Sheet) -> bool:
    """A time in the cell of the date above it holds from the line of the date on."""
    first, last = time.pieces[0], date.pieces[-1]
    if time.column != date.column or not 0 < first.baseline - last.baseline < SETTINGS.next_line * first.size:
        return False
    heights = sheet.heights[date.column]
    if parted_by(heights, last, first):
        return False
    bordered = len(heights) >= SETTINGS.least_borders and any(height < date.top for height in heights)
    return bordered or not any(abs(entry.pieces[0].baseline - first.baseline) < SETTINGS.level for entry in entries)


def holds_from(cell: Cell, beside: Beside, heights: Sequence[float]) -> float:
    """The height from which a date or time holds: the top of its bordered row, or of the entry beside it."""
    band = next(((above, below) for above, below in pairwise(heights) if above < cell.middle <= below), None)
    if len(heights) >= SETTINGS.least_borders and band and in_middle.applies(cell, *band):
        inside = [entry.top for entry in beside.entries if band[0] < entry.middle < band[1]]
        return min([cell.top, *inside])
    label = next((piece for piece in beside.labels if is_over.applies(piece, cell.pieces[0])), None)
    whole = Cell([label, *cell.pieces], cell.column) if label else cell
    group = next(
        (group for group in _groups(beside.entries, beside.pitch) if middle_of_group.applies(whole, group, beside)), ()
    )
    return min([whole.top, *(entry.top for entry in beside.entries if entry.overlaps(whole) or entry in group)])


def _groups(entries: Sequence[Cell], pitch: float) -> list[list[Cell]]:
    """The entries, those together that are set as close as the lines of one."""
    found: list[list[Cell]] = []
    for entry in entries:
        above = found[-1][-1] if found else None
        if above is not None and entry.column == above.column and _is_close(above, entry, pitch):
            found[-1].append(entry)
        else:
            found.append([entry])
    return found


def _is_close(above: Cell, entry: Cell, pitch: float) -> bool:
    first, last = entry.pieces[0], above.pieces[-1]
    if 0 <= entry.top - above.bottom < SETTINGS.close * first.size:
        return True
    return 0 < first.baseline - last.baseline < pitch + SETTINGS.step_slack


@rule("timetable.slot.middle_of_group", source="commissions: a time in the middle of its entries, without borders")
def middle_of_group(cell: Cell, group: Sequence[Cell], beside: Beside) -> bool:
    """A time holds for all of the entries set close in the middle of which it stands, if no other time does."""
    top, bottom = group[0].top, group[-1].bottom
    if len(group) < 3 or abs(cell.middle - (top + bottom) / 2) >= SETTINGS.level:
        return False
    return not any(
        clock.column == cell.column and top < clock.middle < bottom
        for clock in beside.clocks
        if abs(clock.middle - cell.middle) > SETTINGS.level
    )


@rule("timetable.slot.beside_time", source="Main Committees: a date level with the middle of a time of two lines")
def beside_time(date: Cell, time: Cell) -> bool:
    """A date beside a time holds from the first line of the time on."""
    return time.column > date.column and date.overlaps(time)


@rule("timetable.slot.centred", source="layout: times in the middle of bordered rows")
def in_middle(cell: Cell, above: float, below: float) -> bool:
    """A time in the middle of its bordered row holds for the whole row."""
    return abs(cell.middle - (above + below) / 2) < SETTINGS.centred * (below - above)


@rule("timetable.slot.label", source="catalogue 4.1: `283rd plenary meeting` over its time")
def is_over(label: Piece, piece: Piece) -> bool:
    """Words right over a time belong to its slot, which holds from their line on."""
    return (
        0 < piece.baseline - label.baseline < SETTINGS.label_reach * piece.size
        and abs(label.x0 - piece.x0) < SETTINGS.label_edge
    )
