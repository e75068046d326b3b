"""Two readings of one line: which words are taken from which."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from extractor.built import compiled
from extractor.reading.ocr.recognise import Reading, Word
from extractor.reading.ocr.settings import OCR
from extractor.records import replace
from extractor.rules import rule

__all__ = ["as_weak", "has_words", "is_beyond_doubt", "is_code", "is_garbled", "merged", "stretches"]


@rule("votes.code", source="a recogniser that knows words takes strokes and digits for letters, however sure it is")
def is_code(text: str) -> bool:
    """Whether a word is one that a language does not help with: a symbol, a time, a number with letters."""
    return "/" in text or (any(map(str.isdigit, text)) and not text.strip("().,;:").isdigit())


def stretches(first: Reading) -> list[tuple[int, int]]:
    """The words of a reading that a second recogniser must read.

    Those in doubt and codes, each with the word before and behind it, which show where it stands. First and last index
    of each stretch, the last not counted.
    """
    found: list[tuple[int, int]] = []
    for at, word in enumerate(first.words):
        if word.confidence >= OCR.doubtful and not is_code.applies(word.text):
            continue
        start, end = max(at - 1, 0), min(at + 2, len(first.words))
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


@rule("votes.sure_letters", source="measured on mild scans: of words with such letters none was misread")
def is_beyond_doubt(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Whether words of PP-OCR are right though Tesseract reads others.

    PP-OCR is sure of each letter, and both see the same digits, which no language helps with.
    """
    ours, theirs = (
        "".join(filter(str.isdigit, (char for word in words for char in word.text))) for words in (first, second)
    )
    return ours == theirs and all(word.weakest >= OCR.certain for word in second)


def as_weak(word: Word) -> Word:
    """A word that PP-OCR alone has read: as sure as its weakest letter, since its lines are nearly always sure."""
    return replace(word, confidence=min(word.confidence, word.weakest))


def merged(first: Reading, second: Reading) -> Reading:
    """The words of two readings of one line, in doubt where the two did not agree.

    Where they differ, those of the second are taken where the first is in doubt or the word is a code; what is taken
    then keeps the doubt.
    """
    if not second.words:
        return first
    if not first.words:
        return second
    words: list[Word] = []
    ours, theirs = ([word.text.translate(_KEYBOARD) for word in one.words] for one in (first, second))
    for kind, a0, a1, b0, b1 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        mine, other = first.words[a0:a1], second.words[b0:b1]
        if kind == "equal":
            words += [replace(word, confidence=100.0) for word in mine]
        elif kind == "delete":
            words += [word for word in mine if word.confidence >= OCR.doubtful]
        elif kind == "insert":
            words += [as_weak(word) for word in other]
        elif all(word.confidence >= OCR.doubtful and not is_code.applies(word.text) for word in mine):
            words += mine
        else:
            taken = mine if _is_better(mine, other) else other
            if taken is other and is_beyond_doubt.applies(mine, other):
                words += [as_weak(word) for word in other]
            else:
                doubt = min(word.confidence for word in mine)
                words += [replace(word, confidence=min(doubt, word.confidence)) for word in taken]
    return Reading(tuple(words))


_KEYBOARD = str.maketrans("’‘–—", "''--")
#: A digit between or behind small letters: `wil1`, `sess1on`, and one that stands alone behind a word before another.
_GARBLED = compiled(r"[a-z]{2}[01]|[a-z][01][a-z]|[a-z]{2} [01] [a-z]")


def has_words(reading: Reading) -> bool:
    """Whether a reading holds words, and not only labels, numbers and symbols."""
    return re.search(r"[^\W\d_]{4}", reading.text) is not None


def _is_better(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Whether the reading of Tesseract stands against that of PP-OCR."""
    return is_less_garbled.applies(first, second) or has_other_accents.applies(first, second)


@rule("votes.garbled", source="PP-OCR reads letter by letter, and gives l and o as digits within words")
def is_less_garbled(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Whether the second reading alone holds digits where letters must stand."""
    return is_garbled(second) and not is_garbled(first)


@rule("votes.accents", source="PP-OCR knows no language: it gives è as é, and i with an accent as l")
def has_other_accents(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Whether two readings differ in accents alone."""
    ours, theirs = ("".join(word.text for word in words) for words in (first, second))
    return ours != theirs and not ours.isascii() and _plain(ours) == _plain(theirs)


def _plain(text: str) -> str:
    """Text without accents, and with the apostrophe and dash of a keyboard."""
    parts = unicodedata.normalize("NFD", text).translate(_KEYBOARD)
    return "".join(char for char in parts if not unicodedata.combining(char))


def is_garbled(words: Sequence[Word]) -> bool:
    """Whether words hold a digit where a letter must stand."""
    return _GARBLED.search(" ".join([word.text for word in words])) is not None
