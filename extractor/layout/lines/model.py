"""Lines, the cells that make them up, and the footnote marks that stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extractor.layout.lines.settings import LINES
from extractor.layout.lines.widths import Run, x_in
from extractor.reading.page import BBox
from extractor.records import Struct, field, replace

#: A label that stands in a cell of its own has no more characters.
LABEL_LENGTH = 18


class Mark(Struct, gc=False):
    """A footnote mark: its sign (`1`, `*`, `a`) and the offset in the line's or block's text where it stood."""

    sign: str
    offset: int


class Head(Struct, frozen=True, gc=False):
    """Bold or italic words at the head of a text that goes on in plain type: how many characters, where they end."""

    length: int
    x1: float
    bold: bool
    italic: bool


class Cell(Struct, gc=False):
    """A run of text on a line without a wide gap in it.

    Attributes:
        head: the words at its head that stand out from the rest.
        runs: where the runs that make it up stand, as (offset in the text, left, right), in the order of the text;
            empty where it is one.
    """

    text: str
    x0: float
    x1: float
    size: float
    bold: bool
    italic: bool
    marks: list[Mark] = field(default_factory=list)
    head: Head | None = None
    runs: tuple[Run, ...] = ()

    def x_of(self, offset: int, *, closing: bool = False) -> float:
        """Where the character `offset` of the text begins; where the one before it ends, if `closing`."""
        if offset <= 0:
            return self.runs[0][1] if self.runs else self.x0
        if offset >= len(self.text):
            return self.x1
        return x_in(self.text, self.runs or ((0, self.x0, self.x1),), offset, closing=closing)


class Line(Struct, gc=False):
    """One printed line. `text` joins the cells by one space; `marks` count offsets in it.

    On a right-to-left page x runs from the right edge, so that lines begin, columns follow and indents grow as on other
    pages; `axis` is the page's width then, and `bbox` says where the line stands in truth. A line is not changed:
    `with_cells` gives another.
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
    cells: list[Cell]
    fonts: frozenset[str] = frozenset()
    axis: float | None = None
    rule: str = ""  # by which it was set aside as furniture or as a footnote
    text: str = ""  # this and the marks come from the cells
    marks: list[Mark] = field(default_factory=list)

    def __post_init__(self) -> None:
        cells = self.cells
        if len(cells) == 1:
            self.text, self.marks = cells[0].text, cells[0].marks
            return
        text = ""
        marks: list[Mark] = []
        for cell in cells:
            if text and cell.text:
                text += " "
            if cell.marks:
                marks += [Mark(mark.sign, len(text) + mark.offset) for mark in cell.marks]
            text += cell.text
        self.text, self.marks = text, marks

    @property
    def bbox(self) -> BBox:
        """Where the line stands on its page."""
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
        for index, (at, cell) in enumerate(starts(self.cells)):
            if cell.head is not None:
                return replace(cell.head, length=at + cell.head.length)
            if not (cell.bold or cell.italic or (index == 0 and len(cell.text) <= LABEL_LENGTH)):
                return None
        return None

    def cut(self, at: int, x: float | None = None) -> tuple[Line, Line]:
        """The line before and behind the character `at` of its text; `x`: where that stands, if it is known."""
        before: list[Cell] = []
        behind: list[Cell] = []
        for start, cell in starts(self.cells):
            inner = at - start
            if inner <= 0:
                behind.append(cell)
            elif inner >= len(cell.text):
                before.append(cell)
            else:
                parts = cut_cell(cell, inner, x)
                before.append(parts[0])
                behind.append(parts[1])
        return self.made_of(before), self.made_of(behind)

    def part(self, x0: float, x1: float) -> Line | None:
        """The line of only those cells that begin in [x0, x1), None when there are none."""
        cells = [cell for cell in self.cells if x0 <= cell.x0 < x1]
        return self.only(cells) if cells else None

    def only(self, cells: list[Cell]) -> Line:
        """The line of only these of its cells."""
        return self if len(cells) == len(self.cells) else self.made_of(cells)

    def made_of(self, cells: list[Cell]) -> Line:
        """A line at this height that only these cells make, which may be parts of its own."""
        line = of_cells(cells, self.page, (self.top, self.bottom), self.baseline, self.size, self.fonts)
        return replace(line, axis=self.axis) if self.axis is not None else line

    def with_cells(self, cells: list[Cell]) -> Line:
        """The line at its place with other cells."""
        return self._copy(cells, self.rule)

    def set_aside(self, rule: str) -> Line:
        """The line as furniture or footnote, by this rule."""
        return self._copy(self.cells, rule)

    def _copy(self, cells: list[Cell], rule: str) -> Line:  # `replace` takes six times as long
        return Line(
            self.page, self.x0, self.top, self.x1, self.bottom, self.baseline, self.size, self.bold, self.italic,
            cells, self.fonts, self.axis, rule,
        )  # fmt: skip

    def without(self, start: int, end: int) -> Line:
        """The line without the characters [start, end) of its text; marks that stood in them are dropped."""
        cells: list[Cell] = []
        for at, cell in starts(self.cells):
            first, last = max(start - at, 0), min(end - at, len(cell.text))
            if first < last:
                cell = _cut(cell, first, last)
            cells.append(cell)
        return self.with_cells(cells)


