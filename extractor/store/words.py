"""The words of a text as the search index has them, the same on every database.

Letters lose case and diacritics; blanks part the words; a Chinese or Japanese character is a word of its own, for
nothing parts the words of those scripts. The databases' own tokenisers then have nothing left to disagree about.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["spans", "words"]

# Kana, the unified ideographs and their compatibility forms and extensions.
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_WORD = re.compile(f"[{_IDEOGRAPHS}]|[^\\W_{_IDEOGRAPHS}](?:[^\\W_{_IDEOGRAPHS}]|[\u0300-\u036f\u064b-\u065f])*")
_IN_WORD = re.compile(f"[{_IDEOGRAPHS}]|[^\\W_{_IDEOGRAPHS}]+")
_TATWEEL = "\u0640"  # lengthens Arabic words without meaning anything

# Longer runs of letters are data, not words; PostgreSQL would leave out those of more than 2 KB.
_LONGEST = 100


def words(text: str) -> list[str]:
    """The words of ``text`` in order: ``Réunion 7/1`` gives ``reunion``, ``7`` and ``1``."""
    if text.isascii():
        folded = text.lower()
    else:
        parts = unicodedata.normalize("NFKD", text).replace(_TATWEEL, "").casefold()
        folded = "".join(char for char in unicodedata.normalize("NFKD", parts) if not unicodedata.combining(char))
    return [word[:_LONGEST] for word in _IN_WORD.findall(folded)]


def spans(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """The printed words of ``text``: where each starts and ends, and the words of the index that it is."""
    for found in _WORD.finditer(text):
        yield found.start(), found.end(), words(found[0])
