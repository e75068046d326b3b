"""What PDFium says of single glyphs: their advance and side bearings, and where they stand inside a text object.

PDFium boxes text objects by ink. A comma's ink begins well to the right of where the comma does, which looks like a
blank before it; the side bearings turn the ink's box into that of the advance, which all gaps between words are
measured by.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as c

from extractor.reading.fonts import plain_text
from extractor.reading.glyphs import Face, Glyph

#: Glyph outlines of more segments are pictures; their side bearings are taken for nothing.
_MAX_SEGMENTS = 2_000


class Metrics:
    """Measures of the glyphs of one font in ems, asked of PDFium once each."""

    def __init__(self) -> None:
        self._advances: dict[str, float] = {}
        self._bearings: dict[str, tuple[float, float]] = {}
        self._x, self._y, self._width = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()

    def advance(self, font: Any, char: str) -> float:
        """The advance of a character; zero where the font does not say."""
        known = self._advances.get(char)
        if known is None:
            told = font and c.FPDFFont_GetGlyphWidth(font, ord(char), 1000.0, self._width)
            known = self._advances[char] = self._width.value / 1000 if told else 0.0
        return known

    def width(self, font: Any, text: str) -> float:
        """The width of a text set without kerning."""
        known = self._advances
        try:
            return sum([known[char] for char in text])
        except KeyError:
            return sum([self.advance(font, char) for char in text])

    def bearings(self, font: Any, char: str) -> tuple[float, float]:
        """The side bearings of a character, left and right; zeros where the font does not say."""
        known = self._bearings.get(char)
        if known is None:
            known = self._bearings[char] = self._measure(font, char)
        return known

    def _measure(self, font: Any, char: str) -> tuple[float, float]:
        advance = self.advance(font, char)
        path = c.FPDFFont_GetGlyphPath(font, ord(char), 1000.0) if advance else None
        count = c.FPDFGlyphPath_CountGlyphSegments(path) if path else 0
        if not 0 < count <= _MAX_SEGMENTS:
            return (0.0, 0.0)
        xs = []
        for index in range(count):
            segment = c.FPDFGlyphPath_GetGlyphPathSegment(path, index)
            if c.FPDFPathSegment_GetPoint(segment, self._x, self._y):
                xs.append(self._x.value)
        left, right = min(xs), advance - max(xs)
        # Beyond half an em the outline is not that of the glyph drawn (a font that stands in for a missing one).
        return (left, right) if max(abs(left), abs(right)) < 0.5 else (0.0, 0.0)


class Places:
    """Where the single glyphs of a page's text objects stand."""

    def __init__(self, text_page: Any) -> None:
        self._text_page = text_page
        self._edges = [ctypes.c_float() for _ in range(4)]

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
        x, y = ctypes.c_double(), ctypes.c_double()
        found: list[Glyph] = []
        for index in self._range(obj):
            if c.FPDFText_IsGenerated(self._text_page, index) == 1:
                continue
            if not c.FPDFText_GetCharOrigin(self._text_page, index, x, y):
                return []
            char = chr(c.FPDFText_GetUnicode(self._text_page, index))
            at_x, at_y = to_view(x.value, y.value)
            found.append(like._replace(text=plain_text(char), x=at_x, y=at_y, dx=advance(char), dy=0.0))
        return found

    def _range(self, obj: Any) -> range:
        """The indices of an object's characters: from one found at its left end, as far as the object reaches."""
        left, bottom, right, top = self._edges
        c.FPDFPageObj_GetBounds(obj, left, bottom, right, top)
        height = top.value - bottom.value
        at = c.FPDFText_GetCharIndexAtPos(
            self._text_page, left.value + 1, bottom.value + height / 2, 0.2 * height + 2, 0.5 * height + 1
        )
        key = _address(obj)
        if at < 0 or not self._belongs(at, key):
            return range(0)
        first = last = at
        while first > 0 and self._belongs(first - 1, key):
            first -= 1
        while self._belongs(last + 1, key) or self._belongs(last + 2, key):  # a generated blank belongs to no object
            last += 1
        return range(first, last + 1)

    def _belongs(self, index: int, key: int) -> bool:
        obj = c.FPDFText_GetTextObject(self._text_page, index)
        return bool(obj) and _address(obj) == key


def _address(obj: Any) -> int:
    return ctypes.addressof(obj.contents) if obj else 0


def shared(size: float, face: Face, color: int, hidden: bool) -> Glyph:
    """A glyph that only carries what the glyphs of one text object share."""
    return Glyph("", 0.0, 0.0, 0.0, 0.0, size, face, color, hidden)
