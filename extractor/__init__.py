"""Agendas of United Nations meetings, from PDF to structured data.

>>> from extractor import extract
>>> agenda = extract("agenda.pdf")          # a path, bytes or a binary file
>>> agenda.document.symbol, [item.title for item in agenda.items]

``extract`` returns an :class:`Agenda` or raises one of the errors of :mod:`extractor.errors`. Nothing heavy (PDF
engines, pydantic, spaCy, dateparser) is loaded before it is first needed.
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
    from extractor.model import Agenda
    from extractor.pipeline import extract
    from extractor.source import Limits

__version__ = "0.1.0"

__all__ = [
    "Agenda",
    "AgendaError",
    "Damaged",
    "Encrypted",
    "ExitCode",
    "InputError",
    "InternalError",
    "InvalidAgenda",
    "LimitExceeded",
    "Limits",
    "NoTextLayer",
    "NotAPdf",
    "NotFound",
    "OutputError",
    "Unreadable",
    "UsageError",
    "__version__",
    "extract",
]

_LAZY = {"Agenda": "extractor.model", "Limits": "extractor.source", "extract": "extractor.pipeline"}


def __getattr__(name: str) -> object:
    """Load ``extract``, ``Agenda`` and ``Limits`` when they are first asked for."""
    if name in _LAZY:
        value = getattr(import_module(_LAZY[name]), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
