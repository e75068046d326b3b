"""Tables, their rows and cells."""

from __future__ import annotations

from typing import Literal

from extractor.layout.lines.model import Line, box_of
from extractor.layout.tables.geometry import column_texts
from extractor.layout.text import join_at, narrowed
from extractor.reading.page import BBox
from extractor.records import Struct, field

#: What tags say of the cells of a table: nothing, the same, otherwise and were followed, otherwise and were not.
Witnessed = Literal["silent", "agree", "followed", "refused"]


class TableCell(Struct):
    """What stands in one cell: its lines (parts of page lines) and their text.

    A cell over several columns and rows stands in the first of them.
    """

    lines: list[Line]
    column: int
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """The running text, column by column where its lines have several cells."""
        lines = self.lines
        if len(lines) == 1 and len(lines[0].cells) == 1:  # as most
            return narrowed(lines[0].text)
        if all(len(line.cells) == 1 for line in lines):
            return join_at(lines)[0]
        return " ".join(column_texts(self.lines))

    @property
    def top(self) -> float:
        """The top of the first line."""
        return self.lines[0].top


class Row(Struct):
    """A table row: cells by column index."""

    page: int
    cells: dict[int, TableCell] = field(default_factory=dict)
    rule: str = ""  # the name of the rule that began it; none for the first
    joined: frozenset[int] = frozenset()  # the columns in which no border parts it from the row above

    def text(self, column: int) -> str:
        """The text of the cell in a column, empty where there is none."""
        cell = self.cells.get(column)
        return cell.text if cell else ""

    @property
    def lines(self) -> list[Line]:
        """The parts of lines that stand in the row, cell by cell from left to right."""
        return [line for column in sorted(self.cells) for line in self.cells[column].lines]

    @property
    def bbox(self) -> BBox:
        """The box around the cells."""
        return box_of((line for cell in self.cells.values() for line in cell.lines), self.page)


class Table(Struct):
    """Lines `start:end` of the paper, the left edges of the columns, the rows."""

    start: int
    end: int
    columns: list[float]
    rows: list[Row] = field(default_factory=list)
    rule: str = ""  # the name of the rule by which it is a table
    tags: Witnessed = "silent"  # what the tags of the page say of its cells
    other: tuple[int, int] = (0, 0)  # how many rows and columns it would have by the witness that was not followed

    @property
    def range(self) -> tuple[int, int]:
        """Its first line, and the line behind its last."""
        return self.start, self.end
