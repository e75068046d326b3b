"""The clock words of the six languages as patterns.

Source: format catalogue 4.3.
"""

from __future__ import annotations

import re

from extractor.built import compiled, prepared
from extractor.grammar.calendar.chinese import numerals
from extractor.grammar.calendar.fold import fold_word
from extractor.grammar.calendar.vocabulary import either, forms
from extractor.lexicon import load, written
from extractor.lexicon.gate import Phrases
from extractor.records import Struct

_LATIN_OR_DIGIT = "a-zа-я0-9_"


class Patterns(Struct, frozen=True):
    """The compiled patterns; built once, from the lexicon."""

    figure: re.Pattern[str]
    word: re.Pattern[str]
    arabic: re.Pattern[str]
    arabic_next: re.Pattern[str]
    range_gap: re.Pattern[str]
    list_gap: re.Pattern[str]
    bare_range: re.Pattern[str]
    bare_list: re.Pattern[str]
    bare_end: re.Pattern[str]
    prefix: re.Pattern[str]
    between: re.Pattern[str]
    halves: Phrases
    half_before: re.Pattern[str]
    quantity: re.Pattern[str]
    pm: frozenset[str]
    am: frozenset[str]
    noon: frozenset[str]
    midnight: frozenset[str]
    doubtful: frozenset[str]
    arabic_hours: dict[str, int]
    arabic_noun: str
    arabic_halves: frozenset[str]
    arabic_parts: frozenset[str]


#: The marks that a figure of the clock reads itself.
_MARK = compiled(r"[ap]\.?\s?m\.?")


@prepared
def patterns() -> Patterns:
    """The patterns of all languages."""
    hours = {
        fold_word(name): value
        for code in written("attached")
        for name, value in load(code).numbers("times.hour_words").items()
    }
    western = written("spaced")
    zh_halves = forms("half_days.am", written("unspaced")) + forms("half_days.pm", written("unspaced"))
    noons = either([*zh_halves, *forms("times.noon", written("unspaced"))])
    arabic_time, arabic_noun = _arabic_time(hours), either(forms("times.hours", written("attached")))
    arabic_to, arabic_and = _arabic("times.to"), _arabic("dates.and")
    joint = either([*forms("dates.and", western)])
    between, articles = either(forms("dates.between", western)), either(forms("clock.articles"))
    range_gap = _range_gap()
    bare = r"(?P<h>\d{1,2}|\d{4})(?:[:.](?P<m>[0-5]\d))?"
    start = rf"(?:^|(?<=[^{_LATIN_OR_DIGIT}/.:,\-])|(?<=[^\d],)|(?<=\s-))"
    return Patterns(
        figure=_figure(),
        word=_word(),
        arabic=compiled(rf"(?:{arabic_noun})\s+{arabic_time}"),
        arabic_next=compiled(
            rf"(?P<gap>\s*(?:(?P<to>-|{arabic_to})|(?:{arabic_and}))\s*)(?:(?:{arabic_noun})\s+)?{arabic_time}"
        ),
        range_gap=compiled(range_gap),
        list_gap=compiled(_list_gap()),
        bare_range=compiled(rf"{start}{bare}{range_gap}$"),
        bare_list=compiled(rf"(?:^|(?<=[^a-zа-я]))(?:{either(forms('clock.list_first'))})\s+{bare}\s+(?:{joint})\s+$"),
        bare_end=compiled(rf"\s*-\s*{bare}(?=\s*(?:[.,;)\n]|$))(?!\.\d)"),
        prefix=compiled(rf"(?:^|[^a-zа-я])(?:{either(forms('clock.before'))})\s+$"),
        between=compiled(rf"(?:^|[^a-zа-я])(?:{between})\s+(?:(?:{articles})\s+)?$"),
        halves=Phrases(compiled(_halves())),
        half_before=compiled(rf"(?P<word>{noons})\s*+\(?\s*+$"),
        quantity=compiled(rf"\s*(?:{either(forms('clock.quantities'))}|%|€|\$)"),
        pm=frozenset(forms("times.pm")),
        am=frozenset(forms("times.am")),
        noon=frozenset(forms("times.noon")),
        midnight=frozenset(forms("times.midnight")),
        doubtful=frozenset(forms("clock.doubtful")),
        arabic_hours=hours,
        arabic_noun=min(forms("times.hours", written("attached")), key=len),
        arabic_halves=frozenset(forms("times.halves", written("attached"))),
        arabic_parts=frozenset(forms("times.am", written("attached")) + forms("times.pm", written("attached"))),
    )