def starts(cells: Sequence[Cell]) -> Iterator[tuple[int, Cell]]:
    """The cells of a line, each with the offset in the line's text at which it begins."""
    at = 0
    for cell in cells:
        if at and cell.text:
            at += 1
        yield at, cell
        at += len(cell.text)


def _cut(cell: Cell, start: int, end: int) -> Cell:
    """The cell without the characters [start, end) of its text."""
    length = end - start
    marks = [mark if mark.offset <= start else Mark(mark.sign, max(mark.offset - length, start)) for mark in cell.marks]
    head = cell.head
    if head is not None and head.length > start:
        left = max(head.length - length, start)
        head = replace(head, length=left) if left else None
    before = cell.runs or ((0, cell.x0, cell.x1),)
    runs = [run for run in before if run[0] < start]
    runs.append((start, cell.x_of(end), [run[2] for run in before if run[0] <= end][-1]))
    runs += [(run[0] - length, *run[1:]) for run in before if run[0] > end]
    text = cell.text[:start] + cell.text[end:]
    return replace(cell, text=text, marks=marks, head=head, runs=tuple(runs))


def cut_cell(cell: Cell, at: int, x: float | None) -> tuple[Cell, Cell]:
    """The cell before and behind the character `at` of its text."""
    if x is None:
        x = cell.x_of(at)
    first, second = cell.text[:at].rstrip(), cell.text[at:].lstrip()
    face = cell.head or cell
    plain = cell.head is None
    left = [Mark(mark.sign, mark.offset) for mark in cell.marks if mark.offset <= len(first)]
    right = [
        Mark(mark.sign, mark.offset - len(cell.text) + len(second)) for mark in cell.marks if mark.offset > len(first)
    ]
    skipped = len(cell.text) - len(second)
    before = tuple(run for run in cell.runs if run[0] < len(first))
    behind = tuple((max(run[0] - skipped, 0), *run[1:]) for run in cell.runs if run[2] > x)
    return (
        Cell(first, cell.x0, x, cell.size, face.bold, face.italic, left, None, before),
        Cell(second, x, cell.x1, cell.size, plain and cell.bold, plain and cell.italic, right, None, behind),
    )


def box_of(lines: Iterable[Line], page: int) -> BBox:
    """The box around those of the lines that stand on the page, of which there is one at least."""
    own = [line for line in lines if line.page == page]
    first = own[0]
    if len(own) == 1:
        return first.bbox
    x0, x1 = first.across(min([line.x0 for line in own]), max([line.x1 for line in own]))
    return (x0, min([line.top for line in own]), x1, max([line.bottom for line in own]))


def of_cells(
    cells: list[Cell], page: int, heights: tuple[float, float], baseline: float, size: float, fonts: frozenset[str]
) -> Line:
    """The line that the cells make; `heights` are its top and bottom."""
    top, bottom = heights
    if len(cells) == 1:
        cell = cells[0]
        bold, italic = cell.bold and cell.text != "", cell.italic and cell.text != ""
        return Line(page, cell.x0, top, cell.x1, bottom, baseline, size, bold, italic, cells, fonts)
    least = LINES.mostly * (sum([len(cell.text) for cell in cells]) or 1)
    bold = sum([len(cell.text) for cell in cells if cell.bold]) >= least
    italic = sum([len(cell.text) for cell in cells if cell.italic]) >= least
    x0, x1 = min([cell.x0 for cell in cells]), max([cell.x1 for cell in cells])
    return Line(page, x0, top, x1, bottom, baseline, size, bold, italic, cells, fonts)
