"""Agendas of the tests: invented sessions, built without PDFs, and the rows of whole databases."""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import select

from extractor.model import Agenda, Anchor, Block
from extractor.store import Store
from extractor.store.schema import METADATA

TEXT = "The Committee will have before it a note by the Secretariat on the upkeep of lighthouses and their keepers."


def agenda(symbol: str | None = "A/AC.999/2031/1", language: str | None = "en", **changes: Any) -> Agenda:
    """A small agenda with a row in every table; ``changes`` replace parts of it."""
    data: dict[str, Any] = {
        "source": {
            "path": "paper.pdf",
            "sha256": hashlib.sha256(f"{symbol} {language}".encode("utf-8", "replace")).hexdigest(),
            "bytes": 1000,
            "pages": 4,
            "producer": "Test",
            "language": language,
        },
        "document": {
            "symbol": symbol,
            "symbols": [symbol] if symbol else [],
            "kind": "annotated_agenda",
            "title": "Annotated provisional agenda",
            "organ": "General Assembly",
            "body": "Ad Hoc Committee on Lighthouses",
            "date": "2031-03-16",
            "agenda_item": {"number": "2(a)", "title": "Adoption of the agenda"},
        },
        "meetings": [
            {
                "body": "Ad Hoc Committee on Lighthouses",
                "session": {"label": "Ninth session", "number": 9},
                "place": "Vienna",
                "country": "AT",
                "timezone": "Europe/Vienna",
                "periods": [{"start": "2031-06-27", "end": "2031-06-28"}, {"start": "2031-07-01", "end": None}],
                "opens_at": "2031-06-27T10:00:00+02:00",
                "format": "hybrid",
            }
        ],
        "items": [
            {
                "number": "1",
                "label": "1.",
                "title": "Organizational matters",
                "page": 1,
                "bbox": [1, 2, 3, 4],
                "no_documentation": True,
                "items": [
                    {"number": "1(a)", "label": "(a)", "title": "Adoption of the agenda"},
                    {"title": "An item without number"},
                ],
            },
            {
                "number": "2",
                "title": "Upkeep of lighthouses",
                "cluster": "Joint segment",
                "annotation": [
                    {"type": "paragraph", "number": "4", "text": TEXT, "page": 2, "bbox": [1, 2, 3, 4]},
                    {"type": "list_item", "text": "Smuggling of lamp oil by the private sector"},
                ],
                "documents": [
                    {"title": "Note", "symbols": ["A/AC.999/2031/2", "A/AC.999/2031/2/Add.1"], "page": 2},
                    {"title": "In the item's own list only"},
                ],
            },
            {"number": "2", "title": "A number that comes again"},
        ],
        "documents": [
            {"title": "Note", "symbols": ["A/AC.999/2031/2", "A/AC.999/2031/2/Add.1"], "item": "2", "page": 2},
            {"title": "On its own", "symbols": ["A/AC.999/2031/3"]},
        ],
        "schedule": [
            {
                "date": "2031-06-27",
                "start": "10:00",
                "end": "18:00",
                "sittings": [["10:00", "13:00"], ["15:00", None]],
                "starts_at": "2031-06-27T10:00:00+02:00",
                "ends_at": "2031-06-27T18:00:00+02:00",
                "items": ["1(a)", "99"],
                "title": "Opening",
                "continued": True,
                "page": 3,
            }
        ],
        "footnotes": [{"marker": "*", "text": "See resolution 99/1.", "page": 1}],
        "references": [
            {"kind": "resolution", "text": "resolution 99/1", "symbol": "A/RES/99/1", "number": "99/1", "item": "2"}
        ],
        "dates": [{"text": "27 June", "start": "2031-06-27", "end": "2031-06-27", "start_time": "10:00", "item": "1"}],
        "entities": [{"text": "Vienna", "label": "GPE", "id": "AT", "page": 1}],
        "diagnostics": [{"code": "inferred.year", "severity": "info", "message": "The year was inferred.", "page": 1}],
    }
    for name, change in changes.items():
        data[name] = {**data[name], **change} if isinstance(change, dict) else change
    return Agenda.model_validate(data)


def with_blocks() -> Agenda:
    """The small agenda with a ledger: text outside its items, furniture, a table, a footnote with its mark."""
    annotation = {"type": "paragraph", "number": "4", "text": TEXT, "page": 2, "bbox": [1, 2, 3, 4]}
    place = {"page": 2, "bbox": [1, 2, 3, 4]}
    blocks: list[dict[str, Any]] = [
        {"role": "furniture", "text": "Please recycle lanterns", "in_doubt": True},
        {"role": "title", "text": "Annotated provisional agenda"},
        {"role": "text", "text": "The harbour master welcomes all delegations to the harbour."},
        {"role": "list", "type": "list_item", "text": "2. Upkeep of lighthouses", "item": "2"},
        {"role": "annotation", "number": "4", "text": TEXT, "item": "2", "places": [place]},
        {"role": "documentation", "text": "Note on foghorns, for information", "item": "2"},
        {"role": "timetable", "type": "table", "text": "Monday Tug", "cells": [["Monday"], ["Tug\x00"]]},
        {"role": "footnote", "number": "*", "text": "See resolution 99/1."},
    ]
    blocks = [{"id": at, "page": 2, **block} for at, block in enumerate(blocks, start=1)]
    found = agenda("A/AC.999/2031/9", blocks=blocks)
    found.items[1].annotation = [Block.model_validate({"id": 5, **annotation})]
    found.footnotes[0].anchors = [Anchor(block=3, offset=11)]
    found.references[0].block, found.references[0].span = 8, (4, 19)
    found.source.review = "look"
    return found


def dump(store: Store, *, without: tuple[str, ...] = ("load_runs", "bodies")) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of the tables, sorted; without the numbers of the passages, which only count."""
    with store.read() as connection:
        return {
            name: sorted((tuple(row)[name == "passages" :] for row in connection.execute(select(table))), key=repr)
            for name, table in METADATA.tables.items()
            if name not in without
        }


def count(store: Store, table: str) -> int:
    """The number of rows of a table."""
    with store.read() as connection:
        return len(connection.execute(select(METADATA.tables[table])).all())
