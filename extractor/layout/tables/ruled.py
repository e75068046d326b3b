"""Tables whose cell borders are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.layout.lines.model import Line
from extractor.layout.tables.geometry import TABLES, chains, crosses, distinct, levels
from extractor.layout.tables.model import Row, Table
from extractor.layout.tables.rows import rows_of
from extractor.layout.tables.settings import TABLE
from extractor.reading.page import Rule
from extractor.records import Struct
from extractor.rules import rule


class Border(Struct, frozen=True):
    """Rules side by side: their height, left edges and right end."""

    top: float
    edges: list[float]
    right: float


@rule("tables.shared_border", source="borders of one table have an edge of a column in common")
def share_edge(one: Border, other: Border) -> bool:
    """Two borders with an edge in common, behind their first, are of one table."""
    return any(abs(a - b) <= TABLES.aligned for a in one.edges[1:] for b in other.edges[1:])


@rule("tables.prose", source="two tables of one shape with text between them")
def is_prose(line: Line, border: Border, bottom: float) -> bool:
    """A line between two borders that runs through the columns, as running text does, parts two tables."""
    if not border.top < line.baseline < bottom or line.bold:
        return False
    left, width = border.edges[0], border.right - border.edges[0]
    return (
        line.x0 < left + TABLE.prose_indent
        and line.x1 - line.x0 > TABLE.prose_width * width
        and len(line.cells) < TABLE.prose_cells
        and any(crosses(line.cells, edge, TABLES) for edge in border.edges[1:])
    )


@rule("tables.cells_beside", source="boxes around text are drawn as well", otherwise=True)
def has_cells_beside(rows: Sequence[Row]) -> bool:
    """A table has cells side by side."""
    return any(len(row.cells) > 1 for row in rows)


def ruled_tables(
    lines: Sequence[Line], start: int, end: int, rules: list[Rule], pitch: Callable[[float], float]
) -> list[Table]:
    """Tables whose cell borders are drawn: heights at which several rules stand side by side, sharing a column edge."""
    borders = [
        Border(chain[0].top, [drawn.x0 for drawn in chain], chain[-1].x1)
        for level in levels(rules, TABLES)
        for chain in chains(level, TABLES)
        if len(chain) > 1 and chain[-1].x1 - chain[0].x0 > TABLE.narrowest
    ]
    found: list[Table] = []
    at = start
    index = 0
    while index < len(borders):
        last = index
        while last + 1 < len(borders) and share_edge.applies(borders[index], borders[last + 1]):
            if any(is_prose.applies(line, borders[last], borders[last + 1].top) for line in lines[at:end]):
                break
            last += 1
        own = borders[index : last + 1]
        inside = [position for position in range(at, end) if _is_inside(lines[position], own)]
        if last > index and inside and inside[-1] - inside[0] + 1 == len(inside):
            columns = distinct([x0 for border in own for x0 in border.edges], TABLES.apart)
            first, behind = inside[0], inside[-1] + 1
            rows = rows_of(lines[first:behind], columns, rules, pitch)
            if len(columns) > 1 and has_cells_beside.applies(rows):
                found.append(Table(first, behind, columns, rows, share_edge.name))
                at = behind
        index = last + 1
    return found


def _is_inside(line: Line, borders: Sequence[Border]) -> bool:
    """Whether a line stands between the first and the last of the borders."""
    right = max(border.right for border in borders)
    return (
        borders[0].top - TABLE.above_border < line.baseline < borders[-1].top + TABLE.above_border
        and line.x0 > borders[0].edges[0] - TABLE.beside_border
        and line.x1 < right + TABLE.beside_border
    )
