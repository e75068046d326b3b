"""Cells of a timetable that touch, taken apart where one begins at the edge of a column (`10 a.m.–1` `session`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractor.layout.lines.model import Cell, Line, cut_cell
from extractor.rules import rule
from extractor.structure.timetable.item_numbers import read_items
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.words import is_clockwork


def without_touching(lines: Sequence[Line]) -> list[Line]:
    """The lines, their cells parted where a run of text begins at an edge at which other cells begin."""
    begun = Counter(round(cell.x0) for line in lines for cell in line.cells)
    return [_parted(line, begun) if any(len(cell.runs) > 1 for cell in line.cells) else line for line in lines]


def _parted(line: Line, begun: Counter[int]) -> Line:
    cells = [part for cell in line.cells for part in _parts(cell, begun)]
    return line if len(cells) == len(line.cells) else line.with_cells(cells)


def _parts(cell: Cell, begun: Counter[int]) -> list[Cell]:
    for offset, x0, _ in cell.runs:
        if not 0 < offset < len(cell.text):
            continue
        before, behind = cell.text[offset - 1], cell.text[offset]
        in_word = before.isalnum() and behind.isalnum() and before.isdigit() == behind.isdigit()
        if in_word or begun[round(x0)] < SETTINGS.least_begun:
            continue
        if touches.applies(cell.text[:offset].strip(), cell.text):
            return [*cut_cell(cell, offset, x0)]
    return [cell]


@rule("timetable.columns.touching", source="word processors: tables without rules whose narrow cells leave no gap")
def touches(left: str, whole: str) -> bool:
    """A time or number is parted from the words behind it that begin where the cells of other lines do."""
    return (is_clockwork(left) or read_items(left) is not None) and not is_clockwork(whole)
