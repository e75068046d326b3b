"""The result of a paper with two pages on a sheet, in the terms of the sheets of the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractor.layout.halves import Origin
from extractor.model import Agenda


def folded(agenda: Agenda, origins: Sequence[Origin], pages: int) -> Agenda:
    """The result with the page of the file wherever it names one, and boxes where they stand on it."""
    told = agenda.model_dump()
    _fold(told, origins)
    told["source"]["pages"] = pages
    return Agenda.model_validate(told)


def _fold(value: Any, origins: Sequence[Origin]) -> None:
    if isinstance(value, dict):
        page = value.get("page")
        if isinstance(page, int) and page <= len(origins):
            origin = origins[page - 1]
            value["page"] = origin.page
            if box := value.get("bbox"):
                x0, top, x1, bottom = box
                value["bbox"] = (x0 + origin.left, top, x1 + origin.left, bottom)
        for part in value.values():
            _fold(part, origins)
    elif isinstance(value, list | tuple):
        for part in value:
            _fold(part, origins)
