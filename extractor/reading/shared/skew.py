"""Pages that lie askew in a scanner: from the upright picture back to the page of the file."""

from __future__ import annotations

import math

from extractor.reading.page import BBox, Page


def tilted(box: BBox, skew: float, page: Page, *, grows: bool = True) -> BBox:
    """A box of the upright picture of a page as it stands in the file, turned about the middle of the page.

    Args:
        box: the box.
        skew: degrees.
        page: the page.
        grows: whether it is the box around the turned one, or one as high and as wide as before.
    """
    sine, cosine = math.sin(math.radians(skew)), math.cos(math.radians(skew))
    middle_x, middle_y = page.width / 2, page.height / 2

    def turned(across: float, along: float) -> tuple[float, float]:
        x, y = across - middle_x, along - middle_y
        return middle_x + x * cosine - y * sine, middle_y + x * sine + y * cosine

    if not grows:
        half_width, half_height = (box[2] - box[0]) / 2, (box[3] - box[1]) / 2
        x, y = turned(box[0] + half_width, box[1] + half_height)
        return x - half_width, y - half_height, x + half_width, y + half_height
    corners = [turned(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
