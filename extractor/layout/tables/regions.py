"""The tables of a page as grids: in frames, between flat strokes of one length, in lines that share columns."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.lines.model import Line
from extractor.layout.tables.aligned import inner_cells
from extractor.layout.tables.between import regions_between
from extractor.layout.tables.grid import Grid, grid_of
from extractor.layout.tables.grid_settings import GRIDS
from extractor.layout.tables.looks import columns_in, is_prose, is_steady, is_table
from extractor.layout.tables.pieces import Piece, Printed, clipped, printed_lines, split_at
from extractor.layout.tables.strokes import Stroke, Strokes, bands_parted, frames, joint_edges, strokes_of
from extractor.reading.page import BBox, Rule
from extractor.rules import rule

#: The name of the rule by which lines without any stroke make a table.
COLUMNS = "grids.columns"


@rule("grids.frame", source="tables whose borders are drawn, wholly or in part")
def is_frame(strokes: Strokes) -> bool:
    """Flat and upright strokes that touch are the frame of a table."""
    return len(strokes.flat) > 1 and bool(strokes.upright)


def run_grids(lines: Sequence[Line], found: Sequence[Grid]) -> list[Grid]:
    """The tables of a page that have no drawn lines, outside the grids that are found: lines that share columns."""
    printed = printed_lines(lines)
    made: list[Grid] = []
    for box in _runs(printed, found):
        inside = clipped(printed, box)
        if is_prose.applies(inside):
            continue
        grid = grid_of(inside, Strokes(), box, COLUMNS)
        if grid is not None and is_table(grid) and not is_steady.applies(columns_in(grid)):
            made.append(grid)
    return made


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
            for top, bottom in bands_parted(own, edge, box):
                printed = split_at(printed, edge, top, bottom)
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


def _runs(lines: Sequence[Printed], found: Sequence[Grid]) -> list[BBox]:
    """Boxes of lines in a run that have several pieces each, outside the grids that are found."""
    runs: list[list[Printed]] = [[]]
    for line in lines:
        own = [piece for piece in line.pieces if not any(_holds(grid.box, line, piece) for grid in found)]
        if not own:
            continue
        tabular = len(own) > 1 and bool(inner_cells(line.line))
        near = runs[-1] and line.line.baseline - runs[-1][-1].line.baseline < GRIDS.goes_on * line.line.size
        one = Printed(line.line, own)
        if near and (tabular or wraps.applies(one, runs[-1][-1])):
            runs[-1].append(one)
        elif not tabular:
            runs.append([])
        else:
            runs.append([one])
    return [
        (min(one.x0 for one in run) - 1, run[0].middle - 1, max(one.x1 for one in run) + 1, run[-1].middle + 1)
        for run in runs
        if sum(len(one.pieces) > 1 for one in run) >= GRIDS.least_lines
    ]


@rule("grids.rest_below", source="lists of papers without borders: the rest of a title below the last symbol")
def wraps(line: Printed, above: Printed) -> bool:
    """A line of one piece, tight below a row and at the edge of one of its inner cells, goes on with that cell."""
    edges = [piece.x0 for piece in above.pieces[1:]] if len(above.pieces) > 1 else [above.x0]
    return (
        len(line.pieces) == 1
        and line.line.baseline - above.line.baseline < GRIDS.far * line.line.size
        and any(abs(line.x0 - edge) < GRIDS.apart for edge in edges)
    )


def _holds(box: BBox, line: Printed, piece: Piece) -> bool:
    return box[1] - 2 <= line.middle <= box[3] + 2 and piece.x0 < box[2] and piece.x1 > box[0]
