"""Raised marks of notes: cut out of their run, so that each side and the mark itself are read for what they are.

A recogniser of lines reads ``10 a.m.¹`` as ``10 a.m.!``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.median import median
from extractor.reading.ocr.runs import Box, arabic_foot, box_of
from extractor.reading.ocr.settings import OCR
from extractor.records import replace

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from extractor.reading.ocr.languages import Letters
    from extractor.reading.ocr.runs import Cut, Part, Run

__all__ = ["Piece", "pieces"]

#: A mark ends above the line by more than this share of the height of small letters,
_RAISED = 0.42
#: and is higher than this share of it: quotation marks and apostrophes are lower.
_LEAST = 0.72
#: The halves of a broken stroke are no further apart than this share of it.
_BREAK = 0.15
#: Raised small letters (`23rd`) are higher than this share.
_LETTER = 0.5
#: Strokes and their halves are slimmer than this share, letters before a mark are not.
_SLIM = 0.6
#: The upper half of a broken stroke is slimmer than this share of its height; the digit 1 is not.
_THIN = 0.3
#: Marks are as high as small letters or a little higher.
_MOST = 1.45
#: A mark that is a run of its own ends no higher above the line than this share, and is no wider (three digits);
_HIGH, _WIDE = 1.6, 3.2
#: it stands no further behind its line, and no further before the note that it opens.
_BEHIND, _BEFORE = 1.2, 6.0
#: Letters of one word stand no further apart than this share.
_TIGHT = 0.45


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


def pieces(sheet: Cut, letters: Letters = "latin") -> list[Piece]:
    """The pieces of all runs of a page, by the kind of their letters."""
    han = letters == "han"
    lines = [_arabic_line(run, sheet.labels) if letters == "arabic" else _line_of(run, han=han) for run in sheet.runs]
    if letters == "arabic":
        usual = median([line.small for line in lines if line is not None] or [0.0])
        lines = [line and replace(line, small=max(line.small, OCR.arabic_least * usual)) for line in lines]
    known = [line for line in lines if line is not None]
    return [piece for run, own in zip(sheet.runs, lines, strict=True) for piece in _cut(run, own, known, han=han)]


@dataclass(frozen=True, slots=True)
class _Line:
    """Where the letters of a run stand: the box of its ink, its baseline and the height of its small letters."""

    box: Box
    foot: float
    small: float


def _line_of(run: Run, *, han: bool = False) -> _Line | None:
    """The line of a run; None where it has too few letters to tell."""
    highest = max(part.height for part in run.parts)
    letters = [part for part in run.parts if part.height >= 0.5 * highest]
    if len(letters) < 4:
        return None
    small = OCR.han_small * highest if han else _small(letters)
    return _Line(run.box, median(part.bottom for part in letters), small)


def _arabic_line(run: Run, labels: NDArray[np.int32]) -> _Line | None:
    """The line of an Arabic run: letters hang below it, and dots stand above."""
    if len(run.parts) < 4:
        return None
    foot, tall = arabic_foot(run.parts, labels)
    return _Line(run.box, foot, OCR.arabic_small / OCR.arabic_tall * tall)


def _is_lone_mark(run: Run, lines: list[_Line]) -> bool:
    """Whether a short run is a mark that stands alone: raised beside a line, at its end or before the note it opens."""
    left, top, right, bottom = run.box
    if any(line.box[0] <= left + 1 and right <= line.box[2] and line.box[1] < bottom < line.box[3] for line in lines):
        return False  # a piece of a letter of another run
    for line in lines:
        small = line.small
        behind, before = left - line.box[2], line.box[0] - right
        if (
            _RAISED * small < line.foot - bottom < _HIGH * small
            and _LEAST * small < bottom - top < _MOST * small
            and right - left < _WIDE * small
            and (-0.2 * small < behind < _BEHIND * small or 0 < before < _BEFORE * small)
        ):
            return True
    return False


def _cut(run: Run, own: _Line | None, lines: list[_Line], *, han: bool) -> list[Piece]:
    if own is None:
        return [Piece(tuple(run.parts), mark=_is_lone_mark(run, lines))]
    small, line = own.small, own.foot
    groups: list[tuple[bool, list[Part]]] = []
    for part, after in zip(run.parts, [*run.parts[1:], None], strict=True):
        raised = (
            (_is_raised(part, line, small) or _is_raised_letter(part, after, line, small))
            and part.width > _THIN * part.height
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
    groups = _with_strokes(groups, small, han=han)
    if len(groups) == 3 and groups[0][0] and groups[2][0]:
        return [Piece(tuple(run.parts))]  # a number between stars, as bar codes have it
    found: list[Piece] = []
    end = 0
    for raised, parts in groups:
        left = min(part.left for part in parts)
        found.append(Piece(tuple(parts), raised, bool(found) and not raised and left - end > 0.4 * small, float(end)))
        end = max(part.right for part in parts)
    return found


def _is_raised(part: Part, line: float, small: float) -> bool:
    """Whether a piece of ink is as high as marks are, and stands as high."""
    return line - part.bottom > _RAISED * small and _LEAST * small < part.height < _MOST * small


def _is_raised_letter(part: Part, after: Part | None, line: float, small: float) -> bool:
    """Whether it is a lower letter raised before a higher one: `23rd`."""
    return (
        after is not None
        and line - part.bottom > _RAISED * small
        and part.height > _LETTER * small
        and after.left - part.right < _TIGHT * small
        and _is_raised(after, line, small)
    )


def _with_strokes(groups: list[tuple[bool, list[Part]]], small: float, *, han: bool) -> list[tuple[bool, list[Part]]]:
    """The groups of a run where what is raised inside a word is no mark: it is the upper part of a broken stroke, or of
    a Chinese sign, of which some begin a run and stand alone in it as well.
    """
    found: list[tuple[bool, list[Part]]] = []
    inside = False
    for at, (raised, parts) in enumerate(groups):
        after = groups[at + 1][1][0] if at + 1 < len(groups) else None
        broken = (
            raised
            and (bool(found) or han)
            and after is not None
            and after.height > _LEAST * small
            and after.left - parts[-1].right < (_TIGHT if not han else 1.0) * small
            and (han or parts[0].left - found[-1][1][-1].right < _TIGHT * small)
        )
        if (broken or inside) and found:
            found[-1][1].extend(parts)
        elif broken:
            found.append((False, list(parts)))
        else:
            found.append((raised, list(parts)))
        inside = broken
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
    return goes_on and across > -_BREAK * small and other.width < _SLIM * small


def _small(letters: list[Part]) -> float:
    """The height of the small letters of a run: most of them are small, unless it is in capitals."""
    heights = sorted(part.height for part in letters)
    tall = heights[int(len(heights) * 0.9)]
    low = [height for height in heights if height < 0.78 * tall]
    return median(low) if len(low) * 4 > len(heights) else tall / 1.45
