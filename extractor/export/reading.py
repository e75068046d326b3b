"""What the reading copies (Markdown and HTML) have in common: which facts they show, in which order and words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from extractor.export.common import (
    document_url,
    labels,
    language_of,
    session_line,
    subject,
    titles_by_number,
    walk,
    web_address,
)
from extractor.export.days import day_in_words, run_in_words, with_weekday

if TYPE_CHECKING:
    from extractor.model import Agenda, Item, ListedDocument, ScheduleEntry

__all__ = ["Links", "Piece", "Slot", "by_slot", "facts", "has_text", "loose_documents", "slots"]

_SHORTEST = 5  # "Add.1" alone may stand for several papers, a longer mention hardly


class Piece(NamedTuple):
    """A piece of text, the address to which it leads; or the mark of a footnote, by the number of the note, from 1.

    Of a date in words, `day` is the day.
    """

    text: str
    url: str | None = None
    note: int | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """Entries of the timetable that share their day and hours; `places` are those of the entries in the timetable."""

    days: list[Piece]
    hours: str
    entries: list[tuple[str, str]]
    places: list[int]

    @property
    def day(self) -> str:
        """The day or days as text."""
        return "".join(piece.text for piece in self.days)


class Links:
    """Finds in a text the papers that it cites, as ``references`` of the agenda lists them with their addresses."""

    def __init__(self, agenda: Agenda) -> None:
        found: dict[str | None, dict[str, str | None]] = {}
        for one in agenda.references:
            url = web_address(one.url)
            if url and len(one.text) >= _SHORTEST:
                known = found.setdefault(one.item, {})
                # One wording with two addresses: better no link than a wrong one.
                known[one.text] = url if known.get(one.text, url) == url else None
        self._found = {
            item: {text: url for text, url in known.items() if url is not None} for item, known in found.items()
        }
        self._patterns = {item: _either(list(known)) for item, known in self._found.items() if known}

    def pieces(self, text: str, item: str | None) -> Iterator[Piece]:
        """``text`` of the item numbered ``item``, taken apart at the papers that it cites."""
        pattern = self._patterns.get(item)
        at = 0
        if pattern:
            for match in pattern.finditer(text):
                if match.start() > at:
                    yield Piece(text[at : match.start()])
                yield Piece(match[0], self._found[item][match[0]])
                at = match.end()
        if at < len(text):
            yield Piece(text[at:])


def _either(texts: list[str]) -> re.Pattern[str]:
    choices = "|".join(re.escape(text) for text in sorted(texts, key=lambda text: (-len(text), text)))
    return re.compile(rf"(?<![\w/])(?:{choices})(?![\w/])")


def facts(agenda: Agenda) -> list[tuple[str, list[Piece]]]:
    """The masthead as label and value: symbol, meetings, date of issue, distribution; what is unknown is left out."""
    document, words = agenda.document, labels(language_of(agenda))
    found: list[tuple[str, list[Piece]]] = []
    symbols = document.symbols or ([document.symbol] if document.symbol else [])
    if symbols:
        pieces: list[Piece] = []
        for symbol in symbols:
            pieces += [Piece(", ")] if pieces else []
            pieces.append(Piece(symbol, document_url(symbol, language_of(agenda))))
        found.append((words["symbol"], pieces))
    for meeting in agenda.meetings:
        parts = [[Piece(part)] for part in (session_line(meeting), meeting.place) if part]
        parts += [_run(days.start, days.end, language_of(agenda)) for days in meeting.periods if days.start or days.end]
        if parts:
            found.append((words["meeting"], _joined(parts)))
    if document.date:
        found.append((words["issued"], _run(document.date, None, language_of(agenda))))
    if document.distribution:
        found.append((words["distribution"], [Piece(document.distribution)]))
    return found


def _run(first: dt.date | None, last: dt.date | None, language: str | None) -> list[Piece]:
    """A run of days in words."""
    return [Piece(text, day=day) for text, day in run_in_words(first, last, language)]


def _joined(parts: list[list[Piece]]) -> list[Piece]:
    """Parts with commas between them."""
    return [piece for at, part in enumerate(parts) for piece in ([Piece(", ")] if at else []) + part]


def loose_documents(agenda: Agenda) -> list[ListedDocument]:
    """The documents that stand under none of the items."""
    shown = {
        tuple(document.symbols) or document.title for place in walk(agenda.items) for document in place.item.documents
    }
    return [one for one in agenda.documents if (tuple(one.symbols) or one.title) not in shown]


def has_text(item: Item) -> bool:
    """Whether there is more to say of an item, or of those under it, than its title."""
    return any(
        one.annotation or one.documents or one.no_documentation
        for one in (item, *(place.item for place in walk(item.items)))
    )


def by_slot(agenda: Agenda) -> Iterator[list[ScheduleEntry]]:
    """The entries of the timetable, consecutive ones of the same day and hours together."""
    for _, entries in groupby(agenda.schedule, key=lambda entry: (entry.date, entry.end_date, _hours(entry))):
        yield list(entries)


def slots(agenda: Agenda) -> list[Slot]:
    """The timetable as text, slot by slot."""
    continued, titles = labels(language_of(agenda))["continued"], titles_by_number(agenda)
    found = []
    at = 0
    for entries in by_slot(agenda):
        shown = [(", ".join(entry.items), subject(entry, titles, continued)) for entry in entries]
        places = list(range(at, at + len(entries)))
        found.append(Slot(_days(entries[0], language_of(agenda)), _hours(entries[0]), shown, places))
        at += len(entries)
    return found


def _days(entry: ScheduleEntry, language: str | None) -> list[Piece]:
    """The day of an entry with its weekday; of several days, the run."""
    first = entry.date
    if first is None or entry.end_date not in (None, first):
        return _run(first, entry.end_date, language)
    before, day, after = with_weekday(first, "\0", language).partition("\0")
    day = day_in_words(first, language)
    return [piece for piece in (Piece(before), Piece(day, day=first), Piece(after)) if piece.text]


def _hours(entry: ScheduleEntry) -> str:
    if entry.sittings:
        return ", ".join(_span(start, end) for start, end in entry.sittings)
    return _span(entry.start, entry.end)


def _span(start: dt.time | None, end: dt.time | None) -> str:
    return "–".join(f"{time:%H:%M}" for time in (start, end) if time)
