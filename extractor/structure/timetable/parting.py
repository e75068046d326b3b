"""Pieces taken apart at the border of two columns that their text runs over (format catalogue 4.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.built import compiled
from extractor.lexicon.signs import DASH
from extractor.records import Struct
from extractor.rules import first, rule
from extractor.structure.timetable.cells import Piece
from extractor.structure.timetable.item_numbers import read_items
from extractor.structure.timetable.phrases import alternatives, column_role
from extractor.structure.timetable.settings import GRID, SETTINGS
from extractor.structure.timetable.words import banner_day, has_weekday, is_clockwork
from extractor.structure.vocabulary import has_figure


@cache
def clock_at_head() -> re.Pattern[str]:
    """A time at the head of a text."""
    return compiled(rf"\d{{1,2}}(?:[.:h]\d\d|/\d\d\s?{DASH}|\s?(?:{alternatives('clock', 'hour')}))", re.IGNORECASE)


@cache
def span_of_time() -> re.Pattern[str]:
    """What shows that a time has a beginning and an end."""
    return compiled(rf"\d\s?{DASH}\s?\d|{alternatives('clock', 'span')}", re.IGNORECASE)


def parted(row: list[Piece], edges: Sequence[float]) -> list[Piece]:
    """A row taken apart at a border that a cell of time or number runs up to without a wide gap (`10 a.m.–1 1 (a)`)."""
    if len(row) == 1 and banner_day(row[0].text):
        return row
    found: list[Piece] = []
    for piece in row:
        edge = next((e for e in edges if piece.x0 + SETTINGS.crossing_left < e < piece.x1 - SETTINGS.level), None)
        if edge is not None and " " in piece.text and not in_wide_cell.applies(piece, edge):
            at = _split(piece, edge, beside_head=any(column_role(other.text) for other in row if other is not piece))
            if at:
                left, right = piece.text[:at], piece.text[at + 1 :]
                found.append(Piece(piece.line, piece.x0, edge - 2, left, piece.bold, piece.italic, piece.order))
                found += parted(
                    [Piece(piece.line, edge + 1, piece.x1, right, piece.bold, piece.italic, piece.order)], edges
                )
                continue
        found.append(piece)
    return found


class Cut(Struct, frozen=True):
    """A text that may be parted at a border: what would stand left and right, and whether a head stands beside it."""

    whole: str
    left: str
    right: str
    beside_head: bool


@rule(
    "timetable.columns.heads_touch", source="catalogue 4.1: `Agenda item` `Title or description` set without a wide gap"
)
def heads_touch(cut: Cut) -> bool:
    """Two heads are parted, beside a third: alone in its row, `Programme` is a word of a title."""
    return (
        cut.beside_head
        and column_role(cut.right) is not None
        and column_role(cut.whole) is None
        and cut.left[:1].isupper()
        and cut.right[:1].isupper()
    )


@rule("timetable.columns.number_touches", source="catalogue 4.1: a time that runs up to the number (`10 a.m.–1 1 (a)`)")
def number_touches(cut: Cut) -> bool:
    """A time or number is parted from the number or the words behind it."""
    if cut.beside_head and column_role(cut.right) and column_role(cut.whole) is None:
        return False
    if not (is_clockwork(cut.left) or read_items(cut.left)):
        return False
    if cut.right[0] in "(（" and cut.left[-1].isdigit():
        return False  # `1 (a)` is one number
    return read_items(cut.right) is not None or not is_clockwork(cut.whole)


@rule(
    "timetable.columns.day_touches",
    source="catalogue 4.1: a column of days beside one of times (`Wednesday, 10 a.m.–1`)",
)
def day_touches(cut: Cut) -> bool:
    """A weekday is parted from the time behind it."""
    return (
        is_clockwork(cut.left)
        and has_weekday(cut.left)
        and not has_figure(cut.left)
        and clock_at_head().match(cut.right) is not None
    )


@rule("timetable.columns.wide_cell", source="boards: a bold `1.30–2.30 p.m.: Briefing` in one drawn cell over columns")
def in_wide_cell(piece: Piece, edge: float) -> bool:
    """Words in a drawn cell that reaches over a border are not parted there."""
    return (
        piece.left is not None
        and piece.right is not None
        and piece.left < edge - GRID.apart
        and piece.right > edge + GRID.apart
    )


#: What parts a text at a border.
CUTS = (heads_touch, number_touches, day_touches)


def _split(piece: Piece, edge: float, *, beside_head: bool) -> int:
    """Where the text of a piece crosses a border: the space nearest to it that parts two cells; 0 where none does."""
    text = piece.text
    width = (piece.x1 - piece.x0) / len(text)
    spaces = [(abs(piece.x0 + at * width - edge), at) for at, sign in enumerate(text) if sign == " "]
    for distance, at in sorted(spaces):
        if distance >= SETTINGS.near_border:
            break
        if first(CUTS, Cut(text, text[:at], text[at + 1 :], beside_head)):
            return at
    return 0
