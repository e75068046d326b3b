"""The smallest table of documents by item that needs each rule of `extractor.structure.documents.by_item`."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.blocks.model import Block
from extractor.reading.page import Rule
from extractor.structure.documents.below import listed_below
from extractor.structure.documents.by_item import (
    documents_by_item,
    items_of_rows,
    papers_in_timetables,
    states_in_timetable,
    tables_by_item,
)
from tests.layout.pages import blocks, span
from tests.rules.case import Case

Rows = Sequence[tuple[str, ...]]
HEAD = ("Item", "Title", "Symbol")
CONSIDERED = [
    ("State party", "Symbol", "Date of consideration"),
    ("Ruritania", "A/99/12", "24 June (p.m.)"),
    ("Syldavia", "A/99/13", "25 June (a.m.)"),
]
ONE, TWO, THREE = ("Lights", "A/99/12"), ("Sirens", "A/99/13"), ("Pilots", "A/99/14")


def border(height: float, x0: float = 120, x1: float = 500) -> Rule:
    return Rule(x0, height, x1, height + 1)


def table(rows: Rows, rules: Sequence[Rule] = (), top: float = 200) -> Block:
    """The block of a table of these rows, set wide apart; an empty text is an empty cell."""
    edges = (124, 220, 400)
    spans = [
        span(text, x0, top + 20 * at)
        for at, row in enumerate(rows)
        for text, x0 in zip(row, edges, strict=True)
        if text
    ]
    (block,) = blocks(*spans, rules=rules)
    return block


def found(*paper: Block) -> list[tuple[str, str | None]]:
    """The symbols of the documents in the tables by item of a paper, with their items."""
    return [(one.symbols[0], number) for one, number in documents_by_item(tables_by_item(paper).items())]


def titles() -> list[str | None]:
    """The titles of documents of which each stands right below its item, beside its symbol."""
    rows = [
        one
        for at, (title, symbol) in enumerate((ONE, TWO, THREE))
        for one in (
            span(f"Agenda item {at + 2}", 124, 200 + 36 * at),
            span(title, 124, 212 + 36 * at),
            span(symbol, 400, 212 + 36 * at),
        )
    ]
    listed = entries("2. Lights.", "3. Sirens.", "4. Pilots.")
    return [one.title for one, _ in documents_by_item(tables_by_item([*listed, *blocks(*rows)]).items())]


def items(block: Block) -> list[str | None]:
    assert block.table is not None
    read = items_of_rows(block.table)
    return list(read.of) if read else []


def entries(*texts: str) -> list[Block]:
    return [block for at, text in enumerate(texts) for block in blocks(span(text, 124, 100 + 20 * at))]


TIMED = [
    ("Agenda item", "Dates", "Documentation"),
    ("Item 4. Lights", "Monday", "A/99/12"),
    ("(a) Oil", "Friday", "A/99/13"),
]


def timed() -> list[tuple[list[str], str | None]]:
    """The papers that a timetable names beside its items."""
    return [(one.symbols, number) for one, number in papers_in_timetables([table(TIMED)])]


def below(*texts: str, heading: str = "List of documents") -> list[tuple[list[str], str | None]]:
    """The documents of an annexed list, with their items."""
    head = blocks(span(heading, 124, 60, 12))
    return [(one.symbols, number) for one, number in listed_below([*head, *entries(*texts)])]


ACTIVITIES = [
    ("Time", "Activity", "Document"),
    ("10 a.m.", "Item 4: Lights", "A/99/12"),
    ("11 a.m.", "Coffee break", ""),
    ("noon", "Item 5: Oil", "A/99/13"),
]

CASES: dict[str, Case] = {
    "documents.items_in_titles": Case(
        lambda: [(one.symbols, number) for one, number in papers_in_timetables([table(ACTIVITIES)])],
        [(["A/99/12"], "4"), (["A/99/13"], "5")],
    ),
    "documents.states_in_timetable": Case(
        lambda: [(one.title, one.symbols) for one in states_in_timetable.applies(table(CONSIDERED))],
        [("Ruritania", ["A/99/12"]), ("Syldavia", ["A/99/13"])],
    ),
    "documents.annex_before_heading": Case(
        lambda: below("Item 3", "A/99/12 Note on lights", heading="Annex: documents before the Committee"),
        [(["A/99/12"], "3")],
    ),
    "documents.lettered_row": Case(timed, [(["A/99/12"], "4"), (["A/99/13"], "4(a)")]),
    "documents.column_in_timetable": Case(timed, [(["A/99/12"], "4"), (["A/99/13"], "4(a)")]),
    "documents.item_behind": Case(
        lambda: below("A/99/12 Note on lights (item 3)", "A/99/13 Note on sirens (item 4)"),
        [(["A/99/12"], "3"), (["A/99/13"], "4")],
    ),
    "documents.item_over_rows": Case(
        lambda: found(
            *entries("2. Lights.", "3. Sirens.", "Item 2: Lights"),
            table(
                [("A/99/12", "", "Lamps"), ("A/99/13", "", "Oil"), ("Item 3: Sirens", "", ""), ("A/99/14", "", "Horns")]
            ),
        ),
        [("A/99/12", "2"), ("A/99/13", "2"), ("A/99/14", "3")],
    ),
    "documents.item_over_list": Case(lambda: below("Item 3. Lights", "Report (A/99/12)"), [(["A/99/12"], "3")]),
    "documents.lines_below": Case(lambda: below("Report (A/99/12)"), [(["A/99/12"], None)]),
    "documents.item_head": Case(
        lambda: items(table([HEAD, ("2 and 3", *ONE), ("all", *TWO), ("4", *THREE)])), [None, "2", None, "4"]
    ),
    "documents.column_of_items": Case(
        lambda: items(table([("Nos.", "Report", "Paper"), ("2", *ONE), ("3", *TWO)])), [None, "2", "3"]
    ),
    "documents.group_row": Case(
        lambda: items(table([HEAD, ("2", *ONE), ("", "For information", ""), ("", *TWO), ("", *THREE)])),
        [None, "2", None, None, None],
    ),
    "documents.title_below_item": Case(titles, ["Lights", "Sirens", "Pilots"]),
    "documents.merged_items": Case(
        lambda: items(
            table(
                [HEAD, ("1", *ONE), ("", *TWO), ("2", *THREE)],
                [border(185), border(206), border(226), border(246, 216), border(266)],
            )
        ),
        [None, "1", "2", "2"],
    ),
    "documents.several_of_item": Case(
        lambda: found(table([HEAD, ("2", *ONE), ("2", *TWO)])), [("A/99/12", "2"), ("A/99/13", "2")]
    ),
    "documents.headed_table": Case(
        lambda: found(*blocks(span("List of documents", 124, 100, 12)), table([HEAD, ("2", *ONE), ("3", *TWO)])),
        [("A/99/12", "2"), ("A/99/13", "3")],
    ),
    "documents.agenda_itself": Case(
        lambda: found(
            *blocks(span("Provisional agenda", 124, 160, 12)),
            table([HEAD, ("1", *ONE), ("", *TWO), ("2", *THREE)]),
        ),
        [],
    ),
    "documents.items_above": Case(
        lambda: found(*entries("2. Lights.", "3. Sirens."), table([HEAD, ("2", *ONE), ("3", *TWO)])),
        [("A/99/12", "2"), ("A/99/13", "3")],
    ),
}
