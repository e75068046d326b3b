"""What a date or time cell says: `Monday, 27 June`, `3–6 p.m.`, `3 July and Friday, 4 July`, `10 a.m.: deadline …`.

The calendar grammar reads; this module decides whether the text is nothing but a moment, and what is left
when it is more.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from extractor.built import compiled, prepared
from extractor.grammar.calendar import CalendarContext, DateSpan, HalfDay, Period, TimeSpan, find_dates, find_times
from extractor.grammar.calendar.vocabulary import weekday_of
from extractor.grammar.zones import read_zone, without_offsets
from extractor.lexicon.folding import fold
from extractor.lexicon.signs import DASH
from extractor.lexicon.words import choice, everywhere
from extractor.lexicon.words import words as words_of
from extractor.records import Struct, replace
from extractor.rules import rule
from extractor.structure.timetable.item_numbers import read_items
from extractor.structure.timetable.phrases import endings, is_marked, opens_with
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.words import (
    clock_words,
    has_month,
    has_weekday,
    is_clockwork,
    mend,
    without_day_count,
)
from extractor.structure.vocabulary import has_figure

Sitting = tuple[dt.time, "dt.time | None"]

_REMARK = compiled(r"(?<!\s)\s*+[(\[（][^()\[\]（）]{0,80}[)\]）]\s*$")
_CJK = compiled("[\u4e00-\u9fff]")
#: No cell of a date or time has more characters.
LONGEST_CELL = 120
#: `MORNING (10.00–13.00 hours)`.
_WORD_AND_CLOCK = compiled(r"(?P<word>[^\d()]{2,20}?)\s*[(\[（](?P<in>[^()]+)[)\]）]")
#: The words in which an unfinished moment ends are no longer.
_LONGEST_OPEN = 20
_AFTER_MOMENT = compiled(r"^\s*[:：.,;–—-]?\s*")


class Moment(Struct, frozen=True):
    """A day or days, a slot of the day, or both.

    `text` is what it was read from, `rest` what stood behind it; `clocked` says that a time or half day was named;
    `zone` is the time zone that is printed with the time, `half` the half day.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    dated: bool = False
    clocked: bool = False
    start: dt.time | None = None
    end: dt.time | None = None
    sittings: tuple[Sitting, ...] = ()
    text: str = ""
    rest: str = ""
    mismatches: tuple[str, ...] = ()
    inferred: bool = False
    weekday: bool = False
    zone: str | None = None
    half: HalfDay | None = None


