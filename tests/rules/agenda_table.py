"""The smallest table that needs each rule on lists set as tables, and the titles that need each rule on titles."""

from __future__ import annotations

from extractor.layout.blocks.find import blocks_of
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
    return [block.text for block in unfold([table], measure(lines)).blocks]


def with_close_cells() -> list[list[str]]:
    """The papers of a table whose column of purposes is as wide as its longest word."""
    rows = {
        120: (("1.", 62), ("Opening", 84), ("Decision", 360), ("GB.350/INS/1", 413)),
        140: (("2.", 62), ("Ports", 84), ("Information GB.350/INS/4", 360)),
        152: (("(Add.1)", 413),),
    }
    spans = [span(text, x0, top, 9) for top, row in rows.items() for text, x0 in row]
    lines = lines_of(page(spans))
    table = table_block(lines, Table(0, 3, [62.0, 84.0, 360.0, 413.0]))
    return [d.symbols for beside in unfold([table], measure(lines)).beside.values() for d in beside]


def unfolded(*pages: list[tuple[str, ...]], columns: tuple[float, ...] = (62, 260, 420)):
    """What is made of a table over pages: its blocks, the papers beside them, which have none."""
    lines = [
        line
        for number, rows in enumerate(pages, 1)
        for line in lines_of(
            page(
                [
                    span(text, x0, 100 + 24 * at, 9)
                    for at, row in enumerate(rows)
                    for text, x0 in zip(row, columns, strict=False)
                    if text
                ],
                number,
            )
        )
    ]
    measures = measure(lines)
    return unfold(blocks_of(lines, {}, measures), measures)


def papers(*pages: list[tuple[str, ...]], columns: tuple[float, ...] = (62, 260, 420)):
    """The entries of a table and the symbols beside each."""
    done = unfolded(*pages, columns=columns)
    return [(block.text, [one.symbols for one in done.beside.get(block, [])]) for block in done.blocks]


WIDE = ("Item", "Reference", "Document")
SAYS = "The Committee will be invited to take note of the lamps."
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
    "agenda_table.next_page": Case(
        lambda: papers(
            [HEADS, ("1. Opening", "Monday", "A/99/1"), ("2. Ports of islands", "Tuesday", "")],
            [("and capes", "Friday", "A/99/3"), ("3. Docks", "Friday", "A/99/4")],
        )[2:],
        [("2. Ports of islands and capes", [["A/99/3"]]), ("3. Docks", [["A/99/4"]])],
    ),
    "agenda_table.repeated_head": Case(
        lambda: len(
            papers([HEADS, ("1. Opening.", "Monday", ""), ("2. Ports.", "x", "")], [HEADS, ("3. Docks", "x", "")])
        ),
        4,
    ),
    "agenda_table.papers_column": Case(
        lambda: len(unfolded([WIDE, ("1. Ports (A/99/1)", "Rule 4", "A/99/2"), ("2. Docks", "Rule 5", "")]).tabled), 3
    ),
    "agenda_table.references_column": Case(
        lambda: papers([WIDE, ("1. Ports", "A/98/7, para. 3", "A/99/2"), ("2. Docks", "Rule 5", "")])[1:],
        [("1. Ports", [["A/99/2"]]), ("2. Docks", [])],
    ),
    "agenda_table.no_paper": Case(
        lambda: len(unfolded([WIDE, ("1. Ports", "Rule 4", "No document"), ("2. Docks", "Rule 5", "A/99/3")]).without),
        1,
    ),
    "agenda_table.cells_close": Case(with_close_cells, [["GB.350/INS/1"], ["GB.350/INS/4(Add.1)"]]),
    "agenda_table.texts_beside": Case(
        lambda: [one for one, _ in papers([("1. Ports", SAYS), ("2. Docks", SAYS)], columns=(62, 200))],
        ["1. Ports", SAYS, "2. Docks", SAYS],
    ),
    "titles.without_and": Case(lambda: clean_title("Inc.; and"), "Inc."),
    "titles.abbreviation": Case(lambda: clean_title("Rules of the U.N."), "Rules of the U.N."),
    "titles.begins_with": Case(
        lambda: alike("Opening of the session", "Opening of the session of the Committee on the Lighting of Harbours"),
        0.9,
    ),
}
