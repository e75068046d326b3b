"""The date of issue: in the box, beside it, or at the head of an entry."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extractor.grammar.calendar import CalendarContext, find_dates
from extractor.layout.furniture import Sheet
from extractor.structure.masthead.model import BOX_GAP, OWN_COLUMN, Box, Entry
from extractor.structure.vocabulary import has_figure

#: The first letters of a symbol, split off in larger type, end at most this far before the rest (points) ...
CLOSE_HEAD = 8.0
#: ... farther where the rest begins with its slash and cannot stand alone.
LOOSE_HEAD = 16.0
_DATE_LABEL = re.compile(r"^\s*(?:\[|Date\s*:|Date\s+of\s+issue\s*:|[^\W\d_]+\s*,)?\s*", re.IGNORECASE)


def take_date_beside(box: Box, entries: Sequence[Entry], sheet: Sheet, language: str | None) -> None:
    """The date under or over the symbol in papers of agencies, whose mastheads have neither `Distr.` nor `Original:`.

    A month alone (`October 2031`) gives no date, but belongs to the box all the same.
    """
    symbol = next((e for e in entries if (e.line, e.cell) in box.used and e.x0 > 0.5 * sheet.page.width), None)
    if symbol is None:
        return
    for entry in entries:
        near = entry.x1 > symbol.x0 and entry.x0 > OWN_COLUMN * sheet.page.width and entry is not symbol
        if not (near and abs(entry.top - symbol.top) < BOX_GAP and len(entry.text) < 50):
            continue
        day = whole_date(entry.text, language)
        if day is not None or _whole_month(entry.text, language):
            box.date = box.date or day
            box.used.add((entry.line, entry.cell))


def _whole_month(text: str, language: str | None) -> bool:
    """Whether a line is a month and year: `October 2031`."""
    for code in dict.fromkeys((language, "en")):
        for span in find_dates(text.strip(), CalendarContext(language=code)):
            if span.precision == "month" and span.end - span.start >= 0.9 * len(text.strip()):
                return True
    return False


def last_word(text: str) -> str:
    return text.rsplit(" ", 1)[-1]


def split_head(entry: Entry, zone: Sequence[Entry]) -> Entry | None:
    """The cell that ends just left of this one, on about the same line."""
    for other in zone:
        reach = LOOSE_HEAD if entry.text.startswith("/") else CLOSE_HEAD
        if other is not entry and abs(other.top - entry.top) < 8 and -2 <= entry.x0 - other.x1 <= reach:
            word = last_word(other.text)
            if len(word) <= 12 and word[:1].isupper():
                return other
    return None


def whole_date(text: str, language: str | None) -> dt.date | None:
    """The day that a line consists of: `16 March 2022`, `Date: 17 August 2010`, `[11 septembre 1997]`, `PARIS, 9
    April 2008`.
    """
    if len(text) > 50 or not has_figure(text):
        return None
    bare = _DATE_LABEL.sub("", text).strip(" ]*")
    for code in dict.fromkeys((language, "en")):
        for span in find_dates(bare, CalendarContext(language=code)):
            if span.first is not None and span.first == span.last and span.end - span.start >= 0.7 * len(bare):
                return span.first
    return None
