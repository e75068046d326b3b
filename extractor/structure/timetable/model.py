"""Events and entries of a timetable."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from extractor.reading.page import BBox
from extractor.structure.timetable.moments import Moment, Sitting

EventKind = Literal["date", "time", "days", "slots", "reset", "clear", "entry", "heading"]


@dataclass(slots=True)
class ScheduleEntry:
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


@dataclass(slots=True)
class Event:
    """What a reader met: a date, a slot, the dates of several columns, an entry, or something that ends a slot."""

    kind: EventKind
    page: int
    moment: Moment | None = None
    text: str = ""
    items: list[str] = field(default_factory=list)
    celled: bool = False  # the timetable has a column for items
    bbox: BBox = (0.0, 0.0, 0.0, 0.0)
    column: int = 0
    continued: bool = False
    once: bool = False  # the moment holds for this entry alone
    days: dict[int, Moment] = field(default_factory=dict)  # of `days` and `slots`, by column
