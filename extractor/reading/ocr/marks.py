"""Raised marks of notes: cut out of their run, so that each side and the mark itself are read for what they are.

A recogniser of lines reads ``10 a.m.¹`` as ``10 a.m.!``.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from extractor.reading.ocr.runs import Box, box_of

if TYPE_CHECKING:
    from extractor.reading.ocr.runs import Cut, Part, Run

__all__ = ["Piece", "pieces"]

#: A mark ends above the line by more than this share of the height of small letters,
_RAISED = 0.42
#: and is higher than this share of it: quotation marks and apostrophes are lower.
_LEAST = 0.72
#: The halves of a broken stroke are no further apart than this share of it.
_BREAK = 0.15
#: Marks are as high as small letters or a little higher.
_MOST = 1.45


@dataclass(frozen=True, slots=True)
class Piece:
    """What is read at once: a run or the part of one beside a mark.

    Args:
        parts: its pieces of ink, from left to right.
        mark: whether it is a raised mark.
        spaced: whether a space stands before it, behind another piece of its run.
        after: where that other piece ends, in pixels.
    """

    parts: tuple[Part, ...]
    mark: bool = False
    spaced: bool = False
    after: float = 0.0

    @property
    def box(self) -> Box:
        """Of all its ink, in pixels."""
        return box_of(self.parts)


def pieces(sheet: Cut) -> list[Piece]:
    """The pieces of all runs of a page."""
    return [piece for run in sheet.runs for piece in _cut(run)]


def _cut(run: Run) -> list[Piece]:
    heights = sorted(part.height for part in run.parts)
    letters = [part for part in run.parts if part.height >= 0.5 * heights[-1]]
    if len(letters) < 4:
        return [Piece(tuple(run.parts))]
    small = _small(letters)
    line = median(part.bottom for part in letters)
    groups: list[tuple[bool, list[Part]]] = []
    for part in run.parts:
        raised = (
            line - part.bottom > _RAISED * small
            and _LEAST * small < part.height < _MOST * small
            and not any(_below(part, other, small) for other in run.parts)
        )
        if groups and groups[-1][0] and not raised:  # a point behind the mark, as high as its foot
            raised = (
                part.height < _LEAST * small
                and line - part.bottom > 0.25 * small
                and part.left - groups[-1][1][-1].right < small
            )
        if groups and groups[-1][0] == raised and (not raised or part.left - groups[-1][1][-1].right < small):
            groups[-1][1].append(part)
        else:
            groups.append((raised, [part]))
    if len(groups) == 3 and groups[0][0] and groups[2][0]:
        return [Piece(tuple(run.parts))]  # a number between stars, as bar codes have it
    found: list[Piece] = []
    end = 0
    for raised, parts in groups:
        left = min(part.left for part in parts)
        found.append(Piece(tuple(parts), raised, bool(found) and not raised and left - end > 0.4 * small, float(end)))
        end = max(part.right for part in parts)
    return found


def _below(part: Part, other: Part, small: float) -> bool:
    """Whether another piece of ink stands under one, or goes on where it ends: then it is the upper part of a broken
    letter or stroke.
    """
    if other is part or other.bottom <= part.bottom + _RAISED * small:
        return False
    across = min(part.right, other.right) - max(part.left, other.left)
    if across > 0.3 * min(part.width, other.width):
        return True
    goes_on = part.middle < other.top < part.bottom + _BREAK * small
    return goes_on and across > -_BREAK * small


def _small(letters: list[Part]) -> float:
    """The height of the small letters of a run: most of them are small, unless it is in capitals."""
    heights = sorted(part.height for part in letters)
    tall = heights[int(len(heights) * 0.9)]
    low = [height for height in heights if height < 0.78 * tall]
    return median(low) if len(low) * 4 > len(heights) else tall / 1.45
