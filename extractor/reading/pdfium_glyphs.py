"""What PDFium says of single glyphs: their advance and side bearings, and where they stand inside a text object.

PDFium boxes text objects by ink. A comma's ink begins well to the right of where the comma does, which looks like a
blank before it; the side bearings turn the ink's box into that of the advance, which all gaps between words are
measured by.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, NamedTuple

import pypdfium2.raw as c

from extractor.reading.fonts import plain_text
from extractor.reading.glyphs import Face, Glyph

#: Glyph outlines of more segments are pictures; their side bearings are taken for nothing.
_MAX_SEGMENTS = 2_000


class Metric(NamedTuple):
    """Advance, and side bearings left and right, in ems."""

    advance: float
    left: float
    right: float


_NOTHING = Metric(0.0, 0.0, 0.0)


class Metrics:
    """Measures of the glyphs of one font, asked of PDFium once each."""

    def __init__(self) -> None:
        self._known: dict[str, Metric] = {}
        self._x, self._y, self._width = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()

    def of(self, font: Any, char: str) -> Metric:
        """The metric of a character; zeros where the font does not say."""
        known = self._known.get(char)
        if known is None:
            known = self._known[char] = self._measure(font, char)
        return known

    def advance(self, font: Any, text: str) -> float:
        """The width of a text set without kerning, in ems."""
        known = self._known
        return sum((known.get(char) or self.of(font, char)).advance for char in text)

    def _measure(self, font: Any, char: str) -> Metric:
        if not font or not c.FPDFFont_GetGlyphWidth(font, ord(char), 1000.0, self._width):
            return _NOTHING
        advance = self._width.value / 1000
        path = None if char.isspace() else c.FPDFFont_GetGlyphPath(font, ord(char), 1000.0)
        count = c.FPDFGlyphPath_CountGlyphSegments(path) if path else 0
        if not 0 < count <= _MAX_SEGMENTS or not advance:
            return Metric(advance, 0.0, 0.0)
        xs = []
        for index in range(count):
            segment = c.FPDFGlyphPath_GetGlyphPathSegment(path, index)
            if c.FPDFPathSegment_GetPoint(segment, self._x, self._y):
                xs.append(self._x.value)
        left, right = min(xs), advance - max(xs)
        # Beyond half an em the outline is not that of the glyph drawn (a font that stands in for a missing one).
        return Metric(advance, left, right) if max(abs(left), abs(right)) < 0.5 else Metric(advance, 0.0, 0.0)


class Places:
    """Where the single glyphs of a page's text objects stand; found only when first asked, since it asks for every
    glyph.
    """

    def __init__(self, text_page: Any) -> None:
        self._text_page = text_page
        self._ranges: dict[int, tuple[int, int]] | None = None

    def glyphs(
        self,
        obj: Any,
        to_view: Callable[[float, float], tuple[float, float]],
        like: Glyph,
        advance: Callable[[str], float],
    ) -> list[Glyph]:
        """The glyphs of a text object in order, with size, face and colour of `like`; none when PDFium does not tell.

        Args:
            obj: the text object.
            to_view: page space to view space.
            like: gives all that the glyphs share.
            advance: width of a character in points.
        """
        if self._ranges is None:
            self._ranges = self._find()
        first, last = self._ranges.get(_address(obj), (0, -1))
        x, y = ctypes.c_double(), ctypes.c_double()
        found: list[Glyph] = []
        for index in range(first, last + 1):
            if c.FPDFText_IsGenerated(self._text_page, index) == 1:
                continue
            if not c.FPDFText_GetCharOrigin(self._text_page, index, x, y):
                return []
            char = chr(c.FPDFText_GetUnicode(self._text_page, index))
            at_x, at_y = to_view(x.value, y.value)
            found.append(like._replace(text=plain_text(char), x=at_x, y=at_y, dx=advance(char), dy=0.0))
        return found

    def _find(self) -> dict[int, tuple[int, int]]:
        ranges: dict[int, tuple[int, int]] = {}
        for index in range(c.FPDFText_CountChars(self._text_page)):
            obj = c.FPDFText_GetTextObject(self._text_page, index)
            if obj:
                key = _address(obj)
                first, _ = ranges.get(key, (index, index))
                ranges[key] = (first, index)
        return ranges


def _address(obj: Any) -> int:
    return ctypes.cast(obj, ctypes.c_void_p).value or 0


def shared(size: float, face: Face, color: int, hidden: bool) -> Glyph:
    """A glyph that only carries what the glyphs of one text object share."""
    return Glyph("", 0.0, 0.0, 0.0, 0.0, size, face, color, hidden)
