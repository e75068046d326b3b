"""The rows of a table: between drawn rules where there are enough, else by gaps and pitch."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.layout.lines.model import Line
from extractor.layout.tables.geometry import TABLES, column_of, distinct
from extractor.layout.tables.model import Row, TableCell
from extractor.reading.page import Rule


def rows_of(
    lines: Sequence[Line], columns: list[float], rules: list[Rule], pitch: Callable[[float], float]
) -> list[Row]:
    """Rows of a table: between drawn rules where there are enough, else by the gaps that run through all columns."""
    parts: list[tuple[Line, dict[int, Line]]] = []
    for line in lines:
        by_column: dict[int, Line] = {}
        for position in range(len(columns)):
            cells = [cell for cell in line.cells if column_of(cell.x0, columns, TABLES) == position]
            if cells:
                part = line.part(cells[0].x0, cells[-1].x0 + 0.1)
                if part:
                    by_column[position] = part
        parts.append((line, by_column))
    ruled = _row_rules(lines, rules)
    rows: list[Row] = []
    band: int | None = None
    reach = 0.0
    for line, by_column in parts:
        middle = line.baseline - 0.3 * line.size
        here = sum(1 for y in ruled if y < middle) if len(ruled) >= 3 else None
        if here is not None:
            fresh = here != band
        else:
            fresh = not rows or _fresh_row(rows[-1], line, by_column, reach, pitch)
        band, reach = here, max(line.bottom, reach)
        if fresh:
            rows.append(Row(line.page))
        for position, part in by_column.items():
            cell = rows[-1].cells.get(position)
            if cell:
                cell.lines.append(part)
            else:
                rows[-1].cells[position] = TableCell([part], position)
    return rows


def _row_rules(lines: Sequence[Line], rules: list[Rule]) -> list[float]:
    """Heights of horizontal rules across the table, one a height."""
    top, bottom = lines[0].top - 6, lines[-1].bottom + 6
    long = [rule.top for rule in rules if rule.horizontal and rule.x1 - rule.x0 > 20]
    heights = distinct([height for height in long if top < height < bottom], TABLES.aligned)
    inside = [h for h in heights if lines[0].bottom < h < lines[-1].top]
    return heights if len(inside) >= 2 else []


def _fresh_row(row: Row, line: Line, by_column: dict[int, Line], reach: float, pitch: Callable[[float], float]) -> bool:
    usual = pitch(line.size)
    last = max((cell.lines[-1] for cell in row.cells.values()), key=lambda item: item.baseline)
    if line.baseline - last.baseline > 1.3 * usual:
        return True
    if line.baseline - last.baseline < 0.85 * usual:
        return False  # cells set in the middle of their row
    return (
        len(by_column) >= 2
        and all(
            column in row.cells and line.baseline - row.cells[column].lines[-1].baseline > 0.5 * usual
            for column in by_column
        )
        and any(cell.lines[-1].baseline < last.baseline for cell in row.cells.values())
        and 0 in by_column
    )
