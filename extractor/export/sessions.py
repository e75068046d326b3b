"""The meetings of a paper as events, each with its part of the timetable: what linked data and civic data share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.export.common import announces, heading, meeting_of, session_line

if TYPE_CHECKING:
    from extractor.model import Agenda, Meeting, ScheduleEntry

__all__ = ["Day", "Session", "beginning", "ending", "sessions"]

#: A moment, with its offset where that is known, or a whole day.
Day = dt.datetime | dt.date


@dataclass(slots=True)
class Session:
    """A meeting and the entries of the timetable that belong to it; ``number`` counts the meetings of a paper from 1.

    ``meeting`` is None where the paper names none.
    """

    number: int
    name: str
    meeting: Meeting | None
    entries: list[ScheduleEntry] = field(default_factory=list)

    @property
    def starts(self) -> Day | None:
        """When it opens: the stated moment, else the first day of its periods, else of its timetable."""
        if self.meeting:
            if self.meeting.opens_at:
                return self.meeting.opens_at
            if days := [day for period in self.meeting.periods if (day := period.start or period.end)]:
                return min(days)
        return min((day for entry in self.entries if (day := _day(entry))), default=None)

    @property
    def ends(self) -> Day | None:
        """When it ends: the last moment of the timetable's last day, else that day; None where it is not printed.

        Of a meeting that begins at an hour of its only day, the day alone is no end: it would come before the hour.
        """
        last, first = self._last_day(), self.starts
        closing = [entry.ends_at for entry in self.entries if entry.ends_at and entry.ends_at.date() == last]
        # Moments with and without an offset cannot be compared.
        if closing and len({moment.tzinfo is None for moment in closing}) == 1:
            return max(closing)
        return None if isinstance(first, dt.datetime) and first.date() == last else last

    def _last_day(self) -> dt.date | None:
        if self.meeting and self.meeting.periods:
            days = [period.end for period in self.meeting.periods]
            known = [day for day in days if day]
            return max(known) if len(known) == len(days) else None
        return max((day for entry in self.entries if (day := entry.end_date or _day(entry))), default=None)


def sessions(agenda: Agenda) -> list[Session]:
    """The meetings of a paper; none of a paper that announces none."""
    if not announces(agenda):
        return []
    made = [
        Session(number, session_line(meeting) or heading(agenda.document), meeting)
        for number, meeting in enumerate(agenda.meetings, start=1)
    ]
    if not made:
        made = [Session(1, heading(agenda.document), None)]
    for entry in agenda.schedule:
        found = meeting_of(agenda, _day(entry))
        next(one for one in made if one.meeting is found).entries.append(entry)
    return made


def beginning(entry: ScheduleEntry) -> Day | None:
    """When an entry begins, as exactly as it is printed."""
    if entry.starts_at or not entry.date:
        return entry.starts_at
    return dt.datetime.combine(entry.date, entry.start) if entry.start else entry.date


def ending(entry: ScheduleEntry) -> Day | None:
    """When an entry ends, as exactly as it is printed."""
    last = entry.end_date or entry.date
    if entry.ends_at or not last:
        return entry.ends_at
    if entry.end:
        return dt.datetime.combine(last, entry.end)
    return None if entry.start else last  # the end of hours that begin is not known


def _day(entry: ScheduleEntry) -> dt.date | None:
    return entry.date or (entry.starts_at.date() if entry.starts_at else None)
