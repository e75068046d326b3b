"""Events of a timetable in reading order -> entries: date and time carried down, items and titles read.

The rules are those of the output contract on the timetable.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Mapping, Sequence
from functools import cache
from itertools import groupby, pairwise

from extractor.built import compiled, prepared
from extractor.diagnostics import INFERRED_YEAR, UNREAD_DATE, WEEKDAY_MISMATCH, Note
from extractor.grammar.numbering import roman_value
from extractor.lexicon.words import choice, connectives, either
from extractor.records import Struct, field, replace
from extractor.rules import rule
from extractor.structure.timetable.item_numbers import (
    LeadingItems,
    bare_item,
    item_part,
    leading_items,
    mentioned_items,
    read_items,
    trailing_items,
    unique,
)
from extractor.structure.timetable.model import Event, EventKind, ScheduleEntry
from extractor.structure.timetable.moments import Moment
from extractor.structure.timetable.phrases import alternatives, take_continued
from extractor.structure.timetable.words import has_weekday, is_clockwork

_ENDS = compiled(r"(?<![\s.:;,：；。])[\s.:;,：；。]+$")
_HEAD = compiled(r"^[\s:.–—•●▪■◦·‣⁃\uf0b7-]+(?=\S)")
#: A symbol, whose first part is read up to its first slash and never again: brackets stand behind a stop or hyphen.
_CODE = (
    r"(?:[A-Z][A-Za-z0-9&]*+(?:\.[A-Za-z0-9.()&_]*+)?+(?:-[A-Za-z0-9.()&_]++)*+/[A-Za-z0-9./()&_-]++"
    r"|(?:Add|Corr|Rev)\.\d++)"
)


_MAIL = compiled(r"\w@[\w-]++\.\w")


@prepared
def _codes() -> re.Pattern[str]:
    lead, joints = either("timetable", "lines.code_lead"), choice(connectives("and"))
    return compiled(rf"^[(\[]?(?:(?:{lead})\s++)*+{_CODE}(?:[\s,;]++(?:(?:{joints})\s++)?+(?:{_CODE}|\d))*+[)\].;]*+$")


@cache
def _sub() -> re.Pattern[str]:
    return compiled(rf"(?<!\w)(?:{alternatives('items', 'sub')})(?!\w)", re.IGNORECASE)


@cache
def _numbered_item() -> re.Pattern[str]:
    return compiled(rf"(?<!\w)(?:{alternatives('items', 'word')})\s+\d", re.IGNORECASE)


def is_codes(text: str) -> bool:
    """Whether a line holds only document symbols: the papers of the entry above, no entry of its own."""
    return _codes().match(text) is not None


def holds_address(text: str) -> bool:
    """Whether a line names an address for mail: whom to ask, no entry."""
    return "@" in text and _MAIL.search(text) is not None


def entries_of(events: Sequence[Event], before: int = 0) -> tuple[list[ScheduleEntry], list[Note]]:
    """The entries in printed order and what did not fit; the paper has so many entries `before` these."""
    found: list[ScheduleEntry] = []
    notes: list[Note] = []
    holding = _Holding()
    bare = are_bare.applies([event.text for event in events if event.kind is EventKind.ENTRY])
    numbers = _Numbers(bare=bare)
    inferred = 0
    for event in in_slots(events):
        moment = event.moment
        if moment is not None:
            path = f"schedule[{before + len(found)}]"  # the entry that comes next
            notes += [WEEKDAY_MISMATCH.note(event.page, path=path, date=text) for text in moment.mismatches]
            if event.kind is EventKind.DATE:
                inferred += moment.inferred
                if moment.first is None:
                    notes.append(UNREAD_DATE.note(event.page, path=path))
        if event.kind is EventKind.HEADING:
            numbers = _Numbers(bare=bare)
        elif event.kind is EventKind.ENTRY:
            entry = _entry(event, holding, numbers)
            found += [entry] if entry else []
        else:
            holding = holding.behind(event)
    if inferred:
        page = found[0].page if found else 1
        notes.append(INFERRED_YEAR.note(page, path="schedule", count=inferred))
    last = f"schedule[{before + len(found)}]"
    return found, [note._replace(path="schedule") if note.path == last else note for note in notes]


def in_slots(events: Sequence[Event]) -> list[Event]:
    """The events, the entries of a day whose slots stand side by side one slot after the other."""
    found: list[Event] = []
    slots: set[int] = set()
    for kind, run in groupby(events, lambda event: event.kind):
        own = list(run)
        if kind is EventKind.SLOTS:
            slots |= {column for event in own for column in event.days}
        elif kind in (EventKind.DAYS, EventKind.CLEAR):
            slots = set()
        elif kind is EventKind.ENTRY and slots_in_turn.applies(own, slots):
            own.sort(key=lambda event: event.column)
        found += own
    return found


@rule("timetable.entry.slots_in_turn", source="catalogue 4.1: `10 a.m.-1 p.m.` and `3-6 p.m.` over the columns")
def slots_in_turn(entries: Sequence[Event], slots: Container[int]) -> bool:
    """Entries in columns with hours of their own follow one another by these, not by the lines of their cells."""
    columns = {entry.column for entry in entries}
    return len(columns) > 1 and all(column in slots for column in columns)


class _Holding(Struct, frozen=True):
    """The day and the slot that hold for the next entry, for all columns or one of them."""

    day: Moment | None = None
    slot: Moment | None = None
    days: Mapping[int, Moment] = field(default_factory=dict)
    slots: Mapping[int, Moment] = field(default_factory=dict)

    def behind(self, event: Event) -> _Holding:
        """What holds behind an event that is no entry."""
        moment = event.moment
        match event.kind:
            case EventKind.DATE if moment:
                return _Holding(moment, moment if moment.clocked else None, {}, self.slots)
            case EventKind.DAYS:
                return _Holding(days=event.days)
            case EventKind.SLOTS:
                return replace(self, slots={**self.slots, **event.days})
            case EventKind.TIME if moment:
                return replace(self, slot=moment)
            case EventKind.RESET:
                return replace(self, slot=None)
            case EventKind.CLEAR:
                return _Holding()
        return self


@rule("timetable.entry.weekday", source="catalogue 4.1: days as columns, the weekday a line of its own over the date")
def is_parted_weekday(title: str) -> bool:
    """A weekday that was parted from its date is no entry."""
    return is_clockwork(title) and has_weekday(title)


def _entry(event: Event, holding: _Holding, numbers: _Numbers) -> ScheduleEntry | None:
    """The entry of an event with the day and slot that hold for it; None for a weekday parted from its date."""
    slot = event.moment if event.once and event.moment else _slot_over(event, holding)
    day = holding.days.get(event.column, holding.day)
    text, continued = take_continued(event.text)
    items, title = numbers.read(event, text)
    if not items and is_parted_weekday.applies(title):
        return None
    return ScheduleEntry(
        date=day.first if day else None,
        end_date=_last_day(event, holding, day),
        start=slot.start if slot else None,
        end=slot.end if slot else None,
        sittings=list(slot.sittings) if slot else [],
        items=items,
        title=title,
        continued=continued or event.continued,
        page=event.page,
        bbox=event.bbox,
        lines=event.lines,
        zone=slot.zone if slot else None,
    )


@rule("timetable.entry.bare_numbers", source="UNODC: `1 (a) Opening`, `2 Lamps (continued)` without a column of items")
def are_bare(texts: Sequence[str]) -> bool:
    """Numbers without a stop that go up from 1 through a timetable, one with a letter, are those of items."""
    found = [number for text in texts if (number := bare_item(_HEAD.sub("", text)))]
    rising = all(two >= one and two[0] - one[0] <= 1 for one, two in pairwise(found))
    return bool(found) and found[0][0] == 1 and rising and any(letter for _, letter in found)


@rule("timetable.entry.part_of_item", source="agencies: `3.1 Solar roofs` below `3. Energy of cold stores`")
def is_part_of_item(number: str, parent: str | None) -> bool:
    """A number in parts without a stop is that of an item below the item above, which is no time of day."""
    return parent is not None and number.partition(".")[0] == parent.partition(".")[0]


@rule("timetable.entry.parts_behind", source="Third Committee: `Item 26: Rivers [items 26 (a) and (b)]`")
def parts_behind(items: Sequence[str], behind: Sequence[str]) -> bool:
    """Sub-items in brackets behind the title of their item belong to the entry."""
    return len(items) == 1 and all(number.startswith(f"{items[0]}(") for number in behind)


def _last_day(event: Event, holding: _Holding, day: Moment | None) -> dt.date | None:
    """The last day of an entry over several days: as printed, or that of the last column of its cell."""
    last = holding.days.get(event.column + event.columns - 1)
    if last is not None and day is not None and last is not day:
        return last.last or last.first
    return day.last if day else None


def _slot_over(event: Event, holding: _Holding) -> Moment | None:
    """The slot of an entry: that of its column, from the first to the last where its cell reaches over several."""
    first = holding.slots.get(event.column, holding.slot)
    last = holding.slots.get(event.column + event.columns - 1)
    if first is None or last is None or last is first or not over_slots.applies(first, last):
        return first
    return replace(first, end=last.end, sittings=[(first.start, first.end), (last.start, last.end)])


@rule(
    "timetable.entry.over_slots", source="catalogue 4.1: a cell over `Morning` and `Afternoon`; contract: two sittings"
)
def over_slots(first: Moment, last: Moment) -> bool:
    """An entry in a cell over two slots has both as its sittings."""
    return all(time is not None for time in (first.start, first.end, last.start))


class _Numbers:
    """Item numbers of entries; sub-item letters take the number printed above them."""

    def __init__(self, *, bare: bool) -> None:
        self.bare = bare  # numbers without a stop are those of items
        self.parent: str | None = None
        self.letter: str | None = None

    def read(self, event: Event, text: str) -> tuple[list[str], str]:
        text = _HEAD.sub("", text)
        items = list(event.items)
        if not items and (whole := read_items(text, self.parent)):
            self.parent, self.letter = whole[-1].split("(")[0], None
            return whole, ""
        lead = leading_items(text)
        if lead is None and not items and self.bare and (number := bare_item(text)):
            lead = LeadingItems((str(number[0]),), (), text.partition(" ")[2])
        part = item_part(text) if lead is None and not items and text[:1].isdecimal() else None
        if part and is_part_of_item.applies(part[0], self.parent):
            lead = LeadingItems((part[0],), (), part[1])
        if lead and lead.letters:
            root = (items[-1] if items else self.parent or "").split("(")[0]
            if root:
                items = [self._below(root, letter) for letter in lead.letters]
                text = lead.rest
        elif lead and (lead.worded or not items):
            items = unique([*items, *lead.items])
            text = lead.rest
            sub = _sub().search(text)
            if sub and len(lead.items) == 1 and not _numbered_item().search(text):
                items = mentioned_items(text[sub.start() :], lead.items[0])
            inner = leading_items(text)
            if inner and inner.letters and not lead.worded:
                items = [f"{lead.items[-1].split('(')[0]}({letter})" for letter in inner.letters]
                text = inner.rest
        text = text.strip()
        if (tail := trailing_items(text)) and (not items or tail[0] == items):
            items, text = tail
        elif tail and parts_behind.applies(items, tail[0]):
            items, text = unique([*items, *tail[0]]), tail[1]
        elif not items and not event.celled:
            items = mentioned_items(text)
            return items, _ENDS.sub("", text)
        if items and not (lead and lead.letters):
            self.parent, self.letter = items[-1].split("(")[0], None
        return items, _ENDS.sub("", _HEAD.sub("", text))

    def _below(self, root: str, letter: str) -> str:
        self.parent = root
        nested = self.letter is not None and self.letter != "h" and letter == "i"
        nested = nested or (len(letter) > 1 and roman_value(letter) > 0 and self.letter is not None)
        if nested:
            return f"{root}({self.letter})({letter})"
        self.letter = letter
        return f"{root}({letter})"
