"""Documents listed in tables by item: small papers, two or more of each form."""

from __future__ import annotations

import pytest

from tests.kinds.sheet import read

LIST = (
    r"#head[Provisional agenda] #e[1.][Opening] #e[2.][Lamps:] #e(x: 28pt)[(a)][Oil;] #e(x: 28pt)[(b)][Gas.]"
    r" #e[3.][Lenses] #e[4.][Other matters] "
)
ROWS = [
    ("2 (a)", "Report of the keeper on oil", "A/AC.97/2032/2"),
    ("2 (a)", "Comments of members", "A/AC.97/2032/3 and Add.1"),
    ("3", "Note by the Secretariat on lenses", "A/AC.97/2032/4"),
    ("3", "Drawings", "A/AC.97/2032/CRP.1"),
]
FOUND = [
    ("Report of the keeper on oil", ["A/AC.97/2032/2"], "2(a)"),
    ("Comments of members", ["A/AC.97/2032/3", "A/AC.97/2032/3/Add.1"], "2(a)"),
    ("Note by the Secretariat on lenses", ["A/AC.97/2032/4"], "3"),
    ("Drawings", ["A/AC.97/2032/CRP.1"], "3"),
]
ONCE = [FOUND[0], FOUND[2]]


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]], *, rules: str = "0.5pt", widths: str = "") -> str:
    spread = ", ".join(part if part.startswith("table.") else f"[{part}]" for row in (heads, *rows) for part in row)
    return f"#table(columns: ({widths or '60pt, 1fr, 150pt'}), stroke: {rules}, {spread})"


def turned(*order: int) -> list[tuple[str, ...]]:
    return [tuple(row[at] for at in order) for row in ROWS]


#: name -> what stands behind the list, the documents.
TABLES = {
    "ruled, under a heading": (
        "#head[List of documents] " + table(("Item", "Title", "Symbol"), ROWS), FOUND,
    ),
    "without rules": (
        "#head[Documentation] " + table(("Agenda item", "Title", "Symbol"), ROWS, rules="none"), FOUND,
    ),
    "only lines between the rows": (
        "#head[Documents] " + table(("Item", "Document", "Symbol"), ROWS, rules="(y: 0.5pt)"), FOUND,
    ),
    "symbol first": (
        "#head[List of documents] "
        + table(("Symbol", "Item", "Title"), turned(2, 0, 1), widths="150pt, 60pt, 1fr"), FOUND,
    ),
    "title first": (
        "#head[Documents before the Committee] "
        + table(("Title", "Symbol", "Agenda item"), turned(1, 2, 0), widths="1fr, 150pt, 60pt"), FOUND,
    ),
    "one row an item, without a heading": (
        table(("Item", "Title", "Symbol"), [ROWS[0], ROWS[2]], rules="none"), ONCE,
    ),
    "one row an item, ruled, whole numbers": (
        table(("Item", "Title", "Symbol"), [("1", "Agenda", "A/AC.97/2032/1"), ROWS[2]]),
        [("Agenda", ["A/AC.97/2032/1"], "1"), FOUND[2]],
    ),
    "merged cells of items": (
        "#head[List of documents] "
        + table(
            ("Item", "Title", "Symbol"),
            [("table.cell(rowspan: 2, align: horizon)[2 (a)]", *ROWS[0][1:]), ROWS[1][1:],
             ("table.cell(rowspan: 2)[3]", *ROWS[2][1:]), ROWS[3][1:]],
        ), FOUND,
    ),
    "item named in the first of its rows": (
        "#head[Documentation] "
        + table(("Item", "Title", "Symbol"), [ROWS[0], ("", *ROWS[1][1:]), ROWS[2], ("", *ROWS[3][1:])]), FOUND,
    ),
    "rows over the documents of an item": (
        "#head[List of documents] "
        + table(
            ("Symbol", "Title"),
            [("table.cell(colspan: 2)[Item 2 (a)]",), *[row[::-1][:2] for row in ROWS[:2]],
             ("table.cell(colspan: 2)[Item 3]",), *[row[::-1][:2] for row in ROWS[2:]]],
            widths="180pt, 1fr",
        ), FOUND,
    ),
    "in an annex, over pages, its heads repeated": (
        "#pagebreak() #at(0pt)[*Annex*] #head[List of documents] "
        + table(("Item", "Title", "Symbol"), ROWS[:2])
        + " #pagebreak() "
        + table(("Item", "Title", "Symbol"), ROWS[2:]), FOUND,
    ),
    "French": (
        "#head[Liste des documents] " + table(("Point de l'ordre du jour", "Titre", "Cote"), ROWS), FOUND,
    ),
    "Spanish": ("#head[Lista de documentos] " + table(("Tema", "Título", "Signatura"), ROWS, rules="none"), FOUND),
}  # fmt: skip


ANNOTATED = (
    LIST + "#head[Annotations] *1. Opening* \n\n The Chair will open the session in the tower. \n\n *2. Lamps* \n\n"
    "The Committee will hear the keepers of two lights. \n\n {body} \n\n *3. Lenses* \n\n"
    "The Committee will look at lenses. \n\n *4. Other matters* \n\n"
    "No matters had been raised when this paper was closed. \n\n"
)
STATES = [("Ruritania", "CED/C/RUR/1", "CED/C/RUR/Q/1"), ("Syldavia", "CED/C/SYL/2", "CED/C/SYL/Q/2 and Add.1")]
REPORTS = [
    ("Ruritania", ["CED/C/RUR/1", "CED/C/RUR/Q/1"]),
    ("Syldavia", ["CED/C/SYL/2", "CED/C/SYL/Q/2", "CED/C/SYL/Q/2/Add.1"]),
]
REFERENCES = [
    ("Report of the keeper on oil", "A/AC.97/2032/2"),
    ("Comments of members", "A/AC.97/2032/3 and Add.1"),
    ("Note by the Secretariat on the lamps and lenses of all the capes of the coast", "A/AC.97/2032/4"),
]
REFERRED = [("Report of the keeper on oil", ["A/AC.97/2032/2"]),
            ("Comments of members", ["A/AC.97/2032/3", "A/AC.97/2032/3/Add.1"]),
            (REFERENCES[2][0], ["A/AC.97/2032/4"])]  # fmt: skip


