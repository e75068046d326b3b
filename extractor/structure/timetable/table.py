"""Reads a timetable set in columns: when, item, title, in any order, with borders or without (format catalogue 4.1).

The pieces of each page are placed in columns, the pieces of a column make up cells, and the cells are events: dates,
times, entries, and what ends or heads them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.built import compiled
from extractor.layout.lines.model import Line
from extractor.records import Struct, replace
from extractor.rules import first, rule
from extractor.structure.timetable.cells import BULLETS, Cell, exact_pitch
from extractor.structure.timetable.columns import Layout
from extractor.structure.timetable.entries import holds_address, is_codes
from extractor.structure.timetable.item_numbers import leading_items
from extractor.structure.timetable.model import Event, EventKind
from extractor.structure.timetable.moments import Calendar
from extractor.structure.timetable.numbered import with_items
from extractor.structure.timetable.persons import names_person
from extractor.structure.timetable.phrases import column_role, is_marked, opens_with
from extractor.structure.timetable.placing import Placed, place_pieces
from extractor.structure.timetable.ruled import Ruled
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.sheets import Sheet, sheets_of
from extractor.structure.timetable.slots import Beside, are_walled, holds_from, moment_event, moment_events, sittings
from extractor.structure.timetable.time_cells import number_cells, time_cells
from extractor.structure.timetable.titles import TALK, title_cells

#: Added to the letter of a session: no session has so high a number.
_LETTERED = 1000
_TALK_BEFORE = compiled(rf"{TALK.pattern}(?=\s|$)")


class _Carried(Struct, frozen=True):
    """What a page hands on to the next one.

    Attributes:
        parent: the last item number.
        last: the last cell of a title.
        grid: whether days head the columns.
    """

    parent: str | None = None
    last: Cell | None = None
    grid: bool = False


def table_events(lines: Sequence[Line], ruled: Ruled, layout: Layout, calendar: Calendar) -> list[Event]:
    """The events of a timetable in columns, in printed order."""
    sheets = sheets_of(lines, ruled, layout)
    walled = are_walled.applies(sheets, calendar)
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
            found[at] = replace(
                found[at], text=f"{found[at].text} {event.text}", lines=(*found[at].lines, *event.lines)
            )
    return found


def _page(sheet: Sheet, calendar: Calendar, walled: bool, carried: _Carried) -> tuple[list[Event], _Carried]:
    """The events of a page in printed order, and what it hands on."""
    placed = place_pieces(sheet, calendar, carried.grid)
    numbers, clocks = _numbers(sheet, placed), _clocks(sheet, placed, calendar)
    begun = [cell.pieces[0] for cell in [*numbers, *clocks]]
    exact = exact_pitch([placed.columns[at] for at in sheet.layout.titles])
    titles = [cell for at in sheet.layout.titles for cell in title_cells(placed.columns[at], at, begun, sheet, exact)]
    titles = _without_talks(titles)
    entries, parent = with_items(titles, numbers, sheet, placed.clocks, carried.parent)
    beside = Beside(entries, placed.labels, clocks, exact, [cell.middle for cell, _ in placed.dated])
    events = [
        *placed.events,
        *moment_events(sittings(clocks, entries, sheet, calendar), beside, sheet, calendar, walled),
        *(moment_event(moment, sheet.page, holds_from(cell, beside, ())) for cell, moment in placed.dated),
    ]
    opening = min((event.height for event in events), default=float("inf"))
    timed = frozenset(piece.order for piece in placed.clocks)
    found, last = _entry_events(entries, sheet, carried.last, opening, timed)
    ordered = sorted([*events, *found], key=lambda event: (event.height, event.kind))
    return ordered, _Carried(parent, last, placed.grid)


def _numbers(sheet: Sheet, placed: Placed) -> list[Cell]:
    """The cells of the columns of item numbers, without the numbers of talks."""
    titles = sheet.layout.titles
    headed = [piece for at in titles for piece in placed.columns[at]]
    cells = [
        cell
        for at in sheet.layout.of("item")
        if at not in titles
        for cell in number_cells(placed.columns[at], at, sheet.heights[at], headed)
    ]
    talks = number_talks.applies([cell.text for cell in cells])
    return [cell for cell in cells if cell.text not in talks]


@rule(
    "timetable.items.talks",
    source="programmes of conferences: `1-1`, `1-2` are the talks of session 1",
    otherwise=frozenset(),
)
def number_talks(texts: Sequence[str]) -> frozenset[str]:
    """Numbers of two parts of which one does not ascend, or two begin alike, are those of talks: no ranges of items."""
    parts = {text: _talk_of(found) for text in texts if (found := TALK.fullmatch(text.strip()))}
    starts = [first for first, _ in parts.values()]
    ranges = all(first < last for first, last in parts.values()) and len(set(starts)) == len(starts)
    return frozenset() if ranges else frozenset(parts)


def _talk_of(found: re.Match[str]) -> tuple[int, int]:
    """Session and place of a talk; a session that bears a letter comes behind all others."""
    return int(found[1]) if found[1].isdecimal() else _LETTERED + ord(found[1]), int(found[2])


def _without_talks(titles: Sequence[Cell]) -> list[Cell]:
    """The cells of titles without the numbers of talks, which stand before the title or on a line over it."""
    heads = [found[0] for cell in titles if (found := _TALK_BEFORE.match(cell.text))]
    talks = number_talks.applies(heads)
    kept: list[Cell] = []
    for cell in titles:
        head = _TALK_BEFORE.match(cell.text) if talks else None
        if head is None or head[0] not in talks:
            kept.append(cell)
        elif head.end() < len(cell.text):
            kept.append(replace(cell, talk=head.end()))
    return kept


def _clocks(sheet: Sheet, placed: Placed, calendar: Calendar) -> list[Cell]:
    """The cells of the columns of dates and times."""
    numbered, titled = (
        frozenset(piece.order for at in sheet.layout.of(role) for piece in placed.columns[at])
        for role in ("item", "title")
    )
    return [
        cell
        for at in sheet.layout.of("when")
        for cell in time_cells(placed.columns[at], at, sheet.heights[at], calendar, numbered, titled)
    ]


def _entry_events(
    entries: Sequence[Cell], sheet: Sheet, last: Cell | None, opening: float, timed: frozenset[int]
) -> tuple[list[Event], Cell | None]:
    """The events of the cells of titles, and the last of these cells.

    Args:
        entries: the cells from top to bottom.
        sheet: the page.
        last: the last cell of the page before.
        opening: where the first date or time of the page stands.
        timed: the printed lines with a time.
    """
    found: list[Event] = []
    plain = any(cell.items and not cell.bold for cell in entries)
    below = False
    broken_off = last  # the cell that may go on at the head of this page
    for cell in entries:
        numbered = bool(cell.items) or leading_items(cell.text) is not None
        if broken_off is not None and cell.top < opening and not (numbered or cell.bullet):
            rest = first(RESTS, cell, broken_off)
            if rest is is_rest_of_title:
                found.append(replace(_entry_event(cell, sheet), kind=EventKind.REST, rule=rest.name))
            if rest is not None:
                continue
        broken_off, last = None, cell
        upper = cell.top - entries[0].top < SETTINGS.level
        title = Title(cell, plain, below, cell.pieces[0].order in timed, upper)
        heading = None if numbered else first(HEADINGS, title)
        if heading is not None:
            found.append(Event(EventKind.HEADING, sheet.page, cell.top, rule=heading.name))
            continue
        if first(NO_ENTRY, title):
            continue
        below = below or not cell.bullet
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
        lines=cell.lines,
        column=cell.column,
        columns=sheet.columns_of(cell),
        continued=cell.continued,
        rule=cell.rule,
    )


@rule("timetable.rest.detail", source="papers whose cells with bullets break over the page")
def is_rest_of_detail(cell: Cell, before: Cell) -> bool:
    """What goes on at the head of a page with something that has a bullet is no entry."""
    return before.bullet and not cell.bold


@rule("timetable.rest.title", source="catalogue 4.2: long tables run over pages")
def is_rest_of_title(cell: Cell, before: Cell) -> bool:
    """Words in lower case at the head of a page go on with the last entry of the page before."""
    return not before.bullet and cell.text[:1].islower()


#: What is the rest of the last cell of the page before.
RESTS = (is_rest_of_detail, is_rest_of_title)


class Title(Struct, frozen=True):
    """A cell of the column of titles.

    Attributes:
        cell: the cell.
        plain: whether cells with numbers are not bold on this page.
        below: whether an entry without a bullet stands above it on this page.
        timed: whether a time stands beside its first line.
        upper: whether it stands in the first row of the page.
    """

    cell: Cell
    plain: bool
    below: bool
    timed: bool
    upper: bool


@rule("timetable.heading.named", source="catalogue 4.2: segments and meetings by number over rows")
def names_segment(title: Title) -> bool:
    """A segment or meeting by its name heads rows."""
    return is_marked(title.cell.text.split("(")[0], "headings")


@rule("timetable.heading.bold", source="catalogue 4.2: bold headings over rows")
def is_bold_heading(title: Title) -> bool:
    """Bold words head rows where entries with numbers are not bold, unless they have a time of their own."""
    return title.cell.bold and title.plain and not (title.cell.bullet or title.timed)


#: What heads rows.
HEADINGS = (names_segment, is_bold_heading)


@rule("timetable.entry.detail", source="catalogue 4.1: bullets below an item say more of it")
def is_detail(title: Title) -> bool:
    """A cell with a bullet below an entry says more of it and is none."""
    cell = title.cell
    return cell.bullet and title.below and not cell.items and leading_items(cell.text.lstrip(BULLETS)) is None


@rule("timetable.entry.codes", source="catalogue 4.1: papers under the items they are for")
def holds_codes(title: Title) -> bool:
    """A cell of document symbols names the papers of the entry above."""
    return is_codes(title.cell.text)


@rule("timetable.entry.notes", source="catalogue 4.2: `NOTE 1 -` below the table")
def is_note(title: Title) -> bool:
    """A note below the table is no entry."""
    return opens_with(title.cell.text, "notes") and not title.cell.items


@rule("timetable.entry.address", source="programmes of agencies: `Contact: ports@example.org` below the last row")
def is_address(title: Title) -> bool:
    """A line with an address for mail says whom to ask."""
    return holds_address(title.cell.text) and not title.cell.items


@rule("timetable.entry.person", source="programmes of conferences: who leads or speaks, below or beside the title")
def is_person(title: Title) -> bool:
    """Who leads an entry or speaks is no entry."""
    return names_person(title.cell.text) and not title.cell.items


@rule("timetable.entry.strokes", source="typescript: `-----` below the last row")
def is_stroke(title: Title) -> bool:
    """A cell without any letter or digit is no entry."""
    return not any(map(str.isalnum, title.cell.text))


@rule("timetable.entry.head", source="catalogue 4.1: `Plenary`, `Working Group` over columns, nothing over the times")
def heads_column(title: Title) -> bool:
    """The bold head of a column of titles in the first row is no entry."""
    cell = title.cell
    return title.upper and cell.bold and not (cell.items or title.timed) and column_role(cell.text) == "title"


#: What is no entry of its own.
NO_ENTRY = (is_detail, holds_codes, is_note, is_address, is_person, is_stroke, heads_column)
