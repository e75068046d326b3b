"""What is ink and not text: the emblem, bar codes of two dimensions, stamps and ornaments.

Letters stand on lines: most of the pieces of ink of a small area end at one of few heights. Those of an emblem end
anywhere, and a code is half black. A recogniser makes letters of both, and a masthead that begins with them has no
organ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from extractor.reading.ocr.settings import OCR

if TYPE_CHECKING:
    from extractor.reading.ocr.parts import Box
    from extractor.reading.ocr.picture import Ink

__all__ = ["ornaments"]


def ornaments(ink: Ink, scale: float) -> list[Box]:
    """The boxes of emblems and codes, in pixels."""
    # On half of the picture: its ornaments are large, and what is near to them is near there as well.
    small = cv2.compare(cv2.resize(ink, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), 0, cv2.CMP_GT)
    reach = max(int(OCR.ornament_reach * scale / 2) | 1, 3)
    blobs = cv2.dilate(small, np.ones((reach, reach), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(blobs, connectivity=8)
    least, most = OCR.ornament_least * scale, OCR.ornament_most * scale
    found: list[Box] = []
    for left, top, width, height in (2 * stats[1:count, :4]).tolist():
        if not (
            least < width < most
            and least < height < most
            and 1 / OCR.ornament_long < width / height < OCR.ornament_long
        ):
            continue
        part = ink[top : top + height, left : left + width]
        if _is_ornament(part):
            found.append((left, top, left + width, top + height))
    return found


def _is_ornament(part: Ink) -> bool:
    if float(np.mean(part > 0)) > OCR.ornament_black:
        return True
    count, _, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
    feet = [top + height for _, top, _, height, area in stats[1:count].tolist() if area > OCR.ornament_speck]
    if len(feet) < OCR.ornament_parts:
        return False
    bins = np.bincount(np.array(feet) // OCR.ornament_foot)
    near = bins[:-1] + bins[1:]
    return float(np.sort(near)[-3:].sum()) < OCR.ornament_even * len(feet)
