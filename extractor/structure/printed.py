"""A block of the ledger, in the terms of the layout: its text, and from which lines each stretch of it comes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from extractor.layout.blocks.model import Block
from extractor.layout.footnotes.model import Footnote
from extractor.layout.lines.model import Line, Mark, box_of
from extractor.layout.places import Place, find, places_at
from extractor.layout.text import join_at
from extractor.records import Struct

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import BlockType, Role

#: Page, baseline and left edge of a line or of a part of one.
LineKey = tuple[int, float, float]


class Piece(Struct, frozen=True, dict=True):
    """A stretch of a block's text: where it begins in it, and the lines from whose running text it comes.

    The running text has `skip` characters before it.
    """

    offset: int
    length: int
    lines: Sequence[Line]
    skip: int = 0

    def places(self, start: int, end: int) -> list[Place]:
        """The boxes of the characters `start` to `end` of the block's text, as far as they belong to the piece."""
        first, last = max(start, self.offset), min(end, self.offset + self.length)
        if first >= last:
            return []
        shift = self.skip - self.offset
        return places_at(self.lines, self._starts, first + shift, last + shift)

    def offsets(self) -> Iterator[tuple[Line, int]]:
        """Its lines, each with the character of the block's text at which it begins (less than 0 in a label)."""
        return zip(self.lines, [at - self.skip + self.offset for at in self._starts], strict=True)

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where each line begins in the running text: a block of many lines is asked for many places."""
        return join_at(self.lines)[1]


class Printed(Struct, frozen=True, eq=False):
    """A block of the ledger, in the terms of the layout.

    Attributes:
        role: what it is to the paper.
        text: its text, without `number`.
        pieces: what the text is made of.
        type: what kind of text it is.
        number: the label or mark before the text.
        item: the number of the item that it belongs to.
        cells: of a table, its rows of cells.
        block: the block of the layout that it was made from, None for notes and furniture.
        note: the footnote that it was made from.
        marks: the footnote marks in the text, by offset.
        parts: the blocks of the layout that it joins, where they are several.
        in_doubt: the text is as the file gives it and may not be what the page shows.
    """

    role: Role
    text: str
    pieces: Sequence[Piece]
    type: BlockType = "paragraph"
    number: str | None = None
    item: str | None = None
    cells: Sequence[Sequence[str]] | None = None
    block: Block | None = None
    note: Footnote | None = None
    marks: Sequence[Mark] = ()
    parts: Sequence[Block] = ()
    in_doubt: bool = False

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.pieces[0].lines[0].page

    @property
    def lines(self) -> Iterator[Line]:
        """All its lines (of tables, the parts of lines that stand in its cells)."""
        return (line for piece in self.pieces for line in piece.lines)

    @property
    def boxes(self) -> list[Place]:
        """One box for each page on which it stands."""
        pages: dict[int, list[Line]] = {}
        for piece in self.pieces:
            for line in piece.lines:
                pages.setdefault(line.page, []).append(line)
        return [Place(page, box_of(lines, page)) for page, lines in pages.items()]

    def places(self, start: int, end: int) -> list[Place]:
        """The boxes of the characters `start` to `end` of its text, one a line."""
        found: list[Place] = []
        at = max(bisect_right(self.pieces, start, key=lambda piece: piece.offset) - 1, 0)
        while at < len(self.pieces) and self.pieces[at].offset < end:
            found += self.pieces[at].places(start, end)
            at += 1
        return found

    def find(self, text: str, start: int = 0) -> tuple[int, int] | None:
        """From which to which character the text stands in it, None where it does not.

        Spaces, hyphens and what was cut out of the middle (a symbol in brackets, a mark) may differ.
        """
        return find(self.text, text, start)


def key_of(line: Line) -> LineKey:
    """Where a line, or a part of one, begins: what a block shares with the documents that were read from it."""
    return line.page, line.baseline, line.x0
