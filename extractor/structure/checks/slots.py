"""Checks of the rows of a timetable against one another: what most rows of a day have, each has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from extractor.built import compiled
from extractor.diagnostics import (
    HOUR_UNREAD,
    ITEM_UNTIMED,
    NO_HOUR,
    OPENING_UNREAD,
    ROW_BROKEN,
    ROW_ITEM,
    Note,
)
from extractor.lexicon.folding import fold
from extractor.rules import rule
from extractor.structure.checks.result import SYMBOL, Result, is_balanced
from extractor.structure.checks.timetable import LEAST_TITLE, is_of_all_days, named
from extractor.structure.meetings.words import words as meeting_words


@rule("checks.slots.first", source="contract 1.1: rows without an hour while others have one", otherwise=())
def first(result: Result) -> Iterator[Note]:
    """The first row of a day that takes up an item has an hour where another row of that day has one."""
    rows = [(at, row) for at, row in enumerate(result.agenda.schedule) if row.date is not None]
    for _, group in groupby(rows, key=lambda one: one[1].date):
        own = list(group)
        at, row = own[0]
        if row.items and row.start is None and row.end_date is None and any(one.start for _, one in own):
            yield NO_HOUR.note(row.page, path=f"schedule[{at}]", title=named(row))


@rule("checks.slots.parts", source="contract 1.1: timetables take up the items of the agenda", otherwise=())
def parts(result: Result) -> Iterator[Note]:
    """A timetable that takes up a later part of an item takes up the first as well."""
    taken = {number for row in result.agenda.schedule for number in row.items}
    for _, one in result.items if is_of_all_days.applies(result) else ():
        own = [child.number for child in one.items if child.number]
        if len(own) < 2 or one.number in taken:
            continue
        have = [any(number.startswith(part) for number in taken) for part in own]
        if any(have) and not have[0]:
            yield ITEM_UNTIMED.note(path="schedule", number=own[0])


@rule("checks.slots.between", source="timetables: the parts of an item stand one below the other", otherwise=())
def between(result: Result) -> Iterator[Note]:
    """A row between those of two parts of an item that skip one takes up that part."""
    rows = result.agenda.schedule
    for at, row in enumerate(rows[1:-1], 1):
        above, below = rows[at - 1], rows[at + 1]
        if row.items or len(above.items) != 1 or len(below.items) != 1 or row.date != above.date:
            continue
        one, two = _PART.fullmatch(above.items[0]), _PART.fullmatch(below.items[0])
        if one and two and one[1] == two[1] and ord(two[2]) == ord(one[2]) + 2:
            yield ROW_ITEM.note(row.page, path=f"schedule[{at}]", title=named(row))


@rule("checks.slots.symbols", source="timetables with a column of documents", otherwise=())
def symbols(result: Result) -> Iterator[Note]:
    """The title of a row is more than symbols of documents."""
    for at, row in enumerate(result.agenda.schedule):
        if row.title and "/" in row.title and SYMBOL.match(row.title) and len(SYMBOL.sub("", row.title)) < LEAST_TITLE:
            yield ROW_BROKEN.note(row.page, path=f"schedule[{at}]", title=named(row))


@rule("checks.slots.balanced", source="contract 1.1: titles that end in the middle of a sentence", otherwise=())
def balanced(result: Result) -> Iterator[Note]:
    """The brackets of the title of a row are closed."""
    for at, row in enumerate(result.agenda.schedule):
        if row.title and not is_balanced(row.title):
            yield ROW_BROKEN.note(row.page, path=f"schedule[{at}]", title=named(row))


#: A row without its item begins with the number of it.
_LABEL = compiled(r"\d{1,3}(?:\s?\([a-z]\))*\.?\s+")
#: The number of a part: `3(b)`.
_PART = compiled(r"(.*)\(([a-z])\)")
#: So many lines of hours are a timetable.
LEAST_HOURS = 3
_RANGE = compiled(r"\d{1,2}[:.]\d{2}\s?[–—~-]\s?\d{1,2}[:.]\d{2}")


@rule("checks.slots.label", source="contract: a row names the items that it takes up", otherwise=())
def label(result: Result) -> Iterator[Note]:
    """No row without an item begins with a number and the title of the item that has it."""
    titles = [fold(item.title) for _, item in result.items if item.number]
    for at, row in enumerate(result.agenda.schedule):
        found = _LABEL.match(row.title or "") if not row.items else None
        rest = fold((row.title or "")[found.end() :])[:LEAST_TITLE] if found else ""
        if rest and any(title.startswith(rest) for title in titles):
            yield ROW_ITEM.note(row.page, path=f"schedule[{at}]", title=named(row))


@rule("checks.slots.unread", source="contract 1.1: nothing lost", otherwise=())
def unread(result: Result) -> Iterator[Note]:
    """A paper without a timetable has no lines that begin with the hours of its slots."""
    if result.agenda.schedule:
        return
    found = [(block.page, one[0]) for block in result.blocks for one in _RANGE.finditer(block.text)]
    if len(found) >= LEAST_HOURS:
        yield HOUR_UNREAD.note(found[0][0], path="schedule", text=found[0][1])


@rule("checks.slots.opening", source="contract: opens_at comes from a row that names the opening", otherwise=())
def opening(result: Result) -> Iterator[Note]:
    """Where a row of the first day is the opening, its hour is that of the meeting."""
    meetings = result.agenda.meetings
    if not meetings or any(meeting.opens_at for meeting in meetings):
        return
    days = {period.start for meeting in meetings for period in meeting.periods}
    for row in result.agenda.schedule:
        if row.start is not None and row.date in days and meeting_words().opening_entry.match(fold(row.title or "")):
            yield OPENING_UNREAD.note(row.page, path="meetings[0].opens_at", text=named(row))
            return


@rule("checks.slots.noon", source="timetables: `3–6 p.m.`, an hour before its half of the day", otherwise=())
def noon(result: Result) -> Iterator[Note]:
    """No text of a timetable begins with the half of a day, as if its hour were lost."""
    blocks = [block for block in result.blocks if block.role == "timetable" and ".m." in block.text]
    lone = [block for block in blocks if _LONE_NOON.match(block.text)]
    if len(lone) == 1 and any(_NOON.search(block.text) for block in blocks):
        yield HOUR_UNREAD.note(lone[0].page, path="schedule", text=lone[0].text[:60])


#: The half of a day behind an hour, and alone.
_NOON = compiled(r"\d\s?[ap]\.m\.")
_LONE_NOON = compiled(r"[ap]\.m\.\s")
#: So many days with hours show that days have them.
LEAST_DAYS = 3


@rule("checks.slots.day", source="contract 1.1: rows without an hour while others have one", otherwise=())
def day(result: Result) -> Iterator[Note]:
    """Where each row of all other days has an hour, a row of each day has one."""
    rows = [(at, row) for at, row in enumerate(result.agenda.schedule) if row.date is not None]
    days = [(day, list(group)) for day, group in groupby(rows, key=lambda one: one[1].date)]
    bare = [own for _, own in days if all(row.start is None for _, row in own)]
    lacking = sum(row.start is None for _, row in rows)
    if len(bare) == 1 and len(days) > LEAST_DAYS and lacking == len(bare[0]):
        at, row = bare[0][0]
        if row.items and row.end_date is None:
            yield NO_HOUR.note(row.page, path=f"schedule[{at}]", title=named(row))


@rule("checks.slots.empty", source="contract: a row says which item is taken up, or when in a day", otherwise=())
def empty(result: Result) -> Iterator[Note]:
    """Some row of the timetable of a paper with items takes up one, or has an hour."""
    rows = result.agenda.schedule
    if rows and result.listed and result.items and not any(row.items or row.start for row in rows):
        yield NO_HOUR.note(rows[0].page, path="schedule", title=named(rows[0]))


CHECKS = (noon, day, empty, between, symbols, label, unread, opening, first, parts, balanced)
