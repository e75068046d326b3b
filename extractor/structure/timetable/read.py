"""Timetables: annexes on the organization of work, lists of days, tables of dates of consideration, workplans.

`schedule_regions` says where they stand among the body lines of a paper, `read_schedule` reads one. The rules for rows
and slots are those of the output contract ("Timetable" and the rules on slots); the variants are those of format
catalogue 4.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractor.diagnostics import Note
from extractor.grammar.calendar import CalendarContext, Period
from extractor.layout.lines.model import Line
from extractor.reading.page import Rule
from extractor.structure.timetable.columns import layout_of
from extractor.structure.timetable.entries import entries_of
from extractor.structure.timetable.list import list_events
from extractor.structure.timetable.model import Event, EventKind, ScheduleEntry
from extractor.structure.timetable.moments import Calendar
from extractor.structure.timetable.regions import Region, schedule_regions
from extractor.structure.timetable.table import table_events

__all__ = ["Region", "ScheduleContext", "ScheduleEntry", "read_schedule", "schedule_regions"]


@dataclass(slots=True)
class ScheduleContext:
    """What is known of the meeting: its periods give dates their year.

    `items` are the agenda's numbers and titles; whether an entry names another is for the diagnostics to say.
    """

    periods: tuple[Period, ...] = ()
    year: int | None = None
    issue_date: dt.date | None = None
    place: str | None = None
    language: str = "en"
    items: Mapping[str, str] = field(default_factory=dict)


def read_schedule(
    lines: Sequence[Line], rules: Mapping[int, list[Rule]], context: ScheduleContext
) -> tuple[list[ScheduleEntry], list[Note]]:
    """The entries of one timetable in printed order, and notes on what did not fit.

    `lines` are those of a region, heading included; `rules` the drawn lines by page number.
    """
    if not lines:
        return [], []
    known = CalendarContext(
        year=context.year,
        periods=context.periods,
        reference=context.issue_date,
        language=context.language,
        place=context.place,
    )
    calendar = Calendar(known, (cell.text for line in lines for cell in line.cells))
    layout = layout_of(lines, rules)
    events = table_events(lines, rules, layout, calendar) if layout else list_events(lines, calendar)
    return entries_of(_without_period(_in_order(events, calendar), context.periods))


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


def _without_period(events: list[Event], periods: Sequence[Period]) -> list[Event]:
    """Leave out the line under the heading that gives the days of the whole session; it dates no entry."""
    kept: list[Event] = []
    started = False
    for event in events:
        moment = event.moment
        if (
            not started
            and event.kind is EventKind.DATE
            and moment
            and moment.last
            and not moment.weekday
            and not moment.clocked
        ):
            whole = any(p.first == moment.first and p.last == moment.last for p in periods)
            following = next((e for e in events[events.index(event) + 1 :] if e.kind is not EventKind.HEADING), None)
            if whole or (following is not None and following.kind in (EventKind.DATE, EventKind.CLEAR, EventKind.DAYS)):
                continue
        started = started or event.kind is EventKind.ENTRY
        kept.append(event)
    return kept
