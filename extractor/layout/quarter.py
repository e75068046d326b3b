"""Pages whose text is set along their long side while the file does not rotate them: set upright before they are read.

Boxes are set back once all is read (:func:`extractor.structure.recognised.set_back`).
"""

from __future__ import annotations

from collections.abc import Iterable

from extractor.reading.page import DESCENT, BBox, Page, Rule, Span
from extractor.records import Struct, replace
from extractor.rules import rule


class QuarterSettings(Struct, frozen=True):
    """What shows that a page is set along its long side."""

    #: So much of its text is rotated; running heads and feet may stand as on the other pages.
    share: float = 0.75
    #: A run is looked at as rotated when it is this many times as high as its type.
    high: float = 1.5
    #: A page of fewer rotated characters has labels in its margins.
    least: int = 120


QUARTER = QuarterSettings()


@rule("page.quarter", source="tables set along the long side of a page that the file does not rotate")
def is_along(rotated: int, count: int) -> bool:
    """Most of the text of a page is rotated by a quarter."""
    return rotated >= QUARTER.least and rotated >= QUARTER.share * count


def upright(page: Page) -> Page:
    """The page, set upright where its text is rotated by a quarter."""
    high = QUARTER.high
    tall = [span for span in page.spans if span.bottom - span.top > high * span.size and span.sideways]
    if not tall or page.rtl or page.recognised:
        return page
    if not is_along.applies(_letters(tall), _letters(page.spans)):
        return page
    up = sum([len(span.text) if _reads_up(span) else -len(span.text) for span in tall]) > 0
    edge = page.height if up else page.width
    return replace(
        page,
        width=page.height,
        height=page.width,
        spans=[_span(span, edge, up=up) for span in page.spans],
        doubted=[_span(span, edge, up=up) for span in page.doubted],
        rules=[Rule(*_box((one.x0, one.top, one.x1, one.bottom), edge, up=up)) for one in page.rules],
        links=[replace(link, bbox=_box(link.bbox, edge, up=up)) for link in page.links],
        images=[_box(box, edge, up=up) for box in page.images],
        tags=None,
        turned="up" if up else "down",
    )


def set_back(box: BBox, page: Page) -> BBox:
    """A box of a page that was set upright, where it stands on the page of the file."""
    x0, top, x1, bottom = box
    if page.turned == "up":
        return (top, page.width - x1, bottom, page.width - x0)
    return (page.height - bottom, x0, page.height - top, x1)


def _letters(spans: Iterable[Span]) -> int:
    return sum([len(span.text) for span in spans])


def _reads_up(span: Span) -> bool:
    return abs(span.baseline - span.bottom) <= abs(span.baseline - span.top)


def _box(box: BBox, edge: float, *, up: bool) -> BBox:
    """A box on the page set upright; `edge` is the height of the page where its text reads up, else its width."""
    x0, top, x1, bottom = box
    return (edge - bottom, x0, edge - top, x1) if up else (top, edge - x1, bottom, edge - x0)


def _span(span: Span, edge: float, *, up: bool) -> Span:
    x0, top, x1, bottom = _box((span.x0, span.top, span.x1, span.bottom), edge, up=up)
    return replace(span, x0=x0, top=top, x1=x1, bottom=bottom, baseline=bottom - DESCENT * span.size)
