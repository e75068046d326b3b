"""What PDFium says of single glyphs: their advance and side bearings, and where they stand inside a text object.

PDFium boxes text objects by ink. A comma's ink begins well to the right of where the comma does, which looks like a
blank before it; the side bearings turn the ink's box into that of the advance, which all gaps between words are
measured by.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.reading import pdfium_calls as call
from extractor.reading.fonts import plain_text
from extractor.reading.glyphs import Face, Glyph

#: Glyph outlines of more segments are pictures; their side bearings are taken for nothing.
_MAX_SEGMENTS = 2_000


class Metrics:
    """Measures of the glyphs of one font in ems, asked of PDFium once each."""

    def __init__(self) -> None:
        self._advances: dict[str, float] = {}
        self._bearings: dict[str, tuple[float, float]] = {}
        self._told = call.Floats(2)

    def advance(self, font: int, char: str) -> float:
        """The advance of a character; zero where the font does not say."""
        known = self._advances.get(char)
        if known is None:
            told = font and call.get_glyph_width(font, ord(char), 1000.0, self._told.at[0])
            known = self._advances[char] = self._told.values[0] / 1000 if told else 0.0
        return known

    def width(self, font: int, text: str) -> float:
        """The width of a text set without kerning."""
        known = self._advances
        try:
            return sum([known[char] for char in text])
        except KeyError:
            return sum([self.advance(font, char) for char in text])

    def bearings(self, font: int, char: str) -> tuple[float, float]:
        """The side bearings of a character, left and right; zeros where the font does not say."""
        known = self._bearings.get(char)
        if known is None:
            known = self._bearings[char] = self._measure(font, char)
        return known

    def _measure(self, font: int, char: str) -> tuple[float, float]:
        advance = self.advance(font, char)
        path = call.get_glyph_path(font, ord(char), 1000.0) if advance else None
        count = call.count_glyph_segments(path) if path else 0
        if not 0 < count <= _MAX_SEGMENTS:
            return (0.0, 0.0)
        (x, y), told = self._told.at, self._told.values
        xs = [told[0] for index in range(count) if call.get_point(call.get_glyph_segment(path, index), x, y)]
        left, right = min(xs), advance - max(xs)
        # Beyond half an em the outline is not that of the glyph drawn (a font that stands in for a missing one).
        return (left, right) if max(abs(left), abs(right)) < 0.5 else (0.0, 0.0)


class Places:
    """Where the single glyphs of a page's text objects stand."""

    def __init__(self, text_page: int) -> None:
        self._text_page = text_page
        self._edges = call.Floats(4)
        self._origin = call.Doubles(2)

    def glyphs(self, obj: int, view: Sequence[float], like: Glyph, advance: Callable[[str], float]) -> list[Glyph]:
        """The glyphs of a text object in order, with size, face and colour of `like`; none when PDFium does not tell.

        Args:
            obj: the text object.
            view: the matrix from page space to view space.
            like: gives all that the glyphs share.
            advance: width of a character in points.
        """
        page, (x_at, y_at), origin = self._text_page, self._origin.at, self._origin.values
        a, b, c, d, e, f = view
        size, face, color, hidden = like.size, like.face, like.color, like.hidden
        found: list[Glyph] = []
        for index in self._range(obj):
            if call.is_generated(page, index) == 1:
                continue
            if not call.get_origin(page, index, x_at, y_at):
                return []
            x, y = origin
            char = chr(call.get_unicode(page, index))
            at = (x * a + y * c + e, x * b + y * d + f)
            found.append(Glyph(plain_text(char), *at, advance(char), 0.0, size, face, color, hidden))
        return found

    def _range(self, obj: int) -> range:
        """The indices of an object's characters: from one found at its left end, as far as the object reaches."""
        call.get_bounds(obj, *self._edges.at)
        left, bottom, _, top = self._edges.values
        height = top - bottom
        page = self._text_page
        at = call.char_at(page, left + 1, bottom + height / 2, 0.2 * height + 2, 0.5 * height + 1)
        if at < 0 or call.text_object(page, at) != obj:
            return range(0)
        first = last = at
        while first > 0 and call.text_object(page, first - 1) == obj:
            first -= 1
        # a generated blank belongs to no object
        while call.text_object(page, last + 1) == obj or call.text_object(page, last + 2) == obj:
            last += 1
        return range(first, last + 1)


def shared(size: float, face: Face, color: int, hidden: bool) -> Glyph:
    """A glyph that only carries what the glyphs of one text object share."""
    return Glyph("", 0.0, 0.0, 0.0, 0.0, size, face, color, hidden)
