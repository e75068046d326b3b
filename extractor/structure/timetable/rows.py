"""What single pieces and rows of a timetable are: whole times, rest of a date, wrapped lines, rows and headings."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.tables.geometry import column_of
from extractor.records import replace
from extractor.rules import rule
from extractor.structure.timetable.cells import Piece
from extractor.structure.timetable.columns import Layout
from extractor.structure.timetable.settings import GRID, SETTINGS
from extractor.structure.timetable.words import banner_day, completes_date, is_clockwork
from extractor.structure.vocabulary import is_heading


def whole_times(row: list[Piece], layout: Layout) -> list[Piece]:
    """The row with the pieces of a time in one: wide word gaps part `9.30` `a.m.–1 p.m.`."""
    found: list[Piece] = []
    for piece in row:
        at = column_of(piece.edge, layout.edges, GRID)
        before = found[-1] if found and layout.roles[at] == "when" else None
        if (
            before is not None
            and column_of(before.edge, layout.edges, GRID) == at
            and is_one_time.applies(before, piece)
        ):
            whole = f"{before.text} {piece.text}"
            found[-1] = replace(piece, x0=before.x0, text=whole, left=before.left, right=before.right)
            continue
        found.append(piece)
    return found


@rule("timetable.place.one_time", source="layout: justified lines whose word gaps are as wide as those of columns")
def is_one_time(before: Piece, piece: Piece) -> bool:
    """A time that wide word gaps part is one (`9.30` `a.m.–1 p.m.`)."""
    return is_clockwork(f"{before.text} {piece.text}") and (before.text.isdigit() or is_clockwork(before.text))


def is_row(pieces: Sequence[Piece]) -> bool:
    """Whether a line is a row of the table, not the heading over it (`B.` `Timetable` is two pieces as well)."""
    if is_heading(pieces[0].line.text, "schedule"):
        return False
    return len(pieces) > 1 or any(is_clockwork(piece.text) or banner_day(piece.text) for piece in pieces)


def dates_on(piece: Piece, above: Piece) -> bool:
    """Whether a figure or month alone is the rest of the date above it (`Wednesday,` / `22` / `November`)."""
    step = piece.baseline - above.baseline
    return 0 < step < SETTINGS.next_line * piece.size and completes_date(piece.text, above.text)


@rule(
    "timetable.place.wraps",
    source="catalogue 4.2: titles that wrap before a date (`… the year ended` / `31 December 2024`)",
)
def wraps(piece: Piece, above: Sequence[Piece]) -> bool:
    """A date right below a line of an entry, at its edge, is the rest of it."""
    return any(
        abs(p.x0 - piece.x0) < SETTINGS.wrap_edge
        and 0 < piece.baseline - p.baseline < SETTINGS.wrap_reach * piece.size
        and p.bold == piece.bold
        for p in above[-2:]
    )
