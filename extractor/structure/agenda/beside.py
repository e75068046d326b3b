"""What stands at the right of an entry of the list: codes of its papers, or what it is for (format catalogue 2.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.grammar.citations import find_citations
from extractor.layout.blocks.model import Block, make_block
from extractor.layout.lines.model import Cell, Line
from extractor.layout.text import join_lines
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
    beside = [_Column(cells) for cells in _columns_at_right(block)]
    kinds = {place: kind for column in beside for place, kind in column.kinds()}
    for at, line in enumerate(block.lines):
        left = [cell for place, cell in _cells(at, line) if place not in kinds]
        if left:
            lines.append(line.only(left))
    documents: list[ListedDocument] = []
    for column in beside:
        own = [
            block.lines[place[0]].only([cell])
            for place, cell in column.cells
            if kinds.get(place, mandate) is not mandate
        ]
        documents += papers_of(join_lines(own)[0], own) if own else []
    return Entry(make_block(lines).body if lines else "", lines, documents)


#: Where a cell stands in a block: its line and its place in it.
Place = tuple[int, int]


class _Column(Struct, frozen=True):
    """Cells at the right of an entry that begin at one edge, from top to bottom."""

    cells: Sequence[tuple[Place, Cell]]

    def kinds(self) -> Iterator[tuple[Place, Rule[[str], bool]]]:
        """The cells that are no part of the title, with the rule that says so.

        Codes that go on below (`TRADE/R.3 and` / `Add.1`) are read as one text.
        """
        whole = first(BESIDE, " ".join([cell.text for _, cell in self.cells])) if len(self.cells) > 1 else None
        for place, cell in self.cells:
            kind = whole or first(BESIDE, cell.text)
            if kind is not None:
                yield place, kind


def _cells(at: int, line: Line) -> Iterator[tuple[Place, Cell]]:
    return (((at, column), cell) for column, cell in enumerate(line.cells))


def _columns_at_right(block: Block) -> list[list[tuple[Place, Cell]]]:
    """The cells of a block that stand right of its text, by the edge at which they begin."""
    found: list[list[tuple[Place, Cell]]] = []
    for at, line in enumerate(block.lines):
        for place, cell in _cells(at, line):
            if not _stands_right(block, cell):
                continue
            home = next((one for one in found if abs(one[0][1].x0 - cell.x0) <= SETTINGS.column), None)
            if home is None:
                found.append([(place, cell)])
            else:
                home.append((place, cell))
    return found


def _stands_right(block: Block, cell: Cell) -> bool:
    """Whether a cell stands to the right of where the text of the entry begins."""
    return cell.x0 > block.text_x + SETTINGS.column
