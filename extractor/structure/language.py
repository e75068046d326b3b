"""The language of the running text, from its script and its function words.

Mastheads of Russian, Chinese and Arabic papers are partly English (format catalogue 1.1), so the language is read
from the body of the paper and never from the masthead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from extractor.lexicon.files import read_tables

#: Letters looked at; a page has some 2,500.
SAMPLE = 6_000
#: A script other than Latin wins with this share of the letters: such papers keep symbols, names and addresses in
#: Latin letters.
FOREIGN_SHARE = 0.4
#: Function words needed before a language in Latin script is named, and their least share of all words.
LEAST_WORDS = 3
LEAST_SHARE = 0.08

_WORD = re.compile(r"[^\W\d_]+")
_ASCII = re.compile(r"[\x00-\x7f]+")
_SCRIPTS = {
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]"),
    "zh": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
}
_LETTER = re.compile(r"[^\W\d_]")
_KANA = re.compile(r"[\u3040-\u30ff]")
#: A Chinese character says as much as two or three letters.
_HAN_WEIGHT = 2.5


@cache
def _stop_words() -> dict[str, frozenset[str]]:
    table = read_tables("parts/stopwords.toml")["stop_words"]
    return {language: frozenset(words) for language, words in table.items()}


def running_language(texts: Iterable[str]) -> str | None:
    """ISO 639-1 code of the language in which most of the text is written.

    Takes the lines or blocks of the paper in order, reads no more than the first 6,000 characters, and returns
    ``None`` where no language has enough words (a page of figures, a text layer of garbage).
    """
    sample: list[str] = []
    length = 0
    for text in texts:
        sample.append(text)
        length += len(text)
        if length > SAMPLE:
            break
    whole = "\n".join(sample)
    foreign = _ASCII.sub("", whole)
    counts = {language: float(len(script.findall(foreign))) for language, script in _SCRIPTS.items()}
    counts["zh"] *= _HAN_WEIGHT
    language, most = max(counts.items(), key=lambda pair: pair[1])
    if most:
        letters = len(_LETTER.findall(whole)) + counts["zh"] * (1 - 1 / _HAN_WEIGHT)
        if most >= FOREIGN_SHARE * letters:
            return None if language == "zh" and len(_KANA.findall(whole)) > 0.1 * letters else language
    words = Counter(_WORD.findall(whole.lower()))
    found = {
        language: sum([words[stop] for stop in stops.intersection(words)]) for language, stops in _stop_words().items()
    }
    language, most_words = max(found.items(), key=lambda pair: pair[1])
    if most_words >= LEAST_WORDS and most_words >= LEAST_SHARE * words.total():
        return language
    return None