def _arabic(name: str) -> str:
    return either(forms(name, written("attached")))


def _figure() -> re.Pattern[str]:
    """A time in digits, with what stands behind it: `10.30 a.m.`, `9 h 30`, `10 ч. 30 мин.`, `下午3时` and the like."""
    western = written("spaced")
    # Languages whose hours are followed by minutes with a word of their own: `10 ч. 30 мин.`
    minuted = tuple(language for language in western if load(language).words("times.minutes"))
    am, pm = forms("times.am"), forms("times.pm")
    marks = {form for form in am + pm if _MARK.fullmatch(form)}
    marks |= {form for half in ("am", "pm") for form in forms(f"times.{half}", written("unspaced"))}
    parts = either([form for form in am + pm if form not in marks])
    hours = either(forms("times.hours", tuple(language for language in western if language not in minuted)))
    russian = either(forms("times.hours", minuted))
    minutes = either(forms("times.minutes", minuted))
    signs = either(forms("times.hours", written("unspaced")))
    minute_signs = either(forms("times.minutes", written("unspaced")))
    half_past = either(forms("clock.halves", written("unspaced")))
    sharp = either(forms("clock.sharp", written("unspaced")))
    other = either(forms("clock.not_before", written("unspaced")))
    numeral = rf"[{numerals()}]{{1,3}}"
    # A stop behind the minutes ends a sentence (`à 10 h 30.`), or makes them the number of an item (`10 heures 12.`).
    full_stop = r"(?:(?!\.)|(?(sep)(?!)|(?:(?<=h [0-5]\d)|(?<=h[0-5]\d))))"
    return compiled(
        rf"(?<![{_LATIN_OR_DIGIT}/])(?<!\d[.:,])"
        rf"(?P<h>\d{{1,4}}|l[o0](?=\s?h[ .\d])|{numeral}(?=(?:{signs})))(?!\d)"
        # a slash only before minutes that are no month: `10/00-13/00`
        rf"(?:(?P<sep>[:.])(?P<m>[0-5]\d)(?![\d]|[.:]\d)|(?P<slash>/)(?P<ms>00|15|30|45)(?![\d/]|\.\d))?"
        rf"(?:\s*(?P<mark>[ap]\.?\s?m(?![a-z])\.?)"
        rf"|\s?(?P<hours>{hours})(?![a-zа-я])\.?(?:\s?(?P<mh>[0-5]\d)(?![\d:/%]|\s?%|\.\d){full_stop})?"
        rf"|\s?(?P<ru>{russian})(?![а-я])\.?(?:\s?(?P<mr>[0-5]\d)\s?(?:{minutes})(?![а-я])\.?)?"
        rf"|\s?(?P<zh>{signs})(?!{other})"
        rf"(?:\s?(?P<mz>[0-5]?\d|{numeral})\s?(?:{minute_signs})|(?P<zhalf>{half_past})|(?:{sharp}))?)?"
        rf"(?:\s+(?P<part>{parts})(?![{_LATIN_OR_DIGIT}]))?"
    )


