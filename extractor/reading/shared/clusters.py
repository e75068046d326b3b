"""Clusters of glyphs of which the file says what they spell: marked content with the entry `ActualText`.

Chromium and LibreOffice write it where a letter is drawn in several glyphs or a glyph has no letter of its own: Arabic
letters with their dots and vowel signs apart (PDF 32000-1, 14.9.4).
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.built import compiled
from extractor.reading.shared.glyphs import Glyph
from extractor.records import Struct, replace
from extractor.rules import rule

#: A cluster spells no more characters, and is drawn in no more glyphs; what is longer is a phrase with a reading.
LONGEST, MOST_GLYPHS = 8, 12
#: ... and it is no wider than so many ems.
WIDEST = 4.0
_DIRECTIONS = compiled("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Tagged(Struct, frozen=True):
    """Marked content that says what it spells, and the number of glyphs drawn before it."""

    text: str
    start: int


@rule(
    "glyphs.cluster",
    source="Arabic papers of Chromium and LibreOffice: `\u064a\u064f` in two glyphs, one of them without a letter",
)
def is_cluster(text: str, glyphs: Sequence[Glyph]) -> bool:
    """A few glyphs close together spell the few letters that the marked content names."""
    if len(text) > LONGEST or not 0 < len(glyphs) <= MOST_GLYPHS:
        return False
    first = glyphs[0]
    if any(one.hidden is not first.hidden or one.upright is not first.upright for one in glyphs):
        return False
    return max(one.x1 for one in glyphs) - min(one.x0 for one in glyphs) <= WIDEST * first.size


def spelled(text: str, glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs of marked content as one that spells its text, where they are a cluster."""
    if not is_cluster.applies(text, glyphs):
        return list(glyphs)
    text = _DIRECTIONS.sub("", text)
    if not text:
        return []
    widest = max(glyphs, key=lambda one: abs(one.dx))
    left, right = min(one.x0 for one in glyphs), max(one.x1 for one in glyphs)
    return [replace(widest, text=text, x=left, dx=right - left)]
