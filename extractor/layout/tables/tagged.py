"""Tables as the tags of a page have them: their cells, and which words of the lines stand in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractor.layout.lines.model import Line
from extractor.layout.tables.grid import Grid, GridCell
from extractor.layout.tables.grid_settings import GRIDS
from extractor.layout.tables.pieces import Piece, cut, printed_lines
from extractor.layout.tables.settings import TABLE
from extractor.reading.page import BBox, Page, Tag
from extractor.records import Struct, field, replace
from extractor.rules import rule


class TaggedCell(Struct):
    """A cell: the rows and columns that it reaches over, and the box around its text; None where it has none here."""

    row: int
    last_row: int
    column: int
    last_column: int
    box: BBox | None

    @property
    def filled(self) -> BBox:
        """Its box, of a cell that has one."""
        return self.box or (0.0, 0.0, 0.0, 0.0)


class TaggedTable(Struct):
    """A table of a page: the box around its text, and its cells row by row, those without text among them."""

    page: int
    box: BBox
    cells: list[TaggedCell] = field(default_factory=list)

    @property
    def places(self) -> dict[int, int]:
        """How many columns each row fills."""
        found: dict[int, int] = {}
        for cell in self.cells:
            for row in range(cell.row, cell.last_row + 1):
                found[row] = found.get(row, 0) + cell.last_column - cell.column + 1
        return found


@rule("tags.regular", source="converters that take rows apart, or make a table of what is none", otherwise=True)
def is_regular(table: TaggedTable) -> bool:
    """Each of several rows fills the same columns, of which there are several."""
    places = table.places
    return len(places) > 1 and len(set(places.values())) == 1 and min(places.values()) > 1


@rule("tags.masthead", source="Word files set the masthead as a table, for the sake of its places")
def is_masthead(table: TaggedTable, height: float) -> bool:
    """A table at the head of the first page is its masthead."""
    return table.page == 1 and table.box[1] < TABLE.masthead * height


def tagged_tables(page: Page) -> list[TaggedTable]:
    """The tables of a page as its tags have them, where these can be trusted and follow the lines of the page."""
    if page.tags is None or page.rtl or not page.tags.are_sound:
        return []
    tables = read_tables(page.tags.elements, page.number)
    return [
        replace(table, cells=_with_empty(table.cells))
        for table in tables
        if not is_masthead.applies(table, page.height)
    ]


def read_tables(elements: Sequence[Tag], page: int) -> list[TaggedTable]:
    """All tables in the tree of tags of a page; what is a table inside a cell is its text."""
    found: list[TaggedTable] = []
    at = 0
    while at < len(elements):
        one = elements[at]
        at += 1
        if one.kind == "Table":
            end = at
            while end < len(elements) and elements[end].depth > one.depth:
                end += 1
            if one.bbox is not None:
                found.append(TaggedTable(page, one.bbox, _cells(elements[at:end])))
            at = end
    return found


def _cells(elements: Iterable[Tag]) -> list[TaggedCell]:
    """The cells of a table, from the elements in it."""
    found: list[TaggedCell] = []
    taken: set[tuple[int, int]] = set()
    row, column, inside = -1, 0, -1
    for one in elements:
        if 0 <= inside < one.depth:
            continue
        inside = -1
        if one.kind == "TR":
            row, column = row + 1, 0
        elif one.kind in {"TD", "TH"} and row >= 0:
            inside = one.depth
            while (row, column) in taken:
                column += 1
            last_row, last_column = row + one.rows - 1, column + one.columns - 1
            taken |= {(down, along) for down in range(row, last_row + 1) for along in range(column, last_column + 1)}
            found.append(TaggedCell(row, last_row, column, last_column, one.bbox))
            column = last_column + 1
    return found


@rule(
    "tags.empty_cells", source="LibreOffice and Chromium: cells without text are in no tree of a page", otherwise=None
)
def _placed(row: Sequence[TaggedCell], bounds: Sequence[float]) -> list[TaggedCell] | None:
    """The cells of a row that lacks some, each in the column in which its text stands; None where that cannot be."""
    columns = [max((at for at, bound in enumerate(bounds) if bound <= _middle(one)), default=0) for one in row]
    if any(one.box is None or one.column != one.last_column for one in row) or len(set(columns)) < len(columns):
        return None
    home = dict(zip(columns, row, strict=True))
    at = row[0].row
    return [
        replace(home[column], column=column, last_column=column)
        if column in home
        else TaggedCell(at, at, column, column, None)
        for column in range(len(bounds))
    ]


def _with_empty(cells: list[TaggedCell]) -> list[TaggedCell]:
    """The cells, and those without text that some rows of the tree lack: columns are those of full rows."""
    rows: dict[int, list[TaggedCell]] = {}
    for one in cells:
        rows.setdefault(one.row, []).append(one)
    width = max((row[-1].last_column + 1 for row in rows.values()), default=0)
    full = [row for row in rows.values() if len(row) == width and all(one.box is not None for one in row)]
    if not full or any(one.row != one.last_row for one in cells):
        return cells
    starts = [min(row[column].filled[0] for row in full) for column in range(width)]
    ends = [max(row[column].filled[2] for row in full) for column in range(width)]
    bounds = [min((ends[at - 1] + start) / 2, start) if at else start for at, start in enumerate(starts)]
    found: list[TaggedCell] = []
    for row in rows.values():
        wide = row[-1].last_column + 1
        found += row if wide == width else _placed.applies(row, bounds) or row
    return found


def _middle(one: TaggedCell) -> float:
    return (one.filled[0] + one.filled[2]) / 2


def tagged_grids(lines: Sequence[Line], tables: Sequence[TaggedTable]) -> list[Grid]:
    """The tables of a page with the words of its lines in their cells; those that leave words between cells are not."""
    found: list[Grid] = []
    for table in tables:
        if is_regular.applies(table) and (grid := _grid(lines, table)) is not None:
            found.append(grid)
    return found


def _grid(lines: Sequence[Line], table: TaggedTable) -> Grid | None:
    """A table with the words in its cells, None where some stand in none or in several."""
    made = {at: GridCell(one.row, one.last_row, one.column, one.last_column) for at, one in enumerate(table.cells)}
    _, top, _, bottom = table.box
    slack = GRIDS.touch
    for line in printed_lines(lines):
        height = line.middle
        if not top - slack < height < bottom + slack:
            continue
        level = [
            at
            for at, one in enumerate(table.cells)
            if one.box is not None and one.box[1] - slack < height < one.box[3] + slack
        ]
        level.sort(key=lambda at: table.cells[at].filled[0])
        boxes = [(at, table.cells[at].filled) for at in level]
        for piece in line.pieces:
            for part in _parts(piece, [box for _, box in boxes]):
                middle = part.middle
                home = [at for at, box in boxes if box[0] - slack < middle < box[2] + slack and _fits(part, box)]
                if len(home) != 1:
                    return None
                made[home[0]].pieces.append(part)
    cells = [cell for cell in made.values() if cell.pieces]
    return Grid(table.page, table.box, cells, is_regular.name) if cells else None


def _fits(piece: Piece, box: BBox) -> bool:
    slack = GRIDS.reach * piece.cell.size
    return piece.x0 > box[0] - slack and piece.x1 < box[2] + slack


def _parts(piece: Piece, boxes: Sequence[BBox]) -> list[Piece]:
    """A piece, cut between the cells over which it reaches."""
    over = [box for box in boxes if box[0] < piece.x1 - 1 and box[2] > piece.x0 + 1]
    parts = [piece]
    for one, other in pairwise(over):
        rest = parts.pop()
        parts += cut(rest, one[2], other[0], GRIDS.reach * rest.cell.size)
    return parts
