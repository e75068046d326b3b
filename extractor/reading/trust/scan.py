"""Scans and hidden text: which runs of a page are its text.

Text that nobody sees is none (invisible ink, type of no size, outside the page), with one exception: programs that
recognise a scan lay what they read, invisibly, over or under the picture of the page. Adobe Capture does so word by
word: words that it is sure of become type, the others a small picture with invisible type on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.reading.page import BBox, Page, Span, TextLayer

#: Pictures covering this share of a page make it a scan when its text is hidden. Scans cover 0.9 and more; crop boxes
#: and margins cut some of it, and blank strips may be left out.
SCAN_COVER = 0.4
#: Invisible runs that lie on a picture of about their own size; from so many on the page is one recognised word by
#: word.
WORD_PICTURES = 2
#: A word's picture is at most this many times as large as the word's box.
WORD_PICTURE_SIZE = 8.0
#: It covers this share of the word's box, or lies with this share of itself in it.
WORD_PICTURE_SHARE = 0.3
#: So many pictures of a page are asked.
MOST_PICTURES = 2_000
#: The text of a paper is recognised when this share of its pages with text is.
MOSTLY = 0.5
_BANDS = 64


def settle_text_layer(page: Page) -> None:
    """Drop hidden runs, unless the page is a recognised scan, and set `page.text_layer`."""
    hidden = [span for span in page.spans if span.hidden]
    if hidden:
        seen = [span for span in page.spans if not span.hidden]
        if _letters(hidden) >= _letters(seen) and coverage(page) >= SCAN_COVER:
            page.text_layer = "ocr"
            page.spans = [span for span in page.spans if _on_page(span, page)]
        else:
            words = {id(span) for span in hidden if _has_own_picture(span, page.images)}
            if len(words) >= WORD_PICTURES:
                page.text_layer = "ocr"
                page.spans = [span for span in page.spans if not span.hidden or id(span) in words]
            else:
                page.spans = seen
                page.unseen = _letters(span for span in hidden if not span.aslant)
    if not any(any(map(str.isalnum, span.text)) for span in page.spans):
        page.text_layer = "none"
    elif page.text_layer == "none":
        page.text_layer = "digital"


def coverage(page: Page) -> float:
    """Share of the page that pictures cover.

    Scans may be cut in strips, so overlaps must not count twice: the page is cut in bands and of each band the covered
    widths are joined.
    """
    if page.width <= 0 or page.height <= 0 or not page.images:
        return 0.0
    covered = 0.0
    step = page.height / _BANDS
    boxes = sorted(page.images)[:5_000]
    for band in range(_BANDS):
        middle = (band + 0.5) * step
        reach = 0.0
        for x0, top, x1, bottom in boxes:
            if top <= middle <= bottom:
                left, right = max(x0, reach), min(x1, page.width)
                if right > left:
                    covered += right - left
                    reach = right
    return covered / (page.width * _BANDS)


def text_layer_of(pages: Iterable[Page]) -> TextLayer:
    """The text layer of a paper: recognised when that of most pages with text is."""
    layers = [page.text_layer for page in pages if page.text_layer != "none"]
    if not layers:
        return "none"
    return "ocr" if layers.count("ocr") > MOSTLY * len(layers) else "digital"


def _letters(spans: Iterable[Span]) -> int:
    return sum(sum(map(str.isalnum, span.text)) for span in spans)


def _on_page(span: Span, page: Page) -> bool:
    return span.x1 > 0 and span.x0 < page.width and span.bottom > 0 and span.top < page.height and span.size >= 0.5


def _has_own_picture(span: Span, images: Sequence[BBox]) -> bool:
    area = max((span.x1 - span.x0) * (span.bottom - span.top), 1.0)
    for x0, top, x1, bottom in images[:MOST_PICTURES]:
        width, height = min(x1, span.x1) - max(x0, span.x0), min(bottom, span.bottom) - max(top, span.top)
        if width > 0 and height > 0:
            picture = max((x1 - x0) * (bottom - top), 1.0)
            if width * height >= WORD_PICTURE_SHARE * min(area, picture) and picture <= WORD_PICTURE_SIZE * area:
                return True
    return False
