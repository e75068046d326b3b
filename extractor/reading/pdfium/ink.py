"""What a page shows: it is drawn small, and a run of text that leaves no ink is hidden.

Text can be hidden in more ways than the objects of a page tell: optional content that is switched off, type of the
colour of its ground, a shape drawn over it. Engines find runs that may be hidden; only pages with such runs are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import pypdfium2_raw as c

from extractor.reading.page import ROTATED, BBox, Page, Span
from extractor.reading.pdfium.library import Document, Refused
from extractor.records import Struct
from extractor.rules import rule


class InkSettings(Struct, frozen=True):
    """How a page is drawn and what counts as ink."""

    #: Pixels of a drawing at most; a page of A4 has half a million at 72 dots an inch, its usual scale.
    pixels: int = 2_000_000
    #: Shades of 256 between the lightest and the darkest pixel of a run that can be seen. Light grey type (0xCC) of
    #: 8 points on white has 25 and more, an even ground 0 and the noise of a compressed picture some 5. Measured on the
    #: first pages of 140 papers (8455 runs): type of 5.5 points, the smallest that is read, has 71 and more.
    contrast: int = 12
    #: Ink is looked for in this band above the baseline, in ems: small letters have it, rules and borders do not.
    over: float = 0.5
    under: float = 0.04
    #: Where more than this share of the letters of a page leaves no ink, the drawing is not that of the page: PDFium
    #: cannot draw its fonts. Measured on the same pages: at most 0.02 leaves none.
    most: float = 0.5
    #: A fill whose parts are all at least this is light: type of that colour may not stand out from paper. It only says
    #: which runs are looked for in the drawing; the palest seen type of those papers is 0xAB, and some 0xD9.
    light: int = 0xD8
    #: Colours whose parts differ by no more than this count as one: twice the contrast; the drawing decides.
    same: int = 0x18
    #: So many filled shapes of a page are asked what they hold or cover. Measured on the same papers: at most 352, and
    #: 103 on all pages but two.
    shapes: int = 400
    #: A shape that is lower or narrower than this many points holds no text. Measured on the same papers: strokes and
    #: bullets that meet a baseline have 2.2 at most, the ground of type 4.1 and more.
    least: float = 3.0


INK = InkSettings()


class Shape(Struct, frozen=True):
    """A filled area or a picture; `before` runs of the page were drawn before it. A picture has no colour."""

    box: BBox
    color: int | None
    before: int


class Drawing:
    """A page drawn in shades of grey."""

    def __init__(self, page: Any, width: float, height: float) -> None:
        self._scale = min(1.0, (INK.pixels / max(width * height, 1.0)) ** 0.5)
        self._width, self._height = max(int(width * self._scale), 1), max(int(height * self._scale), 1)
        bitmap = c.FPDFBitmap_CreateEx(self._width, self._height, c.FPDFBitmap_Gray, None, 0)
        try:
            c.FPDFBitmap_FillRect(bitmap, 0, 0, self._width, self._height, 0xFFFFFFFF)
            c.FPDF_RenderPageBitmap(bitmap, page, 0, 0, self._width, self._height, 0, c.FPDF_GRAYSCALE)
            self._stride = c.FPDFBitmap_GetStride(bitmap)
            size = self._stride * self._height
            self._pixels = bytes(memoryview((c.c_ubyte * size).from_address(c.FPDFBitmap_GetBuffer(bitmap))))
        finally:
            c.FPDFBitmap_Destroy(bitmap)

    def shows(self, box: BBox) -> bool:
        """Whether there is ink in a box, or none of the box is on the page, so that nothing can be said."""
        x0, top, x1, bottom = (edge * self._scale for edge in box)
        left, right = max(int(x0), 0), min(int(x1) + 1, self._width)
        first, last = max(round(top), 0), min(max(round(bottom), round(top) + 1), self._height)
        if left >= right or first >= last:
            return True
        lines = [self._pixels[row * self._stride + left : row * self._stride + right] for row in range(first, last)]
        return max(map(max, lines)) - min(map(min, lines)) >= INK.contrast


def hide_unseen(drawing: Drawing, spans: Iterable[Span], others: Sequence[Span] = ()) -> None:
    """Mark the runs that leave no ink; ink of `others` that lie over a run is not its own."""
    for span in spans:
        if _has_letters(span) and not any(map(drawing.shows, _free(_band(span), others))):
            span.hidden = True


def hide_without_ink(drawing: Drawing, page: Page) -> None:
    """Mark the runs of a page that leave no ink, where most do."""
    seen = [span for span in page.spans if not span.hidden and _has_letters(span)]
    unseen = [span for span in seen if not drawing.shows(_band(span))]
    if sum([len(span.text) for span in unseen]) <= INK.most * sum([len(span.text) for span in seen]):
        for span in unseen:
            span.hidden = True


def _has_letters(span: Span) -> bool:
    """Whether ink can be asked for: points and accents alone may leave too little."""
    return any(map(str.isalnum, span.text))


def _band(span: Span) -> BBox:
    """Where the ink of small letters is; of rotated runs, the whole box."""
    if span.sideways or span.bottom - span.top > ROTATED * span.size:
        return (span.x0, span.top, span.x1, span.bottom)
    return (span.x0, span.baseline - INK.over * span.size, span.x1, span.baseline - INK.under * span.size)


def _free(band: BBox, others: Sequence[Span]) -> list[BBox]:
    """The parts of a band that no other run lies over, from left to right."""
    x0, top, x1, bottom = band
    over = sorted((one.x0 - 1, one.x1 + 1) for one in others if one.top < bottom and one.bottom > top)
    parts: list[BBox] = []
    for left, right in over:
        if right <= x0 or left >= x1:
            continue
        if left > x0 + 1:
            parts.append((x0, top, left, bottom))
        x0 = max(x0, right)
    if x1 > x0 + 1:
        parts.append((x0, top, x1, bottom))
    return parts


@rule("hidden.light", source="hidden text: white type on white paper")
def is_light(color: int) -> bool:
    """Type of this colour may not stand out from paper."""
    least = INK.light
    return color >> 16 >= least and color >> 8 & 0xFF >= least and color & 0xFF >= least


@rule("hidden.covered", source="hidden text: an opaque shape or picture over it, as in redacted papers")
def covers_text(shape: Shape) -> bool:
    """A shape may hide the runs that were drawn before it."""
    return shape.before > 0


@rule("hidden.ground", source="hidden text: type of the colour of the shape on which it stands")
def is_ground(shape: Shape) -> bool:
    """Type of the colour of a shape may not stand out from it; a picture has no colour."""
    return shape.color is not None


def doubtful(spans: Sequence[Span], shapes: Sequence[Shape]) -> tuple[list[Span], dict[int, list[Span]]]:
    """The runs of a page that may be hidden by their colour or by a shape.

    Args:
        spans: the runs in the order in which they are drawn.
        shapes: the filled areas and pictures of the page.

    Returns:
        Runs that may have the colour of their ground; and those under shapes drawn later, by the number of runs that
        were drawn before the shape.
    """
    pale = [span for span in spans if span.color and is_light.applies(span.color) and not span.hidden]
    covered: dict[int, list[Span]] = {}
    for shape in shapes[: INK.shapes]:
        x0, top, x1, bottom = shape.box
        for span in spans[: shape.before] if covers_text.applies(shape) else ():
            if top <= span.baseline <= bottom and x0 - 1 <= span.x0 and span.x1 <= x1 + 1 and not span.hidden:
                covered.setdefault(shape.before, []).append(span)
        if shape.color is not None and is_ground.applies(shape):
            pale += [
                span
                for span in spans[shape.before :]
                if _alike(span.color, shape.color)
                and top <= span.baseline <= bottom
                and x0 - 1 <= span.x0
                and span.x1 <= x1 + 1
                and not span.hidden
            ]
    return pale, covered


@lru_cache(maxsize=256)  # a page has few colours, and many runs on its grounds
def _alike(one: int, other: int) -> bool:
    return one == other or all(abs((one >> by & 0xFF) - (other >> by & 0xFF)) <= INK.same for by in (16, 8, 0))


class Painter:
    """Draws pages of a file for an engine that cannot."""

    def __init__(self, data: bytes, password: str | None) -> None:
        try:
            self._pdf: Document | None = Document(data, password or None)
        except Refused:
            self._pdf = None

    def drawing(self, number: int) -> Drawing | None:
        """A page by its number, counted from 1; None where PDFium cannot open it."""
        page = c.FPDF_LoadPage(self._pdf.raw, number - 1) if self._pdf else None
        if not page:
            return None
        try:
            return Drawing(page, c.FPDF_GetPageWidthF(page), c.FPDF_GetPageHeightF(page))
        finally:
            c.FPDF_ClosePage(page)

    def close(self) -> None:
        """Let go of the file."""
        if self._pdf:
            self._pdf.close()
