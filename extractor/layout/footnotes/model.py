"""Footnotes as they are read."""

from __future__ import annotations

from extractor.layout.lines.model import Line, box_of
from extractor.layout.text import join_lines
from extractor.reading.page import BBox
from extractor.records import Struct


class Footnote(Struct, eq=False):
    """A note's sign, text and place. Two of them are never the same."""

    sign: str
    lines: list[Line]
    page: int
    slashed: bool = False  # printed `1/`
    endnote: bool = False  # stands with all others at the end
    rule: str = ""  # the name of the rule by which it opens

    @property
    def text(self) -> str:
        """The running text."""
        return join_lines(self.lines)[0]

    @property
    def bbox(self) -> BBox:
        """The box around its lines on its page."""
        return box_of(self.lines, self.page)
