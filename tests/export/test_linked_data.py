"""JSON-LD and Open Civic Data: read with libraries for the two, and compared with the agenda."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import jsonschema
import pytest
import rdflib
from rdflib import namespace

from extractor.export.common import document_url, paper_iri, walk
from extractor.model import Agenda
from tests.export.conftest import TRICKS, made

# What rdflib says to itself about its own parser.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

# The context that schema.org serves says no more than this of the terms in use; tests fetch nothing.
SCHEMA_ORG = str(namespace.SDO)
LOCAL_CONTEXT = {"@vocab": SCHEMA_ORG, "url": {"@type": "@id"}}


def graph(agendas: list[Agenda]) -> rdflib.Graph:
    """What a reader of linked data makes of ``agendas``."""
    data = json.loads(made(agendas, "jsonld"))
    assert data["@context"] == "https://schema.org"
    data["@context"] = LOCAL_CONTEXT
    found = rdflib.Graph()
    found.parse(data=json.dumps(data), format="json-ld")
    return found


def ask(found: rdflib.Graph, query: str) -> list[tuple[Any, ...]]:
    rows = found.query(f"PREFIX s: <{SCHEMA_ORG}> {query}")
    return [tuple(None if value is None else value.toPython() for value in row) for row in rows]  # type: ignore[union-attr]


def test_every_term_is_of_the_vocabulary(agendas: list[Agenda]) -> None:
    found = graph(agendas)
    terms = {node for triple in found for node in triple if str(node).startswith(SCHEMA_ORG)}
    assert len(terms) > 20
    assert [term for term in terms if term not in namespace.SDO] == []


def test_events_are_the_meetings_and_the_timetable(agendas: list[Agenda]) -> None:
    for agenda in agendas:
        found = graph([agenda])
        meetings = ask(found, "SELECT ?e ?name ?place WHERE {?e a s:Event; s:name ?name; s:subjectOf ?paper. "
                              "OPTIONAL {?e s:location/s:address/s:addressLocality ?place}}")  # fmt: skip
        if agenda.document.kind == "other":
            assert meetings == []
            continue
        assert {place for _, _, place in meetings} == {meeting.place for meeting in agenda.meetings}
        assert len(meetings) == len(agenda.meetings)
        starts = ask(found, "SELECT ?start WHERE {?m s:subjectOf ?paper; s:subEvent ?e. ?e s:startDate ?start}")
        expected = [
            entry.starts_at.isoformat() if entry.starts_at else entry.date.isoformat()
            for entry in agenda.schedule
            if entry.date and (entry.starts_at or not entry.start)
        ]
        assert sorted(start for (start,) in starts) == sorted(expected)


def test_items_and_their_documents_hang_together(agendas: list[Agenda]) -> None:
    for agenda in agendas:
        if agenda.document.kind == "other":
            continue
        found, iri = graph([agenda]), paper_iri(agenda)
        titles = dict(ask(found, "SELECT ?i ?name WHERE {?i a s:ListItem; s:name ?name}"))
        places = list(walk(agenda.items))
        named = {f"{iri}#item-{'-'.join(map(str, place.path))}": place for place in places}
        assert titles == {name: place.item.title for name, place in named.items()}
        above = ask(found, "SELECT ?over ?sub WHERE {?over s:item/s:itemListElement ?sub}")
        assert set(above) == {(name.rsplit("-", 1)[0], name) for name, place in named.items() if place.level > 1}
        papers = ask(found, "SELECT ?i ?symbol WHERE {?i a s:ListItem; s:subjectOf/s:identifier ?symbol}")
        assert set(papers) == {
            (name, symbol)
            for name, place in named.items()
            for document in place.item.documents
            for symbol in document.symbols
        }
        taken = ask(found, "SELECT ?i WHERE {?m s:subEvent/s:about ?i}")
        assert {name for (name,) in taken} <= set(named)
        numbers = {place.item.number for place in places}
        assert bool(taken) == any(number in numbers for entry in agenda.schedule for number in entry.items)


def test_many_papers_are_one_graph(agendas: list[Agenda]) -> None:
    together = json.loads(made(agendas, "jsonld"))["@graph"]
    assert together == [node for agenda in agendas for node in json.loads(made([agenda], "jsonld"))["@graph"]]
    assert json.loads(made([], "jsonld")) == {"@context": "https://schema.org", "@graph": []}


def test_json_ld_can_stand_in_a_page(tricks: Agenda) -> None:
    data = made([tricks], "jsonld")
    assert b"<" not in data
    names = [item["name"] for item in json.loads(data)["@graph"][0]["about"]["itemListElement"]]
    assert names == [title.replace("\ud800", "?") for title in TRICKS]
    assert b'javascript:alert(1)"' not in data


_TEXT = {"type": "string", "minLength": 1}
_LINK = {"type": "object", "required": ["media_type", "url"], "properties": {"media_type": _TEXT, "url": _TEXT}}
_PARTY = {
    "type": "object",
    "required": ["note", "name", "entity_type", "entity_name", "entity_id"],
    "properties": {
        "note": _TEXT,
        "name": _TEXT,
        "entity_name": _TEXT,
        "entity_type": {"enum": ["bill", "organization", "person", "vote_event"]},
        "entity_id": {"type": ["string", "null"]},
    },
}
_MOMENT = r"^(\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d([+-]\d\d:\d\d)?)?)?$"
#: The event object as docs.opencivicdata.org describes it: required keys, types and choices.
EVENT = {
    "type": "object",
    "required": [
        "_type", "id", "name", "description", "classification", "start_time", "timezone", "end_time", "all_day",
        "status", "location", "media", "links", "participants", "agenda", "documents", "sources",
    ],
    "properties": {
        "_type": {"const": "event"},
        "id": {"pattern": r"^ocd-event/[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"},
        "name": _TEXT,
        "description": _TEXT,
        "classification": _TEXT,
        "start_time": {"type": "string", "pattern": _MOMENT},
        "end_time": {"type": ["string", "null"], "pattern": _MOMENT},
        "timezone": {"type": "string"},
        "all_day": {"type": "boolean"},
        "status": {"enum": ["cancelled", "tentative", "confirmed", "passed"]},
        "location": {
            "type": ["object", "null"],
            "required": ["name", "coordinates"],
            "properties": {"name": _TEXT, "coordinates": {"type": ["object", "null"]}},
        },
        "media": {"type": "array"},
        "links": {"type": "array"},
        "participants": {"type": "array", "items": _PARTY},
        "agenda": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["description", "related_entities", "media"],
                "properties": {
                    "description": _TEXT,
                    "order": {"pattern": r"^\d+(\.\d+)*$"},
                    "subjects": {"type": "array", "items": _TEXT},
                    "notes": {"type": "array", "items": _TEXT},
                    "related_entities": {"type": "array", "items": _PARTY},
                    "media": {"type": "array"},
                },
            },
        },
        "documents": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["note", "date", "media_type", "url", "links"],
                "properties": {
                    "note": _TEXT,
                    "date": {"type": "string", "pattern": r"^(\d{4}-\d\d-\d\d)?$"},
                    "media_type": _TEXT,
                    "url": {"type": "string", "pattern": "^https://"},
                    "links": {"type": "array", "items": _LINK},
                },
            },
        },
        "sources": {
            "type": "array",
            "minItems": 1,
            "items": {"type": "object", "required": ["url", "note"], "properties": {"url": _TEXT}},
        },
        "extras": {"type": "object"},
    },
}  # fmt: skip


def civic(agendas: list[Agenda]) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in made(agendas, "ocd").splitlines()]
    for event in found:
        jsonschema.validate(event, EVENT, cls=jsonschema.Draft202012Validator)
    return found


def test_civic_events_keep_their_schema_and_hold_the_facts(agendas: list[Agenda]) -> None:
    assert len(civic(agendas)) == sum(len(one.meetings) for one in agendas if one.document.kind != "other")
    for agenda in agendas:
        for event, meeting in zip(civic([agenda]), agenda.meetings, strict=False):
            places = list(walk(agenda.items))
            assert [item["description"] for item in event["agenda"]] == [place.item.title for place in places]
            assert [item["order"] for item in event["agenda"]] == [place.dotted for place in places]
            assert [item["extras"]["number"] for item in event["agenda"]] == [place.item.number for place in places]
            for item, place in zip(event["agenda"], places, strict=True):
                bills = [one["name"] for one in item["related_entities"] if one["entity_type"] == "bill"]
                assert {symbol for one in place.item.documents for symbol in one.symbols} <= set(bills)
            assert event["timezone"] == (meeting.timezone or "")
            assert (event["location"] or {}).get("name") == meeting.place
            assert event["all_day"] == (meeting.opens_at is None)
            if meeting.opens_at:
                assert dt.datetime.fromisoformat(event["start_time"]) == meeting.opens_at
            urls = {document["url"] for document in event["documents"]}
            for listed in agenda.documents:
                assert {document_url(symbol, agenda.source.language) for symbol in listed.symbols} - {None} <= urls
        assert sum(len(event["extras"]["schedule"]) for event in civic([agenda])) == len(agenda.schedule)


def test_a_revision_and_a_translation_are_the_same_event(timed: Agenda) -> None:
    revised, translated = timed.model_copy(deep=True), timed.model_copy(deep=True)
    assert revised.document.symbol is not None
    revised.document.symbol += "/Rev.1"
    translated.source.language = "fr"
    other = timed.model_copy(deep=True)
    other.document.symbol = "A/AC.999/2031/77"
    names = [civic([agenda])[0]["id"] for agenda in (timed, revised, translated, other)]
    assert names[0] == names[1] == names[2] != names[3]


def test_meetings_without_days_and_papers_that_announce_none(timed: Agenda, agendas: list[Agenda]) -> None:
    undated = timed.model_copy(deep=True)
    undated.schedule = []
    for meeting in undated.meetings:
        meeting.periods, meeting.opens_at = [], None
    assert [event["start_time"] for event in civic([undated])] == ["" for _ in undated.meetings]
    assert all("startDate" not in node for node in json.loads(made([undated], "jsonld"))["@graph"])
    undated.meetings = []
    assert [event["name"] for event in civic([undated])] == [undated.document.title]
    report = next(one for one in agendas if one.document.kind == "other" and not one.items)
    assert civic([report]) == []


def test_entries_of_several_days_and_sittings(timed: Agenda) -> None:
    agenda = timed.model_copy(deep=True)
    entry = next(one for one in agenda.schedule if one.starts_at)
    assert entry.starts_at is not None
    assert entry.date is not None
    entry.sittings = [(dt.time(10), dt.time(13)), (dt.time(15), None)]
    long = entry.model_copy(update={"end_date": entry.date + dt.timedelta(days=2), "sittings": [], "ends_at": None})
    long.starts_at, long.start, long.end = None, None, None
    open_ended = entry.model_copy(update={"sittings": [], "ends_at": None, "end": None, "end_date": None})
    agenda.schedule = [entry, long, open_ended]
    split, days, begun = json.loads(made([agenda], "jsonld"))["@graph"][0]["subEvent"]
    offset = entry.starts_at.isoformat()[-6:]
    assert [(one["startDate"][11:], one.get("endDate", "")[11:]) for one in split["subEvent"]] == [
        (f"10:00:00{offset}", f"13:00:00{offset}"),
        (f"15:00:00{offset}", ""),
    ]
    assert (days["startDate"], days["endDate"]) == (entry.date.isoformat(), str(long.end_date))
    assert "endDate" not in begun


@pytest.mark.parametrize("format", ["jsonld", "ocd"])
def test_tricks_are_data(tricks: Agenda, format: str) -> None:
    data = made([tricks], format).decode("utf-8")
    event = json.loads(data)["@graph"][0] if format == "jsonld" else civic([tricks])[0]
    items = event["about"]["itemListElement"] if format == "jsonld" else event["agenda"]
    titles = [item["name" if format == "jsonld" else "description"] for item in items]
    assert titles == [title.replace("\ud800", "?") for title in TRICKS]
    assert "\n" not in data.rstrip("\n") or format == "jsonld"
