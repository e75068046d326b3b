"""The drawn cells of a timetable, by the finder of tables: lines parted at them, and in which cell a text stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.layout.lines.model import Line
from extractor.layout.tables.drawn import DrawnCell, DrawnGrid, drawn_cells
from extractor.layout.tables.grid_settings import GRIDS
from extractor.layout.tables.pieces import printed_lines, split_at
from extractor.reading.page import Rule as Drawn
from extractor.records import Struct, field
from extractor.rules import rule
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.words import is_day


class Ruled(Struct, frozen=True):
    """The drawn lines of a paper and the grids that they make, by page."""

    rules: Mapping[int, list[Drawn]]
    grids: Mapping[int, list[DrawnGrid]] = field(default_factory=dict)

    def grid_of(self, line: Line) -> DrawnGrid | None:
        """The drawn grid in which a line stands."""
        y = line.baseline - SETTINGS.letters * line.size
        grids = self.grids.get(line.page, ())
        return next((one for one in grids if one.box[1] < y < one.box[3] and line.x0 < one.box[2]), None)

    def around(self, line: Line, x0: float, x1: float) -> DrawnCell | None:
        """The drawn cell behind the first column that holds what reaches from `x0` to `x1` on a line."""
        y = line.baseline - SETTINGS.letters * line.size
        for grid in self.grids.get(line.page, ()):
            cell = grid.at((x0 + x1) / 2, y)
            if cell is not None and in_later_column.applies(cell) and _holds(cell, x0, x1):
                return cell
        return None


@rule(
    "timetable.columns.drawn_cell",
    source="grids: slots merged over several days, their words in the middle; breaks over all columns",
)
def in_later_column(cell: DrawnCell) -> bool:
    """What stands in a drawn cell stands in its first column, unless the cell reaches over all and heads rows."""
    return cell.column > 0


def _holds(cell: DrawnCell, x0: float, x1: float) -> bool:
    left, _, right, _ = cell.box
    return left - GRIDS.touch <= x0 and x1 <= right + GRIDS.touch


def ruled_of(lines: Sequence[Line], rules: Mapping[int, list[Drawn]]) -> Ruled:
    """The drawn cells of the pages of a timetable."""
    pages = {line.page for line in lines}
    return Ruled(rules, {page: drawn_cells(rules[page]) for page in sorted(pages) if rules.get(page)})


def in_cells(lines: Sequence[Line], ruled: Ruled) -> list[Line]:
    """The lines, each taken apart where a drawn line parts two cells of a grid."""
    if not any(ruled.grids.values()):
        return list(lines)
    return [_parted(line, ruled.grids.get(line.page, ())) for line in lines]


def stretches(lines: Sequence[Line], ruled: Ruled) -> list[list[Line]]:
    """The lines, those apart that stand in tables of other columns, each with the lines over its table."""
    found: list[list[Line]] = [[]]
    table: DrawnGrid | None = None
    between: list[Line] = []
    for line in lines:
        grid = ruled.grid_of(line)
        if grid is None:
            between.append(line)
            continue
        if table is not None and grid is not table and has_own_columns.applies(table, grid, between):
            found.append([])
        found[-1] += [*between, line]
        table, between = grid, []
    found[-1] += between
    return found


@rule("timetable.columns.own_table", source="programmes with a table a day, drawn with columns of their own")
def has_own_columns(above: DrawnGrid, grid: DrawnGrid, between: Sequence[Line]) -> bool:
    """A table below the line of a day has columns of its own where its edges are others than those of the one above."""
    if not any(is_day(line.text) for line in between):
        return False
    one, two = above.edges, grid.edges
    return len(one) != len(two) or any(abs(a - b) > SETTINGS.same_columns for a, b in zip(one, two, strict=True))


def _parted(line: Line, grids: Sequence[DrawnGrid]) -> Line:
    printed = printed_lines([line])
    y = line.baseline - SETTINGS.letters * line.size
    count = sum(len(one.pieces) for one in printed)
    for grid in grids:
        for cell in grid.cells:
            left, top, _, bottom = cell.box
            if cell.column and top <= y < bottom:
                printed = split_at(printed, left, top, bottom)
    if sum(len(one.pieces) for one in printed) == count:
        return line
    return line.with_cells([piece.cell for one in printed for piece in one.pieces])
