"""What goes in and comes out of the calendar grammar: contexts, periods, date and time spans.

Source of what they hold: format catalogue 1.2, 4.2, 4.3 and 5.
"""

from __future__ import annotations

from datetime import date, time
from datetime import time as clock_time
from typing import Literal

from extractor.records import Value

HalfDay = Literal["am", "pm"]
Sitting = tuple[time, "time | None"]


class Period(Value, frozen=True, order=True):
    """A stretch of days, both ends counted.

    `last` is None when its end is not printed, `first` when its beginning is not.
    """

    first: date | None
    last: date | None

    @property
    def days(self) -> int | None:
        """How many days, or None for an open period."""
        return None if self.first is None or self.last is None else (self.last - self.first).days + 1


class CalendarContext(Value, frozen=True):
    """What is known around the text.

    `periods` are the days of the meeting: a date without a year, or a weekday and day without a month, is
    looked for in them first, then near `reference` (the date of issue), then in `year` and `month`. `language`
    (ISO 639-1) settles words that two languages share.
    """

    year: int | None = None
    month: int | None = None
    periods: tuple[Period, ...] = ()
    reference: date | None = None
    language: str | None = None
    place: str | None = None


class TimeSpan(Value, frozen=True):
    """A time of day, a range or a slot of several sittings.

    `sittings` are (start, end) with `end` None where only the start is printed. `half_day` is set for "morning"
    and the like, which give no times. `zone` is the zone as printed ("CEST", "New York time"). An end of 00:00
    is the midnight that ends the day.
    """

    text: str
    start: int
    end: int
    sittings: tuple[Sitting, ...] = ()
    half_day: HalfDay | None = None
    zone: str | None = None
    flags: frozenset[str] = frozenset()

    @property
    def start_time(self) -> time | None:
        """When the first sitting starts."""
        return self.sittings[0][0] if self.sittings else None

    @property
    def end_time(self) -> time | None:
        """When the last sitting ends, if that is printed."""
        return self.sittings[-1][1] if self.sittings else None


class DateSpan(Value, frozen=True):
    """One date or one range of days as printed.

    `first` and `last` are equal for a single day. Both are None when the year is nowhere to be had, when the
    date is impossible (flag ``impossible``), or when only a month is printed (`precision` "month": then `year`
    and `month` hold it). `weekday` is the printed one (Monday is 0, as in :mod:`datetime`), `weekday_ok`
    whether the calendar agrees; a contradicted date is kept. `inferred` names what was not printed; `ambiguous`
    says that another reading stands beside it. `time` is the time printed next to the date.
    """

    text: str
    start: int
    end: int
    first: date | None
    last: date | None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    precision: Literal["day", "month"] = "day"
    weekday: int | None = None
    last_weekday: int | None = None
    weekday_ok: bool | None = None
    inferred: frozenset[str] = frozenset()
    ambiguous: bool = False
    half_day: HalfDay | None = None
    last_half_day: HalfDay | None = None
    time: TimeSpan | None = None
    flags: frozenset[str] = frozenset()

    @property
    def start_time(self) -> clock_time | None:
        """The start printed beside the date."""
        return self.time.start_time if self.time else None

    @property
    def end_time(self) -> clock_time | None:
        """The end printed beside the date."""
        return self.time.end_time if self.time else None
