"""Cutting a page into runs: letters that stand on one line with no more than a word's distance between them.

The recogniser is never given two columns at once: the halves of a masthead stand at heights of their own, and a reader
of whole lines makes one line of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import cv2
import numpy as np

from extractor.median import median
from extractor.reading.ocr.settings import CUT, OCR
from extractor.records import replace

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from extractor.reading.ocr.picture import Ink

__all__ = ["Box", "Cut", "Part", "Run", "arabic_foot", "box_of", "cut", "pitch_of", "pitch_of_run"]

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
    foot = top + int(np.flatnonzero(rows > OCR.arabic_line * rows.max())[-1]) + 1
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


def cut(ink: Ink, scale: float) -> Cut:
    """The runs of a page from its ink, the rules taken out before."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    parts = [
        Part(number, left, top, left + width, top + height, area)
        for number, (left, top, width, height, area) in enumerate(stats[1:count].tolist(), 1)
    ]
    tall = OCR.picture_height * scale
    pictures = [
        (p.left, p.top, p.right, p.bottom) for p in parts if p.height > tall or p.width > CUT.picture_wide * tall
    ]
    parts = [
        part
        for part in parts
        if part.height <= tall and part.width <= CUT.picture_wide * tall and not _inside(part, pictures)
    ]
    speck = OCR.speck * scale
    letters = [part for part in parts if part.height > CUT.letter * speck]
    if not letters:
        return Cut([], labels, pictures)
    usual = median(part.height for part in letters)
    large = [part for part in letters if part.height >= CUT.large * usual]
    names = {part.label for part in large}
    runs = _lined_up(large, usual)
    if pitch := pitch_of(runs):
        own = {part.label: part for part in large}
        runs = _lined_up(_with_stops(large, parts, pitch), usual, OCR.pitch_gap * pitch)
        runs = [Run([own[part.label] for part in run.parts]) for run in runs]
    _attach([part for part in parts if part.label not in names], runs, usual, speck)
    for run in runs:
        run.parts.sort(key=lambda part: part.left)
    return Cut(sorted(runs, key=lambda run: run.box[1]), labels, pictures, pitch)


def _inside(part: Part, pictures: list[Box]) -> bool:
    x = (part.left + part.right) / 2
    return any(left <= x <= right and top <= part.middle <= bottom for left, top, right, bottom in pictures)


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
    pitch = _even(steps, OCR.run_share)
    return pitch if pitch and abs(pitch / usual - 1) < OCR.pitch_slack else _even(steps, OCR.pitch_share)


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
        behind = [stop.right for stop in near if part.middle < stop.middle < part.bottom + CUT.stop_below * part.height]
        found.append(replace(part, right=behind[0]) if behind else part)
    return found


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

    def takes(self, part: Part) -> float | None:
        """How well a letter continues the run: the gap between them, None when it does not."""
        gap = part.left - self.right
        if gap > self.reach:
            return None
        both = min(self.bottom, part.bottom) - max(self.top, part.top)
        height, tall = part.bottom - part.top, self.tall
        least = CUT.overlap * min(height, self.bottom - self.top)
        if both < least or height > CUT.unlike * tall or CUT.unlike * height < tall:
            return None
        return gap

    def add(self, part: Part, reach: float) -> None:
        self.parts.append(part)
        self.right = max(self.right, part.right)
        self.heights.append(part.height)
        last = self.parts[-CUT.band :]
        self.top, self.bottom = min(one.top for one in last), max(one.bottom for one in last)
        self.tall = max(median(self.heights[-CUT.known :]), CUT.least_tall * self.usual)
        self.reach = max(OCR.run_gap * CUT.capital * max(self.tall, self.usual * CUT.least_reach), reach)


def _lined_up(letters: list[Part], usual: float, reach: float = 0.0) -> list[Run]:
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
            gap = run.takes(part)
            if gap is not None and (best is None or gap < best[0]):
                best = gap, run
        growing = kept
        if best is None:
            growing.append(_Growing(part, usual, reach))
        else:
            best[1].add(part, reach)
    return _joined([Run(one.parts) for one in done + growing], usual)


def _one(inner: Box, outer: Box, usual: float) -> bool:
    """Whether two boxes are those of one run.

    One lies in the other, or they are the halves of a broken letter, one above the other.
    """
    across = min(inner[2], outer[2]) - max(inner[0], outer[0])
    along = min(inner[3], outer[3]) - max(inner[1], outer[1])
    if across < CUT.inside * (inner[2] - inner[0]):
        return False
    if along > CUT.inside * (inner[3] - inner[1]):
        return True
    height = max(inner[3], outer[3]) - min(inner[1], outer[1])
    return along > -CUT.broken * usual and height < CUT.broken_height * usual


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
                if _one((left, top, right, bottom), (x0, y0, x1, y1), usual)
            ),
            None,
        )
        if home is None:
            found.append(run)
            boxes.append(run.box)
        else:
            found[home].parts += run.parts
    return found


def _attach(parts: list[Part], runs: list[Run], usual: float, speck: float) -> None:
    """Give dots, accents, commas and strokes to the run beside, below or above them.

    What is alone is a speck, or a run of its own when it is as wide as a dash.
    """
    boxes = np.array([run.box for run in runs], dtype=np.float64)
    waiting = sorted(parts, key=lambda part: part.left)
    for _ in range(2):  # what was out of reach may be near to what was given to a run meanwhile
        left: list[Part] = []
        for part in waiting:
            x, y = (part.left + part.right) / 2, part.middle
            across = np.maximum(np.maximum(boxes[:, 0] - x, x - boxes[:, 2]), 0)
            along = np.maximum(np.maximum(boxes[:, 1] - y, y - boxes[:, 3]), 0)
            tiny = part.height < speck and part.width < speck
            reach = (CUT.tiny_reach if tiny else OCR.run_gap * CUT.capital) * usual
            near = np.where(
                (across <= reach) & (along <= OCR.speck_reach * usual), across + CUT.off_line * along, np.inf
            )
            at = int(near.argmin())
            if np.isfinite(near[at]):
                runs[at].parts.append(part)
                box = boxes[at]
                boxes[at] = (min(box[0], part.left), box[1], max(box[2], part.right), box[3])
            elif not tiny:
                left.append(part)
        waiting = left
    runs += [Run([part]) for part in waiting if part.width > CUT.dash * usual]  # a dash in a cell of its own
