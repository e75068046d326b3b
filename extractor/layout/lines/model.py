"""Lines, the cells that make them up, and the footnote marks that stand in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.reading.page import BBox

#: A label that stands in a cell of its own has no more characters.
LABEL_LENGTH = 18


@dataclass(slots=True)
class Mark:
    """A footnote mark: its sign (`1`, `*`, `a`) and the offset in the line's or block's text where it stood."""

    sign: str
    offset: int


@dataclass(frozen=True, slots=True)
class Head:
    """Bold or italic words at the head of a text that goes on in plain type: how many characters, where they end."""

    length: int
    x1: float
    bold: bool
    italic: bool


@dataclass(slots=True)
class Cell:
    """A run of text on a line without a wide gap in it. `head`: the words at its head that stand out from the rest."""

    text: str
    x0: float
    x1: float
    size: float
    bold: bool
    italic: bool
    marks: list[Mark] = field(default_factory=list)
    head: Head | None = None


@dataclass(slots=True)
class Line:
    """One printed line. `text` joins the cells by one blank; `marks` count offsets in it.

    On a right-to-left page x runs from the right edge, so that lines begin, columns follow and indents grow as on other
    pages; `axis` is the page's width then, and `bbox` says where the line stands in truth.
    """

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    text: str
    cells: list[Cell]
    marks: list[Mark]
    fonts: frozenset[str] = frozenset()
    axis: float | None = None
    rule: str = ""  # by which it was set aside as furniture or as a footnote

    @property
    def bbox(self) -> BBox:
        x0, x1 = self.across(self.x0, self.x1)
        return (x0, self.top, x1, self.bottom)

    def across(self, x0: float, x1: float) -> tuple[float, float]:
        """Where a stretch of the line stands in truth: its left and right edges, from the left edge of the page."""
        return (x0, x1) if self.axis is None else (self.axis - x1, self.axis - x0)

    @property
    def head(self) -> Head | None:
        """The words that stand out at the head of the line, its label with them, where plain text goes on behind them.

        The label may be plain and stand in a cell of its own.
        """
        length = 0
        for index, cell in enumerate(self.cells):
            if cell.head is not None:
                found = cell.head
                return Head(length + found.length, found.x1, found.bold, found.italic)
            if not (cell.bold or cell.italic or (index == 0 and len(cell.text) <= LABEL_LENGTH)):
                return None
            length += len(cell.text) + 1
        return None

    def cut(self, at: int, x: float | None = None) -> tuple[Line, Line]:
        """The line before and behind the character `at` of its text; `x`: where that stands, if it is known."""
        before: list[Cell] = []
        behind: list[Cell] = []
        for cell in self.cells:
            if at <= 0:
                behind.append(cell)
            elif at >= len(cell.text):
                before.append(cell)
            else:
                parts = _cut_cell(cell, at, x)
                before.append(parts[0])
                behind.append(parts[1])
            at -= len(cell.text) + 1
        return _from_cells(self, before), _from_cells(self, behind)

    def part(self, x0: float, x1: float) -> Line | None:
        """The line of only those cells that begin in [x0, x1), None when there are none."""
        cells = [cell for cell in self.cells if x0 <= cell.x0 < x1]
        if not cells:
            return None
        return self if len(cells) == len(self.cells) else _from_cells(self, cells)


def box_of(lines: Iterable[Line], page: int) -> BBox:
    """The box around those of the lines that stand on the page, of which there is one at least."""
    own = [line for line in lines if line.page == page]
    first = own[0]
    if len(own) == 1:
        return first.bbox
    x0, x1 = first.across(min([line.x0 for line in own]), max([line.x1 for line in own]))
    return (x0, min([line.top for line in own]), x1, max([line.bottom for line in own]))


def _cut_cell(cell: Cell, at: int, x: float | None) -> tuple[Cell, Cell]:
    if x is None:
        x = cell.x0 + (cell.x1 - cell.x0) * at / len(cell.text)
    first, second = cell.text[:at].rstrip(), cell.text[at:].lstrip()
    face = cell.head or cell
    plain = cell.head is None
    left = [Mark(mark.sign, mark.offset) for mark in cell.marks if mark.offset <= len(first)]
    right = [
        Mark(mark.sign, mark.offset - len(cell.text) + len(second)) for mark in cell.marks if mark.offset > len(first)
    ]
    return (
        Cell(first, cell.x0, x, cell.size, face.bold, face.italic, left),
        Cell(second, x, cell.x1, cell.size, plain and cell.bold, plain and cell.italic, right),
    )


def _from_cells(shell: Line, cells: list[Cell]) -> Line:
    line = of_cells(cells, shell.page, shell.top, shell.bottom, shell.baseline, shell.size, shell.fonts)
    line.axis = shell.axis
    return line


def of_cells(
    cells: list[Cell], page: int, top: float, bottom: float, baseline: float, size: float, fonts: frozenset[str]
) -> Line:
    """The line that the cells make."""
    if len(cells) == 1:
        cell = cells[0]
        marks = [Mark(mark.sign, mark.offset) for mark in cell.marks]
        return Line(
            page, cell.x0, top, cell.x1, bottom, baseline, size, cell.bold and cell.text != "",
            cell.italic and cell.text != "", cell.text, cells, marks, fonts,
        )  # fmt: skip
    text, marks = "", []
    for cell in cells:
        if text and cell.text:
            text += " "
        marks += [Mark(mark.sign, len(text) + mark.offset) for mark in cell.marks]
        text += cell.text
    letters = [(cell, len(cell.text)) for cell in cells]
    total = sum([count for _, count in letters]) or 1
    bold = sum([count for cell, count in letters if cell.bold]) >= 0.6 * total
    italic = sum([count for cell, count in letters if cell.italic]) >= 0.6 * total
    return Line(
        page, min([c.x0 for c in cells]), top, max([c.x1 for c in cells]), bottom, baseline, size, bold, italic, text,
        cells, marks, fonts,
    )  # fmt: skip
