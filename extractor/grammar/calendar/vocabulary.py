"""The words of dates in the six languages as one dictionary: folded word to what it does in a date.

Source: the language files of the lexicon, each of which names its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from extractor.built import code, kept, prepared
from extractor.grammar.calendar.fold import fold_word
from extractor.lexicon import LANGUAGES, load, written
from extractor.lexicon.files import texts
from extractor.records import Struct

Kind = Literal[
    "month",
    "weekday",
    "and",
    "to",
    "from",
    "between",
    "of",
    "suffix",
    "year_suffix",
    "half",
    "day_word",
    "hour",
    "beside",
    "noun",
]
#: Letters that Arabic glues to the front of a word: and, so, in, for, like.
_ARABIC_PREFIXES = ("", "و", "ب", "ل", "ف", "ك")


class Word(Struct, frozen=True):
    """What a word can be in a date; `languages` are those that have it so."""

    kind: Kind
    value: int
    languages: frozenset[str]
    guarded: bool = False


def _forms(language: str, word: str) -> tuple[str, ...]:
    folded = fold_word(word).rstrip(".")
    if language not in written("attached"):
        return (folded,)
    return tuple(prefix + folded for prefix in _ARABIC_PREFIXES)


@prepared
def words() -> Mapping[str, tuple[Word, ...]]:
    """Every word of a date in all six languages, folded and without its final stop.

    A word of several uses has several entries.
    """
    files = tuple(texts(f"languages/{language}.toml") for language in LANGUAGES)
    found = kept(("words of dates", LANGUAGES, files, code(__file__, fold_word.__code__.co_filename)), _words)
    return {form: tuple([Word(kind, value, frozenset(languages), guarded) for kind, value, languages, guarded in uses])
            for form, uses in found.items()}  # fmt: skip


def _words() -> dict[str, list[tuple[Kind, int, list[str], bool]]]:
    """The fields of the words, of each form those of its uses."""
    found: dict[str, dict[tuple[Kind, int], tuple[set[str], bool]]] = {}

    def add(language: str, word: str, kind: Kind, value: int, guarded: bool = False) -> None:
        for form in _forms(language, word):
            languages, was = found.setdefault(form, {}).setdefault((kind, value), (set(), guarded))
            languages.add(language)
            found[form][kind, value] = (languages, was or guarded)

    for language in LANGUAGES:
        if language in written("unspaced"):
            continue
        lexicon = load(language)
        guarded = {fold_word(word) for word in lexicon.words("dates.guarded")}
        for word, month in lexicon.months.items():
            add(language, word, "month", month, fold_word(word).rstrip(".") in guarded)
        for word, weekday in lexicon.weekdays.items():
            add(language, word, "weekday", weekday - 1)
        for word, day in lexicon.numbers("dates.day_words").items():
            add(language, word, "day_word", day)
        plain: tuple[tuple[Kind, str], ...] = (
            ("and", "dates.and"),
            ("to", "dates.to"),
            ("from", "dates.from"),
            ("between", "dates.between"),
            ("of", "dates.of"),
            ("suffix", "dates.ordinal_suffixes"),
            ("year_suffix", "dates.year_suffixes"),
            ("noun", "dates.number_nouns"),
            ("hour", "times.hours"),
            ("beside", "clock.beside"),
        )
        for kind, table in plain:
            for word in lexicon.words(table):
                for part in fold_word(word).split():
                    add(language, part, kind, 0)
        for value, half in enumerate(("am", "pm")):
            for word in lexicon.words(f"half_days.{half}"):
                add(language, word, "half", value)
    return {
        form: [(kind, value, sorted(languages), guarded) for (kind, value), (languages, guarded) in uses.items()]
        for form, uses in found.items()
    }


def forms(name: str, languages: tuple[str, ...] = LANGUAGES) -> list[str]:
    """The words of a list of the lexicon in several languages, folded, without final stop, longest first."""
    found = {fold_word(word).rstrip(".") for language in languages for word in load(language).words(name)}
    return sorted(found, key=lambda word: (-len(word), word))


def either(words: list[str]) -> str:
    """Folded words as the inside of a group of a pattern; a blank stands for any run of blanks."""
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in words)


@prepared
def phrases() -> tuple[str, ...]:
    """The words of several parts (Arabic months, half days such as `après-midi`), folded, longest first."""
    return tuple(
        sorted(
            (
                form
                for form, uses in words().items()
                if {*" -"} & {*form} and uses[0].kind in ("month", "weekday", "half")
            ),
            key=len,
            reverse=True,
        )
    )


@prepared
def months() -> frozenset[str]:
    """The folded month words."""
    return frozenset(form for form, uses in words().items() if any(use.kind == "month" for use in uses))


def weekday_of(text: str) -> int | None:
    """The day of the week (Monday is 0) that a text names and nothing else, None for any other text."""
    uses = words().get(fold_word(text).rstrip("."), ())
    return next((use.value for use in uses if use.kind == "weekday"), None)


@prepared
def weekdays() -> frozenset[str]:
    """The folded weekday words."""
    return frozenset(form for form, uses in words().items() if any(use.kind == "weekday" for use in uses))
