"""Pydantic models of the output contract. ``Agenda`` is the root; the published JSON Schema is written from it.

They are loaded when the first of them is asked for: a command that reads one paper does without
(:mod:`extractor.model.stored`).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from extractor.contract import SCHEMA_VERSION

if TYPE_CHECKING:
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

#: The modules of the models, each before those that it needs.
_HOMES = ("agenda", "items", "masthead", "mentions", "places", "schedule", "scalars")

# Hidden from type checkers: they take a module with this function to have every name.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load the models when they are first asked for."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        homes = (vars(import_module(f"{__name__}.{home}")) for home in _HOMES)
        value = next(home[name] for home in homes if name in home)
        globals()[name] = value
        return value
