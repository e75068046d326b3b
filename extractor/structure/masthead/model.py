"""What a masthead holds, and what its readers hand each other: rows, the box, sections."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.diagnostics import Note
from extractor.layout.lines.model import Cell, Line, Mark
from extractor.layout.text import join_lines
from extractor.reading.page import BBox


@dataclass(slots=True)
class Section:
    """One body and session of the masthead with its place and date lines."""

    bodies: list[str] = field(default_factory=list)
    session: str | None = None
    number: int | None = None
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Masthead:
    """What the masthead says. Fields that it does not print are ``None`` or empty.

    ``end`` is the index, among the body lines of all sheets one after the other, of the first line after the
    masthead; ``consumed`` are the indexes at or after ``end`` that belong to the masthead all the same (a box that
    stands lower on the page). ``inferred`` says what is not simply as printed, and why.
    """

    symbol: str | None = None
    symbols: list[str] = field(default_factory=list)
    title: str | None = None
    organ: str | None = None
    body: str | None = None
    bodies: list[str] = field(default_factory=list)
    distribution: str | None = None
    date: dt.date | None = None
    original_language: str | None = None
    job_number: str | None = None
    agenda_item: tuple[str, str | None] | None = None
    agenda_items: list[tuple[str, str | None]] = field(default_factory=list)
    sessions: list[tuple[str, int | None]] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    place_lines: list[str] = field(default_factory=list)
    subtitle: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    end: int = 0
    consumed: frozenset[int] = frozenset()
    inferred: list[Note] = field(default_factory=list)
    boxes: dict[str, tuple[int, BBox]] = field(default_factory=dict)

    @property
    def found(self) -> bool:
        """Whether there is anything of a masthead at all."""
        return bool(self.symbol or self.distribution or self.original_language)


#: Cells that begin this near to the column's edge belong to the column (points; measured: 1 pt in digital papers, 10
#: in scans).
COLUMN_SLACK = 15.0
#: A box farther left than this share of the page's width has no column of its own: only what is known for a field is
#: taken.
OWN_COLUMN = 0.4
#: The box ends in the upper part of the page ...
BOX_ZONE = 0.42
#: ... and its lines are at most this far apart (points): a blank line stands between the date and the language.
BOX_GAP = 52.0

# `EB152/1 (annotated)`, `SCP/36/1 PROV.2`, `Document C24/1-E`: words around the symbol in the box
QUALIFIER = re.compile(r"\s*\(annotated\)$|\s*\bprov\.?\s?\d{0,2}$|^document:?\s+", re.IGNORECASE)


@dataclass(slots=True)
class Box:
    """What the box says. `used` holds (line, cell) indexes of page 1 that are the box's own; `bottom` is where it
    ends.
    """

    symbols: list[str] = field(default_factory=list)
    distribution: str | None = None
    date: dt.date | None = None
    original_language: str | None = None
    edge: float | None = None
    top: float = 0.0
    bottom: float = 0.0
    used: set[tuple[int, int]] = field(default_factory=set)
    displaced: bool = False


@dataclass(slots=True)
class Entry:
    line: int
    cell: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float


#: Lines of one paragraph are at most this many type sizes apart (measured: 1.07 in titles, 1.2 in text); 1.5 begins a
#: new one.
PARAGRAPH_GAP = 1.5

_TRAILING = re.compile(r"[\s*∗†‡]+$")
_SIGNS = re.compile(r"(?<=[^\s*∗])\s?[*∗]{1,4}(?=[\s:;,.]|$)")
BRACKETED = re.compile(r"[(\[（][^()\[\]（）]*[)\]）]")
LOWER_WORD = re.compile(r"(?<!\w)[a-zà-ÿа-яё]{4,}(?!\w)")


@dataclass(slots=True)
class Row:
    """One line of one column under the box. `line` is its index among the body lines of the page."""

    line: int
    page: int
    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    cells: int
    column: int = 0
    lead: str = ""
    marks: list[Mark] = field(default_factory=list)
    kind: str = ""

    def follows(self, other: Row) -> bool:
        """Whether the row goes on with the paragraph of `other`: same type, ordinary line gap."""
        gap = (self.baseline - other.baseline) / max(self.size, other.size)
        return abs(self.size - other.size) <= 0.7 and self.bold == other.bold and gap <= PARAGRAPH_GAP

    def gap(self, other: Row) -> float:
        return (self.baseline - other.baseline) / max(self.size, other.size)


def row_of(index: int, line: Line, cells: Sequence[Cell], column: int = 0) -> Row:
    """The row of some cells of a line."""
    text, marks = "", []
    for cell in cells:
        if text and cell.text:
            text += " "
        marks += [Mark(mark.sign, len(text) + mark.offset) for mark in cell.marks]
        text += cell.text
    letters = sum([len(cell.text) for cell in cells]) or 1
    size = max(cells, key=lambda cell: len(cell.text)).size
    bold = sum([len(cell.text) for cell in cells if cell.bold]) >= 0.6 * letters
    x0, x1 = min([cell.x0 for cell in cells]), max([cell.x1 for cell in cells])
    return Row(
        line=index,
        page=line.page,
        text=_TRAILING.sub("", text),
        x0=x0,
        top=line.top,
        x1=x1,
        bottom=line.bottom,
        baseline=line.baseline,
        size=size,
        bold=bold,
        cells=len(cells),
        column=column,
        lead=cells[0].text,
        marks=marks,
    )


def joined(rows: Iterable[Row]) -> str:
    """The running text of several rows, footnote marks taken off."""
    return _TRAILING.sub("", _SIGNS.sub("", join_lines(list(rows))[0])).strip()


def letters_of(text: str) -> int:
    return sum(letter.isalnum() for letter in text)
