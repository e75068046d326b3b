"""Pydantic models of the output contract. ``Agenda`` is the root; the published JSON Schema is written from it."""

from extractor.contract import SCHEMA_VERSION
from extractor.model.agenda import Agenda
from extractor.model.items import Block, Item, ItemDocument, ListedDocument
from extractor.model.masthead import (
    Document,
    Format,
    ItemLine,
    Kind,
    Meeting,
    Period,
    Review,
    Session,
    Source,
    TextLayer,
)
from extractor.model.mentions import (
    Action,
    Correction,
    DateMention,
    DateRole,
    Diagnostic,
    Entity,
    Evidence,
    Footnote,
    Reference,
    ReferenceKind,
    Severity,
)
from extractor.model.places import Anchor, BlockType, Place, PrintedBlock, Role
from extractor.model.scalars import BBox, Date, Moment, Time
from extractor.model.schedule import ScheduleEntry

__all__ = [
    "SCHEMA_VERSION",
    "Action",
    "Agenda",
    "Anchor",
    "BBox",
    "Block",
    "BlockType",
    "Correction",
    "Date",
    "DateMention",
    "DateRole",
    "Diagnostic",
    "Document",
    "Entity",
    "Evidence",
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
    "Place",
    "PrintedBlock",
    "Reference",
    "ReferenceKind",
    "Review",
    "Role",
    "ScheduleEntry",
    "Session",
    "Severity",
    "Source",
    "TextLayer",
    "Time",
]
