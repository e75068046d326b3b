"""Rows of a timetable that head its columns: days or slots side by side, names of the bodies that meet in parallel.

Format catalogue 4.1: `days as columns`, `Morning (10 a.m.–1 p.m.)` beside `Afternoon (3–6 p.m.)`, `Plenary` beside
`Working group`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.layout.tables.geometry import column_of
from extractor.records import replace
from extractor.rules import rule
from extractor.structure.timetable.cells import Piece
from extractor.structure.timetable.column_heads import heads_times
from extractor.structure.timetable.columns import Layout
from extractor.structure.timetable.moments import Calendar, Moment
from extractor.structure.timetable.phrases import column_role
from extractor.structure.timetable.rows import wraps
from extractor.structure.timetable.settings import GRID, SETTINGS
from extractor.structure.timetable.sheets import Sheet
from extractor.structure.timetable.words import completes_date, has_clock, has_month, has_weekday, is_clockwork


@rule("timetable.heads.days", source="catalogue 4.1: days as columns, rooms or times as rows", otherwise={})
def days_beside(row: Sequence[Piece], layout: Layout, calendar: Calendar) -> dict[int, Moment]:
    """The days that this row puts over columns side by side; empty where it is no such row."""
    if len(row) < 2:
        return {}
    found: dict[int, Moment] = {}
    for piece in row:
        if heads_times.applies(row, piece):
            continue
        if not is_clockwork(piece.text):
            return {}
        moment = calendar.peek(piece.text)
        if moment and moment.dated and not moment.clocked:
            found[column_of(piece.edge, layout.edges, GRID)] = moment
    return found if len(found) > 1 and len({m.first for m in found.values()}) > 1 else {}


@rule("timetable.heads.wrapped_days", source="catalogue 4.1: days as columns, dates that wrap in narrow heads")
def ends_days(row: Sequence[Piece], head: Sequence[Piece], layout: Layout) -> bool:
    """The rest of the days in the row above (`2031` below `Wednesday, 14 May`) is no entry."""
    above = {column_of(piece.edge, layout.edges, GRID): piece.text for piece in head}
    return all(completes_date(piece.text, above.get(column_of(piece.edge, layout.edges, GRID), "")) for piece in row)


@rule(
    "timetable.heads.slots",
    source="catalogue 4.1: `Morning (10 a.m.–1 p.m.)` beside `Afternoon (3–6 p.m.)`",
    otherwise={},
)
def slots_beside(
    row: Sequence[Piece],
    layout: Layout,
    calendar: Calendar,
    above: Sequence[Sequence[Piece]],
    *,
    grid: bool,
    slotted: bool,
) -> dict[int, Moment]:
    """The slots that this row puts over columns of entries; empty where it is no such row.

    In a grid (`grid`: days head the columns) one cell may have a slot of its own; `above` are the pieces of each
    column so far, whose wrapped lines may be no more than a time. A time alone in its row and in the first column is
    the whole row's, unless columns had slots before (`slotted`).
    """
    if not slotted and len(row) == 1 and column_of(row[0].edge, layout.edges, GRID) == 0:
        return {}
    found: dict[int, Moment] = {}
    for piece in row:
        at = column_of(piece.edge, layout.edges, GRID)
        if layout.roles[at] == "when":
            if column_role(piece.text) is None:
                return {}
            continue
        moment = _slot(piece.text, calendar)
        if moment is not None and not wraps.applies(piece, above[at]):
            found[at] = moment
        elif not grid and (moment is not None or column_role(piece.text) is None):
            return {}
    return found if grid or len(found) > 1 else {}


def with_whole_slots(rows: Sequence[list[Piece]], layout: Layout, calendar: Calendar) -> Iterator[list[Piece]]:
    """The rows, those made one whose lines are slots over columns (`Morning` / `(10 a.m.–1 p.m.)`)."""
    at = 0
    while at < len(rows):
        found = whole_slots.applies(rows[at : at + SETTINGS.head_lines], layout, calendar)
        row, count = found or (rows[at], 1)
        yield row
        at += count


@rule(
    "timetable.heads.whole_slots",
    source="catalogue 4.1: `Morning` / `(10 a.m.–1 p.m.)` beside `Afternoon` / `(3–6 p.m.)`",
    otherwise=None,
)
def whole_slots(rows: Sequence[list[Piece]], layout: Layout, calendar: Calendar) -> tuple[list[Piece], int] | None:
    """Slots over columns may take several lines: the row that they make, and how many lines it takes."""
    head = rows[0]
    if len(head) < 2 or not any(is_clockwork(piece.text.partition("(")[0]) for piece in head):
        return None
    for count in range(len(rows), 1, -1):
        whole: dict[int, Piece] = {}
        for piece in (piece for row in rows[:count] for piece in row):
            at = column_of(piece.edge, layout.edges, GRID)
            whole[at] = replace(piece, text=f"{whole[at].text} {piece.text}") if at in whole else piece
        slots = [at for at, piece in whole.items() if _slot(piece.text, calendar)]
        if len(slots) > 1 and all(
            at in slots if layout.roles[at] == "title" else column_role(piece.text) for at, piece in whole.items()
        ):
            return list(whole.values()), count
    return None


def _slot(text: str, calendar: Calendar) -> Moment | None:
    """The time or half day that a text is, with no day and nothing else."""
    head, bracket, _ = text.partition("(")
    if has_month(text) or (not is_clockwork(text) and not (bracket and is_clockwork(head))):
        return None
    moment = calendar.peek(text)
    return moment if moment is not None and moment.clocked and not moment.dated else None


@rule("timetable.heads.behind_day", source="catalogue 4.1: `Monday, 12 May` `Item` `Subject` as heads of columns")
def stand_behind_day(row: Sequence[Piece], clocks: Sequence[Piece]) -> bool:
    """Heads of columns in one row with the day that dates the rows below, which have hours, hold no entries."""
    if len(row) < 2 or not any(has_clock(piece.text) for piece in clocks):
        return False
    if not (is_clockwork(row[0].text) and (has_month(row[0].text) or has_weekday(row[0].text))):
        return False
    return all(
        column_role(piece.text) in ("title", "item", "other") and not piece.text[:1].islower() for piece in row[1:]
    )


def over_days(row: list[Piece], before: Sequence[Piece], sheet: Sheet) -> list[Piece]:
    """A row of a grid whose words stand in the middle of all its days, as those of a cell over all of these."""
    titles = sheet.layout.titles
    if wraps.applies(row[-1], before):
        return row
    if len(titles) < 2 or len(row) > 2 or [sheet.column(p) in titles for p in row] not in ([True], [False, True]):
        return row
    left = sheet.layout.edges[titles[0]]
    right = max(piece.x1 for line in sheet.rows for piece in line)
    if not in_middle_of_days.applies(row[-1], left, right):
        return row
    return [*row[:-1], replace(row[-1], left=left, right=right)]


@rule("timetable.heads.over_days", source="grids without rules: `Lunch break` in the middle of all days")
def in_middle_of_days(piece: Piece, left: float, right: float) -> bool:
    """Words alone beside their time, about the middle of the columns of days, are an entry of all of them."""
    aside = abs((piece.x0 + piece.x1 - left - right) / 2)
    return piece.left is None and aside < SETTINGS.middle_of_days * (right - left)


@rule("timetable.heads.bodies", source="catalogue 4.1: `Plenary` beside `Working Group` under a day")
def names_bodies(row: Sequence[Piece], before: Sequence[Piece]) -> bool:
    """A row under a day that only names the bodies whose meetings stand below it holds no entries."""
    if len(row) < 2 or len(before) != 1 or not is_clockwork(before[0].text):
        return False
    return all(column_role(piece.text) in ("title", "other") for piece in row)
