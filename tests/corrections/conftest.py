"""A result to be corrected, and entries written shortly."""

from __future__ import annotations

from typing import Any

import pytest

from extractor import Agenda, extract
from extractor.corrections.model import Corrections, Entry
from tests.conftest import SAMPLES

PAPER = SAMPLES / "vienna_working_group.pdf"


@pytest.fixture(scope="session")
def read() -> Agenda:
    """A sample as the program reads it. No test may change it."""
    agenda = extract(PAPER)
    agenda.source.path = None
    return agenda


def entry(*operations: dict[str, Any], **more: Any) -> Entry:
    """An entry of a file of corrections."""
    return Entry.model_validate({"patch": list(operations), **more})


def replace(path: str, old: Any, value: Any) -> dict[str, Any]:
    """The operation that replaces a value."""
    return {"op": "replace", "path": path, "old": old, "value": value}


def corrections(agenda: Agenda, *entries: Entry) -> Corrections:
    """A file of corrections for a result."""
    return Corrections(file="paper.pdf", sha256=agenda.source.sha256, corrections=list(entries))
