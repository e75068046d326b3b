"""Which recogniser is believed, from what each has read: of lone pieces, of other scripts, and of raised marks.

Needs no extra, so that its rules can be tried on recorded words. Which of two readings of one line is taken word by
word, :mod:`extractor.reading.ocr.votes` says.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.built import compiled
from extractor.reading.ocr.recognise import Reading, Word
from extractor.reading.ocr.settings import OCR
from extractor.reading.ocr.votes import has_words, is_garbled
from extractor.rules import first, rule

if TYPE_CHECKING:
    from extractor.reading.ocr.parts import Part

__all__ = [
    "ALONE",
    "code_of",
    "grouped",
    "is_known",
    "is_latin",
    "is_mostly_again",
    "is_own_script",
    "is_plain",
    "mark_of",
    "part_of",
]

#: A letter that PP-OCR does not know.
_OTHER_LETTER = compiled(r"[\u0400-\u08ff]")
#: What stands in Latin letters and digits in papers of other scripts: symbols, parts, numbers, hours, addresses,
#: Roman numerals.
_CODE = compiled(
    r"[.,:;]?[(«\"]?(?:https?:\S+|www\.\S+|[A-Z]{1,8}[/.][A-Za-z0-9./-]*[A-Za-z0-9]|(?:Add|Corr|Rev|Res)\.\d+|[IVXLC]{2,7}"
    r"|\d[\d/.:–-]*\d|\d+/[A-Z0-9./]*[A-Z0-9])[)».,;:\"]{0,3}"
)
#: A word in Latin letters as it may stand in such a paper, a number or a date.
_PROSE = compiled(r"(?:[A-Z]?[a-z]+|[A-Z]{1,8}|[(*]?[A-Z]?[\d./:*–-]+|\([A-Z]\))[.,:*)]{0,2}")
_DATE = compiled(r"\d{1,2} \S+ \d{4}")
#: The Arabic word for and, glued to the part of a symbol that its reader does not know, and that part.
_GLUED = compiled(r"و[\d.)(]{3,}")
_PART = compiled(r"(?:Add|Corr|Rev)\.(\d+)\)?")
#: The number of an item as tables have it.
_ITEM = compiled(r"(?:\d{1,2}\s?)?(?:\(?[a-z]\)\s?)?(?:\(?[ivx]{1,4}\))?[.,;]?")


# Short pieces in Latin letters, which PP-OCR reads first: Tesseract has nothing to go by


@rule("readers.label", source="lone labels, symbols and hours: Tesseract gives `2.` as `Ds`")
def is_label(alone: Reading, _english: bool, /) -> bool:
    """A piece without words."""
    return not has_words(alone)


@rule("readers.english", source="PP-OCR takes letters with accents for others, and English has none")
def is_plain_english(alone: Reading, english: bool, /) -> bool:
    """A piece in English without digits where letters must stand."""
    return english and not is_garbled(alone.words)


#: What PP-OCR reads by itself; of other short pieces both readings are compared.
ALONE = (is_label, is_plain_english)


@rule("readers.mostly_again", source="measured: a line costs no more than the words of most of it one by one")
def is_mostly_again(widths: Sequence[int], width: int) -> bool:
    """Words that must be read a second time, which take most of the width of their line: it is read as a whole."""
    return sum(widths) > OCR.most_again * width


# Pieces in other scripts, whose letters PP-OCR does not know


def is_plain(reading: Reading, room: float) -> bool:
    """Whether a short piece holds nothing but what PP-OCR reads: digits and Latin letters.

    Args:
        reading: what PP-OCR made of it.
        room: how many letters it has room for.
    """
    text = reading.text.replace(" ", "")
    if not text or not text.isascii() or not is_covered.applies(text, room):
        return False
    return first(PLAIN, reading, text, room) is not None


@rule("readers.covered", source="of words in other letters PP-OCR gives a letter or two", otherwise=True)
def is_covered(text: str, room: float) -> bool:
    """A text of about as many letters as its picture has room for."""
    return len(text) > OCR.plain_cover * room


@rule("readers.item", source="item numbers in tables: `1 (a)`; letters of other scripts look like them")
def is_item(reading: Reading, text: str, _room: float, /) -> bool:
    """The number of an item, of which PP-OCR is very sure."""
    return _ITEM.fullmatch(text) is not None and reading.confidence >= OCR.sure_item


@rule("readers.digits", source="hours, dates and numbers stand in digits in papers of all scripts")
def is_in_digits(reading: Reading, text: str, _room: float, /) -> bool:
    """Digits without letters, of which PP-OCR is sure."""
    return _is_sure(reading, text) and not any(map(str.isalpha, text))


@rule("readers.symbol", source="symbols are printed in Latin letters in papers of all scripts")
def is_symbol(reading: Reading, text: str, room: float, /) -> bool:
    """A symbol from one end to the other: what stands beside it would be lost."""
    return _is_sure(reading, text) and "/" in text and len(text) > OCR.code_cover * room


#: What PP-OCR reads by itself of other scripts.
PLAIN = (is_item, is_in_digits, is_symbol)


def _is_sure(reading: Reading, text: str) -> bool:
    return reading.confidence >= OCR.sure and not _ITEM.fullmatch(text)


@rule("readers.own_script", source="measured: what Tesseract reads in its own letters is lost to it under 50 of 100")
def is_own_script(reading: Reading) -> bool:
    """A reading of Tesseract that holds letters of its script and is no guess; a date must be sure."""
    least = OCR.doubtful if _DATE.fullmatch(reading.text) else OCR.lost
    return bool(reading.words) and reading.confidence >= least and _OTHER_LETTER.search(reading.text) is not None


def is_latin(reading: Reading, room: float) -> bool:
    """Whether PP-OCR has read a piece in Latin letters from one end to the other."""
    return is_prose.applies(reading) and is_covered.applies(reading.text.replace(" ", ""), room)


@rule(
    "readers.prose",
    source="names in Latin letters; of other scripts PP-OCR makes no words",
    otherwise=True,
)
def is_prose(reading: Reading) -> bool:
    """A reading of words and numbers, of which PP-OCR is quite sure."""
    return reading.confidence >= OCR.quite_sure and all(_PROSE.fullmatch(word) for word in reading.text.split())


@rule("readers.known", source="measured: words in the letters of Tesseract's script are right from 85 on")
def is_known(word: Word) -> bool:
    """A word of Tesseract that is not read again: in its letters, sure, and no symbol."""
    return (
        word.confidence >= OCR.doubtful
        and "/" not in word.text
        and not _GLUED.fullmatch(word.text)
        and _OTHER_LETTER.search(word.text) is not None
    )


def grouped(words: Sequence[Word]) -> list[list[Word]]:
    """The words of a line one by one, those that are lost together."""
    found: list[list[Word]] = []
    for word in words:
        if found and is_lost.applies(found[-1][-1], word):
            found[-1].append(word)
        else:
            found.append([word])
    return found


@rule("readers.lost", source="symbols in Arabic and Russian lines: Tesseract makes several words of one")
def is_lost(before: Word, word: Word) -> bool:
    """Two words side by side of which Tesseract makes nothing: they are read again as one."""
    return word.confidence < OCR.lost and before.confidence < OCR.lost


@rule("readers.part", source="Arabic: `وAdd.1` is one word of two scripts", otherwise=None)
def part_of(word: Word, second: Reading) -> str | None:
    """The Arabic word for and, glued to the part of a symbol as PP-OCR sees it."""
    part = _PART.search(second.text.replace(" ", "")) if _GLUED.fullmatch(word.text) else None
    if part is None:
        return None
    # The word for and is read as a 9 behind the number.
    number = part[1] if len(part[1]) == 1 else part[1].removesuffix("9")
    return f"{word.text[0]}{part.group().replace(part[1], number)}"


@rule(
    "readers.code",
    source="lines of other scripts hold symbols and addresses in Latin letters",
    otherwise=None,
)
def code_of(second: Reading) -> str | None:
    """A symbol, number or address of which PP-OCR is sure."""
    text = second.text.replace(" ", "")
    return text if second.confidence >= OCR.sure and _CODE.fullmatch(text) else None


# Raised marks

#: What a recogniser makes of raised stars and digits.
_MARKS = str.maketrans(
    {
        **dict.fromkeys("x×＊∗", "*"),
        **dict.fromkeys("lIi!|'’", "1"),
        **dict.fromkeys("oO", "0"),
        **dict.fromkeys("zZ", "2"),
    }
    | {"S": "5", "B": "8", **dict.fromkeys(".,·", "")}
)
#: The raised ending of an ordinal: `23rd`, `1er`.
_ENDING = compiled(r"[a-zéè]{2,4}")
#: A letter that marks a note of a table.
_LETTER = compiled(r"[a-z]")


def mark_of(reading: Reading, parts: Sequence[Part], width: int) -> Reading:
    """A raised mark: digits or stars, a letter, or the ending of an ordinal; nothing when it is none of them.

    Args:
        reading: what PP-OCR made of it.
        parts: its pieces of ink.
        width: that of its picture, in pixels.
    """
    text = reading.text.replace(" ", "")
    if not is_ending.applies(text, parts):
        text = text.translate(_MARKS)
        if not is_note_letter.applies(text, reading) and not _is_mark(text):
            stars = are_stars.applies(parts)
            return Reading((Word("*" * len(parts), 0, width, OCR.doubtful),)) if stars else Reading()
    return Reading((Word(text, 0, width, reading.confidence),))


def _is_mark(text: str) -> bool:
    return bool(text) and all(char.isdigit() or char == "*" for char in text)


@rule("readers.ending", source="ordinals: `23rd`, `1er` in raised letters")
def is_ending(text: str, parts: Sequence[Part]) -> bool:
    """The raised ending of an ordinal, of several letters."""
    return _ENDING.fullmatch(text) is not None and len(parts) > 1


@rule("readers.note_letter", source="tables: their notes are marked by small letters")
def is_note_letter(text: str, reading: Reading) -> bool:
    """A letter that marks a note, of which PP-OCR is sure."""
    return _LETTER.fullmatch(text) is not None and reading.confidence >= OCR.doubtful


@rule("readers.stars", source="bad scans: a star is read as many things; it is as wide as high, and digits are slimmer")
def are_stars(parts: Sequence[Part]) -> bool:
    """Pieces of ink that are all as wide as high."""
    return all(OCR.star_least < part.width / part.height < OCR.star_most for part in parts)
