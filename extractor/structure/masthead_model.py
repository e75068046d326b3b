"""What a masthead says, as typed facts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from extractor.reading.page import BBox


@dataclass(slots=True)
class Section:
    """One body and session of the masthead with its place and date lines."""

    bodies: list[str] = field(default_factory=list)
    session: str | None = None
    number: int | None = None
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Masthead:
    """What the masthead says. Fields that it does not print are ``None`` or empty.

    ``end`` is the index, among the body lines of all sheets one after the other, of the first line after the
    masthead; ``consumed`` are the indexes at or after ``end`` that belong to the masthead all the same (a box that
    stands lower on the page). ``inferred`` holds pairs of a field and the reason why it is not simply as printed.
    """

    symbol: str | None = None
    symbols: list[str] = field(default_factory=list)
    title: str | None = None
    organ: str | None = None
    body: str | None = None
    bodies: list[str] = field(default_factory=list)
    distribution: str | None = None
    date: dt.date | None = None
    original_language: str | None = None
    job_number: str | None = None
    agenda_item: tuple[str, str | None] | None = None
    agenda_items: list[tuple[str, str | None]] = field(default_factory=list)
    sessions: list[tuple[str, int | None]] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    place_lines: list[str] = field(default_factory=list)
    subtitle: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    end: int = 0
    consumed: frozenset[int] = frozenset()
    inferred: list[tuple[str, str]] = field(default_factory=list)
    boxes: dict[str, tuple[int, BBox]] = field(default_factory=dict)

    @property
    def found(self) -> bool:
        """Whether there is anything of a masthead at all."""
        return bool(self.symbol or self.distribution or self.original_language)
