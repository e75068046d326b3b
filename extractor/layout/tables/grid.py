"""Grids: tables with cells that may reach over several rows and columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.layout.tables.bands import Band, bands_of
from extractor.layout.tables.frame import Frame, frame_of
from extractor.layout.tables.grid_settings import GRIDS
from extractor.layout.tables.pieces import Piece, Printed
from extractor.layout.tables.strokes import Groups, Stroke, Strokes, runs_along
from extractor.reading.page import BBox
from extractor.records import Struct, field, replace
from extractor.rules import rule


class GridCell(Struct):
    """A cell: the rows and columns that it reaches over, and its pieces in the order of reading."""

    row: int
    last_row: int
    column: int
    last_column: int
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text, line after line."""
        return " ".join([piece.text for piece in self.pieces])


class Grid(Struct):
    """A table of a page; cells without text are left out.

    Attributes:
        page: the page.
        box: where it stands on the page.
        cells: the cells, row by row.
        rule: the name of the rule by which it was found.
        open_above: by row, the columns over which no border parts it from the row above, where others have one.
        drawn: whether its columns are drawn.
    """

    page: int
    box: BBox
    cells: list[GridCell]
    rule: str = ""
    open_above: dict[int, frozenset[int]] = field(default_factory=dict)
    drawn: bool = False

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max([cell.last_row for cell in self.cells], default=-1) + 1

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return max([cell.last_column for cell in self.cells], default=-1) + 1


class _Places(Struct):
    """The places of a grid, row by row: what stands in each, and which are one cell."""

    frame: Frame
    rows: list[tuple[Band, list[Printed]]]
    groups: Groups
    held: dict[int, list[Piece]] = field(default_factory=dict)

    def at(self, row: int, column: int) -> int:
        """The number of a place."""
        return row * len(self.frame.columns) + column

    def join(self, one: int, other: int) -> None:
        """Make two places one cell."""
        self.groups.join(one, other)


def grid_of(lines: Sequence[Printed], strokes: Strokes, box: BBox, rule: str) -> Grid | None:
    """The grid of what stands in a box, None where it has no two columns."""
    frame = frame_of(lines, strokes, box)
    if len(frame.columns) < 2:
        return None
    rows = [(band, row) for band in bands_of(frame) for row in band.rows]
    places = _Places(frame, rows, Groups(len(rows) * len(frame.columns)))
    for at in range(len(rows)):
        _fill(places, at)
    if not places.held:
        return None
    if frame.is_upright:
        _join_beside(places)
    _join_heads(places)
    breaks = [at for at in range(1, len(rows)) if rows[at - 1][0] is not rows[at][0]]
    open_above = {
        at: frozenset(
            column for column in range(len(frame.columns)) if is_one_cell.applies(frame, column, rows[at][0].top)
        )
        for at in breaks
    }
    _join_below(places, open_above)
    return Grid(lines[0].line.page, box, _cells(places), rule, open_above, frame.has_edges)


def _fill(places: _Places, at: int) -> None:
    """Put the pieces of a row into their places; a piece over several columns makes them one cell."""
    band, row = places.rows[at]
    last = at + 1 == len(places.rows) or places.rows[at + 1][0] is not band
    under = _strokes_under(places.frame, band) if last else []
    for piece in (piece for line in row for piece in line.pieces):
        over = places.frame.over(piece)
        for stroke in under:
            if is_heading.applies(piece, stroke, row):
                over = [
                    column
                    for column, (left, right) in enumerate(places.frame.columns)
                    if 2 * stroke.over(left, right) > right - left or column in over
                ]
        first = places.at(at, over[0])
        for column in over[1:]:
            places.join(first, places.at(at, column))
        places.held.setdefault(first, []).append(piece)


def _strokes_under(frame: Frame, band: Band) -> list[Stroke]:
    """The strokes right under a band of the head, where only columns of some rows are drawn."""
    if frame.is_upright or not frame.whole or band.bottom > frame.whole[0] - 1:
        return []
    return [one for one in frame.strokes.flat if abs(one.at - band.bottom) < GRIDS.apart]


@rule("grids.heading_over_stroke", source="heads of several columns are underlined over all of them")
def is_heading(piece: Piece, stroke: Stroke, row: Sequence[Printed]) -> bool:
    """What stands alone over a stroke in the head is the heading of all columns under it."""
    left, right = stroke.start - GRIDS.apart, stroke.end + GRIDS.apart
    if piece.x0 < left or piece.x1 > right:
        return False
    inside = [
        other
        for line in row
        for other in line.pieces
        if other.x0 < stroke.end - GRIDS.apart and other.x1 > stroke.start + GRIDS.apart
    ]
    return max((one.x0 for one in inside), default=left) < min((one.x1 for one in inside), default=right)


