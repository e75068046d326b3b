"""The picture of a page: drawn, freed of its ground, set upright."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.reading.ocr.settings import OCR, SKEW, STROKES

Grey = NDArray[np.uint8]
"""Brightness, 0 (black) to 255, by row and column."""
Ink = NDArray[np.uint8]
"""255 where there is ink, else 0, by row and column."""

__all__ = ["Grey", "Ink", "Picture", "TooLarge", "cleaned", "drawn", "painted", "skew_of", "unruled", "upright"]

#: The ground is found on a picture so many times as small: paper has no detail.
_LESS = 4


class TooLarge(Exception):
    """The page has more pixels than the limit, at the least resolution that can be read."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as seen.

    Args:
        grey: brightness, 0 to 255, the ground made white; set upright.
        ink: 255 where there is ink, else 0; set upright, without specks.
        scale: pixels a point.
        skew: degrees by which the page was turned back, positive where it had sunk to the right.
    """

    grey: Grey
    ink: Ink
    scale: float
    skew: float


def drawn(page: Any) -> tuple[Grey, float]:
    """The picture of a page of PDFium (a ``PdfPage``) in grey, and its pixels a point.

    Raises:
        TooLarge: it has too many pixels.
    """
    width, height = page.get_size()
    area = max(width, 1.0) * max(height, 1.0)
    dpi = min(float(OCR.dpi), 72 * (OCR.most_pixels / area) ** 0.5)
    if dpi < OCR.least_dpi:
        raise TooLarge
    scale = dpi / 72
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=True)
    return np.ascontiguousarray(bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width]), scale


def cleaned(grey: Grey, scale: float) -> Grey:
    """The picture with a white ground: each pixel as a share of the brightness of the paper around it."""
    reach = max(int(OCR.ground_reach * scale) | 1, 3)
    small = cv2.resize(grey, None, fx=1 / _LESS, fy=1 / _LESS, interpolation=cv2.INTER_AREA)
    near = cv2.getStructuringElement(cv2.MORPH_RECT, (reach // _LESS | 1, reach // _LESS | 1))
    ground = cv2.GaussianBlur(cv2.morphologyEx(small, cv2.MORPH_CLOSE, near), (0, 0), reach / 8)
    whole = cv2.resize(ground, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    found: Grey = cv2.divide(grey, np.maximum(whole, 1), scale=255)
    return found


def inked(grey: Grey, scale: float) -> Ink:
    """Where there is ink on a cleaned picture.

    Ink is what is darker than half way to the darkest nearby: blue links are as thick as the black text beside them.
    """
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    reach = max(int(OCR.ink_reach * scale) | 1, 3)
    darkest = cv2.erode(smooth, np.ones((reach, reach), np.uint8))
    half = 255 - cv2.multiply(255 - darkest, 1, scale=OCR.ink_share)
    ink = cv2.compare(smooth, half, cv2.CMP_LT)
    ink[darkest > 255 * (1 - OCR.least_ink)] = 0
    # Letters that the scanner broke are whole again where a pixel or two are missing.
    whole: Ink = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3)))
    return whole


def skew_of(ink: Ink) -> float:
    """The tilt of the lines of text in degrees, positive where they sink to the right.

    The rows are summed along slanted lines; at the right slant lines and the white between them differ most.
    """
    rough = _clearness(ink, SKEW.rough_size)
    if rough is None:
        return 0.0
    best = max(np.arange(-OCR.most_skew, OCR.most_skew + 0.01, SKEW.rough_step), key=rough)
    fine = _clearness(ink, SKEW.fine_size)
    if fine is None:
        return 0.0
    angles = np.arange(best - SKEW.near, best + SKEW.near + 0.01, SKEW.fine_step)
    clear = np.array([fine(angle) for angle in angles])
    # Short lines leave several angles nearly as good: their middle is taken.
    weights = np.clip(clear / clear.max() - SKEW.nearly, 0, None)
    return float((angles * weights).sum() / weights.sum())


def _clearness(ink: Ink, size: float) -> Callable[[float], float] | None:
    """How clear lines are at an angle, measured on a smaller picture; None for a page that is nearly empty."""
    small = cv2.resize(ink, None, fx=size, fy=size, interpolation=cv2.INTER_AREA)
    ys, xs = np.nonzero(small > SKEW.dark)
    if len(ys) < SKEW.pixels:
        return None
    height = small.shape[0]

    def clear(angle: float) -> float:
        rows = np.rint(ys - xs * np.tan(np.radians(angle))).astype(np.int64) + height
        sums = np.bincount(rows, minlength=3 * height)
        return float(np.square(np.diff(sums.astype(np.float64))).sum())

    return clear


def upright(grey: Grey, scale: float) -> Picture:
    """A drawn page, cleaned and set upright."""
    clean = cleaned(grey, scale)
    ink = inked(clean, scale)
    skew = skew_of(ink)
    if abs(skew) >= OCR.least_skew:
        height, width = clean.shape
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1.0)
        clean = cv2.warpAffine(clean, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
        ink = inked(clean, scale)
    else:
        skew = 0.0
    return Picture(clean, ink, scale, skew)


def painted(picture: Grey, boxes: Iterable[tuple[int, int, int, int]], value: int, margin: int = 0) -> Grey:
    """A picture with boxes (pixels: left, top, right, bottom) painted over with a value, and so many pixels around."""
    clean = picture.copy()
    for left, top, right, bottom in boxes:
        clean[max(top - margin, 0) : bottom + margin, max(left - margin, 0) : right + margin] = value
    return clean


def unruled(picture: Grey, ink: Ink, rules: Iterable[tuple[int, int, int, int]], value: int) -> Grey:
    """A picture with its rules painted over with a value, but where a letter crosses one.

    The letters `p` and `y` go through the line under them.
    """
    flat = [box for box in rules if box[2] - box[0] > box[3] - box[1]]
    upright = [box for box in rules if box[2] - box[0] <= box[3] - box[1]]
    edge = STROKES.edge
    clean = painted(picture, upright, value, edge)
    left_ink = painted(ink, upright, 0, edge)
    for left, top, right, bottom in flat:
        first, last = max(top - edge, 0), bottom + edge
        above, below = left_ink[first:top, left:right], left_ink[bottom:last, left:right]
        near = left_ink[max(first - 2 * edge, 0) : top, left:right]
        if float(np.mean((near > 0).any(axis=0))) <= OCR.rule_letters:  # no letters stand on it
            clean[first:last, max(left - edge, 0) : right + edge] = value
            continue
        crossed = np.zeros(clean.shape[1], dtype=bool)
        crossed[left:right] = (above > 0).all(axis=0) & (below[1:] > 0).any(axis=0)
        span = slice(max(left - edge, 0), right + edge)
        clean[first:last, span][:, ~crossed[span]] = value
    return clean
