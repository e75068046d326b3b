"""Tables without borders: cells of several lines that share their left edges."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.built import compiled
from extractor.grammar.numbering import read_label
from extractor.layout.lines.model import Cell, Line
from extractor.layout.tables.geometry import TABLES, crosses, distinct, shared_edges
from extractor.layout.tables.model import Table
from extractor.layout.tables.rows import rows_of
from extractor.layout.tables.settings import TABLE
from extractor.reading.page import Rule
from extractor.records import Struct
from extractor.rules import first, rule

Pitch = Callable[[float], float]

_LEADERS_AND_PAGE = compiled(r"(?<![.…])(?<![.…]\s)(?:[.…]\s?+){4,}+\d{1,4}$")
_LEADERS = compiled(r"(?<![.…])(?<![.…]\s)(?:[.…]\s?+){4,}+$")


class Run(Struct):
    """The lines of a table as it grows, and the line at hand.

    Attributes:
        lines: all lines.
        index: the line at hand.
        start: the line at which the table was found.
        end: behind its last line so far.
        edge: the left edge of the column by which it was found.
        columns: the left edges of cells of its lines so far.
        pitch: the usual line pitch of a size.
    """

    lines: Sequence[Line]
    index: int
    start: int
    end: int
    edge: float
    columns: list[float]
    pitch: Pitch

    @property
    def line(self) -> Line:
        """The line at hand."""
        return self.lines[self.index]


# What makes no column.


@rule("tables.leaders", source="catalogue 3.2: what follows the dots of a contents entry is a page number")
def has_leaders(cells: Sequence[Cell]) -> bool:
    """The cell behind leaders makes no column."""
    return len(cells) > 1 and _LEADERS.search(cells[-2].text) is not None


@rule("tables.leaders_within", source="Human Rights Council: contents with paragraphs, `Title   10–13 ....... 4`")
def holds_leaders(cells: Sequence[Cell]) -> bool:
    """A cell that ends in leaders and a page number makes no column."""
    text = cells[-1].text
    return len(cells) > 1 and ("...." in text or "…" in text) and _LEADERS_AND_PAGE.search(text) is not None


@rule("tables.label", source="labels at the left of list entries make no column")
def has_label(cells: Sequence[Cell]) -> bool:
    """The cell behind a label makes no column."""
    if len(cells) < 2:
        return False
    label = read_label(cells[0].text + " ")
    return label is not None and label.length >= len(cells[0].text.strip())


@rule("tables.headed_number", source="`Item | Title | Symbol`: numbers of items look like labels of a list")
def is_headed(cells: Sequence[Cell], heads: Sequence[float]) -> bool:
    """The cell behind a number makes a column where the head of one begins at its edge."""
    return len(cells) > 2 and any(abs(cells[1].x0 - edge) <= TABLES.aligned for edge in heads)


@rule("tables.sparse", source="two texts at one edge, far apart, are chance")
def is_sparse(members: Sequence[int], index: int, lines: Sequence[Line], pitch: Pitch) -> bool:
    """An edge at which no other cell begins soon makes no column."""
    below = next((member for member in members if member > index), None)
    return below is not None and lines[below].top - lines[index].top >= TABLE.dense * pitch(lines[index].size)


@rule("tables.crossed", source="running text crosses an edge that some words of it share by chance")
def is_crossed(lines: Sequence[Line], edge: float) -> bool:
    """An edge that several lines cross is no column's; a heading set over the whole width may cross it."""
    return sum(crosses(line.cells, edge, TABLES) for line in lines) > len(lines) / TABLE.crossing


# Where a table ends.


@rule("tables.text_below", source="text below a table runs across its columns")
def is_across(run: Run) -> bool:
    """A line that crosses the column ends the table."""
    return crosses(run.line.cells, run.edge, TABLES)


@rule("tables.far_below", source="rows stand at most four pitches apart in the papers measured")
def is_far(run: Run) -> bool:
    """A line that stands far below ends the table."""
    return run.line.top - run.lines[run.index - 1].top > TABLE.furthest * run.pitch(run.line.size)


@rule("tables.next_part", source="lists of papers: a numbered heading left of the rows stands over the next list")
def opens_part(run: Run) -> bool:
    """A bold heading with its label left of the rows, or at the edge of rows without labels, ends the table."""
    line, row = run.line, run.lines[run.start]
    label = read_label(line.text) if line.bold and not row.bold else None
    if label is None:
        return False
    if line.x0 < row.x0 - TABLES.aligned:
        return True
    sure = label.item or has_label.applies(line.cells)  # `11 May` is a day
    return sure and line.x0 <= row.x0 + TABLES.aligned and read_label(row.text) is None


@rule(
    "tables.larger_heading", source="boards of agencies: the title stands between masthead and list, which share edges"
)
def heads_next(run: Run) -> bool:
    """A line of one cell in larger type than the first row and the last ends the table."""
    usual = max(run.lines[run.start].size, run.lines[run.end - 1].size)
    return len(run.line.cells) == 1 and run.line.size > TABLE.larger * usual


ENDS = (is_across, is_far, opens_part, heads_next)

# What belongs to it.


@rule("tables.same_edge", source="a column is what begins at one edge")
def at_edge(run: Run) -> bool:
    """A line with a cell at the edge."""
    return any(abs(cell.x0 - run.edge) <= TABLES.aligned for cell in run.line.cells)


