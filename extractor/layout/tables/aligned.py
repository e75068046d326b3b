"""Tables without borders: cells of several lines that share their left edges."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extractor.grammar.numbering import read_label
from extractor.layout.lines.model import Cell, Line
from extractor.layout.tables.geometry import TABLES, crosses, distinct, shared_edges
from extractor.layout.tables.model import Table
from extractor.layout.tables.rows import rows_of
from extractor.reading.page import Rule

#: A column has cells on at least this many lines.
LEAST_ROWS = 2
#: Lines of one table stand no further apart than this many line pitches.
FURTHEST = 4.2

#: A table of so many lines may have headings of groups in it.
GROUPED_ROWS = 6

_LEADERS = re.compile(r"(?:[.…]\s?){4,}$")


def aligned_tables(
    lines: Sequence[Line], start: int, end: int, rules: list[Rule], pitch: Callable[[float], float]
) -> list[Table]:
    edges = shared_edges(((index, inner_cells(lines[index])) for index in range(start, end)), TABLES)
    found: list[Table] = []
    taken = start
    for index in range(start, end):
        if index < taken:
            continue
        leading = next((e for e, members in edges if index in members and _dense(members, index, lines, pitch)), None)
        if leading is None:
            continue
        first, last = _extent(lines, index, leading, max(start, taken), end, pitch)
        own = [
            e
            for e, members in edges
            if sum(first <= m < last for m in members) >= LEAST_ROWS and _is_free(lines[first:last], e)
        ]
        if not own:
            continue
        table = Table(first, last, _columns_at(lines[first:last], own))
        if len(table.columns) < 2:
            continue
        table.rows = rows_of(lines[first:last], table.columns, rules, pitch)
        if len(table.rows) < LEAST_ROWS:
            continue
        found.append(table)
        taken = last
    return found


def inner_cells(line: Line) -> list[Cell]:
    """The cells of a line that stand behind a gap which is no label's."""
    cells = line.cells
    if len(cells) > 1 and _LEADERS.search(cells[-2].text):
        cells = cells[:-1]  # a contents page: what follows the dots is a page number
    if len(cells) > 1:
        label = read_label(cells[0].text + " ")
        if label and label.length >= len(cells[0].text.strip()):
            return cells[2:]
    return cells[1:]


def _is_free(lines: Sequence[Line], edge: float) -> bool:
    """No cell runs across the edge (headings set over the whole width may, one in eight)."""
    return sum(crosses(line.cells, edge, TABLES) for line in lines) <= len(lines) / 8


def _columns_at(lines: Sequence[Line], edges: list[float]) -> list[float]:
    """The left edges of all columns: the leftmost of the lines, and those edges that stand right of it."""
    left = min(line.x0 for line in lines)
    return distinct([left, *(edge for edge in edges if edge > left)], TABLES.apart)


def _dense(members: list[int], index: int, lines: Sequence[Line], pitch: Callable[[float], float]) -> bool:
    """Whether another cell at this edge follows soon."""
    later = [m for m in members if m > index]
    if not later:
        return False
    return lines[later[0]].top - lines[index].top < 9 * pitch(lines[index].size)


def _extent(
    lines: Sequence[Line], index: int, edge: float, start: int, end: int, pitch: Callable[[float], float]
) -> tuple[int, int]:
    """First and last+1 line of the table that has a cell at `edge` on line `index`."""
    last, tail = index + 1, index + 1
    columns = [cell.x0 for cell in inner_cells(lines[index])]
    while last < end:
        line = lines[last]
        if crosses(line.cells, edge, TABLES) or line.top - lines[last - 1].top > FURTHEST * pitch(line.size):
            break
        if _opens_part(line, lines[index]):
            break
        last += 1
        inner = [cell.x0 for cell in inner_cells(line)]
        # a row may lack the cell at this edge and have those of other columns
        beside = any(abs(x0 - other) <= TABLES.aligned for x0 in inner for other in columns)
        if (
            any(abs(cell.x0 - edge) <= TABLES.aligned for cell in line.cells)
            or _continues(lines, last - 1, pitch)
            or beside
        ):
            tail = last
            columns += inner
    first = index
    while (
        first > start and _continues_up(lines, first, edge, pitch) and not crosses(lines[first - 1].cells, edge, TABLES)
    ):
        first -= 1
    while (
        first > start and not crosses(lines[first - 1].cells, edge, TABLES) and _like_a_row(lines, first, tail, pitch)
    ):
        first -= 1
    return first, tail


def _opens_part(line: Line, row: Line) -> bool:
    """Whether a line is a heading with its label left of the rows: the next list of papers stands below it."""
    return line.bold and not row.bold and line.x0 < row.x0 - TABLES.aligned and read_label(line.text) is not None


def _like_a_row(lines: Sequence[Line], first: int, last: int, pitch: Callable[[float], float]) -> bool:
    """Whether the line above a table is one of its rows: set like a line of one cell inside it (a group's heading)."""
    above, line = lines[first - 1], lines[first]
    if above.page != line.page or len(above.cells) != 1 or line.baseline - above.baseline > 2.2 * pitch(line.size):
        return False
    inside = lines[first + 1 : last]
    return last - first >= GROUPED_ROWS and any(
        len(other.cells) == 1
        and abs(other.x0 - above.x0) <= TABLES.aligned
        and (other.bold, other.italic) == (above.bold, above.italic)
        and abs(other.size - above.size) < 0.5
        and (above.bold or above.italic)
        for other in inside
    )


def _continues(lines: Sequence[Line], index: int, pitch: Callable[[float], float]) -> bool:
    """Whether a line is the wrapped rest of the line above: next pitch, same edge as one of its cells, same weight."""
    line, above = lines[index], lines[index - 1]
    if line.baseline - above.baseline > 1.3 * pitch(line.size) or line.bold != above.bold:
        return False
    near = [
        other for other in lines[max(0, index - 3) : index] if line.baseline - other.baseline < 1.5 * pitch(line.size)
    ]
    return any(abs(cell.x0 - line.x0) <= TABLES.aligned for other in near for cell in other.cells)


def _continues_up(lines: Sequence[Line], index: int, edge: float, pitch: Callable[[float], float]) -> bool:
    line, above = lines[index], lines[index - 1]
    return (
        above.page == line.page
        and line.baseline - above.baseline < 1.3 * pitch(line.size)
        and len(above.cells) == 1
        and abs(above.x0 - line.x0) <= TABLES.aligned
        and above.size <= line.size + 0.3
        and above.bold == line.bold
        and not above.text.endswith((".", ":"))
    )
