"""Grids -> tables of the text: those whose lines stand together and in nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.grammar.numbering import read_label
from extractor.layout.lines.model import Cell, Line
from extractor.layout.tables.grid import Grid, GridCell, side_by_side
from extractor.layout.tables.model import Row, Table, TableCell
from extractor.layout.tables.pieces import whole_cell
from extractor.rules import rule


@rule(
    "grids.whole_lines",
    source="a table beside text in another column of the page: its lines are not its own",
    otherwise=True,
)
def is_whole(grid: Grid, lines: Sequence[Line], first: int, behind: int) -> bool:
    """The lines of a grid follow each other and hold nothing but its cells."""
    pieces = [piece for cell in grid.cells for piece in cell.pieces]
    held = sum(_length(piece.text) for piece in pieces)
    return len({piece.at for piece in pieces}) == behind - first and held == sum(
        _length(line.text) for line in lines[first:behind]
    )


@rule("grids.list", source="entries of a list between two strokes, each with its label set apart")
def is_list(grid: Grid) -> bool:
    """Two columns of which the first holds labels are a list."""
    if grid.columns != 2:
        return False
    beside = {cell.row for cell in grid.cells if cell.column == 1}
    heads = [cell.text for cell in grid.cells if cell.last_column == 0 and cell.row in beside]
    labels = [read_label(f"{text} ") for text in heads]
    found = [label for text, label in zip(heads, labels, strict=True) if label and label.length >= len(text)]
    return 2 * len(found) > len(heads) and not has_head.applies(grid, heads[0])


@rule("grids.head_over_labels", source="lists of papers in two drawn columns: `Item | Document` over `2`, `3`")
def has_head(grid: Grid, first: str) -> bool:
    """A drawn table that begins with words and not with a label has a head, which a list does not have."""
    return grid.drawn and read_label(f"{first} ") is None


def _length(text: str) -> int:
    return len(text) - text.count(" ")


def tables_of(grids: Sequence[Grid], lines: Sequence[Line], start: int) -> list[Table]:
    """The tables of a page, whose first line is number `start` of the paper, in order; they do not overlap."""
    found: list[Table] = []
    for grid in grids:
        numbers = [piece.at for cell in grid.cells for piece in cell.pieces]
        first, behind = min(numbers), max(numbers) + 1
        apart = all(start + first >= other.end or start + behind <= other.start for other in found)
        if apart and not is_list.applies(grid) and is_whole.applies(grid, lines, first, behind):
            found.append(_table(grid, start + first, start + behind))
    return sorted(found, key=lambda table: table.start)


def _table(grid: Grid, start: int, end: int) -> Table:
    """A grid as a table; a cell over several rows or columns stands in the first of them.

    Of tables side by side the rows of each follow those of the one before.
    """
    columns: list[float] = []
    rows: list[Row] = []
    for part in side_by_side(grid):
        edges: dict[int, float] = {}
        for cell in part.cells:
            left = min([piece.x0 for piece in cell.pieces])
            edges[cell.column] = min(edges.get(cell.column, left), left)
        order = {column: at for at, column in enumerate(sorted(edges))}
        columns = columns or [edges[column] for column in order]
        rows += _rows(part, order)
    return Table(start, end, columns, rows, grid.rule)


def _rows(grid: Grid, order: Mapping[int, int]) -> list[Row]:
    """The rows of a grid; `order` has the place of each column that has text."""
    rows: dict[int, Row] = {}
    heights = sorted({cell.row for cell in grid.cells})
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        row = rows.get(cell.row)
        if row is None:
            joined = frozenset(order[column] for column in grid.open_above.get(cell.row, ()) if column in order)
            rows[cell.row] = row = Row(grid.page, rule=grid.rule if rows else "", joined=joined)
        wide = sum(cell.column <= column <= cell.last_column for column in order)
        deep = sum(cell.row <= height <= cell.last_row for height in heights)
        row.cells[order[cell.column]] = TableCell(_lines(cell), order[cell.column], wide, deep)
    return list(rows.values())


def _lines(cell: GridCell) -> list[Line]:
    """The parts of lines that stand in a cell, each in one piece."""
    found: list[tuple[Line, int, Cell]] = []
    for piece in cell.pieces:
        if found and found[-1][1] == piece.at:
            line, at, before = found[-1]
            found[-1] = line, at, whole_cell(before, piece.cell)
        else:
            found.append((piece.line, piece.at, piece.cell))
    return [line if [one] == line.cells else line.made_of([one]) for line, _, one in found]
