"""What looks like a table and is none: running text, charts, boxes with a few words in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.layout.tables.grid import Grid
from extractor.layout.tables.grid_settings import GRIDS
from extractor.layout.tables.pieces import Printed
from extractor.rules import rule


@rule("grids.filled", source="boxes around text, diagrams: few cells side by side, most places empty")
def is_bare(grid: Grid) -> bool:
    """A table has cells side by side in two rows and in one of three, and few empty places."""
    beside: dict[int, int] = {}
    for cell in grid.cells:
        for row in range(cell.row, cell.last_row + 1):
            beside[row] = beside.get(row, 0) + 1
    many = sum(count > 1 for count in beside.values())
    held = sum((one.last_row - one.row + 1) * (one.last_column - one.column + 1) for one in grid.cells)
    return many < 2 or GRIDS.beside * many < len(beside) or held < GRIDS.filled * grid.rows * grid.columns


def is_table(grid: Grid) -> bool:
    """Whether a grid has two columns and rows, and is no chart."""
    small = grid.columns < 2 or grid.rows < 2 or len(grid.cells) < GRIDS.least_cells
    return not small and not is_bare.applies(grid) and not has_axis.applies(grid)


@rule("grids.running", source="running text between the rule of a running head and that of a foot, between two tables")
def is_running(line: Printed, width: float) -> bool:
    """Words over most of a width, in one piece or in several that no wide gap parts, are running text."""
    if len(line.pieces) > 2:
        return False  # text beside text is of two columns
    if line.x1 - line.x0 < GRIDS.running * width:
        return False
    pieces = line.pieces
    if len(pieces) == 1:
        return True
    words = sum(piece.text.count(" ") + 1 for piece in pieces if not piece.is_number)
    apart = max(after.x0 - before.x1 for before, after in pairwise(pieces))
    return words > GRIDS.running_words and apart < GRIDS.running_gap * line.line.size


@rule("grids.prose", source="pages of two columns of text: their lines stand side by side")
def is_prose(lines: Sequence[Printed]) -> bool:
    """Most pieces are as long as the lines of a text."""
    long = sum(
        piece.text.count(" ") >= GRIDS.sentence and not piece.is_number for line in lines for piece in line.pieces
    )
    return 2 * long > sum(len(line.pieces) for line in lines)


@rule("grids.axis", source="charts: the numbers at their left edge")
def has_axis(grid: Grid) -> bool:
    """Numbers that fall by one step from the top downwards, few of them with others beside them, are an axis."""
    for column in range(grid.columns):
        numbers = _numbers(grid, column)
        steps = _steps(numbers)
        if len(numbers) >= GRIDS.axis and len(steps) == 1 and min(steps) < -1:
            rows = {cell.row for cell in grid.cells if cell.column == column and _number(cell.text) is not None}
            beside = {cell.row for cell in grid.cells if cell.column != column}
            return 4 * len(rows & beside) < 3 * len(rows)
    return False


@rule("grids.steady", source="charts side by side: the numbers at the axes of each")
def is_steady(grid: Grid) -> bool:
    """All columns of numbers are one step apart."""
    columns = [numbers for column in range(grid.columns) if len(numbers := _numbers(grid, column)) > 2]
    return bool(columns) and all(len(_steps(numbers)) < 3 for numbers in columns)


def _numbers(grid: Grid, column: int) -> list[float]:
    """The numbers in a column, from top to bottom."""
    own = [cell for cell in grid.cells if cell.column == cell.last_column == column]
    return [number for cell in own if (number := _number(cell.text)) is not None]


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "").replace("%", "").replace("\u2212", "-"))
    except ValueError:
        return None


def _steps(numbers: Sequence[float]) -> set[float]:
    return {round(after - before, 3) for before, after in pairwise(numbers)}