def _word() -> re.Pattern[str]:
    """Noon and midnight."""
    western = written("spaced")
    noon, midnight = forms("times.noon", western), forms("times.midnight", western)
    behind_hours = "|".join(rf"(?<=\d {form}-)|(?<=\d{form}-)" for form in forms("times.hours", western))
    zh_points = either([*forms("times.noon", written("unspaced")), *forms("times.midnight", written("unspaced"))])
    return compiled(
        # "after-noon" is one word; in "9 a.m.-noon", "9 am-noon" and "10 heures-midi" the dash is a range
        rf"(?<![{_LATIN_OR_DIGIT}])(?:(?<![a-zа-я]-)|(?<=[ap]m-)|(?<=\.m-)|{behind_hours})"
        rf"(?:{either(noon + midnight)})(?![{_LATIN_OR_DIGIT}])"
        rf"|(?:{zh_points})(?!\s*\(?[\d{numerals()}])"
    )


def _arabic_time(hours: dict[str, int]) -> str:
    """An hour in Arabic, in words or digits, with its fraction and its half of the day."""
    names = either(sorted(hours, key=len, reverse=True))
    fractions = either(forms("times.halves", written("attached")) + forms("times.quarters", written("attached")))
    parts = either(forms("times.am", written("attached")) + forms("times.pm", written("attached")))
    return (
        rf"(?:(?P<word>{names})(?![\u0620-\u064a])|(?P<h>\d{{1,2}})(?:[:./](?P<m>[0-5]\d))?(?![\d/]))"
        rf"(?:\s+(?P<fraction>{fractions}))?(?:\s*(?:(?:{_arabic('clock.again')})\s+)?(?P<part>{parts})(?![\u0620-\u064a]))?"
    )


def _arabic_hour() -> str:
    """The Arabic word for hours where it is said again before the next time."""
    return rf"(?:\s*+(?:(?:{_arabic('clock.again')})\s++)?(?:{_arabic('times.hours')}))?"


def _range_gap() -> str:
    """What stands between the two times of a range."""
    to = either([*forms("dates.to", written("spaced")), *forms("times.to")])
    again = rf"(?:\s*+(?:{either(forms('clock.again'))})(?![a-zа-я]))?"
    chinese_to = either(forms("dates.to", written("unspaced")))
    return (
        rf"(?:\s*+[-~]++\s*+|\s++(?:{to})(?![a-zа-я]){again}\s++|\s*+(?:{chinese_to})\s*+"
        rf"|\s*+(?:{_arabic('times.to')}){_arabic_hour()}\s*+)"
    )


def _list_gap() -> str:
    """What stands between two times of a list."""
    joint = either([*forms("dates.and", written("spaced"))])
    chinese_and = either(forms("dates.and", written("unspaced")))
    return (
        rf"(?:\s*+(?:[,&]|{chinese_and})\s*+(?:(?:{joint})\s++)?|\s++(?:{joint})\s++|\s++(?:{_arabic('dates.and')})\s*+)"
        rf"(?:{either(forms('clock.list_next'))})?\s*+{_arabic_hour()}\s*+"
    )


def _halves() -> str:
    """Half-day words: morning, afternoon; Spanish ones only behind `la`, where they cannot mean tomorrow or late."""
    marks = {*forms("times.am"), *forms("times.pm")}
    guarded = tuple(language for language in written("spaced") if load(language).words("clock.half_before"))
    plainly = tuple(language for language in written("spaced") if language not in guarded)
    behind = either(forms("clock.half_before", guarded))
    sides = []
    for name, half in (("am", "half_days.am"), ("pm", "half_days.pm")):
        plain = [form for form in forms(half, plainly) if form not in marks]
        spanish = either(forms(half, guarded))
        chinese = either(forms(half, written("unspaced")))
        arabic = either(forms(half, written("attached")))
        mark = name[0]
        sides.append(
            rf"(?P<{name}>(?<![{_LATIN_OR_DIGIT}])(?:{either(plain)}|(?:{behind})\s+(?:{spanish}))(?![{_LATIN_OR_DIGIT}])"
            rf"|(?:{chinese})|(?<![\u0620-\u064a])(?:{arabic})(?![\u0620-\u064a])"
            rf"|(?<![\w.])(?<!\d\s){mark}\.m\b\.?|(?<=\(){mark}m(?=\))|(?<![^\n]){mark}m(?![^\n]))"
        )
    return "|".join(sides)
