"""What is to be said of pages that were read from their pictures, and boxes as they stand on the page as scanned."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from extractor.diagnostics import OCR_LOW, OCR_PAGE, OCR_REPAIRED, OCR_SKIPPED, OCR_VALUE, Note

if TYPE_CHECKING:
    from extractor.model import Agenda, Item, Place
    from extractor.reading.page import BBox, Page, Recognised

__all__ = ["notes_of_pages", "notes_of_values", "set_back"]

#: Mean confidence under which a page is said to be read badly, and the share of its words in doubt from which on.
#: Measured on made scans: mild damage gives 95 and more, bad fax 85 and less.
_LOW, _MANY = 88.0, 0.1


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
        if how.confidence < _LOW or len(how.doubts) > _MANY * how.words:
            yield OCR_LOW.note(page.number, confidence=f"{how.confidence:.0f}", doubts=len(how.doubts), words=how.words)


def notes_of_values(agenda: Agenda, recognised: Mapping[int, Recognised]) -> Iterator[Note]:
    """The values with a word in doubt: symbols, dates, times and numbers."""
    if not any(how.doubts for how in recognised.values()):
        return
    for path, shown, places in _values(agenda):
        doubts = [
            (word, confidence)
            for place in places
            if place.page in recognised
            for box, word, confidence in recognised[place.page].doubts
            if _meet(place.bbox, box)
        ]
        if doubts:
            word, confidence = min(doubts, key=lambda one: one[1])
            yield OCR_VALUE.note(places[0].page, path=path, value=shown[:60], word=word, confidence=f"{confidence:.0f}")
    yield from _masthead(agenda, recognised)


def _values(agenda: Agenda) -> Iterator[tuple[str, str, Sequence[Place]]]:
    for at, reference in enumerate(agenda.references):
        yield f"references[{at}]", reference.text, reference.places
    for at, date in enumerate(agenda.dates):
        yield f"dates[{at}]", date.text, date.places
    for at, entry in enumerate(agenda.schedule):
        yield f"schedule[{at}]", entry.title or "", entry.places
    for at, note in enumerate(agenda.footnotes):
        yield f"footnotes[{at}]", f"{note.marker} {note.text}", note.places
    yield from _items(agenda.items, "items")


def _items(items: Sequence[Item], path: str) -> Iterator[tuple[str, str, Sequence[Place]]]:
    for at, item in enumerate(items):
        here = f"{path}[{at}]"
        yield here, f"{item.number or ''} {item.title}".strip(), item.places
        for number, document in enumerate(item.documents):
            yield f"{here}.documents[{number}]", " ".join(document.symbols), document.places
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
        if name == "date" and value is not None:
            found = [
                (word, confidence) for word, confidence in words if any(map(str.isdigit, word)) and "/" not in word
            ]
        if shown and found:
            word, confidence = min(found, key=lambda one: one[1])
            yield OCR_VALUE.note(
                blocks[0].page, path=f"document.{name}", value=shown[:60], word=word, confidence=f"{confidence:.0f}"
            )


def _meet(one: BBox | Sequence[float], other: BBox) -> bool:
    """Whether most of a word's box lies in a place."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    along = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0.5 * min(other[2] - other[0], one[2] - one[0]) and along > 0.5 * (other[3] - other[1])


def set_back(agenda: Agenda, pages: Sequence[Page]) -> Agenda:
    """The result with its boxes on the pages as they were scanned: layout works on pages set upright."""
    turns = {
        page.number: (page.recognised.skew, page.width / 2, page.height / 2)
        for page in pages
        if page.recognised and page.recognised.skew
    }
    if not turns:
        return agenda
    return type(agenda).model_validate(_turned(agenda.model_dump(), turns, None))


def _turned(data: Any, turns: Mapping[int, tuple[float, float, float]], page: int | None) -> Any:
    if isinstance(data, list):
        return [_turned(one, turns, page) for one in data]
    if not isinstance(data, dict):
        return data
    here: int | None = data.get("page") or page
    found = {name: _turned(value, turns, here) for name, value in data.items()}
    box = found.get("bbox")
    if box is not None and here is not None and here in turns:
        found["bbox"] = _box(box, *turns[here])
    return found


def _box(box: Sequence[float], skew: float, x: float, y: float) -> list[float]:
    """A box turned by an angle in degrees about a point: the box around its corners."""
    sine, cosine = math.sin(math.radians(skew)), math.cos(math.radians(skew))
    corners = [(left - x, top - y) for left in (box[0], box[2]) for top in (box[1], box[3])]
    xs = [x + across * cosine - along * sine for across, along in corners]
    ys = [y + across * sine + along * cosine for across, along in corners]
    return [round(edge, 2) for edge in (min(xs), min(ys), max(xs), max(ys))]
