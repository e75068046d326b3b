"""Timetables: annexes on the organization of work, lists of days, tables of dates of consideration, workplans.

`schedule_regions` says where they stand among the body lines of a paper, `read_schedule` reads one. The rules for rows
and slots are those of the output contract ("Timetable" and the rules on slots); the variants are those of format
catalogue 4.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from extractor.diagnostics import INFERRED_DAY, Note
from extractor.grammar.calendar import CalendarContext, Period
from extractor.grammar.zones import read_zone
from extractor.layout.lines.model import Line
from extractor.reading.page import Rule as Drawn
from extractor.reading.shared.signs import RTL_LETTER
from extractor.records import Struct, replace
from extractor.rules import rule
from extractor.structure.timetable.bare_hours import with_hours
from extractor.structure.timetable.columns import layout_of
from extractor.structure.timetable.entries import entries_of
from extractor.structure.timetable.list import list_events
from extractor.structure.timetable.model import Event, EventKind, ScheduleEntry
from extractor.structure.timetable.moments import Calendar, Moment
from extractor.structure.timetable.phrases import column_role, is_marked
from extractor.structure.timetable.regions import Region, schedule_regions
from extractor.structure.timetable.ruled import in_cells, ruled_of, stretches
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.table import table_events
from extractor.structure.timetable.touching import without_touching
from extractor.structure.vocabulary import is_heading

__all__ = ["Region", "ScheduleContext", "ScheduleEntry", "events_of", "read_schedule", "schedule_regions"]


class ScheduleContext(Struct):
    """What is known of the meeting: its periods give dates their year."""

    periods: tuple[Period, ...] = ()
    year: int | None = None
    issue_date: dt.date | None = None
    place: str | None = None
    language: str = "en"


def read_schedule(
    lines: Sequence[Line], rules: Mapping[int, list[Drawn]], context: ScheduleContext, before: int = 0
) -> tuple[list[ScheduleEntry], list[Note]]:
    """The entries of one timetable in printed order, and notes on what did not fit.

    `lines` are those of a region, heading included; `rules` the drawn lines by page number. The timetables `before`
    have so many entries: the paths of the notes count them.
    """
    if not lines:
        return [], []
    entries, notes = entries_of(events_of(lines, rules, context), before)
    zone = next((zone for line in lines for cell in line.cells if (zone := zone_of_all.applies(cell.text))), None)
    if zone:
        entries = [replace(entry, zone=entry.zone or zone) for entry in entries]
    entries = [_turned(entry) if runs_backwards.applies(entry) else entry for entry in entries]
    day = only_day.applies(entries, context.periods) if entries and not before else None
    if day is not None:
        entries = [replace(entry, date=day) for entry in entries]
        notes.append(INFERRED_DAY.note(entries[0].page, path="schedule", day=day.isoformat()))
    return entries, notes


@rule("timetable.backwards", source="Arabic tables: `10:00-13:00` set close beside its day, drawn as one line with it")
def runs_backwards(entry: ScheduleEntry) -> bool:
    """Times of one day that run backwards were read from the wrong side: the slot ends in the day, not in the night."""
    if entry.start is None or entry.end is None or not SETTINGS.night <= entry.end < entry.start:
        return False
    return any(RTL_LETTER.search(line.text) for line in entry.lines)


def _turned(entry: ScheduleEntry) -> ScheduleEntry:
    sittings = [(last or first, first) for first, last in entry.sittings]
    return replace(entry, start=entry.end, end=entry.start, sittings=sittings)


@rule("timetable.only_day", source="meetings of one day, which the masthead alone prints", otherwise=None)
def only_day(entries: Sequence[ScheduleEntry], periods: Sequence[Period]) -> dt.date | None:
    """The day of a meeting of one day, where its timetable has hours and prints none."""
    if len(periods) != 1 or periods[0].days != 1 or any(entry.date or entry.end_date for entry in entries):
        return None
    return periods[0].first if any(entry.start for entry in entries) else None


@rule("timetable.zone.of_all", source="online sessions: `All times are New York time`, `Time (UTC)`", otherwise=None)
def zone_of_all(text: str) -> str | None:
    """The zone that a remark on the timetable or the head of the times gives all times."""
    said = is_marked(text, "remarks") or ("(" in text and column_role(text) == "when")
    return read_zone(text) if said or zone_behind_heading.applies(text) else None


@rule("timetable.zone.behind_heading", source="online sessions: `Organization of work (all times are in UTC)`")
def zone_behind_heading(text: str) -> bool:
    """A remark on all times in brackets behind the heading of the timetable."""
    heading, bracket, remark = text.partition("(")
    return bool(bracket) and is_marked(remark, "remarks") and is_heading(heading.strip(), "schedule")


def events_of(lines: Sequence[Line], rules: Mapping[int, list[Drawn]], context: ScheduleContext) -> list[Event]:
    """The events of one timetable in printed order: dates, times, headings, entries, each with the rule behind it."""
    known = CalendarContext(
        year=context.year,
        periods=context.periods,
        reference=context.issue_date,
        language=context.language,
        place=context.place,
    )
    ruled = ruled_of(lines, rules)
    lines = with_hours(without_touching(in_cells(lines, ruled)))
    calendar = Calendar(known, [cell.text for line in lines for cell in line.cells])
    events: list[Event] = []
    for own in stretches(lines, ruled):
        layout = layout_of(own, ruled)
        events += table_events(own, ruled, layout, calendar) if layout else list_events(own, calendar)
    return _without_period(_in_order(events, calendar), context.periods)


def _in_order(events: Iterable[Event], calendar: Calendar) -> list[Event]:
    """The events with their moments as they read one behind the other, in printed order."""
    return [
        replace(
            event,
            moment=event.moment and calendar.advance(event.moment),
            days={at: calendar.advance(moment) for at, moment in event.days.items()},
        )
        if event.moment or event.days
        else event
        for event in events
    ]


@rule("timetable.period.days", source="catalogue 4: `Proposed programme of work (Geneva, 30 June-25 July 1997)`")
def is_period(moment: Moment, following: Event | None, periods: Sequence[Period]) -> bool:
    """The days of the whole meeting, or days with those of single rows right below, date no entry."""
    if any(period.first == moment.first and period.last == moment.last for period in periods):
        return True
    return following is not None and following.kind in (EventKind.DATE, EventKind.CLEAR, EventKind.DAYS)


def _without_period(events: Sequence[Event], periods: Sequence[Period]) -> list[Event]:
    """Leave out the line under the heading that gives the days of the whole meeting."""
    kept: list[Event] = []
    started = False
    for at, event in enumerate(events):
        moment = event.moment
        ranged = moment and moment.last and not (moment.weekday or moment.clocked)
        if moment and ranged and not started and event.kind is EventKind.DATE:
            following = next((e for e in events[at + 1 :] if e.kind is not EventKind.HEADING), None)
            if is_period.applies(moment, following, periods):
                continue
        started = started or event.kind is EventKind.ENTRY
        kept.append(event)
    return kept
