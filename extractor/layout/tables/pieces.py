"""Pieces: runs of text that stand in one cell of a table, and the printed lines that they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.built import compiled
from extractor.layout.lines.model import Cell, Line, cut_cell
from extractor.layout.tables.grid_settings import GRIDS
from extractor.reading.page import BBox
from extractor.records import Struct, replace

_NUMBER = compiled(
    r"[^\w]*+(?:\d(?:[\d.,:/\s%)–−-]|\((?![^\W\d]\)))*+[A-Z%*]?(?:(?<=\s)\(\w\)|\s\(\w\))?|(?:X|N/?A|n\.?a\.?))[^\w]*+"
)
#: What stands in a place without a number.
_NOTHING = frozenset("-–—−.…*†‡#")
_BULLET = compiled(r"[•●▪■□❖·*–\uf000-\uf0ff-]|o")


class Piece(Struct, frozen=True):
    """A cell of a line, or a part of one; `at` is the number of the line on its page."""

    at: int
    line: Line
    cell: Cell

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.cell.x0

    @property
    def x1(self) -> float:
        """Its right edge."""
        return self.cell.x1

    @property
    def text(self) -> str:
        """Its text."""
        return self.cell.text

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.cell.x1 - self.cell.x0

    @property
    def middle(self) -> float:
        """Half-way between its edges."""
        return (self.cell.x0 + self.cell.x1) / 2

    @property
    def is_number(self) -> bool:
        """Whether it is a number or a sign in the place of one."""
        text = self.cell.text
        return _NUMBER.fullmatch(text) is not None or (
            not _NOTHING.isdisjoint(text) and not any(char.isalnum() or char == "_" for char in text)
        )


class Printed(Struct, frozen=True):
    """Pieces of one height, from left to right."""

    line: Line
    pieces: list[Piece]

    @property
    def middle(self) -> float:
        """The height of the middle of its small letters."""
        return self.line.baseline - GRIDS.small_middle * self.line.size

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.pieces[0].x0

    @property
    def x1(self) -> float:
        """Its right edge."""
        return max([piece.x1 for piece in self.pieces])


def printed_lines(lines: Iterable[Line]) -> list[Printed]:
    """Lines with their pieces; a bullet is of one piece with what stands behind it."""
    found: list[Printed] = []
    for at, line in enumerate(lines):
        pieces: list[Piece] = []
        for cell in line.cells:
            if pieces and _BULLET.fullmatch(pieces[-1].text):
                pieces[-1] = Piece(at, line, whole_cell(pieces[-1].cell, cell))
            else:
                pieces.append(Piece(at, line, cell))
        if pieces:
            found.append(Printed(line, pieces))
    return found


def whole_cell(one: Cell, other: Cell) -> Cell:
    """Two cells of a line as one."""
    shift = len(one.text) + 1
    marks = [*one.marks, *(replace(mark, offset=mark.offset + shift) for mark in other.marks)]
    first = one.runs or ((0, one.x0, one.x1),)
    second = other.runs or ((0, other.x0, other.x1),)
    runs = (*first, *((at + shift, x0, x1) for at, x0, x1 in second))
    text, x1 = f"{one.text} {other.text}", max(one.x1, other.x1)
    return Cell(text, one.x0, x1, other.size, other.bold, other.italic, marks, None, runs)


def clipped(lines: Sequence[Printed], box: BBox) -> list[Printed]:
    """The pieces that stand in a box."""
    x0, top, x1, bottom = box
    found: list[Printed] = []
    for line in lines:
        if top <= line.middle <= bottom:
            own = [piece for piece in line.pieces if x0 <= piece.middle <= x1]
            if own:
                found.append(Printed(line.line, own))
    return found


def split_at(lines: Sequence[Printed], x: float, top: float, bottom: float) -> list[Printed]:
    """Lines whose pieces are cut where they run across a place between two heights."""
    return [_split(line, x) if top <= line.middle <= bottom else line for line in lines]


def _split(line: Printed, x: float) -> Printed:
    for at, piece in enumerate(line.pieces):
        near = GRIDS.spaced * piece.cell.size / 2
        if piece.x0 + near < x < piece.x1 - near:
            return Printed(line.line, [*line.pieces[:at], *cut(piece, x, x, piece.cell.size), *line.pieces[at + 1 :]])
    return line


def cut(piece: Piece, left: float, right: float, reach: float) -> list[Piece]:
    """A piece cut at that space between two words that is nearest to the gap between two places, and in reach."""
    text, cell = piece.text, piece.cell
    best, least = -1, reach
    at = text.find(" ")
    while at >= 0:
        apart = max(cell.x_of(at, closing=True) - right, left - cell.x_of(at + 1), 0.0)
        if apart <= least:
            best, least = at, apart
            if apart == 0.0:
                break
        at = text.find(" ", at + 1)
    if best < 0:
        return [piece]
    end, start = cell.x_of(best, closing=True), cell.x_of(best + 1)
    one, other = cut_cell(cell, best + 1, start)
    return [
        replace(piece, cell=replace(one, x1=min(end, max(left, cell.x0)))),
        replace(piece, cell=replace(other, x0=max(start, right) if right < other.x1 else start)),
    ]
