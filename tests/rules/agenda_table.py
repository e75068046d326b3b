"""The smallest table that needs each rule on lists set as tables, and the titles that need each rule on titles."""

from __future__ import annotations

from extractor.layout.blocks.metrics import measure
from extractor.layout.blocks.model import table_block
from extractor.layout.lines.rows import lines_of
from extractor.layout.tables.model import Table
from extractor.reading.page import Span
from extractor.structure.agenda.table import unfold
from extractor.structure.agenda.titles import alike, clean_title
from tests.layout.pages import page, span
from tests.rules.case import Case
from tests.structure.agenda.test_table import read


def listed(*rows: tuple[str, ...], columns: tuple[float, ...] = (62, 260, 420)):
    """The blocks made of a table set in columns, and the papers beside each."""
    spans: list[Span] = []
    top = 100
    for row in rows:
        top += 20 if row[0] else 11
        spans += [span(text, x0, top, 9) for text, x0 in zip(row, columns, strict=False) if text]
    return read(*spans)


def with_number_column() -> list[str]:
    """The blocks made of a table that is ruled, so that its numbers have a column of their own."""
    spans: list[Span] = []
    for top, row in ((120, ("1", "Opening of the session", "A/99/1")), (140, ("2", "Lighting of harbours", "A/99/2"))):
        spans += [span(text, x0, top, 9) for text, x0 in zip(row, (62, 110, 420), strict=True)]
    lines = lines_of(page(spans))
    table = table_block(lines, Table(0, 2, [62.0, 110.0, 420.0]))
    return [block.text for block in unfold([table], measure(lines))[0]]


HEADS = ("Agenda item", "Dates", "Documents")

CASES = {
    "agenda_table.labelled": Case(
        lambda: listed(HEADS, ("1. Opening.", "Monday", ""), ("2. Ports.", "Tuesday", "A/99/2")),
        [("Agenda item", []), ("1. Opening.", []), ("2. Ports.", [["A/99/2"]])],
    ),
    "agenda_table.number_column": Case(with_number_column, ["1 Opening of the session", "2 Lighting of harbours"]),
    "agenda_table.numbered_documents": Case(
        lambda: len(listed(*[(f"{n}. A/99/{n}0 Report", "Issued", "Late") for n in range(1, 5)])), 1
    ),
    "titles.without_and": Case(lambda: clean_title("Inc.; and"), "Inc."),
    "titles.abbreviation": Case(lambda: clean_title("Rules of the U.N."), "Rules of the U.N."),
    "titles.begins_with": Case(
        lambda: alike("Opening of the session", "Opening of the session of the Committee on the Lighting of Harbours"),
        0.9,
    ),
}
