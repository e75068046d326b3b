"""The recognised parts -> drafts of the models of the output contract."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.grammar.zones import zone_info
from extractor.layout.blocks.model import Block
from extractor.layout.footnotes.model import Footnote
from extractor.layout.places import places_of_text
from extractor.model.drafts import (
    Agenda,
    DateMention,
    Document,
    Item,
    ItemDocument,
    ItemLine,
    ListedDocument,
    Meeting,
    Period,
    Reference,
    ScheduleEntry,
    Session,
    Source,
)
from extractor.model.drafts import Block as AnnotationBlock
from extractor.model.drafts import Footnote as NoteModel
from extractor.structure.agenda.model import Node
from extractor.structure.ledger import numbered
from extractor.structure.meetings.model import MeetingFacts
from extractor.structure.mentions import Day, Mention
from extractor.structure.places import Index, listed, places
from extractor.structure.recognise import Recognised
from extractor.structure.timetable.read import ScheduleEntry as Entry

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import BlockType

NOON = dt.time(12)


def assemble(
    source: Source,
    found: Recognised,
    footnotes: Sequence[Footnote],
    references: Sequence[Mention],
    dates: Sequence[Day],
) -> Agenda:
    """The draft of the whole result."""
    zone = zone_info(next((m.timezone for m in found.meetings if m.timezone), None))
    index = Index(found.ledger)
    return Agenda(
        source=source,
        document=_document(found),
        meetings=[_meeting(meeting) for meeting in found.meetings],
        items=[_item(node, index) for node in found.items],
        documents=[
            ListedDocument(title=d.title, symbols=d.symbols, item=item, page=d.page, bbox=d.bbox, places=listed(d))
            for d, item in found.documents
        ],
        schedule=[_entry(entry, zone) for entry in found.schedule],
        footnotes=[
            NoteModel(
                marker=note.sign,
                text=note.text,
                page=note.page,
                bbox=note.bbox,
                places=index.note(note),
                anchors=anchors,
            )
            for note, anchors in zip(footnotes, index.anchors(footnotes), strict=True)
        ],
        references=[_reference(mention, index) for mention in references],
        dates=[_date(day, found, index) for day in dates],
        blocks=index.blocks(),
    )


def _document(found: Recognised) -> Document:
    head = found.masthead
    line = ItemLine(number=head.agenda_item[0], title=head.agenda_item[1]) if head.agenda_item else None
    return Document(
        symbol=head.symbol,
        symbols=list(head.symbols),
        kind=found.kind,
        title=head.title,
        organ=head.organ,
        body=head.body,
        distribution=head.distribution,
        date=head.date,
        original_language=head.original_language,
        job_number=head.job_number,
        agenda_item=line,
    )


def _meeting(facts: MeetingFacts) -> Meeting:
    return Meeting(
        body=facts.body,
        session=Session(label=facts.label, number=facts.number),
        place=facts.place,
        country=facts.country,
        timezone=facts.timezone,
        periods=[Period(start=p.first, end=p.last) for p in facts.periods],
        opens_at=facts.opens_at,
        format=facts.format,
    )


def _item(node: Node, index: Index) -> Item:
    return Item(
        number=node.number,
        label=node.label,
        title=node.title,
        cluster=node.cluster,
        page=node.page,
        bbox=node.bbox,
        places=index.title(node),
        annotation=[_block(kind, block, index) for kind, block in node.annotation],
        documents=[
            ItemDocument(title=d.title, symbols=d.symbols, page=d.page, bbox=d.bbox, places=listed(d))
            for d in node.documents
        ],
        no_documentation=node.no_documentation,
        items=[_item(child, index) for child in node.children],
    )


def _block(kind: BlockType, block: Block, index: Index) -> AnnotationBlock:
    number, skip = numbered(kind, block)
    return AnnotationBlock(
        id=index.id_of(block), type=kind, number=number, text=block.text[skip:], page=block.page, bbox=block.bbox
    )


def _entry(entry: Entry, place: dt.tzinfo | None) -> ScheduleEntry:
    zone = zone_info(entry.zone) or place
    last_day = entry.end_date or entry.date
    if last_day and entry.start and entry.end and entry.end < NOON <= entry.start:
        last_day += dt.timedelta(days=1)  # `10 p.m.–1 a.m.`
    return ScheduleEntry(
        date=entry.date,
        end_date=entry.end_date,
        start=entry.start,
        end=entry.end,
        sittings=list(entry.sittings),
        starts_at=_moment(entry.date, entry.start, zone),
        ends_at=_moment(last_day, entry.end, zone),
        items=entry.items,
        title=entry.title,
        continued=entry.continued,
        page=entry.page,
        bbox=entry.bbox,
        places=places(places_of_text(entry.lines, entry.title)),
    )


def _moment(day: dt.date | None, time: dt.time | None, zone: dt.tzinfo | None) -> dt.datetime | None:
    if day is None or time is None or zone is None:
        return None
    return dt.datetime.combine(day, time, zone)


def _reference(mention: Mention, index: Index) -> Reference:
    block, span, places = index.span(mention.passage, mention.start, mention.end)
    return Reference(
        kind=mention.kind,
        text=mention.text,
        symbol=mention.symbol,
        owner=mention.owner,
        number=mention.number,
        url=mention.url,
        item=mention.passage.item,
        page=places[0].page if places else mention.passage.page,
        bbox=places[0].bbox if places else mention.passage.bbox,
        block=block,
        span=span,
        places=places,
        evidence=list(mention.evidence),
    )


def _date(day: Day, found: Recognised, index: Index) -> DateMention:
    role = day.passage.role
    if role == "meeting":
        periods = [(p.first, p.last) for m in found.meetings for p in m.periods]
        if day.start == found.masthead.date and (day.start, day.end) not in periods:
            role = "issue"
        elif not any(day.start == first or day.end == last for first, last in periods):
            role = "other"
    elif (
        role == "other"
        and day.start_time
        and any(
            m.opens_at and m.opens_at.date() == day.start and m.opens_at.time() == day.start_time
            for m in found.meetings
        )
    ):
        role = "opening"
    block, span, places = index.span(day.passage, *day.at)
    return DateMention(
        text=day.text,
        start=day.start,
        end=day.end,
        start_time=day.start_time,
        end_time=day.end_time,
        role=role,
        item=day.passage.item,
        page=places[0].page if places else day.passage.page,
        bbox=places[0].bbox if places else None,
        block=block,
        span=span,
        places=places,
    )
