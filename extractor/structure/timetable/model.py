"""Events and entries of a timetable."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import IntEnum

from extractor.layout.lines.model import Line
from extractor.reading.page import BBox
from extractor.records import Struct, field
from extractor.structure.timetable.moments import Moment, Sitting


class EventKind(IntEnum):
    """What an event is, in the order in which events that stand at one height hold.

    `DATE` and `TIME` hold for the entries below, `DAYS` and `SLOTS` for those below in their columns; `RESET` ends the
    slot, `CLEAR` the day as well. A `HEADING` heads rows. `REST` is the rest of the last entry of the page before.
    """

    DATE = 0
    DAYS = 1
    TIME = 2
    SLOTS = 3
    RESET = 4
    CLEAR = 5
    HEADING = 6
    REST = 7
    ENTRY = 8


class ScheduleEntry(Struct, frozen=True):
    """One printed entry of a timetable with the values carried down to it."""

    date: dt.date | None
    end_date: dt.date | None
    start: dt.time | None
    end: dt.time | None
    sittings: list[Sitting]
    items: list[str]
    title: str
    continued: bool
    page: int
    bbox: BBox
    lines: Sequence[Line] = ()  # the parts of lines that hold it
    zone: str | None = None  # in which its times are printed, where that is not the zone of the place


class Event(Struct, frozen=True):
    """What a reader met: a date, a slot, the dates of several columns, an entry, or something that ends a slot."""

    kind: EventKind
    page: int
    height: float = 0.0  # where on its page it holds from; events of one height hold in the order of their kinds
    moment: Moment | None = None
    text: str = ""
    items: tuple[str, ...] = ()
    celled: bool = False  # the timetable has a column for items
    bbox: BBox = (0.0, 0.0, 0.0, 0.0)
    lines: Sequence[Line] = ()
    column: int = 0
    columns: int = 1  # over how many its cell reaches
    continued: bool = False
    once: bool = False  # the moment holds for this entry alone
    days: Mapping[int, Moment] = field(default_factory=dict)  # of `days` and `slots`, by column
    rule: str = ""  # the name of the rule that made it so
