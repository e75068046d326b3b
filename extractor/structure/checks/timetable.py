"""Checks of the timetable."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import dropwhile, pairwise
from typing import TYPE_CHECKING

from extractor.built import compiled
from extractor.diagnostics import (
    DAY_OUTSIDE,
    ITEM_UNTIMED,
    NO_DAY,
    NO_HOUR,
    ROW_BROKEN,
    ROW_ITEM,
    ROW_TITLE,
    SLOTS_CROSS,
    Note,
)
from extractor.lexicon.folding import fold
from extractor.rules import rule
from extractor.structure.checks.result import Result, goes_on

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import ScheduleEntry

#: A title that goes on from the row above.
_SMALL = compiled(r"[a-zà-ÿа-я]{2,}[,;]?(?:\s|$)")
_SYMBOL = compiled(r"\b[A-Z]{1,5}/[A-Z0-9.]{1,12}/\w")
#: What this share of the rows has, a row without it has lost.
MOST = 0.8
#: Where more rows than this share begin with a small letter, that is how their titles are set.
FEW = 0.2
#: Of the items a timetable takes up so many, or it is one of some of them.
MOST_ITEMS = 0.6
#: A timetable of fewer of the working days of its meeting is an extract, which leaves items out.
MOST_DAYS = 0.7
#: Fewer rows say nothing about one another.
LEAST_ROWS = 4
#: An item of fewer parts says nothing about them.
LEAST_PARTS = 3
#: The titles of one item in list and timetable share so much of their letters at least.
ALIKE = 0.3
#: Where this share of the days lies outside the periods, days of the meeting are missing.
MANY = 0.5
#: A title that is shorter than this share of its item's was shortened on purpose.
SHORTENED = 0.7
#: So much of a title tells it from others.
LEAST_TITLE = 20
#: Blocks behind the first row of a timetable that are no row of it that was not read.
_ELSEWHERE = ("list", "contents", "annotation", "documentation", "masthead", "title")
#: The first day of the week on which no meetings are held.
SATURDAY = 5
#: How many days before or after its periods a meeting may have preparations and receptions.
NEAR = 7


def named(row: ScheduleEntry) -> str:
    """The beginning of the title of a row."""
    return (row.title or "")[:60]


def _lost(rows: Sequence[ScheduleEntry], lacking: Sequence[int]) -> bool:
    """Whether the rows that lack something are so few that they have lost it."""
    return len(rows) >= LEAST_ROWS and MOST * len(rows) <= len(rows) - len(lacking) < len(rows)


@rule("checks.timetable.day", source="contract 1.1: rows without a day while others have one", otherwise=())
def day(result: Result) -> Iterator[Note]:
    """Where most rows have a day, each has."""
    rows = result.agenda.schedule
    lacking = [at for at, row in enumerate(rows) if row.date is None]
    timed = [at for at in lacking if rows[at].start is not None]
    for at in lacking if _lost(rows, lacking) else timed:
        yield NO_DAY.note(rows[at].page, path=f"schedule[{at}]", title=named(rows[at]))


@rule("checks.timetable.hour", source="contract 1.1: rows without an hour while others have one", otherwise=())
def hour(result: Result) -> Iterator[Note]:
    """A row between rows of its day that have an hour has one as well."""
    rows = result.agenda.schedule
    for at, row in enumerate(rows[1:-1], 1):
        if row.start is None and row.end_date is None and row.date is not None:
            above, below = rows[at - 1], rows[at + 1]
            if above.date == row.date == below.date and above.start is not None and below.start is not None:
                yield NO_HOUR.note(row.page, path=f"schedule[{at}]", title=named(row))


@rule("checks.timetable.slots", source="contract 1.1: hours that run backwards", otherwise=())
def slots(result: Result) -> Iterator[Note]:
    """The hours of one day do not run backwards from row to row, unless rows stand side by side."""
    for at, (one, two) in enumerate(pairwise(result.agenda.schedule), 1):
        if one.date is None or one.date != two.date or one.start is None or two.start is None:
            continue
        below = one.page == two.page and one.bbox and two.bbox and one.bbox[3] <= two.bbox[1] + 1
        if below and two.start < one.start:
            yield SLOTS_CROSS.note(two.page, path=f"schedule[{at}]", title=named(two))


@rule("checks.timetable.overlap", source="contract 1.1: slots that overlap", otherwise=())
def overlap(result: Result) -> Iterator[Note]:
    """No row begins within the row above it and ends behind it; a row may lie within another (a side event)."""
    for at, (one, two) in enumerate(pairwise(result.agenda.schedule), 1):
        if one.date is None or one.date != two.date or None in (one.start, one.end, two.start, two.end):
            continue
        if one.start < two.start < one.end < two.end:  # type: ignore[operator]
            yield SLOTS_CROSS.note(two.page, path=f"schedule[{at}]", title=named(two))


@rule("checks.timetable.whole", source="timetables that print some days of a session leave items out", otherwise=True)
def is_of_all_days(result: Result) -> bool:
    """Whether the timetable has rows on most working days of the meeting, where its days are known."""
    timed = {
        day
        for row in result.agenda.schedule
        if row.date is not None
        for day in range(row.date.toordinal(), (row.end_date or row.date).toordinal() + 1)
    }
    working = [
        day
        for meeting in result.agenda.meetings
        for period in meeting.periods
        if period.start is not None and period.end is not None
        for day in range(period.start.toordinal(), period.end.toordinal() + 1)
        if dt.date.fromordinal(day).weekday() < SATURDAY
    ]
    return sum(day in timed for day in working) >= MOST_DAYS * len(working)


@rule("checks.timetable.outside", source="contract 1.1: days outside the periods of the session", otherwise=())
def outside(result: Result) -> Iterator[Note]:
    """The days of the timetable lie in the periods of the meeting, or near them."""
    periods = [
        (period.start, period.end or period.start)
        for meeting in result.agenda.meetings
        for period in meeting.periods
        if period.start is not None
    ]
    if not periods:
        return
    timed = {row.date for row in result.agenda.schedule if row.date is not None}
    beyond = [day for day in timed if not any(start <= day <= end for start, end in periods)]
    if beyond and len(beyond) >= MANY * len(timed):
        yield DAY_OUTSIDE.note(path="meetings[0].periods", date=min(beyond).isoformat())
    near = dt.timedelta(NEAR)
    first, last = min(start for start, _ in periods) - near, max(end for _, end in periods) + near
    for at, row in enumerate(result.agenda.schedule):
        if row.date is not None and not first <= row.date <= last:
            yield DAY_OUTSIDE.note(row.page, path=f"schedule[{at}].date", date=row.date.isoformat())


@rule("checks.timetable.title", source="contract 1.1: titles that are not those of the item", otherwise=())
def title(result: Result) -> Iterator[Note]:
    """The title of a row that takes up one item has something of that item's title."""
    titles: dict[str, list[str]] = {}
    for _, item in result.items:
        if item.number:
            titles.setdefault(item.number, []).append(fold(item.title))
    for at, row in enumerate(result.agenda.schedule):
        known = titles.get(row.items[0], []) if len(row.items) == 1 else []
        own = fold(row.title or "")
        if own and known and all(_is_cut(own, one) for one in known):
            yield ROW_BROKEN.note(row.page, path=f"schedule[{at}]", title=named(row))
        elif own and known and all(_apart(own, one) for one in known):
            other = next((n for n, listed in titles.items() if own in listed), None)
            if other is not None and not row.items[0].startswith(other):  # a part of the item that is named
                yield ROW_TITLE.note(row.page, path=f"schedule[{at}]", title=named(row), number=row.items[0])


