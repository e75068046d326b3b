"""`parse_period`: the line with the place and dates of a session, read as the days on which the body meets
(format catalogue 1.2).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from extractor.grammar.calendar.dates import find_dates
from extractor.grammar.calendar.fold import fold
from extractor.grammar.calendar.types import CalendarContext, DateSpan, Period
from extractor.grammar.calendar.vocabulary import either, forms
from extractor.lexicon import written


@cache
def _open() -> re.Pattern[str]:
    """`opening on 9 September`, `as from 9 September 2025`, `à partir du`: the end of the session is not printed."""
    chinese = either(forms("dates.opening", written("unspaced")))
    western = either(forms("dates.opening", written("spaced", "attached")))
    day = either(forms("dates.opening_day"))
    return re.compile(rf"(?:(?<![^\W_])(?:{western})\s+(?:(?:{day})\s+)?(?:\w+,?\s+)?|(?:{chinese})\s*)$")


def parse_period(text: str, context: CalendarContext | None = None) -> list[Period]:
    """The days named in a session's place and date line, one period for each unbroken stretch, in printed order.

    `New York, 19-23, 28 and 29 May and 5 June 2025` gives three periods: 19-23 May, 28-29 May, 5 June (two days
    joined by "and" are one stretch). A day behind "opening on" begins a period with `last` None. A month and
    year without days gives none: it is no proof of a month-long meeting. Parts without a year take it from
    their neighbours, then from `context`. Never raises for a string. Source: format catalogue 1.2.
    """
    periods: list[Period] = []
    for span in find_dates(text, context):
        if span.first is None:
            continue
        periods.append(_period(text, span))
    return periods


def _period(text: str, span: DateSpan) -> Period:
    first, last = span.first, span.last
    if first == last and _open().search(fold(text[max(0, span.start - 30) : span.start]).text):
        return Period(first, None)
    if first is not None and last is not None and last < first:
        return Period(last, first) if (first - last).days < 32 else Period(first, _next_year(last))
    return Period(first, last)


def _next_year(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)
