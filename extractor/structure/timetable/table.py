"""Reads a timetable set in columns: when, item, title, in any order, with borders or without (format catalogue 4.1).

The pieces of each page are placed in columns, the pieces of a column make up cells, and the cells are events: dates,
times, entries, and what ends or heads them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.layout.lines.model import Line
from extractor.reading.page import Rule
from extractor.structure.timetable.cells import BULLETS, Cell
from extractor.structure.timetable.columns import Layout
from extractor.structure.timetable.entries import is_codes
from extractor.structure.timetable.item_numbers import leading_items
from extractor.structure.timetable.model import Event, EventKind
from extractor.structure.timetable.moments import Calendar
from extractor.structure.timetable.numbered import with_items
from extractor.structure.timetable.placing import Placed, place_pieces
from extractor.structure.timetable.sheets import Sheet, sheets_of
from extractor.structure.timetable.slots import Beside, are_walled, holds_from, moment_event, moment_events, sittings
from extractor.structure.timetable.time_cells import number_cells, time_cells
from extractor.structure.timetable.titles import title_cells
from extractor.structure.timetable.words import is_marked, opens_with


@dataclass(frozen=True, slots=True)
class _Carried:
    """What a page hands on to the next one.

    Attributes:
        parent: the last item number.
        last: the last cell of a title.
        grid: whether days head the columns.
    """

    parent: str | None = None
    last: Cell | None = None
    grid: bool = False


def table_events(
    lines: Sequence[Line], rules: Mapping[int, list[Rule]], layout: Layout, calendar: Calendar
) -> list[Event]:
    """The events of a timetable in columns, in printed order."""
    sheets = sheets_of(lines, rules, layout)
    walled = are_walled(sheets, calendar)
    carried = _Carried()
    found: list[Event] = []
    for sheet in sheets:
        events, carried = _page(sheet, calendar, walled, carried)
        found += events
    return _whole_entries(found)


def _whole_entries(events: Sequence[Event]) -> list[Event]:
    """The events, each entry with its rest from the head of the next page."""
    found: list[Event] = []
    for event in events:
        if event.kind is not EventKind.REST:
            found.append(event)
            continue
        at = next((at for at in reversed(range(len(found))) if found[at].kind is EventKind.ENTRY), None)
        if at is None:
            found.append(replace(event, kind=EventKind.ENTRY))
        else:
            found[at] = replace(found[at], text=f"{found[at].text} {event.text}")
    return found


def _page(sheet: Sheet, calendar: Calendar, walled: bool, carried: _Carried) -> tuple[list[Event], _Carried]:
    """The events of a page in printed order, and what it hands on."""
    placed = place_pieces(sheet, calendar, carried.grid)
    numbers, clocks = _numbers(sheet, placed), _clocks(sheet, placed, calendar)
    first = [cell.pieces[0] for cell in [*numbers, *clocks]]
    titles = [cell for at in sheet.layout.titles for cell in title_cells(placed.columns[at], at, first, sheet)]
    entries, parent = with_items(titles, numbers, sheet, placed.clocks, carried.parent)
    beside = Beside(entries, placed.labels)
    events = [
        *placed.events,
        *moment_events(sittings(clocks, entries, sheet, calendar), beside, sheet, calendar, walled),
        *(moment_event(moment, sheet.page, holds_from(cell, beside, ())) for cell, moment in placed.dated),
    ]
    opening = min((event.height for event in events), default=float("inf"))
    found, last = _entry_events(entries, sheet, carried.last, opening)
    ordered = sorted([*events, *found], key=lambda event: (event.height, event.kind))
    return ordered, _Carried(parent, last, placed.grid)


def _numbers(sheet: Sheet, placed: Placed) -> list[Cell]:
    """The cells of the columns of item numbers."""
    titles = sheet.layout.titles
    headed = [piece for at in titles for piece in placed.columns[at]]
    return [
        cell
        for at in sheet.layout.of("item")
        if at not in titles
        for cell in number_cells(placed.columns[at], at, sheet.heights[at], headed)
    ]


def _clocks(sheet: Sheet, placed: Placed, calendar: Calendar) -> list[Cell]:
    """The cells of the columns of dates and times."""
    return [
        cell
        for at in sheet.layout.of("when")
        for cell in time_cells(placed.columns[at], at, sheet.heights[at], calendar)
    ]


def _entry_events(
    entries: Sequence[Cell], sheet: Sheet, last: Cell | None, opening: float
) -> tuple[list[Event], Cell | None]:
    """The events of the cells of titles, and the last of these cells.

    Args:
        entries: the cells from top to bottom.
        sheet: the page.
        last: the last cell of the page before.
        opening: where the first date or time of the page stands.
    """
    found: list[Event] = []
    plain = any(cell.items and not cell.bold for cell in entries)
    seen_plain = False
    broken_off = last  # the cell that may go on at the head of this page
    for cell in entries:
        if broken_off is not None and cell.top < opening and _is_rest(cell, broken_off):
            if not broken_off.bullet:
                found.append(replace(_entry_event(cell, sheet), kind=EventKind.REST))
            continue
        broken_off, last = None, cell
        if _is_heading(cell, plain):
            found.append(Event(EventKind.HEADING, sheet.page, cell.top))
            continue
        if _is_detail(cell, seen_plain) or is_codes(cell.text) or (opens_with(cell.text, "notes") and not cell.items):
            continue
        seen_plain = seen_plain or not cell.bullet
        found.append(_entry_event(cell, sheet))
    return found, last


def _entry_event(cell: Cell, sheet: Sheet) -> Event:
    return Event(
        EventKind.ENTRY,
        sheet.page,
        cell.top,
        text=cell.text,
        items=cell.items,
        celled=sheet.layout.items,
        bbox=cell.bbox,
        column=cell.column,
        continued=cell.continued,
    )


def _is_rest(cell: Cell, before: Cell) -> bool:
    """Whether a cell at the head of a page is the rest of what the page before broke off."""
    if cell.items or cell.bullet or leading_items(cell.text):
        return False
    return not cell.bold if before.bullet else cell.text[:1].islower()


def _is_heading(cell: Cell, plain: bool) -> bool:
    """Whether a cell heads rows: a segment by its name, or in bold where entries with numbers are not."""
    if cell.items or leading_items(cell.text) is not None:
        return False
    return is_marked(cell.text.split("(")[0], "headings") or (cell.bold and plain and not cell.bullet)


def _is_detail(cell: Cell, seen_plain: bool) -> bool:
    """Whether a cell with a bullet says more of the entry above it."""
    return cell.bullet and seen_plain and not cell.items and leading_items(cell.text.lstrip(BULLETS)) is None
