"""Titles of items: cleaned, as keys, and how much two of them are alike."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from extractor.layout.blocks.model import Block
from extractor.rules import rule
from extractor.structure.agenda.model import Node
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.vocabulary import fold, is_heading

_STOPS = ".:;,。；：،؛"
_FINAL = re.compile(rf"(?:\s*[;,]\s*(?:and|et|y|и|و))?[\s{_STOPS}]+$")
_AND = re.compile(r";\s*(?:and|et|y|и)$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.[A-Z]\.|\betc\.|\bInc\.|\bNo\.)$")


def opens_annex(block: Block) -> bool:
    """Whether a block is the heading of an annex: its title may stand close below `Annex II`."""
    return is_heading(block.lines[0].text, "annex")


def clean_title(text: str) -> str:
    """A title without final stop, colon, semicolon or `; and`; abbreviations keep their stop."""
    text = text.strip()
    while text[-1:] in _STOPS or ";" in text:
        shorter = without_and.applies(text) or text
        if shorter == text and not abbreviation.applies(text):
            shorter = _FINAL.sub("", text)
        if shorter == text:
            break
        text = shorter
    return text


_PARTS = re.compile(r"[a-z]+")


@rule("titles.without_and", source="catalogue 2.3: the last but one sub-item ends in `; and`", otherwise="")
def without_and(text: str) -> str:
    """`Election of officers; and` without its last word."""
    return _AND.sub("", text)


@rule("titles.abbreviation", source="titles that end in `U.N.`, `etc.`, `No.`")
def abbreviation(text: str) -> bool:
    """An abbreviation at the end of a title keeps its stop."""
    return _ABBREVIATION.search(text) is not None


@rule("titles.begins_with", source="catalogue 3.2: titles shortened to the part before the colon, or the session named")
def begins_with(longer: str, shorter: str) -> bool:
    """A title of some letters that another begins with is nearly the same."""
    return len(shorter) >= SETTINGS.prefix and longer.startswith(shorter)


_WORDS = re.compile(r"[^\W_]+")
ITEM_SUFFIX = re.compile(
    r"\s*[(\[](?:provisional\s+|draft\s+)?(?:agenda\s+)?items?\s+(?P<number>\d{1,3}(?:\.\d+)*)\s*(?P<parts>(?:\([a-z]+\)\s*)*)"
    r"(?:\s*(?:of|,|;)[^)\]]*)?[)\]]\s*[.:]?$",
    re.IGNORECASE,
)


def number_of(suffix: re.Match[str]) -> str:
    """The number of an item in brackets behind a title, as the contract writes it: `2(a)`."""
    return suffix["number"] + "".join(f"({part})" for part in _PARTS.findall((suffix["parts"] or "").lower()))


@lru_cache(maxsize=512)  # each heading is held against each title
def key(text: str) -> str:
    """Letters and figures of a title, folded: what two readings of it share."""
    return "".join(_WORDS.findall(fold(text)))


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
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def likeness(heading: str, node: Node) -> float:
    """How far a heading is the title of an item, the item's number in brackets behind it apart."""
    suffix = ITEM_SUFFIX.search(heading)
    whole = alike(heading, node.title)
    return max(whole, alike(heading[: suffix.start()], node.title)) if suffix else whole
