"""What was read as it stands in print: which readings are text, and the signs that recognisers give as others."""

from __future__ import annotations

from extractor.built import compiled
from extractor.rules import rule

__all__ = ["is_text", "typeset"]

#: No word has one letter more often than so with no other.
_SAME = 4
#: Runs that are text though they hold no letter and no digit.
_SIGNS = frozenset(("*", "**", "***", "•", "·", "–", "—", "-", "…"))

_OPENING = compiled(r"(?:(?<=[\s(\[])|^)[\"\u201f](?=\w)")
#: An upright stroke alone, or a small L that stands like a number: no text has them.
_UPRIGHT = compiled(r"(?<!\S)[|l](?=[.)]?(?:\s|$))")
#: ... and behind a label it is a speck.
_SPECK = compiled(r"(?<=[).:;] )\|\s")
#: Chinese needs no spaces, but where a mark, or the word for and between symbols, would stick to what follows.
_CHINESE = compiled(
    r"(?<=[\u4e00-\u9fff]\*)(?=[\u4e00-\u9fff])|(?<=[\d)])(?=和(?:Add|Corr|Rev)\.)|(?<=和)(?=(?:Add|Corr|Rev)\.)"
)
_WAVE = compiled(r"(?<=\d)~(?=\d)")
_YEARS = compiled(r"(?<=\b(?:19|20)\d\d)-(?=(?:19|20)\d\d\b)")


@rule("ocr.script", source="measured on made scans: stains and stamps are read as Chinese signs")
def is_of_other_script(text: str, han: bool) -> bool:
    """Chinese signs, and no letter or digit beside them, in a paper that is not Chinese."""
    if han or not any("\u3040" <= char <= "\u9fff" for char in text):
        return False
    return not any(char.isascii() and char.isalnum() for char in text)


@rule("ocr.bars", source="bar codes are read as one letter, many times")
def is_of_bars(text: str, _han: bool) -> bool:
    """One letter many times and no other."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) > _SAME and len(set(letters)) == 1


NO_TEXT = (is_of_other_script, is_of_bars)


def is_text(text: str, han: bool) -> bool:
    """Whether what was read is text, and not a stain or an ornament; `han`: its paper is Chinese."""
    if any(one.applies(text, han) for one in NO_TEXT):
        return False
    return any(map(str.isalnum, text)) or text.strip() in _SIGNS


@rule("ocr.quotes", source="recognisers give the quotation marks of a keyboard for those of print", otherwise=None)
def with_quotes(text: str) -> str | None:
    """A text with quotation marks and apostrophes as they are printed."""
    if '"' not in text and "'" not in text:
        return None
    return _OPENING.sub("“", text).replace('"', "”").replace("'", "’")


@rule("ocr.chinese", source="Chinese papers: a mark or the word for and would stick to a word", otherwise=None)
def with_chinese_spaces(text: str) -> str | None:
    """A Chinese text with a space where one is needed."""
    return _CHINESE.sub(" ", text)


@rule("ocr.speck", source="bad scans: a stroke behind a label", otherwise=None)
def without_specks(text: str) -> str | None:
    """A text without upright strokes behind labels."""
    return _SPECK.sub("", text)


@rule("ocr.stroke", source="the digit 1 alone is read as a stroke or a small L", otherwise=None)
def with_ones(text: str) -> str | None:
    """A text with the digit 1 for a stroke that stands alone."""
    return _UPRIGHT.sub("1", text)


@rule("ocr.wave", source="what stands between digits and is as wide as a dash is one", otherwise=None)
def with_dashes(text: str) -> str | None:
    """A text with dashes for waves between digits."""
    return _WAVE.sub("–", text)


@rule("ocr.years", source="between two years print has a dash, which is hardly longer than a hyphen", otherwise=None)
def with_years(text: str) -> str | None:
    """A text with a dash between two years."""
    return _YEARS.sub("–", text)


PRINT = (with_quotes, with_chinese_spaces, without_specks, with_ones, with_dashes, with_years)


def typeset(text: str) -> str:
    """Text as it is printed: each rule in turn."""
    for one in PRINT:
        text = one.applies(text) or text
    return text
