"""Two columns below the box, as papers of two organs have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from extractor.layout.lines.model import Cell, Line
from extractor.rules import rule
from extractor.structure.masthead.kinds import lists_items
from extractor.structure.masthead.looks import is_prose, starts_list
from extractor.structure.masthead.model import Box, Row, row_of
from extractor.structure.masthead.settings import SETTINGS


class Column(NamedTuple):
    """The left margin, and where the second column begins."""

    margin: float
    edge: float


def in_columns(rows: list[Row], lines: Sequence[Line], box: Box) -> list[Row]:
    """The rows with two columns taken apart: the left one first, then the right one, then what goes across both."""
    column = second_column.applies(rows, lines, box)
    if column is None:
        return rows
    margin, edge = column
    first: list[Row] = []
    second: list[Row] = []
    rest: list[Row] = []
    for row in rows:
        cells = _cells(row, lines, box)
        left = [cell for cell in cells if cell.x0 < edge]
        right = [cell for cell in cells if cell.x0 >= edge]
        if rest or goes_across.applies(left, right, margin, edge):
            rest.append(row)
            continue
        if left:
            first.append(row_of(row.line, lines[row.line], left))
        if right:
            second.append(row_of(row.line, lines[row.line], right, 1))
    return [*first, *second, *rest]


@rule("masthead.two_columns", source="catalogue 1.1: papers of two organs have two blocks side by side", otherwise=None)
def second_column(rows: Sequence[Row], lines: Sequence[Line], box: Box) -> Column | None:
    """Where a second column begins, above the list and the text: two lines at least have a cell there."""
    head: list[Row] = []
    for index, row in enumerate(rows):
        if starts_list(row) or is_prose(row) or lists_items.applies(row, rows[index + 1 :]):
            break
        head.append(row)
    margin = min((row.x0 for row in head), default=0.0)
    step = SETTINGS.column_step
    starts: Counter[int] = Counter()
    for row in head:
        for j, cell in enumerate(lines[row.line].cells):
            if j and (row.line, j) not in box.used and cell.x0 - margin > SETTINGS.columns_apart:
                starts[round(cell.x0 / step)] += 1
    common = [key for key, count in starts.most_common(1) if count >= 2]
    return Column(margin, step * common[0] - SETTINGS.column_lead) if common else None


def _cells(row: Row, lines: Sequence[Line], box: Box) -> list[Cell]:
    return [
        cell
        for j, cell in enumerate(lines[row.line].cells)
        if (row.line, j) not in box.used and cell.size >= SETTINGS.least_size
    ]


@rule("masthead.across_columns", source="catalogue 1.1: the title of a paper of two organs stands below both columns")
def goes_across(left: Sequence[Cell], right: Sequence[Cell], margin: float, edge: float) -> bool:
    """A line that reaches into the second column, or is indented like a title, ends both columns."""
    return bool(left) and (
        max(cell.x1 for cell in left) > edge + SETTINGS.across
        or (not right and min(cell.x0 for cell in left) > margin + SETTINGS.title_indent)
    )
