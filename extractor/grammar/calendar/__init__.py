"""Dates, times of day and the periods of meetings, as papers print them in the six official languages.

``find_dates`` and ``find_times`` return typed spans with exact offsets; ``parse_period`` reads the line with
the place and dates of a session. All take a :class:`CalendarContext`. The words stand in
``extractor/lexicon/languages/*.toml``.
"""

from extractor.grammar.calendar.dates import find_dates
from extractor.grammar.calendar.fallback import read_date
from extractor.grammar.calendar.periods import parse_period
from extractor.grammar.calendar.times import find_times
from extractor.grammar.calendar.types import CalendarContext, DateSpan, HalfDay, Period, Sitting, TimeSpan

__all__ = [
    "CalendarContext",
    "DateSpan",
    "HalfDay",
    "Period",
    "Sitting",
    "TimeSpan",
    "find_dates",
    "find_times",
    "parse_period",
    "read_date",
]
