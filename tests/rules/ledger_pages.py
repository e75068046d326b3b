"""The smallest tables over two pages that need each rule by which they are one."""

from __future__ import annotations

from extractor.layout.blocks.model import table_block
from extractor.layout.lines.rows import lines_of
from extractor.layout.tables.model import Row, Table, TableCell
from extractor.structure.ledger import of_table
from extractor.structure.over_pages import with_whole_tables
from extractor.structure.printed import Printed
from tests.layout.pages import page, span
from tests.rules.case import Case

#: A row: what stands in each of two columns, nothing where that is empty.
Texts = tuple[str, str]


def _part(number: int, *rows: Texts, second: float = 240.0) -> Printed:
    """A table of a page, its second column at `second`."""
    edges = [62.0, second]
    spans = [
        span(text, x, 100.0 + 18 * at)
        for at, row in enumerate(rows)
        for text, x in zip(row, edges, strict=True)
        if text
    ]
    lines = lines_of(page(spans, number))
    found = [
        Row(
            number,
            {edges.index(cell.x0): TableCell([line.made_of([cell])], edges.index(cell.x0)) for cell in line.cells},
        )
        for line in lines
    ]
    table = Table(0, len(lines), edges, found)
    return of_table(table_block(lines, table), table, "timetable", None)


def _cells(*parts: Printed) -> list[object]:
    """The cells of each block, or its text where it is no table."""
    return [one.cells or one.text for one in with_whole_tables(parts)]


HEAD: Texts = ("Time", "Subject")

CASES = {
    "ledger.over_pages": Case(
        lambda: _cells(_part(1, HEAD, ("10 a.m.", "Lights")), _part(2, ("3 p.m.", "Bells"))),
        [[["Time", "Subject"], ["10 a.m.", "Lights"], ["3 p.m.", "Bells"]]],
    ),
    "ledger.repeated_head": Case(
        lambda: _cells(_part(1, HEAD, ("10 a.m.", "Lights")), _part(2, HEAD, ("3 p.m.", "Bells"), second=200.0)),
        [[["Time", "Subject"], ["10 a.m.", "Lights"], ["3 p.m.", "Bells"]], "Time Subject"],
    ),
    "ledger.cut_row": Case(
        lambda: _cells(
            _part(1, HEAD, ("10 a.m.", "Lights of the")), _part(2, ("", "northern quays"), ("3 p.m.", "Bells"))
        ),
        [[["Time", "Subject"], ["10 a.m.", "Lights of the northern quays"], ["3 p.m.", "Bells"]]],
    ),
}
