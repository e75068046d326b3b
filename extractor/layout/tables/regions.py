"""The tables of a page as grids: in frames, between flat strokes of one length, in lines that share columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.layout.lines.model import Line
from extractor.layout.tables.aligned import aligned_tables, inner_cells
from extractor.layout.tables.between import regions_between
from extractor.layout.tables.grid import Grid, GridCell, grid_of, side_by_side
from extractor.layout.tables.grid_settings import GRIDS
from extractor.layout.tables.looks import has_axis, is_prose, is_steady, is_table
from extractor.layout.tables.pieces import Piece, Printed, clipped, printed_lines, split_at
from extractor.layout.tables.strokes import Stroke, Strokes, frames, joint_edges, strokes_of
from extractor.reading.page import BBox, Rule
from extractor.rules import rule

#: The name of the rule by which lines without any stroke make a table.
COLUMNS = "grids.columns"


@rule("grids.frame", source="tables whose borders are drawn, wholly or in part")
def is_frame(strokes: Strokes) -> bool:
    """Flat and upright strokes that touch are the frame of a table."""
    return len(strokes.flat) > 1 and bool(strokes.upright)


def find_grids(lines: Sequence[Line], rules: Sequence[Rule], usual: Callable[[float], float]) -> list[Grid]:
    """All tables of a page, ruled or not; `usual` is the line pitch of a size."""
    found = drawn_grids(lines, rules)
    found += _aligned(lines, rules, usual, found)
    printed = printed_lines(lines)
    for box in _runs(printed, found):
        inside = clipped(printed, box)
        if is_prose.applies(inside):
            continue
        grid = grid_of(inside, Strokes(), box, COLUMNS)
        if grid is not None and is_table(grid) and not is_steady.applies(grid):
            found.append(grid)
    return [part for one in sorted(found, key=lambda one: one.box[1]) for part in side_by_side(one)]


def drawn_grids(lines: Sequence[Line], rules: Sequence[Rule]) -> list[Grid]:
    """The tables of a page that have drawn lines."""
    strokes = strokes_of(rules)
    flat, upright = len(strokes.flat), len(strokes.upright)
    if flat < 2 or flat > GRIDS.most_flat or flat * upright > GRIDS.most_places:
        return []
    printed = printed_lines(lines)
    together, free = frames(strokes)
    found: list[Grid] = []
    left: list[Stroke] = list(free)
    for one in sorted(together, key=lambda one: one.box[1]):
        box = one.box
        if any(_inside(box, other.box) for other in found):
            continue
        own = Strokes(sorted([*one.flat, *(flat for flat in free if flat.stands_in(box))]), one.upright)
        for stroke in own.upright:
            printed = split_at(printed, stroke.at, stroke.start, stroke.end)
        grid = grid_of(clipped(printed, _around(box)), own, box, is_frame.name) if is_frame.applies(own) else None
        if grid is not None and is_table(grid):
            found.append(grid)
        else:
            left += one.flat
    for box, own in regions_between(printed, sorted(left), strokes.joints, found):
        for edge in joint_edges(own.joints):
            printed = split_at(printed, edge, box[1], box[3])
        grid = grid_of(clipped(printed, _around(box)), own, box, "grids.between")
        if grid is not None and is_table(grid):
            found.append(grid)
    return found


def _around(box: BBox) -> BBox:
    x0, top, x1, bottom = box
    return (x0 - GRIDS.apart, top - 1, x1 + GRIDS.apart, bottom + 1)


def _inside(box: BBox, other: BBox) -> bool:
    slack = GRIDS.double
    return (
        box[0] >= other[0] - slack
        and box[2] <= other[2] + slack
        and box[1] >= other[1] - slack
        and box[3] <= other[3] + slack
    )


def _aligned(
    lines: Sequence[Line], rules: Sequence[Rule], usual: Callable[[float], float], found: Sequence[Grid]
) -> list[Grid]:
    """Tables without borders, of cells of several lines, among the lines that no grid has."""
    taken = [any(one.box[1] - 2 <= line.baseline <= one.box[3] + 2 for one in found) for line in lines]
    made: list[Grid] = []
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and taken[end] == taken[start]:
            end += 1
        for table in [] if taken[start] else aligned_tables(lines, start, end, list(rules), usual):
            own = lines[table.start : table.end]
            box = (min(one.x0 for one in own), own[0].top, max(one.x1 for one in own), own[-1].bottom)
            cells = [
                GridCell(at, at, column, column, [Piece(0, line, each) for line in cell.lines for each in line.cells])
                for at, row in enumerate(table.rows)
                for column, cell in row.cells.items()
            ]
            grid = Grid(own[0].page, box, cells, table.rule)
            if not is_prose.applies(printed_lines(own)) and not has_axis.applies(grid) and not is_steady.applies(grid):
                made.append(grid)
        start = end
    return made


def _runs(lines: Sequence[Printed], found: Sequence[Grid]) -> list[BBox]:
    """Boxes of lines in a run that have several pieces each, outside the grids that are found."""
    runs: list[list[Printed]] = [[]]
    for line in lines:
        own = [piece for piece in line.pieces if not any(_holds(grid.box, line, piece) for grid in found)]
        if not own:
            continue
        tabular = len(own) > 1 and bool(inner_cells(line.line))
        near = runs[-1] and line.line.baseline - runs[-1][-1].line.baseline < GRIDS.goes_on * line.line.size
        if not tabular:
            runs.append([])
        elif near:
            runs[-1].append(Printed(line.line, own))
        else:
            runs.append([Printed(line.line, own)])
    return [
        (min(one.x0 for one in run) - 1, run[0].middle - 1, max(one.x1 for one in run) + 1, run[-1].middle + 1)
        for run in runs
        if len(run) >= GRIDS.least_lines
    ]


def _holds(box: BBox, line: Printed, piece: Piece) -> bool:
    return box[1] - 2 <= line.middle <= box[3] + 2 and piece.x0 < box[2] and piece.x1 > box[0]
