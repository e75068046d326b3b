"""The facts of one meeting."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Protocol

from extractor.diagnostics import Note
from extractor.grammar.calendar import Period
from extractor.records import Struct, replace

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Format


class Entry(Protocol):
    """A timetable entry."""

    @property
    def date(self) -> dt.date | None:
        """The day of the entry."""
        ...

    @property
    def start(self) -> dt.time | None:
        """The hour at which it begins."""
        ...

    @property
    def title(self) -> str | None:
        """What is done."""
        ...


class MeetingFacts(Struct, frozen=True):
    """One body and session.

    Attributes:
        inferred: what was not taken from the masthead; the paths of the notes begin at the meeting (`periods`).
        conflicts: which dates of the paper contradict one another; their paths as well.
    """

    body: str | None = None
    label: str | None = None
    number: int | None = None
    place: str | None = None
    country: str | None = None
    timezone: str | None = None
    periods: tuple[Period, ...] = ()
    opens_at: dt.datetime | None = None
    format: Format | None = None
    inferred: tuple[Note, ...] = ()
    conflicts: tuple[Note, ...] = ()

    @property
    def firsts(self) -> list[dt.date]:
        """The first days of the periods that have one."""
        return [period.first for period in self.periods if period.first is not None]

    def noting(self, note: Note) -> MeetingFacts:
        """The facts with a note on where one of them was taken from."""
        return replace(self, inferred=(*self.inferred, note))
