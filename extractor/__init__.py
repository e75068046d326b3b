"""Agendas of United Nations meetings, from PDF to structured data.

>>> from extractor import extract
>>> agenda = extract("agenda.pdf")          # a path, bytes or a binary file
>>> agenda.document.symbol, [item.title for item in agenda.items]

``extract`` returns an :class:`Agenda`, whose parts (:class:`Item`, :class:`Meeting` and so on) are offered here,
or raises one of the errors of :mod:`extractor.errors`. Nothing heavy (PDF engines, pydantic, spaCy, dateparser) is
loaded before it is first needed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from extractor.errors import (
    AgendaError,
    Damaged,
    Encrypted,
    ExitCode,
    InputError,
    InternalError,
    InvalidAgenda,
    LimitExceeded,
    NotAPdf,
    NoTextLayer,
    NotFound,
    OutputError,
    Unreadable,
    UsageError,
)

if TYPE_CHECKING:
    from extractor.model import (
        SCHEMA_VERSION,
        Action,
        Agenda,
        Anchor,
        BBox,
        Block,
        BlockType,
        Correction,
        Date,
        DateMention,
        DateRole,
        Diagnostic,
        Document,
        Entity,
        Evidence,
        Footnote,
        Format,
        Item,
        ItemDocument,
        ItemLine,
        Kind,
        ListedDocument,
        Meeting,
        Moment,
        Period,
        Place,
        PrintedBlock,
        Reference,
        ReferenceKind,
        Review,
        Role,
        ScheduleEntry,
        Session,
        Severity,
        Source,
        TextLayer,
        Time,
    )
    from extractor.pipeline import extract
    from extractor.source import Limits

__version__ = "0.1.0"

__all__ = [
    "SCHEMA_VERSION",
    "Action",
    "Agenda",
    "AgendaError",
    "Anchor",
    "BBox",
    "Block",
    "BlockType",
    "Correction",
    "Damaged",
    "Date",
    "DateMention",
    "DateRole",
    "Diagnostic",
    "Document",
    "Encrypted",
    "Entity",
    "Evidence",
    "ExitCode",
    "Footnote",
    "Format",
    "InputError",
    "InternalError",
    "InvalidAgenda",
    "Item",
    "ItemDocument",
    "ItemLine",
    "Kind",
    "LimitExceeded",
    "Limits",
    "ListedDocument",
    "Meeting",
    "Moment",
    "NoTextLayer",
    "NotAPdf",
    "NotFound",
    "OutputError",
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
    "Unreadable",
    "UsageError",
    "__version__",
    "extract",
]

_LAZY = {"Limits": "extractor.source", "extract": "extractor.pipeline"}

# Hidden from type checkers: they take a module with this function to have every name.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load ``extract``, ``Limits`` and the models when they are first asked for."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_LAZY.get(name, "extractor.model")), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
