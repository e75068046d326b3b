"""Checks for what is printed and stands in no value: fields of the masthead, sessions, hours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.built import compiled
from extractor.diagnostics import DAY_MISSING, FIELD_UNREAD, HOUR_UNREAD, MEETING_UNREAD, ROW_ITEM, Note
from extractor.grammar.ordinals import find_session
from extractor.lexicon.folding import fold
from extractor.rules import rule
from extractor.structure.checks.coverage import hour_in_sentence
from extractor.structure.checks.result import Result
from extractor.structure.masthead.item_line import item_line
from extractor.structure.masthead.words import words

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import PrintedBlock

#: A time of the day as timetables print it.
_CLOCK = compiled(r"(?<![\d/.:-])(\d{1,2})(?:[.:h](\d{2})|(?=\s?[ap]\.m\.))(?![\d/]|\.\d)")
_NOON = compiled(r"(?<!\w)[ap]\.m\b|\d[ap]\.m")
#: A line of the masthead has no more characters.
LONGEST_LINE = 60
#: The line that says when a meeting convenes is one of so many blocks.
MOST_BLOCKS = 20
#: Of the days of a meeting a timetable has this share, or it is not one of the whole meeting.
MOST_DAYS = 0.65
#: Where the days of a timetable stand that were not read as such.
_TIMED = ("timetable", "unassigned")
#: A meeting of more days does not meet every day.
LONGEST = 14


def _masthead(result: Result) -> Iterator[PrintedBlock]:
    """The blocks of the masthead on the first page."""
    return (block for block in result.blocks if block.role in ("masthead", "title") and block.page == 1)


@rule("checks.unread.fields", source="UN mastheads: `Distr.:`, `Original:`, `Item 3 of the agenda`", otherwise=())
def fields(result: Result) -> Iterator[Note]:
    """What the masthead prints under its labels is read."""
    head, known = result.agenda.document, words()
    for block in _masthead(result):
        text = fold(block.text)
        found = {
            "distribution": head.distribution is None and known.distribution_mark.match(text),
            "original_language": head.original_language is None and known.original_mark.search(text),
            "agenda_item": head.agenda_item is None and item_line(block.text),
        }
        for name, is_printed in found.items():
            if is_printed:
                yield FIELD_UNREAD.note(block.page, path=f"document.{name}", name=name, text=block.text[:60])


@rule("checks.unread.session", source="UN mastheads: body, session, place and days stand together", otherwise=())
def session(result: Result) -> Iterator[Note]:
    """The session that the masthead prints on a line of its own is that of a meeting."""
    meetings = result.agenda.meetings
    known = {meeting.session.number for meeting in meetings if meeting.session}
    for block in _masthead(result):
        if len(block.text) <= LONGEST_LINE and block.role == "masthead":
            found = find_session(block.text, result.agenda.source.language or "en")
            if found is not None and found.start == 0 and found.number is not None and found.number not in known:
                path = "meetings[0].session" if meetings else "meetings"
                yield MEETING_UNREAD.note(block.page, path=path, text=block.text)
                return


@rule("checks.unread.numbered", source="minutes, programmes: `Minutes of the fourth meeting of ...`", otherwise=())
def numbered(result: Result) -> Iterator[Note]:
    """Where no meeting has a session, no line of the masthead holds a number of one."""
    meetings = result.agenda.meetings
    if any(one.session and (one.session.number is not None or one.session.label) for one in meetings):
        return
    for block in _masthead(result):
        found = find_session(block.text, result.agenda.source.language or "en") if block.role == "masthead" else None
        if found is not None and found.number is not None:
            yield MEETING_UNREAD.note(block.page, path="meetings", text=block.text[:60])
            return


@rule("checks.unread.periods", source="UN mastheads: body, session, place and days stand together", otherwise=())
def periods(result: Result) -> Iterator[Note]:
    """The days that the masthead prints, besides that of issue, are those of a meeting."""
    meetings = result.agenda.meetings
    if result.agenda.document.kind == "other":
        return  # the day on which a resolution was adopted
    known = {(one.start, one.end or one.start) for meeting in meetings for one in meeting.periods if one.start}
    blocks = {block.id: block for block in _masthead(result) if block.role == "masthead"}
    if not known:  # the line that says when it convenes may have been taken for a heading
        blocks |= {block.id: block for block in result.blocks[:MOST_BLOCKS] if words().subtitle.match(fold(block.text))}
    issued = result.agenda.document.date
    for one in result.agenda.dates:
        if one.block not in blocks or one.start is None or one.start == issued or one.role == "issue":
            continue
        end = one.end or one.start
        if (one.start, end) not in known and (end > one.start or not any(a <= one.start <= b for a, b in known)):
            for path in ("meetings", *(() if issued else ("document.date",))):
                yield MEETING_UNREAD.note(one.page, path=path, text=one.text)
            return


@rule("checks.unread.hours", source="contract: a row has the hours that are printed for it", otherwise=())
def hours(result: Result) -> Iterator[Note]:
    """The hours that a timetable prints are those of rows: each that its table prints as a clock does, or any."""
    rows = result.agenda.schedule
    known = {(at.hour % 12, at.minute) for row in rows for at in (row.start, row.end) if at is not None}
    for block in result.blocks if rows else ():
        if block.role != "timetable":
            continue
        if not known and (printed := hour_in_sentence(block.text)):
            yield HOUR_UNREAD.note(block.page, path="schedule", text=printed)
            return
        for found in _CLOCK.finditer(block.text):
            hour, minute = int(found[1]), int(found[2] or 0)
            if hour < 24 and minute < 60 and (hour % 12, minute) not in known:
                yield HOUR_UNREAD.note(block.page, path="schedule", text=block.text[found.start() : found.end() + 5])
                return


@rule("checks.unread.title_hours", source="contract: a row has the hours that are printed for it", otherwise=())
def title_hours(result: Result) -> Iterator[Note]:
    """No title of a row begins with an hour, or is nothing."""
    for at, row in enumerate(result.agenda.schedule):
        title = row.title or ""
        found = _CLOCK.match(title) or _NOON.search(title)
        if found or not (title or row.items):
            yield HOUR_UNREAD.note(row.page, path=f"schedule[{at}]", text=title[:60])


@rule("checks.unread.items", source="timetables: `Item 3`, `Items 4 and 5` before the title", otherwise=())
def items(result: Result) -> Iterator[Note]:
    """A row whose title begins with the word for an item and its number takes up that item."""
    for at, row in enumerate(result.agenda.schedule):
        if not row.items and row.title and words().item_head.match(row.title):
            yield ROW_ITEM.note(row.page, path=f"schedule[{at}]", title=row.title[:60])


@rule("checks.unread.days", source="contract 1.1: days of the session without a row", otherwise=())
def days(result: Result) -> Iterator[Note]:
    """A timetable with most working days of a short meeting has each that it prints."""
    timed = {row.date for row in result.agenda.schedule if row.date is not None}
    rows = {block.id for block in result.blocks if block.role in _TIMED}
    printed = {one.start for one in result.agenda.dates if one.block in rows}
    for at, meeting in enumerate(result.agenda.meetings if timed else ()):
        for period in meeting.periods:
            if period.start is None or period.end is None or not 0 < (period.end - period.start).days <= LONGEST:
                continue
            span = range(period.start.toordinal(), period.end.toordinal() + 1)
            working = [day for day in map(period.start.fromordinal, span) if day.weekday() < 5]
            missing = [day for day in working if day not in timed]
            if len(working) - len(missing) < MOST_DAYS * len(working):
                continue
            if (lost := next((day for day in missing if day in printed), None)) is not None:
                yield DAY_MISSING.note(path="schedule", date=lost.isoformat(), meeting=at + 1)


CHECKS = (fields, session, numbered, periods, hours, title_hours, items, days)
