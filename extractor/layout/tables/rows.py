"""The rows of a table: between drawn rules where there are enough, else by gaps and pitch."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache

from extractor.built import compiled
from extractor.grammar.symbols import find_symbols
from extractor.layout.lines.model import Cell, Line
from extractor.layout.tables.geometry import TABLES, column_of, distinct
from extractor.layout.tables.model import Row, TableCell
from extractor.layout.tables.settings import TABLE
from extractor.lexicon.words import choice, connectives
from extractor.reading.page import Rule
from extractor.records import Struct
from extractor.rules import rule


class Step(Struct):
    """A line of a table and the row above it.

    Attributes:
        row: the row so far.
        line: the line.
        parts: the line's parts by column.
        usual: the usual line pitch.
        columns: the left edges of the columns.
        right: the right edge of the table.
    """

    row: Row
    line: Line
    parts: dict[int, Line]
    usual: float
    columns: Sequence[float]
    right: float

    @property
    def apart(self) -> float:
        """How far the line stands below the lowest line of the row."""
        return self.line.baseline - self.lowest

    @property
    def lowest(self) -> float:
        """The baseline of the lowest line of the row."""
        return max(cell.lines[-1].baseline for cell in self.row.cells.values())


@rule("rows.borders", source="tables whose rows are drawn", otherwise=False)
def is_bordered(heights: Sequence[float]) -> bool:
    """Enough borders part rows, whatever the gaps."""
    return len(heights) >= TABLE.least_borders


@rule("rows.gap", source="rows are set apart by space", otherwise=None)
def is_apart(step: Step) -> bool | None:
    """More space than between the lines of a cell begins a row."""
    return True if step.apart > TABLE.row_gap * step.usual else None


@rule("rows.centred", source="numbers and times set in the middle of their row", otherwise=None)
def is_centred(step: Step) -> bool | None:
    """Less than a line pitch: cells set in the middle of their row."""
    return False if step.apart < TABLE.centred * step.usual else None


@rule("rows.close", source="tables set without space between the rows", otherwise=None)
def is_full(step: Step) -> bool | None:
    """A line with a cell in the first column and below each of its others begins a row if some cell has ended above."""
    cells, reach = step.row.cells, TABLE.below * step.usual
    full = (
        len(step.parts) > 1
        and 0 in step.parts
        and all(at in cells and step.line.baseline - cells[at].lines[-1].baseline > reach for at in step.parts)
    )
    return True if full and any(cell.lines[-1].baseline < step.lowest for cell in cells.values()) else None


@rule("rows.room", source="tables set close, all cells of one line: `Item | Title | Symbol`", otherwise=None)
def has_room(step: Step) -> bool | None:
    """A line with a cell in each column begins a row if its words would have had room in the lines above."""
    if len(step.columns) < TABLE.least_full or not len(step.parts) == len(step.row.cells) == len(step.columns):
        return None
    room = (
        step.row.cells[at].lines[-1].x1 + _first_word(step.parts[at]) < behind - TABLES.slack
        for at, behind in enumerate(step.columns[1:])
    )
    return True if all(room) else None


@rule(
    "rows.symbol",
    source="lists of references in two columns set close: `Report of the keeper   A/99/12`",
    otherwise=None,
)
def has_symbol(step: Step) -> bool | None:
    """In a table of two columns a line with a symbol beside words begins a row if they would have had room above."""
    if not len(step.columns) == len(step.parts) == len(step.row.cells) == 2:
        return None
    first, last = step.parts[0].text, step.parts[1].text
    above = [step.row.cells[at].lines[-1] for at in (0, 1)]
    if not first[:1].isupper() or not (_is_symbol(last) and _is_symbol(above[1].text)):
        return None
    return True if above[0].x1 + _first_word(step.parts[0]) < step.columns[1] - TABLES.slack else None


@rule("rows.symbol_first", source="conventions: `CBD/WG/9/1   Provisional agenda`, rows set close", otherwise=None)
def opens_with_symbol(step: Step) -> bool | None:
    """A line with a symbol, behind it the capital of a title, begins a row if the title above is whole.

    It is whole where it had room for the word, or ends in a longer one.
    """
    if not 2 <= len(step.columns) <= TABLE.least_full or len(step.parts) < 2:
        return None
    last = len(step.columns) - 1
    above, parts = step.row.cells, step.parts
    if last not in parts or last - 1 not in parts or not _is_symbol(parts[last - 1].text):
        return None
    if list(above) == [0] and not _is_symbol(above[0].lines[0].text):
        return True  # below a heading over some rows
    if last not in above or last - 1 not in above or not parts[last].text[:1].isupper():
        return None
    symbol, title = above[last - 1].lines[-1], above[last].lines[-1]
    if _open_end().search(symbol.text):
        return None
    whole = title.x1 + _first_word(parts[last]) < step.right or not _UNFINISHED.search(title.text)
    return True if whole else None


@rule("rows.group", source="conventions: `Item 3. Lamps` in italics over the papers of the item", otherwise=None)
def heads_group(step: Step) -> bool | None:
    """A line of one cell in the first column, in other type than the symbols or the bold heads above, heads rows."""
    if len(step.columns) != 2 or list(step.parts) != [0] or list(step.row.cells) != [0, 1]:
        return None
    above, line = step.row.cells[0].lines, step.parts[0]
    other = (above[0].bold, above[0].italic) != (line.bold, line.italic)
    heads = all(one.bold for cell in step.row.cells.values() for one in cell.lines)
    return True if other and (_is_symbol(above[0].text) or heads) and not _is_symbol(line.text) else None


@cache
def _open_end() -> re.Pattern[str]:
    """The end of a symbol that goes on in the next line of its cell."""
    return compiled(rf"(?:[/,&–-]|(?<!\w)(?:{choice(connectives('and'))}))$")


#: A title that goes on: `… of the`, `… trade,`
_UNFINISHED = compiled(r"(?:(?<!\w)[a-z]{1,3}|[,:;–-])$")


def _is_symbol(text: str) -> bool:
    """Whether a text begins with the symbol of a document."""
    return "/" in text and any(span.start == 0 for span in find_symbols(text))


def _first_word(line: Line) -> float:
    """About how wide the first word of a line is, with the space before it."""
    return (len(line.text.split(" ", 1)[0]) + 1) * (line.x1 - line.x0) / max(len(line.text), 1)


#: In order; the first that answers says whether the line begins a row; where none does it goes on.
FRESH = (is_apart, is_centred, is_full, has_room, has_symbol, opens_with_symbol, heads_group)


def rows_of(
    lines: Sequence[Line], columns: list[float], rules: list[Rule], pitch: Callable[[float], float]
) -> list[Row]:
    """Rows of a table: between drawn rules where there are enough, else by the gaps that run through all columns."""
    heights = _row_rules(lines, rules)
    bordered = is_bordered.applies(heights)
    rows: list[Row] = []
    right = max(line.x1 for line in lines)
    band = -1
    for line in lines:
        parts = _parts(line, columns)
        begun, name, joined = not rows, "", frozenset[int]()
        if bordered:
            below = bisect_left(heights, line.baseline - TABLE.middle * line.size)
            if below != band:
                begun, name, band = True, is_bordered.name, below
                joined = _joined(columns, rules, heights[below - 1]) if rows and below else frozenset()
        elif rows:
            begun, name = _begins(Step(rows[-1], line, parts, pitch(line.size), columns, right))
        if begun:
            rows.append(Row(line.page, rule=name, joined=joined))
        for position, part in parts.items():
            cell = rows[-1].cells.get(position)
            if cell:
                cell.lines.append(part)
            else:
                rows[-1].cells[position] = TableCell([part], position)
    return rows


def _parts(line: Line, columns: Sequence[float]) -> dict[int, Line]:
    """The parts of a line that stand in the columns."""
    cells: dict[int, list[Cell]] = {}
    for cell in line.cells:
        cells.setdefault(column_of(cell.x0, columns, TABLES), []).append(cell)
    return {position: line.only(own) for position, own in sorted(cells.items())}


def _row_rules(lines: Sequence[Line], rules: list[Rule]) -> list[float]:
    """Heights of horizontal rules across the table, one a height."""
    top, bottom = lines[0].top - TABLE.around, lines[-1].bottom + TABLE.around
    long = [drawn.top for drawn in rules if drawn.horizontal and drawn.x1 - drawn.x0 > TABLE.row_rule]
    heights = distinct([height for height in long if top < height < bottom], TABLES.aligned)
    inside = [height for height in heights if lines[0].bottom < height < lines[-1].top]
    return heights if len(inside) >= TABLE.least_inside else []


def _joined(columns: Sequence[float], rules: Sequence[Rule], height: float) -> frozenset[int]:
    """The columns over whose middle no border runs at a height."""
    level = [drawn for drawn in rules if drawn.horizontal and abs(drawn.top - height) < TABLES.aligned]
    right = max((drawn.x1 for drawn in level), default=columns[-1])
    middles = [(left + behind) / 2 for left, behind in zip(columns, [*columns[1:], right], strict=True)]
    return frozenset(
        at for at, middle in enumerate(middles) if not any(drawn.x0 <= middle <= drawn.x1 for drawn in level)
    )


def _begins(step: Step) -> tuple[bool, str]:
    """Whether a line begins a row, and by which rule."""
    for one in FRESH:
        answer = one.applies(step)
        if answer is not None:
            return answer, one.name
    return False, ""
