"""The heads of the columns of a timetable: their words, the days side by side over a grid, and half days."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.grammar.calendar.vocabulary import weekday_of
from extractor.layout.tables.geometry import column_of
from extractor.rules import rule
from extractor.structure.timetable.cells import Piece
from extractor.structure.timetable.parting import clock_at_head, span_of_time
from extractor.structure.timetable.phrases import ColumnRole, column_role
from extractor.structure.timetable.settings import GRID, SETTINGS
from extractor.structure.timetable.words import has_clock, is_clockwork, is_day, is_half_day
from extractor.structure.vocabulary import has_figure


def is_day_row(row: Sequence[Piece], edges: Sequence[float]) -> bool:
    """Whether a row heads columns with days side by side: `Monday, 24 June`, `Tuesday, 25 June`, and so on."""
    days = days_of(row)
    if len(days) < SETTINGS.least_days and not are_two_days.applies(days, edges):
        return False
    return all(
        is_clockwork(piece.text)
        and (has_figure(piece.text) or weekday_of(piece.text) is not None)
        and clock_at_head().search(piece.text) is None
        for piece in days
    )


@rule("timetable.columns.two_days", source="meetings of two days: `5 June` and `6 June` over their columns")
def are_two_days(days: Sequence[Piece], edges: Sequence[float]) -> bool:
    """Two days side by side, none of them over the first column, head their columns."""
    return len(days) == 2 and all(column_of(piece.edge, edges, GRID) for piece in days)


@rule(
    "timetable.columns.slot_heads", source="catalogue 4.1: `Date` over days, `Morning` beside `Afternoon` over entries"
)
def is_slot_row(row: Sequence[Piece]) -> bool:
    """Half days side by side, behind the head of the days, head columns of entries."""
    if len(row) < SETTINGS.least_days or column_role(row[0].text) != "when" or has_figure(row[0].text):
        return False
    return all(is_half_day(piece.text.partition("(")[0]) for piece in row[1:])


@rule("timetable.columns.hours_beside", source="UNCCD, UNFCCC: `10 a.m.–1 p.m.` beside `3–6 p.m.` below each day")
def are_hours_beside(row: Sequence[Piece]) -> bool:
    """A row of nothing but times that begin and end, side by side, heads columns of entries."""
    return len(row) > 1 and all(
        is_clockwork(piece.text)
        and (has_clock(piece.text) or clock_at_head().search(piece.text))
        and span_of_time().search(piece.text)
        and not is_day(piece.text)
        for piece in row
    )


def days_of(row: Sequence[Piece]) -> Sequence[Piece]:
    """A row without the head of the column of times before the days."""
    return [piece for piece in row if not heads_times.applies(row, piece)]


@rule("timetable.columns.time_head", source="catalogue 4.1: `Time` over the hours, before the days of a grid")
def heads_times(row: Sequence[Piece], piece: Piece) -> bool:
    """The head of the column of times stands before or behind the days that head the other columns."""
    if len(row) < 2 or (piece is not row[0] and piece is not row[-1]):
        return False
    return column_role(piece.text) == "when" and not has_figure(piece.text)


def heads_of(edges: list[float], rows: Sequence[Sequence[Piece]]) -> dict[int, ColumnRole]:
    """What the heads of the columns say, from the first lines that are nothing but heads."""
    for start in range(min(len(rows), SETTINGS.heads_among)):
        count = head_lines(rows[start : start + SETTINGS.head_lines], edges)
        if count:
            texts = _by_column(rows[start : start + count], edges)
            return {at: column_role(text) or "title" for at, text in texts.items()}
    return {}


def _by_column(rows: Sequence[Sequence[Piece]], edges: list[float]) -> dict[int, str]:
    texts: dict[int, str] = {}
    for row in rows:
        for piece in row:
            at = column_of(piece.edge, edges, GRID)
            texts[at] = f"{texts[at]} {piece.text}" if at in texts else piece.text
    return texts


@rule("timetable.columns.title_word", source="catalogue 4.2: wrapped titles (`… report of the` / `meeting`)")
def is_title_word(texts: Sequence[str]) -> bool:
    """A word in lower case alone in its row is the last one of a title and heads no column."""
    return len(texts) == 1 and texts[0][:1].islower()


@rule("timetable.columns.halls", source="congresses: bold `Hour` `Hall A` `Hall B` over what meets there")
def name_halls(row: Sequence[Piece], below: Sequence[Sequence[Piece]]) -> bool:
    """Bold words beside the bold head of the times head columns, whatever they are, over rows in plain type."""
    return (
        len(row) > 1
        and column_role(row[0].text) == "when"
        and not has_figure(row[0].text)
        and all(piece.bold and not is_clockwork(piece.text) for piece in row[1:])
        and row[0].bold
        and any(not piece.bold for line in below for piece in line)
    )


@rule("timetable.columns.unknown_head", source="programmes: `Date` | `Item` | `Theme of the sitting`, in any language")
def one_unknown(texts: Sequence[str], roles: Sequence[ColumnRole | None]) -> bool:
    """A few words without figures beside heads of times and of another column head the column that is left."""
    if len(texts) < SETTINGS.least_heads or roles.count(None) != 1 or roles[0] != "when":
        return False
    text = texts[roles.index(None)]
    if column_role(text.rpartition(" ")[2]) is not None:
        return False  # two heads that touch
    return not has_figure(text) and len(text) <= SETTINGS.longest_cell and len(text.split()) <= SETTINGS.head_words


def head_lines(rows: Sequence[Sequence[Piece]], edges: list[float]) -> int:
    """How many lines from the first on are the heads of columns; 0 when there are none."""
    for count in range(min(SETTINGS.head_lines, len(rows)), 0, -1):
        if any(rows[0][0].line.page != row[0].line.page for row in rows[:count] if row):
            continue
        roles: list[ColumnRole] = []
        halls = count == 1 and name_halls.applies(rows[0], rows[1:])
        texts = _by_column(rows[:count], edges)
        found = [column_role(text) for text in texts.values()]
        halls = halls or (count == 1 and one_unknown.applies([*texts.values()], found))
        for own in found:
            role = own or ("title" if halls else None)
            if role is None:
                break
            roles.append(role)
        if len(roles) < len(texts):
            continue
        if is_title_word.applies([*texts.values()]):
            continue
        if (len(roles) > 1 or roles == ["when"]) and ("when" in roles or "item" in roles):
            return count
    return 0