class Calendar:
    """Reads the moments of one timetable.

    `peek` only asks: its answer depends on the text and the meeting, never on what was asked before. `advance` is for
    the moments of the timetable in printed order: a day that prints no month or year has those of the day before it.
    """

    def __init__(self, context: CalendarContext, cells: Sequence[str] = ()) -> None:
        """Begin above the first of the `cells`; the first date among them is known to all."""
        self._known: dict[str, Moment | None] = {}
        self._meeting = context
        self._dateless = False
        opening = next(
            (found for text in cells if has_month(text) and (found := self.peek(text)) and found.first), None
        )
        if opening is not None:
            context = _in_year(cells, context) or context
            self._meeting = _behind(_moment_of(opening.text, context) or opening, context)
        self._dateless = opening is None
        self._known = {}
        self._here = self._meeting

    def peek(self, text: str) -> Moment | None:
        """The moment of a cell that holds nothing else but a remark in brackets; None otherwise."""
        if text not in self._known:
            found = _moment_of(text, self._meeting)
            if found is None and self._dateless and (day := only_weekday.applies(text, self._meeting)):
                found = Moment(first=day, dated=True, weekday=True, text=text)
            self._known[text] = found
        return self._known[text]

    def advance(self, moment: Moment) -> Moment:
        """The moment as it reads behind those before it; the next one is read behind it."""
        if moment.dated and (moment.inferred or moment.first is None) and self._here != self._meeting:
            moment = replace(_moment_of(moment.text, self._here) or moment, rest=moment.rest)
        self._here = _behind(moment, self._here)
        return moment

    def head(self, text: str) -> Moment | None:
        """The moment at the head of a text that goes on behind it (`3 p.m.: deadline …`); None where there is none."""
        text = mend(text)
        if not (
            has_figure(text[:40]) or (text[:1].isalpha() and fold(text).split(" ")[0].strip(".,:") in clock_words())
        ):
            return None
        best: Moment | None = None
        for end in self._ends(text):
            moment = _whole(text[:end], self._meeting)
            if moment:
                best = replace(moment, text=text[:end], rest=_AFTER_MOMENT.sub("", text[end:]))
        return best

    def day_at_place(self, text: str) -> Moment | None:
        """The day at the head of a row that says no more but where (`Monday, 7 July, Conference Room 2`)."""
        moment = self.head(text)
        if moment is None or not (moment.dated and moment.weekday) or read_items(moment.rest) is not None:
            return None
        return moment if text[: len(text) - len(moment.rest)].rstrip().endswith((",", "–", "—", "-")) else None

    def _ends(self, text: str) -> Iterator[int]:
        """Where the run of calendar words at the head of the text ends."""
        known = clock_words()
        reach = 0
        for token in re.finditer(r"[^\W\d_]+\.?|\d+|[^\w\s]", text):
            word = token[0]
            plain = fold(word).rstrip(".")
            if plain and plain[0].isalpha() and plain not in known and not _CJK.match(plain):
                break
            if token.start() > SETTINGS.moment_reach:
                break
            reach = token.end()
        else:
            reach = len(text)
        stops = [m.end() for m in re.finditer(rf"[:：](?=\s)|\s{DASH}\s|[.,;](?=\s)|\s|$|\)", text[: reach + 1])]
        yield from (stop for stop in stops if 0 < stop <= reach + 1)


def _in_year(cells: Sequence[str], context: CalendarContext) -> CalendarContext | None:
    """The context with the year that the weekdays choose, where all of them contradict the nearest one."""
    named = [text for text in cells if has_weekday(text) and has_month(text)]
    moments = [moment for text in named if (moment := _moment_of(text, context)) and moment.first and moment.inferred]
    days = [moment.first for moment in moments if moment.first]
    if not contradicted.applies(moments, [p for p in context.periods if p.first and p.last]):
        return None
    for year in (days[0].year + 1, days[0].year - 1):
        other = replace(context, periods=(), reference=_in(days[0], year))
        if not any((moment := _moment_of(text, other)) and moment.mismatches for text in named):
            return other
    return None


def _in(day: dt.date, year: int) -> dt.date:
    return dt.date(year, day.month, min(day.day, 28))


@rule("timetable.moment.year", source="timetables of the next session, whose days print no year")
def contradicted(moments: Sequence[Moment], periods: Sequence[Period]) -> bool:
    """A year that all weekdays contradict is not the year of a timetable, unless its days are those of the meeting."""
    if len(moments) < SETTINGS.least_weekdays or not all(moment.mismatches for moment in moments):
        return False
    return not any(
        period.first <= moment.first <= period.last
        for moment in moments
        for period in periods
        if moment.first and period.first and period.last
    )


def _behind(moment: Moment, context: CalendarContext) -> CalendarContext:
    """What is known of the days behind a moment."""
    return replace(context, month=moment.first.month, year=moment.first.year) if moment.first else context


def _moment_of(text: str, context: CalendarContext) -> Moment | None:
    """The moment of a cell that holds nothing else but a remark in brackets; None otherwise."""
    cell = without_day_count(mend(text).strip())
    if not cell or len(cell) > LONGEST_CELL:
        return None
    moment = _whole(cell, context)
    if moment is None and (remark := _REMARK.search(cell)) and remark.start():
        moment = _whole(cell[: remark.start()], context)
        inside = remark[0].strip(" ()[]（）")
        if moment and not moment.clocked and (clock := _whole(inside, context)) and clock.clocked and not clock.dated:
            moment = replace(moment, clocked=True, start=clock.start, end=clock.end, sittings=clock.sittings)
        if moment and moment.clocked:
            moment = replace(moment, zone=read_zone(inside))
    if moment is None and (inner := _WORD_AND_CLOCK.fullmatch(cell)):
        outside, within = _whole(inner["word"], context), _whole(inner["in"], context)
        if outside and within and outside.clocked and within.clocked:
            moment = within
    return replace(moment, text=text) if moment is not None else None


