"""How clearly a row of the masthead is set off from the rows above it, as titles are."""

from __future__ import annotations

from extractor.rules import rule
from extractor.structure.masthead.model import Row
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import names_title


@rule("title.ends_flush", source="WFP: item line and its title at the right, lines ending at one edge")
def ends_flush(row: Row, reference: Row) -> bool:
    """Two rows set against one right edge are not set off from one another by where they begin."""
    return abs(row.x1 - reference.x1) < SETTINGS.right_edge


def set_off(row: Row, reference: Row, before: Row) -> int:
    """The signs of a title: larger type counts two; indent, gap and words one each."""
    score = 2 if row.size - reference.size >= SETTINGS.larger else 0
    if ends_flush.applies(row, reference):
        return score
    score += abs(row.x0 - reference.x0) >= SETTINGS.title_indent
    score += before.column != row.column or row.gap(before) >= SETTINGS.title_gap
    score += names_title(row.text)
    return score
