"""When a meeting opens."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from extractor.built import compiled
from extractor.diagnostics import DATE_CONFLICT, INFERRED_OPENING, Note
from extractor.grammar.calendar import CalendarContext, DateSpan, TimeSpan, find_dates, find_times
from extractor.lexicon import LANGUAGES, load
from extractor.lexicon.folding import fold
from extractor.lexicon.words import choice
from extractor.records import replace
from extractor.rules import rule
from extractor.structure.masthead.model import Masthead
from extractor.structure.meetings.model import Entry, MeetingFacts
from extractor.structure.meetings.sentences import Sentence, context_of
from extractor.structure.meetings.settings import SETTINGS
from extractor.structure.meetings.words import words as meeting_words
from extractor.structure.timetable.words import is_half_day

_WEEK = 7


class Moment(NamedTuple):
    """The moment that a sentence gives, and what it says that contradicts the meeting's days."""

    moment: dt.datetime | None
    conflicts: tuple[Note, ...]


def with_opening(
    meeting: MeetingFacts, masthead: Masthead, sentences: Sequence[Sentence], language: str | None
) -> MeetingFacts:
    """The meeting with the hour of opening that the first sentence on it gives."""
    context = context_of(meeting, masthead, language)
    place_lines = masthead.sections[0].lines if masthead.sections else ()
    for text in (*place_lines, *(sentence.text for sentence in sentences if sentence.opens or sentence.header)):
        moment, conflicts = moment_in(text, context, meeting)
        meeting = replace(meeting, conflicts=meeting.conflicts + conflicts)
        if moment is None and text in place_lines:
            moment = labelled_hour.applies(text, context, meeting)
        if moment is not None:
            return replace(meeting, opens_at=aware(moment, meeting.timezone))
    return meeting


def with_scheduled_opening(meeting: MeetingFacts, schedule: Iterable[Entry]) -> MeetingFacts:
    """The meeting with the hour of the timetable's entry for the opening, where no line or sentence has given it."""
    if meeting.opens_at is not None:
        return meeting
    dated = [(entry.date, entry) for entry in schedule if entry.date is not None]
    earliest = min((day for day, _ in dated), default=None)
    for day, entry in dated:
        if day != earliest or entry.start is None or not entry.title:
            continue
        if meeting_words().opening_entry.match(fold(entry.title).strip(" .:;")):
            opens_at = aware(dt.datetime.combine(day, entry.start), meeting.timezone)
            return replace(meeting, opens_at=opens_at).noting(INFERRED_OPENING.note(path="opens_at"))
    return meeting


def moment_in(text: str, context: CalendarContext, meeting: MeetingFacts) -> Moment:
    """Day and hour of a sentence: the first day that fits the meeting, and the time that stands nearest to it."""
    dates = find_dates(text, context)
    times = _times(text, dates, context)
    conflicts: list[Note] = []
    for span in dates if times else ():
        if span.first is None:
            continue
        if is_outside.applies(span.first, meeting):
            conflicts.append(DATE_CONFLICT.note(path="opens_at", date=span.text))
            continue
        if is_later_segment.applies(span.first, text, meeting):
            continue
        told = behind_verb.applies(text, times) or min(times, key=lambda found: _distance(found, span))
        sittings = told.sittings
        return Moment(dt.datetime.combine(span.first, sittings[0][0]), tuple(conflicts))
    day = day_of_week.applies(text, meeting) or first_day.applies(text, meeting) if times and not dates else None
    if day is not None:
        return Moment(dt.datetime.combine(day, times[0].sittings[0][0]), ())
    return Moment(None, tuple(conflicts))


@rule(
    "meetings.labelled_hour",
    source="agencies: `Time: 13:00 – 17:00 (GMT+3)` below `Date: 17 April 2032`",
    otherwise=None,
)
def labelled_hour(text: str, context: CalendarContext, meeting: MeetingFacts) -> dt.datetime | None:
    """The hour of a line of the masthead that has no days is that of the first day, where there is but one period."""
    if ":" not in text or len(meeting.firsts) != 1 or find_dates(text, context):
        return None
    times = _times(text, (), context)
    return dt.datetime.combine(meeting.firsts[0], times[0].sittings[0][0]) if times else None


