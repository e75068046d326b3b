"""What running heads and feet say: symbol, page and job numbers, bar code, recycling note."""

from __future__ import annotations

import re
from functools import cache

from extractor.built import compiled
from extractor.grammar.symbols.fold import fold, latinize
from extractor.lexicon.signs import DASH
from extractor.lexicon.words import either, words
from extractor.rules import first, rule

#: Job numbers of the stations, with language letter, processing dates and reissue star (UN facts 4).
#: On right-to-left pages the letter may stand before the number: `(A) 33-09981`.
JOB_NUMBER = compiled(
    r"(?<![\w/.-])(?:[()]A[()]\s)?(?P<number>(?:(?:GE|ECE|Na|NA|[VKNBSLCEM])\.\s?|[BS])?\d{2}-\s?\d{5}(?:\s?X)?"
    r"|(?:GE|ECE|Na|NA|[Vv])\.\s?\d{2}-\s?\d{4}(?!\d)|[BKSV]\.?\d{5,7}|[A-Z]\d{2}-\d{3,5})(?P<star>\*?)"
    r"(?:\s*[()\[](?P<language>[ACEFRSG])[()\]])?(?P<dates>(?:\s+\d{5,6}(?!\d))*)",
)
_MORE = compiled(r"/\s?(?:\.\s?){3}|/\s?…")
_RUNNING = r"[A-Z][A-Za-z0-9&()\[\]]*+(?:[.–-][A-Za-z0-9&()\[\]_.…–-]*+)?+/[A-Za-z0-9&()\[\]_./…*–-]++"
_BAR_CODE = compiled(r"\*?\s?[0-9NVKGEX ]{7,16}\s?\*?")
_BARS = r"(?:\*?\s?[0-9NVKGEX ]{7,16}\s?\*?)?"
_RECYCLE = "|".join(word.replace(" ", r"\s*") for word in words("page", "furniture.recycling"))
_RECYCLED = compiled(rf"{_BARS}.{{0,4}}(?:{_RECYCLE}).{{0,6}}{_BARS}", re.IGNORECASE)
_LANGUAGE_LETTER = compiled(r"\([ACEFRS]\)|[A-Z]{2}")
_DATES = compiled(r"\d{6}(?:\s+\d{6})*")
_SURELY_BAR = compiled(r"\*\s?[0-9NVKGEX ]{7,16}\s?\*?|[0-9]{7}")


def _number() -> str:
    page = rf"(?:{DASH}\s*)?(?:(?i:{either('layout', 'page')})\s+)?\d{{1,4}}(?:\s*{DASH})?"
    return rf"{page}|\d{{1,4}}\s?/\s?\d{{1,4}}|[ivxl]{{1,6}}"


@cache
def _page_number() -> re.Pattern[str]:
    return compiled(rf"(?:{_number()})")


@cache
def _language() -> re.Pattern[str]:
    return compiled(either("layout", "languages"))


@cache
def _page() -> re.Pattern[str]:
    return compiled(rf"(?:(?:{either('layout', 'languages')})\s+)?(?:{either('layout', 'page')})\s+\S{{1,5}}")


@cache
def _symbol() -> re.Pattern[str]:
    return compiled(rf"{_RUNNING}(?:\s+(?:{_number()}))?")


# What a cell of a running head or foot says: the text has these words and no other.


@rule("furniture.symbol", source="catalogue 1.1: the symbol stands on every page, with the page number in old papers")
def symbol(text: str) -> bool:
    """A symbol, perhaps with a page number behind it."""
    return _symbol().fullmatch(text) is not None


@rule("furniture.page_number", source="catalogue 1.1: `2`, `- 2 -`, `2/9`, `iv`, `page 2`")
def page_number(text: str) -> bool:
    """A page number."""
    return _page_number().fullmatch(text) is not None


@rule("furniture.page", source="papers until 1998: `Page 2`, `English Page 2` below the symbol")
def page_with_number(text: str) -> bool:
    """The word `Page` with what follows it."""
    return _page().fullmatch(text) is not None


@rule("furniture.language", source="papers until 1998: the language of the version between symbol and page number")
def language(text: str) -> bool:
    """The name of a language."""
    return _language().fullmatch(text) is not None


@rule("furniture.more", source="papers until about 1998: `/...` at the foot of pages that go on")
def more(text: str) -> bool:
    """The sign that the text goes on."""
    return _MORE.fullmatch(text) is not None


@rule("furniture.bar_code", source="UN facts 4: the job number again, as a bar code")
def bar_code(text: str) -> bool:
    """The characters of a bar code."""
    return _BAR_CODE.fullmatch(text) is not None


@rule("furniture.recycling", source="catalogue 1.1: `Please recycle` beside its sign")
def recycling(text: str) -> bool:
    """The recycling note."""
    return _RECYCLED.fullmatch(text) is not None


@rule("furniture.language_letter", source="UN facts 4: `(E)` behind the job number, `EN` at the foot of some agencies")
def language_letter(text: str) -> bool:
    """The letters of a language."""
    return _LANGUAGE_LETTER.fullmatch(text) is not None


@rule("furniture.dates", source="UN facts 4: dates of processing behind the job number, `160531 170531`")
def dates(text: str) -> bool:
    """Dates of processing."""
    return _DATES.fullmatch(text) is not None


@rule("furniture.job_number", source="UN facts 4: each station numbers its jobs")
def job_number(text: str) -> bool:
    """A job number, with other words of a foot behind it or nothing."""
    found = JOB_NUMBER.match(text)
    rest = text[found.end() :].strip() if found else ""
    return found is not None and (not rest or first(BESIDE_JOB, rest) is not None)


HEAD_WORDS = (symbol, page_number, page_with_number, language)
#: What may stand behind a job number, in its cell.
BESIDE_JOB = (page_number, more, bar_code, recycling, language, language_letter, dates)
FOOT_WORDS = (job_number, *BESIDE_JOB)


@rule("furniture.look_alikes", source="hyphens that do not break, Cyrillic letters in the symbols of Russian papers")
def has_look_alikes(text: str) -> bool:
    """Signs and letters that look like plain ones are read as these."""
    return not text.isascii()


def plain(text: str) -> str:
    """A text of a running head or foot with plain signs for those that look alike."""
    return latinize(fold(text)) if has_look_alikes.applies(text) else text


def is_surely_foot(text: str) -> bool:
    """Whether a cell begins with a job number, or is a bar code or the recycling note: no head and no text is."""
    return bool(JOB_NUMBER.match(text) or _SURELY_BAR.fullmatch(text) or _RECYCLED.fullmatch(text))
