"""The words by which the parts of an agenda are known, compiled from `lexicon/parts/structure.toml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.built import compiled, prepared
from extractor.lexicon.folding import fold, fold_pattern
from extractor.lexicon.gate import Phrases
from extractor.lexicon.signs import VOWELS
from extractor.lexicon.words import connectives, either, words
from extractor.memo import remembered

#: A heading has no more characters; the line of a purpose (`For decision`) before its bracket fewer.
_LONGEST_HEADING = 220
_LONGEST_PURPOSE = 60
#: A text of more words is prose, whatever stands in it: the longest titles of the corpus have 60 ...
_MOST_WORDS = 70
#: ... and one of more words if it has two sentences; a sentence with a verb has as many as the last at least.
_TWO_SENTENCES_FROM = 12
_SENTENCE_FROM = 7

# At the beginning of a run only: from within one, the end is looked for again and again.
_STOPS = compiled(r"^[\W_]+|(?<![\W_])[\W_]+$")
_FIGURE = compiled(r"\d")


@remembered
def has_figure(text: str) -> bool:
    """Whether a figure of any script stands in the text."""
    return _FIGURE.search(text) is not None


@prepared
def _whole(section: str, name: str) -> re.Pattern[str]:
    return compiled("|".join(f"(?:{fold_pattern(p)})" for p in words("structure", f"{section}.{name}")))


@prepared
def _anywhere(section: str, name: str) -> Phrases:
    return Phrases(_whole(section, name))


@cache
def _section_numeral() -> re.Pattern[str]:
    """The number of a chapter before its title."""
    named = either("structure", "numerals.sections")
    return compiled(rf"^(?:[ivx]{{1,5}}|[a-z]|\d{{1,2}}|[一二三四五六七八九十]{{1,3}}|{named})\s?[.、:)\-–]\s*")


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """A folded line without the section's numeral before it and stops around it."""
    return _STOPS.sub("", _section_numeral().sub("", fold(text)))


def is_heading(text: str, name: str) -> bool:
    """Whether the whole line is a heading of the kind `name` (a key of `[headings]`), numeral and stops apart."""
    if len(text) > _LONGEST_HEADING:
        return False
    folded = _bare(text)
    return bool(folded) and _whole("headings", name).fullmatch(folded) is not None


def says(text: str, name: str, section: str = "sentences") -> bool:
    """Whether the text holds a phrase of the kind."""
    return _anywhere(section, name).search(fold(text)) is not None


def is_whole(text: str, section: str, name: str) -> bool:
    """Whether the whole text, stops apart, is one of the phrases."""
    folded = _STOPS.sub("", fold(text))
    return bool(folded) and _whole(section, name).fullmatch(folded) is not None


def starts(text: str, section: str, name: str) -> str | None:
    """The phrase of the kind at the head of the text, None when there is none."""
    found = _whole(section, name).match(fold(text))
    return found[0] if found else None


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words("structure", "words.verbs"))


_TWO_SENTENCES = compiled(r"[a-zà-ÿа-я)\]”\d\u0621-\u064a]{2}[.?!؟]\s+[A-ZÀ-ÞА-Я“(\u0621-\u064a]")
_TWO_CHINESE_SENTENCES = compiled("。[《“\u3400-\u9fff]")
_ARABIC = compiled("[\u0621-\u064a]")
_VOWELS = compiled(f"[{VOWELS}]")
_WORD, _WORD_OF_ASCII = compiled(r"\w+"), compiled(r"[A-Za-z0-9_]+")
_SENTENCE_STOP = compiled("[.?!؟]")
_BRACKETED = compiled(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")


@cache
def _joining() -> frozenset[str]:
    return frozenset(fold(word) for word in connectives("and", "or", "of", "the"))


def is_joining(word: str) -> bool:
    """Whether a word joins what stands before and behind it (`of`, `and`, `the`): a text goes on behind it."""
    return fold(word) in _joining()


@remembered
def is_prose(text: str) -> bool:
    """Whether a text is a sentence or more rather than a title.

    That is two sentences, or a verb in a text that ends with a stop.
    """
    if "(" in text:
        text = _BRACKETED.sub("", text)  # mandates in brackets make titles long, not sentences
    if not text.isascii():
        if _TWO_CHINESE_SENTENCES.search(text):
            return True
        text = _VOWELS.sub("", text)
    stopped = text.rstrip().endswith((".", ":", "。", ";"))
    if not stopped and len(text) <= 2 * _MOST_WORDS and not _SENTENCE_STOP.search(text):
        return False  # as most titles: there is no room for so many words
    found = (_WORD_OF_ASCII if text.isascii() else _WORD).findall(text)
    if len(found) > _MOST_WORDS:
        return True
    if len(found) > _TWO_SENTENCES_FROM and _TWO_SENTENCES.search(text):
        return True
    if len(found) < _SENTENCE_FROM or not stopped:
        return False
    # Arabic sentences begin with their verb
    return not _verbs().isdisjoint(found if _ARABIC.match(found[0]) else found[1:])


def is_purpose_line(text: str) -> bool:
    """Whether a line only says what the item is for, with or without papers: `For decision (E/ICEF/2025/12)`."""
    head = text.split("(", 1)[0]
    return len(head) < _LONGEST_PURPOSE and is_whole(head, "sentences", "purpose")
