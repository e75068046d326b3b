"""What a masthead holds, and what its readers hand each other: rows, the box, sections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from extractor.built import compiled
from extractor.diagnostics import Note
from extractor.layout.lines.model import Cell, Line
from extractor.layout.text import run_on
from extractor.records import Struct
from extractor.structure.masthead.settings import SETTINGS


class Section(Struct, frozen=True):
    """One body and session of the masthead with its place and date lines."""

    bodies: tuple[str, ...] = ()
    session: str | None = None
    number: int | None = None
    lines: tuple[str, ...] = ()


class ItemUnder(NamedTuple):
    """An agenda item under which the paper is issued: its number, and its title where it is printed."""

    number: str
    title: str | None


class RowKind(StrEnum):
    """What a row is.

    `ITEM_MORE` goes on with an item line, `QUALIFIER` with a session or body; `TEXT` is part of a name or title.
    `REMARK` is none of the block's or title's own: who is in the chair, since when the paper holds.
    """

    SESSION = "session"
    DATES = "dates"
    ITEM = "item"
    ITEM_MORE = "item+"
    QUALIFIER = "qualifier"
    SUBTITLE = "subtitle"
    SUPPLEMENT = "supplement"
    NOTE = "note"
    REMARK = "remark"
    TEXT = "text"
    TITLE = "title"


class Row(Struct, frozen=True):
    """One line of one column under the box.

    Attributes:
        line: its index among the body lines of the page.
        lead: the text of its first cell, where a number of a list stands.
        cells: how many cells it has.
        column: 1 in the second of two columns, else 0.
        kind: what it is.
        rule: the rule by which it is that.
    """

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
    kind: RowKind = RowKind.TEXT
    rule: str = ""

    def follows(self, other: Row) -> bool:
        """Whether the row goes on with the paragraph of `other`: same type, ordinary line gap."""
        return self.like(other) and self.bold == other.bold and self.gap(other) <= SETTINGS.paragraph_gap

    def like(self, other: Row) -> bool:
        """Whether both are set in one size."""
        return abs(self.size - other.size) <= SETTINGS.same_size

    def gap(self, other: Row) -> float:
        """How far below `other` the row stands, in type sizes."""
        return (self.baseline - other.baseline) / max(self.size, other.size)


class Masthead(Struct, frozen=True):
    """What the masthead says. Fields that it does not print are ``None`` or empty.

    Attributes:
        symbols: all symbols of the paper in printed order; papers of two organs have two.
        bodies: the organ and all bodies below it, in printed order.
        version: the language of this version, where a line names it.
        body: the body that meets.
        rows: the rows of the block and of the title, with what each of them is.
        end: the index, among the body lines of all sheets one after the other, of the first line after the masthead.
        consumed: the indexes at or after `end` that belong to the masthead all the same (a box that stands lower on
            the page).
        inferred: what is not simply as printed.
    """

    symbols: tuple[str, ...] = ()
    title: str | None = None
    body: str | None = None
    bodies: tuple[str, ...] = ()
    distribution: str | None = None
    date: dt.date | None = None
    original_language: str | None = None
    version: str | None = None
    job_number: str | None = None
    agenda_items: tuple[ItemUnder, ...] = ()
    sections: tuple[Section, ...] = ()
    subtitle: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    end: int = 0
    consumed: frozenset[int] = frozenset()
    inferred: tuple[Note, ...] = ()

    @property
    def symbol(self) -> str | None:
        """The paper's symbol, the first of two."""
        return self.symbols[0] if self.symbols else None

    @property
    def organ(self) -> str | None:
        """The first body, under which the others stand."""
        return self.bodies[0] if self.bodies else None

    @property
    def agenda_item(self) -> ItemUnder | None:
        """The first of the items under which the paper is issued."""
        return self.agenda_items[0] if self.agenda_items else None

    @property
    def place_lines(self) -> tuple[str, ...]:
        """The lines of place and dates of all sections."""
        return tuple(line for section in self.sections for line in section.lines)

    @property
    def found(self) -> bool:
        """Whether there is anything of a masthead at all."""
        return bool(self.symbols or self.distribution or self.original_language)


class Place(NamedTuple):
    """Where a cell stands: the indexes of its line among the body lines of page 1, and its own in the line."""

    line: int
    cell: int


class Entry(Struct, frozen=True):
    """A cell of the first page, where it stands in truth."""

    place: Place
    text: str
    x0: float
    x1: float
    top: float
    bottom: float


class Box(Struct, frozen=True):
    """What the box says.

    Attributes:
        version: the language of this version, where a line names it.
        edge: the left edge of its column, None where the paper has no `Distr.` or `Original:`.
        bottom: where it ends.
        used: the cells that are the box's own.
        displaced: whether it stands low on the page, below the beginning of the text.
    """

    symbols: tuple[str, ...] = ()
    distribution: str | None = None
    date: dt.date | None = None
    original_language: str | None = None
    version: str | None = None
    edge: float | None = None
    bottom: float = 0.0
    used: frozenset[Place] = frozenset()
    displaced: bool = False


class BlockFacts(Struct, frozen=True):
    """What stands under the box: the block of bodies, sessions, dates and item lines, then the title.

    Attributes:
        end: the index of the first body line after both; 0 where there is nothing.
    """

    bodies: tuple[str, ...] = ()
    body: str | None = None
    sections: tuple[Section, ...] = ()
    agenda_items: tuple[ItemUnder, ...] = ()
    title: str | None = None
    subtitle: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    end: int = 0


_TRAILED = ("", " ", "*", "∗", "†", "‡")
_TRAILING = compiled(r"(?<![\s*∗†‡])[\s*∗†‡]+$")
_SIGNS = compiled(r"(?<=[^\s*∗])\s?[*∗]{1,4}(?=[\s:;,.]|$)")


def row_of(index: int, line: Line, cells: Sequence[Cell], column: int = 0) -> Row:
    """The row of some cells of a line."""
    text = " ".join([cell.text for cell in cells if cell.text])
    letters = sum([len(cell.text) for cell in cells]) or 1
    return Row(
        line=index,
        page=line.page,
        text=_TRAILING.sub("", text) if text[-1:] in _TRAILED else text,
        x0=min([cell.x0 for cell in cells]),
        top=line.top,
        x1=max([cell.x1 for cell in cells]),
        bottom=line.bottom,
        baseline=line.baseline,
        size=max(cells, key=lambda cell: len(cell.text)).size,
        bold=sum([len(cell.text) for cell in cells if cell.bold]) >= SETTINGS.bold_share * letters,
        cells=len(cells),
        column=column,
        lead=cells[0].text,
    )


def joined(rows: Iterable[Row]) -> str:
    """The running text of several rows, footnote marks taken off."""
    text, _ = run_on(row.text for row in rows)
    return _TRAILING.sub("", _SIGNS.sub("", text)).strip()


def letters_of(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(letter.isalnum() for letter in text)