@rule("grids.missing_upright", source="merged cells: no upright line between the columns that they reach over")
def is_open(frame: Frame, column: int, band: Band) -> bool:
    """No stroke parts a column from the one before in a band, where other bands have one."""
    bound = frame.bounds[column]
    drawn = any(abs(bound - edge) < GRIDS.apart for edge in frame.edges)
    return drawn and not runs_along(frame.strokes.upright, bound, band.top, band.bottom)


def _join_beside(places: _Places) -> None:
    """Join places side by side without a stroke between them where only one cell of them has text."""
    root = places.groups.root
    for row, (band, _) in enumerate(places.rows):
        filled = {root(at) for at in places.held}
        groups: list[list[int]] = [[places.at(row, 0)]]
        for column in range(1, len(places.frame.columns)):
            if is_open.applies(places.frame, column, band):
                groups[-1].append(places.at(row, column))
            else:
                groups.append([places.at(row, column)])
        for group in groups:
            own = {root(at) for at in group} & filled
            if len(own) == 1:
                key = own.pop()
                for at in group:
                    places.join(key, at)


@rule("grids.head_lines", source="heads of columns of several lines beside headings of several columns")
def is_same_head(one: Piece, other: Piece) -> bool:
    """Lines one below the other in the head of one column are one cell."""
    near = other.line.baseline - one.line.baseline < GRIDS.same_head * other.cell.size
    return near and one.cell.bold == other.cell.bold


def _join_heads(places: _Places) -> None:
    """Join the lines of the head of one column."""
    frame = places.frame
    for at in range(1, len(places.rows)):
        (band, row), (other, below) = places.rows[at - 1], places.rows[at]
        if band is not other or not frame.in_head(band.bottom):
            continue
        for column in range(len(frame.columns)):
            one, two = (
                [piece for line in each for piece in line.pieces if frame.over(piece) == [column]]
                for each in (row, below)
            )
            if one and two and is_same_head.applies(one[-1], two[0]):
                places.join(places.at(at - 1, column), places.at(at, column))


@rule("grids.missing_flat", source="merged cells: no flat line between the rows that they reach over")
def is_one_cell(frame: Frame, column: int, height: float) -> bool:
    """No stroke runs over a column at a height at which one runs over others."""
    left, right = frame.columns[column]
    return not runs_along(frame.strokes.flat, height, left, right)


def _join_below(places: _Places, open_above: Mapping[int, frozenset[int]]) -> None:
    """Join places one above the other without a stroke between them, where there is one beside."""
    frame = places.frame
    for column in range(len(frame.columns)):
        missing = [at for at, columns in open_above.items() if column in columns]
        if frame.is_upright and len(open_above) > 2 and len(missing) > (1 - GRIDS.filled) * len(open_above):
            continue  # the rows of this column are not drawn at all
        for at in missing:
            if frame.is_upright or frame.in_head(places.rows[at][0].top + 2):
                places.join(places.at(at - 1, column), places.at(at, column))


def _cells(places: _Places) -> list[GridCell]:
    """The cells that have text, from the top and from the left."""
    cells: dict[int, GridCell] = {}
    for at in range(len(places.rows) * len(places.frame.columns)):
        row, column = divmod(at, len(places.frame.columns))
        key = places.groups.root(at)
        cell = cells.setdefault(key, GridCell(row, row, column, column))
        cell.row, cell.last_row = min(cell.row, row), max(cell.last_row, row)
        cell.column, cell.last_column = min(cell.column, column), max(cell.last_column, column)
        cell.pieces += places.held.get(at, [])
    found = [cell for cell in cells.values() if cell.pieces]
    for cell in found:
        cell.pieces.sort(key=lambda piece: (piece.line.baseline, piece.x0))
    return sorted(found, key=lambda cell: (cell.row, cell.column))


@rule(
    "grids.side_by_side", source="long lists set in two or three columns of a page, each with its heads", otherwise=None
)
def period_of(grid: Grid) -> int | None:
    """After how many columns the heads begin again."""
    width = grid.columns
    top = min(cell.row for cell in grid.cells)
    heads = {cell.column: cell.text for cell in grid.cells if cell.row == top and cell.column == cell.last_column}
    if len(heads) != width:
        return None
    for period in range(2, width // 2 + 1):
        if width % period == 0 and all(heads[at] == heads[at % period] for at in range(width)):
            return period
    return None


def side_by_side(grid: Grid) -> list[Grid]:
    """The tables that stand side by side in a grid: those whose heads say the same."""
    period = period_of.applies(grid)
    if period is None or any(cell.column // period != cell.last_column // period for cell in grid.cells):
        return [grid]
    return [
        replace(
            grid,
            cells=[
                replace(cell, column=cell.column - start, last_column=cell.last_column - start)
                for cell in grid.cells
                if start <= cell.column < start + period
            ],
        )
        for start in range(0, grid.columns, period)
    ]
