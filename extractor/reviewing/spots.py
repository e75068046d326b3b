"""Where values stand that have no place of their own in the result: those of the masthead and of the meetings.

The result keeps the words of a masthead in blocks, and dates and symbols as mentions. A value is looked for among them,
so that the review page can light it up; what is found nowhere (an inferred time zone) has no box.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.model import Agenda, Meeting, Place

__all__ = ["Spot", "spots_of"]

Spot = tuple[int, float, float, float, float]
"""A page and a box on it."""

_DOCUMENT = ("title", "organ", "body", "distribution", "job_number")
#: The blocks in which values of a masthead are looked for, the likeliest first.
_ROLES: tuple[str, ...] = ("title", "masthead", "heading", "text", "furniture", "annotation")
#: The words of a value in columns stand between those of its neighbour: of so many words, this share must be there.
_FEWEST, _MOST = 3, 0.6


def spots_of(agenda: Agenda) -> dict[str, list[Spot]]:
    """The places of values of the masthead and the meetings, by their paths."""
    return {path: spots for path, spots in _all(agenda) if spots}


def _all(agenda: Agenda) -> Iterator[tuple[str, list[Spot]]]:
    document, text = agenda.document, _Text(agenda)
    symbols = [one for one in agenda.references if one.symbol == document.symbol and one.page == 1]
    yield "document.symbol", _spots(symbols[0].places if symbols else text.places(document.symbol))
    for name in _DOCUMENT:
        yield f"document.{name}", _spots(text.places(getattr(document, name)))
    yield "document.kind", _spots(text.places(document.title))
    issued = [one for one in agenda.dates if one.role == "issue"]
    yield "document.date", _spots(issued[0].places if issued else [])
    if document.agenda_item is not None:
        yield "document.agenda_item", _spots(text.places(document.agenda_item.title))
    for at, meeting in enumerate(agenda.meetings):
        yield from _meeting(agenda, meeting, f"meetings[{at}]", text)


def _meeting(agenda: Agenda, meeting: Meeting, path: str, text: _Text) -> Iterator[tuple[str, list[Spot]]]:
    yield f"{path}.body", _spots(text.places(meeting.body))
    yield f"{path}.session", _spots(text.places(meeting.session.label))
    yield f"{path}.place", _spots(text.places(meeting.place))
    opening = [one for one in agenda.dates if one.role == "opening"]
    yield f"{path}.opens_at", _spots(opening[0].places if opening and meeting.opens_at else [])
    for at, period in enumerate(meeting.periods):
        days = [one for one in agenda.dates if one.role == "meeting" and one.start == period.start]
        yield f"{path}.periods[{at}]", _spots(days[0].places if days else [])


class _Text:
    """The blocks of a paper in which a value may stand, with their words folded."""

    def __init__(self, agenda: Agenda) -> None:
        ordered = sorted(
            (block for block in agenda.blocks if block.role in _ROLES), key=lambda block: _ROLES.index(block.role)
        )
        self._blocks = [(_folded(block.text), block) for block in ordered]

    def places(self, value: str | None) -> list[Place]:
        """The places of the first block that has the words of a value; of a value in columns, most of its words."""
        words = _folded(value or "")
        if not words:
            return []
        whole = next((block.places for text, block in self._blocks if words in text), None)
        if whole is not None:
            return whole
        wanted = words.split()
        heads = [(text, block) for text, block in self._blocks if block.role == "masthead"]
        most = (block.places for text, block in heads if _share(wanted, text.split()) >= _MOST)
        return next(most, []) if len(wanted) >= _FEWEST else []


def _share(words: list[str], others: list[str]) -> float:
    known = set(others)
    return sum(word in known for word in words) / len(words)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _spots(places: list[Place]) -> list[Spot]:
    return [(place.page, *place.bbox) for place in places]
