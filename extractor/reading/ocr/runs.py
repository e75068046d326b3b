"""Cutting a page into runs: letters that stand on one line with no more than a word's distance between them.

The recogniser is never given two columns at once: the halves of a masthead stand at heights of their own, and a reader
of whole lines makes one line of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from extractor.median import median
from extractor.reading.ocr.lining import dashes, letters_of, runs_of
from extractor.reading.ocr.parts import Cut, Part, Run
from extractor.reading.ocr.settings import CUT, OCR

if TYPE_CHECKING:
    from extractor.reading.ocr.picture import Ink

__all__ = ["cut"]


def cut(ink: Ink, scale: float) -> Cut:
    """The runs of a page from its ink, the rules taken out before."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    parts = [
        Part(number, left, top, left + width, top + height, area)
        for number, (left, top, width, height, area) in enumerate(stats[1:count].tolist(), 1)
    ]
    parts, pictures = letters_of(parts, OCR.picture_height * scale)
    speck = OCR.speck * scale
    letters = [part for part in parts if part.height > CUT.letter * speck]
    if not letters:
        return Cut([], labels, pictures)
    usual = median(part.height for part in letters)
    large = [part for part in letters if part.height >= CUT.large * usual]
    names = {part.label for part in large}
    runs, pitch = runs_of(large, parts, usual)
    _attach([part for part in parts if part.label not in names], runs, usual, speck)
    for run in runs:
        run.parts.sort(key=lambda part: part.left)
    return Cut(sorted(runs, key=lambda run: run.box[1]), labels, pictures, pitch)


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
    runs += dashes(waiting, usual)
