"""A paper of the database as an agenda again, as far as its rows go: enough to be read, or written in a format."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from extractor.store.schema import METADATA

if TYPE_CHECKING:
    import datetime as dt

    from extractor.model import Agenda

__all__ = ["agenda_of", "item_paths"]

Row = Mapping[str, Any]
_HEAD = (
    "symbol", "kind", "title", "organ", "body", "distribution", "date", "original_language", "job_number",
)  # fmt: skip
_SOURCE = ("sha256", "bytes", "pages", "producer", "text_layer", "language")


def agenda_of(connection: Connection, document: str) -> Agenda | None:
    """The agenda of a paper by its key; None where there is none. Dates and entities are left out."""
    from extractor.model import Agenda

    table = METADATA.tables["documents"]
    row = connection.execute(select(table).where(table.c.id == document)).mappings().first()
    if row is None:
        return None
    rows = {name: _rows(connection, name, document) for name in _TABLES}
    meetings = _meetings(rows)
    symbols = _by(rows["item_document_symbols"], "entry")
    return Agenda.model_validate(
        {
            "source": {
                **{name: row[name] for name in _SOURCE},
                "path": row["source_path"],
                "recognised": _list(row["recognised"]),
                "review": row["review"] or "none",
            },
            "document": {
                **{name: row[name] for name in _HEAD},
                "symbols": [one["symbol"] for one in rows["document_symbols"]],
                "agenda_item": _agenda_item(dict(row)),
            },
            "meetings": meetings,
            "items": _items(rows),
            "documents": [{**_listed(one, symbols), "item": one["item_number"]} for one in rows["item_documents"]],
            "schedule": _schedule(rows, meetings),
            "footnotes": [
                {"marker": one["marker"], "text": one["text"], **_place(one), "anchors": _list(one["anchors"])}
                for one in rows["footnotes"]
            ],
            "references": [
                {
                    **{name: one[name] for name in ("kind", "text", "symbol", "owner", "number", "url", "block")},
                    "item": one["item_number"],
                    "span": None if one["span_start"] is None else [one["span_start"], one["span_end"]],
                    **_place(one),
                }
                for one in rows["references"]
            ],
            "blocks": _blocks(rows),
            "diagnostics": [
                {name: one[name] for name in ("code", "severity", "message", "page", "path")}
                for one in rows["diagnostics"]
            ],
        }
    )


def item_paths(items: Sequence[Row]) -> dict[str, tuple[int, ...]]:
    """Where items stand, by their keys, counted from 1 at each level; the rows are in the order of the paper."""
    found: dict[str, tuple[int, ...]] = {}
    for row in items:
        above = found.get(row["parent_id"] or "", ())
        found[row["id"]] = (*above, row["position"])
    return found


_TABLES = {
    "document_symbols": "position",
    "meetings": "position",
    "periods": "position",
    "items": "ordinal",
    "blocks": "position",
    "item_documents": "position",
    "item_document_symbols": "position",
    "schedule_entries": "position",
    "sittings": "position",
    "schedule_items": "position",
    "footnotes": "position",
    "references": "position",
    "diagnostics": "position",
}


def _rows(connection: Connection, name: str, document: str) -> list[Row]:
    table = METADATA.tables[name]
    query = select(table).where(table.c.document_id == document).order_by(table.c[_TABLES[name]])
    return [dict(row) for row in connection.execute(query).mappings()]


def _agenda_item(row: Row) -> dict[str, Any] | None:
    """The item under which the paper is issued."""
    found = {"number": row["agenda_item_number"], "title": row["agenda_item_title"]}
    return found if any(found.values()) else None


def _meetings(rows: Mapping[str, list[Row]]) -> list[dict[str, Any]]:
    return [
        {
            **{name: one[name] for name in ("body", "place", "country", "timezone", "format")},
            "session": {"label": one["session_label"], "number": one["session_number"]},
            "periods": [
                {"start": run["start_date"], "end": run["end_date"]}
                for run in rows["periods"]
                if run["meeting"] == one["position"]
            ],
            "opens_at": _at_place(one["opens_at"], one["timezone"]),
        }
        for one in rows["meetings"]
    ]


def _by(rows: Sequence[Row], name: str) -> Mapping[Any, Sequence[Row]]:
    """Rows by what they have in a column, in their order."""
    found: dict[Any, list[Row]] = {}
    for row in rows:
        found.setdefault(row[name], []).append(row)
    return found


def _of_items(rows: Sequence[Row]) -> Mapping[Any, Sequence[Row]]:
    """The rows that are parts of items, in the order of each item, by its key."""
    own = [row for row in rows if row["item_position"] is not None]
    return _by(sorted(own, key=lambda row: row["item_position"]), "item_id")


def _items(rows: Mapping[str, list[Row]]) -> list[dict[str, Any]]:
    texts, documents = _of_items(rows["blocks"]), _of_items(rows["item_documents"])
    symbols = _by(rows["item_document_symbols"], "entry")
    made: dict[str, dict[str, Any]] = {}
    first: list[dict[str, Any]] = []
    for row in rows["items"]:
        item = {
            **{name: row[name] for name in ("number", "label", "title", "cluster", "no_documentation")},
            **_place(row),
            "annotation": [{**_block(one), "id": one["position"]} for one in texts.get(row["id"], ())],
            "documents": [_listed(one, symbols) for one in documents.get(row["id"], ())],
            "items": [],
        }
        made[row["id"]] = item
        (made[row["parent_id"]]["items"] if row["parent_id"] else first).append(item)
    return first


def _listed(one: Row, symbols: Mapping[Any, Sequence[Row]]) -> dict[str, Any]:
    own = [row["symbol"] for row in symbols.get(one["position"], ())]
    return {"title": one["title"], "symbols": own, **_place(one)}


def _schedule(rows: Mapping[str, list[Row]], meetings: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    zone = meetings[0]["timezone"] if meetings else None
    sittings, items = _by(rows["sittings"], "entry"), _by(rows["schedule_items"], "entry")
    return [
        {
            "date": one["date"],
            "end_date": one["end_date"],
            "start": one["start_time"],
            "end": one["end_time"],
            "sittings": [[row["start_time"], row["end_time"]] for row in sittings.get(one["position"], ())],
            "starts_at": _at_place(one["starts_at"], zone),
            "ends_at": _at_place(one["ends_at"], zone),
            "items": [row["item_number"] for row in items.get(one["position"], ())],
            "title": one["title"],
            "continued": one["continued"],
            **_place(one),
        }
        for one in rows["schedule_entries"]
    ]


def _blocks(rows: Mapping[str, list[Row]]) -> list[dict[str, Any]]:
    """The ledger; none where the database has the blocks of annotations alone."""
    if all(one["item_position"] is not None for one in rows["blocks"]):
        return []
    return [
        {
            **_block(one),
            "id": one["position"],
            "role": one["role"] or "annotation",
            "item": one["item_number"],
            "cells": None if one["cells"] is None else json.loads(one["cells"]),
            "places": _list(one["places"]),
            "in_doubt": bool(one["in_doubt"]),
        }
        for one in rows["blocks"]
    ]


def _block(one: Row) -> dict[str, Any]:
    found = {name: one[name] for name in ("type", "number", "text")}
    return {**found, "page": one["page"], "bbox": _box(one)}


def _place(one: Row) -> dict[str, Any]:
    return {"page": one["page"], "bbox": _box(one), "places": _list(one["places"])}


def _box(one: Row) -> list[float] | None:
    box = [one[name] for name in ("x0", "top", "x1", "bottom")]
    return None if None in box else box


def _list(text: str | None) -> list[Any]:
    found: list[Any] = json.loads(text) if text else []
    return found


def _at_place(moment: dt.datetime | None, zone: str | None) -> dt.datetime | None:
    """A moment with the offset of its place."""
    if moment is None or not zone:
        return moment
    try:
        return moment.astimezone(ZoneInfo(zone))
    except (ValueError, OSError, KeyError):
        return moment