def _is_cut(own: str, whole: str) -> bool:
    """Whether the title of a row is most of that of its item, and breaks off before its end."""
    own, whole = own.rstrip(" .;:"), whole.rstrip(" .;:")
    return whole.startswith(own) and SHORTENED * len(whole) <= len(own) < len(whole)


def _apart(one: str, two: str) -> bool:
    return one not in two and two not in one and SequenceMatcher(None, one, two, autojunk=False).ratio() < ALIKE


@rule("checks.timetable.broken", source="contract 1.1: titles that end in the middle of a sentence", otherwise=())
def broken(result: Result) -> Iterator[Note]:
    """No title of a row goes on in the next row: it does not end in its middle, nor do two make up an item's title."""
    titles = [fold(item.title) for _, item in result.items]
    rows = result.agenda.schedule
    small = Counter(row.title.partition(" ")[0] for row in rows if row.title and _SMALL.match(row.title))
    if small.total() > max(1, FEW * len(rows)):
        small.clear()  # titles in small letters
    for at, row in enumerate(rows):
        below = rows[at + 1] if at + 1 < len(rows) else None
        if (
            goes_on(row.title or "")
            or small[(row.title or "").partition(" ")[0]] == 1
            or (below is not None and _is_parted(row, below, titles))
        ):
            yield ROW_BROKEN.note(row.page, path=f"schedule[{at}]", title=named(row))


