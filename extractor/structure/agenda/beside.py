"""What stands at the right of an entry of the list: codes of its papers, or what it is for (format catalogue 2.3)."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.grammar.citations import find_citations
from extractor.layout.blocks.model import Block, make_block
from extractor.layout.lines.model import Cell, Line
from extractor.records import Struct, field
from extractor.rules import Rule, first, rule
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.documents.entry import is_code_line, papers_of
from extractor.structure.documents.model import ListedDocument
from extractor.structure.vocabulary import has_figure, is_purpose_line


class Entry(Struct, frozen=True):
    """The text of an entry without what stands at its right, and the papers named there."""

    text: str
    lines: Sequence[Line]
    documents: list[ListedDocument] = field(default_factory=list)


@rule("agenda_list.codes_at_right", source="catalogue 2.3: `2. Adoption of the agenda … TRADE/WP.7/R.231`")
def codes(text: str) -> bool:
    """Symbols of papers alone, in a cell of their own."""
    return has_figure(text) and is_code_line(text)


@rule("agenda_list.purpose_at_right", source="boards of agencies: `For decision` in a column at the right")
def purpose(text: str) -> bool:
    """What the item is for, in a cell of its own."""
    return is_purpose_line(text)


@rule("agenda_list.mandate_at_right", source="UNESCO: `8. Lamps   99 EX/Decision 27` in the column of references")
def mandate(text: str) -> bool:
    """Resolutions or decisions alone, in a cell of their own."""
    if "/" not in text or len(text) > SETTINGS.longest_mandate:
        return False
    cited = find_citations(text, provisions=False)
    return bool(cited) and cited[0].start == 0 and cited[-1].end == len(text.rstrip())


#: What a cell at the right of an entry may hold that is no part of its title.
BESIDE: tuple[Rule[[str], bool], ...] = (mandate, codes, purpose)


def without_beside(block: Block) -> Entry:
    """The text of an entry behind its label, without codes and purposes in cells at its right."""
    if all(len(line.cells) < 2 and line.x0 <= block.text_x + SETTINGS.column for line in block.lines):
        return Entry(block.body, block.lines)
    lines: list[Line] = []
    documents: list[ListedDocument] = []
    for line in block.lines:
        found = [(cell, first(BESIDE, cell.text)) for cell in line.cells if _stands_right(block, cell)]
        right = [(cell, kind) for cell, kind in found if kind is not None]
        left = [cell for cell in line.cells if all(cell is not other for other, _ in right)]
        if left:
            lines.append(line.only(left))
        papers = [cell for cell, kind in right if kind is not mandate]
        if papers:
            own = line.only(papers)
            documents += papers_of(own.text, [own])
    return Entry(make_block(lines).body if lines else "", lines, documents)


def _stands_right(block: Block, cell: Cell) -> bool:
    """Whether a cell stands to the right of where the text of the entry begins."""
    return cell.x0 > block.text_x + SETTINGS.column
