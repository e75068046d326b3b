"""The models of the output contract, one class an object of the JSON.

Names and order of the fields are the contract's and are fixed for ``schema_version`` 1.x: fields may be added, none is
renamed or given another meaning. What the paper does not say is ``None`` or an empty list, never guessed; what was
inferred rather than read has a diagnostic whose code starts with ``inferred.``.

``schema_version`` follows semantic versioning: a minor version adds fields, a major one may change anything. A reader
of version 1 therefore takes every 1.x and leaves out the fields that it does not know; see :meth:`Agenda.from_json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError, WithJsonSchema

from extractor.contract import SCHEMA_VERSION
from extractor.model.base import OPTIONAL_SINCE_1_1, SINCE_1_1, Part
from extractor.model.items import Item, ListedDocument
from extractor.model.masthead import Document, Meeting, Source
from extractor.model.mentions import Correction, DateMention, Diagnostic, Entity, Footnote, Reference
from extractor.model.places import PrintedBlock
from extractor.model.schedule import ScheduleEntry
from extractor.model.shorten import without_blocks
from extractor.model.version import PATTERN, readable

Version = Annotated[Literal["1.1"], BeforeValidator(readable), WithJsonSchema({"type": "string", "pattern": PATTERN})]
"""The version of the contract: any 1.x is taken, and what has been read is 1.1, since newer fields are left out."""


class Agenda(Part):
    """What one PDF says: masthead, meetings, items, documents, timetable, footnotes and references."""

    schema_version: Version = Field(
        default=SCHEMA_VERSION,
        description="Version of this contract, major.minor: readers of version 1 accept every 1.x.",
        examples=[SCHEMA_VERSION],
    )
    source: Source = Field(
        description="The file from which all this was read.",
        examples=[
            {
                "path": "agenda.pdf",
                "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "bytes": 184320,
                "pages": 12,
                "producer": None,
                "text_layer": "digital",
                "recognised": [],
                "review": "none",
                "language": "en",
            }
        ],
    )
    document: Document = Field(
        default_factory=Document,
        description="The masthead.",
        examples=[
            {
                "symbol": "A/AC.999/2031/1",
                "symbols": ["A/AC.999/2031/1"],
                "kind": "annotated_agenda",
                "title": "Annotated provisional agenda",
                "organ": "General Assembly",
                "body": "Ad Hoc Committee on Lighthouses",
                "distribution": "general",
                "date": "2031-03-16",
                "original_language": "en",
                "job_number": "V.31-01610",
                "agenda_item": None,
            }
        ],
    )
    meetings: list[Meeting] = Field(
        default_factory=list,
        description="One entry a body and session; usually one.",
        examples=[
            [
                {
                    "body": "Ad Hoc Committee on Lighthouses",
                    "session": {"label": "Ninth session", "number": 9},
                    "place": "Vienna",
                    "country": "AT",
                    "timezone": "Europe/Vienna",
                    "periods": [{"start": "2031-06-27", "end": "2031-06-28"}],
                    "opens_at": "2031-06-27T10:00:00+02:00",
                    "format": None,
                }
            ]
        ],
    )
    items: list[Item] = Field(
        default_factory=list,
        description="The agenda items, nested, in printed order.",
        examples=[
            [
                {
                    "number": "1",
                    "label": "1.",
                    "title": "Election of officers",
                    "cluster": None,
                    "page": 1,
                    "bbox": [108.02, 310.5, 487.1, 346.88],
                    "places": [{"page": 1, "bbox": [108.02, 310.5, 487.1, 346.88]}],
                    "annotation": [],
                    "documents": [],
                    "no_documentation": True,
                    "items": [],
                }
            ]
        ],
    )
    documents: list[ListedDocument] = Field(
        default_factory=list,
        description="Every listed document of the paper, in printed order.",
        examples=[
            [
                {
                    "title": "Note by the secretariat",
                    "symbols": ["A/AC.999/2031/2"],
                    "item": "2",
                    "page": 3,
                    "bbox": None,
                    "places": [],
                }
            ]
        ],
    )
    schedule: list[ScheduleEntry] = Field(
        default_factory=list,
        description="The timetable, one entry a printed row, values carried down.",
        examples=[
            [
                {
                    "date": "2031-06-27",
                    "end_date": None,
                    "start": "10:00",
                    "end": "13:00",
                    "sittings": [],
                    "starts_at": "2031-06-27T10:00:00+02:00",
                    "ends_at": "2031-06-27T13:00:00+02:00",
                    "items": ["1"],
                    "title": "Election of officers",
                    "continued": False,
                    "page": 7,
                    "bbox": None,
                    "places": [],
                }
            ]
        ],
    )
    footnotes: list[Footnote] = Field(
        default_factory=list,
        description="The footnotes, in printed order.",
        examples=[
            [
                {
                    "marker": "1",
                    "text": "See resolution 99/1, para. 4.",
                    "page": 2,
                    "bbox": None,
                    "places": [],
                    "anchors": [],
                }
            ]
        ],
    )
    references: list[Reference] = Field(
        default_factory=list,
        description="Every mention of a document, resolution or decision in the running text.",
        examples=[
            [
                {
                    "kind": "document",
                    "text": "A/AC.999/2031/2",
                    "symbol": "A/AC.999/2031/2",
                    "owner": None,
                    "number": None,
                    "url": "https://undocs.org/A/AC.999/2031/2",
                    "item": "2",
                    "page": 3,
                    "bbox": None,
                    "block": 17,
                    "span": [33, 48],
                    "places": [],
                    "evidence": ["text"],
                }
            ]
        ],
    )
    dates: list[DateMention] = Field(
        default_factory=list,
        description="Every date of the paper, in order.",
        examples=[
            [
                {
                    "text": "27 and 28 June 2031",
                    "start": "2031-06-27",
                    "end": "2031-06-28",
                    "start_time": None,
                    "end_time": None,
                    "role": "meeting",
                    "item": None,
                    "page": 1,
                    "bbox": None,
                    "block": 3,
                    "span": [8, 27],
                    "places": [],
                }
            ]
        ],
    )
    entities: list[Entity] = Field(
        default_factory=list,
        description="Named bodies, places and countries; filled on request only.",
        examples=[
            [
                {
                    "text": "Vienna",
                    "label": "GPE",
                    "id": "AT",
                    "item": None,
                    "page": 1,
                    "bbox": None,
                    "block": 3,
                    "span": [0, 6],
                    "places": [],
                }
            ]
        ],
    )
    blocks: list[PrintedBlock] = Field(
        default_factory=list,
        description="The whole paper in reading order: each printed word stands in exactly one block.",
        examples=[
            [
                {
                    "id": 17,
                    "role": "annotation",
                    "type": "paragraph",
                    "number": "12",
                    "text": "The working group will elect a rapporteur.",
                    "item": "2",
                    "cells": None,
                    "page": 3,
                    "bbox": None,
                    "places": [],
                    "in_doubt": False,
                }
            ]
        ],
        json_schema_extra=SINCE_1_1,
    )
    diagnostics: list[Diagnostic] = Field(
        default_factory=list,
        description="What did not fit and what was inferred, in the order of the stages.",
        examples=[
            [
                {
                    "code": "schedule.weekday_mismatch",
                    "severity": "warning",
                    "message": "27 June 2031 is a Friday, the paper prints Monday.",
                    "page": 7,
                    "path": "schedule[3]",
                }
            ]
        ],
    )
    corrected: list[Correction] = Field(
        default_factory=list,
        description="What people corrected or found right; absent where that is nothing.",
        examples=[[{"id": "9f86d081884c7d65", "action": "edit", "path": "items[2].title", "reason": "It ran on."}]],
        json_schema_extra=OPTIONAL_SINCE_1_1,
    )

    def walk(self) -> Iterator[Item]:
        """All items and sub-items, in printed order: each before those below it."""
        waiting = self.items[::-1]
        while waiting:
            item = waiting.pop()
            yield item
            waiting += item.items[::-1]

    def to_json(self, *, compact: bool = False) -> str:
        """The agenda as JSON text, without a final line break.

        The order of the fields is that of the contract, and non-ASCII text stays as it is: equal agendas give
        equal bytes. ``compact`` leaves out line breaks and indentation.
        """
        unused = None if self.corrected else {"corrected"}
        return self.model_dump_json(indent=None if compact else 2, exclude=unused)

    def without_blocks(self) -> Agenda:
        """The agenda in short: without `blocks`, and without the numbers that refer to them."""
        return without_blocks(self.model_copy(deep=True))

    @classmethod
    def from_json(cls, text: str | bytes) -> Agenda:
        """Read what :meth:`to_json` wrote, in this version of the contract or in another of the same major number.

        Fields that this version does not know are left out: a later 1.x may have added them. (The constructors stay
        strict, so that a misspelt name in a program never passes for data.)

        Raises:
            pydantic.ValidationError: (a ``ValueError``) the text is no JSON, breaks the contract, or is of another
                major version; its errors name the place.
        """
        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            unknown = [fault["loc"] for fault in error.errors(include_url=False) if fault["type"] == "extra_forbidden"]
            if not unknown:
                raise
        return cls.model_validate_json(json.dumps(_without(json.loads(text), unknown)))

    @classmethod
    def json_schema(cls, version: str = SCHEMA_VERSION) -> dict[str, Any]:
        """The JSON Schema (2020-12) of the output, as published in ``schemas/``, of this or an earlier version."""
        from extractor.model.schema import build_schema

        return build_schema(cls, version)


def _without(data: Any, places: list[tuple[int | str, ...]]) -> Any:
    """``data`` with the fields at ``places`` taken out of it."""
    for place in places:
        node = data
        for key in place[:-1]:
            node = node[key]
        node.pop(place[-1], None)
    return data
