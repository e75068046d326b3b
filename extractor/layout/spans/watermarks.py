"""Watermarks: words printed across a page, behind its text or over it.

They are pale, large or aslant, lie over lines of the text, or stand at the same place on page after page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from extractor.layout.spans.settings import CLEAR
from extractor.reading.page import Page, Span
from extractor.rules import Rule, first, rule

#: A text and where it stands, to the nearest ten points.
Spot = tuple[str, int, int]


@rule("watermark.aslant", source="Word's watermarks run across the page at any angle")
def is_aslant(span: Span, _page: Page, _body: float, _spots: Collection[Spot]) -> bool:
    """Words that are rotated by no right angle are a watermark."""
    return span.slanted


@rule("watermark.over_text", source="`DRAFT` in silver behind the lines of a page")
def lies_over_text(span: Span, page: Page, body: float, _spots: Collection[Spot]) -> bool:
    """Pale large type that shares its place with other words, or huge type of any colour that shares it with two."""
    large = span.size >= CLEAR.larger * body
    return large and _crossed(span, page) >= (1 if is_pale(span.color) else 2)


@rule("watermark.repeated", source="`ADVANCE COPY` in silver, several times on each page")
def is_repeated(span: Span, _page: Page, body: float, spots: Collection[Spot]) -> bool:
    """Pale large type that stands at one place on several pages, or several times on one."""
    return is_pale(span.color) and span.size >= CLEAR.larger * body and _spot(span) in spots


@rule("watermark.middle", source="`DRAFT` across a page of a few lines, which it does not touch")
def stands_alone(span: Span, page: Page, body: float, _spots: Collection[Spot]) -> bool:
    """Pale huge type in the middle of a page, between lines of text."""
    width, height = page.width, page.height
    within = CLEAR.head * height < span.baseline < CLEAR.foot * height
    if not within or not is_pale(span.color) or span.size < CLEAR.huge * body:
        return False
    above = sum([other.baseline < span.top for other in page.spans])
    below = sum([other.top > span.baseline for other in page.spans])
    return min(above, below) >= CLEAR.times and abs(span.x0 + span.x1 - width) < CLEAR.centred * width


WATERMARKS = (is_aslant, lies_over_text, is_repeated, stands_alone)


def is_pale(color: int) -> bool:
    """Whether type of this colour may be meant to be looked through."""
    least = CLEAR.pale
    return color >> 16 >= least and color >> 8 & 0xFF >= least and color & 0xFF >= least


def may_be_watermark(span: Span, body: float) -> bool:
    """Whether it is worth a look: nearly no run of a paper is."""
    return span.slanted or (span.size >= CLEAR.larger * body and (span.color != 0 or span.size >= CLEAR.huge * body))


def spots_of(pages: Sequence[Sequence[Span]]) -> set[Spot]:
    """Texts that stand at one place on half of the pages, or several times on one: words, for letters come again."""
    counts: Counter[Spot] = Counter()
    spots: set[Spot] = set()
    for spans in pages:
        own = {_spot(span) for span in spans}
        counts.update(own)
        texts = Counter([span.text.strip() for span in spans])
        spots |= {spot for spot in own if len(spot[0]) > 1 and texts[spot[0]] >= CLEAR.times}
    least = max(CLEAR.pages, len(pages) / 2)
    return spots | {spot for spot, count in counts.items() if count >= least}


def watermark(
    span: Span, page: Page, body: float, spots: Collection[Spot]
) -> Rule[[Span, Page, float, Collection[Spot]], bool] | None:
    """The rule by which a run is a watermark, None when it is none."""
    return first(WATERMARKS, span, page, body, spots)


def _spot(span: Span) -> Spot:
    return span.text.strip(), round(span.x0 / CLEAR.one_place), round(span.baseline / CLEAR.one_place)


def _crossed(span: Span, page: Page) -> int:
    """How many other runs stand, in smaller type, where this one does."""
    size, top, bottom = span.size, span.top, span.bottom
    return sum(
        [
            top < other.baseline - CLEAR.middle * other.size < bottom
            and min(other.x1, span.x1) - max(other.x0, span.x0) > other.size / 2
            and other.size < size / CLEAR.larger
            for other in page.spans
        ]
    )
