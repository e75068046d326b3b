"""The language of the running text, from its script and its function words.

Mastheads of Russian, Chinese and Arabic papers are partly English (format catalogue 1.1), so the language is read
from the body of the paper and never from the words of the masthead. A line of the masthead that names the language of
the version goes before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from extractor.built import compiled, prepared
from extractor.lexicon import LANGUAGES, load
from extractor.lexicon.files import read_tables
from extractor.records import Struct

#: Letters looked at; a page has some 2,500.
SAMPLE = 6_000
#: A script other than Latin wins with this share of the letters: such papers keep symbols, names and addresses in
#: Latin letters.
FOREIGN_SHARE = 0.4
#: Function words needed before a language in Latin script is named, and their least share of all words.
LEAST_WORDS = 3
LEAST_SHARE = 0.08

_WORD = compiled(r"[^\W\d_]+")
_ASCII = compiled(r"[\x00-\x7f]+")
_LETTER = compiled(r"[^\W\d_]")
#: With this share of letters of another script it is another language.
OTHER_SHARE = 0.1


class _Script(Struct, frozen=True):
    """The letters that no other language has, what one of them counts for, and letters that show another language."""

    letters: re.Pattern[str]
    weight: float
    others: re.Pattern[str] | None


@cache
def _scripts() -> dict[str, _Script]:
    """The scripts of the languages that have one of their own."""
    tables = {code: load(code).table("script") for code in LANGUAGES}
    return {
        code: _Script(
            compiled(table["letters"]),
            float(table.get("weight", 1)),
            compiled(table["others"]) if "others" in table else None,
        )
        for code, table in tables.items()
        if table
    }


@prepared
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
    scripts = _scripts()
    counts = {code: len(script.letters.findall(foreign)) * script.weight for code, script in scripts.items()}
    language, most = max(counts.items(), key=lambda pair: pair[1], default=("", 0.0))
    if most:
        script = scripts[language]
        letters = len(_LETTER.findall(whole)) + sum(
            counts[code] * (1 - 1 / other.weight) for code, other in scripts.items()
        )
        if most >= FOREIGN_SHARE * letters:
            others = len(script.others.findall(whole)) if script.others else 0
            return None if others > OTHER_SHARE * letters else language
    words = Counter(_WORD.findall(whole.lower()))
    found = {
        language: sum([words[stop] for stop in stops.intersection(words)]) for language, stops in _stop_words().items()
    }
    language, most_words = max(found.items(), key=lambda pair: pair[1])
    if most_words >= LEAST_WORDS and most_words >= LEAST_SHARE * words.total():
        return language
    return None