@rule("tables.other_column", source="a row may lack the cell at one edge and have those of other columns")
def in_other_column(run: Run) -> bool:
    """A line with a cell at the edge of another column."""
    return any(abs(cell.x0 - x0) <= TABLES.aligned for cell in inner_cells(run.line) for x0 in run.columns)


@rule("tables.wrapped_cell", source="cells of several lines")
def is_wrapped(run: Run) -> bool:
    """The wrapped rest of a cell: next pitch, same edge as a cell just above, same weight."""
    line, above = run.line, run.lines[run.index - 1]
    if line.baseline - above.baseline > TABLE.wrapped * run.pitch(line.size) or line.bold != above.bold:
        return False
    reach = TABLE.near * run.pitch(line.size)
    near = run.lines[max(0, run.index - TABLE.near_lines) : run.index]
    return any(
        abs(cell.x0 - line.x0) <= TABLES.aligned
        for other in near
        if line.baseline - other.baseline < reach
        for cell in other.cells
    )


ROWS = (at_edge, in_other_column, is_wrapped)

# Where it begins.


@rule("tables.cell_above", source="the first cell of a row may begin above the others")
def begins_above(run: Run) -> bool:
    """A line of one cell, close above a row and at its edge, that has not ended, begins the row."""
    line, above = run.line, run.lines[run.index - 1]
    return (
        above.page == line.page
        and line.baseline - above.baseline < TABLE.wrapped * run.pitch(line.size)
        and len(above.cells) == 1
        and abs(above.x0 - line.x0) <= TABLES.aligned
        and above.size <= line.size + TABLE.same_size
        and above.bold == line.bold
        and not above.text.endswith((".", ":"))
    )


@rule("tables.group_heading", source="long lists of papers: bold or italic headings over groups of rows")
def is_group_heading(run: Run) -> bool:
    """A line above a table that is set like a heading inside it is a heading of its first group."""
    line, above = run.line, run.lines[run.index - 1]
    if (
        run.end - run.index < TABLE.grouped_rows
        or not (above.bold or above.italic)
        or above.page != line.page
        or len(above.cells) != 1
        or line.baseline - above.baseline > TABLE.group_gap * run.pitch(line.size)
    ):
        return False
    return any(
        len(other.cells) == 1
        and abs(other.x0 - above.x0) <= TABLES.aligned
        and (other.bold, other.italic) == (above.bold, above.italic)
        and abs(other.size - above.size) < TABLE.group_size
        for other in run.lines[run.index + 1 : run.end]
    )


def aligned_tables(lines: Sequence[Line], start: int, end: int, rules: list[Rule], pitch: Pitch) -> list[Table]:
    """The tables among the lines [start, end) whose cells share left edges."""
    heads = [line.cells[1].x0 for line in lines[start:end] if len(line.cells) > 2 and not has_label.applies(line.cells)]
    edges = shared_edges(((index, inner_cells(lines[index], heads)) for index in range(start, end)), TABLES)
    # an edge makes a column only where another cell begins at it below
    edges = [(edge, members) for edge, members in edges if len(members) > 1]
    found: list[Table] = []
    taken = start
    for index in range(start, end) if edges else ():
        if index < taken:
            continue
        leading = next(
            (
                edge
                for edge, members in edges
                if index in members and members[-1] > index and not is_sparse.applies(members, index, lines, pitch)
            ),
            None,
        )
        if leading is None:
            continue
        top, bottom = _extent(lines, index, leading, (taken, end), pitch)
        inside = lines[top:bottom]
        own = [
            edge
            for edge, members in edges
            if sum(top <= member < bottom for member in members) >= TABLE.least_rows
            and not is_crossed.applies(inside, edge)
        ]
        columns = _columns_at(inside, own)
        rows = rows_of(inside, columns, rules, pitch) if len(columns) > 1 else []
        if len(rows) >= TABLE.least_rows:
            found.append(Table(top, bottom, columns, rows, at_edge.name))
            taken = bottom
    return found


def inner_cells(line: Line, heads: Sequence[float] = ()) -> list[Cell]:
    """The cells of a line that stand behind a gap which is no label's; `heads` are edges of heads of second columns."""
    cells = line.cells
    if has_leaders.applies(cells) or holds_leaders.applies(cells):
        cells = cells[:-1]
    return cells[2:] if has_label.applies(cells) and not is_headed.applies(cells, heads) else cells[1:]


def _columns_at(lines: Sequence[Line], edges: list[float]) -> list[float]:
    """The left edges of all columns: the leftmost of the lines, and those edges that stand right of it."""
    left = min(line.x0 for line in lines)
    return distinct([left, *(edge for edge in edges if edge > left)], TABLES.apart)


def _extent(lines: Sequence[Line], index: int, edge: float, within: tuple[int, int], pitch: Pitch) -> tuple[int, int]:
    """First and last+1 line of the table that has a cell at `edge` on line `index`, of the lines `within`."""
    start, end = within
    columns = [cell.x0 for cell in inner_cells(lines[index])]
    run = Run(lines, index, index, index + 1, edge, columns, pitch)
    for run.index in range(index + 1, end):
        if first(ENDS, run):
            break
        if first(ROWS, run):
            run.end = run.index + 1
            run.columns += [cell.x0 for cell in inner_cells(run.line)]
    run.index = index
    for one in (begins_above, is_group_heading):
        while run.index > start and one.applies(run) and not crosses(lines[run.index - 1].cells, edge, TABLES):
            run.index -= 1
    return run.index, run.end
