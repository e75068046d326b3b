"""The file, its masthead and the meetings that it announces."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from extractor.model.base import SINCE_1_1, Part
from extractor.model.scalars import Date, Moment

Kind = Literal["annotated_agenda", "agenda", "annotations", "organization_of_work", "list_of_documents", "other"]
TextLayer = Literal["digital", "ocr", "none"]
Format = Literal["in_person", "hybrid", "online"]
Review = Literal["none", "look", "doubtful"]


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
    recognised: list[int] = Field(
        default_factory=list,
        description="Pages whose text this program recognised from their picture.",
        examples=[[1, 2]],
        json_schema_extra=SINCE_1_1,
    )
    review: Review = Field(
        default="none",
        description="Whether a person should check the result: 'none' without a warning, 'look' with one, 'doubtful' "
        "with an error or with text that no part took.",
        examples=["look"],
        json_schema_extra=SINCE_1_1,
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
        default_factory=Session,
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
