"""The type of a text, and whether it stands out from the rest of its paper."""

from __future__ import annotations

from typing import Protocol

from extractor.records import Struct

#: Type larger or smaller by more than this many points is another size: sizes of one kind of text differ by less.
SIZE_STEP = 0.8


class Typeset(Protocol):
    """Anything that is set in type: a block, a line, a cell."""

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""

    @property
    def italic(self) -> bool:
        """Whether all of it is in italics."""

    @property
    def size(self) -> float:
        """Its size in points."""


class Face(Struct, frozen=True):
    """The type of a text: weight, slope and size in points."""

    bold: bool
    italic: bool
    size: float

    @classmethod
    def of(cls, text: Typeset) -> Face:
        """The type of a block, line or cell."""
        return cls(text.bold, text.italic, text.size)

    def same_as(self, other: Face) -> bool:
        """Whether two texts are set alike, sizes to a point."""
        return (self.bold, self.italic) == (other.bold, other.italic) and round(self.size) == round(other.size)

    def same_weight(self, other: Face) -> bool:
        """Whether two texts are set alike but for the slope: words in italics stand among plain ones."""
        return self.bold == other.bold and round(self.size) == round(other.size)

    def unlike(self, other: Face) -> bool:
        """Whether one of two texts was meant to look different."""
        return (self.bold, self.italic) != (other.bold, other.italic) or abs(self.size - other.size) > SIZE_STEP

    def larger_than(self, body_size: float) -> bool:
        """Whether the type is larger than that of the running text."""
        return self.size > body_size + SIZE_STEP

    def stands_out(self, body_size: float) -> bool:
        """Whether a text stands out from the running text: bold, italic or larger."""
        return self.bold or self.italic or self.larger_than(body_size)
