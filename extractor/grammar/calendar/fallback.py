"""`read_date`: a string that should be a date, read by the grammar and, where that finds none, by dateparser.

dateparser is imported only when it is needed, is given the language and the reference date, and never sees more
than a short candidate: over running text it takes numbers, symbols and resolution numbers for dates (measured on real
papers; `benchmarks/grammar.py` shows both side by side). Source of the day-before-month order: UN Editorial Manual.
"""

from __future__ import annotations

import re
from datetime import datetime, time

from extractor.built import compiled
from extractor.grammar.calendar.dates import find_dates
from extractor.grammar.calendar.types import CalendarContext, DateSpan

#: The longest string worth handing over: a weekday, a date and a time in words.
LONGEST_CANDIDATE = 60
_SYMBOL = compiled(r"[A-Za-z]/|/[A-Za-z]|\d/\d{4}/\d")


def read_date(text: str, context: CalendarContext | None = None) -> DateSpan | None:
    """The date that `text` as a whole says, or None.

    For a cell, a masthead line or another short string that is known to hold one date; what only dateparser
    could read has the flag ``dateparser``, and a day that it had to guess is not taken. Source: format
    catalogue 5 for the grammar's own forms.
    """
    context = context or CalendarContext()
    spans = [span for span in find_dates(text, context) if span.first is not None or span.precision == "month"]
    if spans:
        return spans[0]
    stripped = text.strip()
    if (
        not stripped
        or len(stripped) > LONGEST_CANDIDATE
        or not any(char.isdigit() for char in stripped)
        or _SYMBOL.search(stripped)
    ):
        return None
    return _by_dateparser(text, stripped, context)


def _by_dateparser(text: str, stripped: str, context: CalendarContext) -> DateSpan | None:
    import dateparser

    settings: dict[str, object] = {
        "DATE_ORDER": "DMY",
        "REQUIRE_PARTS": ["day", "month"],
        "PREFER_DATES_FROM": "current_period",
    }
    reference = context.reference or (context.periods[0].first if context.periods else None)
    if reference is not None:
        settings["RELATIVE_BASE"] = datetime.combine(reference, time())
    else:
        settings["REQUIRE_PARTS"] = ["day", "month", "year"]
    languages = [context.language] if context.language else None
    moment = dateparser.parse(stripped, languages=languages, settings=settings)
    if moment is None:
        return None
    day = moment.date()
    start = text.index(stripped)
    year = re.search(r"\d{4}", stripped)
    inferred = frozenset() if year else frozenset({"year"})
    return DateSpan(
        stripped,
        start,
        start + len(stripped),
        day,
        day,
        day.day,
        day.month,
        day.year,
        inferred=inferred,
        flags=frozenset({"dateparser"}),
    )
