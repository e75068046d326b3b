"""The columns of a timetable and what stands in them: times, item numbers, titles, the rest (format catalogue 4.1)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.built import compiled
from extractor.grammar.calendar import find_times
from extractor.layout.lines.model import Line
from extractor.layout.tables.geometry import column_of, free_edges, ruled_edges
from extractor.records import Struct
from extractor.rules import Rule, rule
from extractor.structure.timetable.cells import Piece, pieces_of
from extractor.structure.timetable.column_heads import are_hours_beside, days_of, heads_of, is_day_row, is_slot_row
from extractor.structure.timetable.item_numbers import leading_items, read_items
from extractor.structure.timetable.parting import clock_at_head, parted
from extractor.structure.timetable.phrases import ColumnRole, column_role, is_marked
from extractor.structure.timetable.ruled import Ruled
from extractor.structure.timetable.settings import GRID, SETTINGS
from extractor.structure.timetable.words import (
    begins_moment,
    completes_date,
    has_clock,
    has_month,
    has_weekday,
    is_clockwork,
    is_half_range,
    opens_bracket,
)
from extractor.structure.vocabulary import is_heading

#: The number of a meeting with what is set behind it.
_COUNT = compiled(r"(\d{1,4})[^\W\d]{0,3}\W?")
#: What is said of a meeting below its number: `(closed)`.
_REMARK = compiled(r"[(（][^\W\d][^()（）]*[)）]")
#: No month has more days.
_LAST_DAY = 31


class Layout(Struct):
    """The columns of a timetable: left edges and what stands in each."""

    edges: list[float]
    roles: list[ColumnRole]
    named: bool = False
    items: bool = False  # there is a column of item numbers

    @property
    def titles(self) -> list[int]:
        """The columns in which entries stand."""
        return self.of("title") or self.of("item")

    def of(self, *roles: ColumnRole) -> list[int]:
        """The columns that hold one of these."""
        return [at for at, role in enumerate(self.roles) if role in roles]


def layout_of(lines: Sequence[Line], ruled: Ruled) -> Layout | None:
    """The columns of these lines, None when they are no table with a column of times or of items."""
    rows = [row for order, line in enumerate(lines) if (row := pieces_of(line, order, ruled))]
    edges: list[float] = []
    for page in sorted({line.page for line in lines}):
        own = [line for line in lines if line.page == page]
        # above the headings perhaps stands another table
        rows_from = next((line for line in own if not _is_heading(line)), own[0]).top
        found = ruled_edges(
            ruled.rules.get(page, []), rows_from - SETTINGS.above, own[-1].bottom + SETTINGS.below, GRID
        )
        if len(found) > len(edges):
            edges = found
    drawn = _kept(edges, rows) if len(edges) > 1 else []
    layout = _roles(drawn, [parted(row, drawn) for row in rows]) if len(drawn) > 1 else None
    if layout is None:
        layout = _roles(_under_heads(free_edges(rows, GRID), rows), rows)
    return layout


def _under_heads(edges: list[float], rows: Sequence[Sequence[Piece]]) -> list[float]:
    """The edges, with those at which lines begin below a head of their own."""
    heads = next((row for row in rows[: SETTINGS.heads_among] if _are_heads(row)), ())
    more = [head.x0 for head in heads if all(abs(head.x0 - edge) > GRID.apart for edge in edges)]
    return sorted([*edges, *(x0 for x0 in more if begins_below.applies(x0, rows))]) if more else edges


def _are_heads(row: Sequence[Piece]) -> bool:
    return len(row) > 2 and all(column_role(piece.text) for piece in row)


@rule("timetable.columns.below_head", source="layout: rows whose cells are centred, so that numbers begin their lines")
def begins_below(x0: float, rows: Sequence[Sequence[Piece]]) -> bool:
    """Below a head of its own a column is there whose cells are the first of their lines."""
    return sum(row[0].x0 > x0 - GRID.aligned and row[0].x0 < x0 + GRID.aligned for row in rows) >= SETTINGS.least_begun


def _is_heading(line: Line) -> bool:
    """Whether a line is the heading of an annex or of a timetable."""
    return is_heading(line.text, "annex") or is_heading(line.text, "schedule")


@rule(
    "timetable.columns.used",
    source="layout: a border that is drawn where no cell begins, such as the right frame, heads no column",
    otherwise=True,
)
def is_used(at: int, rows: Sequence[Sequence[Piece]], edges: list[float]) -> bool:
    """A border at which nothing begins is no edge of a column."""
    return any(column_of(piece.edge, edges, GRID) == at for row in rows for piece in row)


def _kept(edges: list[float], rows: Sequence[Sequence[Piece]]) -> list[float]:
    """Only the edges at whose columns something begins; the first keeps what stands left of it."""
    return [edge for at, edge in enumerate(edges) if is_used.applies(at, rows, edges)]


class Column(Struct, frozen=True):
    """What stands in a column.

    Attributes:
        pieces: its pieces.
        head: what its head says.
        days: whether a row of days puts one over it.
        timed: the share of its pieces that are dates or times.
        numbered: the share that are numbers of items.
    """

    pieces: Sequence[Piece]
    head: ColumnRole | None
    days: bool
    timed: float
    numbered: float

    @property
    def items(self) -> int:
        """How many of its pieces begin with an item by its word."""
        return sum(lead is not None and lead.worded for lead in (leading_items(p.text) for p in self.pieces))

    @property
    def counts(self) -> list[int]:
        """The numbers of which all of it below its head are, if they go up by one (`601st`, `602nd`)."""
        body = [p.text for p in self.pieces if column_role(p.text) is None and not _REMARK.fullmatch(p.text)]
        found = [number for text in body if (number := _COUNT.fullmatch(text)) and not clock_at_head().search(text)]
        counts = [int(number[1]) for number in found]
        rising = all(after - before == 1 for before, after in pairwise(counts))
        return counts if rising and len(counts) > 1 and len(found) == len(body) else []

    @property
    def length(self) -> int:
        """How many characters stand in it."""
        return sum(len(piece.text) for piece in self.pieces)


@rule("timetable.columns.days", source="catalogue 4.1: days as columns, rooms or times as rows")
def below_days(column: Column) -> bool:
    """Entries stand below days that head their columns."""
    return column.days


@rule("timetable.columns.durations", source="agencies: `Duration` with `15 min` beside the times")
def holds_durations(column: Column) -> bool:
    """Lengths of time (`15 min`) are no times of day."""
    body = [piece.text for piece in column.pieces if column_role(piece.text) is None]
    return len(body) > 1 and all(map(_is_duration, body))


def _is_duration(text: str) -> bool:
    """Whether a text is a number with a word of time, and no hour or day."""
    if not (text[:1].isdigit() and any(map(str.isalpha, text)) and is_clockwork(text)):
        return False
    return not (has_clock(text) or has_month(text) or has_weekday(text) or is_slot.applies(text))


@rule("timetable.columns.slots_in_words", source="French papers: `14 h 30-17 h 30` in a column of its own")
def is_slot(text: str) -> bool:
    """A time with a beginning and an end that are hours of the day is no length."""
    return any(end is not None for found in find_times(text) for _, end in found.sittings)


@rule("timetable.columns.when", source="catalogue 4.1: `Date and time`, `Time`, `Date/Time`")
def holds_times(column: Column) -> bool:
    """A column mostly of dates and times says when, under its head one with fewer, if hours are among them."""
    if heads_numbers.applies(column):
        return False
    if column.head == "when" and any(clock_at_head().search(piece.text) for piece in column.pieces):
        return column.timed >= SETTINGS.headed
    return column.timed >= SETTINGS.mostly


@rule("timetable.columns.headed_items", source="catalogue 4.1: `Items` over `1 and 2`, `4 and 5`, which read like days")
def heads_numbers(column: Column) -> bool:
    """Numbers of items alone below a head that says so are no days."""
    return column.head == "item" and column.numbered >= SETTINGS.mostly


@rule("timetable.columns.item", source="catalogue 4.1: `Agenda item`, `Item`")
def holds_numbers(column: Column) -> bool:
    """A column mostly of numbers of items gives entries their items."""
    return column.numbered >= SETTINGS.mostly and not heads_entries.applies(column)


@rule(
    "timetable.columns.items_as_titles", source="commissions: `Plenary` over `Item 1`, beside `Informal consultations`"
)
def heads_entries(column: Column) -> bool:
    """Items by their word below the head of a column of titles are entries of their own, whatever stands beside."""
    return column.head == "title" and column.items >= SETTINGS.least_items


@rule("timetable.columns.other", source="catalogue 4.1: `Documentation`, `Venue`, `Reference`")
def headed_other(column: Column) -> bool:
    """A column for papers, rooms or speakers by its head has no entries."""
    return column.head == "other"


@rule("timetable.columns.names", source="catalogue 4.1: `Plenary`, `Working Group` between the hours and the items")
def names_meetings(column: Column) -> bool:
    """A column of nothing but names of kinds of meetings has no entries."""
    named = sum(is_marked(p.text, "headings") or column_role(p.text) == "title" for p in column.pieces)
    return column.head is None and named == len(column.pieces) > 1


#: What a column holds; titles where none applies.
ROLES: tuple[tuple[Rule[[Column], bool], ColumnRole], ...] = (
    (below_days, "title"),
    (holds_durations, "other"),
    (holds_times, "when"),
    (holds_numbers, "item"),
    (headed_other, "other"),
    (names_meetings, "other"),
)


@rule(
    "timetable.columns.counted",
    source="catalogue 4.1: a column with the numbers of meetings beside that of their times",
)
def counts_meetings(column: Column, roles: Sequence[ColumnRole], columns: Sequence[Column]) -> bool:
    """`Meeting` or `Period` over something else than times, or numbers alone, beside a column of times, say no time."""
    if column.head != "when" or "when" not in roles:
        return False
    if counts := column.counts:
        return counts[-1] > _LAST_DAY or any(has_month(p.text) for each in columns for p in each.pieces)
    named = zip(roles, columns, strict=True)
    return any(role == "item" or (role == "title" and each.head in ("title", "item")) for role, each in named)


@rule(
    "timetable.columns.beside",
    source="catalogue 4.1: two-column text without heads; remarks and rooms beside the titles",
)
def stands_beside(column: Column, first: Column, columns: Sequence[Column]) -> bool:
    """Without heads the first column of text holds the titles; another does when items begin in it.

    ... or when it has as many lines, no much shorter ones (`Chair`, `Room 2`), and does not say the same again.
    """
    return (
        column is not first
        and not any(each.head == "title" for each in columns)
        and column.head is None
        and not column.days
        and not side_by_side.applies(column, first)
        and (
            len(column.pieces) < SETTINGS.beside * len(first.pieces)
            or column.length < SETTINGS.short * first.length
            or repeats.applies(column)
        )
        and column.items < SETTINGS.least_items
    )


@rule("timetable.columns.repeats", source="programmes: `Plenary hall`, `Plenary hall`, `Room B` beside the titles")
def repeats(column: Column) -> bool:
    """A column that says the same few things again and again names rooms or chairs."""
    texts = [piece.text for piece in column.pieces]
    return len(texts) >= SETTINGS.least_repeating and 2 * len(set(texts)) <= len(texts) + 1


@rule("timetable.columns.bodies", source="catalogue 4.1: `Plenary` beside `Committee of the Whole` behind the day")
def side_by_side(column: Column, first: Column) -> bool:
    """Two columns of which each begins with the name of a kind of meeting hold the entries of both."""
    return all(one.pieces and column_role(one.pieces[0].text) == "title" for one in (column, first))


def _roles(edges: list[float], rows: Sequence[Sequence[Piece]]) -> Layout | None:
    """The columns with what they hold; None when they are no timetable."""
    if len(edges) < 2:
        return None
    columns, shared = _columns(edges, rows)
    roles: list[ColumnRole] = [next((role for one, role in ROLES if one.applies(c)), "title") for c in columns]
    roles = [
        "other" if (role == "title" or column.counts) and counts_meetings.applies(column, roles, columns) else role
        for role, column in zip(roles, columns, strict=True)
    ]
    items = "item" in roles
    if "title" not in roles and not items and "other" in roles:
        roles[roles.index("other")] = "title"
    headed = any(column.head for column in columns)
    if not ("title" in roles or items) or not ("when" in roles or items or any(column.days for column in columns)):
        return None
    if not headed and shared < SETTINGS.least_shared:
        return None
    main = columns[roles.index("title")] if "title" in roles else None
    roles = [
        "other" if role == "title" and main and stands_beside.applies(column, main, columns) else role
        for role, column in zip(roles, columns, strict=True)
    ]
    return Layout(edges, roles, headed, items)


def _columns(edges: list[float], rows: Sequence[Sequence[Piece]]) -> tuple[list[Column], int]:
    """What stands in each column, and how many rows have cells in more than one."""
    pieces: list[list[Piece]] = [[] for _ in edges]
    taken = [{column_of(piece.edge, edges, GRID) for piece in row} for row in rows]
    # headings stand above the first row of several cells and say nothing of the first column
    opening = next((at for at, row in enumerate(taken) if len(row) > 1), 0)
    for row in rows[opening:]:
        for piece in row:
            pieces[column_of(piece.edge, edges, GRID)].append(piece)
    heads = heads_of(edges, rows)
    days = {
        column_of(piece.edge, edges, GRID)
        for row in rows
        if is_day_row(row, edges) or is_slot_row.applies(row) or are_hours_beside.applies(days_of(row))
        for piece in days_of(row)
    }
    found = [_column(own, heads.get(at), at in days) for at, own in enumerate(pieces)]
    return found, sum(len(row) > 1 for row in taken[opening:])


def _column(pieces: Sequence[Piece], head: ColumnRole | None, days: bool) -> Column:
    # the number of a meeting stands over its time (`3rd meeting` / `10 a.m.–1 p.m.`) and says nothing of the column
    body = [p for p in pieces if column_role(p.text) is None and not is_marked(p.text, "headings")]
    # a digit or year under a weekday or month is a part of the date
    clocks = [p for at, p in enumerate(body) if begins_moment(p.text) or (at and _goes_on(p.text, body[at - 1].text))]
    # bold headings over the rows begin in the first column and say nothing of it
    plain = [p for p in body if not p.bold] or body
    count = len(plain) or 1
    timed = sum(not p.bold or plain is body for p in clocks) / count
    return Column(
        pieces=pieces,
        head=head,
        days=days,
        timed=max(len(clocks) / (len(body) or 1), timed),
        numbered=sum(read_items(p.text, "1") is not None or p.text in ("(", ")") for p in plain) / count,
    )


def _goes_on(text: str, above: str) -> bool:
    """Whether a line is the rest of the date or time above it."""
    return completes_date(text, above) or opens_bracket(above) or (text.isdecimal() and is_half_range(above))
