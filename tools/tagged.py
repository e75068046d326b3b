"""Tables as the tags of a PDF have them, for `make tables TAGS=FOLDER`: what the makers of a paper say its cells are.

A witness is a table whose tags agree with themselves: each row fills the same columns. Tables of the masthead and of
contents, which are set as tables for the sake of their places, are no tables of the text; they are left out, and so is
what is found there. The tags are read as the program reads them; the words in each cell are those whose middle lies in
its box.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.layout.tables.tagged import TaggedCell, TaggedTable, is_masthead, is_regular, read_tables
from extractor.reading.page import Span
from extractor.reading.reader import open_pdf
from tools.adjacency import Cell, cell

#: Of the rows of contents this share end in a page number.
_CONTENTS = 0.6
_NUMBER = re.compile(r"\d{1,4}$")


@dataclass(slots=True)
class Tagged:
    """A table of a page: its cells, its top and bottom (points from the top), whether it counts."""

    page: int
    cells: list[Cell]
    top: float
    bottom: float
    is_witness: bool


def tagged_tables(path: Path) -> list[Tagged]:
    """The tables that the tags of a file name, page by page."""
    with open_pdf(path.read_bytes(), "pdfium", beside=["tables"]) as reader:
        return [
            _made(table, page.spans, page.height)
            for page in reader.pages(None)
            if page.tags is not None
            for table in read_tables(page.tags.elements, page.number)
        ]


def _made(table: TaggedTable, spans: Sequence[Span], height: float) -> Tagged:
    cells = [cell((one.row, one.last_row), (one.column, one.last_column), _text(one, spans)) for one in table.cells]
    several = sum(bool(one.text) for one in cells) > 1
    whole = several and is_regular.applies(table) and not is_contents(cells)
    _, top, _, bottom = table.box
    return Tagged(table.page, cells, top, bottom, whole and not is_masthead.applies(table, height))


def _text(one: TaggedCell, spans: Sequence[Span]) -> str:
    """The words whose middle lies in a cell."""
    if one.box is None:
        return ""
    x0, top, x1, bottom = one.box
    inside = [
        span
        for span in spans
        if x0 - 1 < (span.x0 + span.x1) / 2 < x1 + 1 and top - 1 < span.baseline - 0.3 * span.size < bottom + 1
    ]
    return " ".join(span.text for span in inside)


def is_contents(cells: list[Cell]) -> bool:
    """Whether most rows end in the number of a page."""
    ends: dict[int, Cell] = {}
    for one in cells:
        if one.text and one.columns[0] > 0 and one.columns >= ends.get(one.rows[0], one).columns:
            ends[one.rows[0]] = one
    numbers = [int(found[0]) for one in ends.values() if (found := _NUMBER.search(one.text))]
    return len(numbers) > 2 and len(numbers) > _CONTENTS * len(ends) and numbers == sorted(numbers)
