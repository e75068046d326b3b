"""What looks like a table and is none: running text, charts, boxes with a few words in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.layout.lines.model import Line
from extractor.layout.tables.grid import Grid
from extractor.layout.tables.grid_settings import GRIDS
from extractor.layout.tables.model import Table
from extractor.layout.tables.pieces import Printed, printed_lines
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


@rule("grids.head_alone", source="tables that begin with their head at the foot of a page")
def is_head_alone(grid: Grid) -> bool:
    """One row of several drawn cells side by side, each with text, is the head of a table."""
    whole = [cell for cell in grid.cells if cell.column == cell.last_column]
    return grid.drawn and grid.rows == 1 and len(whole) == grid.columns >= GRIDS.head_cells


@rule("grids.single_row", source="conventions: the box of one document, `FCCC/SBI/2031/1 | Provisional agenda`")
def is_single_row(grid: Grid) -> bool:
    """Two cells side by side in a frame of their own, the first a word without spaces, are a table of one row."""
    if not grid.drawn or grid.rows != 1 or grid.columns != 2 or len(grid.cells) != 2:
        return False
    first, second = (cell.text for cell in grid.cells)
    return "/" in first and first.count(" ") < GRIDS.sentence and second.count(" ") > 0


def is_table(grid: Grid) -> bool:
    """Whether a grid has two columns and rows, and is no chart."""
    if is_head_alone.applies(grid) or is_single_row.applies(grid):
        return True
    small = grid.columns < 2 or grid.rows < 2 or len(grid.cells) < GRIDS.least_cells
    return not small and not is_bare.applies(grid) and not has_axis.applies(columns_in(grid))


def is_no_table(table: Table, lines: Sequence[Line]) -> bool:
    """Whether lines that share edges are running text in columns, or a chart."""
    columns = [
        [(at, row.text(column)) for at, row in enumerate(table.rows) if column in row.cells]
        for column in range(len(table.columns))
    ]
    return is_prose.applies(printed_lines(lines)) or has_axis.applies(columns) or is_steady.applies(columns)


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
    """Of the lines of several pieces, most have none that is shorter than a line of text."""
    beside = [line for line in lines if len(line.pieces) > 1]
    long = sum(all(piece.text.count(" ") >= GRIDS.sentence for piece in line.pieces) for line in beside)
    return 2 * long > len(beside)


#: The texts of a column from the top, each with its row.
Column = Sequence[tuple[int, str]]


def columns_in(grid: Grid) -> list[Column]:
    """The columns of a grid; a cell over several of them is in none."""
    return [
        [(cell.row, cell.text) for cell in grid.cells if cell.column == cell.last_column == column]
        for column in range(grid.columns)
    ]


@rule("grids.axis", source="charts: the numbers at their left edge")
def has_axis(columns: Sequence[Column]) -> bool:
    """Numbers that fall by one step from the top downwards, few of them with others beside them, are an axis."""
    for column in columns:
        numbers = _numbers(column)
        steps = _steps(numbers)
        if len(numbers) >= GRIDS.axis and len(steps) == 1 and min(steps) < -1:
            rows = {row for row, text in column if _number(text) is not None}
            beside = {row for other in columns if other is not column for row, _ in other}
            return len(rows & beside) < GRIDS.axis_beside * len(rows)
    return False


@rule("grids.steady", source="charts side by side: the numbers at the axes of each")
def is_steady(columns: Sequence[Column]) -> bool:
    """Most columns are of numbers, and all of these are one step apart."""
    counted = [numbers for column in columns if len(numbers := _numbers(column)) > 2]
    return 2 * len(counted) > len(columns) and all(len(_steps(numbers)) <= GRIDS.axis_steps for numbers in counted)


def _numbers(column: Column) -> list[float]:
    """The numbers in a column, from top to bottom."""
    return [number for _, text in column if (number := _number(text)) is not None]


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "").replace("%", "").replace("\u2212", "-"))
    except ValueError:
        return None


def _steps(numbers: Sequence[float]) -> set[float]:
    return {round(after - before, 3) for before, after in pairwise(numbers)}
