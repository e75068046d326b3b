"""Raised marks of notes: cut out of their run, so that each side and the mark itself are read for what they are.

A recogniser of lines reads ``10 a.m.¹`` as ``10 a.m.!``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.median import median
from extractor.reading.ocr.parts import Box, arabic_foot, box_of
from extractor.reading.ocr.settings import CUT, MARKS, OCR
from extractor.records import replace
from extractor.rules import first, rule

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from extractor.reading.ocr.languages import Letters
    from extractor.reading.ocr.parts import Cut, Part, Run

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
    """Whether a short run is a mark that stands alone beside a line."""
    box = run.box
    if is_of_letter.applies(box, lines):
        return False
    return any(_is_as_mark(box, line) and first(BESIDE, box, line) is not None for line in lines)


def _is_as_mark(box: Box, line: _Line) -> bool:
    """Whether a box is as high and as wide as a mark, and raised above the foot of a line."""
    left, top, right, bottom = box
    small = line.small
    return (
        MARKS.raised * small < line.foot - bottom < MARKS.high * small
        and MARKS.least * small < bottom - top < MARKS.most * small
        and right - left < MARKS.wide * small
    )


@rule("raised.of_letter", source="bad scans: dots and halves of letters are cut off, and stand within their line")
def is_of_letter(box: Box, lines: Sequence[_Line]) -> bool:
    """A piece of a letter of another run."""
    left, _, right, bottom = box
    return any(
        line.box[0] <= left + 1 and right <= line.box[2] and line.box[1] < bottom < line.box[3] for line in lines
    )


@rule("raised.behind", source="notes: a mark behind the last word of a line, further away than a letter")
def is_behind(box: Box, line: _Line) -> bool:
    """It stands at the end of the line."""
    return -MARKS.into * line.small < box[0] - line.box[2] < MARKS.behind * line.small


@rule("raised.before", source="notes: their text begins at a tab behind the mark")
def is_before(box: Box, line: _Line) -> bool:
    """It stands before the line, which is the note that it opens."""
    return 0 < line.box[0] - box[2] < MARKS.before * line.small


#: Where a mark stands that is a run of its own.
BESIDE = (is_behind, is_before)


def _cut(run: Run, own: _Line | None, lines: list[_Line], *, han: bool) -> list[Piece]:
    if own is None:
        return [Piece(tuple(run.parts), mark=_is_lone_mark(run, lines))]
    small, line = own.small, own.foot
    groups: list[tuple[bool, list[Part]]] = []
    for part, after in zip(run.parts, [*run.parts[1:], None], strict=True):
        raised = (
            (_is_raised(part, line, small) or is_raised_letter.applies(part, after, line, small))
            and not is_thin.applies(part)
            and not any(is_above.applies(part, other, small) for other in run.parts)
        )
        if groups and groups[-1][0] and not raised:
            raised = is_point.applies(part, groups[-1][1][-1], line, small)
        if groups and groups[-1][0] == raised and (not raised or part.left - groups[-1][1][-1].right < small):
            groups[-1][1].append(part)
        else:
            groups.append((raised, [part]))
    groups = _with_strokes(groups, small, han=han)
    if is_between_marks.applies([raised for raised, _ in groups]):
        return [Piece(tuple(run.parts))]
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


@rule("raised.letter", source="typeset ordinals: of `rd` behind 23 the first letter is lower than marks are")
def is_raised_letter(part: Part, after: Part | None, line: float, small: float) -> bool:
    """A lower letter that is raised before a higher one."""
    return (
        after is not None
        and line - part.bottom > MARKS.raised * small
        and part.height > MARKS.letter * small
        and after.left - part.right < MARKS.tight * small
        and _is_raised(after, line, small)
    )


@rule("raised.thin", source="bad scans: the upper half of a broken stroke; the digit 1 is wider")
def is_thin(part: Part) -> bool:
    """A piece of ink that is slimmer than any digit."""
    return part.width <= MARKS.thin * part.height


@rule("raised.point", source="notes whose marks have a point: `1.` in smaller type")
def is_point(part: Part, before: Part, line: float, small: float) -> bool:
    """A point behind a mark, as high as its foot."""
    return (
        part.height < MARKS.least * small
        and line - part.bottom > MARKS.point * small
        and part.left - before.right < small
    )


@rule("raised.stars", source="the numbers below bar codes stand between two stars")
def is_between_marks(raised: Sequence[bool]) -> bool:
    """A run of three pieces, of which the first and the last are raised."""
    return len(raised) == 3 and raised[0] and raised[2]


def _with_strokes(groups: list[tuple[bool, list[Part]]], small: float, *, han: bool) -> list[tuple[bool, list[Part]]]:
    """The groups of a run where what is raised inside a word is no mark.

    It is the upper part of a broken stroke, or of a Chinese sign, of which some begin a run and stand alone in it as
    well.
    """
    found: list[tuple[bool, list[Part]]] = []
    inside = False
    for at, (raised, parts) in enumerate(groups):
        after = groups[at + 1][1][0] if at + 1 < len(groups) else None
        before = found[-1][1][-1] if found else None
        broken = raised and after is not None and first(BROKEN, before, parts, after, small, han) is not None
        if (broken or inside) and found:
            found[-1][1].extend(parts)
        elif broken:
            found.append((False, list(parts)))
        else:
            found.append((raised, list(parts)))
        inside = broken
    return found


@rule("raised.above", source="bad scans: strokes and letters break, and their upper part stands as high as a mark")
def is_above(part: Part, other: Part, small: float) -> bool:
    """A piece of ink above another, which stands under it or goes on where it ends."""
    if other is part or other.bottom <= part.bottom + MARKS.raised * small:
        return False
    across = min(part.right, other.right) - max(part.left, other.left)
    if across > MARKS.under * min(part.width, other.width):
        return True
    goes_on = part.middle < other.top < part.bottom + MARKS.gap * small
    return goes_on and across > -MARKS.gap * small and other.width < MARKS.slim * small


@rule(
    "raised.in_word", source="bad scans: the upper part of a broken letter stands between letters, a mark behind them"
)
def is_in_word(before: Part | None, parts: Sequence[Part], after: Part, small: float, _han: bool, /) -> bool:
    """It stands between two letters as near as those of one word."""
    return (
        before is not None
        and after.height > MARKS.least * small
        and after.left - parts[-1].right < MARKS.tight * small
        and parts[0].left - before.right < MARKS.tight * small
    )


@rule("raised.in_sign", source="Chinese signs have several pieces, of which some begin a run or stand alone in it")
def is_in_sign(_before: Part | None, parts: Sequence[Part], after: Part, small: float, han: bool, /) -> bool:
    """It is the upper part of a Chinese sign that goes on behind it."""
    return han and after.height > MARKS.least * small and after.left - parts[-1].right < small


#: What is raised and no mark.
BROKEN = (is_in_word, is_in_sign)


def _small(letters: list[Part]) -> float:
    """The height of the small letters of a run: most of them are small, unless it is in capitals."""
    heights = sorted(part.height for part in letters)
    tall = heights[int(len(heights) * MARKS.tall)]
    low = [height for height in heights if height < MARKS.low * tall]
    return median(low) if len(low) > MARKS.low_share * len(heights) else tall / CUT.capital
