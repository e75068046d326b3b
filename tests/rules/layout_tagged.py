"""Rules of tags: when they can be trusted, and what they say of the cells of tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.layout.lines.rows import lines_of
from extractor.layout.tables.find import find_tables
from extractor.layout.tables.tagged import tagged_tables
from extractor.reading.page import BBox, Rule, Span, Tag, Tags
from extractor.reading.pdfium.said import read_as_said
from tests.layout.pages import page, span
from tests.rules.case import Case
from tests.rules.layout_grids import LONG, MORE, flat, row, upright

Texts = list[list[list[str]]]
#: The rows of a table, each with the words of its cells; a cell may name the words of several lines.
Tree = Sequence[Sequence[str | tuple[str, ...]]]


def tree_of(rows: Tree, spans: Sequence[Span]) -> Tags:
    """Tags that name these words as cells; a cell whose words are not on the page has no place in the tree."""
    boxes = {one.text: (one.x0, one.top, one.x1, one.bottom) for one in spans}
    elements: list[Tag] = [Tag("Table", 0, around(boxes.values()), False)]
    for cells in rows:
        elements.append(Tag("TR", 1, None, False))
        for words in cells:
            own = [boxes[word] for word in ((words,) if isinstance(words, str) else words) if word in boxes]
            if own:
                elements.append(Tag("TD", 2, around(own), True))
    return Tags(tuple(elements), 1.0, 1.0)


def around(boxes: Iterable[BBox]) -> BBox:
    """The box around boxes."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return (min(x0), min(top), max(x1), max(bottom))


def read(*rows: Iterable[Span], tree: Tree, rules: Iterable[Rule] = (), number: int = 2) -> Texts:
    """The tables of a page with tags."""
    spans, drawn = [one for some in rows for one in some], list(rules)
    made = page(spans, number, drawn)
    made.tags = tree_of(tree, spans)
    found = find_tables(lines_of(made), {number: drawn}, lambda size: 1.2 * size, {number: tagged_tables(made)})
    return [[[one.text(at) for at in range(len(table.columns))] for one in table.rows] for table in found]


def close(top: float) -> list[Span]:
    """Rows set so close that their words do not say where one ends."""
    lines = (("Quays", "open"), ("and bays", "in spring"), ("Locks", "shut"), ("Mole",))
    return [one for at, words in enumerate(lines) for one in row(top + 12 * at, *words)]


CELLS: Tree = ((("Quays", "and bays"), ("open", "in spring")), ("Locks", "shut"), ("Mole", ""))
BY_TAGS = [[["Quays and bays", "open in spring"], ["Locks", "shut"], ["Mole", ""]]]
BY_PLACE = [[["Quays", "open"], ["and bays", "in spring"], ["Locks", "shut"]]]
THREE = [*row(404, "Quays", "open"), *row(424, "Locks", "shut"), *row(444, "Piers", "dark")]
DRAWN = [*flat(390, 410, 430, 450), *upright(100, 200, 300, top=390, bottom=450)]

GARBLED = [span("har\ufffdours", 100, 400)]

CASES = {
    "tags.regular": Case(
        lambda: read(
            row(400, "Quays", "open", "lit"),
            row(418, "Locks", "shut", "dark"),
            row(436, "below"),
            tree=(("Quays", ("open", "shut"), ("lit", "dark")), ("Locks", "below")),
        ),
        [[["Quays", "open", "lit"], ["Locks", "shut", "dark"]]],
    ),
    "tags.empty_cells": Case(lambda: read(close(400), tree=CELLS), BY_TAGS),
    "tags.masthead": Case(lambda: read(close(100), tree=CELLS, number=1), BY_PLACE),
    "tags.actual_text": Case(
        lambda: [
            one.text for one in read_as_said([span("har\ufffdours", 100, 400)], [((90, 380, 160, 410), "harbours")])
        ],
        ["harbours"],
    ),
    "tags.alone": Case(
        lambda: read(
            *(row(400 + 12 * at, f"{LONG} {at}", f"{MORE} {at}", at=(104, 360)) for at in range(3)),
            tree=tuple((f"{LONG} {at}", f"{MORE} {at}") for at in range(3)),
        ),
        [],
    ),
    "tags.drawn": Case(
        lambda: read(THREE, tree=((("Quays", "Locks"), ("open", "shut")), ("Piers", "dark")), rules=DRAWN),
        [[["Quays", "open"], ["Locks", "shut"], ["Piers", "dark"]]],
    ),
}
