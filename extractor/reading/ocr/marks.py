"""Raised marks of notes: cut out of their run, so that each side and the mark itself are read for what they are.

A recogniser of lines reads ``10 a.m.¹`` as ``10 a.m.!``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.median import median
from extractor.reading.ocr.runs import Box, arabic_foot, box_of
from extractor.reading.ocr.settings import CUT, MARKS, OCR
from extractor.records import replace

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from extractor.reading.ocr.languages import Letters
    from extractor.reading.ocr.runs import Cut, Part, Run

__all__ = ["Piece", "pieces"]


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
    letters = [part for part in run.parts if part.height >= MARKS.letter_share * highest]
    if len(letters) < MARKS.few:
        return None
    small = OCR.han_small * highest if han else _small(letters)
    return _Line(run.box, median(part.bottom for part in letters), small)


def _arabic_line(run: Run, labels: NDArray[np.int32]) -> _Line | None:
    """The line of an Arabic run: letters hang below it, and dots stand above."""
    if len(run.parts) < MARKS.few:
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
            MARKS.raised * small < line.foot - bottom < MARKS.high * small
            and MARKS.least * small < bottom - top < MARKS.most * small
            and right - left < MARKS.wide * small
            and (-MARKS.into * small < behind < MARKS.behind * small or 0 < before < MARKS.before * small)
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
            and part.width > MARKS.thin * part.height
            and not any(_below(part, other, small) for other in run.parts)
        )
        if groups and groups[-1][0] and not raised:  # a point behind the mark, as high as its foot
            raised = (
                part.height < MARKS.least * small
                and line - part.bottom > MARKS.point * small
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
        found.append(
            Piece(tuple(parts), raised, bool(found) and not raised and left - end > MARKS.space * small, float(end))
        )
        end = max(part.right for part in parts)
    return found


def _is_raised(part: Part, line: float, small: float) -> bool:
    """Whether a piece of ink is as high as marks are, and stands as high."""
    return line - part.bottom > MARKS.raised * small and MARKS.least * small < part.height < MARKS.most * small


def _is_raised_letter(part: Part, after: Part | None, line: float, small: float) -> bool:
    """Whether it is a lower letter raised before a higher one: `23rd`."""
    return (
        after is not None
        and line - part.bottom > MARKS.raised * small
        and part.height > MARKS.letter * small
        and after.left - part.right < MARKS.tight * small
        and _is_raised(after, line, small)
    )


def _with_strokes(groups: list[tuple[bool, list[Part]]], small: float, *, han: bool) -> list[tuple[bool, list[Part]]]:
    """The groups of a run where what is raised inside a word is no mark.

    It is the upper part of a broken stroke, or of a Chinese sign, of which some begin a run and stand alone in it as
    well.
    """
    found: list[tuple[bool, list[Part]]] = []
    inside = False
    for at, (raised, parts) in enumerate(groups):
        after = groups[at + 1][1][0] if at + 1 < len(groups) else None
        broken = (
            raised
            and (bool(found) or han)
            and after is not None
            and after.height > MARKS.least * small
            and after.left - parts[-1].right < (1.0 if han else MARKS.tight) * small
            and (han or parts[0].left - found[-1][1][-1].right < MARKS.tight * small)
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
    """Whether another piece of ink stands under one, or goes on where it ends.

    Then it is the upper part of a broken letter or stroke.
    """
    if other is part or other.bottom <= part.bottom + MARKS.raised * small:
        return False
    across = min(part.right, other.right) - max(part.left, other.left)
    if across > MARKS.under * min(part.width, other.width):
        return True
    goes_on = part.middle < other.top < part.bottom + MARKS.gap * small
    return goes_on and across > -MARKS.gap * small and other.width < MARKS.slim * small


def _small(letters: list[Part]) -> float:
    """The height of the small letters of a run: most of them are small, unless it is in capitals."""
    heights = sorted(part.height for part in letters)
    tall = heights[int(len(heights) * MARKS.tall)]
    low = [height for height in heights if height < MARKS.low * tall]
    return median(low) if len(low) > MARKS.low_share * len(heights) else tall / CUT.capital
