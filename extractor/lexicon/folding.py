"""Folding of words for comparison, the same for the words of the lexicon and the texts of papers.

Capitals are printed without accents in French and Spanish (format catalogue 1.3), Arabic with or without its vowel
signs. What must keep its offsets is folded sign by sign instead: ``grammar/calendar/fold.py``,
``grammar/symbols/fold.py``.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from extractor.built import compiled
from extractor.lexicon.signs import INVISIBLE, VOWEL_SIGNS

_MARKS = compiled(f"[\u0300-\u036f{VOWEL_SIGNS}{INVISIBLE}]")


@lru_cache(maxsize=4096)  # a line is asked about many times while its part is sought
def fold(text: str) -> str:
    """Case folded, accents, Arabic vowel signs and signs without width off, apostrophes straight, spaces folded."""
    if not text.isascii():
        text = fold_pattern(text).replace("’", "'").replace("‘", "'")
    return " ".join(text.casefold().split())


def fold_pattern(pattern: str) -> str:
    """Take marks off the letters of a pattern, so that it matches folded text; its signs are left."""
    return pattern if pattern.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", pattern))
