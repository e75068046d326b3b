"""When a meeting opens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from extractor.diagnostics import DATE_CONFLICT, INFERRED_OPENING
from extractor.grammar.calendar import CalendarContext, DateSpan, TimeSpan, find_dates, find_times
from extractor.structure.masthead.read import Masthead
from extractor.structure.masthead.words import fold, words
from extractor.structure.meetings.model import LONGEST, Entry, MeetingFacts
from extractor.structure.meetings.sentences import Sentence, context_of

#: The opening may be some days off the printed period where the two disagree, not more.
STRAY = dt.timedelta(days=4)


def find_opening(
    meeting: MeetingFacts,
    masthead: Masthead,
    sentences: Sequence[Sentence],
    schedule: Iterable[Entry],
    language: str | None,
) -> None:
    context = context_of(meeting, masthead, language)
    for sentence in sentences:
        if not (sentence.opens or sentence.header):
            continue
        moment = _moment(sentence.text, context, meeting)
        if moment is not None:
            meeting.opens_at = _aware(moment, meeting.timezone)
            return
    take_opening(meeting, schedule)


def take_opening(meeting: MeetingFacts, schedule: Iterable[Entry]) -> None:
    """Take the hour of opening from the timetable's entry for it, where no line or sentence has given it."""
    if meeting.opens_at is not None:
        return
    dated = [entry for entry in schedule if entry.date is not None]
    earliest = min((entry.date for entry in dated if entry.date is not None), default=None)
    for entry in dated:
        if entry.date != earliest or entry.start is None or not entry.title:
            continue
        if words().opening_entry.match(fold(entry.title).strip(" .:;")) and entry.date is not None:
            meeting.opens_at = _aware(dt.datetime.combine(entry.date, entry.start), meeting.timezone)
            meeting.inferred.append(INFERRED_OPENING.note())
            return


def _moment(text: str, context: CalendarContext, meeting: MeetingFacts) -> dt.datetime | None:
    """Day and hour of a sentence: the first day that fits the meeting, and the time that stands nearest to it."""
    dates = find_dates(text, context)
    bare = text
    for span in dates:  # the year before `à 10 heures` is no time
        bare = bare[: span.start] + "·" * (span.end - span.start) + bare[span.end :]
    times = [span for span in find_times(bare, context) if span.sittings]
    if not times:
        times = [span for span in find_times(text, context) if span.sittings]
    if not times:
        return None
    for span in dates:
        if span.first is None:
            continue
        day = _fit(span, meeting)
        if day is None:
            if meeting.periods and span.first is not None:
                meeting.conflicts.append(DATE_CONFLICT.note(date=span.text))
            continue
        firsts = [period.first for period in meeting.periods if period.first is not None]
        if firsts and day != min(firsts) and words().parts.search(fold(text)):
            continue  # a later segment of the session
        time = min(times, key=lambda found: _distance(found, span))
        return dt.datetime.combine(day, time.sittings[0][0])
    return None


def _fit(span: DateSpan, meeting: MeetingFacts) -> dt.date | None:
    day = span.first
    firsts = [period.first for period in meeting.periods if period.first is not None]
    if day is None or not firsts:
        return day
    lasts = [period.last or period.first for period in meeting.periods]
    last = max(end for end in lasts if end is not None)
    if any(period.last is None for period in meeting.periods):
        last += LONGEST
    return day if min(firsts) - STRAY <= day <= last else None


def _distance(time: TimeSpan, date: DateSpan) -> int:
    return max(time.start - date.end, date.start - time.end, 0)


def _aware(moment: dt.datetime, zone: str | None) -> dt.datetime:
    if zone is None:
        return moment
    try:
        return moment.replace(tzinfo=ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return moment
