"""The facts of one meeting."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Protocol

from extractor.diagnostics import Note
from extractor.grammar.calendar import Period
from extractor.model import Format

#: A session is named in the first letters of the sentence that opens it.
EARLY = 60
#: A session without a printed end is over after this time.
LONGEST = dt.timedelta(days=400)


class Entry(Protocol):
    """A timetable entry."""

    @property
    def date(self) -> dt.date | None: ...
    @property
    def start(self) -> dt.time | None: ...
    @property
    def title(self) -> str | None: ...


@dataclass(slots=True)
class MeetingFacts:
    """One body and session. ``inferred`` says what was not taken from the masthead, ``conflicts`` which dates of the
    paper contradict one another.
    """

    body: str | None = None
    label: str | None = None
    number: int | None = None
    place: str | None = None
    country: str | None = None
    timezone: str | None = None
    periods: list[Period] = field(default_factory=list)
    opens_at: dt.datetime | None = None
    format: Format | None = None
    inferred: list[Note] = field(default_factory=list)
    conflicts: list[Note] = field(default_factory=list)
