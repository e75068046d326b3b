"""Misread words that print never has: names of months and weekdays, hours, sessions of resolutions, first words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal

from extractor.built import compiled
from extractor.grammar.calendar.fold import fold_word
from extractor.grammar.calendar.vocabulary import months, weekdays
from extractor.grammar.symbols.classify import roman
from extractor.lexicon import LANGUAGES, load
from extractor.lexicon.words import choice, everywhere
from extractor.repair.likeness import nearest
from extractor.repair.settings import REPAIR
from extractor.repair.symbols import Change
from extractor.rules import rule

__all__ = ["changes_of_words"]

Kind = Literal["months", "weekdays"]

_WORD = compiled(r"[^\W_]{4,}")
_AFTER_WEEKDAY = compiled(r",?\s\d{1,2}\b")
#: An hour with letters for digits: `l0.00`, `1O a.m.`, `I5.3O`.
_HOUR = compiled(
    r"(?<![\w.:])([0-2lIOo]?[0-9lIOoS])(?:([.:])([0-5lIOoS][0-9lIOoS]))?(?=(\s[ap]\.m\.|\s?[–-]\s?\d|\sh\b)|(?![\w/]))"
)
_DIGITS = str.maketrans({"l": "1", "I": "1", "O": "0", "o": "0", "S": "5"})
#: The session of a resolution in Roman numerals, read as Russian letters.
_SESSION = compiled(r"(?<=\d )\(([ГУПХШЛСМIVXLC]{2,8})\)")
_NUMERALS = {"Г": "L", "У": "V", "П": "II", "Х": "X", "Ш": "III", "Л": "L", "С": "C", "М": "M"}
#: The Russian sign for hours between an hour and its minutes, read as a digit: `10 4 00 мин`.
_HOUR_SIGN = compiled(r"(?<!\d)([0-2]\d)\s?4\s?([0-5]\d)(?=\s?м|\s?[—–-]|$)")
#: The Russian letter Z for the digit 3 before the letter of an item, as tables have it: `З а)`.
_THREE = compiled(r"^З(?=\s?[а-яёa-z]\))")
#: The Russian word for and between parts of symbols, read as a Latin letter.
_AND = compiled(r"(?<=\d )[nu](?= (?:Add|Corr|Rev)\.)|(?<=\d)n(?=(?:Add|Corr|Rev)\.)")
#: The sign that the text goes on overleaf, which stands alone at the foot of a page.
_CONTINUED = compiled(r"^[1lI|](?:\.{3}|…)$")
#: A label with a speck behind its stop.
_STOPS = compiled(r"^(\d{1,2})\.[.,](?=\s|$)")
#: Short words at the head of a line that a recogniser misreads often, and no language has.
_FIRST = compiled(r"(?:(?<=^)|(?<=[.;:] ))(?:Tf|Tn|Tt|Ttem)(?=\s)")


@rule(
    "repair.month",
    source="the names of months are few: a day before it or a year behind it is the witness",
    otherwise=None,
)
def month_of(text: str, start: int, end: int) -> str | None:
    """A word that is nearly the name of a month, between a day and a year."""
    if not (_day_before().search(text, 0, start) or _year_behind().match(text, end)):
        return None
    return _named(text[start:end], "months")


@rule(
    "repair.weekday",
    source="the names of weekdays are few: the day of the month behind it is the witness",
    otherwise=None,
)
def weekday_of(text: str, start: int, end: int) -> str | None:
    """A word that is nearly the name of a weekday, before a day."""
    return _named(text[start:end], "weekdays") if _AFTER_WEEKDAY.match(text, end) else None


NAMES = (month_of, weekday_of)


def _named(word: str, kind: Kind) -> str | None:
    """The name that a word is nearly; None where it is one, or is near none or two."""
    if len(word) < REPAIR.shortest_name or fold_word(word) in _folded(kind):
        return None
    found = nearest(word.casefold(), _names(kind), 1.0)
    if found is None or abs(len(found) - len(word)) > 1:
        return None
    return found.capitalize() if word[0].isupper() else found


@cache
def _day_before() -> re.Pattern[str]:
    """A day before the name of its month: `3 `, `1er `, `5-го `, `17 de `."""
    suffixes, of = choice(everywhere("dates.ordinal_suffixes")), choice(everywhere("dates.of"))
    return compiled(rf"\d{{1,2}}(?:-?(?:{suffixes}))?(?:\s(?:{of}))?\s$")


@cache
def _year_behind() -> re.Pattern[str]:
    """A year behind the name of a month: ` 2031`, ` de 2031`."""
    return compiled(rf"\s(?:(?:{choice(everywhere('dates.of'))})\s)?(?:19|20)\d\d\b")


@cache
def _folded(kind: Kind) -> frozenset[str]:
    return months() if kind == "months" else weekdays()


@cache
def _names(kind: Kind) -> tuple[str, ...]:
    """The names in all languages, long enough to be known by all but a letter."""
    found = {
        word.casefold()
        for language in LANGUAGES
        for word in (load(language).months if kind == "months" else load(language).weekdays)
    }
    return tuple(sorted(word for word in found if len(word) >= REPAIR.shortest_name and " " not in word))


@rule("repair.hour", source="hours are numbers: letters for digits in them are misread", otherwise=None)
def hour_of(match: re.Match[str]) -> str | None:
    """A number with letters for digits that stands like an hour: with minutes, or before its half of the day."""
    read = match.group()
    plain = read.translate(_DIGITS)
    if plain == read or not any(map(str.isdigit, read)) or not (match[3] or match[4]):
        return None
    hour, _, minute = plain.replace(":", ".").partition(".")
    return plain if int(hour) < 25 and int(minute or "0") < 60 else None


@rule(
    "repair.session",
    source="papers until 1976: resolution 1894 (LVII); Russian readers know no V and L",
    otherwise=None,
)
def session_of(match: re.Match[str]) -> str | None:
    """A Roman numeral in brackets behind a number that was read in Russian letters."""
    plain = "".join(_NUMERALS.get(char, char) for char in match[1])
    return f"({plain})" if plain != match[1] and roman(plain) is not None else None


@rule(
    "repair.continued",
    source="papers until 1990: pages end in `/...` where the text goes on; readers take the stroke for a 1",
    otherwise=None,
)
def continued_of(_match: re.Match[str]) -> str | None:
    """A 1 before three points, alone."""
    return "/..."


@rule(
    "repair.stops", source="bad scans: a speck behind the stop of a label; print has three stops or one", otherwise=None
)
def one_stop_of(match: re.Match[str]) -> str | None:
    """A number at the head of a line with two stops."""
    return f"{match[1]}."


@rule("repair.first_word", source="Tesseract reads the I at the head of a line as T", otherwise=None)
def first_word_of(match: re.Match[str]) -> str | None:
    """`If`, `In`, `It` and `Item` at the head of a line or sentence."""
    return "I" + match.group()[1:]


@rule("repair.hour_sign", source="Russian papers: `10 ч 00 мин`, whose letter looks like a 4", otherwise=None)
def hour_sign_of(match: re.Match[str]) -> str | None:
    """A 4 between an hour and its minutes in a Russian paper."""
    return f"{match[1]} ч {match[2]}"


@rule("repair.three", source="Russian papers: the letter З and the digit 3 are one shape", otherwise=None)
def three_of(_match: re.Match[str]) -> str | None:
    """The letter З before the letter of an item."""
    return "3"


@rule(
    "repair.and", source="Russian papers: `E/CN.5/2027/4 и Corr.1`, whose word for and looks like an n", otherwise=None
)
def and_of(match: re.Match[str]) -> str | None:
    """The word for and before the part of a symbol."""
    return "и" if match.string[match.start() - 1] == " " else " и "


_RUSSIAN: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None], str], ...] = (
    (_HOUR_SIGN, lambda match: hour_sign_of.applies(match), hour_sign_of.name),
    (_AND, lambda match: and_of.applies(match), and_of.name),
    (_THREE, lambda match: three_of.applies(match), three_of.name),
    (_SESSION, lambda match: session_of.applies(match), session_of.name),
)
_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None], str], ...] = (
    (_HOUR, lambda match: hour_of.applies(match), hour_of.name),
    (_CONTINUED, lambda match: continued_of.applies(match), continued_of.name),
    (_STOPS, lambda match: one_stop_of.applies(match), one_stop_of.name),
    (_FIRST, lambda match: first_word_of.applies(match), first_word_of.name),
)


def changes_of_words(text: str, *, russian: bool = False) -> Iterator[Change]:
    """What is put right in the words of a text; `russian`: its paper is in Russian letters."""
    for match in _WORD.finditer(text):
        for one in NAMES:
            if (after := one.applies(text, match.start(), match.end())) is not None:
                yield Change(match.start(), match.end(), after, one.name)
                break
    for pattern, ask, name in (*_PATTERNS, *_RUSSIAN) if russian else _PATTERNS:
        for match in pattern.finditer(text):
            if (after := ask(match)) is not None:
                yield Change(match.start(), match.end(), after, name)
