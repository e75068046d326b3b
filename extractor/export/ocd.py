"""Open Civic Data: an event object a meeting, one a line.

Source: the event objects of docs.opencivicdata.org (data types, event). The identifier is made from the paper's symbol
without ``/Rev.n`` and the meeting's place in the paper: a revision and another language describe the same event.
UN papers and resolutions are entities of type ``bill``, the type that civic data has for papers under consideration.
Civic events have no parts: the timetable stands in ``extras``.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from extractor.export.common import (
    Place,
    document_url,
    heading,
    language_of,
    paper_iri,
    paper_key,
    utf8,
    walk,
    web_address,
)
from extractor.export.sessions import Session, sessions

if TYPE_CHECKING:
    from extractor.model import Agenda

__all__ = ["events", "stream"]

Node = dict[str, Any]

# The namespace of our identifiers: fixed for ever, or events would change their names.
_NAMESPACE = uuid.UUID("5c0a7d5e-4f0b-5d0e-9a57-3d6b9d3c6a11")

_PDF = "application/pdf"


def stream(agendas: Iterable[Agenda]) -> Iterator[bytes]:
    """The events of all ``agendas``, a line each."""
    for agenda in agendas:
        for event in events(agenda):
            yield utf8(json.dumps(event, ensure_ascii=False, separators=(",", ":")) + "\n")


def events(agenda: Agenda) -> Iterator[Node]:
    """The meetings of a paper as event objects."""
    for session in sessions(agenda):
        yield _event(agenda, session)


def _event(agenda: Agenda, session: Session) -> Node:
    document, meeting = agenda.document, session.meeting
    starts, ends = session.starts, session.ends
    body = (meeting.body if meeting else None) or document.body or document.organ
    key = f"{paper_key(agenda)}#{session.number}".encode("utf-8", errors="replace").decode("utf-8")
    return {
        "_type": "event",
        "id": f"ocd-event/{uuid.uuid5(_NAMESPACE, key)}",
        "name": session.name,
        "description": heading(document),
        "classification": "session",
        # The schema wants text: of a paper that prints no day, it is empty.
        "start_time": starts.isoformat() if starts else "",
        "end_time": ends.isoformat() if ends else None,
        "timezone": (meeting.timezone if meeting else None) or "",
        "all_day": not isinstance(starts, dt.datetime),
        "status": "confirmed",
        "location": {"name": meeting.place, "coordinates": None} if meeting and meeting.place else None,
        "participants": [_organization(name, "host") for name in dict.fromkeys([body] if body else [])],
        "agenda": [_item(agenda, place) for place in walk(agenda.items)],
        "documents": list(_documents(agenda)),
        "media": [],
        "links": [],
        "sources": [{"url": paper_iri(agenda), "note": document.symbol or ""}],
        "extras": {
            "session": meeting.session.label if meeting else None,
            "country": meeting.country if meeting else None,
            "schedule": [entry.model_dump(mode="json", exclude={"page", "bbox"}) for entry in session.entries],
        },
    }


def _item(agenda: Agenda, place: Place) -> Node:
    item = place.item
    return {
        "description": item.title,
        "order": place.dotted,
        "subjects": [item.cluster] if item.cluster else [],
        "notes": [block.text for block in item.annotation if block.text],
        "related_entities": list(_related(agenda, place)),
        "media": [],
        "extras": {"number": item.number},
    }


def _related(agenda: Agenda, place: Place) -> Iterator[Node]:
    """The papers listed under an item, then those that its text cites and their owners; each once."""
    seen: set[str] = set()
    for document in place.item.documents:
        for symbol in document.symbols:
            if symbol not in seen:
                seen.add(symbol)
                yield _entity("bill", symbol, document.title or "document")
    if place.item.number is None:
        return
    for one in agenda.references:
        if one.item != place.item.number:
            continue
        name = one.symbol or one.text
        if name not in seen:
            seen.add(name)
            yield _entity("bill", name, one.kind)
        if one.owner and one.owner not in seen:
            seen.add(one.owner)
            yield _organization(one.owner, f"{one.kind} {one.number or ''}".strip())


def _organization(name: str, note: str) -> Node:
    return _entity("organization", name, note)


def _entity(kind: str, name: str, note: str) -> Node:
    # No identifier: civic data knows none of these.
    return {"entity_type": kind, "name": name, "entity_name": name, "entity_id": None, "note": note}


def _documents(agenda: Agenda) -> Iterator[Node]:
    """The paper itself and all that it lists, each address once."""
    document, language = agenda.document, language_of(agenda)
    issued = document.date.isoformat() if document.date else ""
    papers = [(heading(document), symbol, issued) for symbol in document.symbols]
    papers += [(one.title or symbol, symbol, "") for one in agenda.documents for symbol in one.symbols]
    seen: set[str] = set()
    for note, symbol, date in papers:
        url = web_address(document_url(symbol, language))
        if url and url not in seen:
            seen.add(url)
            links = [{"media_type": _PDF, "url": url}]
            yield {"note": note, "date": date, "media_type": _PDF, "url": url, "links": links}