@rule(
    "meetings.behind_verb",
    source="UNCITRAL: `from 2 p.m. to 5 p.m., except on Monday, 5 October, when the session will be opened at 10 a.m.`",
    otherwise=None,
)
def behind_verb(text: str, times: Sequence[TimeSpan]) -> TimeSpan | None:
    """Of several times, the one right behind the verb of opening is meant, whatever stands nearer to the day."""
    folded = fold(text) if len(times) > 1 else ""
    opens = meeting_words().opens.search(folded) if len(folded) == len(text) else None
    if opens is None:
        return None
    return next((one for one in times if 0 <= one.start - opens.end() <= SETTINGS.behind_verb), None)


@rule("meetings.day_of_week", source="catalogue 5: `will be opened at 3 p.m. on Thursday`", otherwise=None)
def day_of_week(text: str, meeting: MeetingFacts) -> dt.date | None:
    """A weekday without a date is the first of that name among the meeting's days."""
    found = _weekdays().search(fold(text))
    if found is None or not meeting.firsts or meeting_words().parts.search(fold(text)):
        return None
    first = min(meeting.firsts)
    ahead = (_weekday_of()[found[0]] - first.isoweekday()) % _WEEK
    day = first + dt.timedelta(days=ahead)
    return None if is_outside.applies(day, meeting) else day


@rule("meetings.opens_first_day", source="boards of agencies: `The session will open at 9 a.m.`", otherwise=None)
def first_day(text: str, meeting: MeetingFacts) -> dt.date | None:
    """Without a day the session opens on its first, where it is all that stands before the verb."""
    folded = fold(text)
    opens = meeting_words().opens.search(folded)
    if opens is None or len(meeting.firsts) != 1 or meeting_words().parts.search(folded) or _weekdays().search(folded):
        return None
    before = folded[: opens.start()]
    named = before.split()
    alone = len(named) <= SETTINGS.alone and meeting_words().gatherings.search(before) is not None
    return meeting.firsts[0] if alone and not any(map(is_half_day, named)) else None


@cache
def _weekday_of() -> dict[str, int]:
    """The folded names of the days of the week with their numbers, Monday first."""
    return {fold(name).rstrip("."): number for code in LANGUAGES for name, number in load(code).weekdays.items()}


@cache
def _weekdays() -> re.Pattern[str]:
    names = choice(sorted(_weekday_of(), key=len, reverse=True))
    return compiled(rf"(?<![^\W_])(?:{names})(?![^\W_])|(?:{choice(_without_spaces())})")


def _without_spaces() -> list[str]:
    """The names in scripts that set no spaces between words."""
    return [name for name in _weekday_of() if name >= "\u4e00"]


def _times(text: str, dates: Sequence[DateSpan], context: CalendarContext) -> list[TimeSpan]:
    """The times of a sentence: outside its dates, for the year before `à 10 heures` is no time; else anywhere."""
    bare = text
    for span in dates:
        bare = bare[: span.start] + "·" * (span.end - span.start) + bare[span.end :]
    times = [span for span in find_times(bare, context) if span.sittings]
    return times or [span for span in find_times(text, context) if span.sittings]


@rule("meetings.later_segment", source="catalogue 5: `The high-level segment will open on ...`")
def is_later_segment(day: dt.date, text: str, meeting: MeetingFacts) -> bool:
    """A segment that opens after the first day is not the opening of the session."""
    return bool(meeting.firsts) and day != min(meeting.firsts) and meeting_words().parts.search(fold(text)) is not None


@rule("meetings.outside_period", source="catalogue 5: dates of deadlines and of other sessions")
def is_outside(day: dt.date, meeting: MeetingFacts) -> bool:
    """A day that is not in the periods of the meeting, nor a few days before them, is none of its days."""
    firsts = meeting.firsts
    if not firsts:
        return False
    last = max(end for period in meeting.periods if (end := period.last or period.first) is not None)
    if any(period.last is None for period in meeting.periods):
        last += SETTINGS.longest
    return not min(firsts) - SETTINGS.stray <= day <= last


def _distance(time: TimeSpan, date: DateSpan) -> int:
    return max(time.start - date.end, date.start - time.end, 0)


def aware(moment: dt.datetime, zone: str | None) -> dt.datetime:
    """The moment in the time zone of that IANA name, as it is where there is none."""
    if zone is None:
        return moment
    try:
        return moment.replace(tzinfo=ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return moment
