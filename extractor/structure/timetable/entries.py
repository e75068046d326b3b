"""Events of a timetable in reading order -> entries: date and time carried down, items and titles read.

The rules are those of the output contract on the timetable.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.diagnostics import INFERRED_YEAR, UNREAD_DATE, WEEKDAY_MISMATCH, Note
from extractor.grammar.numbering import roman_value
from extractor.structure.timetable.item_numbers import (
    leading_items,
    mentioned_items,
    read_items,
    trailing_items,
    unique,
)
from extractor.structure.timetable.model import Event, ScheduleEntry
from extractor.structure.timetable.moments import Moment
from extractor.structure.timetable.words import has_weekday, is_clockwork, take_continued

_ENDS = re.compile(r"[\s.:;,：；。]+$")
_HEAD = re.compile(r"^[\s:.–—•●▪■◦·‣⁃\uf0b7-]+(?=\S)")
_SUB = re.compile(r"\bsub[- ]?items?\b", re.IGNORECASE)
_CODES = re.compile(
    r"^[(\[]?(?:(?:see|and|documents?|documentation:?)\s+)*(?:[A-Z][A-Za-z0-9.&]*(?:[./-][A-Za-z0-9.()&_]+)*/[A-Za-z0-9./()_-]+|Add\.\d+|Corr\.\d+|Rev\.\d+)"
    r"(?:[\s,;]+(?:and\s+)?(?:[A-Z][A-Za-z0-9.&]*(?:[./-][A-Za-z0-9.()&_]+)*/[A-Za-z0-9./()_-]+|Add\.\d+|Corr\.\d+|Rev\.\d+|\d))*[)\].;]*$"
)


def is_codes(text: str) -> bool:
    """Whether a line holds only document symbols: the papers of the entry above, no entry of its own."""
    return _CODES.match(text) is not None


def entries_of(events: Sequence[Event]) -> tuple[list[ScheduleEntry], list[Note]]:
    """The entries in printed order and what did not fit."""
    found: list[ScheduleEntry] = []
    notes: list[Note] = []
    day: Moment | None = None
    slot: Moment | None = None
    days: dict[int, Moment] = {}
    slots: dict[int, Moment] = {}
    numbers = _Numbers()
    inferred = 0
    for event in events:
        moment = event.moment
        for text in moment.mismatches if moment else ():
            notes.append(WEEKDAY_MISMATCH.note(event.page, date=text))
        if event.kind == "date" and moment:
            day, slot, days = moment, moment if moment.clocked else None, {}
            inferred += moment.inferred
            if moment.first is None:
                notes.append(UNREAD_DATE.note(event.page))
        elif event.kind == "days":
            day, slot, days, slots = None, None, event.days, {}
        elif event.kind == "slots":
            slots = slots | event.days
        elif event.kind == "time" and moment:
            slot = moment
        elif event.kind == "reset":
            slot = None
        elif event.kind == "clear":
            day, slot, days, slots = None, None, {}, {}
        elif event.kind == "heading":
            numbers.restart()
        elif event.kind == "entry":
            own = moment if event.once and moment else slots.get(event.column, slot)
            when = days.get(event.column, day)
            texts, continued = take_continued(event.text)
            numbered, title = numbers.read(event, texts)
            if not numbered and is_clockwork(title) and has_weekday(title):
                continue  # a weekday that was parted from its date
            found.append(
                ScheduleEntry(
                    when.first if when else None,
                    when.last if when else None,
                    own.start if own else None,
                    own.end if own else None,
                    list(own.sittings) if own else [],
                    numbered,
                    title,
                    continued or event.continued,
                    event.page,
                    event.bbox,
                )
            )
    if inferred:
        page = found[0].page if found else 1
        notes.append(INFERRED_YEAR.note(page, count=inferred))
    return found, notes


class _Numbers:
    """Item numbers of entries; sub-item letters take the number printed above them."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        self.parent: str | None = None
        self.letter: str | None = None

    def read(self, event: Event, text: str) -> tuple[list[str], str]:
        text = _HEAD.sub("", text)
        items = list(event.items)
        if not items and (whole := read_items(text, self.parent)):
            self.parent, self.letter = whole[-1].split("(")[0], None
            return whole, ""
        lead = leading_items(text)
        if lead and lead.letters:
            root = (items[-1] if items else self.parent or "").split("(")[0]
            if root:
                items = [self._below(root, letter) for letter in lead.letters]
                text = lead.rest
        elif lead and (lead.worded or not items):
            items = unique([*items, *lead.items])
            text = lead.rest
            sub = _SUB.search(text)
            if sub and len(lead.items) == 1 and not re.search(r"\bitem\s+\d", text, re.IGNORECASE):
                items = mentioned_items(f"item {lead.items[0]}, {text[sub.start() :]}")
            inner = leading_items(text)
            if inner and inner.letters and not lead.worded:
                items = [f"{lead.items[-1].split('(')[0]}({letter})" for letter in inner.letters]
                text = inner.rest
        text = text.strip()
        if (tail := trailing_items(text)) and (not items or tail[0] == items):
            items, text = tail
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
