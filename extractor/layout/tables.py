"""Tables, ruled or not: columns by the left edges that cells share, rows by rules or by the first column.

A table is a run of lines in which several lines have a cell at the same left edge with a gap before it, and no other
line of the run
crosses that edge. Labels at the left of list entries make no column.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from extractor.grammar.numbering import read_label
from extractor.layout.lines import Cell, Line, box_of
from extractor.layout.text import join_lines
from extractor.reading.page import BBox, Rule

#: Left edges within this many points are one column.
ALIGNED = 4.0
#: A column has cells on at least this many lines.
LEAST_ROWS = 2
#: Lines of one table stand no further apart than this many line pitches.
FURTHEST = 4.2

#: A table of so many lines may have headings of groups in it.
GROUPED_ROWS = 6

_LEADERS = re.compile(r"(?:[.…]\s?){4,}$")


@dataclass(slots=True)
class TableCell:
    """What stands in one cell: its lines (parts of page lines) and their text."""

    lines: list[Line]
    column: int

    @property
    def text(self) -> str:
        if all(len(line.cells) == 1 for line in self.lines):
            return join_lines(self.lines)[0]
        return " ".join(column_texts(self.lines))

    @property
    def top(self) -> float:
        return self.lines[0].top


@dataclass(slots=True)
class Row:
    """A table row: cells by column index."""

    page: int
    cells: dict[int, TableCell] = field(default_factory=dict)

    def text(self, column: int) -> str:
        cell = self.cells.get(column)
        return cell.text if cell else ""

    @property
    def bbox(self) -> BBox:
        return box_of((line for cell in self.cells.values() for line in cell.lines), self.page)


@dataclass(slots=True)
class Table:
    """Lines `start:end` of the paper, the left edges of the columns, the rows."""

    start: int
    end: int
    columns: list[float]
    rows: list[Row] = field(default_factory=list)


def find_tables(lines: Sequence[Line], rules: dict[int, list[Rule]], pitch: Callable[[float], float]) -> list[Table]:
    """The tables among the given body lines, in order, not overlapping; a table over pages gives one a page."""
    tables: list[Table] = []
    at = 0
    while at < len(lines):
        page_end = at
        while page_end < len(lines) and lines[page_end].page == lines[at].page:
            page_end += 1
        own = rules.get(lines[at].page, [])
        ruled = _ruled(lines, at, page_end, own, pitch)
        for table in ruled:
            tables += _on_page(lines, at, table.start, own, pitch)
            tables.append(table)
            at = table.end
        tables += _on_page(lines, at, page_end, own, pitch)
        at = page_end
    return tables


def _ruled(
    lines: Sequence[Line], start: int, end: int, rules: list[Rule], pitch: Callable[[float], float]
) -> list[Table]:
    """Tables whose cell borders are drawn: heights at which several rules stand side by side, sharing a column edge."""
    bands: list[tuple[float, list[float], float]] = []  # height, left edges, right end
    for group in _side_by_side(rules):
        edges = [rule.x0 for rule in group]
        right = group[-1].x1
        if len(edges) >= 2 and right - edges[0] > 120:
            bands.append((group[0].top, edges, right))
    found: list[Table] = []
    at = start
    index = 0
    while index < len(bands):
        last = index
        while last + 1 < len(bands) and _share(bands[index][1], bands[last + 1][1]):
            if any(_prose(line, bands[last], bands[last + 1][0]) for line in lines[at:end]):
                break
            last += 1
        top, bottom = bands[index][0], bands[last][0]
        left, right = bands[index][1][0], max(band[2] for band in bands[index : last + 1])
        inside = [
            i for i in range(at, end)
            if top - 2 < lines[i].baseline < bottom + 2 and lines[i].x0 > left - 12 and lines[i].x1 < right + 12
        ]  # fmt: skip
        if last > index and inside and inside[-1] - inside[0] + 1 == len(inside):
            edges = _merged_edges(bands[index : last + 1])
            table = Table(inside[0], inside[-1] + 1, edges)
            table.rows = rows_of(lines[table.start : table.end], table.columns, rules, pitch)
            if len(table.rows) >= 1 and len(table.columns) >= 2 and any(len(row.cells) > 1 for row in table.rows):
                found.append(table)
                at = table.end
        index = last + 1
    return found


def _side_by_side(rules: list[Rule]) -> list[list[Rule]]:
    """Horizontal rules of one height in chains that touch, from top to bottom."""
    flat = sorted((r for r in rules if r.horizontal and r.x1 - r.x0 > 8), key=lambda r: (r.top, r.x0))
    heights: list[list[Rule]] = []
    for rule in flat:
        if heights and rule.top - heights[-1][0].top < 3:
            heights[-1].append(rule)
        else:
            heights.append([rule])
    chains: list[list[Rule]] = []
    for height in heights:
        chain: list[Rule] = []
        for rule in sorted(height, key=lambda r: r.x0):
            if chain and rule.x0 - chain[-1].x1 > 8:
                chains.append(chain)
                chain = []
            if chain and rule.x0 < chain[-1].x0 + 4:
                continue  # the same border drawn twice
            chain.append(rule)
        chains.append(chain)
    return chains


def _prose(line: Line, band: tuple[float, list[float], float], bottom: float) -> bool:
    """Whether a line between two borders runs through the columns as running text does."""
    top, edges, right = band
    if not top < line.baseline < bottom or line.bold:
        return False
    across = sum(any(c.x0 < edge - ALIGNED and c.x1 > edge + ALIGNED for c in line.cells) for edge in edges[1:])
    return (
        across > 0 and line.x0 < edges[0] + 40 and line.x1 - line.x0 > 0.55 * (right - edges[0]) and len(line.cells) < 3
    )


def _share(first: list[float], second: list[float]) -> bool:
    return any(abs(a - b) <= ALIGNED for a in first[1:] for b in second[1:])


def _merged_edges(bands: list[tuple[float, list[float], float]]) -> list[float]:
    edges: list[float] = []
    for x0 in sorted(x0 for _, lefts, _ in bands for x0 in lefts):
        if not edges or x0 - edges[-1] > 2 * ALIGNED:
            edges.append(x0)
    return edges


def inner_cells(line: Line) -> list[Cell]:
    """The cells of a line that stand behind a gap which is no label's."""
    cells = line.cells
    if len(cells) > 1 and _LEADERS.search(cells[-2].text):
        cells = cells[:-1]  # a contents page: what follows the dots is a page number
    if len(cells) > 1:
        label = read_label(cells[0].text + " ")
        if label and label.length >= len(cells[0].text.strip()):
            return cells[2:]
    return cells[1:]


