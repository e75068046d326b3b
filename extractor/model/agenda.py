"""The models of the output contract, one class an object of the JSON.

Names and order of the fields are the contract's and are fixed for ``schema_version`` 1.0: fields may be added, none is
renamed or given another meaning. What the paper does not say is ``None`` or an empty list, never guessed; what was
inferred rather than read has a diagnostic whose code starts with ``inferred.``.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from extractor.model.scalars import BBox, Date, Moment, Time

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Kind = Literal["annotated_agenda", "agenda", "annotations", "organization_of_work", "list_of_documents", "other"]
TextLayer = Literal["digital", "ocr", "none"]
Format = Literal["in_person", "hybrid", "online"]
BlockType = Literal["paragraph", "heading", "list_item", "table"]
ReferenceKind = Literal["document", "resolution", "decision"]
DateRole = Literal["meeting", "issue", "opening", "schedule", "other"]
Severity = Literal["info", "warning", "error"]

_PAGE = "Page of the PDF on which it starts, counted from 1."
_BOX = "Box on that page: x0, top, x1, bottom in PDF points, origin at the top left corner."
_BOX_EXAMPLE: list[Any] = [[108.02, 310.5, 487.1, 346.88]]


class Part(BaseModel):
    """Base of all models: unknown fields are errors, so that a misspelt name never passes for data."""

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)


class Source(Part):
    """The file that was read."""

    path: str | None = Field(
        default=None,
        description="Path as given; '-' for standard input, null for bytes. Alone in differing between two readings.",
        examples=["agendas/A_AC.999_2031_1.pdf"],
    )
    sha256: str = Field(
        description="SHA-256 of the file's bytes, in hexadecimal.",
        pattern=r"^[0-9a-f]{64}$",
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    )
    bytes: int = Field(description="Size of the file in bytes.", ge=0, examples=[184320])
    pages: int = Field(
        description="Number of pages of the whole file, whichever of them were read.", ge=0, examples=[12]
    )
    producer: str | None = Field(
        default=None,
        description="The program that wrote the PDF, from its own metadata.",
        examples=["Acrobat Distiller 22.0"],
    )
    text_layer: TextLayer = Field(
        default="digital",
        description="Where the text comes from: 'digital' born with the file, 'ocr' recognised from a scan, or 'none'.",
        examples=["digital"],
    )
    language: str | None = Field(
        default=None,
        description="ISO 639-1 code of the language of the running text.",
        pattern=r"^[a-z]{2}$",
        examples=["en"],
    )


class ItemLine(Part):
    """The line of the masthead that places the paper on an agenda, such as 'Item 1 of the provisional agenda'."""

    number: str = Field(description="Number of the item, without blanks.", examples=["1", "2(a)"])
    title: str | None = Field(
        default=None, description="The item's title, where printed below the line.", examples=["Adoption of the agenda"]
    )


class Document(Part):
    """The masthead: what the paper says of itself."""

    symbol: str | None = Field(
        default=None,
        description="Document symbol in canonical form, without blanks or asterisk; the first one of a joint masthead.",
        examples=["A/AC.999/2031/1"],
    )
    symbols: list[str] = Field(
        default_factory=list, description="All symbols of the masthead.", examples=[["A/AC.999/2031/1", "E/2031/77"]]
    )
    kind: Kind = Field(
        default="other",
        description="What the paper is; 'other' for a paper that is no agenda and none of its companions.",
        examples=["annotated_agenda"],
    )
    title: str | None = Field(
        default=None,
        description="Title as printed, blanks folded, footnote marks removed.",
        examples=["Annotated provisional agenda"],
    )
    organ: str | None = Field(
        default=None, description="The outermost body of the masthead.", examples=["Economic and Social Council"]
    )
    body: str | None = Field(
        default=None,
        description="The body that meets, the innermost one of the masthead; equal to the organ when alone.",
        examples=["Statistical Commission"],
    )
    distribution: str | None = Field(
        default=None,
        description="Distribution as a lower-case English word.",
        pattern=r"^[a-z][a-z ]*$",
        examples=["general", "limited", "restricted"],
    )
    date: Date | None = Field(default=None, description="Date of issue.", examples=["2031-03-16"])
    original_language: str | None = Field(
        default=None,
        description="ISO 639-1 code of the original language; the first, where several are named.",
        pattern=r"^[a-z]{2}$",
        examples=["en"],
    )
    job_number: str | None = Field(
        default=None,
        description="Job number, without the language letter and the print dates.",
        examples=["V.31-01610"],
    )
    agenda_item: ItemLine | None = Field(
        default=None,
        description="The agenda item under which the paper is issued, where the masthead names one.",
        examples=[{"number": "1", "title": "Adoption of the agenda"}],
    )


class Session(Part):
    """The session of a meeting."""

    label: str | None = Field(
        default=None, description="Session as printed.", examples=["Ninth session", "Substantive session of 2031"]
    )
    number: int | None = Field(
        default=None, description="Its ordinal number; null where the session is named by a year.", ge=1, examples=[9]
    )


class Period(Part):
    """Consecutive days of a meeting."""

    start: Date | None = Field(default=None, description="First day.", examples=["2031-06-27"])
    end: Date | None = Field(
        default=None,
        description="Last day; equal to the first for a single day, null when not printed.",
        examples=["2031-06-28"],
    )


class Meeting(Part):
    """One body at one session."""

    body: str | None = Field(default=None, description="The body that meets.", examples=["Statistical Commission"])
    session: Session = Field(
        default_factory=lambda: Session(),
        description="Its session.",
        examples=[{"label": "Ninth session", "number": 9}],
    )
    place: str | None = Field(default=None, description="City as printed, without the country.", examples=["Vienna"])
    country: str | None = Field(
        default=None,
        description="ISO 3166-1 alpha-2 code of the country of the place.",
        pattern=r"^[A-Z]{2}$",
        examples=["AT"],
    )
    timezone: str | None = Field(default=None, description="IANA time zone of the place.", examples=["Europe/Vienna"])
    periods: list[Period] = Field(
        default_factory=list,
        description="The days of the meeting, one entry a run of days.",
        examples=[[{"start": "2031-06-27", "end": "2031-06-28"}]],
    )
    opens_at: Moment | None = Field(
        default=None,
        description="When it opens, with the offset of the place, where stated.",
        examples=["2031-06-27T10:00:00+02:00"],
    )
    format: Format | None = Field(
        default=None, description="How the participants meet, where stated.", examples=["in_person", "hybrid", "online"]
    )


class Block(Part):
    """A piece of an annotation."""

    type: BlockType = Field(description="What kind of text it is.", examples=["paragraph"])
    number: str | None = Field(
        default=None,
        description="Paragraph number or list label, as printed without stop or brackets.",
        examples=["12"],
    )
    text: str = Field(
        description="The text: blanks folded, words rejoined, footnote marks and page furniture removed.",
        examples=["The working group will elect a rapporteur."],
    )
    page: int | None = Field(default=None, description=_PAGE, ge=1, examples=[3])
    bbox: BBox | None = Field(default=None, description=_BOX, examples=_BOX_EXAMPLE)


class ItemDocument(Part):
    """A document listed under an item."""

    title: str | None = Field(
        default=None, description="Title as printed.", examples=["Note by the secretariat on working methods"]
    )
    symbols: list[str] = Field(
        default_factory=list,
        description="Its symbols in canonical form, addenda on the same entry included; empty where none is printed.",
        examples=[["A/AC.999/2031/2", "A/AC.999/2031/2/Add.1"]],
    )
    page: int | None = Field(default=None, description=_PAGE, ge=1, examples=[3])
    bbox: BBox | None = Field(default=None, description=_BOX, examples=_BOX_EXAMPLE)


class Item(Part):
    """An agenda item."""

    number: str | None = Field(
        default=None,
        description="The whole number without blanks; null for an unnumbered item.",
        examples=["1", "1(a)", "1(a)(i)", "4.1"],
    )
    label: str | None = Field(
        default=None, description="Number or letter as printed before the title.", examples=["(a)"]
    )
    title: str = Field(
        description="Title as in the list, without the final stop, colon or semicolon.",
        examples=["Election of officers"],
    )
    cluster: str | None = Field(
        default=None, description="Unnumbered heading over the item; first level only.", examples=["Joint segment"]
    )
    page: int | None = Field(default=None, description=_PAGE, ge=1, examples=[1])
    bbox: BBox | None = Field(default=None, description=_BOX, examples=_BOX_EXAMPLE)
    annotation: list[Block] = Field(
        default_factory=list,
        description="The item's own annotation, those of its sub-items excluded.",
        examples=[
            [
                {
                    "type": "paragraph",
                    "number": "12",
                    "text": "The group will elect a rapporteur.",
                    "page": 3,
                    "bbox": None,
                }
            ]
        ],
    )
    documents: list[ItemDocument] = Field(
        default_factory=list,
        description="Documents listed under the item, in printed order.",
        examples=[[{"title": "Note by the secretariat", "symbols": ["A/AC.999/2031/2"], "page": 3, "bbox": None}]],
    )
    no_documentation: bool = Field(
        default=False, description="Whether the text says that no documentation is foreseen.", examples=[True]
    )
    items: list[Item] = Field(default_factory=list, description="Sub-items, in printed order.", examples=[[]])


class ListedDocument(Part):
    """A document listed anywhere in the paper."""

    title: str | None = Field(
        default=None, description="Title as printed.", examples=["Note by the secretariat on working methods"]
    )
    symbols: list[str] = Field(
        default_factory=list,
        description="Its symbols in canonical form; empty where none is printed.",
        examples=[["A/AC.999/2031/2"]],
    )
    item: str | None = Field(
        default=None,
        description="Number of the item under which it is listed; null for a list that hangs on none.",
        examples=["2"],
    )
    page: int | None = Field(default=None, description=_PAGE, ge=1, examples=[3])
    bbox: BBox | None = Field(default=None, description=_BOX, examples=_BOX_EXAMPLE)


class ScheduleEntry(Part):
    """A row of the timetable."""

    date: Date | None = Field(default=None, description="Day, or first day.", examples=["2031-06-27"])
    end_date: Date | None = Field(
        default=None, description="Last day of an entry that covers several, else null.", examples=["2031-06-28"]
    )
    start: Time | None = Field(
        default=None,
        description="Start of the first sitting, local time; null where only 'morning' is said.",
        examples=["10:00"],
    )
    end: Time | None = Field(
        default=None, description="End of the last sitting; null when not printed.", examples=["13:00"]
    )
    sittings: list[tuple[Time, Time | None]] = Field(
        default_factory=list,
        description="Start and end of each sitting, where a slot has two or more.",
        examples=[[["10:00", "13:00"], ["15:00", "18:00"]]],
    )
    starts_at: Moment | None = Field(
        default=None, description="Start with the offset of the place.", examples=["2031-06-27T10:00:00+02:00"]
    )
    ends_at: Moment | None = Field(
        default=None, description="End with the offset of the place.", examples=["2031-06-27T13:00:00+02:00"]
    )
    items: list[str] = Field(
        default_factory=list, description="Numbers of the agenda items that are taken up.", examples=[["1(a)", "2"]]
    )
    title: str | None = Field(
        default=None,
        description="The entry's own words, without item number and '(continued)'.",
        examples=["Opening of the meeting"],
    )
    continued: bool = Field(
        default=False, description="Whether the entry is marked as continued or concluded.", examples=[True]
    )
    page: int | None = Field(default=None, description=_PAGE, ge=1, examples=[7])
    bbox: BBox | None = Field(default=None, description=_BOX, examples=_BOX_EXAMPLE)


class Footnote(Part):
    """A footnote."""

    marker: str = Field(description="Mark as printed.", examples=["1", "*"])
    text: str = Field(description="Text of the note, without its mark.", examples=["See resolution 99/1, para. 4."])
    page: int | None = Field(default=None, description=_PAGE, ge=1, examples=[2])
    bbox: BBox | None = Field(default=None, description=_BOX, examples=_BOX_EXAMPLE)


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
    page: int | None = Field(default=None, description=_PAGE, ge=1, examples=[3])
    bbox: BBox | None = Field(default=None, description=_BOX, examples=_BOX_EXAMPLE)


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
    page: int | None = Field(default=None, description=_PAGE, ge=1, examples=[1])


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
    page: int | None = Field(default=None, description=_PAGE, ge=1, examples=[3])


class Diagnostic(Part):
    """Something that did not fit, or that was inferred."""

    code: str = Field(
        description="Stable code, subject before the dot.",
        pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)+$",
        examples=["schedule.weekday_mismatch", "inferred.year"],
    )
    severity: Severity = Field(default="warning", description="How much it matters.", examples=["warning"])
    message: str = Field(
        description="One sentence for people.", examples=["27 June 2031 is a Friday, the paper prints Monday."]
    )
    page: int | None = Field(default=None, description=_PAGE, ge=1, examples=[7])


class Agenda(Part):
    """What one PDF says: masthead, meetings, items, documents, timetable, footnotes and references."""

    schema_version: Literal["1.0"] = Field(
        default=SCHEMA_VERSION, description="Version of this contract.", examples=[SCHEMA_VERSION]
    )
    source: Source = Field(description="The file that was read.")
    document: Document = Field(default_factory=lambda: Document(), description="The masthead.")
    meetings: list[Meeting] = Field(default_factory=list, description="One entry a body and session; usually one.")
    items: list[Item] = Field(default_factory=list, description="The agenda items, nested, in printed order.")
    documents: list[ListedDocument] = Field(
        default_factory=list, description="Every listed document of the paper, in printed order."
    )
    schedule: list[ScheduleEntry] = Field(
        default_factory=list, description="The timetable, one entry a printed row, values carried down."
    )
    footnotes: list[Footnote] = Field(default_factory=list, description="The footnotes, in printed order.")
    references: list[Reference] = Field(
        default_factory=list, description="Every mention of a document, resolution or decision in the running text."
    )
    dates: list[DateMention] = Field(default_factory=list, description="Every date of the paper, in order.")
    entities: list[Entity] = Field(
        default_factory=list, description="Named bodies, places and countries; filled on request only."
    )
    diagnostics: list[Diagnostic] = Field(
        default_factory=list, description="What did not fit and what was inferred, in the order of the stages."
    )

    def to_json(self, *, compact: bool = False) -> str:
        """The agenda as JSON text, without a final line break.

        The order of the fields is that of the contract, and non-ASCII text stays as it is: equal agendas give
        equal bytes. ``compact`` leaves out line breaks and indentation.
        """
        return self.model_dump_json(indent=None if compact else 2)

    @classmethod
    def from_json(cls, text: str | bytes) -> Agenda:
        """Read what :meth:`to_json` wrote. Raises ``pydantic.ValidationError`` (a ``ValueError``) for anything else."""
        return cls.model_validate_json(text)

    @classmethod
    def schema_document(cls) -> dict[str, Any]:
        """The JSON Schema (2020-12) of the output, as published in ``schemas/``."""
        from extractor.model.schema import build_schema

        return build_schema(cls)
