"""Which pieces of ink are letters of one run: from the left to the right, each joins the run that ends before it.

Needs no extra, so that its rules can be tried on boxes alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extractor.median import median
from extractor.reading.ocr.parts import Box, Part, Run
from extractor.reading.ocr.settings import CUT, OCR
from extractor.records import replace
from extractor.rules import first, rule

__all__ = ["dashes", "letters_of", "pitch_of", "pitch_of_run", "runs_of"]


def runs_of(large: Sequence[Part], parts: Sequence[Part], usual: float) -> tuple[list[Run], float | None]:
    """The runs of the letters of a page, and the width of a letter where a typewriter wrote it.

    Args:
        large: the letters.
        parts: all pieces of ink.
        usual: the height of most letters.
    """
    runs = _lined_up(large, usual)
    pitch = pitch_of.applies(runs)
    if pitch is None:
        return runs, None
    own = {part.label: part for part in large}
    runs = _lined_up(_with_stops(large, parts, pitch), usual, OCR.pitch_gap * pitch)
    return [Run([own[part.label] for part in run.parts]) for run in runs], pitch


# What is no letter


@rule("runs.picture", source="emblems, bar codes and stamps are higher or wider than any letter")
def is_picture(part: Part, tall: float) -> bool:
    """A piece of ink that is too large for a letter; `tall` is the height of a picture."""
    return part.height > tall or part.width > CUT.picture_wide * tall


@rule("runs.in_picture", source="the letters around an emblem, the digits below a code: no reader makes words of them")
def is_in_picture(part: Part, pictures: Sequence[Box]) -> bool:
    """A piece of ink within a picture."""
    x = (part.left + part.right) / 2
    return any(left <= x <= right and top <= part.middle <= bottom for left, top, right, bottom in pictures)


def letters_of(parts: Sequence[Part], tall: float) -> tuple[list[Part], list[Box]]:
    """The pieces of ink that may be letters, and the boxes of pictures, which are as high as `tall`."""
    large = [part for part in parts if is_picture.applies(part, tall)]
    pictures = [(one.left, one.top, one.right, one.bottom) for one in large]
    labels = {one.label for one in large}
    return [one for one in parts if one.label not in labels and not is_in_picture.applies(one, pictures)], pictures


@rule("runs.dash", source="tables: a dash in a cell of its own is said, a speck is not")
def is_dash(part: Part, usual: float) -> bool:
    """A piece of ink beside no letter that is as wide as a dash."""
    return part.width > CUT.dash * usual


def dashes(alone: Sequence[Part], usual: float) -> list[Run]:
    """The runs of pieces that stand alone; what is no dash is a speck."""
    return [Run([part]) for part in alone if is_dash.applies(part, usual)]


# Letters that continue a run


class _Growing:
    """A run while letters are added, from left to right."""

    __slots__ = ("bottom", "heights", "parts", "reach", "right", "tall", "top", "usual")

    def __init__(self, part: Part, usual: float, reach: float) -> None:
        self.parts: list[Part] = []
        self.heights: list[int] = []
        self.right, self.usual = part.right, usual
        #: How far away a letter may stand; `reach` is always near.
        self.reach = reach
        self.add(part, reach)

    def add(self, part: Part, reach: float) -> None:
        self.parts.append(part)
        self.right = max(self.right, part.right)
        self.heights.append(part.height)
        last = self.parts[-CUT.band :]
        self.top, self.bottom = min(one.top for one in last), max(one.bottom for one in last)
        self.tall = max(median(self.heights[-CUT.known :]), CUT.least_tall * self.usual)
        self.reach = max(OCR.run_gap * CUT.capital * max(self.tall, self.usual * CUT.least_reach), reach)


@rule("runs.far", source="mastheads and tables: what stands further away than a word is another column")
def is_far(run: _Growing, part: Part) -> bool:
    """A letter further from the run than words of one line are from each other."""
    return part.left - run.right > run.reach


@rule("runs.off_line", source="mastheads: the lines of the right half stand at heights of their own")
def is_off_line(run: _Growing, part: Part) -> bool:
    """A letter that does not stand beside the last ones of the run."""
    both = min(run.bottom, part.bottom) - max(run.top, part.top)
    return both < CUT.overlap * min(part.height, run.bottom - run.top)


@rule("runs.unlike", source="initials, stamps and brackets over several lines beside text")
def is_unlike(run: _Growing, part: Part) -> bool:
    """A letter that is many times as high or as low as those of the run."""
    return part.height > CUT.unlike * run.tall or CUT.unlike * part.height < run.tall


#: What keeps a letter from a run, the most frequent first.
APART = (is_far, is_off_line, is_unlike)


def _lined_up(letters: Sequence[Part], usual: float, reach: float = 0.0) -> list[Run]:
    """Runs of the letters; a letter joins the run that ends nearest before it."""
    growing: list[_Growing] = []
    done: list[_Growing] = []
    for part in sorted(letters, key=lambda part: (part.left, part.top)):
        best: tuple[float, _Growing] | None = None
        kept: list[_Growing] = []
        for run in growing:
            if part.left - run.right > CUT.ended * usual:
                done.append(run)
                continue
            kept.append(run)
            gap = part.left - run.right
            if (best is None or gap < best[0]) and first(APART, run, part) is None:
                best = gap, run
        growing = kept
        if best is None:
            growing.append(_Growing(part, usual, reach))
        else:
            best[1].add(part, reach)
    return _joined([Run(one.parts) for one in done + growing], usual)


@rule("runs.nested", source="a letter in two pieces: the second began a run within the first")
def is_nested(inner: Box, outer: Box, _usual: float, /) -> bool:
    """One box lies in the other."""
    return _along(inner, outer) > CUT.inside * (inner[3] - inner[1])


@rule("runs.broken", source="bad scans: the halves of a broken letter, one above the other, are runs of one word")
def is_broken(inner: Box, outer: Box, usual: float, /) -> bool:
    """Two boxes are halves of one line, with hardly a gap between them, and no higher together than a line."""
    height = max(inner[3], outer[3]) - min(inner[1], outer[1])
    return _along(inner, outer) > -CUT.broken * usual and height < CUT.broken_height * usual


#: What makes two runs one, where they stand at one place of the line.
JOINED = (is_nested, is_broken)


def _along(inner: Box, outer: Box) -> int:
    """The height that two boxes share; the gap between them where it is negative."""
    return min(inner[3], outer[3]) - max(inner[1], outer[1])


def _is_one(inner: Box, outer: Box, usual: float) -> bool:
    """Whether two boxes are those of one run."""
    across = min(inner[2], outer[2]) - max(inner[0], outer[0])
    return across >= CUT.inside * (inner[2] - inner[0]) and first(JOINED, inner, outer, usual) is not None


def _joined(runs: list[Run], usual: float) -> list[Run]:
    """Runs whose boxes lie in one another become one: a letter in two pieces may have begun a run of its own."""
    runs = sorted(runs, key=lambda run: -len(run.parts))
    found: list[Run] = []
    boxes: list[Box] = []
    for run in runs:
        left, top, right, bottom = run.box
        home = next(
            (
                at
                for at, (x0, y0, x1, y1) in enumerate(boxes)
                if _is_one((left, top, right, bottom), (x0, y0, x1, y1), usual)
            ),
            None,
        )
        if home is None:
            found.append(run)
            boxes.append(run.box)
        else:
            found[home].parts += run.parts
    return found


# Typewriters


@rule("runs.typewriter", source="typewriters: dates and cells would be torn at their wide spaces", otherwise=None)
def pitch_of(runs: Sequence[Run]) -> float | None:
    """The width of a letter of a typewriter in pixels; None on a page that was not typed on one.

    There letters stand at one distance from each other, wide and narrow ones alike; the spaces of a typewriter are so
    wide that a date would be torn, and after full stops there are two.
    """
    steps = [step for run in runs for step in _steps(run.parts)]
    return _even(steps, OCR.pitch_share) if len(steps) >= OCR.pitch_letters else None


def pitch_of_run(parts: Sequence[Part], usual: float) -> float | None:
    """The width of a letter in pixels of a run of a typewritten page; None for what was printed, or is too short.

    Args:
        parts: its ink.
        usual: the width of a letter on the page: fewer letters show that a run has it than that it has another.
    """
    steps = _steps(parts)
    if len(steps) < OCR.pitch_run:
        return None
    return pitch_of_page.applies(steps, usual) or _even(steps, OCR.pitch_share)


@rule(
    "runs.page_pitch", source="measured on typewritten pages: short lines with capitals are less even", otherwise=None
)
def pitch_of_page(steps: Sequence[float], usual: float) -> float | None:
    """The width of a letter of a run that is about as even as typing is, and as wide as the letters of the page."""
    pitch = _even(steps, OCR.run_share)
    return pitch if pitch and abs(pitch / usual - 1) < OCR.pitch_slack else None


def _steps(parts: Sequence[Part]) -> list[float]:
    """How far each letter of a run is from the next, in pixels from middle to middle."""
    return [(after.left + after.right - before.left - before.right) / 2 for before, after in pairwise(parts)]


def _even(steps: Sequence[float], share: float) -> float | None:
    """The distance that this share of letters have from each other; None where they have none."""
    usual = median(steps)
    pitch = median([step for step in steps if step < CUT.touching * usual] or [usual])
    if pitch <= 0:
        return None
    # Letters that touch are one piece of ink, half a letter further away; behind a space one is two letters away.
    near = [min(_LETTERS, key=lambda letters: abs(step / pitch - letters)) for step in steps]
    even = [
        step / letters
        for step, letters in zip(steps, near, strict=True)
        if abs(step / pitch - letters) < OCR.pitch_slack
    ]
    return sum(even) / len(even) if len(even) > share * len(steps) else None


#: How many letters apart those of a typewriter stand, from middle to middle.
_LETTERS = (1.0, 1.5, 2.0)


def _with_stops(large: Sequence[Part], parts: Sequence[Part], pitch: float) -> list[Part]:
    """The letters, those before a full stop or comma as wide as with it: two spaces follow it."""
    names = {part.label for part in large}
    stops = sorted((part for part in parts if part.label not in names), key=lambda part: part.left)
    edges = [stop.left for stop in stops]
    found: list[Part] = []
    for part in large:
        near = stops[bisect_left(edges, part.right) : bisect_right(edges, part.right + pitch)]
        behind = next((stop.right for stop in near if is_stop.applies(part, stop)), None)
        found.append(part if behind is None else replace(part, right=behind))
    return found


@rule("runs.stop", source="typewriters: two spaces follow a full stop, and the line goes on behind them")
def is_stop(part: Part, stop: Part) -> bool:
    """A speck behind a letter at its foot: a full stop or a comma."""
    return part.middle < stop.middle < part.bottom + CUT.stop_below * part.height
