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


def listed(agenda):
    return [(one.title, one.symbols, one.item) for one in agenda.documents]


@pytest.mark.parametrize("name", TABLES)
def test_each_row_is_a_document_of_the_item_that_it_names(name):
    body, expected = TABLES[name]
    found = read(LIST + body)
    assert listed(found) == expected
    assert [item.number for item in found.items] == ["1", "2", "3", "4"]
    assert not any(block.role == "unassigned" for block in found.blocks)