def _on_page(
    lines: Sequence[Line], start: int, end: int, rules: list[Rule], pitch: Callable[[float], float]
) -> list[Table]:
    edges: list[tuple[float, list[int]]] = []
    for index in range(start, end):
        for cell in inner_cells(lines[index]):
            for position, (edge, members) in enumerate(edges):
                if abs(edge - cell.x0) <= ALIGNED:
                    if members[-1] != index:
                        members.append(index)
                    edges[position] = (edge, members)
                    break
            else:
                edges.append((cell.x0, [index]))
    found: list[Table] = []
    taken = start
    for index in range(start, end):
        if index < taken:
            continue
        leading = next((e for e, members in edges if index in members and _dense(members, index, lines, pitch)), None)
        if leading is None:
            continue
        first, last = _extent(lines, index, leading, max(start, taken), end, pitch)
        own = [
            e
            for e, members in edges
            if sum(first <= m < last for m in members) >= LEAST_ROWS and _free(lines[first:last], e)
        ]
        if not own:
            continue
        table = Table(first, last, _columns(lines[first:last], own))
        if len(table.columns) < 2:
            continue
        table.rows = rows_of(lines[first:last], table.columns, rules, pitch)
        if len(table.rows) < LEAST_ROWS:
            continue
        found.append(table)
        taken = last
    return found


def _dense(members: list[int], index: int, lines: Sequence[Line], pitch: Callable[[float], float]) -> bool:
    """Whether another cell at this edge follows soon."""
    later = [m for m in members if m > index]
    if not later:
        return False
    return lines[later[0]].top - lines[index].top < 9 * pitch(lines[index].size)


def _free(lines: Sequence[Line], edge: float) -> bool:
    """No cell runs across the edge (headings set over the whole width may, one in eight)."""
    across = sum(any(cell.x0 < edge - ALIGNED and cell.x1 > edge + ALIGNED for cell in line.cells) for line in lines)
    return across <= len(lines) / 8


