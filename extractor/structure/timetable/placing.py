"""Where each piece of a page belongs: in a column, or nowhere because it dates, ends or heads what stands below it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import chain, pairwise

from extractor.records import Struct, field
from extractor.rules import Rule, rule
from extractor.structure.timetable.cells import Cell, Piece
from extractor.structure.timetable.heads import (
    days_beside,
    ends_days,
    names_bodies,
    over_days,
    slots_beside,
    stand_behind_day,
    with_whole_slots,
)
from extractor.structure.timetable.model import Event, EventKind
from extractor.structure.timetable.moments import Calendar, Moment, is_week
from extractor.structure.timetable.phrases import ColumnRole, column_role, is_marked, opens_with
from extractor.structure.timetable.rows import dates_on, whole_times, wraps
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.sheets import Sheet
from extractor.structure.timetable.time_cells import is_unfinished_clock
from extractor.structure.timetable.words import (
    banner_day,
    has_month,
    has_weekday,
    is_clockwork,
    is_counted_day,
    is_half_range,
    opens_bracket,
)


class Placed(Struct):
    """What stands on a page.

    Attributes:
        columns: the pieces of each column.
        dated: cells that are a date or time for the rows below them.
        events: heads of columns, and what ends a slot or a day or heads rows.
        labels: words in the column of times over the time of their row (`283rd plenary meeting`).
        clocks: the pieces of time in the columns of times.
        grid: whether days head the columns.
    """

    columns: list[list[Piece]]
    clocks: list[Piece]
    grid: bool
    dated: list[tuple[Cell, Moment]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    labels: list[Piece] = field(default_factory=list)
    dated_rows: bool = False  # the last date of a column stands beside entries, not over them


class Spot(Struct, frozen=True):
    """A piece where it stands.

    Attributes:
        piece: the piece.
        role: what its column holds.
        single: whether nothing stands beside it.
        titled: whether something stands beside it in a column of titles.
        above: the pieces of its column above it.
        clocks: the pieces of time of the page.
        calendar: reads moments.
        dated_rows: whether the last date of a column stands beside entries, not over them.
    """

    piece: Piece
    role: ColumnRole
    single: bool
    titled: bool
    above: Sequence[Piece]
    clocks: Sequence[Piece]
    calendar: Calendar
    dated_rows: bool


class Place(Enum):
    """Where a piece belongs."""

    COLUMN = auto()
    TITLES = auto()  # the first column of titles, though it begins in another
    LABEL = auto()
    MOMENT = auto()
    CLEAR = auto()
    RESET = auto()
    HEADING = auto()
    NOWHERE = auto()


#: The events that pieces of a place are.
_ENDS = {Place.CLEAR: EventKind.CLEAR, Place.RESET: EventKind.RESET, Place.HEADING: EventKind.HEADING}


def place_pieces(sheet: Sheet, calendar: Calendar, grid: bool) -> Placed:
    """Place all pieces of a page; `grid` says that days headed the columns of the page before."""
    layout = sheet.layout
    clocks = [p for row in sheet.rows for p in row if layout.roles[sheet.column(p)] == "when" and is_clockwork(p.text)]
    placed = Placed([[] for _ in layout.edges], clocks, grid)
    slotted = False
    rows = with_whole_slots([whole_times(row, layout) for row in sheet.rows], layout, calendar)
    nothing: list[Piece] = []
    headed: list[Piece] | None = None
    for before, row in pairwise(chain([nothing], rows)):
        height = row[0].baseline - row[0].size
        if counts_day.applies(row):
            row = row[1:]
        if days := days_beside.applies(row, layout, calendar):
            placed.events.append(Event(EventKind.DAYS, sheet.page, height, days=days))
            placed.grid, headed = True, row
            continue
        if headed is before and ends_days.applies(row, before, layout):
            continue
        if slots := slots_beside.applies(row, layout, calendar, placed.columns, grid=placed.grid, slotted=slotted):
            slotted = True
            placed.events.append(Event(EventKind.SLOTS, sheet.page, height, days=slots))
            row = [p for p in row if sheet.column(p) not in slots and column_role(p.text) is None]
        if row and placed.grid:
            row = over_days(row, before, sheet)
        if names_bodies.applies(row, before):
            continue
        if stand_behind_day.applies(row, clocks):
            row = row[:1]
        _place_row(row, sheet, calendar, placed)
    return placed


def _place_row(row: Sequence[Piece], sheet: Sheet, calendar: Calendar, placed: Placed) -> None:
    roles = sheet.layout.roles
    titled = any(roles[sheet.column(piece)] == "title" for piece in row)
    for piece in row:
        at = sheet.column(piece)
        single = len(row) == 1
        spot = Spot(piece, roles[at], single, titled, placed.columns[at], placed.clocks, calendar, placed.dated_rows)
        name, place = _place_of(spot)
        if is_clockwork(piece.text) and (has_month(piece.text) or has_weekday(piece.text)):
            placed.dated_rows = not single
        if place is Place.COLUMN:
            placed.columns[at].append(piece)
        elif place is Place.TITLES:
            placed.columns[sheet.layout.titles[0]].append(piece)
        elif place is Place.LABEL:
            placed.labels.append(piece)
        elif place is Place.MOMENT:
            if (moment := _moment_at(spot)) is not None:
                placed.dated.append((Cell([piece], at, rule=name), moment))
        elif kind := _ENDS.get(place):
            placed.events.append(Event(kind, sheet.page, Cell([piece], at).top, rule=name))


@rule("timetable.place.counted_day", source="conventions: `Day 1 | Monday, 18 September` over the hours")
def counts_day(row: Sequence[Piece]) -> bool:
    """The number of a day in a cell before its date says nothing more."""
    if len(row) != 2 or not is_clockwork(row[1].text) or not (has_weekday(row[1].text) or has_month(row[1].text)):
        return False
    return is_counted_day(f"{row[0].text}: {row[1].text}")


def _place_of(spot: Spot) -> tuple[str, Place]:
    """Where a piece belongs, and the name of the rule that says so."""
    found = next(((one.name, place) for one, place in ANYWHERE if one.applies(spot)), None)
    if found is None and not _in_its_column(spot):
        found = next(((one.name, place) for one, place in WORDS_IN_TIMES if one.applies(spot)), None)
    return found or ("", Place.COLUMN)


def _moment_at(spot: Spot) -> Moment | None:
    """The date or time that a piece is, or that stands at its head."""
    text, calendar = spot.piece.text, spot.calendar
    if spot.single and (day := banner_day(text)):
        return calendar.peek(day)
    return calendar.peek(text) or (calendar.day_at_place(text) if spot.single else calendar.head(text))


@rule("timetable.place.undated", source="catalogue 4.2: `To be determined` in place of a date")
def undated(spot: Spot) -> bool:
    """Words in place of a date end the day above (`To be determined`); in place of a time they end the slot alone."""
    if spot.role != "when" or spot.single or not spot.dated_rows:
        return False
    dates = any(has_month(piece.text) or has_weekday(piece.text) for piece in spot.above)
    return dates and is_marked(spot.piece.text, "undated")


@rule("timetable.place.week", source="catalogue 4.2: `Week of 30 June-4 July`, `First Week (4-8 October)`")
def week(spot: Spot) -> bool:
    """The heading of a week ends the day above."""
    return spot.single and is_week(spot.piece.text)


@rule("timetable.place.followed", source="contract, rules on slots: what follows another entry has no clock of its own")
def followed(spot: Spot) -> bool:
    """What is followed by something else keeps its slot, what follows has none."""
    return spot.single and spot.role == "when" and opens_with(spot.piece.text, "followed")


@rule(
    "timetable.place.remark", source="catalogue 4.2: notes such as `(subject to change)`, `All times are Geneva time`"
)
def remark(spot: Spot) -> bool:
    """A remark on the whole timetable is no entry."""
    return spot.single and is_marked(spot.piece.text, "remarks")


@rule(
    "timetable.place.moment_alone",
    source="catalogue 4.2: date rows, bold and centred or at the left edge of the titles",
)
def moment_alone(spot: Spot) -> bool:
    """A date or time alone in its row holds for the rows below, in whatever column it stands."""
    text = spot.piece.text
    return (
        spot.single
        and spot.role != "when"
        and is_clockwork(text)
        and not wraps.applies(spot.piece, spot.above)
        and spot.calendar.peek(text) is not None
    )


@rule("timetable.place.banner", source="catalogue 4.2: `Day 2: Wednesday 26 February: General segment` over its rows")
def banner(spot: Spot) -> bool:
    """A day with the name of its segment, alone in its row, dates the rows below and is no entry."""
    return spot.single and bool(banner_day(spot.piece.text)) and _moment_at(spot) is not None


def _in_its_column(spot: Spot) -> bool:
    """Words outside the column of times and times inside it stand where they belong."""
    text = spot.piece.text
    if spot.role != "when" or is_clockwork(text) or is_unfinished_clock(text) or opens_remark.applies(text):
        return True
    if not spot.above:
        return False
    above = spot.above[-1]
    ends = is_half_range(above.text) and text.isdecimal()
    return ends or dates_on(spot.piece, above) or opens_remark.applies(above.text)


@rule("timetable.place.wrapped_remark", source="narrow columns of times: `9–11 a.m. (New York` / `time)`")
def opens_remark(text: str) -> bool:
    """A bracket that a time opens and does not close goes on in the line below."""
    return opens_bracket(text)


@rule("timetable.place.behind_time", source="programmes of conferences: an entry set left of the column of titles")
def behind_time(spot: Spot) -> bool:
    """Words right behind a time, in a row without a title, are its entry."""
    piece = spot.piece
    return not spot.titled and any(p.order == piece.order and p.x1 < piece.x0 for p in spot.clocks)


@rule("timetable.place.label", source="catalogue 4.1: `283rd plenary meeting` over or under its time")
def label(spot: Spot) -> bool:
    """Words right over or under a time say more of its slot."""
    piece = spot.piece
    return not piece.bold and any(
        abs(p.baseline - piece.baseline) < SETTINGS.label_reach * piece.size
        and abs(p.x0 - piece.x0) < SETTINGS.label_edge
        for p in spot.clocks
    )


@rule("timetable.place.moment_at_head", source="catalogue 4.2: a day with its place, a time with a remark")
def moment_at_head(spot: Spot) -> bool:
    """A date or time with more behind it dates the rows below."""
    return _moment_at(spot) is not None


@rule("timetable.place.title_astray", source="catalogue 4.1: titles that begin at the edge of the times")
def title_astray(spot: Spot) -> bool:
    """Words alone in the column of times are a title, unless they head rows."""
    piece = spot.piece
    return spot.single and not (piece.bold or is_marked(piece.text, "headings") or _over_clock(spot))


@rule("timetable.place.heads_rows", source="catalogue 4.2: segments and meetings by number over rows")
def heads_rows(spot: Spot) -> bool:
    """Bold words, the name of a segment or words over a time, alone in their row, head the rows below."""
    return spot.single


@rule("timetable.place.bold_beside", source="catalogue 4.1: headings whose words stand far apart")
def bold_beside(spot: Spot) -> bool:
    """Bold words beside others are a part of a heading."""
    return spot.piece.bold


@rule("timetable.place.number_beside", source="catalogue 4.1: `1st meeting` in a column of its own before its time")
def number_beside(spot: Spot) -> bool:
    """The name of a meeting in the row of a time says more of its slot and ends none."""
    return is_marked(spot.piece.text, "headings") and any(p.order == spot.piece.order for p in spot.clocks)


@rule("timetable.place.no_clock", source="catalogue 4.2: `Post-meeting`, a slot without a clock")
def no_clock(spot: Spot) -> bool:
    """Words in place of a time end the slot above (`Post-meeting`)."""
    return spot.role == "when"


def _over_clock(spot: Spot) -> bool:
    """Whether words in the column of times head the slot whose time follows (`Drafting Committee` / `3–6 p.m.`)."""
    piece = spot.piece
    return any(
        abs(p.x0 - piece.x0) < SETTINGS.heads_edge
        and 0 < p.baseline - piece.baseline < SETTINGS.heads_reach * piece.size
        for p in spot.clocks
    )


#: What decides where a piece of any column belongs.
ANYWHERE: tuple[tuple[Rule[[Spot], bool], Place], ...] = (
    (undated, Place.CLEAR),
    (week, Place.CLEAR),
    (followed, Place.RESET),
    (remark, Place.NOWHERE),
    (banner, Place.MOMENT),
    (moment_alone, Place.MOMENT),
)
#: ... and then of words in the column of times that are no part of a date or time.
WORDS_IN_TIMES: tuple[tuple[Rule[[Spot], bool], Place], ...] = (
    (behind_time, Place.TITLES),
    (label, Place.LABEL),
    (moment_at_head, Place.MOMENT),
    (title_astray, Place.TITLES),
    (heads_rows, Place.HEADING),
    (bold_beside, Place.NOWHERE),
    (number_beside, Place.NOWHERE),
    (no_clock, Place.RESET),
)
