"""The languages whose pictures can be read. Imports nothing heavy: a command line can name them without the extra."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["HAN", "LANGUAGES", "LATIN", "OTHER", "RIGHT_TO_LEFT", "Language", "Letters", "Script", "language_of"]

Script = Literal["latin", "han", "other"]
Letters = Literal["latin", "arabic", "han"]
"""Kinds of letters by their shape: separate ones on a line, joined ones, and signs of several pieces."""


@dataclass(frozen=True, slots=True)
class Language:
    """What a paper is written in: its script, and the codes of Tesseract; none where PP-OCR reads it alone."""

    script: Script
    codes: tuple[str, ...] = ()


#: Code of the contract (ISO 639-1) to that of Tesseract's data.
LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "chi_sim"}

#: Codes of Tesseract by script: those that PP-OCR reads as well, that which it reads alone, and the others.
LATIN: tuple[str, ...] = ("eng", "fra", "spa")
HAN = "chi_sim"
OTHER: tuple[str, ...] = ("rus", "ara")
#: The language that is written from right to left.
RIGHT_TO_LEFT = "ara"

#: The language of some lines has at least so many of its small words, and twice as many as each other.
_LEAST = 3


def language_of(text: str) -> str | None:
    """The language of Latin letters that a text is in, as a code of Tesseract; None where its words do not say it."""
    from extractor.lexicon.files import read_tables

    small = read_tables("parts/stopwords.toml")["stop_words"]
    printed = text.casefold().replace("’", " ").replace("'", " ").split()
    latin = ((code, small[language]) for language, code in LANGUAGES.items() if code in LATIN)
    counts = sorted(((sum(word in known for word in printed), code) for code, known in latin), reverse=True)
    (most, code), (second, _), *_ = counts
    return code if most >= _LEAST and most >= 2 * second else None
