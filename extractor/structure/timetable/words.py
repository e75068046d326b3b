"""Dates and times in the cells of timetables: `lexicon/parts/timetable.toml` and the calendars of the languages.

Texts are folded (`lexicon.folding`) before they are compared: case, accents and Arabic vowel signs do not count.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice

from extractor.built import compiled, prepared
from extractor.grammar.zones import zone_words
from extractor.lexicon import LANGUAGES, load
from extractor.lexicon.folding import fold
from extractor.lexicon.signs import DASH, plain_digits
from extractor.lexicon.words import choice, connectives, either, everywhere
from extractor.lexicon.words import words as words_of
from extractor.memo import remembered
from extractor.structure.timetable.phrases import alternatives, is_marked
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.vocabulary import has_figure

_HALF_DAY = compiled(r"\d\s*[ap]\.?\s*m\b")
_WORD = compiled(r"[^\W\d_]+")
#: `1 .30`, `11 :30`: a thin blank before the stop is the printer's kerning, not a word gap.
_LOOSE_STOP = compiled(r"(?<=\d)\s+(?=[.:]\d{2}(?!\d))")
#: `10/00-13/00`, as Arabic papers print a range; alone `10/00` is too much like a day and month.
_SLASHED_RANGE = compiled(rf"(?<![\d/])(\d{{1,2}})/([0-5][05])(\s?{DASH}\s?)(\d{{1,2}})/([0-5][05])(?![\d/])")
#: `0930-1230`: hours and minutes without a stop; `2020-2030` are years.
_COMPACT_RANGE = compiled(
    rf"(?<![\d/.])(?!(?:19|20)\d\d\s?{DASH}\s?20[0-5]\d(?!\d))"
    rf"([01]\d|2[0-4])([0-5][05])(\s?{DASH}\s?)([01]\d|2[0-4])([0-5][05])(?![\d/])"
)
_COMPACT = compiled(rf"\d{{4}}\s?{DASH}\s?\d{{4}}")
#: `18.10–(19.40)`, `18 h 10-(19 h 40)`: an end in brackets, which is not sure.
_BRACKETED_END = compiled(
    rf"(?<=[\dmh.])(\s?{DASH}\s?)\((\d{{1,2}}(?:(?:[.:]|\s?h\s?)[0-5]\d)?(?:\s?[ap]\.?m\.?|\s?h\b)?)\)"
)
#: A sign that cannot be read between the two times of a cell: a bullet, a box, a character of private use.
_LOST_DASH = compiled(r"(?<=[\d.mh])\s?[•·■□▪�\ue000-\uf8ff]\s?(?=\d{1,2}(?:[.:h]\d\d|\s?[ap]\.?m\b))")
_BRACKETED = compiled(rf"{DASH}\s?\(\d")
#: `3–6 p.m. CEST (9 a.m.–noon EDT)`: the same hours in another zone.
_OTHER_ZONE = compiled(r"(?<=[\dmTh.])\s\((?=\d)[^()]{2,40}\b[A-Z]{2,4}T\)")
#: What stands in each range with slashes and in hardly any symbol, which is found out faster.
_SLASHED_CLOCK = compiled(rf"/[0-5][05]\s?{DASH}")
#: `10.00`, `10.00–13.00`, `1.15–2.45`, `3–5.30`; other decimals are no times.
_CLOCK_FIGURES = compiled(
    r"\(?(?:(?:[01]?\d|2[0-4])[.:][0-5][05]|(?:[01]?\d|2[0-4])/[0-5][05]\s?[-–—~]\s?(?:[01]?\d|2[0-4])/[0-5][05]|\d{1,2}\s?[-–—~]\s?\d{1,2}[.:][0-5]\d)(?:\s?[-–—~]\s?(?:\d{1,2}(?:[.:][0-5]\d)?)?)?\)?"
)
#: Two hours with minutes, whatever joins them: `10.30 a 13.00`.
_TWO_CLOCKS = compiled(r"(?<![\d.])(?:[01]?\d|2[0-4])[.:][0-5][05]\D{1,5}(?:[01]?\d|2[0-4])[.:][0-5][05](?![\d.])")
#: `2034-06-05`, `05/06/2034`, `5.6.2034`.
_DAY_IN_DIGITS = compiled(r"(?:19|20)\d\d-[01]\d-[0-3]\d|[0-3]?\d([./])[0-3]?\d\1(?:19|20)\d\d")
_YEAR = compiled(r"(?:19|20)\d\d(?=\D|$)")
#: A time of day is printed in so many words at most: `from 10.00 a.m. to 1.00 p.m. CEST`.
LONGEST_CLOCK = 9
_COUNTED_DAY = compiled(
    r"([^\W\d]{2,8} ?\d{1,2}|第.天|[^\W\d]{2,10} [^\W\d]{2,10})"
    r"(?:\s?[:：.,–—-]\s?(?=\S)|\s(?=[^\W\d_])|\s?[(（](?=[^()（）]+[)）]$))"
)
_BRACKET = compiled(r"(?<!\s)\s*+[(（]([^()（）]{3,30})[)）]$")
#: What parts a day from the name of its segment, and the length of the whole.
_BANNER_STOP = compiled(rf"\s?[:：]\s*|(?<!\s)\s++{DASH}\s+|\s?[–—]\s?")
_LONGEST_BANNER = 100
#: `0930–`, whose end stands on the next line.
_HALF_RANGE = compiled(rf"(?:[01]\d|2[0-4])[0-5][05]\s?{DASH}")
_TOKEN = compiled(r"\S+")
_CJK = compiled("[\u4e00-\u9fff]")
_COLON = compiled(r"\d[:：]\d")


@prepared
def clock_words() -> frozenset[str]:
    """Folded words that stand in date and time cells, all languages."""
    phrases = [*words_of("timetable", "clock.words"), *words_of("timetable", "clock.until"), *zone_words()]
    for language in LANGUAGES:
        lexicon = load(language)
        phrases += [*lexicon.months, *lexicon.weekdays]
        for name in (
            "dates.and",
            "dates.to",
            "dates.from",
            "dates.of",
            "dates.ordinal_suffixes",
            "dates.year_suffixes",
        ):
            phrases += lexicon.words(name)
        for table in ("half_days", "times"):
            for word in lexicon.table(table).values():
                phrases += word if isinstance(word, list) else [each for group in word.values() for each in group]
    return frozenset(word for phrase in phrases for word in _WORD.findall(fold(phrase)))


@prepared
def weekday_words() -> frozenset[str]:
    """The folded names of the days of the week, all languages."""
    return frozenset(fold(word).rstrip(".") for language in LANGUAGES for word in load(language).weekdays)


@prepared
def _month_words() -> frozenset[str]:
    return frozenset(fold(word).rstrip(".") for language in LANGUAGES for word in load(language).months)


@cache
def _half_days() -> frozenset[str]:
    return frozenset(map(fold, _half_day_words()))


@lru_cache(maxsize=4096)
def is_half_day(text: str) -> bool:
    """Whether a cell holds only `Morning`, `p.m.` or the like."""
    return fold(text).strip(" :") in _half_days()


@prepared
def _slashed_times() -> re.Pattern[str]:
    """`10 a.m.–1 p.m./3–6 p.m.`: a slash between two times."""
    hours = rf"{alternatives('clock', 'hour')}|{choice(everywhere('times.hours'))}"
    return compiled(rf"((?:{hours})\.?|\d[.:]\d\d)\s?/\s?(?=\d{{1,2}}(?:[.:]\d\d)?\s?(?:[-–—ap]))")


@prepared
def _sitting() -> re.Pattern[str]:
    """The name of a sitting before its time: `Morning meeting, 10 a.m.–1 p.m.`, `2nd meeting, 3–6 p.m.`."""
    halves, nouns = choice(_half_day_words()), choice(words_of("timetable", "clock.sittings"))
    ordinals = "|".join(words_of("timetable", "clock.ordinals"))
    return compiled(
        rf"((?P<half>{halves})\s?(?:{nouns})|(?:{ordinals})\s?(?:{nouns}))\s?[,:;(–—-]?\s*(?=\d)",
        re.IGNORECASE,
    )


@cache
def _half_day_words() -> tuple[str, ...]:
    words = (word for language in LANGUAGES for group in load(language).table("half_days").values() for word in group)
    return tuple(dict.fromkeys(words))


@cache
def _close_cell() -> re.Pattern[str]:
    """A cell of a language that sets no spaces."""
    return compiled(either("timetable", "clock.cell"))


@cache
def _close_unit() -> re.Pattern[str]:
    return compiled(either("timetable", "clock.unit"))


@prepared
def _bare_figures() -> re.Pattern[str]:
    """`22`, `15 and 16`, `15–17`: days of a month named elsewhere."""
    endings, joints = choice(everywhere("dates.ordinal_suffixes")), choice(connectives("and", "to"))
    return compiled(rf"\d{{1,2}}(?:{endings}|\.)?(?:\s?(?:-|–|,|{joints})\s?\d{{1,2}})?,?")


@remembered
def mend(text: str) -> str:
    """Times with colons and without brackets.

    Without the space that kerning puts before a stop; `10/00-13/00`, `1000-1300` and `10.00–(13.00)` as they are usual.
    """
    if not has_figure(text):  # nothing of the kind is without one
        return text
    if " ." in text or " :" in text:
        text = _LOOSE_STOP.sub("", text)
    if "(" in text:
        if _BRACKETED.search(text):
            text = _BRACKETED_END.sub(r"\1\2", text)
        text = _OTHER_ZONE.sub("", text)
    if (sitting := _sitting().match(text)) and sitting[1]:
        text = f"{sitting['half'] or ''} {text[sitting.end() :]}".strip()
    if text[:1].isdigit():
        text = _as_range(text)
    if "/" not in text:
        return text
    if _SLASHED_CLOCK.search(text):
        text = _SLASHED_RANGE.sub(r"\1:\2\3\4:\5", text)
    return _slashed_times().sub(r"\1, ", text)


def _as_range(text: str) -> str:
    """Two times with hours and minutes in one number, or with a sign between them that cannot be read, as a range."""
    if _COMPACT.match(text):
        return _COMPACT_RANGE.sub(r"\1:\2\3\4:\5", text)
    if text[:4].isdigit() and (hours := _compact_hours().fullmatch(text)):
        return f"{hours[1]}:{hours[2]}–{hours[3]}:{hours[4]}"
    return text if text.isascii() else _LOST_DASH.sub("–", text)


@cache
def _compact_hours() -> re.Pattern[str]:
    """`0930h-1030h`, `0900 to 1200`, `1015 à 1300`: a range of hours without stops that fills a cell."""
    clock = r"([01]\d|2[0-4])([0-5][05])"
    hours, to = choice(everywhere("times.hours")), choice(connectives("to"))
    return compiled(rf"{clock}(?:\s?(?:{hours}))?\s?(?:{DASH}|(?:{to})\b)\s?{clock}(?:\s?(?:{hours})\.?)?")


def is_half_range(text: str) -> bool:
    """Whether a text is the beginning of a range of hours without stops, broken at its dash: `0930–`."""
    return text[:1].isdigit() and _HALF_RANGE.fullmatch(text) is not None


# The same cells are asked about again and again; the caches are bounded, as papers come without end.
@lru_cache(maxsize=4096)
def is_clockwork(text: str) -> bool:
    """Whether a cell holds nothing but (part of) a date or time: figures, signs and words of the calendar."""
    if len(text) > SETTINGS.longest_cell:
        return False
    text = without_day_count(mend(text))
    known = clock_words()
    # Most cells fail by their first word; of other than plain letters, folding may part words otherwise.
    if text.isascii() and (first := _WORD.search(text)) and first[0].lower() not in known:
        return False
    folded = fold(text)
    if not folded.isascii():
        folded = folded.translate(plain_digits())
    if not folded.isascii() and _CJK.search(folded) and _close_cell().fullmatch(folded):
        return (_close_unit().search(folded) or _COLON.search(folded)) is not None
    words = _WORD.findall(folded)
    if not words:
        if is_half_range(folded):
            return True
        return (_CLOCK_FIGURES.fullmatch(folded) or _DAY_IN_DIGITS.fullmatch(folded)) is not None
    if not known.issuperset(words):
        return False
    if has_figure(folded):
        return (
            any(len(word) > 1 or word in "hчم" for word in words)
            or _TWO_CLOCKS.search(folded) is not None
            or _HALF_DAY.search(folded) is not None
        )
    return any(len(word) > 2 or word in _half_days() for word in words) or folded in _half_days()


def begins_moment(text: str) -> bool:
    """Whether a cell holds a date or time, alone or with a remark in brackets, which a narrow column may cut off."""
    if is_clockwork(text):
        return True
    head, bracket, _ = text.partition("(")
    return bool(bracket) and has_figure(head) and is_clockwork(head.strip())


def is_day(text: str) -> bool:
    """Whether a line is a day with its weekday and no time, alone or at the head of a banner."""
    return bool(banner_day(text)) or (has_weekday(text) and is_clockwork(text) and not has_clock(text))


@lru_cache(maxsize=1024)
def banner_day(text: str) -> str:
    """The day at the head of a banner over its rows (`Day 1: Tuesday, 8 March: Opening segment`); empty without."""
    if len(text) > _LONGEST_BANNER or not has_weekday(text):
        return ""
    for stop in _BANNER_STOP.finditer(text):
        head = text[: stop.start()]
        if has_figure(head) and has_weekday(head) and is_clockwork(head) and not has_clock(head):
            rest = text[stop.end() :].strip()
            return "" if not rest or is_clockwork(rest) or has_figure(rest) else head
    return ""


def has_clock(text: str) -> bool:
    """Whether digits in a text are a time of day."""
    return _clock().search(text) is not None


def is_counted_day(text: str) -> bool:
    """Whether a line begins with the number of a day of the meeting: `Day 1: ...`."""
    return without_day_count(text) != text


def opens_bracket(text: str) -> bool:
    """Whether a date or time opens a bracket that it does not close (`9–11 a.m. (New York`)."""
    return ")" not in text and not is_clockwork(text) and begins_moment(text)


def without_day_count(text: str) -> str:
    """A moment without the number of its day before it: `Day 1: Monday, 7 July`."""
    counted = _COUNTED_DAY.match(text)
    if counted is None or not is_marked(counted[1], "counted_day"):
        return text
    rest = text[counted.end() :]
    return rest[:-1] if counted[0].endswith(("(", "（")) else rest


def without_count(text: str) -> str:
    """A date without the number of its meetings: `Tuesday, 10 June (2 meetings)`; nothing where that stands alone."""
    found = _BRACKET.search(text) if text.endswith((")", "）")) else None
    if found is None or not is_marked(found[1], "counts"):
        return text
    head = text[: found.start()]
    return head if not head or is_clockwork(head) or is_marked(head, "undated") else text


@prepared
def _clock() -> re.Pattern[str]:
    """What shows that digits are a time."""
    return compiled(rf"\d[.:]\d\d|{alternatives('clock', 'mark')}", re.IGNORECASE)


def after_clock(text: str) -> str:
    """What stands behind a time at the head of a line (`10 a.m.–1 p.m. Item 2: ...`), the whole where none does."""
    if not text[:1].isdigit():
        return text
    tokens = list(islice(_TOKEN.finditer(text), LONGEST_CLOCK))
    for token in reversed(tokens):
        if is_clockwork(text[: token.end()]) and _clock().search(text[: token.end()]):
            return text[token.end() :].lstrip(" :–—-")
    return text


@lru_cache(maxsize=4096)
def has_weekday(text: str) -> bool:
    """Whether a day of the week is named."""
    if not text.isascii() and any(map(text.__contains__, words_of("timetable", "clock.weekday"))):
        return True
    known = weekday_words()
    return any(word in known for word in _WORD.findall(fold(text)))


@lru_cache(maxsize=4096)
def has_month(text: str) -> bool:
    """Whether a month is named."""
    return not _month_words().isdisjoint(_WORD.findall(fold(text)))


def completes_date(text: str, above: str) -> bool:
    """Whether a line can only be the rest of the date above it, by what the two hold.

    `November` below `Tuesday, 21`, `2024` below `Monday, 19 November`, `22` below `Wednesday,`.
    """
    months = _month_words()
    figures = _bare_figures().fullmatch(above.strip()) is not None
    if not (figures or is_clockwork(above)):
        return False
    upper, lower = (_WORD.findall(fold(part)) for part in (above, text))
    named = any(word in months for word in upper)
    if not (figures or named or has_weekday(above)):
        return False
    if _YEAR.fullmatch(text.strip()):
        return _YEAR.search(above) is None
    if _bare_figures().fullmatch(text.strip()):
        return not has_figure(above)
    return (
        is_clockwork(text)
        and any(word in months for word in lower[:2])
        and not (named or has_weekday(text) or text[:1].isdigit())
        and has_figure(above)
    )
