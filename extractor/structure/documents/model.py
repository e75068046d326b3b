"""A listed document."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.lines.model import Line, box_of
from extractor.reading.page import BBox
from extractor.records import Struct


class ListedDocument(Struct):
    """A document listed for an item or for the paper.

    Attributes:
        title: as printed, None for a bare code.
        symbols: its symbols in canonical form.
        lines: the lines of its entry (of a table, the parts of lines that stand in its row).
    """

    title: str | None
    symbols: list[str]
    lines: Sequence[Line]

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.lines[0].page

    @property
    def bbox(self) -> BBox:
        """The box of its entry there."""
        return box_of(self.lines, self.page)
