"""Agendas set as tables: `Item | Title | Reference | Document`; small papers, two or more of each form."""

from __future__ import annotations

import pytest

from tests.kinds.sheet import read, tree
from tests.kinds.test_documents import table

HEADS = ("Item", "Title", "Reference", "Document")
ROWS = [
    ("1", "Opening", "Rule 4 of the rules of procedure", "A/AC.97/2032/1"),
    ("2", "Lamps", "Decision 31/4 (A/AC.97/2031/9, annex)", "A/AC.97/2032/2 and Add.1"),
    ("3", "Lenses", "A/AC.97/2031/9, para. 7", "No document"),
    ("4", "Other matters", "", ""),
]
ITEMS = [(0, "1", "Opening"), (0, "2", "Lamps"), (0, "3", "Lenses"), (0, "4", "Other matters")]
PAPERS = [(["A/AC.97/2032/1"], "1"), (["A/AC.97/2032/2", "A/AC.97/2032/2/Add.1"], "2")]
WIDTHS = "40pt, 1fr, 130pt, 130pt"
LONG = " ".join(["Lamps of the western coast and of its islands, with their keepers and boats, in the winter"] * 4)
FRENCH = [(0, "1", "Ouverture"), (0, "2", "Phares"), (0, "3", "Lentilles"), (0, "4", "Divers")]


def titled(row: int, title: str) -> list[tuple[str, ...]]:
    """The rows with another title in one of them."""
    return [(one[0], title, *one[2:]) if at == row else one for at, one in enumerate(ROWS)]


def over_pages(space: int, rows: list[tuple[str, ...]], widths: str = WIDTHS) -> str:
    """The table set low on a page, its heads repeated on the next."""
    heads = ", ".join(f"[{head}]" for head in HEADS)
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    return f"#v({space}pt) #table(columns: ({widths}), stroke: 0.5pt, table.header({heads}), {cells})"


#: Sub-items in rows of their own, with the number of the item in the row above.
LETTERED = [
    ("1", "Opening", "", "A/AC.97/2032/1"),
    ("2", "Lamps", "", ""),
    ("", "(a) Lamps of the quays (decision 31/4)", "", "A/AC.97/2032/2"),
    ("", "(b) Lamps of the moles", "", "A/AC.97/2032/3"),
    ("3", "Lenses", "", "A/AC.97/2032/4"),
    ("4", "Other matters", "", ""),
]
BELOW = [(1, "2(a)", "Lamps of the quays (decision 31/4)"), (1, "2(b)", "Lamps of the moles")]
SECTIONS = """#set table(columns: (40pt, 200pt, 90pt, 90pt), stroke: none)
#table([Item], [Title], [Reference], [Document])
*PROCEDURAL ITEMS*
#table([1.], [Opening], [Rule 4], [A/AC.97/2032/1], [2.], [Lamps], [31 EX/Decision 4], [A/AC.97/2032/2])
*REPORTS*
#table([3.], [Lenses], [], [], [3.1], [Old lenses], [], [A/AC.97/2032/3], [3.2], [New lenses], [], [A/AC.97/2032/4],
  [4.], [Other matters], [], [A/AC.97/2032/5])
"""

#: name -> the table, its items, its papers, the items without a document.
TABLES = {
    "ruled": (table(HEADS, ROWS, widths=WIDTHS), ITEMS, PAPERS, ["3"]),
    "without rules": (table(HEADS, ROWS, rules="none", widths=WIDTHS), ITEMS, PAPERS, ["3"]),
    "a symbol in a title": (
        table(HEADS, titled(1, "Lamps (A/AC.97/2031/7)"), widths=WIDTHS),
        [ITEMS[0], (0, "2", "Lamps (A/AC.97/2031/7)"), *ITEMS[2:]], PAPERS, ["3"],
    ),
    "over pages": (over_pages(370, ROWS), ITEMS, PAPERS, ["3"]),
    "over pages, the last row alone": (over_pages(355, ROWS, "40pt, 120pt, 130pt, 130pt"), ITEMS, PAPERS, ["3"]),
    "a row cut by the page": (
        over_pages(350, titled(1, LONG), "40pt, 120pt, 130pt, 130pt"),
        [ITEMS[0], (0, "2", LONG), *ITEMS[2:]], PAPERS, ["3"],
    ),
    "sub-items without a number": (
        "#head[Provisional agenda] " + table(HEADS, LETTERED, widths=WIDTHS),
        [*ITEMS[:2], *BELOW, *ITEMS[2:]],
        [
            (["A/AC.97/2032/1"], "1"), (["A/AC.97/2032/2"], "2(a)"), (["A/AC.97/2032/3"], "2(b)"),
            (["A/AC.97/2032/4"], "3"),
        ],
        [],
    ),
    "in sections": (
        "#head[Provisional agenda] " + SECTIONS,
        [*ITEMS[:3], (1, "3.1", "Old lenses"), (1, "3.2", "New lenses"), ITEMS[3]],
        [
            (["A/AC.97/2032/1"], "1"), (["A/AC.97/2032/2"], "2"), (["A/AC.97/2032/3"], "3.1"),
            (["A/AC.97/2032/4"], "3.2"), (["A/AC.97/2032/5"], "4"),
        ],
        [],
    ),
    "in French": (
        table(
            ("Point", "Intitulé", "Référence", "Document"),
            [("1", "Ouverture", "Article 4", "A/AC.97/2032/1"),
             ("2", "Phares", "Décision 31/4 (A/AC.97/2031/9)", "A/AC.97/2032/2 et Add.1"),
             ("3", "Lentilles", "", "Pas de document"), ("4", "Divers", "", "")],
            widths=WIDTHS,
        ), FRENCH, PAPERS, ["3"],
    ),
    "three columns, numbers with stops": (
        table(
            ("No.", "Subject", "Documentation"),
            [("1.", "Opening", "A/AC.97/2032/1"), ("2.", "Lamps", "A/AC.97/2032/2; A/AC.97/2032/3"),
             ("3.", "Lenses", "None"), ("4.", "Other matters", "—")],
            widths="40pt, 1fr, 150pt",
        ), ITEMS, [PAPERS[0], (["A/AC.97/2032/2"], "2"), (["A/AC.97/2032/3"], "2")], ["3"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_items_is_the_list(name: str) -> None:
    body, items, papers, without = TABLES[name]
    heading = "Ordre du jour provisoire" if name == "in French" else "Provisional agenda"
    agenda = read(f"#head[{heading}] {body}")
    assert tree(agenda.items) == items
    assert [(one.symbols, one.item) for one in agenda.documents] == papers
    assert [item.number for item in agenda.items if item.no_documentation] == without
