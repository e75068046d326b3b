"""The clock words of the six languages as patterns, and the single times of day that they find (format
catalogue 4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.grammar.calendar.chinese import chinese_number
from extractor.grammar.calendar.fold import fold_word
from extractor.lexicon import LANGUAGES, load

_LATIN_OR_DIGIT = "a-zа-я0-9_"


@dataclass(slots=True)
class Moment:
    """One printed time. `half` is 0 before noon and 1 after it where printed; `sure` is False for a form that
    could be another figure."""

    start: int
    end: int
    hour: int
    minute: int = 0
    half: int | None = None
    sure: bool = True
    style: str = "colon"  # "mark", "colon", "dot", "hours", "word", "bare"
    glued_to_half: bool = False


def _alternatives(name: str, languages: tuple[str, ...] = LANGUAGES) -> list[str]:
    found = {fold_word(word).rstrip(".") for language in languages for word in load(language).words(name)}
    return sorted(found, key=lambda word: (-len(word), word))


def _either(forms: list[str]) -> str:
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)


@dataclass(frozen=True, slots=True)
class Patterns:
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
    halves: re.Pattern[str]
    half_before: re.Pattern[str]
    quantity: re.Pattern[str]
    pm: frozenset[str]
    am: frozenset[str]
    midnight: frozenset[str]
    arabic_hours: dict[str, int]


@cache
def patterns() -> Patterns:
    """The patterns of all languages."""
    western = tuple(language for language in LANGUAGES if language not in ("zh", "ar"))
    am, pm = _alternatives("times.am"), _alternatives("times.pm")
    parts = _either(
        [
            form
            for form in am + pm
            if form not in ("a.m", "p.m", "am", "pm", "a. m", "p. m")
            and form not in _alternatives("times.am", ("zh",)) + _alternatives("times.pm", ("zh",))
        ]
    )
    hours = _either(_alternatives("times.hours", ("en", "fr", "es")))
    russian = _either(_alternatives("times.hours", ("ru",)))
    minutes = _either(_alternatives("times.minutes", ("ru",)))
    figure = re.compile(
        rf"(?<![{_LATIN_OR_DIGIT}/])(?<!\d[.:,])"
        rf"(?P<h>\d{{1,4}}|l[o0](?=\s?h[ .\d])|[一二三四五六七八九十]{{1,3}}(?=[时時点點]))(?!\d)"
        rf"(?:(?P<sep>[:.])(?P<m>[0-5]\d)(?![\d]|[.:]\d))?"
        rf"(?:\s*(?P<mark>[ap]\.?\s?m(?![a-z])\.?)"
        rf"|\s?(?P<hours>{hours})(?![a-zа-я])\.?(?:\s?(?P<mh>[0-5]\d)(?![\d.:/%]|\s?%))?"
        rf"|\s?(?P<ru>{russian})(?![а-я])\.?(?:\s?(?P<mr>[0-5]\d)\s?(?:{minutes})(?![а-я])\.?)?"
        rf"|\s?(?P<zh>[时時点點])(?!期)(?:\s?(?P<mz>[0-5]?\d|[一二三四五六七八九十]{{1,3}})\s?分|(?P<zhalf>半)|整)?)?"
        rf"(?:\s+(?P<part>{parts})(?![{_LATIN_OR_DIGIT}]))?"
    )
    zh_halves = _alternatives("half_days.am", ("zh",)) + _alternatives("half_days.pm", ("zh",))
    noon, midnight = _alternatives("times.noon", western), _alternatives("times.midnight", western)
    zh_points = _either([*_alternatives("times.noon", ("zh",)), *_alternatives("times.midnight", ("zh",))])
    word = re.compile(
        # "after-noon" is one word; in "9 a.m.-noon" and "9 am-noon" the dash is a range
        rf"(?<![{_LATIN_OR_DIGIT}])(?:(?<![a-zа-я]-)|(?<=[ap]m-)|(?<=\.m-))"
        rf"(?:{_either(noon + midnight)})(?![{_LATIN_OR_DIGIT}])"
        rf"|(?:{zh_points})(?!\s*\(?[\d一二三四五六七八九十])"
    )
    arabic_words = {fold_word(name): value for name, value in load("ar").numbers("times.hour_words").items()}
    hour_names = _either(sorted(arabic_words, key=len, reverse=True))
    fractions = _either(_alternatives("times.halves", ("ar",)) + _alternatives("times.quarters", ("ar",)))
    arabic_parts = _either(_alternatives("times.am", ("ar",)) + _alternatives("times.pm", ("ar",)))
    arabic_time = (
        rf"(?:(?P<word>{hour_names})(?![\u0620-\u064a])|(?P<h>\d{{1,2}})(?:[:./](?P<m>[0-5]\d))?(?![\d/]))"
        rf"(?:\s+(?P<fraction>{fractions}))?(?:\s*(?:من\s+)?(?P<part>{arabic_parts})(?![\u0620-\u064a]))?"
    )
    to = _either([*_alternatives("dates.to", western), *_alternatives("times.to")])
    joint = _either([*_alternatives("dates.and", western)])
    again = r"(?:\s*(?:from|du|de|des|desde|a?\s*las|at|à|a|с|со|من|в|من)(?![a-zа-я])(?:\s+las(?![a-z]))?)?"
    ar_hour = r"(?:\s*(?:من\s+)?(?:ال)?ساعة)?"
    range_gap = rf"(?:\s*-+\s*|\s+(?:{to})(?![a-zа-я]){again}\s+|\s*(?:至|到)\s*|\s*(?:الي|حتي){ar_hour}\s*)"
    list_gap = (
        rf"(?:\s*(?:[,&]|和|及|与)\s*(?:(?:{joint})\s+)?|\s+(?:{joint})\s+|\s+و\s*)"
        rf"(?:from|at|de|desde|a las|las|a|de las|с|в)?(?:\s+las)?\s*{ar_hour}\s*"
    )
    bare = r"(?P<h>\d{1,2}|\d{4})(?:[:.](?P<m>[0-5]\d))?"
    start = rf"(?:^|(?<=[^{_LATIN_OR_DIGIT}/.:,\-])|(?<=[^\d],)|(?<=\s-))"
    return Patterns(
        figure=figure,
        word=word,
        arabic=re.compile(rf"(?:ال)?ساعة\s+{arabic_time}"),
        arabic_next=re.compile(rf"(?P<gap>\s*(?:(?P<to>-|الي|حتي)|و)\s*)(?:(?:ال)?ساعة\s+)?{arabic_time}"),
        range_gap=re.compile(range_gap),
        list_gap=re.compile(list_gap),
        bare_range=re.compile(rf"{start}{bare}{range_gap}$"),
        bare_list=re.compile(rf"(?:^|(?<=[^a-zа-я]))(?:at|a las|à|a|between|entre|в|with)\s+{bare}\s+(?:{joint})\s+$"),
        bare_end=re.compile(rf"\s*-\s*{bare}(?=\s*(?:[.,;)\n]|$))(?!\.\d)"),
        prefix=re.compile(
            r"(?:^|[^a-zа-я])(?:at|by|until|till|before|after|from|las|la|a|à|dès|des|vers|avant|jusqu'a|в|к|до|с|со|around|about|for)\s+$"
        ),
        between=re.compile(r"(?:^|[^a-zа-я])(?:between|entre|между)\s+(?:les\s+|las\s+)?$"),
        halves=re.compile(_halves()),
        half_before=re.compile(rf"(?P<word>{_either([*zh_halves, '中午'])})\s*\(?\s*$"),
        quantity=re.compile(
            r"\s*(?:per\s?cent|%|percent|million|billion|thousand|pour\s?cent|por\s?ciento|процент|млн|hectares|km|dollars|€|\$)"
        ),
        pm=frozenset(_alternatives("times.pm")),
        am=frozenset(_alternatives("times.am")),
        midnight=frozenset(_alternatives("times.midnight")),
        arabic_hours=arabic_words,
    )


def _halves() -> str:
    """Half-day words: morning, afternoon; Spanish ones only behind `la`, where they cannot mean tomorrow or late."""
    sides = []
    for name, half in (("am", "half_days.am"), ("pm", "half_days.pm")):
        plain = [
            form
            for form in _alternatives(half, ("en", "fr", "ru"))
            if form not in ("a.m", "am", "p.m", "pm", "утра", "вечера")
        ]
        spanish = _either(_alternatives(half, ("es",)))
        chinese, arabic = _either(_alternatives(half, ("zh",))), _either(_alternatives(half, ("ar",)))
        mark = name[0]
        sides.append(
            rf"(?P<{name}>(?<![{_LATIN_OR_DIGIT}])(?:{_either(plain)}|(?:por|en|de)\s+la\s+(?:{spanish}))(?![{_LATIN_OR_DIGIT}])"
            rf"|(?:{chinese})|(?<![\u0620-\u064a])(?:{arabic})(?![\u0620-\u064a])"
            rf"|(?<![\w.])(?<!\d\s){mark}\.m\b\.?|(?<=\(){mark}m(?=\))|(?<![^\n]){mark}m(?![^\n]))"
        )
    return "|".join(sides)


def moments(text: str) -> list[Moment]:
    """The single times of day in folded `text`, in order; some are not `sure` and stand only if their
    neighbours bear them out."""
    rules = patterns()
    found = [*_figures(text, rules), *_words(text, rules)]
    if "ساعة" in text:
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
    minute = int(match["m"] or match["mh"] or match["mr"] or 0)
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
        if hour > 12 and hour > 23:
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
        before = rules.half_before.search(text, max(0, moment.start - 6), moment.start)
        if before is not None:
            moment.half = 0 if before["word"] in rules.am else 1
            moment.start, moment.glued_to_half = before.start(), True
            if before["word"] == "中午":
                moment.half = 0 if moment.hour == 11 else 1
    return moment


def _words(text: str, rules: Patterns) -> Iterator[Moment]:
    for match in rules.word.finditer(text):
        name = " ".join(match.group().split())
        sure = name != "midi"
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
    minute = int(match["m"] or 0) if fraction is None else 30 if "نصف" in fraction else 15
    part = match["part"]
    half = None if part is None else 1 if part in rules.pm else 0
    if hour > 24:
        return None
    return Moment(start, match.end(), hour, minute, half, True, "colon")