def _extent(
    lines: Sequence[Line], index: int, edge: float, start: int, end: int, pitch: Callable[[float], float]
) -> tuple[int, int]:
    """First and last+1 line of the table that has a cell at `edge` on line `index`."""

    def crosses(line: Line) -> bool:
        return any(cell.x0 < edge - ALIGNED and cell.x1 > edge + ALIGNED for cell in line.cells)

    last, tail = index + 1, index + 1
    columns = [cell.x0 for cell in inner_cells(lines[index])]
    while last < end:
        line = lines[last]
        if crosses(line) or line.top - lines[last - 1].top > FURTHEST * pitch(line.size):
            break
        if _opens_part(line, lines[index]):
            break
        last += 1
        inner = [cell.x0 for cell in inner_cells(line)]
        # a row may lack the cell at this edge and have those of other columns
        beside = any(abs(x0 - other) <= ALIGNED for x0 in inner for other in columns)
        if any(abs(cell.x0 - edge) <= ALIGNED for cell in line.cells) or _continues(lines, last - 1, pitch) or beside:
            tail = last
            columns += inner
    first = index
    while first > start and _continues_up(lines, first, edge, pitch) and not crosses(lines[first - 1]):
        first -= 1
    while first > start and not crosses(lines[first - 1]) and _like_a_row(lines, first, tail, pitch):
        first -= 1
    return first, tail


def _opens_part(line: Line, row: Line) -> bool:
    """Whether a line is a heading with its label left of the rows: the next list of papers stands below it."""
    return line.bold and not row.bold and line.x0 < row.x0 - ALIGNED and read_label(line.text) is not None


def _like_a_row(lines: Sequence[Line], first: int, last: int, pitch: Callable[[float], float]) -> bool:
    """Whether the line above a table is one of its rows: set like a line of one cell inside it (a group's heading)."""
    above, line = lines[first - 1], lines[first]
    if above.page != line.page or len(above.cells) != 1 or line.baseline - above.baseline > 2.2 * pitch(line.size):
        return False
    inside = lines[first + 1 : last]
    return last - first >= GROUPED_ROWS and any(
        len(other.cells) == 1
        and abs(other.x0 - above.x0) <= ALIGNED
        and (other.bold, other.italic) == (above.bold, above.italic)
        and abs(other.size - above.size) < 0.5
        and (above.bold or above.italic)
        for other in inside
    )


def _continues(lines: Sequence[Line], index: int, pitch: Callable[[float], float]) -> bool:
    """Whether a line is the wrapped rest of the line above: next pitch, same edge as one of its cells, same weight."""
    line, above = lines[index], lines[index - 1]
    if line.baseline - above.baseline > 1.3 * pitch(line.size) or line.bold != above.bold:
        return False
    near = [
        other for other in lines[max(0, index - 3) : index] if line.baseline - other.baseline < 1.5 * pitch(line.size)
    ]
    return any(abs(cell.x0 - line.x0) <= ALIGNED for other in near for cell in other.cells)


def _continues_up(lines: Sequence[Line], index: int, edge: float, pitch: Callable[[float], float]) -> bool:
    line, above = lines[index], lines[index - 1]
    return (
        above.page == line.page
        and line.baseline - above.baseline < 1.3 * pitch(line.size)
        and len(above.cells) == 1
        and abs(above.x0 - line.x0) <= ALIGNED
        and above.size <= line.size + 0.3
        and above.bold == line.bold
        and not above.text.endswith((".", ":"))
    )


def _columns(lines: Sequence[Line], edges: list[float]) -> list[float]:
    left = min(line.x0 for line in lines)
    columns = [left]
    for edge in sorted(edges):
        if edge - columns[-1] > 2 * ALIGNED:
            columns.append(edge)
    return columns


def column_texts(lines: Sequence[Line]) -> list[str]:
    """The texts of the columns that the cells of some lines stand in, from left to right."""
    columns: list[list[Cell]] = []
    for line in lines:
        for cell in line.cells:
            home = next((column for column in columns if abs(column[0].x0 - cell.x0) < 2 * ALIGNED), None)
            if home is None:
                columns.append([cell])
            else:
                home.append(cell)
    columns.sort(key=lambda column: column[0].x0)
    return [join_lines(column)[0] for column in columns]


def column_of(x0: float, columns: Sequence[float]) -> int:
    """Index of the column in which a cell that begins at `x0` stands."""
    return max(bisect_right(columns, x0 + 2 * ALIGNED) - 1, 0)


def rows_of(
    lines: Sequence[Line], columns: list[float], rules: list[Rule], pitch: Callable[[float], float]
) -> list[Row]:
    """Rows of a table: between drawn rules where there are enough, else by the gaps that run through all columns."""
    parts: list[tuple[Line, dict[int, Line]]] = []
    for line in lines:
        by_column: dict[int, Line] = {}
        for position in range(len(columns)):
            cells = [cell for cell in line.cells if column_of(cell.x0, columns) == position]
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
    heights: list[float] = []
    for rule in sorted((r for r in rules if r.horizontal and r.x1 - r.x0 > 20), key=lambda r: r.top):
        if top < rule.top < bottom and (not heights or rule.top - heights[-1] > 4):
            heights.append(rule.top)
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
