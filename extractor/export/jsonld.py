"""JSON-LD with the vocabulary of schema.org: an ``Event`` a meeting, a sub-event an entry of its timetable.

The items are an ``ItemList`` that the meeting is about, nested as they are; sub-events point at the items that they
take up. The paper itself is a ``DigitalDocument`` whose subject the meeting is, with the papers that it cites. Many
papers become one graph. ``<`` is written as an escape, so that the text can stand in the ``script`` element of a page.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from extractor.export.common import (
    document_url,
    heading,
    labels,
    language_of,
    paper_iri,
    subject,
    titles_by_number,
    utf8,
    walk,
    web_address,
)
from extractor.export.sessions import Day, Session, beginning, ending, sessions

if TYPE_CHECKING:
    from extractor.model import Agenda, Item, ScheduleEntry

__all__ = ["CONTEXT", "events", "stream"]

CONTEXT = "https://schema.org"

Node = dict[str, Any]

_ATTENDANCE = {
    "in_person": "https://schema.org/OfflineEventAttendanceMode",
    "hybrid": "https://schema.org/MixedEventAttendanceMode",
    "online": "https://schema.org/OnlineEventAttendanceMode",
}


def stream(agendas: Iterable[Agenda]) -> Iterator[bytes]:
    """One graph of all ``agendas``."""
    yield utf8(f'{{"@context": "{CONTEXT}", "@graph": [')
    mark = "\n"
    for agenda in agendas:
        for event in events(agenda):
            yield utf8(mark + json.dumps(event, ensure_ascii=False, indent=1).replace("<", "\\u003c"))
            mark = ",\n"
    yield b"\n]}\n"


def events(agenda: Agenda) -> Iterator[Node]:
    """The meetings of a paper as nodes, without context."""
    iri = paper_iri(agenda)
    for session in sessions(agenda):
        yield _event(agenda, session, iri)


def _event(agenda: Agenda, session: Session, iri: str) -> Node:
    meeting = session.meeting
    titles, continued = titles_by_number(agenda), labels(language_of(agenda))["continued"]
    numbers: dict[str | None, Node] = {}
    for place in walk(agenda.items):
        numbers.setdefault(place.item.number, {"@id": _item_id(iri, place.path)})
    return _known(
        {
            "@type": "Event",
            "@id": f"{iri}#meeting-{session.number}",
            "name": session.name,
            "startDate": _iso(session.starts),
            "endDate": _iso(session.ends),
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": _ATTENDANCE[meeting.format] if meeting and meeting.format else None,
            "location": _place(session),
            "organizer": _organizer(agenda, session),
            "inLanguage": language_of(agenda),
            "about": _list(agenda.items, iri, (), f"{iri}#agenda"),
            "subjectOf": _paper(agenda, iri),
            "workFeatured": _works(agenda),
            "subEvent": [_sub_event(entry, subject(entry, titles, continued), numbers) for entry in session.entries],
        }
    )


def _place(session: Session) -> Node | None:
    meeting = session.meeting
    if not meeting or not meeting.place:
        return None
    address = {"@type": "PostalAddress", "addressLocality": meeting.place, "addressCountry": meeting.country}
    return {"@type": "Place", "name": meeting.place, "address": _known(address)}


def _organizer(agenda: Agenda, session: Session) -> Node | None:
    body = (session.meeting.body if session.meeting else None) or agenda.document.body or agenda.document.organ
    if not body:
        return None
    above = agenda.document.organ if agenda.document.organ != body else None
    parent = {"@type": "Organization", "name": above} if above else None
    return _known({"@type": "Organization", "name": body, "parentOrganization": parent})


def _list(items: list[Item], iri: str, above: tuple[int, ...], name: str) -> Node | None:
    """The items of one level; an item's sub-items are the list that it holds."""
    if not items:
        return None
    return {
        "@type": "ItemList",
        "@id": name,
        "numberOfItems": len(items),
        "itemListElement": [_item(item, iri, (*above, at)) for at, item in enumerate(items, start=1)],
    }


def _item(item: Item, iri: str, path: tuple[int, ...]) -> Node:
    name = _item_id(iri, path)
    papers = [_work(one.title, one.symbols) for one in item.documents]
    return _known(
        {
            "@type": "ListItem",
            "@id": name,
            "position": path[-1],
            "identifier": item.number,
            "name": item.title,
            "description": "\n\n".join(block.text for block in item.annotation) or None,
            "subjectOf": papers,
            "item": _list(item.items, iri, path, f"{name}-items"),
        }
    )


def _item_id(iri: str, path: tuple[int, ...]) -> str:
    return f"{iri}#item-{'-'.join(map(str, path))}"


def _paper(agenda: Agenda, iri: str) -> Node:
    document = agenda.document
    cited: dict[str, Node] = {}
    for one in agenda.references:
        name = one.symbol or one.text
        cited.setdefault(name, _known({"@type": "CreativeWork", "name": name, "url": web_address(one.url)}))
    return _known(
        {
            "@type": "DigitalDocument",
            "@id": iri,
            "name": heading(document),
            "identifier": list(document.symbols),
            "url": document_url(document.symbol, language_of(agenda)),
            "datePublished": _iso(document.date),
            "inLanguage": language_of(agenda),
            "citation": list(cited.values()),
        }
    )


def _works(agenda: Agenda) -> list[Node]:
    return [_work(one.title, one.symbols) for one in agenda.documents]


def _work(title: str | None, symbols: list[str]) -> Node:
    return _known(
        {
            "@type": "CreativeWork",
            "name": title or (symbols[0] if symbols else "–"),
            "identifier": list(symbols),
            "url": document_url(symbols[0]) if symbols else None,
        }
    )


def _sub_event(entry: ScheduleEntry, name: str, numbers: Mapping[str | None, Node]) -> Node:
    name = name or ", ".join(entry.items) or "–"
    return _known(
        {
            "@type": "Event",
            "name": name,
            "startDate": _iso(beginning(entry)),
            "endDate": _iso(ending(entry)),
            "about": [numbers[one] for one in entry.items if one in numbers],
            "subEvent": _sittings(entry, name),
        }
    )


def _sittings(entry: ScheduleEntry, name: str) -> list[Node]:
    """The parts of an entry with breaks between; none of one that goes through."""
    if len(entry.sittings) < 2 or not entry.date:
        return []
    zone = entry.starts_at.tzinfo if entry.starts_at else None
    return [
        _known(
            {
                "@type": "Event",
                "name": name,
                "startDate": _iso(dt.datetime.combine(entry.date, start, zone)),
                "endDate": _iso(dt.datetime.combine(entry.date, end, zone) if end else None),
            }
        )
        for start, end in entry.sittings
    ]


def _iso(day: Day | None) -> str | None:
    return day.isoformat() if day else None


def _known(node: Node) -> Node:
    """``node`` without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, [])}
