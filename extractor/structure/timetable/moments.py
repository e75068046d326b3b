"""What a date or time cell says: `Monday, 27 June`, `3–6 p.m.`, `3 July and Friday, 4 July`, `10 a.m.: deadline …`.

The calendar grammar reads; this module decides whether the text is nothing but a moment, and what is left
when it is more.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractor.grammar.calendar import CalendarContext, DateSpan, TimeSpan, find_dates, find_times
from extractor.structure.timetable.item_numbers import read_items
from extractor.structure.timetable.words import clock_words, is_clockwork, is_marked, mend, opens_with
from extractor.structure.vocabulary import fold, has_figure

Sitting = tuple[dt.time, "dt.time | None"]

_WORD = re.compile(r"[^\W\d_]+")
_REMARK = re.compile(r"\s*[(\[（][^()\[\]（）]{0,80}[)\]）]\s*$")
_CJK = re.compile("[\u4e00-\u9fff]")
_UNFINISHED = re.compile(
    r"(?:[-–—,&(/]|\b(?:and|to|et|à|y|a|(?:de |a )las?|los|e|и|до|по|from|de|du|с|at))\s*$|[至到和及]$", re.IGNORECASE
)
_COUNTED_DAY = re.compile(r"([^\W\d]{2,8} ?\d{1,2}|第.天)\s?[:：.,–—-]\s?(?=\S)")
_AFTER_MOMENT = re.compile(r"^\s*[:：.,;–—-]?\s*")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or days, a slot of the day, or both.

    `rest` is what stood beside it; `clocked` says that a time or half day was named.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    dated: bool = False
    clocked: bool = False
    start: dt.time | None = None
    end: dt.time | None = None
    sittings: tuple[Sitting, ...] = ()
    rest: str = ""
    mismatches: tuple[str, ...] = ()
    inferred: bool = False
    weekday: bool = False


@dataclass(slots=True)
class Calendar:
    """Reads the moments of one timetable; the last day read helps with those that print no month or year."""

    context: CalendarContext
    # One cell is asked about in several places, mostly with the same day before it.
    _known: dict[tuple[str, CalendarContext], tuple[Moment | None, CalendarContext]] = field(
        default_factory=dict, init=False, repr=False
    )

    def read(self, text: str) -> Moment | None:
        """The moment of a cell that holds nothing else but a remark in brackets; None otherwise."""
        text = mend(text).strip()
        if not text or len(text) > 120:
            return None
        if (counted := _COUNTED_DAY.match(text)) and is_marked(counted[1], "counted_day"):
            text = text[counted.end() :]  # `Day 1: Monday, 7 July`
        moment = self._whole(text)
        if moment is None and (remark := _REMARK.search(text)) and remark.start():
            moment = self._whole(text[: remark.start()])
            inside = remark[0].strip(" ()[]（）")
            if moment and not moment.clocked and (clock := self._whole(inside)) and clock.clocked and not clock.dated:
                moment = replace(moment, clocked=True, start=clock.start, end=clock.end, sittings=clock.sittings)
        if moment is None and (inner := re.fullmatch(r"(?P<word>[^\d()]{2,20}?)\s*[(\[（](?P<in>[^()]+)[)\]）]", text)):
            outside, within = self._whole(inner["word"]), self._whole(inner["in"])  # MORNING (10.00–13.00 hours)
            if outside and within and outside.clocked and within.clocked:
                moment = within
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
            moment = self._whole(text[:end])
            if moment:
                rest = _AFTER_MOMENT.sub("", text[end:])
                best = replace(moment, rest=rest)
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
            if token.start() > 110:
                break
            reach = token.end()
        else:
            reach = len(text)
        stops = [m.end() for m in re.finditer(r"[:：](?=\s)|\s[–—-]\s|[.,;](?=\s)|\s|$|\)", text[: reach + 1])]
        yield from (stop for stop in stops if 0 < stop <= reach + 1)

    def _whole(self, text: str) -> Moment | None:
        text = text.strip().rstrip(":：;").rstrip(",")
        if not text or not is_clockwork(text):
            return None
        asked = text, self.context
        if asked not in self._known:
            self._known[asked] = self._read(text), self.context
        moment, self.context = self._known[asked]
        return moment

    def _read(self, text: str) -> Moment | None:
        """The moment of a text that is clockwork, and its month and year for those that follow."""
        spans = find_dates(text, self.context)
        dates = [span for span in spans if span.precision == "day" and (span.first or span.day)]
        blank = list(text)
        for span in dates:
            blank[span.start : span.end] = " " * (span.end - span.start)
        left = "".join(blank)
        times = find_times(left if dates else text, self.context)
        for time in times:
            blank[time.start : time.end] = " " * (time.end - time.start)
        times = times or [span.time for span in dates if span.time]
        if has_figure("".join(blank)):
            return None
        if not dates and not times:
            return None
        return self._moment(dates, times)

    def _moment(self, dates: list[DateSpan], times: list[TimeSpan]) -> Moment:
        firsts = [span.first for span in dates if span.first]
        lasts = [span.last for span in dates if span.last]
        first = min(firsts) if firsts else None
        last = max(lasts) if lasts else None
        if first and last and (last - first).days > 62:
            last = firsts[0]  # a list whose months were taken from two sides
        sittings = tuple(sitting for time in times for sitting in time.sittings)
        clocked = bool(times) or any(span.half_day for span in dates)
        mismatches = tuple(span.text for span in dates if span.weekday_ok is False)
        if first:
            self.context = replace(self.context, month=first.month, year=first.year, reference=self.context.reference)
        return Moment(
            first, last if last != first else None, bool(dates), clocked,
            sittings[0][0] if sittings else None, sittings[-1][1] if sittings else None,
            sittings if len(sittings) > 1 else (), "", mismatches, any("year" in span.inferred for span in dates),
            any(span.weekday is not None for span in dates),
        )  # fmt: skip


def is_unfinished(text: str) -> bool:
    """Whether a date or time goes on in the next line of its cell (`10 a.m.–`, `Monday,`, `24 October and`)."""
    return _UNFINISHED.search(text) is not None


def is_week(text: str) -> bool:
    """Whether a line is the heading of a week; the days below it have dates of their own."""
    return len(text) < 90 and (is_marked(text, "week") or (opens_with(text, "week") and has_figure(text)))
