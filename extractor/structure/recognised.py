"""What is to be said of pages that were read from their pictures, and boxes as they stand on the page as scanned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from extractor.built import compiled
from extractor.diagnostics import OCR_LOW, OCR_PAGE, OCR_REPAIRED, OCR_SKIPPED, OCR_VALUE, Note
from extractor.grammar.calendar.vocabulary import weekdays, words
from extractor.layout import quarter
from extractor.lexicon.folding import fold
from extractor.model.drafts import moved
from extractor.reading.shared.skew import tilted
from extractor.reading.trust.layer import AROUND
from extractor.records import Struct
from extractor.rules import rule

if TYPE_CHECKING:
    from datetime import date

    from extractor.model import Agenda, DateMention, Item, Place
    from extractor.reading.page import BBox, Page, Recognised

__all__ = ["notes_of_pages", "notes_of_values", "set_back"]


class RecognisedSettings(Struct, frozen=True):
    """From where on pages and values that were read from pictures are warned of; confidences go from 0 to 100."""

    #: Mean confidence under which a page is read badly: mild damage of made scans gives 95 and more, bad fax 85 and
    #: less.
    low: float = 88.0
    #: The share of the words of a page that are in doubt from which on it is read badly.
    many: float = 0.1
    #: A word without a digit is in doubt below this. Of words of made scans that Tesseract reads with 60 to 79 two of
    #: three are right, below that one of three; those with digits count from where on the recognisers doubt them.
    prose: float = 60.0
    #: So many words at the head and at the end of a text tell it from others.
    ends: int = 8
    #: A word lies in a place when this share of its height and of its width does.
    inside: float = 0.5
    #: So many characters of a value are shown.
    shown: int = 60


RECOGNISED = RecognisedSettings()

_NUMBER, _WORD = compiled(r"\d+"), compiled(r"\w+")


def notes_of_pages(pages: Sequence[Page]) -> Iterator[Note]:
    """How each page was read, and which were not."""
    for page in pages:
        if page.unread:
            yield OCR_SKIPPED.note(page.number, why=page.unread)
        if (how := page.recognised) is None:
            continue
        yield OCR_PAGE.note(page.number, by=how.by, confidence=f"{how.confidence:.0f}", skew=f"{how.skew:.1f}")
        for one in how.repairs:
            yield OCR_REPAIRED.note(page.number, before=one.before, after=one.after, rule=one.rule)
        if how.confidence < RECOGNISED.low or len(how.doubts) > RECOGNISED.many * how.words:
            yield OCR_LOW.note(page.number, confidence=f"{how.confidence:.0f}", doubts=len(how.doubts), words=how.words)


def notes_of_values(agenda: Agenda, recognised: Mapping[int, Recognised]) -> Iterator[Note]:
    """The values with a word in doubt: symbols, dates, times, numbers, and what texts begin and end with."""
    if not any(how.doubts for how in recognised.values()):
        return
    for value in _values(agenda):
        doubts = [
            (word, confidence)
            for page, place in value.places
            if page in recognised
            for box, word, confidence in recognised[page].doubts
            if _meet(place, box) and _counts(word, confidence, value)
        ]
        if doubts:
            word, confidence = min(doubts, key=lambda one: one[1])
            yield OCR_VALUE.note(
                value.places[0][0],
                path=value.path,
                value=value.text[: RECOGNISED.shown],
                word=word,
                confidence=f"{confidence:.0f}",
            )
    yield from _masthead(agenda, recognised)


class _Value(Struct, frozen=True):
    """A value with its path and its places (page, box); `long`: a text of which the head and the end are looked at."""

    path: str
    text: str
    places: Sequence[tuple[int, Sequence[float]]]
    long: bool = False


def _counts(word: str, confidence: float, value: _Value) -> bool:
    """Whether a word in doubt puts a value in doubt: it is one of its words, and a number or hardly read."""
    plain = word.strip(AROUND)
    coded = any(map(str.isdigit, plain))
    if not plain or (confidence >= RECOGNISED.prose and (not coded or value.long)):
        return False
    words = value.text.split()
    if value.long and len(words) > 2 * RECOGNISED.ends:
        words = [*words[: RECOGNISED.ends], *words[-RECOGNISED.ends :]]
    return any(plain in one for one in words) or (coded and not value.long)


def _values(agenda: Agenda) -> Iterator[_Value]:
    for at, reference in enumerate(agenda.references):
        yield _Value(f"references[{at}]", reference.text, _spots(reference.places))
    for at, one in enumerate(agenda.dates):
        if not is_on_its_weekday.applies(one):
            yield _Value(f"dates[{at}]", one.text, _spots(one.places))
    for at, entry in enumerate(agenda.schedule):
        yield _Value(f"schedule[{at}]", entry.title or "", _spots(entry.places))
    for at, note in enumerate(agenda.footnotes):
        yield _Value(f"footnotes[{at}]", f"{note.marker} {note.text}", _spots(note.places), long=True)
    yield from _items(agenda.items, "items")


@rule("doubt.weekday", source="calendar: a day that was misread falls on the weekday printed with it once in seven")
def is_on_its_weekday(one: DateMention) -> bool:
    """A date that is printed with its weekday: its numbers are right, however badly they were read."""
    if one.start is None or one.end not in (None, one.start):
        return False
    named = [word for word in _WORD.findall(fold(one.text)) if word in weekdays()]
    return len(named) == 1 and one.start.weekday() in {use.value for use in words()[named[0]] if use.kind == "weekday"}


@rule("doubt.day", source="mastheads hold the period of the meeting beside the date of the paper", otherwise=True)
def is_of_day(word: str, day: date) -> bool:
    """Whether a word of the masthead has a number of the date of the paper; else it is of another one."""
    return not {day.day, day.month, day.year}.isdisjoint(map(int, _NUMBER.findall(word)))


def _spots(places: Sequence[Place]) -> list[tuple[int, Sequence[float]]]:
    return [(place.page, place.bbox) for place in places]


def _items(items: Sequence[Item], path: str) -> Iterator[_Value]:
    for at, item in enumerate(items):
        here = f"{path}[{at}]"
        yield _Value(here, f"{item.number or ''} {item.title}".strip(), _spots(item.places))
        for number, document in enumerate(item.documents):
            yield _Value(f"{here}.documents[{number}]", " ".join(document.symbols), _spots(document.places))
        for number, block in enumerate(item.annotation):
            if number in (0, len(item.annotation) - 1) and block.text and block.page and block.bbox:
                yield _Value(f"{here}.annotation[{number}]", block.text, [(block.page, block.bbox)], long=True)
        yield from _items(item.items, f"{here}.items")


def _masthead(agenda: Agenda, recognised: Mapping[int, Recognised]) -> Iterator[Note]:
    """The fields of the masthead, which have no places of their own: those that hold a word in doubt of its blocks."""
    blocks = [block for block in agenda.blocks if block.role == "masthead" and block.page in recognised]
    words = [
        (word, confidence)
        for block in blocks
        if block.bbox is not None
        for box, word, confidence in recognised[block.page].doubts
        if _meet(block.bbox, box)
    ]
    for name in ("symbol", "date", "title", "organ", "body", "distribution", "job_number"):
        value = getattr(agenda.document, name)
        shown = str(getattr(value, "value", value) or "")
        found = [(word, confidence) for word, confidence in words if len(word) > 1 and word in shown]
        if name == "date" and agenda.document.date is not None:
            found = [one for one in words if "/" not in one[0] and is_of_day.applies(one[0], agenda.document.date)]
        if shown and found:
            word, confidence = min(found, key=lambda one: one[1])
            yield OCR_VALUE.note(
                blocks[0].page,
                path=f"document.{name}",
                value=shown[: RECOGNISED.shown],
                word=word,
                confidence=f"{confidence:.0f}",
            )


def _meet(one: BBox | Sequence[float], other: BBox) -> bool:
    """Whether most of a word's box lies in a place."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    along = min(one[3], other[3]) - max(one[1], other[1])
    least = RECOGNISED.inside
    return across > least * min(other[2] - other[0], one[2] - one[0]) and along > least * (other[3] - other[1])


def set_back(agenda: Agenda, pages: Sequence[Page]) -> Agenda:
    """The result with its boxes on the pages as they are in the file: layout works on pages set upright."""
    turns = {page.number: page for page in pages if page.turned or (page.recognised and page.recognised.skew)}
    if not turns:
        return agenda

    def back(page: int, box: BBox | None) -> tuple[int, BBox | None]:
        return page, _as_filed(box, turns[page]) if box is not None and page in turns else box

    return moved(agenda, back)


def _as_filed(box: BBox, page: Page) -> BBox:
    """A box where it stands on the page of the file."""
    if page.recognised is not None:
        return tilted(box, page.recognised.skew, page)
    return quarter.set_back(box, page)