def _whole(text: str, context: CalendarContext) -> Moment | None:
    """The moment of a text in which nothing else stands."""
    text = text.strip().rstrip(":：;").rstrip(",")
    if not text or not is_clockwork(text):
        return None
    spans = find_dates(text, context)
    dates = [span for span in spans if span.precision == "day" and (span.first or span.day)]
    blank = list(text)
    for span in dates:
        blank[span.start : span.end] = " " * (span.end - span.start)
    left = "".join(blank)
    times = find_times(left if dates else text, context)
    for time in times:
        blank[time.start : time.end] = " " * (time.end - time.start)
    times = times or [span.time for span in dates if span.time]
    if has_figure(without_offsets("".join(blank))):
        return None
    if not dates and not times:
        return None
    found = _moment(dates, times, read_zone(text) if times else None)
    last = found.start if found.end is None and times and _until().search(fold(text)) else None
    return replace(found, start=None, end=last) if last else found


@rule("timetable.moment.weekday", source="meetings of a week: `Monday`, `Tuesday` over columns or rows", otherwise=None)
def only_weekday(text: str, context: CalendarContext) -> dt.date | None:
    """In a timetable without dates, a weekday alone is the one day of the meeting that bears its name."""
    weekday = weekday_of(text.strip(" :."))
    if weekday is None:
        return None
    found = [day for period in context.periods for day in _days_of(period) if day.weekday() == weekday]
    return found[0] if len(found) == 1 else None


def _days_of(period: Period) -> list[dt.date]:
    """The days of a period that is no longer than the weekdays of two weeks."""
    if period.first is None or period.last is None or not 0 <= (period.last - period.first).days < SETTINGS.weekdays:
        return []
    return [period.first + dt.timedelta(days=at) for at in range((period.last - period.first).days + 1)]


@prepared
def _until() -> re.Pattern[str]:
    """What says that a time is an end: `until 1 p.m.`, `until noon`."""
    words = sorted(words_of("timetable", "clock.until"), key=len, reverse=True)
    noon = choice(map(fold, everywhere("times.noon")))
    return compiled(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})\s*(?:\d|(?:{noon})(?!\w))")


def _moment(dates: list[DateSpan], times: list[TimeSpan], zone: str | None) -> Moment:
    firsts = [span.first for span in dates if span.first]
    lasts = [span.last for span in dates if span.last]
    first = min(firsts) if firsts else None
    last = max(lasts) if lasts else None
    sittings = tuple(sitting for time in times for sitting in time.sittings)
    return Moment(
        first=first,
        last=last if last != first else None,
        dated=bool(dates),
        clocked=bool(times) or any(span.half_day for span in dates),
        start=sittings[0][0] if sittings else None,
        end=sittings[-1][1] if sittings else None,
        sittings=sittings if len(sittings) > 1 else (),
        mismatches=tuple(span.text for span in dates if span.weekday_ok is False),
        inferred=any("year" in span.inferred for span in dates),
        weekday=any(span.weekday is not None for span in dates),
        zone=zone,
        half=next((time.half_day for time in times if time.half_day), None),
    )


@prepared
def _unfinished() -> re.Pattern[str]:
    return compiled(rf"(?:[-–—,&(/]|{endings('clock', 'open')})\s*$", re.IGNORECASE)


def is_unfinished(text: str) -> bool:
    """Whether a date or time goes on in the next line of its cell (`10 a.m.–`, `Monday,`, `24 October and`)."""
    return _unfinished().search(text, max(0, len(text) - _LONGEST_OPEN)) is not None


def is_week(text: str) -> bool:
    """Whether a line is the heading of a week; the days below it have dates of their own."""
    return len(text) < SETTINGS.longest_cell and (
        is_marked(text, "week") or (opens_with(text, "week") and has_figure(text))
    )
