"""`parse_period`: the line with the place and dates of a session, read as the days on which the body meets.

Source: format catalogue 1.2.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from extractor.built import compiled, prepared
from extractor.grammar.calendar.dates import find_dates
from extractor.grammar.calendar.fold import fold
from extractor.grammar.calendar.times import find_times
from extractor.grammar.calendar.types import CalendarContext, DateSpan, Period
from extractor.grammar.calendar.vocabulary import either, forms
from extractor.lexicon import written

#: Two dates in reverse order that lie fewer days apart were printed so; others reach into the next year.
_MONTH = 32
#: The word before an hour (`at`, `à`) has no more letters.
_LEAD = 4
#: Look this far back for the word that leaves a period open (`from`).
_BACK = 30


@cache
def _open() -> re.Pattern[str]:
    """`opening on 9 September`, `as from 9 September 2025`, `à partir du`: the end of the session is not printed."""
    chinese = either(forms("dates.opening", written("unspaced")))
    western = either(forms("dates.opening", written("spaced", "attached")))
    day = either(forms("dates.opening_day"))
    return compiled(rf"(?:(?<![^\W_])(?:{western})\s+(?:(?:{day})\s+)?(?:\w+,?\s+)?|(?:{chinese})\s*)$")


def parse_period(text: str, context: CalendarContext | None = None) -> list[Period]:
    """The days named in a session's place and date line, one period for each unbroken stretch, in printed order.

    `New York, 19-23, 28 and 29 May and 5 June 2025` gives three periods: 19-23 May, 28-29 May, 5 June (two days
    joined by "and" are one stretch). A day behind "opening on" begins a period with `last` None. A month and
    year without days gives none: it is no proof of a month-long meeting. Parts without a year take it from
    their neighbours, then from `context`. Never raises for a string. Source: format catalogue 1.2.
    """
    periods: list[Period] = []
    before: DateSpan | None = None
    for span in find_dates(text, context):
        if span.first is None or _status().match(fold(text[: span.start]).text):
            continue
        period = _period(text, span)
        ranged = before is not None and "range" in before.flags and "range" in span.flags
        between = text[before.end : span.start] if before is not None else ""
        if (
            before is not None
            and not ranged
            and (_goes_on(between, periods[-1], period) or _ends(between, before, span) or _ends_behind_hour(between))
        ):
            periods[-1] = Period(periods[-1].first, period.last)
        else:
            periods.append(period)
        before = span
    return periods


def _goes_on(between: str, before: Period, period: Period) -> bool:
    """Whether a day of a list is the next one: `12, 13 and 16 May` is two days and one."""
    if before.last is None or period.first is None or period.last is None:
        return False
    return (period.first - before.last).days == 1 and _list_gap().fullmatch(fold(between).text) is not None


def _ends(between: str, before: DateSpan, span: DateSpan) -> bool:
    """Whether two dates in digits are the ends of a range: `2031-05-12 to 2031-05-14`."""
    return (
        "numeric" in before.flags
        and "numeric" in span.flags
        and None not in (before.first, span.first)
        and before.first < span.first  # type: ignore[operator]
        and _range_gap().fullmatch(fold(between).text) is not None
    )


def _ends_behind_hour(between: str) -> bool:
    """Whether an hour and the word of a range stand between two dates: `7 May, at 9.30 a.m., to 11 May`."""
    if not any(sign.isdigit() for sign in between):
        return False
    hours = find_times(between)
    if len(hours) != 1:
        return False
    lead, rest = between[: hours[0].start].strip(" ,("), between[hours[0].end :].strip(" ,)")
    return len(lead) <= _LEAD and bool(rest) and _range_gap().fullmatch(fold(rest).text) is not None


@cache
def _range_gap() -> re.Pattern[str]:
    """What stands between the ends of a range."""
    return compiled(rf"\s*(?:-|{either(forms('dates.to'))})\s*")


@prepared
def _status() -> re.Pattern[str]:
    """`As of 14 February 2031` at the head of a line: the day on which it is true, and none of the session."""
    return compiled(rf"\W*(?:{either(forms('dates.status'))})\s*$")


@cache
def _list_gap() -> re.Pattern[str]:
    """What stands between two days of a list."""
    return compiled(rf"\s*[,;、]?\s*(?:(?:{either(forms('dates.and'))})\s*)?")


def _period(text: str, span: DateSpan) -> Period:
    first, last = span.first, span.last
    if first == last and _open().search(fold(text[max(0, span.start - _BACK) : span.start]).text):
        return Period(first, None)
    if first is not None and last is not None and last < first:
        return Period(last, first) if (first - last).days < _MONTH else Period(first, _next_year(last))
    return Period(first, last)


def _next_year(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)
