"""Titles of items: cleaned, as keys, and how much two of them are alike."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache, lru_cache

from extractor.built import compiled, prepared
from extractor.grammar.numbering import plain_number
from extractor.layout.blocks.model import Block
from extractor.lexicon.folding import fold
from extractor.lexicon.words import choice, connectives, either
from extractor.rules import rule
from extractor.structure.agenda.model import Node
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.vocabulary import is_heading

_STOPS = ".:;,。；：،؛"
#: So much of the end of a title is looked at for an abbreviation and the letter before it.
_LONGEST_ABBREVIATION = 8


@cache
def _abbreviation() -> re.Pattern[str]:
    return compiled(rf"(?:\b[A-Z]\.[A-Z]\.|\b(?:{either('structure', 'titles.abbreviations')})\.)$")


def opens_annex(block: Block) -> bool:
    """Whether a block is the heading of an annex: its title may stand close below `Annex II`, or behind a colon."""
    line = block.lines[0].text
    return is_heading(line, "annex") or (":" in line and is_heading(line.partition(":")[0], "annex"))


def clean_title(text: str) -> str:
    """A title without final stop, colon, semicolon or `; and`; abbreviations keep their stop."""
    text = text.strip()
    end = len(text)
    while end:
        shorter = without_and.applies(text, end) or end
        if shorter == end and not abbreviation.applies(text, end):
            shorter = _before(text, end, _STOPS)
            if shorter != end:
                shorter = _before_and(text, shorter, connectives("and"), ";,")
        if shorter == end:
            break
        end = shorter
    return text[:end]


def _before(text: str, end: int, signs: str) -> int:
    """Where the spaces and signs begin that stand before `end`."""
    while end and (text[end - 1] in signs or text[end - 1].isspace()):
        end -= 1
    return end


def _before_and(text: str, end: int, words: tuple[str, ...], signs: str) -> int:
    """Where a sign and the `and` behind it begin that stand before `end`; `end` where they do not."""
    for word in words if text.endswith(words, 0, end) else ():
        if text.endswith(word, 0, end):
            sign = _before(text, end - len(word), "")
            if sign and text[sign - 1] in signs:
                return _before(text, sign - 1, "") if len(signs) > 1 else sign - 1
    return end


@rule("titles.without_and", source="catalogue 2.3: the last but one sub-item ends in `; and`", otherwise=0)
def without_and(text: str, end: int) -> int:
    """Where `; and` begins that ends a title at `end`; `end` where it does not."""
    return _before_and(text, end, connectives("and"), ";")


@rule("titles.abbreviation", source="titles that end in `U.N.`, `etc.`, `No.`")
def abbreviation(text: str, end: int) -> bool:
    """An abbreviation at the end of a title keeps its stop."""
    return _abbreviation().search(text, max(0, end - _LONGEST_ABBREVIATION), end) is not None


@rule("titles.begins_with", source="catalogue 3.2: titles shortened to the part before the colon, or the session named")
def begins_with(longer: str, shorter: str) -> bool:
    """A title of some letters that another begins with is nearly the same."""
    return len(shorter) >= SETTINGS.prefix and longer.startswith(shorter)


#: The matcher takes cubic time: of longer titles, so many letters at their beginning are compared.
COMPARED = 400

_WORDS = compiled(r"[^\W_]+")
#: The same for text in ASCII: what is no letter and no digit goes.
_SIGNS = {code: None for code in range(0x80) if not chr(code).isalnum()}


@prepared
def item_suffix() -> re.Pattern[str]:
    """The number of an item in brackets behind a title: `(item 2 (a) of the agenda)`."""
    words, of = either("masthead", "item.heads"), choice(connectives("of"))
    return compiled(
        rf"(?<!\s)\s*+[(\[](?:{words})\s+(?P<number>\d{{1,3}}(?:\.\d++)*+)\s*+(?P<parts>(?:\([^\W\d_]+\)\s*+)*+)"
        rf"(?:(?:{of}|,|;)[^()\[\]]*+)?[)\]]\s*+[.:]?$",
        re.IGNORECASE,
    )


def number_of(suffix: re.Match[str]) -> str:
    """The number of an item in brackets behind a title, as the contract writes it: `2(a)`."""
    return plain_number(suffix["number"], suffix["parts"] or "")


@lru_cache(maxsize=512)  # each heading is held against each title
def key(text: str) -> str:
    """Letters and figures of a title, folded: what two readings of it share."""
    folded = fold(text)
    return folded.translate(_SIGNS) if folded.isascii() else "".join(_WORDS.findall(folded))


def alike(heading: str, title: str) -> float:
    """How far a heading is an item's title: 1 the same, 0.9 where one begins with the other, else shared letters."""
    one, two = key(heading), key(title)
    if not one or not two:
        return 0.0
    if one == two:
        return 1.0
    shorter, longer = sorted((one, two), key=len)
    if begins_with.applies(longer, shorter):
        return SETTINGS.alike_near
    if len(shorter) < 0.5 * len(longer) or not set(one) & set(two):
        return 0.0
    # No more letters can be shared than both hold in any order; what that rules out costs the matcher most.
    both = len(one) + len(two)
    if 2 * len(shorter) < SETTINGS.alike * both:
        return 0.0
    if 2 * sum([min(shorter.count(sign), longer.count(sign)) for sign in set(shorter)]) < SETTINGS.alike * both:
        return 0.0
    return SequenceMatcher(None, one[:COMPARED], two[:COMPARED], autojunk=False).ratio()


def likeness(heading: str, node: Node) -> float:
    """How far a heading is the title of an item, the item's number in brackets behind it apart."""
    suffix = item_suffix().search(heading)
    whole = alike(heading, node.title)
    return max(whole, alike(heading[: suffix.start()], node.title)) if suffix else whole
