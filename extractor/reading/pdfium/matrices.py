"""From the space of a PDF page to what a reader sees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pypdfium2_raw as c

from extractor.reading.page import BBox

Matrix = tuple[float, float, float, float, float, float]


def times(first: Sequence[float], then: Matrix) -> Matrix:
    """The matrix that applies `first`, then `then` (PDF row vectors)."""
    a, b, cc, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, cc * g + d * i, cc * h + d * j, e * g + f * i + k, e * h + f * j + m)


def map_box(view: Matrix, left: float, bottom: float, right: float, top: float) -> BBox:
    """A box in the space of a page as a reader sees it: left, top, right, bottom."""
    a, b, cc, d, e, f = view
    if not b and not cc and a > 0 > d and left <= right and bottom <= top:  # not turned, as nearly all pages are
        return (left * a + e, top * d + f, right * a + e, bottom * d + f)
    xs = (left * a + bottom * cc + e, right * a + top * cc + e)
    ys = (left * b + bottom * d + f, right * b + top * d + f)
    return (min(xs), min(ys), max(xs), max(ys))


def view_matrix(page: Any, width: float, height: float) -> Matrix:
    """Page space -> what a reader sees, origin top left: undoes the crop box's offset and the page's rotation."""
    box = c.FS_RECTF()
    c.FPDF_GetPageBoundingBox(page, box)
    left, bottom = min(box.left, box.right), min(box.bottom, box.top)
    turn = c.FPDFPage_GetRotation(page) % 4
    if turn == 0:
        return (1, 0, 0, -1, -left, height + bottom)
    if turn == 1:
        return (0, 1, 1, 0, -bottom, -left)
    if turn == 2:
        return (-1, 0, 0, 1, width + left, -bottom)
    return (0, -1, -1, 0, width + bottom, height + left)
