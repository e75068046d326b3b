"""The lists of phrases of `lexicon/parts/timetable.toml`: as patterns, and what a text that holds one says.

Texts are folded (`lexicon.folding`) before they are compared: case, accents and Arabic vowel signs do not count.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from extractor.built import compiled, prepared
from extractor.grammar.zones import read_zone
from extractor.lexicon.folding import fold, fold_pattern
from extractor.lexicon.gate import Phrases
from extractor.lexicon.words import either
from extractor.lexicon.words import words as words_of
from extractor.structure.timetable.settings import SETTINGS

#: The head of a column of numbers that is no word.
NUMBER_SIGNS = ("#", "№")
ColumnRole = Literal["when", "item", "title", "other"]

_EDGES = compiled(r"^[\W_]+|(?<![\W_])[\W_]+$")
_BRACKET = compiled(r"(?<!\s)\s*+[(（]([^()（）]{3,30})[)）]$")
_SHORT_BRACKET = compiled(r"(?<!\s)\s*+[(\[（]([^()\[\]（）]{2,40})[)\]）]")
_CJK = compiled("[\u4e00-\u9fff]")


@prepared
def pattern(section: str, name: str) -> re.Pattern[str]:
    """The phrases of a list as one pattern over folded text."""
    return compiled("|".join(f"(?:{fold_pattern(p)})" for p in words_of("timetable", f"{section}.{name}")))


def alternatives(section: str, name: str) -> str:
    """The phrases of a list as the inside of a group, longest first, as printed (not folded)."""
    return "|".join(sorted(words_of("timetable", f"{section}.{name}"), key=len, reverse=True))


def endings(section: str, name: str) -> str:
    """The phrases of a list as the inside of a group, each a word of its own where its script has spaces."""
    phrases = words_of("timetable", f"{section}.{name}")
    return "|".join(phrase if _CJK.match(phrase) else rf"\b{phrase}" for phrase in phrases)


@lru_cache(maxsize=4096)
def column_role(text: str) -> ColumnRole | None:
    """What a column head says of its column; None when it is no column head."""
    if len(text) > SETTINGS.longest_cell:
        return None
    if text.endswith((")", "）")) and (bracket := _BRACKET.search(text)) and read_zone(bracket[1]):
        text = text[: bracket.start()]
    folded = _EDGES.sub("", fold(text)) + (")" if text.rstrip().endswith(")") else "")
    if not folded:
        return "item" if text.strip() in NUMBER_SIGNS else None
    for role in ("when", "item", "title", "other"):
        if pattern("columns", role).fullmatch(folded):
            return role
    return _joint_role(folded) if "/" in folded else None


def _joint_role(folded: str) -> ColumnRole | None:
    """What a head of two words says, of which each is the head of such a column: `Speaker / moderator`."""
    parts = [part.strip() for part in folded.split("/")]
    return next(
        (role for role in ("title", "other") if all(pattern("columns", role).fullmatch(part) for part in parts)), None
    )


@lru_cache(maxsize=4096)
def is_marked(text: str, name: str) -> bool:
    """Whether the whole text, stops apart, is a phrase of `[marks]`."""
    folded = _EDGES.sub("", fold(text))
    return bool(folded) and pattern("marks", name).fullmatch(folded) is not None


@lru_cache(maxsize=4096)
def opens_with(text: str, name: str) -> bool:
    """Whether the text begins with a phrase of `[marks]`."""
    return pattern("marks", name).match(_EDGES.sub("", fold(text))) is not None


@prepared
def _continued() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """What says that a title goes on, and strings of which it holds one."""
    words = "|".join(f"(?:{p})" for p in words_of("timetable", "marks.continued"))
    ending, last = either("timetable", "marks.continued_end"), either("timetable", "marks.continued_last")
    ends = rf"(?<!\s)\s*+(?:[,–—-]\s++|(?<=\s))(?:{ending})$|,\s*(?:{last})$"
    signs = ("(", "[", "（", *Phrases(compiled(ends, re.IGNORECASE)).strings)
    return compiled(rf"(?<!\s)\s*+[(\[（]\s*(?:{words})\s*[)\]）]|{ends}", re.IGNORECASE), signs


def take_continued(text: str) -> tuple[str, bool]:
    """The text without `(continued)`, `(concluded)` and the like, and whether there was one (contract: Rules)."""
    pattern, signs = _continued()
    lowered = text.lower()
    if not any(sign in lowered for sign in signs):  # as nearly all titles
        return text, False
    plain = text.replace("’", "'")
    found = pattern.search(plain)
    if not found:
        # accents in print: (continuación), (продолжение)
        bracket = next((m for m in _SHORT_BRACKET.finditer(text) if is_marked(m[1], "continued")), None)
        if bracket is None:
            return text, False
        return (text[: bracket.start()] + text[bracket.end() :]).strip(), True
    return (text[: found.start()] + text[found.end() :]).strip(), True
