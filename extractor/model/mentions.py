"""What the text mentions: footnotes, references, dates and named things; and what did not fit."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from extractor.model.base import BOX, BOX_EXAMPLE, PAGE, SINCE_1_1, Part
from extractor.model.places import Anchor, Place, Span, block_field, places_field, span_field
from extractor.model.scalars import BBox, Date, Time
from extractor.model.values import by_text

ReferenceKind = Literal["document", "resolution", "decision"]
DateRole = Literal["meeting", "issue", "opening", "schedule", "other"]
Evidence = Literal["text", "link"]
Severity = Literal["info", "warning", "error"]
Action = Literal["accept", "edit", "split", "join", "move", "add", "remove", "role"]


class Footnote(Part):
    """A footnote."""

    marker: str = Field(description="Mark as printed.", examples=["1", "*"])
    text: str = Field(description="Text of the note, without its mark.", examples=["See resolution 99/1, para. 4."])
    page: int | None = Field(default=None, description=PAGE, ge=1, examples=[2])
    bbox: BBox | None = Field(default=None, description=BOX, examples=BOX_EXAMPLE)
    places: list[Place] = places_field()
    anchors: list[Anchor] = Field(
        default_factory=list,
        description="Where its mark stands in the text; empty where it was found nowhere.",
        examples=[[{"block": 17, "offset": 120}]],
        json_schema_extra=SINCE_1_1,
    )


class Reference(Part):
    """A mention of a document, resolution or decision in the running text."""

    kind: ReferenceKind = Field(description="What is mentioned.", examples=["resolution"])
    text: str = Field(description="The mention as printed, blanks folded.", examples=["resolution 7/1"])
    symbol: str | None = Field(
        default=None,
        description="Canonical symbol; null where none can be derived.",
        examples=["A/AC.999/2031/2", "A/RES/55/25"],
    )
    owner: str | None = Field(
        default=None,
        description="The body whose resolution or decision it is, where stated or implied.",
        examples=["General Assembly"],
    )
    number: str | None = Field(default=None, description="Number of the resolution or decision.", examples=["7/1"])
    url: str | None = Field(
        default=None, description="Where the document is to be found.", examples=["https://undocs.org/A/RES/55/25"]
    )
    item: str | None = Field(
        default=None, description="Number of the agenda item in whose text it stands.", examples=["2"]
    )
    page: int | None = Field(default=None, description=PAGE, ge=1, examples=[3])
    bbox: BBox | None = Field(default=None, description=BOX, examples=BOX_EXAMPLE)
    block: int | None = block_field()
    span: Span | None = span_field()
    places: list[Place] = places_field()
    evidence: list[Evidence] = Field(
        default_factory=by_text,
        description="What says that it is this document: 'text' the wording, 'link' a link of the file on these words.",
        examples=[["text", "link"]],
        json_schema_extra=SINCE_1_1,
    )


class DateMention(Part):
    """A date or period in the text, with its part in the paper."""

    text: str = Field(description="As printed, blanks folded.", examples=["27 and 28 June 2031"])
    start: Date | None = Field(default=None, description="First day.", examples=["2031-06-27"])
    end: Date | None = Field(
        default=None, description="Last day; equal to the first for one day.", examples=["2031-06-28"]
    )
    start_time: Time | None = Field(
        default=None, description="Time of day at which it starts, where stated.", examples=["10:00"]
    )
    end_time: Time | None = Field(
        default=None, description="Time of day at which it ends, where stated.", examples=["13:00"]
    )
    role: DateRole = Field(default="other", description="What the date is for.", examples=["meeting"])
    item: str | None = Field(
        default=None, description="Number of the agenda item in whose text it stands.", examples=["2"]
    )
    page: int | None = Field(default=None, description=PAGE, ge=1, examples=[1])
    bbox: BBox | None = Field(default=None, description=BOX, examples=BOX_EXAMPLE, json_schema_extra=SINCE_1_1)
    block: int | None = block_field()
    span: Span | None = span_field()
    places: list[Place] = places_field()


class Entity(Part):
    """A body, place, country or other named thing, found on request."""

    text: str = Field(description="As printed, blanks folded.", examples=["Statistical Commission"])
    label: str = Field(description="Kind of thing, a spaCy label.", examples=["ORG", "GPE"])
    id: str | None = Field(
        default=None,
        description="Identifier: a body's symbol prefix, a country's or city's code.",
        examples=["E/CN.3", "AT"],
    )
    item: str | None = Field(
        default=None, description="Number of the agenda item in whose text it stands.", examples=["2"]
    )
    page: int | None = Field(default=None, description=PAGE, ge=1, examples=[3])
    bbox: BBox | None = Field(default=None, description=BOX, examples=BOX_EXAMPLE, json_schema_extra=SINCE_1_1)
    block: int | None = block_field()
    span: Span | None = span_field()
    places: list[Place] = places_field()


class Diagnostic(Part):
    """Something that did not fit, or that was inferred."""

    code: str = Field(
        description="Stable code, subject before the dot.",
        pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)+$",
        examples=["schedule.weekday_mismatch", "inferred.symbol"],
    )
    severity: Severity = Field(default="warning", description="How much it matters.", examples=["warning"])
    message: str = Field(
        description="One sentence for people.", examples=["27 June 2031 is a Friday, the paper prints Monday."]
    )
    page: int | None = Field(default=None, description=PAGE, ge=1, examples=[7])
    path: str | None = Field(
        default=None,
        description="The value or part that it is about; null for the whole paper.",
        examples=["schedule[3]", "items[2].annotation"],
        json_schema_extra=SINCE_1_1,
    )


class Correction(Part):
    """What a person corrected, or looked at and found right."""

    id: str = Field(description="What the entry is known by: a hash of it.", examples=["9f86d081884c7d65"])
    action: Action = Field(
        default="edit", description="What was done; 'accept': the value was found right as it is.", examples=["edit"]
    )
    path: str | None = Field(
        default=None,
        description="The value or part that was corrected, as it was counted then; null for the whole paper.",
        examples=["items[2].title"],
    )
    reason: str = Field(default="", description="Why, in the words of the person.", examples=["The title ran on."])
