"""The clock words of the six languages as patterns, and the single times of day that they find.

Source: format catalogue 4.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.built import compiled, prepared
from extractor.grammar.calendar.chinese import chinese_number, numerals
from extractor.grammar.calendar.fold import fold_word
from extractor.grammar.calendar.vocabulary import either, forms, words
from extractor.lexicon import load, written
from extractor.lexicon.gate import Phrases
from extractor.records import Struct

_LATIN_OR_DIGIT = "a-zа-я0-9_"
#: A Chinese half of the day stands at most so many characters before its hour.
_HALF_BEFORE = 6
#: Within so many characters stands the word before a number.
_WORD_BEFORE = 24


class Moment(Struct):
    """One printed time.

    `half` is 0 before noon and 1 after it where printed; `sure` is False for a form that could be another number.
    """

    start: int
    end: int
    hour: int
    minute: int = 0
    half: int | None = None
    sure: bool = True
    style: str = "colon"  # "mark", "colon", "dot", "slash", "hours", "word", "bare"
    glued_to_half: bool = False


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
    signs, minute_signs = (
        either(forms("times.hours", written("unspaced"))),
        either(forms("times.minutes", written("unspaced"))),
    )
    half_past, sharp = (
        either(forms("clock.halves", written("unspaced"))),
        either(forms("clock.sharp", written("unspaced"))),
    )
    other = either(forms("clock.not_before", written("unspaced")))
    numeral = rf"[{numerals()}]{{1,3}}"
    # A stop behind the minutes ends a sentence (`à 10 h 30.`), or makes them the number of an item (`10 heures 12.`).
    full_stop = r"(?:(?!\.)|(?(sep)(?!)|(?:(?<=h [0-5]\d)|(?<=h[0-5]\d))))"
    figure = compiled(
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
    zh_halves = forms("half_days.am", written("unspaced")) + forms("half_days.pm", written("unspaced"))
    noon, midnight = forms("times.noon", western), forms("times.midnight", western)
    behind_hours = "|".join(rf"(?<=\d {form}-)|(?<=\d{form}-)" for form in forms("times.hours", western))
    zh_points = either([*forms("times.noon", written("unspaced")), *forms("times.midnight", written("unspaced"))])
    word = compiled(
        # "after-noon" is one word; in "9 a.m.-noon", "9 am-noon" and "10 heures-midi" the dash is a range
        rf"(?<![{_LATIN_OR_DIGIT}])(?:(?<![a-zа-я]-)|(?<=[ap]m-)|(?<=\.m-)|{behind_hours})"
        rf"(?:{either(noon + midnight)})(?![{_LATIN_OR_DIGIT}])"
        rf"|(?:{zh_points})(?!\s*\(?[\d{numerals()}])"
    )
    arabic_words = {
        fold_word(name): value
        for code in written("attached")
        for name, value in load(code).numbers("times.hour_words").items()
    }
    hour_names = either(sorted(arabic_words, key=len, reverse=True))
    fractions = either(forms("times.halves", written("attached")) + forms("times.quarters", written("attached")))
    arabic_parts = either(forms("times.am", written("attached")) + forms("times.pm", written("attached")))
    of = either(forms("clock.again", written("attached")))
    arabic_noun = either(forms("times.hours", written("attached")))
    arabic_to, arabic_and = (
        either(forms("times.to", written("attached"))),
        either(forms("dates.and", written("attached"))),
    )
    arabic_time = (
        rf"(?:(?P<word>{hour_names})(?![\u0620-\u064a])|(?P<h>\d{{1,2}})(?:[:./](?P<m>[0-5]\d))?(?![\d/]))"
        rf"(?:\s+(?P<fraction>{fractions}))?(?:\s*(?:(?:{of})\s+)?(?P<part>{arabic_parts})(?![\u0620-\u064a]))?"
    )
    to = either([*forms("dates.to", western), *forms("times.to")])
    joint = either([*forms("dates.and", western)])
    again = rf"(?:\s*+(?:{either(forms('clock.again'))})(?![a-zа-я]))?"
    ar_hour = rf"(?:\s*+(?:(?:{of})\s++)?(?:{arabic_noun}))?"
    chinese_to, chinese_and = (
        either(forms("dates.to", written("unspaced"))),
        either(forms("dates.and", written("unspaced"))),
    )
    range_gap = (
        rf"(?:\s*+[-~]++\s*+|\s++(?:{to})(?![a-zа-я]){again}\s++|\s*+(?:{chinese_to})\s*+"
        rf"|\s*+(?:{arabic_to}){ar_hour}\s*+)"
    )
    list_gap = (
        rf"(?:\s*+(?:[,&]|{chinese_and})\s*+(?:(?:{joint})\s++)?|\s++(?:{joint})\s++|\s++(?:{arabic_and})\s*+)"
        rf"(?:{either(forms('clock.list_next'))})?\s*+{ar_hour}\s*+"
    )
    between = either(forms("dates.between", western))
    articles = either(forms("clock.articles"))
    noons = either([*zh_halves, *forms("times.noon", written("unspaced"))])
    bare = r"(?P<h>\d{1,2}|\d{4})(?:[:.](?P<m>[0-5]\d))?"
    start = rf"(?:^|(?<=[^{_LATIN_OR_DIGIT}/.:,\-])|(?<=[^\d],)|(?<=\s-))"
    return Patterns(
        figure=figure,
        word=word,
        arabic=compiled(rf"(?:{arabic_noun})\s+{arabic_time}"),
        arabic_next=compiled(
            rf"(?P<gap>\s*(?:(?P<to>-|{arabic_to})|(?:{arabic_and}))\s*)(?:(?:{arabic_noun})\s+)?{arabic_time}"
        ),
        range_gap=compiled(range_gap),
        list_gap=compiled(list_gap),
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
        arabic_hours=arabic_words,
        arabic_noun=min(forms("times.hours", written("attached")), key=len),
        arabic_halves=frozenset(forms("times.halves", written("attached"))),
        arabic_parts=frozenset(forms("times.am", written("attached")) + forms("times.pm", written("attached"))),
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


def moments(text: str) -> list[Moment]:
    """The single times of day in folded `text`, in order.

    Some are not `sure` and stand only if their neighbours bear them out.
    """
    rules = patterns()
    found = [*_figures(text, rules), *_words(text, rules)]
    if rules.arabic_noun in text:
        found.extend(_arabic(text, rules))
    found.sort(key=lambda moment: (moment.start, -moment.end))
    kept: list[Moment] = []
    for moment in found:
        if not kept or moment.start >= kept[-1].end:
            kept.append(moment)
        elif moment.style == "word" and kept[-1].style == "bare":
            kept[-1] = moment
    return kept


def _figures(text: str, rules: Patterns) -> Iterator[Moment]:
    for match in rules.figure.finditer(text):
        if match.end() == match.end("h"):
            continue
        moment = _figure(text, match, rules)
        if moment is not None:
            yield moment


def _figure(text: str, match: re.Match[str], rules: Patterns) -> Moment | None:
    digits, sep = match["h"], match["sep"]
    part = match["part"]
    half = None if part is None else 1 if " ".join(part.split()) in rules.pm else 0
    hour = 10 if digits.startswith("l") else chinese_number(digits)
    minute = int(match["m"] or match["ms"] or match["mh"] or match["mr"] or 0)
    if match["mz"]:
        minute = chinese_number(match["mz"]) or 0
    elif match["zhalf"]:
        minute = 30
    if hour is None:
        return None
    if len(digits) > 2 and digits.isdigit():
        if len(digits) == 3 or match["hours"] is None or sep or match["hours"] == "h":
            return None
        hour, minute = divmod(hour, 100)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    moment = Moment(match.start(), match.end(), hour, minute, half)
    if match["mark"]:
        if hour > 23:
            return None
        moment.half = 1 if match["mark"][0] == "p" else 0
        moment.style = "mark"
    elif sep == ":":
        moment.style = "colon"
    elif match["hours"] or match["ru"]:
        moment.style = "hours"
        moment.sure = bool(sep or len(digits) == 4 or match["mh"] or match["mr"] or part)
    elif match["zh"]:
        moment.style = "colon"
    elif sep == ".":
        moment.style, moment.sure = "dot", half is not None
    elif match["slash"]:
        moment.style, moment.sure = "slash", False
    elif part in rules.arabic_parts and hour <= 12 and not _is_counted(text, moment.start):
        moment.style = "mark"
    else:
        return None
    if (
        moment.half is None
        and moment.start
        and "\u4e00"
        <= (
            text[moment.start - 1 : moment.start].strip(" (")
            or text[max(0, moment.start - 3) : moment.start].rstrip(" (")[-1:]
            or " "
        )
        <= "\u9fff"
    ):
        before = rules.half_before.search(text, max(0, moment.start - _HALF_BEFORE), moment.start)
        if before is not None:
            moment.half = 0 if before["word"] in rules.am else 1
            moment.start, moment.glued_to_half = before.start(), True
            if before["word"] in rules.noon:
                moment.half = 0 if moment.hour == 11 else 1
    return moment


def _is_counted(text: str, start: int) -> bool:
    """Whether the word before a number makes it a day or the number of an item."""
    before = text[max(0, start - _WORD_BEFORE) : start].split()
    return bool(before) and any(use.kind in ("weekday", "noun") for use in words().get(before[-1], ()))


def _words(text: str, rules: Patterns) -> Iterator[Moment]:
    for match in rules.word.finditer(text):
        name = " ".join(match.group().split())
        sure = name not in rules.doubtful
        yield Moment(match.start(), match.end(), 0 if name in rules.midnight else 12, 0, None, sure, "word")


def _arabic(text: str, rules: Patterns) -> Iterator[Moment]:
    done = 0
    for match in rules.arabic.finditer(text):
        if match.start() < done:
            continue
        moment = _arabic_moment(match, match.start(), rules)
        while moment is not None:
            yield moment
            done = moment.end
            following = rules.arabic_next.match(text, moment.end)
            if following is None or (following["to"] is None and following["m"] is None and following["word"] is None):
                break
            moment = _arabic_moment(following, following.end("gap"), rules)


def _arabic_moment(match: re.Match[str], start: int, rules: Patterns) -> Moment | None:
    hour = rules.arabic_hours[" ".join(match["word"].split())] if match["word"] else int(match["h"])
    fraction = match["fraction"]
    minute = int(match["m"] or 0) if fraction is None else 30 if fraction in rules.arabic_halves else 15
    part = match["part"]
    half = None if part is None else 1 if part in rules.pm else 0
    if hour > 24:
        return None
    return Moment(start, match.end(), hour, minute, half, True, "colon")
