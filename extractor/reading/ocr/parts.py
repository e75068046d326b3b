"""Pieces of ink, the runs that they make, and a page cut up into these. Needs no extra: rules ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.reading.ocr.settings import CUT, OCR

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Box", "Cut", "Part", "Run", "arabic_foot", "box_of"]

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""


@dataclass(frozen=True, slots=True)
class Part:
    """A connected piece of ink: most often a letter. Its box is in pixels."""

    label: int
    left: int
    top: int
    right: int
    bottom: int
    area: int

    @property
    def height(self) -> int:
        """In pixels."""
        return self.bottom - self.top

    @property
    def width(self) -> int:
        """In pixels."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


def box_of(parts: Sequence[Part]) -> Box:
    """The box of pieces of ink, in pixels."""
    return (
        min(part.left for part in parts),
        min(part.top for part in parts),
        max(part.right for part in parts),
        max(part.bottom for part in parts),
    )


def arabic_foot(parts: Sequence[Part], labels: NDArray[np.int32]) -> tuple[int, int]:
    """Where Arabic letters stand (pixels from the top), and how high alef and lam are above it.

    They stand on the row with the most ink.
    """
    left, top, right, bottom = box_of(parts)
    rows = (labels[top:bottom, left:right] > 0).sum(axis=1)
    foot = top + int((rows > OCR.arabic_line * rows.max()).nonzero()[0][-1]) + 1
    heights = sorted(foot - part.top for part in parts if part.bottom > foot - CUT.arabic_near * (foot - top))
    return foot, heights[int(len(heights) * CUT.arabic_high)] if heights else foot - top


@dataclass(slots=True)
class Run:
    """Letters of one line, from left to right."""

    parts: list[Part] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """Of all its ink, in pixels."""
        return box_of(self.parts)


@dataclass(frozen=True, slots=True)
class Cut:
    """A page cut up.

    Args:
        runs: from the top down, each with its letters.
        labels: the number of the part at each pixel, 0 for none.
        pictures: boxes of what is too large for letters.
        pitch: the width of a letter in pixels on a page that was typed on a typewriter, None on others.
    """

    runs: list[Run]
    labels: NDArray[np.int32]
    pictures: list[Box]
    pitch: float | None = None