def _is_parted(row: ScheduleEntry, below: ScheduleEntry, titles: Sequence[str]) -> bool:
    """Whether an item's title begins with the title of the row, and goes on with that of the next row."""
    if (row.date, row.start) != (below.date, below.start) or not row.title or not below.title:
        return False
    if below.items and below.items != row.items:
        return False
    head, tail = fold(row.title or ""), fold(below.title)
    return any(one.startswith(head) and one[len(head) :].lstrip().startswith(tail) for one in titles)


@rule("checks.timetable.untaken", source="contract: a row names the items that it takes up", otherwise=())
def untaken(result: Result) -> Iterator[Note]:
    """A row whose title is that of one item, or has it behind a word, takes up that item."""
    titles = Counter(fold(item.title).rstrip(" .;:") for _, item in result.items if item.number)
    for at, row in enumerate(result.agenda.schedule):
        own = fold(row.title or "").rstrip(" .;:")
        rest = "" if own[:1].isdecimal() else own.partition(" ")[2]
        if not row.items and (titles[own] == 1 or (len(rest) >= LEAST_TITLE and titles[rest] == 1)):
            yield ROW_ITEM.note(row.page, path=f"schedule[{at}]", title=named(row))


@rule("checks.timetable.items", source="contract 1.1: timetables take up the items of the agenda", otherwise=())
def items(result: Result) -> Iterator[Note]:
    """A timetable that takes up most items of the list takes up each that its text names, and any one but the last."""
    taken = {number for row in result.agenda.schedule for number in row.items}
    firsts = {re.match(r"\d*", number)[0] for number in taken}  # type: ignore[index]
    own = [item for item in result.agenda.items if item.number and item.number.isdecimal()]
    missing = [item for item in own if item.number not in firsts]
    if not 0 < len(missing) <= (1 - MOST_ITEMS) * len(own):
        return
    is_whole = is_of_all_days.applies(result)
    begun = dropwhile(lambda block: block.role != "timetable", result.blocks)
    rest = [block.text for block in begun if block.role not in _ELSEWHERE]
    printed = " ".join(map(fold, rest))
    inner = missing[0] is not own[-1] and len(missing) == 1
    for item in missing:
        if (inner and is_whole) or fold(item.title)[:LEAST_TITLE] in printed:
            yield ITEM_UNTIMED.note(path="schedule", number=item.number)


@rule("checks.timetable.parts", source="contract 1.1: timetables take up the items of the agenda", otherwise=())
def parts(result: Result) -> Iterator[Note]:
    """A timetable that takes up all parts of an item but one takes up that one as well."""
    if not is_of_all_days.applies(result):
        return
    taken = {number for row in result.agenda.schedule for number in row.items}
    for _, item in result.items:
        own = [child.number for child in item.items if child.number]
        missing = [number for number in own if not any(one.startswith(number) for one in taken)]
        if len(own) >= LEAST_PARTS and len(missing) == 1 and item.number not in taken:
            yield ITEM_UNTIMED.note(path="schedule", number=missing[0])


CHECKS = (overlap, untaken, parts, items, day, hour, slots, outside, title, broken)
