"""Which runs of a page may be hidden, noticed while PDFium's objects are walked, and settled once all are known."""

from __future__ import annotations

import re
import zlib
from typing import Any

from extractor.reading.page import BBox, Page
from extractor.reading.pdfium import calls as call
from extractor.reading.pdfium.ink import INK, Drawing, Shape, doubtful, hide_unseen
from extractor.rules import rule

_PACKED = re.compile(rb"/ObjStm\b[^>]{0,400}>>\s{0,4}stream\r?\n")
_OPTIONAL = b"/OCProperties"
#: Of each stream of objects so many bytes are unpacked to find the catalogue.
_LONGEST = 1 << 22
#: A rectangle has four corners, and perhaps the first one again.
_CORNERS = (4, 5)


@rule("hidden.optional", source="PDF 32000-1, 8.11: layers that are switched off, such as drafts and other languages")
def has_optional_content(data: bytes) -> bool:
    """A file may have optional content where its catalogue lists some, be it packed or not."""
    return _OPTIONAL in data or any(_OPTIONAL in _unpacked(data, found.end()) for found in _PACKED.finditer(data))


def _unpacked(data: bytes, start: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(memoryview(data)[start:], _LONGEST)
    except zlib.error:  # another packing, or encrypted
        return b""


@rule("hidden.clipped", source="hidden text: clipped to a rectangle beside it, as cut out of a larger drawing")
def is_clipped(clip: BBox, text: BBox) -> bool:
    """Text that is clipped to a rectangle which holds nothing of its box is not seen."""
    return clip[2] <= text[0] or clip[0] >= text[2] or clip[3] <= text[1] or clip[1] >= text[3]


class Watch:
    """Notices what may hide text on one page.

    Args:
        page: the page that is read.
        optional: whether the file has optional content, whose objects PDFium lists whether they are shown or not.
    """

    def __init__(self, page: Page, optional: bool) -> None:
        self._page, self._optional = page, optional
        self._shapes: list[Shape] = []
        self._corner = call.Floats(2)

    def shape(self, obj: Any, box: BBox, color: int | None) -> None:
        """An area is filled, or a picture drawn."""
        x0, top, x1, bottom = box
        if x1 - x0 < INK.least or bottom - top < INK.least or len(self._shapes) >= INK.shapes:
            return
        before = len(self._page.spans)
        if before and call.has_transparency(obj):
            before = 0
        self._shapes.append(Shape(box, color, before))

    def clipped(self, obj: Any, left: float, low: float, right: float, high: float) -> bool:
        """Whether a rectangle that text is clipped to holds nothing of its box; both in the space of the page."""
        clip = call.get_clip(obj)
        if not clip:
            return False
        clip = call.given(clip)
        paths = call.count_clip_paths(clip)
        if paths <= 0:
            return False
        last = paths - 1
        if call.count_clip_segments(clip, last) not in _CORNERS:
            return False
        at, told = self._corner.at, self._corner.values
        call.get_point(call.given(call.get_clip_segment(clip, last, 0)), *at)
        x0, y0 = told
        call.get_point(call.given(call.get_clip_segment(clip, last, 2)), *at)
        x1, y1 = told
        return is_clipped.applies((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), (left, low, right, high))

    def settle(self, handle: Any) -> None:
        """Mark the hidden runs of the page, which is drawn only where some may be hidden."""
        page, spans = self._page, self._page.spans
        pale, covered = doubtful(spans, self._shapes)
        if not (pale or covered or (self._optional and spans)):
            return
        drawing = Drawing(handle, page.width, page.height)
        hide_unseen(drawing, spans if self._optional else pale)
        for before, under in covered.items():
            hide_unseen(drawing, under, spans[before:])
