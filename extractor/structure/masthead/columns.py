"""Two columns below the box, as papers of two organs have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractor.layout.lines.model import Cell, Line
from extractor.structure.masthead.kinds import is_prose, starts_list
from extractor.structure.masthead.model import Box, Row, row_of
from extractor.structure.masthead.settings import SETTINGS


def in_columns(rows: list[Row], lines: Sequence[Line], box: Box) -> list[Row]:
    """The rows with two columns taken apart: the left one first, then the right one, then what goes across both."""
    margin, edge = _second_column(rows, lines, box)
    if edge is None:
        return rows
    first: list[Row] = []
    second: list[Row] = []
    rest: list[Row] = []
    for row in rows:
        cells = _cells(row, lines, box)
        left = [cell for cell in cells if cell.x0 < edge]
        right = [cell for cell in cells if cell.x0 >= edge]
        if rest or _goes_across(left, right, margin, edge):
            rest.append(row)
            continue
        if left:
            first.append(row_of(row.line, lines[row.line], left))
        if right:
            second.append(row_of(row.line, lines[row.line], right, 1))
    return [*first, *second, *rest]


def _second_column(rows: Sequence[Row], lines: Sequence[Line], box: Box) -> tuple[float, float | None]:
    """The left margin, and where a second column begins: twice at least, above the list and the text."""
    head: list[Row] = []
    for row in rows:
        if starts_list(row) or is_prose(row):
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
    return margin, step * common[0] - SETTINGS.column_lead if common else None


def _cells(row: Row, lines: Sequence[Line], box: Box) -> list[Cell]:
    return [
        cell
        for j, cell in enumerate(lines[row.line].cells)
        if (row.line, j) not in box.used and cell.size >= SETTINGS.least_size
    ]


def _goes_across(left: Sequence[Cell], right: Sequence[Cell], margin: float, edge: float) -> bool:
    """Whether a line belongs to no column: it reaches into the second one, or is indented like a title."""
    return bool(left) and (
        max(cell.x1 for cell in left) > edge + SETTINGS.across
        or (not right and min(cell.x0 for cell in left) > margin + SETTINGS.title_indent)
    )
