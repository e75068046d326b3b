"""The single times of day that the clock words of the six languages find.

Source: format catalogue 4.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.grammar.calendar.chinese import chinese_number
from extractor.grammar.calendar.clock_words import Patterns, patterns
from extractor.grammar.calendar.vocabulary import words
from extractor.records import Struct

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
