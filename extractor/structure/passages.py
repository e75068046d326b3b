"""The running text of a paper in printed order: the blocks of the ledger, cell by cell where they are tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from extractor.built import compiled
from extractor.layout.blocks.model import Block
from extractor.layout.places import Place
from extractor.layout.tables.geometry import TABLES, column_of
from extractor.layout.tables.model import Table
from extractor.reading.page import BBox
from extractor.records import Struct
from extractor.rules import rule
from extractor.structure.printed import Printed
from extractor.structure.vocabulary import is_whole

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import DateRole

#: What the head of a column may say of the bare numbers below it.
CITED = ("resolution", "decision")
#: `71/3`, `2911 (XXVII)`, `XII/5`: the number of a resolution or decision (format catalogue 6.2).
_BARE_NUMBER = compiled(r"\d{1,4}/\d|\d{1,4}\s?\([IVXLCDMS-]+\)|[IVXL]+/\d")

_NUMBERED_HEADING = compiled(r"(?P<session>\d{2}|20\d\d|19\d\d)/(?P<number>\d{1,3})\.\s+[^\W\d_]")
#: Long headings are text.
_HEADED = ("heading", "text")
#: Decisions of the Economic and Social Council are numbered from 201 on in each year, those of the General Assembly
#: from 401 on in each session.
FIRST_OF_COUNCIL, FIRST_OF_ASSEMBLY = 201, 401


class Passage(Struct, frozen=True, eq=False):
    """A stretch of running text with its place: a block, a table cell, a footnote.

    Attributes:
        text: the text itself.
        page: the page where it begins, from 1.
        bbox: its box on that page.
        item: the number of the agenda item in whose text it stands.
        role: what the dates in it are dates of.
        noun: what the head of its column says of bare numbers (`Resolution number` over `71/3`), empty for none.
        printed: the block of the ledger that holds it.
        base: at which character of that block's text it begins; less than 0 where its label stands apart.
    """

    text: str
    page: int
    bbox: BBox
    item: str | None
    role: DateRole
    noun: str
    printed: Printed
    base: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """From which to which character of the block's text a stretch of the passage reaches."""
        return max(self.base + start, 0), max(self.base + end, 0)

    def places(self, start: int, end: int) -> list[Place]:
        """The boxes of a stretch of the passage, one a line."""
        return self.printed.places(*self.span(start, end))


def passages_of(ledger: Iterable[Printed]) -> list[Passage]:
    """All passages of a paper, in printed order. Furniture and text in doubt are none."""
    found: list[Passage] = []
    above: Block | None = None
    for one in ledger:
        if one.role == "furniture" or one.in_doubt:
            continue
        found += _of(one, above)
        above = one.block if one.block is not None and one.role not in ("masthead", "title") else above
    return found


def _role(one: Printed) -> DateRole:
    if one.role in ("masthead", "title"):
        return "meeting" if one.page == 1 else "other"
    return "schedule" if one.role == "timetable" else "other"


def _of(one: Printed, above: Block | None) -> Sequence[Passage]:
    role, block = _role(one), one.block
    if block is None or block.table is None:
        text = block.text if block is not None else one.text
        page, bbox = one.boxes[0]
        noun = own_number.applies(text) if block is not None and block.bold and one.role in _HEADED else ""
        return [Passage(text, page, bbox, one.item, role, noun, one, min(one.pieces[0].offset - one.pieces[0].skip, 0))]
    nouns = _cited(block.table, above)
    rows = [(row, column) for row in block.table.rows for column in sorted(row.cells)]
    found = []
    for piece, (row, column) in zip(one.pieces, rows, strict=True):
        text = row.cells[column].text
        noun = nouns.get(column, "") if _BARE_NUMBER.match(text) else ""
        found.append(Passage(text, row.page, row.bbox, one.item, role, noun, one, piece.offset))
    return found


@rule(
    "passages.own_number",
    source="reports of the Council: `2033/231. Title`; its decisions are numbered from 201 on, the Assembly's from 401",
    otherwise="",
)
def own_number(text: str) -> str:
    """What a heading numbers that begins with the number of a resolution or decision."""
    found = _NUMBERED_HEADING.match(text)
    if found is None:
        return ""
    first = FIRST_OF_COUNCIL if len(found["session"]) == len("2033") else FIRST_OF_ASSEMBLY
    return "decision" if int(found["number"]) >= first else "resolution"


def _cited(table: Table, above: Block | None) -> dict[int, str]:
    """Columns of bare numbers of resolutions or decisions, by their heads; the head of one row may stand over it."""
    heads = [(column, cell.text) for row in table.rows[:1] for column, cell in row.cells.items()]
    if above is not None and above.table is None and len(above.lines[-1].cells) > 1:
        heads += [(column_of(cell.x0, table.columns, TABLES), cell.text) for cell in above.lines[-1].cells]
    return {at: kind for at, text in heads for kind in CITED if is_whole(text, "columns", kind)}
