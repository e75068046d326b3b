"""Text in two columns: the left one is read to its end, then the right one.

Tables have columns as well. Running text fills many of its lines, both columns are about as wide, no borders part its
rows, and its paragraphs begin at other heights on either side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.grammar.numbering import read_label
from extractor.layout.lines.model import Line
from extractor.reading.page import Rule
from extractor.records import Struct
from extractor.rules import rule


class ColumnSettings(Struct, frozen=True):
    """What shows that text is set in two columns. Lengths are points where nothing else is said."""

    #: Each column has so many lines at least: fewer are a table, or titles beside each other.
    least: int = 5
    #: Left edges within this many points are that of one column.
    aligned: float = 2.0
    #: ... unless their numbers go on from the one to the other: then so many show it.
    least_numbered: int = 2
    #: The right column begins behind this share of the width of the text.
    middle: float = 0.35
    #: The narrower column has this share of the width of the wider.
    width: float = 0.8
    #: A line is full when it ends within this share of its column's width from the column's right edge ...
    reach: float = 0.16
    #: ... and running text has this share of full lines, short paragraphs under headings included.
    full: float = 0.3
    #: A line of running text is one cell, its label apart; this share of the lines may hold more.
    parted: float = 0.15
    #: A border is longer than this share of the narrower column.
    border: float = 0.2
    #: On the first page columns begin below this share of its height: above it stands the masthead.
    first_page: float = 0.3
    #: A line with more space above it than this many times its size begins a paragraph.
    paragraph: float = 1.45
    #: A heading over both columns is larger than their text by more than this.
    larger: float = 0.8


COLUMNS = ColumnSettings()


class Column(Struct, frozen=True):
    """The edges of a column of running text."""

    page: int
    x0: float
    x1: float
    top: float
    bottom: float

    def holds(self, line: Line) -> bool:
        """Whether a line stands in the column."""
        return line.page == self.page and self.x0 <= line.x0 < self.x1 and self.top <= line.top <= self.bottom


class Spread(Struct, frozen=True):
    """Lines of a page that no line crosses at an edge: what stands left of the edge, and right of it."""

    left: Sequence[Line]
    right: Sequence[Line]
    rules: Sequence[Rule]

    @property
    def columns(self) -> tuple[Column, Column]:
        """The two columns."""
        top = min(self.left[0].top, self.right[0].top)
        bottom = max(self.left[-1].bottom, self.right[-1].bottom)
        first, last = (
            Column(lines[0].page, min(line.x0 for line in lines), max(line.x1 for line in lines), top, bottom)
            for lines in (self.left, self.right)
        )
        return first, last


def in_columns(lines: list[Line], rules: Sequence[Rule], floor: float = 0.0) -> tuple[list[Line], list[Column]]:
    """The lines of a page in the order of reading, and the columns in which some of them stand, below `floor`."""
    edge = _edge(lines)
    if edge is None:
        return lines, []
    ordered: list[Line] = []
    columns: list[Column] = []
    for run, whole in _runs(lines, edge):
        above, spread = ([], None) if whole else _found(run, edge, rules, floor)
        if spread is not None:
            ordered += [*above, *spread.left, *spread.right]
            columns += spread.columns
        else:
            ordered += run
    return (ordered, columns) if columns else (lines, [])


def _found(run: list[Line], edge: float, rules: Sequence[Rule], floor: float) -> tuple[list[Line], Spread | None]:
    """The columns in a run of lines, and the lines above them."""
    for start in dict.fromkeys((0, from_right.applies(run, edge))):
        spread = _spread(run[start:], edge, rules)
        if spread is None or not are_columns.applies(spread):
            continue
        if spread.columns[0].top >= floor or are_numbered.applies(spread):  # no masthead is numbered
            return run[:start], spread
    return [], None


@rule("page.below_list", source="papers of meetings: short lists and titles above two columns", otherwise=0)
def from_right(run: Sequence[Line], edge: float) -> int:
    """Short lines above the first line of the right column may stand over both: where that line is."""
    begins = (
        at for at, line in enumerate(run) if any(0 <= cell.x0 - edge <= 2 * COLUMNS.aligned for cell in line.cells)
    )
    return next(begins, 0)


def _edge(lines: Sequence[Line]) -> float | None:
    """The left edge in the middle of the page at which most cells begin."""
    if len(lines) < COLUMNS.least:
        return None
    left, right = min([line.x0 for line in lines]), max([line.x1 for line in lines])
    low = left + COLUMNS.middle * (right - left)
    edges = Counter([round(cell.x0) for line in lines for cell in line.cells if cell.x0 > low])
    edge, count = max(edges.items(), key=lambda one: one[1], default=(0, 0))
    return edge - COLUMNS.aligned if count >= COLUMNS.least - 1 else None


def _runs(lines: Sequence[Line], edge: float) -> Iterator[tuple[list[Line], bool]]:
    """Runs of lines of which none reaches over the edge, and the others, which do or head what is below."""
    run: list[Line] = []
    for line in lines:
        whole = any(cell.x0 < edge < cell.x1 for cell in line.cells)
        heads = run and line.size > run[-1].size + COLUMNS.larger and line.x0 < edge
        heads = heads and (line.x1 < edge or line.cells[0].size < line.size)  # not a heading of the left column alone
        if (whole or heads) and run:
            yield run, False
            run = []
        if whole:
            yield [line], True
        else:
            run.append(line)
    if run:
        yield run, False


def _spread(lines: Sequence[Line], edge: float, rules: Sequence[Rule]) -> Spread | None:
    left = [part for line in lines if (part := line.part(float("-inf"), edge))]
    right = [part for line in lines if (part := line.part(edge, float("inf")))]
    if min(len(left), len(right)) < COLUMNS.least_numbered:
        return None
    return Spread(left, right, [one for one in rules if lines[0].top <= one.top <= lines[-1].bottom])


@rule("page.two_columns", source="papers of meetings: annotations in two columns on a page")
def are_columns(spread: Spread) -> bool:
    """Two columns of running text side by side."""
    first, last = spread.columns
    widths = sorted((first.x1 - first.x0, last.x1 - last.x0))
    if widths[0] < COLUMNS.width * widths[1]:
        return False
    numbered = are_numbered.applies(spread)
    if not numbered and min(len(spread.left), len(spread.right)) < COLUMNS.least:
        return False
    if not all(_is_running(lines, column, numbered) for lines, column in ((spread.left, first), (spread.right, last))):
        return False
    return not has_borders.applies(spread, COLUMNS.border * widths[0]) and not side_by_side.applies(spread)


@rule("page.numbered_columns", source="papers of meetings: few annotations in two columns, `1.` `2.` beside `3.` `4.`")
def are_numbered(spread: Spread) -> bool:
    """Numbers that go on from the foot of one column to the head of the other show columns, however few lines."""
    left, right = (_numbers(lines) for lines in (spread.left, spread.right))
    if len(left) < COLUMNS.least_numbered or not right or right[0] == 1:
        return False
    # below a list its annotations begin with 1 again
    return all(after in (before + 1, 1) for before, after in pairwise([*left, *right]))


def _numbers(lines: Sequence[Line]) -> list[int]:
    """The numbers with a stop at the heads of lines."""
    labels = [read_label(line.text) for line in lines]
    return [int(one.value) for one in labels if one and one.form == "arabic" and not one.bare and one.value.isdigit()]


def _is_running(lines: Sequence[Line], column: Column, numbered: bool) -> bool:
    """Whether enough lines of a column are full, one where they are numbered, and most of them one text."""
    edge = column.x1 - COLUMNS.reach * (column.x1 - column.x0)
    whole = sum(
        len(line.cells) == 1 or (len(line.cells) == 2 and read_label(line.cells[0].text + " ") is not None)
        for line in lines
    )
    if whole < (1 - COLUMNS.parted) * len(lines):
        return False
    full = sum(line.x1 >= edge for line in lines)
    return full >= (1 if numbered else COLUMNS.full * len(lines))


@rule("page.bordered_columns", source="tables with a text in each of two columns")
def has_borders(spread: Spread, shortest: float) -> bool:
    """Horizontal rules between the lines part the rows of a table."""
    return sum(one.horizontal and one.x1 - one.x0 > shortest for one in spread.rules) > 1


@rule("page.rows_of_text", source="tables without rules: a text in each of two columns, row by row")
def side_by_side(spread: Spread) -> bool:
    """Paragraphs that begin at the same heights on both sides, without numbers at the right, are rows of a table."""
    left, right = (_beginnings(lines) for lines in (spread.left, spread.right))
    return left == right and not any(read_label(line.text) for line in spread.right)


def _beginnings(lines: Sequence[Line]) -> set[int]:
    """The heights at which paragraphs begin."""
    return {
        round(line.baseline)
        for above, line in pairwise(lines)
        if line.baseline - above.baseline > COLUMNS.paragraph * line.size
    }
