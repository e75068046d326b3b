"""The cells that lines draw on a page, whatever stands in them: the geometry that tables and timetables share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.layout.tables.grid_settings import GRIDS
from extractor.layout.tables.strokes import Groups, Strokes, frames, middles, runs_along, strokes_of
from extractor.reading.page import BBox, Rule
from extractor.records import Struct


class DrawnCell(Struct, frozen=True):
    """A drawn cell: its box, and the columns over which it reaches."""

    box: BBox
    column: int
    last_column: int


class DrawnGrid(Struct, frozen=True):
    """Cells whose borders hang together: the box around them, the edges of their columns, the cells."""

    box: BBox
    edges: list[float]
    cells: list[DrawnCell]

    def at(self, x: float, y: float) -> DrawnCell | None:
        """The cell around a point."""
        for cell in self.cells:
            x0, top, x1, bottom = cell.box
            if x0 <= x < x1 and top <= y < bottom:
                return cell
        return None


def drawn_cells(rules: Sequence[Rule]) -> list[DrawnGrid]:
    """The grids of a page whose upright and flat lines hang together, from the top."""
    strokes = strokes_of(rules)
    flat, upright = len(strokes.flat), len(strokes.upright)
    if flat < 2 or flat > GRIDS.most_flat or flat * upright > GRIDS.most_places:
        return []
    found = [grid for one in frames(strokes)[0] if (grid := _grid(one)) is not None]
    return sorted(found, key=lambda grid: grid.box[1])


def _grid(strokes: Strokes) -> DrawnGrid | None:
    """The cells between strokes; None where no column is drawn."""
    x0, top, x1, bottom = strokes.box
    places = middles([one.at for one in strokes.upright], GRIDS.apart)
    inner = [x for x in places if x0 + GRIDS.apart < x < x1 - GRIDS.apart]
    edges = [x0, *inner, x1]
    heights = middles([top, *(one.at for one in strokes.flat), bottom], GRIDS.apart)
    width, bands = len(edges) - 1, list(pairwise(heights))
    if width < 2 or not bands:
        return None
    groups = Groups(width * len(bands))
    for column, edge in enumerate(inner, 1):
        for row, band in enumerate(bands):
            if not runs_along(strokes.upright, edge, *band):
                groups.join(row * width + column - 1, row * width + column)
    for column, (left, right) in enumerate(pairwise(edges)):
        for row, height in enumerate(heights[1:-1], 1):
            if not runs_along(strokes.flat, height, left, right):
                groups.join((row - 1) * width + column, row * width + column)
    boxes: dict[int, tuple[int, int, int, int]] = {}
    for place in range(width * len(bands)):
        row, column = divmod(place, width)
        key = groups.root(place)
        low, first, high, last = boxes.get(key, (row, column, row, column))
        boxes[key] = (min(low, row), min(first, column), max(high, row), max(last, column))
    cells = [
        DrawnCell((edges[first], heights[low], edges[last + 1], heights[high + 1]), first, last)
        for low, first, high, last in boxes.values()
    ]
    return DrawnGrid(strokes.box, edges, cells)
