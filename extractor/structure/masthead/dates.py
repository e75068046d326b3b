"""The date of issue: in the box, or beside the symbol where there is no box."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from extractor.grammar.calendar import CalendarContext, find_dates
from extractor.layout.furniture import Sheet
from extractor.lexicon import with_default
from extractor.rules import rule
from extractor.structure.masthead.model import Entry, Place
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import words
from extractor.structure.vocabulary import has_figure


class DateBeside(NamedTuple):
    """The date of issue, and the cells that hold one."""

    day: dt.date | None
    used: frozenset[Place]


@rule(
    "masthead.date_beside",
    source="catalogue 1.1: papers of agencies have the date under or over the symbol",
    otherwise=DateBeside(None, frozenset()),
)
def date_beside(entries: Sequence[Entry], symbols: frozenset[Place], sheet: Sheet, language: str | None) -> DateBeside:
    """The date under or over the symbol in papers of agencies, whose mastheads have neither `Distr.` nor `Original:`.

    A month alone (`October 2031`) gives no date, but belongs to the box all the same.
    """
    width = sheet.page.width
    symbol = next((e for e in entries if e.place in symbols and e.x0 > SETTINGS.right_half * width), None)
    if symbol is None:
        return DateBeside(None, frozenset())
    days: list[dt.date] = []
    used: set[Place] = set()
    for entry in entries:
        near = entry.x1 > symbol.x0 and entry.x0 > SETTINGS.own_column * width and entry is not symbol
        close = near and abs(entry.top - symbol.top) < SETTINGS.box_gap and len(entry.text) < SETTINGS.date_length
        if not close:
            if level_month.applies(entry, symbol, language):
                used.add(entry.place)
            continue
        day = whole_date(entry.text, language)
        if day is not None:
            days.append(day)
        if day is not None or is_month.applies(entry.text, language):
            used.add(entry.place)
    return DateBeside(days[0] if days else None, frozenset(used))


@rule("masthead.level_month", source="FAO: `November 2031` at the left of the line with the symbol, over the organ")
def level_month(entry: Entry, symbol: Entry, language: str | None) -> bool:
    """A month of issue may stand at the other end of the symbol's line."""
    level = entry is not symbol and abs(entry.top - symbol.top) < SETTINGS.same_line
    return level and len(entry.text) < SETTINGS.date_length and is_month.applies(entry.text, language)


@rule("masthead.month_beside", source="catalogue 1.1: `December 1999`, a date of issue without a day")
def is_month(text: str, language: str | None) -> bool:
    """A line of month and year beside the symbol is the date of issue, not of the meeting."""
    bare = text.strip()
    return any(
        span.precision == "month" and span.end - span.start >= SETTINGS.month_share * len(bare)
        for code in with_default(language)
        for span in find_dates(bare, CalendarContext(language=code))
    )


def whole_date(text: str, language: str | None) -> dt.date | None:
    """The day that a line consists of.

    `16 March 2022`, `Date: 17 August 2010`, `[11 septembre 1997]`, `PARIS, 9 April 2008`.
    """
    if len(text) > SETTINGS.date_length or not has_figure(text):
        return None
    bare = words().date_label.sub("", text).strip(" ]*")
    for code in with_default(language):
        for span in find_dates(bare, CalendarContext(language=code)):
            whole = span.end - span.start >= SETTINGS.date_share * len(bare)
            if span.first is not None and span.first == span.last and whole:
                return span.first
    return None
