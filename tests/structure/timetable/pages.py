"""Timetables set by hand for the tests: rows of cells at given left edges."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import pairwise

from extractor.grammar.calendar import Period
from extractor.layout.lines.model import Line
from extractor.layout.lines.rows import lines_of
from extractor.reading.page import Rule
from extractor.structure.timetable.read import ScheduleContext, ScheduleEntry, read_schedule, schedule_regions
from tests.layout.pages import page, span

Cell = tuple[float, str] | tuple[float, str, str]
Row = list[Cell] | float


#: Sizes of styles.
SIZES = {"h": 14.0, "l": 10.5, "i": 7.0}


def sheet(*rows: Row, number: int = 1, top: float = 90.0, size: float = 9.0) -> list[Line]:
    """Lines of a page. A row is a list of (x0, text[, style]), a number a jump down in points.

    Styles: ``b`` bold, ``i`` italic and small (column heads), ``h`` a heading of 14 points, ``l`` one of 10.5. Rows
    stand 18 points apart; a row whose first cell begins with ``~`` is the wrapped rest of the one above, 11 points
    below it.
    """
    spans = []
    y = top
    for row in rows:
        if isinstance(row, float | int):
            y += row
            continue
        wrapped = row[0][1].startswith("~")
        y += 11 if wrapped else 18
        for cell in row:
            x0, text = cell[0], cell[1].lstrip("~")
            style = cell[2] if len(cell) > 2 else ""
            face = next((points for mark, points in SIZES.items() if mark in style), size)
            spans.append(span(text, x0, y, face, bold=bool({"b", "h", "l"} & {*style}), italic="i" in style))
    return lines_of(page(spans, number))


def borders(heights: Sequence[float], edges: Sequence[float], right: float) -> list[Rule]:
    """Horizontal borders of a table, drawn cell by cell."""
    ends = [*edges[1:], right]
    return [Rule(x0, y, x1 - 1, y + 0.5) for y in heights for x0, x1 in zip(edges, ends, strict=True)]


def context(first: str = "2030-06-24", last: str = "2030-06-28", language: str = "en") -> ScheduleContext:
    day, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return ScheduleContext(periods=(Period(day, end),), year=day.year, language=language)


def read(
    lines: Sequence[Line], rules: Mapping[int, list[Rule]] | None = None, known: ScheduleContext | None = None
) -> list[ScheduleEntry]:
    """Every entry of the timetables found in the lines."""
    drawn = dict(rules or {})
    found: list[ScheduleEntry] = []
    for region in schedule_regions(lines, drawn):
        found += read_schedule(lines[region.start : region.end], drawn, known or context())[0]
    return found


#: Heads of columns: dates, items and titles, and without or with more of them.
HEAD: Row = [(62, "Date and time", "i"), (180, "Item", "i"), (240, "Title", "i")]
HEAD2: Row = [(62, "Date and time", "i"), (240, "Title", "i")]
HEAD3: Row = [(62, "Date and time", "i"), (154, "Item", "i"), (254, "Title", "i")]
HEAD4: Row = [(62, "Date", "i"), (160, "Time", "i"), (240, "Item", "i"), (300, "Title", "i")]


#: A heading of a list of days, and the days.
TITLE: Row = [(62, "Proposed organization of work", "h")]
DAY: Row = [(62, "Monday, 24 June", "b")]
DAY2: Row = [(62, "Tuesday, 25 June", "b")]
#: A day with two times.
DAY_ROWS: tuple[Row, ...] = (
    [(62, "Monday, 24 June", "b")],
    [(62, "10 a.m."), (180, "1"), (240, "Lights")],
    [(62, "3 p.m."), (180, "2"), (240, "Bells")],
)


#: Running text over two lines.
PROSE_ROWS: tuple[Row, ...] = (
    [(62, "The Committee will have before it the report of the harbour master on the lights and bells of the")],
    [(62, "~northern quays, and it may wish to decide that the report be placed before it at its next session.")],
)


def table(
    *first: Row,
    edges: Sequence[float] = (),
    above: Sequence[int] = (),
    second: Sequence[Row] = (),
    second_edges: Sequence[float] = (),
) -> list[tuple[str | None, str | None, str | None, str, str]]:
    """The entries, in short, of a timetable set on one page or two.

    Borders run along `edges` above the lines with the numbers `above` and below the last one; on the second page, along
    `second_edges` above each line.
    """
    lines, more = sheet(*first), sheet(*second, number=2)
    drawn: dict[int, list[Rule]] = {}
    if edges:
        drawn[1] = borders([*(lines[at].top - 4 for at in above), lines[-1].bottom + 4], edges, 540)
    if second_edges:
        drawn[2] = borders([*(line.top - 4 for line in more), more[-1].bottom + 4], second_edges, 530)
    return rows(read([*lines, *more], drawn))


def boxed(
    *first: Row, edges: Sequence[float], right: float = 540, merged: Sequence[tuple[int, int]] = ()
) -> list[tuple[str | None, str | None, str | None, str, str]]:
    """The entries, in short, of a timetable with drawn cells; no border runs at the edges of the rows `merged`."""
    lines = sheet(*first)
    return rows(read(lines, {1: cells(lines, edges, right, merged)}))


def cells(
    lines: Sequence[Line], edges: Sequence[float], right: float = 540, merged: Sequence[tuple[int, int]] = ()
) -> list[Rule]:
    """The borders of drawn cells around lines; none runs at the edges of the rows `merged`."""
    heights = [*(line.top - 4 for line in lines), lines[-1].bottom + 4]
    drawn = [Rule(edges[0], y, right, y + 0.5) for y in heights]
    for at, x in enumerate([*edges, right]):
        bands = [band for row, band in enumerate(pairwise(heights)) if (at, row) not in merged]
        drawn += [Rule(x, top, x + 0.5, bottom) for top, bottom in bands]
    return drawn


def regions(
    *first: Row, second: Sequence[Row] = (), third: Sequence[Row] = (), size: float = 9.0
) -> list[tuple[str, str]]:
    """The texts of the first and the last line of each timetable on up to three pages."""
    lines = [line for at, page in enumerate((first, second, third)) for line in sheet(*page, number=at + 1, size=size)]
    return [(lines[one.start].text, lines[one.end - 1].text) for one in schedule_regions(lines, {})]


def rows(entries: Sequence[ScheduleEntry]) -> list[tuple[str | None, str | None, str | None, str, str]]:
    """(day, start, end, items, title) in short: ``06-24``, ``10:00``, ``13:00``, ``1(a) 2``."""
    return [
        (
            entry.date.strftime("%m-%d") if entry.date else None,
            entry.start.strftime("%H:%M") if entry.start else None,
            entry.end.strftime("%H:%M") if entry.end else None,
            " ".join(entry.items),
            entry.title + (" +" if entry.continued else ""),
        )
        for entry in entries
    ]
