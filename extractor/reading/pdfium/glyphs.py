"""What PDFium says of single glyphs: their advance and side bearings, and where they stand inside a text object.

PDFium boxes text objects by ink. A comma's ink begins well to the right of where the comma does, which looks like a
blank before it; the side bearings turn the ink's box into that of the advance, which all gaps between words are
measured by.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from extractor.built import compiled
from extractor.median import median
from extractor.reading.pdfium import calls as call
from extractor.reading.pdfium.text import PageText
from extractor.reading.shared.fonts import plain_text
from extractor.reading.shared.glyphs import BLANK_GAP, OVERLAP, RUN_GAP

_WORD = compiled(r"\S+")
#: Glyph outlines of more segments are pictures; their side bearings are taken for nothing.
_MAX_SEGMENTS = 2_000
#: Fewer letters do not show that they are set apart.
LEAST_APART = 3
#: Beyond so many ems the outline is not that of the glyph drawn (a font that stands in for a missing one).
MOST_BEARING = 0.5


class Metrics:
    """Measures of the glyphs of one font in ems, asked of PDFium once each."""

    def __init__(self) -> None:
        self._advances: dict[str, float] = {}
        self._bearings: dict[str, tuple[float, float]] = {}
        #: Right side bearings that are known: what the pen moves on behind the ink.
        self.behind: dict[str, float] = {}
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
            return sum(map(known.__getitem__, text))
        except KeyError:
            for char in set(text).difference(known):
                self.advance(font, char)
            return sum(map(known.__getitem__, text))

    def bearings(self, font: int, char: str) -> tuple[float, float]:
        """The side bearings of a character, left and right; zeros where the font does not say."""
        known = self._bearings.get(char)
        if known is None:
            known = self._bearings[char] = self._measure(font, char)
        return known

    def behind_ink(self, font: int, char: str, reach: float | None) -> float:
        """The right side bearing of a character, remembered in `behind`.

        Args:
            font: the font's handle.
            char: the character.
            reach: how far its ink reaches from its origin, in ems; None when the outline must be asked, which costs
                two calls for each of its points.
        """
        bearing = None if reach is None else self.advance(font, char) - reach
        if bearing is None or abs(bearing) >= MOST_BEARING:
            bearing = self.bearings(font, char)[1]
        self.behind[char] = bearing
        return bearing

    def _measure(self, font: int, char: str) -> tuple[float, float]:
        advance = self.advance(font, char)
        path = call.get_glyph_path(font, ord(char), 1000.0) if advance else None
        count = call.count_glyph_segments(path) if path else 0
        if not 0 < count <= _MAX_SEGMENTS:
            return (0.0, 0.0)
        (x, y), told = self._told.at, self._told.values
        segments = [call.given(call.get_glyph_segment(path, index)) for index in range(count)]
        xs = [told[0] for segment in segments if call.get_point(segment, x, y)]
        left, right = min(xs), advance - max(xs)
        return (left, right) if max(abs(left), abs(right)) < MOST_BEARING else (0.0, 0.0)


class Places:
    """Where the single glyphs of a page's upright text objects stand, for objects that lie on the page itself."""

    def __init__(self, text_page: int, text: PageText, view: Sequence[float]) -> None:
        self._text_page, self._text, self._view = call.given(text_page), text, view
        self._origin = call.Doubles(2)

    def pen(self, obj: int, char: str) -> float | None:
        """Where the last glyph of a text object begins (points from the left), if it is this character.

        None where PDFium does not tell.
        """
        runs = self._text.runs.get(obj)
        if runs is None:
            return None
        last = runs[-1][1] - 1
        return self._begin(last) if self._text.chars[last] == char else None

    def blank(self, obj: int) -> float | None:
        """Where the blanks begin (points from the left) that a text object draws at its end; None where it draws none.

        There the pen stood behind its last word.
        """
        runs = self._text.runs.get(obj)
        if runs is None:
            return None
        start, end = runs[-1]
        chars = self._text.chars
        first = end
        while first > start and chars[first - 1] == " ":
            first -= 1
        return self._begin(first) if start < first < end else None

    def parts(
        self, obj: int, text: str, advance: Mapping[str, float], size: float
    ) -> list[tuple[str, float, float]] | None:
        """The runs of a text object that wide gaps part: their texts, left and right edges.

        Args:
            obj: the text object.
            text: what it says.
            advance: the widths of its characters in points.
            size: its type size in points.

        Returns:
            The runs in order; None where PDFium does not tell where its glyphs stand.
        """
        runs = self._text.runs.get(obj)
        if runs is None or len(runs) > 1 or not text.isprintable():
            return None
        first = runs[0][0]
        if text[0] == " " != self._text.chars[first]:
            text = text.lstrip()  # PDFium's own blank before the object
        spans: list[tuple[str, float, float]] = []
        begun = 0
        left = right = 0.0
        for word in _WORD.finditer(text):
            start, end = word.span()
            x0, last = self._begin(first + start), self._begin(first + end - 1)
            if x0 is None or last is None or not self._says(first + start, text[start], first + end - 1, text[end - 1]):
                return None
            if start and not -OVERLAP * size <= x0 - right <= RUN_GAP * size:
                spans.append((text[begun:start].rstrip(), left, right))
                begun = start
            if begun == start:
                left = x0
            right = last + advance[text[end - 1]]
        return [*spans, (text[begun:].rstrip(), left, right)]

    def joined(self, obj: int, advance: Callable[[str], float], size: float) -> str | None:
        """What a text object says whose letters are set apart, which PDFium reads as words of one letter.

        Args:
            obj: the text object.
            advance: the width of a character in points.
            size: its type size in points.

        Returns:
            The text with spaces only where the gaps are wider than between letters; None where PDFium does not tell.
        """
        runs = self._text.runs.get(obj)
        if runs is None or len(runs) > 1:
            return None
        chars = self._text.chars
        places = [at for at in range(*runs[0]) if not chars[at].isspace()]
        begins = [self._begin(at) for at in places]
        text = chars[places[0]] if places else ""
        known = [begin for begin in begins if begin is not None]
        if len(known) < len(places) or len(places) < LEAST_APART:
            return None
        gaps = [
            after - before - advance(chars[at]) for at, (before, after) in zip(places, pairwise(known), strict=False)
        ]
        usual = median(gaps)
        if usual > RUN_GAP * size:  # the cells of a row, not the letters of a word
            return None
        for at, gap in zip(places[1:], gaps, strict=True):
            text += (" " if gap > usual + BLANK_GAP * size else "") + chars[at]
        return text

    def _says(self, first: int, begin: str, last: int, end: str) -> bool:
        """Whether a word's first and last characters are where they are looked for."""
        chars = self._text.chars
        return plain_text(chars[first : first + 1]) == begin and plain_text(chars[last : last + 1]) == end

    def _begin(self, at: int) -> float | None:
        """The left edge of a character, None where PDFium does not tell."""
        if not call.get_origin(self._text_page, at, *self._origin.at):
            return None
        (x, y), view = self._origin.values, self._view
        return float(x * view[0] + y * view[2] + view[4])
