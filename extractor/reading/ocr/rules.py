"""Rules on a picture: long thin strokes with white on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from extractor.reading.ocr.settings import OCR

if TYPE_CHECKING:
    from extractor.reading.ocr.picture import Ink

__all__ = ["Stroke", "strokes"]

#: Pixels that may be missing in a stroke.
_BRIDGE = 5

Stroke = tuple[int, int, int, int]
"""The box of a stroke in pixels: left, top, right, bottom."""


def strokes(ink: Ink, scale: float) -> list[Stroke]:
    """The horizontal and upright strokes of a page, underlines among them."""
    flat = _found(ink, int(OCR.rule_length * scale), OCR.rule_thickness * scale, bridge=_BRIDGE)
    # A hairline that the scanner broke into dashes: long ones alone, since dots and dashes of text are none.
    faint = _found(
        ink, int(OCR.faint_length * scale), OCR.rule_thickness * scale / 2, bridge=int(OCR.faint_gap * scale)
    )
    faint = [one for one in faint if _is_free(ink, one, 0.08)]
    flat += [one for one in faint if not any(_meet(one, other) for other in flat)]
    turned = np.ascontiguousarray(ink.T)
    tall = _found(turned, int(OCR.upright_length * scale), OCR.rule_thickness * scale, bridge=_BRIDGE)
    return flat + [(top, left, bottom, right) for left, top, right, bottom in tall]


def _meet(one: Stroke, other: Stroke) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] - 3 < other[3] and other[1] - 3 < one[3]


def _found(ink: Ink, length: int, thickness: float, *, bridge: int) -> list[Stroke]:
    """The horizontal strokes of at least a length, breaks of fewer than `bridge` pixels in them closed."""
    bridged = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, bridge), np.uint8))
    long = cv2.morphologyEx(bridged, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    if not long.any():
        return []
    # A line that is not quite level comes in steps.
    joined = cv2.dilate(long, np.ones((3, length // 4), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found: list[Stroke] = []
    for left, top, width, height, _area in stats[1:count].tolist():
        part = long[top : top + height, left : left + width]
        rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
        if not len(rows):
            continue
        box = (left + int(columns[0]), top + int(rows[0]), left + int(columns[-1]) + 1, top + int(rows[-1]) + 1)
        own = bridge > _BRIDGE or (_is_solid(ink, box) and not _has_letters(ink, box))
        if box[3] - box[1] <= thickness and _is_free(ink, box, 0.5) and own:
            found.append(box)
    return found


def _has_letters(ink: Ink, box: Stroke) -> bool:
    """Whether letters grow out of a stroke on one side: the line on which joined letters stand is no rule."""
    left, top, right, bottom = box
    shares = [
        float(np.mean((side > 0).any(axis=0))) if side.size else 0.0
        for side in (ink[max(top - 4, 0) : max(top - 2, 0), left:right], ink[bottom + 2 : bottom + 4, left:right])
    ]
    return max(shares) > OCR.rule_letters


def _is_solid(ink: Ink, box: Stroke) -> bool:
    """Whether a stroke has hardly a gap: the heads of small letters that stand close make a broken one."""
    left, top, right, bottom = box
    return float(np.mean((ink[top:bottom, left:right] > 0).any(axis=0))) > OCR.rule_solid


def _is_free(ink: Ink, box: Stroke, most: float) -> bool:
    """Whether there is white above or below most of a stroke, and no more than a share of ink on the other side: the
    edge of a picture has ink on one side all along, and a line of text has it above and below.
    """
    left, top, right, bottom = box
    gap = max(bottom - top, 6)
    above = ink[max(top - gap, 0) : max(top - 2, 0), left:right]
    below = ink[bottom + 2 : bottom + gap, left:right]
    shares = [float(np.mean(side > 0)) if side.size else 0.0 for side in (above, below)]
    return min(shares) < 0.08 and max(shares) < most
