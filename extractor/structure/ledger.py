"""The ledger: the whole paper in reading order, each printed word in exactly one block (contract: `blocks`).

Items, documents and entries of the timetable are views of it. It is made from what the parts of the paper were read
from; what none of them took is added where it stands, so that nothing that is printed is lost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from extractor.layout.arrange import Paper
from extractor.layout.blocks.model import Block, make_block
from extractor.layout.footnotes.model import Footnote
from extractor.layout.lines.model import Line, Mark
from extractor.layout.tables.model import Row, Table
from extractor.layout.text import join_at
from extractor.lexicon.folding import fold
from extractor.records import Struct, field, replace
from extractor.rules import rule
from extractor.structure.agenda.kinds import block_type
from extractor.structure.printed import LineKey, Piece, Printed, key_of
from extractor.structure.vocabulary import is_prose

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import BlockType, Role

#: A cell of the ledger stands for a cell of the page when it covers this share of its width.
COVERED = 0.5
#: A labelled text of more words is a paragraph, not an entry of a list that was missed.
LONGEST_ENTRY = 25
#: A title has this many characters at least to be looked for among the lines of the masthead.
LEAST_TITLE = 4


class Taken(Struct, frozen=True):
    """Which blocks of the layout the parts of the paper took.

    Attributes:
        agenda: the paper is taken for an agenda or for one of its companions.
        title: the title of the masthead.
        head: the blocks of the masthead.
        body: the blocks of the text.
        timed: the blocks of the timetables.
        owners: the item number of the blocks of the list and of the annotations.
        entries: the blocks that are entries of the list.
        annotations: the type of the blocks that are annotation.
        headings: the item number of the blocks that head the annotations of an item.
        listed: the lines of listed documents, and of items that rows of tables gave.
        numbers: the numbers of the items.
    """

    agenda: bool
    title: str | None
    head: Sequence[Block]
    body: Sequence[Block]
    timed: Sequence[Block]
    owners: Mapping[Block, str | None] = field(default_factory=dict)
    entries: Collection[Block] = ()
    annotations: Mapping[Block, BlockType] = field(default_factory=dict)
    headings: Mapping[Block, str | None] = field(default_factory=dict)
    listed: Collection[LineKey] = ()
    numbers: Collection[str] = ()


def ledger_of(paper: Paper, taken: Taken) -> list[Printed]:
    """All that the paper prints, page by page: running head, text in reading order, footnotes, foot."""
    size = paper.measures.body_size
    loose = _loose(taken)
    text = [_head(block, taken, size) for block in taken.head]
    text += with_heads(
        _merged(
            [one for block in taken.body for one in _parted(_body(block, taken, size), taken, loose)],
            [one for block in taken.timed for one in _parted(_made(block, "timetable", size), taken, loose)],
        )
    )
    notes = [_note(note) for note in paper.footnotes]
    text = _with_rest(paper, text, notes, taken, size)
    by_page: dict[int, list[Printed]] = {}
    for one in (*text, *notes):
        by_page.setdefault(one.page, []).append(one)
    found: list[Printed] = []
    for sheet in paper.sheets:
        found += _furniture(sheet.head)
        found += by_page.get(sheet.page.number, [])
        found += _doubted(sheet.doubted, taken)
        found += _furniture(sheet.foot)
    return found


def _merged(first: Sequence[Printed], second: Sequence[Printed]) -> list[Printed]:
    """Two runs of blocks as one, each in its own order, by the heights at which they begin."""
    found: list[Printed] = []
    at = 0
    for one in first:
        while at < len(second) and _height(second[at]) <= _height(one):
            found.append(second[at])
            at += 1
        found.append(one)
    return found + list(second[at:])


@rule("ledger.timetable_head", source="annexes set as tables: the heads of the columns stand over the first row")
def heads_timetable(one: Printed, below: Printed) -> bool:
    """A row that nothing took, right over a timetable on its page, has the heads of its columns."""
    is_row = one.role == "unassigned" and one.cells is not None and len(one.cells) == 1
    return is_row and below.role == "timetable" and below.cells is not None and below.page == one.page


def with_heads(blocks: Sequence[Printed]) -> list[Printed]:
    """The blocks, those that are the heads of timetables among them."""
    found = list(blocks)
    for at, (one, below) in enumerate(pairwise(blocks)):
        if heads_timetable.applies(one, below):
            found[at] = replace(one, role="timetable")
    return found


def _height(one: Printed) -> tuple[int, float]:
    first = one.pieces[0].lines[0]
    return first.page, first.top


# What a block is to the paper.


def _head(block: Block, taken: Taken, size: float) -> Printed:
    folded, title = fold(block.text), fold(taken.title or "")
    titled = len(folded) >= LEAST_TITLE and (folded in title or (title in folded and len(title) >= LEAST_TITLE))
    return _made(block, "title" if titled and block.table is None else "masthead", size)


def _body(block: Block, taken: Taken, size: float) -> Printed:
    item = taken.owners.get(block, taken.headings.get(block))
    if block in taken.entries:
        return _made(block, "list", size, item, "list_item")
    if block in taken.annotations:
        return _made(block, "annotation", size, item, taken.annotations[block])
    kind = "table" if block.table else block_type(block, size)
    if block in taken.headings or (kind == "heading" and not block.leader):
        return _made(block, "heading", size, item, "heading")
    if block.leader:
        return _made(block, "contents", size, item, "list_item")
    if block in taken.owners:
        return _made(block, "documentation" if item is not None else "list", size, item, kind)
    return _made(block, _other(block, taken), size, item, kind)


#: Annotations that are no blocks of the text, by where they begin.
Loose: TypeAlias = "Mapping[LineKey, tuple[Block, BlockType]]"


def _loose(taken: Taken) -> Loose:
    """The annotations that were read from rows of tables."""
    there = {*taken.body, *taken.timed}
    return {key_of(b.lines[0]): (b, kind) for b, kind in taken.annotations.items() if b not in there}


def _parted(one: Printed, taken: Taken, loose: Loose) -> list[Printed]:
    """A table, parted where a row is the annotation of an item: that is a block of its own, between two tables."""
    whole = one.block
    table = whole.table if whole is not None else None
    if whole is None or table is None or not loose:
        return [one]
    found: list[Printed] = []
    rows: list[Row] = []

    for row in table.rows:
        own = {at: loose[key] for at, cell in row.cells.items() if (key := key_of(cell.lines[0])) in loose}
        rest = {at: cell for at, cell in row.cells.items() if at not in own}
        if not own or rest:
            rows.append(replace(row, cells=rest) if own else row)
        if own:
            found += _part_of(whole, table, rows, one)
            rows = []
            found += [_annotation(block, kind, taken.owners.get(block)) for block, kind in own.values()]
    return [*found, *_part_of(whole, table, rows, one)] if found else [one]


def _part_of(block: Block, table: Table, rows: Sequence[Row], whole: Printed) -> list[Printed]:
    """The rows of a table as a table of their own."""
    if not rows:
        return []
    part = replace(table, rows=list(rows))
    lines = [line for row in rows for line in row.lines]
    return [of_table(replace(block, lines=lines, table=part), part, whole.role, whole.item)]


def _annotation(block: Block, kind: BlockType, item: str | None) -> Printed:
    number, skip = numbered(kind, block)
    text = block.text[skip:]
    return Printed("annotation", text, [Piece(0, len(text), block.lines, skip)], kind, number, item, None, block)


def _other(block: Block, taken: Taken) -> Role:
    """The role of what no item took: text, unless it is set like a part of an agenda that was not recognised."""
    table = block.table
    lines = [line for row in table.rows for line in row.lines] if table is not None else block.lines
    if any(key_of(line) in taken.listed for line in lines):
        return "documentation"
    if not taken.agenda or (table is None and _is_text(block, taken)):
        return "text"
    return "unassigned"


@rule("ledger.paragraph_number", source="annotated agendas count their paragraphs beside the items of the list")
def counts_paragraphs(number: str, numbers: Collection[str]) -> bool:
    """A block with the number of an item that was read is no missed item, but a paragraph of the text."""
    return number in numbers


def _is_text(block: Block, taken: Taken) -> bool:
    """Whether a block is a paragraph or a line of its own, and not an entry of a list that was missed."""
    label = block.label
    if label is None or label.form == "bullet" or block.text.endswith((":", "：")):  # what leads in a quotation
        return True
    if counts_paragraphs.applies(label.value, taken.numbers):
        return True
    return is_prose(block.text) or len(block.body.split()) > LONGEST_ENTRY


# How blocks, notes and furniture are written down.


def numbered(kind: BlockType, block: Block) -> tuple[str | None, int]:
    """The label of a block that stands apart from its text, and how many characters of the block it takes."""
    label = block.label
    if label is None or label.item or block.table is not None:
        return None, 0
    skip = len(block.text) - len(block.body)
    if kind == "paragraph" and label.form in ("arabic", "decimal"):
        return label.value, skip
    if kind == "list_item" and label.form == "bullet":
        return None, skip
    return None, 0


def _made(block: Block, role: Role, size: float, item: str | None = None, kind: BlockType | None = None) -> Printed:
    if block.table is not None:
        return of_table(block, block.table, role, item)
    kind = kind or block_type(block, size)
    number, skip = numbered(kind, block)
    text = block.text[skip:]
    pieces = [Piece(0, len(text), block.lines, skip)]
    if block.leader:
        whole, _ = join_at(block.lines)
        if page := whole[len(block.text) :].strip(" .…·"):
            pieces.append(Piece(len(text) + 1, len(page), block.lines, whole.rindex(page)))
            text = f"{text} {page}"
    marks = [Mark(mark.sign, max(mark.offset - skip, 0)) for mark in block.marks]
    return Printed(role, text, pieces, kind, number, item, None, block, None, marks)


def of_table(block: Block, table: Table, role: Role, item: str | None) -> Printed:
    """A table with its cells."""
    text = ""
    pieces: list[Piece] = []
    marks: list[Mark] = []
    for row in table.rows:
        for column in sorted(row.cells):
            cell = row.cells[column]
            words = cell.text
            text += " " if text else ""
            pieces.append(Piece(len(text), len(words), cell.lines))
            marks += [Mark(mark.sign, len(text) + mark.offset) for line in cell.lines for mark in line.marks]
            text += words
    rows = [[row.text(column) for column in range(len(table.columns))] for row in table.rows]
    return Printed(role, text, pieces, "table", None, item, rows, block, None, marks)


def _note(note: Footnote) -> Printed:
    text = note.text
    return Printed("footnote", text, [Piece(0, len(text), note.lines)], "paragraph", note.sign, None, None, None, note)


def _furniture(lines: Iterable[Line]) -> list[Printed]:
    return [plain([line], "furniture") for line in lines]


def _doubted(lines: Sequence[Line], taken: Taken) -> list[Printed]:
    """The text of a page that is not trusted, in one block: what is said in it cannot tell where a paragraph ends."""
    return [replace(plain(lines, "unassigned" if taken.agenda else "text"), in_doubt=True)] if lines else []


def plain(lines: Sequence[Line], role: Role) -> Printed:
    """Lines as they stand, without any more to say of them."""
    text, _ = join_at(lines)
    return Printed(role, text, [Piece(0, len(text), lines)])


# What no part took.


def _with_rest(
    paper: Paper, text: Sequence[Printed], notes: Sequence[Printed], taken: Taken, size: float
) -> list[Printed]:
    """The blocks of the text, with those cells of the page put in where they stand that none of them holds."""
    covered: dict[tuple[int, float], list[tuple[float, float]]] = {}
    for one in (*text, *notes):
        for piece in one.pieces:
            for line in piece.lines:
                covered.setdefault((line.page, line.baseline), []).extend([(cell.x0, cell.x1) for cell in line.cells])
    missed: list[Line] = []
    for sheet in paper.sheets:
        for line in (*sheet.body, *sheet.notes):
            spans = covered.get((line.page, line.baseline), ())
            for cell in line.cells:
                if cell.x0 < cell.x1 and (cell.x0, cell.x1) in spans:
                    continue  # as nearly all
                reach = sum(max(min(cell.x1, x1) - max(cell.x0, x0), 0.0) for x0, x1 in spans)
                if cell.text and reach <= COVERED * (cell.x1 - cell.x0) and (part := line.part(cell.x0, cell.x1)):
                    missed.append(part)
    rest = [make_block([line]) for line in missed]
    return _merged(text, [_made(block, _other(block, taken), size) for block in rest])
