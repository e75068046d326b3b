"""Pydantic models of the output contract. ``Agenda`` is the root; the published JSON Schema is written from it."""

from extractor.model.agenda import Agenda
from extractor.model.items import Block, BlockType, Item, ItemDocument, ListedDocument
from extractor.model.masthead import Document, Format, ItemLine, Kind, Meeting, Period, Session, Source, TextLayer
from extractor.model.mentions import (
    DateMention,
    DateRole,
    Diagnostic,
    Entity,
    Footnote,
    Reference,
    ReferenceKind,
    Severity,
)
from extractor.model.scalars import BBox, Date, Moment, Time
from extractor.model.schedule import ScheduleEntry
from extractor.model.version import SCHEMA_VERSION

__all__ = [
    "SCHEMA_VERSION",
    "Agenda",
    "BBox",
    "Block",
    "BlockType",
    "Date",
    "DateMention",
    "DateRole",
    "Diagnostic",
    "Document",
    "Entity",
    "Footnote",
    "Format",
    "Item",
    "ItemDocument",
    "ItemLine",
    "Kind",
    "ListedDocument",
    "Meeting",
    "Moment",
    "Period",
    "Reference",
    "ReferenceKind",
    "ScheduleEntry",
    "Session",
    "Severity",
    "Source",
    "TextLayer",
    "Time",
]
