"""The rows under the masthead's box, and those of the organ beside it. A row is one line of one column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractor.layout.furniture import Sheet
from extractor.layout.lines.model import Cell, Line
from extractor.structure.masthead.columns import in_columns
from extractor.structure.masthead.item_line import item_line
from extractor.structure.masthead.model import Box, Row, row_of
from extractor.structure.masthead.sessions import dates_of, session_of
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import fold, words

# the letters of the organ in large type: A, E, TD, CBD
_LOGO = re.compile(r"[A-Z]{1,4}|\w")
_SIGNS_ONLY = re.compile(r"[,;*∗\d\s]{1,5}")


class Rows(NamedTuple):
    """The rows of the organ beside the box, and the rows below the box."""

    organ: list[Row]
    below: list[Row]


class Left(NamedTuple):
    """A line with those of its cells that are not the box's."""

    at: int
    line: Line
    cells: list[Cell]


def rows_outside(lines: Sequence[Line], box: Box, sheet: Sheet, language: str | None) -> Rows:
    """The organ's rows beside the box, and the rows below it down to where the masthead must have ended."""
    left = _outside(lines, box)
    boxed = box.edge is not None and not box.displaced
    organ: list[Row] = []
    below: list[Row] = []
    for position, (index, line, cells) in enumerate(left):
        row = row_of(index, line, cells)
        named = fold(row.text).strip(" -–|") in words().organization
        goes_on = named and _continues(left, position)
        if (named and not goes_on) or _is_stray(left, position, row):
            continue
        if boxed and row.bottom <= box.bottom + SETTINGS.box_overlap and not below:
            own = cells if goes_on else _own(cells)
            if own:
                beside = row_of(index, line, own)
                (below if organ and _opens_block(beside.text, language) else organ).append(beside)
        elif organ and boxed and not below and _organ_goes_on(organ[-1], row, sheet):
            organ.append(row)
        elif len(below) < SETTINGS.most_rows:
            below.append(row)
        else:
            break
    return Rows(organ, below if sheet.page.rtl else in_columns(below, lines, box))


def _outside(lines: Sequence[Line], box: Box) -> list[Left]:
    """The lines without the cells of the box and the stray signs of the template."""
    left: list[Left] = []
    for index, line in enumerate(lines):
        cells = [
            cell
            for j, cell in enumerate(line.cells)
            if (index, j) not in box.used and cell.size >= SETTINGS.least_size and cell.text.strip(" ,;*∗_-–")
        ]
        if cells:
            left.append(Left(index, line, cells))
    return left


def _is_stray(left: Sequence[Left], position: int, row: Row) -> bool:
    """Whether a row is no part of the masthead: an advance mark, a logo, footnote marks of the next line."""
    if words().advance.match(fold(row.text).strip(" -–|")) or _LOGO.fullmatch(row.text):
        return True
    if not _SIGNS_ONLY.fullmatch(row.text) or position + 1 >= len(left):
        return False
    line, after = left[position].line, left[position + 1].line
    return after.baseline - line.baseline < SETTINGS.mark_gap * after.size and after.size > line.size


def _organ_goes_on(last: Row, row: Row, sheet: Sheet) -> bool:
    """Whether the organ's name goes on below a box that no rule closes."""
    return not sheet.page.rules and row.follows(last) and row.size > SETTINGS.organ_size


def _opens_block(text: str, language: str | None) -> bool:
    """Whether a line beside the box is of the block of session, dates and item line: agencies set all of it there."""
    return session_of(text, language) is not None or dates_of(text, language) or item_line(text) is not None


def _own(cells: list[Cell]) -> list[Cell]:
    """The organ's cells: without the Organization's name and the letters of a logo on the same line."""
    return [cell for cell in cells if fold(cell.text).strip(" -–") not in words().organization and len(cell.text) > 1]


def _continues(left: Sequence[Left], position: int) -> bool:
    """Whether `United Nations` only begins a longer name in the same type: `Conference on Trade and Development`."""
    index, line, cells = left[position]
    if len(cells) > 1 or position + 1 >= len(left):
        return False
    index_after, line_after, cells_after = left[position + 1]
    row, after = row_of(index, line, cells), row_of(index_after, line_after, cells_after[:1])
    return (
        after.like(row)
        and after.bold == row.bold
        and after.gap(row) <= SETTINGS.organization_gap
        and abs(after.x0 - row.x0) < SETTINGS.organization_flush
        and " " in row.text
        and fold(after.text) not in words().organization
        and row.text != row.text.upper()
    )
