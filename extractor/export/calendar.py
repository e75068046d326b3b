"""iCalendar (RFC 5545): one event a schedule entry; one all-day event a period where there is no timetable.

The UID of an event is made from the paper's symbol without ``/Rev.n`` (or body and session), the items that the entry
takes up, and its place among the entries with these items; the SEQUENCE from the revision. A calendar that has the
events of ``A/AC.1/1`` updates them from ``A/AC.1/1/Rev.1``, which may move an entry to another day or give it other
words. DTSTAMP is the date of issue, so that the same paper gives the same bytes.

What is not printed is not made up: an entry without hours is an all-day event, one without an end has none, hours in an
unknown time zone float (RFC 5545, section 3.3.5, form 1), and an entry without a date is left out. A paper that is no
agenda has no events: it names the session at which it was made.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from extractor.export.common import (
    announces,
    document_url,
    labels,
    language_of,
    meeting_of,
    paper_key,
    revision,
    session_line,
    subject,
    titles_by_number,
    xml_text,
    zone_of,
)

if TYPE_CHECKING:
    from extractor.model import Agenda, Meeting, ScheduleEntry

__all__ = ["FOOT", "Events", "calendar", "events", "head", "timezone"]

_HEAD = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//un-agenda//un-agenda-extractor//EN\r\n"
    b"CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
)
#: How often those who subscribe should ask again (RFC 7986, section 5.7, and the older word for it).
_REFRESH = b"REFRESH-INTERVAL;VALUE=DURATION:P1D\r\nX-PUBLISHED-TTL:P1D\r\n"
#: The name of a calendar of several bodies.
_OF_MANY = "Meetings of the United Nations"
FOOT = b"END:VCALENDAR\r\n"

_NEVER_ISSUED = dt.date(1970, 1, 1)  # DTSTAMP must be there; of a paper without a date it says nothing
_DAY = dt.timedelta(days=1)
_LONGEST = 60  # of the items in a UID, which some calendars cut


@dataclass(slots=True)
class Events:
    """The events of one paper.

    ``key`` and ``revision`` say which paper it revises; ``name`` and ``body`` what a calendar of them is called;
    ``zones`` the first and last year of each time zone in use.
    """

    key: str
    revision: int
    name: str = ""
    body: str = ""
    data: bytes = b""
    zones: dict[str, tuple[int, int]] = field(default_factory=dict)

    def use(self, zone: str, *years: int) -> None:
        """Note that ``zone`` is needed in ``years``."""
        first, last = self.zones.get(zone, (min(years), max(years)))
        self.zones[zone] = (min(first, *years), max(last, *years))


def calendar(agenda: Agenda) -> bytes:
    """The calendar of one paper, whole."""
    found = events(agenda)
    zones = b"".join(timezone(name, *years) for name, years in sorted(found.zones.items()))
    return head([found]) + zones + found.data + FOOT


def head(papers: Sequence[Events]) -> bytes:
    """The beginning of a calendar, with its name: that of the one session, of the one body, or of all meetings."""
    from icalendar.parser import Contentline
    from icalendar.prop import vText

    names = {one.name for one in papers}
    bodies = {one.body for one in papers}
    name = names.pop() if len(names) == 1 else bodies.pop() if len(bodies) == 1 else _OF_MANY
    shown = vText(_text(name or _OF_MANY)).to_ical().decode("utf-8")
    folded: Any = Contentline  # the library has no types for it
    lines = b"".join(folded(f"{key}:{shown}").to_ical() + b"\r\n" for key in ("NAME", "X-WR-CALNAME"))
    return _HEAD + lines + _REFRESH


def events(agenda: Agenda) -> Events:
    """The VEVENTs of one paper, as text with folded lines, and the time zones that they name."""
    meeting = agenda.meetings[0] if agenda.meetings else None
    body = (meeting.body if meeting else None) or agenda.document.body or ""
    name = (session_line(meeting) if meeting else "") or agenda.document.title or ""
    found = Events(paper_key(agenda), revision(agenda.document.symbol), name, body)
    made = _of_schedule(agenda, found) if agenda.schedule else _of_periods(agenda, found)
    found.data = b"".join(made)
    return found


def _of_schedule(agenda: Agenda, found: Events) -> Iterator[bytes]:
    titles, words = titles_by_number(agenda), labels(language_of(agenda))
    ordinals: Counter[str] = Counter()
    for entry in agenda.schedule:
        day = entry.date or (entry.starts_at.date() if entry.starts_at else None)
        if day is None:
            continue
        items = re.sub(r"[^0-9A-Za-z]+", "-", " ".join(entry.items))[:_LONGEST].strip("-")
        ordinals[items] += 1
        meeting = meeting_of(agenda, day)
        event = _event(agenda, meeting, found, f"{f'items-{items}' if items else 'entry'}-{ordinals[items]}")
        event.add("summary", _text(_summary(entry, titles, meeting, words)))
        if description := _description(entry, titles, meeting, words):
            event.add("description", _text(description))
        _when(event, entry, day, meeting, found)
        yield event.to_ical()


def _of_periods(agenda: Agenda, found: Events) -> Iterator[bytes]:
    for number, meeting in enumerate(agenda.meetings if announces(agenda) else [], start=1):
        for at, period in enumerate(meeting.periods, start=1):
            first = period.start or period.end
            if first is None:
                continue
            # Not the date, which a revision may change: the n-th period of the m-th meeting.
            event = _event(agenda, meeting, found, f"meeting-{number}-{at}")
            event.add("summary", _text(session_line(meeting) or agenda.document.title or found.key))
            items = "\n".join(f"{item.number or '–'} {item.title}" for item in agenda.items)
            if items:
                event.add("description", _text(items))
            _all_day(event, first, period.end)
            yield event.to_ical()


def _event(agenda: Agenda, meeting: Meeting | None, found: Events, part: str) -> Any:
    """An event with all that does not depend on what it is about."""
    from icalendar import Event

    event = Event()
    # A hash, because some calendars cannot handle characters of symbols, and the part after the @ names the maker.
    key = hashlib.sha256(found.key.encode("utf-8", errors="replace")).hexdigest()[:20]
    event.add("uid", f"{key}-{part}@un-agenda")
    event.add("dtstamp", dt.datetime.combine(agenda.document.date or _NEVER_ISSUED, dt.time(), dt.UTC))
    event.add("sequence", found.revision)
    if meeting and meeting.place:
        event.add("location", _text(meeting.place))
    if body := (meeting.body if meeting else None) or agenda.document.body:
        event.add("categories", [_text(body)])
    if url := document_url(agenda.document.symbol, language_of(agenda)):
        event.add("url", url)
    return event


def _when(event: Any, entry: ScheduleEntry, day: dt.date, meeting: Meeting | None, found: Events) -> None:
    """Start and end: with the zone where it is known, in UTC where only the offset is, floating, or all-day."""
    start = entry.starts_at or (dt.datetime.combine(day, entry.start) if entry.start else None)
    if start is None:
        _all_day(event, day, entry.end_date)
        return
    end = entry.ends_at or (dt.datetime.combine(entry.end_date or day, entry.end) if entry.end else None)
    zone = zone_of(entry, meeting)
    event.add("dtstart", _moment(start, zone, found))
    if end and (end.tzinfo is None) == (start.tzinfo is None) and end > start:
        event.add("dtend", _moment(end, zone, found))


def _all_day(event: Any, first: dt.date, last: dt.date | None) -> None:
    event.add("dtstart", first)
    if last is None or last < first:
        last = first
    if last < dt.date.max:
        event.add("dtend", last + _DAY)  # not included (RFC 5545, section 3.6.1)
    event.add("transp", "TRANSPARENT")  # nobody is busy the whole day


def _moment(moment: dt.datetime, zone: ZoneInfo | None, found: Events) -> dt.datetime:
    if zone is None:
        return moment.astimezone(dt.UTC) if moment.tzinfo else moment
    found.use(zone.key, moment.year)
    return moment.replace(tzinfo=zone)


def _summary(entry: ScheduleEntry, titles: dict[str, str], meeting: Meeting | None, words: Mapping[str, str]) -> str:
    title = subject(entry, titles, words["continued"])
    if not title and entry.items:
        title = f"{words['items' if len(entry.items) > 1 else 'item']} {', '.join(entry.items)}"
    return title or (session_line(meeting) if meeting else "") or "–"


def _description(
    entry: ScheduleEntry, titles: dict[str, str], meeting: Meeting | None, words: Mapping[str, str]
) -> str:
    """The session, the sittings where there are several, and the items with their titles, one a line."""
    lines = [session_line(meeting)] if meeting else []
    if len(entry.sittings) > 1:
        lines.append(
            ", ".join(f"{start:%H:%M}–{end:%H:%M}" if end else f"{start:%H:%M}" for start, end in entry.sittings)
        )
    lines += [f"{one} {titles[one]}" if one in titles else f"{words['item']} {one}" for one in entry.items]
    return "\n".join(line for line in lines if line)


def _text(text: str) -> str:
    """Control characters have no place in a calendar (RFC 5545, section 3.1, CONTROL)."""
    return xml_text(text).replace("\x7f", "\ufffd").replace("\t", " ").replace("\r", "")


def timezone(name: str, first: int, last: int) -> bytes:
    """The VTIMEZONE of ``name``, right for the years ``first`` to ``last``.

    Onsets are in the local time before the change (RFC 5545, section 3.6.5).
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = ZoneInfo(name)
    component = Timezone()
    component.add("tzid", name)
    # Two days early: the first hours of a year have begun before, or begin later, by universal time.
    begin = dt.datetime(max(first, 1902), 1, 1, tzinfo=dt.UTC) - 2 * _DAY
    end = dt.datetime(min(max(first, last, 1902), 9998) + 1, 1, 1, tzinfo=dt.UTC)
    onsets = [
        (begin, begin.astimezone(zone)),
        *((moment, moment.astimezone(zone)) for moment in _changes(zone, begin, end)),
    ]
    before = onsets[0][1].utcoffset()
    for moment, local in onsets:
        part = TimezoneDaylight() if local.dst() else TimezoneStandard()
        part.add("dtstart", moment.replace(tzinfo=None) + (before or dt.timedelta()))
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", local.utcoffset())
        part.add("tzname", local.tzname())
        component.add_component(part)
        before = local.utcoffset()
    return bytes(component.to_ical())


def _changes(zone: ZoneInfo, begin: dt.datetime, end: dt.datetime) -> Iterator[dt.datetime]:
    """The moments at which the offset of ``zone`` changes: looked for day by day, then by halves."""

    def state(moment: dt.datetime) -> tuple[Any, ...]:
        local = moment.astimezone(zone)
        return local.utcoffset(), local.dst(), local.tzname()

    day = begin
    while day < end:
        following = day + _DAY
        if state(day) != state(following):
            low, high = 0, int(_DAY.total_seconds())
            while high - low > 1:
                middle = (low + high) // 2
                if state(day + dt.timedelta(seconds=middle)) == state(day):
                    low = middle
                else:
                    high = middle
            yield day + dt.timedelta(seconds=high)
        day = following
