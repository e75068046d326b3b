"""Tables as the tags of a PDF have them, for `make tables TAGS=FOLDER`: what the makers of a paper say its cells are.

A witness is a table whose tags agree with themselves: each row fills the same columns. Tables of the masthead and of
contents, which are set as tables for the sake of their places, are no tables of the text; they are left out, and so is
what is found there.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from tools.adjacency import Cell, cell

#: Tags nested deeper than this, or more of them than this on a page, are not read.
_DEEPEST, _MOST = 60, 20_000
#: Of the rows of contents this share end in a page number.
_CONTENTS = 0.6
#: A table that begins in the upper part of the first page, so much of it, is the masthead.
_MASTHEAD = 0.3
_NUMBER = re.compile(r"\d{1,4}$")


@dataclass(slots=True)
class Tagged:
    """A table of a page: its cells, its top and bottom (points from the top), whether it counts."""

    page: int
    cells: list[Cell]
    top: float
    bottom: float
    is_witness: bool


@dataclass(slots=True)
class _Words:
    """What stands under a mark of a page: its text, and between which heights."""

    text: str = ""
    heights: list[float] = field(default_factory=list)


def tagged_tables(path: Path) -> list[Tagged]:
    """The tables that the tags of a file name, page by page."""
    found: list[Tagged] = []
    with pdfium.PdfDocument(path) as pdf:
        for number, page in enumerate(pdf, 1):
            tree = c.FPDF_StructTree_GetForPage(page)
            if not tree:
                continue
            try:
                tables = [
                    element
                    for at in range(c.FPDF_StructTree_CountChildren(tree))
                    for element in _elements(c.FPDF_StructTree_GetChildAtIndex(tree, at), ("Table",))
                ]
                words = _words(page) if tables else {}
                found += [made for table in tables if (made := _table(number, table, words, page.get_height()))]
            finally:
                c.FPDF_StructTree_Close(tree)
    return found


def _words(page: Any) -> dict[int, _Words]:
    """The text under each mark of a page."""
    found: dict[int, _Words] = {}
    height = page.get_height()
    text_page = page.get_textpage()
    for item in page.get_objects(filter=[c.FPDF_PAGEOBJ_TEXT], max_depth=1):
        mark = c.FPDFPageObj_GetMarkedContentID(item.raw)
        if mark < 0:
            continue
        length = c.FPDFTextObj_GetText(item.raw, text_page.raw, None, 0)
        buffer = (ctypes.c_ushort * max(length // 2, 1))()
        c.FPDFTextObj_GetText(item.raw, text_page.raw, buffer, length)
        text = bytes(buffer).decode("utf-16-le", "replace").strip("\0")
        if text.strip():
            _, low, _, high = item.get_bounds()
            words = found.setdefault(mark, _Words())
            words.text += text
            words.heights += [height - high, height - low]
    return found


def _elements(root: Any, kinds: tuple[str, ...], depth: int = 0) -> Iterator[Any]:
    """The elements of these kinds under an element, itself among them, not those inside another such."""
    if not root or depth > _DEEPEST:
        return
    if _kind(root) in kinds:
        yield root
        return
    for at in range(min(c.FPDF_StructElement_CountChildren(root), _MOST)):
        yield from _elements(c.FPDF_StructElement_GetChildAtIndex(root, at), kinds, depth + 1)


def _kind(element: Any) -> str:
    buffer = ctypes.create_string_buffer(128)
    c.FPDF_StructElement_GetType(element, buffer, 128)
    return buffer.raw.decode("utf-16-le", "replace").split("\0", 1)[0]


def _marks(element: Any, depth: int = 0) -> Iterator[int]:
    """The marks under an element."""
    if not element or depth > _DEEPEST:
        return
    for at in range(min(c.FPDF_StructElement_CountChildren(element), _MOST)):
        mark = c.FPDF_StructElement_GetChildMarkedContentID(element, at)
        if mark >= 0:
            yield mark
        else:
            yield from _marks(c.FPDF_StructElement_GetChildAtIndex(element, at), depth + 1)


def _span(element: Any, name: bytes) -> int:
    """Over how many rows or columns a cell reaches."""
    for at in range(c.FPDF_StructElement_GetAttributeCount(element)):
        attribute = c.FPDF_StructElement_GetAttributeAtIndex(element, at)
        value = c.FPDF_StructElement_Attr_GetValue(attribute, name) if attribute else None
        number = ctypes.c_float()
        if value and c.FPDF_StructElement_Attr_GetNumberValue(value, number):
            return max(int(number.value), 1)
    return 1


def _table(number: int, table: Any, words: dict[int, _Words], height: float) -> Tagged | None:
    """A table element with its cells; None where none of its words stands on the page."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    heights: list[float] = []
    for row, element in enumerate(_elements(table, ("TR",))):
        column = 0
        for one in _elements(element, ("TD", "TH")):
            while (row, column) in taken:
                column += 1
            deep, wide = _span(one, b"RowSpan"), _span(one, b"ColSpan")
            taken |= {(row + down, column + along) for down in range(deep) for along in range(wide)}
            marked = [words[mark] for mark in _marks(one) if mark in words]
            heights += [edge for each in marked for edge in each.heights]
            text = " ".join(each.text for each in marked)
            cells.append(cell((row, row + deep - 1), (column, column + wide - 1), text))
            column += wide
    if not heights:
        return None
    made = Tagged(number, cells, min(heights), max(heights), is_witness=False)
    made.is_witness = _is_sane(taken, cells) and not is_contents(cells) and not _is_masthead(made, height)
    return made


def _is_sane(taken: set[tuple[int, int]], cells: list[Cell]) -> bool:
    """Whether there are columns and rows, and each row fills the same columns."""
    rows = {row for row, _ in taken}
    widths = {sum(other == row for other, _ in taken) for row in rows}
    return len(rows) > 1 and len(widths) == 1 and min(widths) > 1 and sum(bool(one.text) for one in cells) > 1


def is_contents(cells: list[Cell]) -> bool:
    """Whether most rows end in the number of a page."""
    ends: dict[int, Cell] = {}
    for one in cells:
        if one.text and one.columns[0] > 0 and one.columns >= ends.get(one.rows[0], one).columns:
            ends[one.rows[0]] = one
    numbers = [int(found[0]) for one in ends.values() if (found := _NUMBER.search(one.text))]
    return len(numbers) > 2 and len(numbers) > _CONTENTS * len(ends) and numbers == sorted(numbers)


def _is_masthead(table: Tagged, height: float) -> bool:
    """Whether it stands at the head of the first page."""
    return table.page == 1 and table.top < _MASTHEAD * height
