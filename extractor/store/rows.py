"""An agenda as rows: pure, one function a table; the order of the rows is that of the paper."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from extractor.diagnostics import REPLACED_CHARACTERS
from extractor.store.keys import content_hash, document_key, item_keys
from extractor.store.passages import passages_of
from extractor.store.supersession import supersessions_of

if TYPE_CHECKING:
    from extractor.model import Agenda, Block, DateMention, Entity, Item, PrintedBlock, Reference, Review
    from extractor.model.places import Place, Role

__all__ = ["Row", "Rows", "clean", "rows_of"]

Row = dict[str, Any]
Rows = dict[str, list[Row]]

# What text in a database cannot hold: PostgreSQL refuses NUL, and half a surrogate pair is no character at all.
_UNFIT = re.compile("[\x00\ud800-\udfff]")
_NUL_SHOWN = "\u2400"  # SYMBOL FOR NULL
_REPLACEMENT = "\ufffd"  # REPLACEMENT CHARACTER


def clean(text: str) -> str:
    """``text`` as databases can hold it: NUL is shown as ␀, half a surrogate pair as the replacement character."""
    return _UNFIT.sub(lambda found: _NUL_SHOWN if found[0] == "\x00" else _REPLACEMENT, text)


def rows_of(agenda: Agenda) -> Rows:
    """The rows of a paper by the name of their table; ``documents`` has one.

    Characters that databases cannot hold are replaced, the same on each of them, and a diagnostic row says how many.
    """
    document = document_key(agenda)
    items = item_keys(document, agenda.items)
    by_number: dict[str, str] = {}
    for key, item, *_ in items:
        if item.number:
            by_number.setdefault(item.number, key)
    rows: Rows = {"documents": [_document(agenda, document)]}
    for name, found in (
        ("document_symbols", ({"symbol": symbol} for symbol in agenda.document.symbols)),
        ("meetings", _meetings(agenda)),
        ("footnotes", _footnotes(agenda)),
        ("references", _references(agenda, by_number)),
        ("dates", _dates(agenda, by_number)),
        ("entities", _entities(agenda, by_number)),
        ("diagnostics", _diagnostics(agenda)),
    ):
        rows[name] = [{"document_id": document, "position": at, **row} for at, row in enumerate(found, start=1)]
    rows["periods"] = [
        {"document_id": document, "meeting": number, "position": at, "start_date": days.start, "end_date": days.end}
        for number, meeting in enumerate(agenda.meetings, start=1)
        for at, days in enumerate(meeting.periods, start=1)
    ]
    _add_items(rows, document, items)
    rows["blocks"] = _blocks(agenda, document, items, by_number)
    _add_listed(rows, agenda, document, items, by_number)
    _add_schedule(rows, agenda, document, by_number)
    _clean(rows, document)
    rows["passages"] = passages_of(rows)
    symbols = [rows["documents"][0]["symbol"], *(row["symbol"] for row in rows["document_symbols"])]
    rows["supersessions"] = supersessions_of(rows["documents"][0]["id"], symbols)
    return rows


def _document(agenda: Agenda, key: str) -> Row:
    from extractor.lexicon.registry import body_of

    source, masthead = agenda.source, agenda.document
    body = body_of(masthead.symbol) if masthead.symbol else None
    return {
        "id": key,
        "symbol": masthead.symbol,
        "language": source.language,
        "kind": masthead.kind,
        "title": masthead.title,
        "organ": masthead.organ,
        "body": masthead.body,
        "body_prefix": body.prefix if body else None,
        "distribution": masthead.distribution,
        "date": masthead.date,
        "original_language": masthead.original_language,
        "job_number": masthead.job_number,
        "agenda_item_number": masthead.agenda_item.number if masthead.agenda_item else None,
        "agenda_item_title": masthead.agenda_item.title if masthead.agenda_item else None,
        "source_path": source.path,
        "sha256": source.sha256,
        "bytes": source.bytes,
        "pages": source.pages,
        "producer": source.producer,
        "text_layer": source.text_layer,
        "recognised": _json(source.recognised),
        "review": _review(agenda),
        "corrected": len(agenda.corrected),
        "schema_version": agenda.schema_version,
        "content_hash": content_hash(agenda),
        "load_run_id": None,
    }


def _review(agenda: Agenda) -> Review:
    """The grade of a paper; JSON of version 1.0 has none, but diagnostics."""
    if agenda.source.review != "none":
        return agenda.source.review
    severities = {one.severity for one in agenda.diagnostics}
    return "doubtful" if "error" in severities else "look" if "warning" in severities else "none"


def _meetings(agenda: Agenda) -> Iterable[Row]:
    for meeting in agenda.meetings:
        yield {
            "body": meeting.body,
            "session_label": meeting.session.label,
            "session_number": meeting.session.number,
            "place": meeting.place,
            "country": meeting.country,
            "timezone": meeting.timezone,
            "opens_at": _moment(meeting.opens_at),
            "format": meeting.format,
        }


def _footnotes(agenda: Agenda) -> Iterable[Row]:
    for note in agenda.footnotes:
        anchors = _json([anchor.model_dump() for anchor in note.anchors])
        yield {"marker": note.marker, "text": note.text, **_places(note), "anchors": anchors}


def _references(agenda: Agenda, by_number: dict[str, str]) -> Iterable[Row]:
    for one in agenda.references:
        yield {
            "kind": one.kind,
            "text": one.text,
            "symbol": one.symbol,
            "owner": one.owner,
            "number": one.number,
            "url": one.url,
            **_item(one.item, by_number),
            **_place(one),
            **_mention(one),
            "evidence": _json(one.evidence),
        }


def _dates(agenda: Agenda, by_number: dict[str, str]) -> Iterable[Row]:
    for one in agenda.dates:
        yield {
            "text": one.text,
            "start_date": one.start,
            "end_date": one.end,
            "start_time": one.start_time,
            "end_time": one.end_time,
            "role": one.role,
            **_item(one.item, by_number),
            "page": one.page,
            **_mention(one),
        }


def _entities(agenda: Agenda, by_number: dict[str, str]) -> Iterable[Row]:
    for one in agenda.entities:
        yield {
            "text": one.text,
            "label": one.label,
            "entity_id": one.id,
            **_item(one.item, by_number),
            "page": one.page,
            **_mention(one),
        }


def _diagnostics(agenda: Agenda) -> Iterable[Row]:
    for one in agenda.diagnostics:
        yield {
            "code": one.code,
            "severity": one.severity,
            "message": one.message,
            "page": one.page,
            "path": one.path,
        }


def _add_items(rows: Rows, document: str, items: list[tuple[str, Item, str | None, int, int]]) -> None:
    rows["items"] = []
    for ordinal, (key, item, parent, position, level) in enumerate(items, start=1):
        rows["items"].append(
            {
                "id": key,
                "document_id": document,
                "parent_id": parent,
                "position": position,
                "ordinal": ordinal,
                "level": level,
                "number": item.number,
                "label": item.label,
                "title": item.title,
                "cluster": item.cluster,
                "no_documentation": item.no_documentation,
                **_places(item),
            }
        )


def _blocks(
    agenda: Agenda, document: str, items: list[tuple[str, Item, str | None, int, int]], by_number: dict[str, str]
) -> list[Row]:
    """The ledger; and what is only in the annotations of the items, as in JSON of version 1.0."""
    annotations = [
        (block, {"item_number": item.number, "item_id": key}, at)
        for key, item, *_ in items
        for at, block in enumerate(item.annotation, start=1)
    ]
    # A paragraph on two items is the annotation of both: the block is the first one's, the other has a row of its own.
    owners = {block.id: (owner, at) for block, owner, at in reversed(annotations) if block.id is not None}
    found: list[Row] = []
    there: set[int] = set()
    for block in agenda.blocks:
        owner, at = owners.get(block.id, (_item(block.item, by_number), None))
        there.add(block.id)
        found.append(
            {
                **_block(block, block.role, owner, at),
                "cells": _json([[clean(cell) for cell in row] for row in block.cells or ()]),
                "places": _boxes(block.places),
                "in_doubt": block.in_doubt,
            }
        )
    found += [
        {**_block(block, "annotation", owner, at), "cells": None, "places": None, "in_doubt": False}
        for block, owner, at in annotations
        if block.id not in there or owners[block.id] != (owner, at)
    ]
    return [{"document_id": document, "position": position, **row} for position, row in enumerate(found, start=1)]


def _block(block: Block | PrintedBlock, role: Role, owner: Row, at: int | None) -> Row:
    return {
        "role": role,
        **owner,
        "item_position": at,
        "type": block.type,
        "number": block.number,
        "text": block.text,
        **_place(block),
    }


def _add_listed(
    rows: Rows,
    agenda: Agenda,
    document: str,
    items: list[tuple[str, Item, str | None, int, int]],
    by_number: dict[str, str],
) -> None:
    """The listed documents: those of the whole paper in their order, then what only an item's own list has.

    A document that stands in both lists is one row.
    """
    rows["item_documents"], rows["item_document_symbols"] = [], []
    listed: dict[Any, list[Row]] = {}

    def add(one: Any, number: str | None, key: str | None, order: int | None) -> Row:
        at = len(rows["item_documents"]) + 1
        row = {
            "document_id": document,
            "position": at,
            "item_number": number,
            "item_id": key,
            "item_position": order,
            "listed": order is None,
            "title": one.title,
            **_places(one),
        }
        rows["item_documents"].append(row)
        for place, symbol in enumerate(one.symbols, start=1):
            rows["item_document_symbols"].append(
                {"document_id": document, "entry": at, "position": place, "symbol": symbol}
            )
        return row

    for one in agenda.documents:
        row = add(one, one.item, by_number.get(one.item or ""), None)
        listed.setdefault((one.item, one.title, tuple(one.symbols), one.page, one.bbox), []).append(row)
    for key, item, *_ in items:
        for order, own in enumerate(item.documents, start=1):
            same = listed.get((item.number, own.title, tuple(own.symbols), own.page, own.bbox))
            if same:
                same.pop(0).update(item_id=key, item_position=order)
            else:
                add(own, item.number, key, order)


def _add_schedule(rows: Rows, agenda: Agenda, document: str, by_number: dict[str, str]) -> None:
    rows["schedule_entries"], rows["sittings"], rows["schedule_items"] = [], [], []
    for entry, one in enumerate(agenda.schedule, start=1):
        rows["schedule_entries"].append(
            {
                "document_id": document,
                "position": entry,
                "date": one.date,
                "end_date": one.end_date,
                "start_time": one.start,
                "end_time": one.end,
                "starts_at": _moment(one.starts_at),
                "ends_at": _moment(one.ends_at),
                "title": one.title,
                "continued": one.continued,
                **_places(one),
            }
        )
        for at, (start, end) in enumerate(one.sittings, start=1):
            rows["sittings"].append(
                {"document_id": document, "entry": entry, "position": at, "start_time": start, "end_time": end}
            )
        for at, number in enumerate(one.items, start=1):
            rows["schedule_items"].append(
                {"document_id": document, "entry": entry, "position": at, **_item(number, by_number)}
            )


def _item(number: str | None, by_number: dict[str, str]) -> Row:
    return {"item_number": number, "item_id": by_number.get(number) if number else None}


def _place(one: Any) -> Row:
    x0, top, x1, bottom = one.bbox or (None, None, None, None)
    return {"page": one.page, "x0": x0, "top": top, "x1": x1, "bottom": bottom}


def _places(one: Any) -> Row:
    return {**_place(one), "places": _boxes(one.places)}


def _mention(one: Reference | DateMention | Entity) -> Row:
    start, end = one.span or (None, None)
    return {"block": one.block, "span_start": start, "span_end": end, "places": _boxes(one.places)}


def _boxes(places: Sequence[Place]) -> str | None:
    return _json([place.model_dump() for place in places])


def _json(values: Sequence[Any]) -> str | None:
    """A list as JSON on one line; nothing for an empty one."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) if values else None


def _moment(value: dt.datetime | None) -> dt.datetime | None:
    """A moment of a known time zone; hours of an unknown one are none, and stand in the row as they are printed."""
    return value if value and value.tzinfo else None


def _clean(rows: Rows, document: str) -> None:
    """Replace in place what databases cannot hold; a diagnostic is added where anything was replaced."""
    replaced = 0
    for table in rows.values():
        for row in table:
            for name, value in row.items():
                if isinstance(value, str) and _UNFIT.search(value):
                    # Keys repeat what the number or symbol has: counted once, where it is said.
                    replaced += 0 if name == "id" or name.endswith("_id") else len(_UNFIT.findall(value))
                    row[name] = clean(value)
    if replaced:
        note = REPLACED_CHARACTERS.note(count=replaced)
        rows["diagnostics"].append(
            {
                "document_id": clean(document),
                "position": len(rows["diagnostics"]) + 1,
                "code": note.code,
                "severity": note.severity,
                "message": note.message,
                "page": note.page,
                "path": note.path,
            }
        )
