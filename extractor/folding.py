"""The result of a paper with two pages on a sheet, in the terms of the sheets of the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.model.drafts import Agenda, moved
from extractor.records import replace

if TYPE_CHECKING:
    from extractor.layout.halves import Origin
    from extractor.reading.page import BBox


def folded(agenda: Agenda, origins: Sequence[Origin], pages: int) -> Agenda:
    """The result with the page of the file wherever it names one, and boxes where they stand on it."""

    def onto(page: int, box: BBox | None) -> tuple[int, BBox | None]:
        if page > len(origins):
            return page, box
        origin = origins[page - 1]
        if box is not None:
            box = (box[0] + origin.left, box[1], box[2] + origin.left, box[3])
        return origin.page, box

    there = moved(agenda, onto)
    return replace(there, source=replace(there.source, pages=pages))
