"""A listed document."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.reading.page import BBox


@dataclass(slots=True)
class ListedDocument:
    """A document listed for an item or for the paper.

    Its title as printed (None for a bare code), its symbols, where it stands.
    """

    title: str | None
    symbols: list[str]
    page: int
    bbox: BBox