def grid(rows, *, turned: bool = False) -> str:
    """Two columns without rules, set close."""
    cells = ", ".join(f"[{cell}]" for row in rows for cell in (row[::-1] if turned else row))
    widths = "150pt, 1fr" if turned else "250pt, 1fr"
    return f"#grid(columns: ({widths}), row-gutter: 9pt, {cells})"


#: name -> what stands in the text of item 2, its documents.
WITHIN = {
    "State reports": (table(("State party", "Report", "List of issues"), STATES, widths="1fr, 140pt, 150pt"), REPORTS),
    "State reports without rules": (
        table(("State party", "Report", "List of issues"), STATES, rules="none", widths="1fr, 140pt, 150pt"), REPORTS,
    ),
    "State and title": (
        table(("State", "Title", "Symbol"), [("Ruritania", "Second report", "CED/C/RUR/2"),
                                             ("Syldavia", "Initial report", "CED/C/SYL/1")], widths="90pt, 1fr, 150pt"),
        [("Ruritania: Second report", ["CED/C/RUR/2"]), ("Syldavia: Initial report", ["CED/C/SYL/1"])],
    ),
    "references": ("*References for the fourth session* " + grid(REFERENCES), REFERRED),
    "references, symbol first": ("*Documents* " + grid(REFERENCES, turned=True), REFERRED),
    "joint symbols and conference-room papers": (
        "Documentation \n\n Report on oil (A/87/12-E/2032/7) \n\n Note on boats (E/CN.7/2032/4-E/CN.15/2032/5) \n\n"
        "Drawings (A/AC.97/2032/CRP.3)",
        [("Report on oil", ["A/87/12", "E/2032/7"]), ("Note on boats", ["E/CN.7/2032/4", "E/CN.15/2032/5"]),
         ("Drawings", ["A/AC.97/2032/CRP.3"])],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WITHIN)
def test_documents_in_the_text_of_an_item(name):
    body, expected = WITHIN[name]
    agenda = read(ANNOTATED.replace("{body}", body))
    assert listed(agenda) == [(title, symbols, "2") for title, symbols in expected]


BY_ITEM = [(["A/CN.9/1330", "A/CN.9/1330/Add.1", "A/CN.9/1330/Add.2", "A/CN.9/1330/Add.3"], "2"),
           (["A/CN.9/1334"], "3"), (["A/CN.9/1335"], "3")]  # fmt: skip
#: name -> what stands below the annotations, the symbols and items of its documents.
BELOW = {
    "codes by item": (
        "#head[Documents] #e(step: 60pt)[Item 2][A/CN.9/1330 and Add.1-3]"
        " #e(step: 60pt)[Item 3][A/CN.9/1334; A/CN.9/1335]",
        BY_ITEM,
    ),
    "items over their documents": (
        "#head[List of documents] *Item 2. Lamps* \n\n A/CN.9/1330 and Add.1–3 \n\n *Item 3. Lenses* \n\n"
        "Lenses of the coast (A/CN.9/1334) \n\n Prices of glass (A/CN.9/1335)", BY_ITEM,
    ),
    "papers beside the dates of the items": (
        "#head[Scheduling of meetings and documentation] "
        + table(
            ("Agenda item", "Proposed dates", "Documentation"),
            [("Item 1. Opening", "Monday, 7 June, at 10 a.m.", ""),
             ("Item 2. Lamps", "Monday, 7 June", "A/CN.9/1330 and Add.1–3"),
             ("Item 3. Lenses", "Tuesday, 8 June, and Wednesday, 9 June", r"A/CN.9/1334 \ A/CN.9/1335"),
             ("Item 4. Other matters", "Friday, 11 June", "")],
            rules="none", widths="200pt, 150pt, 1fr",
        ), BY_ITEM,
    ),
    "of no item": (
        "#head[List of documents] Lenses of the coast (A/CN.9/1334) \n\n Prices of glass (A/CN.9/1335)",
        [(["A/CN.9/1334"], None), (["A/CN.9/1335"], None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BELOW)
def test_lists_below_the_annotations(name):
    body, expected = BELOW[name]
    agenda = read(ANNOTATED.replace("{body}", "") + body)
    assert [(one.symbols, one.item) for one in agenda.documents] == expected
    assert agenda.items[-1].annotation[-1].text.endswith("closed.")


def test_references_behind_the_list_hang_on_no_item():
    agenda = read(LIST + "#head[References for the fourth session] " + grid(REFERENCES))
    assert listed(agenda) == [(title, symbols, None) for title, symbols in REFERRED]


def listed(agenda):
    return [(one.title, one.symbols, one.item) for one in agenda.documents]


@pytest.mark.parametrize("name", TABLES)
def test_each_row_is_a_document_of_the_item_that_it_names(name):
    body, expected = TABLES[name]
    found = read(LIST + body)
    assert listed(found) == expected
    assert [item.number for item in found.items] == ["1", "2", "3", "4"]
    assert not any(block.role == "unassigned" for block in found.blocks)
