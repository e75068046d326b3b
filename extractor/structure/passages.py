"""The running text of a paper in printed order: masthead, body, timetable, footnotes behind the page they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractor.layout.blocks.model import Block
from extractor.layout.footnotes.model import Footnote
from extractor.layout.tables.geometry import TABLES, column_of
from extractor.layout.tables.model import Table
from extractor.model import DateRole
from extractor.reading.page import BBox
from extractor.structure.vocabulary import is_whole

#: What the head of a column may say of the bare numbers below it.
CITED = ("resolution", "decision")
#: `71/3`, `2911 (XXVII)`, `XII/5`: the number of a resolution or decision (format catalogue 6.2).
_BARE_NUMBER = re.compile(r"\d{1,4}/\d|\d{1,4}\s?\([IVXLCDMS-]+\)|[IVXL]+/\d")


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A stretch of running text with its place: a block, a table cell, a footnote.

    Attributes:
        text: the text itself.
        page: the page where it begins, from 1.
        bbox: its box on that page.
        item: the number of the agenda item in whose text it stands.
        role: what the dates in it are dates of.
        noun: what the head of its column says of bare numbers (`Resolution number` over `71/3`), empty for none.
        block: the block that holds it, None for a footnote.
    """

    text: str
    page: int
    bbox: BBox
    item: str | None = None
    role: DateRole = "other"
    noun: str = ""
    block: Block | None = None


def passages_of(
    head: Iterable[Block],
    body: Iterable[Block],
    timed: Iterable[Block],
    owners: Mapping[Block, str | None],
    footnotes: Iterable[Footnote],
) -> list[Passage]:
    """All passages of a paper.

    Takes the blocks of the masthead, of the body and of the timetables, the item number of each block that belongs to
    an item, and the footnotes.
    """
    found: list[Passage] = []
    for block in head:
        found += _of_block(block, None, "meeting" if block.page == 1 else "other", None)
    roles: list[tuple[Block, DateRole]] = [(block, "other") for block in body]
    roles += [(block, "schedule") for block in timed]
    above: Block | None = None
    for block, role in sorted(roles, key=lambda pair: (pair[0].page, pair[0].bbox[1])):
        found += _of_block(block, owners.get(block), role, above)
        above = block
    found += [Passage(note.text, note.page, note.bbox) for note in footnotes]
    return sorted(found, key=lambda passage: passage.page)


def _of_block(block: Block, item: str | None, role: DateRole, above: Block | None) -> Sequence[Passage]:
    if block.table is None:
        return [Passage(block.text, block.page, block.bbox, item, role, "", block)]
    nouns = _cited(block.table, above)
    return [
        Passage(text, row.page, row.bbox, item, role, nouns.get(column, "") if _BARE_NUMBER.match(text) else "", block)
        for row in block.table.rows
        for column in sorted(row.cells)
        for text in [row.cells[column].text]
    ]


def _cited(table: Table, above: Block | None) -> dict[int, str]:
    """Columns of bare numbers of resolutions or decisions, by their heads; the head of one row may stand over it."""
    heads = [(column, cell.text) for row in table.rows[:1] for column, cell in row.cells.items()]
    if above is not None and above.table is None and len(above.lines[-1].cells) > 1:
        heads += [(column_of(cell.x0, table.columns, TABLES), cell.text) for cell in above.lines[-1].cells]
    return {at: kind for at, text in heads for kind in CITED if is_whole(text, "columns", kind)}
