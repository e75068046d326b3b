"""Agendas set as tables, or with codes at the right of their lines (families F5 and F6 of the format catalogue).

The labelled column is read like a list; what stands beside an entry are its papers.
`2. Migration to CEFACT    TRADE/R.650` and the table `Agenda item | Proposed dates | Documentation` are the same
thing to this reader.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from extractor.layout.blocks.metrics import Measures
from extractor.layout.blocks.model import Block, line_label
from extractor.layout.blocks.split import paragraphs
from extractor.layout.lines.model import Line
from extractor.layout.tables.geometry import TABLES
from extractor.layout.tables.model import Row
from extractor.layout.tables.pieces import Piece, cut
from extractor.layout.text import join_lines
from extractor.records import Struct, field, replace
from extractor.rules import rule
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.documents.blocks import from_block
from extractor.structure.documents.entry import is_none, symbols_in
from extractor.structure.documents.model import ListedDocument
from extractor.structure.documents.none_foreseen import foresees_none
from extractor.structure.documents.tables import symbol_head
from extractor.structure.vocabulary import is_prose, is_whole


class Unfolded(Struct, frozen=True):
    """Blocks in which lists stand for the tables that held them.

    Attributes:
        blocks: the blocks.
        beside: by entry, the documents that stand beside it.
        tabled: the entries of tables that have a column of papers.
        without: the entries of which a cell says that there is no document.
    """

    blocks: list[Block]
    beside: dict[Block, list[ListedDocument]] = field(default_factory=dict)
    tabled: set[Block] = field(default_factory=set)
    without: set[Block] = field(default_factory=set)


class _Listed(Struct, frozen=True):
    """A list set as a table, over one page or several: the lines of its entries, and those beside them."""

    first: list[Line]
    rest: list[Line]
    papers: bool  # a column is headed as that of papers


def unfold(blocks: Sequence[Block], measures: Measures) -> Unfolded:
    """Tables that hold a numbered list replaced by the list's blocks."""
    done = Unfolded([])
    at = 0
    while at < len(blocks):
        cut = _cut(blocks[at])
        if cut is None:
            done.blocks.append(blocks[at])
            at += 1
            continue
        end = at + 1
        while end < len(blocks) and next_page.applies(blocks[end - 1], blocks[end]):
            end += 1
        _unfold(_listed(blocks[at:end], cut), measures, done)
        at = end
    return done


def _unfold(table: _Listed, measures: Measures, done: Unfolded) -> None:
    """Add the blocks of one table to those that are done."""
    listed = paragraphs(table.first, replace(measures, right=_right(table.first)))
    found = _by_entry(listed, table.rest)
    if texts_beside.applies(found):
        below = {owner: paragraphs(lines, replace(measures, right=_right(lines))) for owner, lines in found}
        done.blocks.extend(block for owner in listed for block in (owner, *below.get(owner, ())))
        return
    done.blocks.extend(listed)
    if table.papers:
        done.tabled.update(listed)
    for owner, lines in found:
        papers = _papers(lines, measures)
        documents = [d for paper in papers for d in from_block(paper) if d.symbols]
        if documents:
            done.beside.setdefault(owner, []).extend(documents)
        elif any(no_paper.applies(paper) for paper in papers):
            done.without.add(owner)


def _right(lines: Sequence[Line]) -> float:
    """The right edge of some lines."""
    return max(line.x1 for line in lines)


def _cut(block: Block) -> int | None:
    """How many columns of a table hold the numbers and titles of a list, None for any other table."""
    table = block.table
    if table is None or len(table.columns) < 2:
        return None
    cut = 1
    first = _parts(block.lines, table.columns, 0, cut)
    if number_column.applies(first):
        cut = 2
        first = _parts(block.lines, table.columns, 0, cut)
    return None if not labelled.applies(first) or numbered_documents.applies(first) else cut


def _parts(lines: Sequence[Line], columns: Sequence[float], start: int, end: int) -> list[Line]:
    """The parts of lines that stand in the columns [start, end)."""
    left = columns[start] - TABLES.apart if start else float("-inf")
    right = columns[end] - TABLES.apart if end < len(columns) else float("inf")
    return [part for line in lines if (part := line.part(left, right))]


@rule(
    "agenda_table.cells_close",
    source="ILO: `Information` and `GB.350/INS/4` in narrow columns, with hardly a space between them",
    otherwise=None,
)
def cells_close(line: Line, columns: Sequence[float]) -> Line | None:
    """A line with a cell that fills one of these columns and goes on in the next is cut at the space between them."""
    for left, right in pairwise(columns):
        for at, cell in enumerate(line.cells):
            if abs(cell.x0 - left) <= SETTINGS.column and right < cell.x1:
                parts = [piece.cell for piece in cut(Piece(0, line, cell), right, right, 2 * cell.size)]
                if len(parts) > 1:
                    return line.with_cells(
                        [*line.cells[:at], parts[0], replace(parts[1], x0=right), *line.cells[at + 1 :]]
                    )
    return None


def _listed(blocks: Sequence[Block], columns: int) -> _Listed:
    """The list that tables hold of which each goes on with the one before it."""
    head = _head(blocks[0])
    papers = [column for column in head if papers_column.applies(head, column)]
    first: list[Line] = []
    rest: list[Line] = []
    for block in blocks:
        table = block.table
        assert table is not None
        lines = block.lines if block is blocks[0] else _without_head(block, head)
        first += _parts(lines, table.columns, 0, columns)
        lines = [cells_close.applies(line, table.columns[columns:]) or line for line in lines]
        kept = [c for c in range(columns, len(table.columns)) if not (papers and references_column.applies(head, c))]
        rest += [part for column in kept for part in _parts(lines, table.columns, column, column + 1)]
    return _Listed(first, sorted(rest, key=lambda line: (line.page, line.baseline)), bool(papers))


def _head(block: Block) -> dict[int, str]:
    """The heads of the columns of a table, empty where its first row is an entry."""
    table = block.table
    row = table.rows[0] if table is not None and table.rows else None
    if row is None or any(line_label(line) for line in row.lines[:1]) or row.text(0).rstrip(".").isdigit():
        return {}
    return {column: row.text(column) for column in row.cells}


def _without_head(block: Block, head: Mapping[int, str]) -> list[Line]:
    """The lines of a table without the row of heads that is repeated on its page."""
    table = block.table
    row = table.rows[0] if table is not None and table.rows else None
    if row is None or not head or not repeated_head.applies(head, row):
        return block.lines
    heights = {line.baseline for line in row.lines}
    return [line for line in block.lines if line.baseline not in heights]


def _by_entry(listed: Sequence[Block], rest: Sequence[Line]) -> list[tuple[Block, list[Line]]]:
    """The lines beside the list, each with the last entry that begins at its height or above."""
    found: list[tuple[Block, list[Line]]] = []
    for line in rest:
        height = (line.page, line.top + TABLES.aligned)
        owner = next((b for b in reversed(listed) if (b.page, b.lines[0].top) <= height), None)
        if owner is None:
            continue
        if found and found[-1][0] is owner:
            found[-1][1].append(line)
        else:
            found.append((owner, [line]))
    return found


def _papers(rest: Sequence[Line], measures: Measures) -> list[Block]:
    """Blocks of the columns beside one entry; each column is read by itself, so that its lines join."""
    columns: list[list[Line]] = []
    for line in rest:
        for cell in line.cells:
            part = line.part(cell.x0, cell.x0 + 0.1)
            if part is None:
                continue
            home = next((column for column in columns if abs(column[0].x0 - cell.x0) <= SETTINGS.column), None)
            if home is None:
                columns.append([part])
            else:
                home.append(part)
    blocks: list[Block] = []
    for column in columns:
        blocks += paragraphs(column, replace(measures, right=max(line.x1 for line in column)))
    return blocks


@rule("agenda_table.texts_beside", source="annotations in two columns: the titles of the items, and their texts beside")
def texts_beside(found: Sequence[tuple[Block, list[Line]]]) -> bool:
    """Sentences beside most of the entries are their text, and no papers."""
    return sum(is_prose(join_lines(lines)[0]) for _, lines in found) > len(found) / 2


# ---- which table is a list, and what stands beside its entries -------------------------------------------------------


@rule("agenda_table.labelled", source="catalogue 0, family F6: list, dates and documents in one table")
def labelled(first: Sequence[Line]) -> bool:
    """A column with several numbered lines is a list."""
    forms = [label.form for part in first if (label := line_label(part))]
    numbers, letters = sum(form in ("arabic", "decimal") for form in forms), forms.count("letter")
    return numbers > 0 and numbers + letters >= SETTINGS.least_labels


@rule("agenda_table.next_page", source="catalogue 0, family F6: tables of items that a page break parts")
def next_page(above: Block, block: Block) -> bool:
    """A table on the next page in the same columns goes on with the list."""
    one, other = above.table, block.table
    if one is None or other is None or block.page != above.lines[-1].page + 1 or len(one.columns) != len(other.columns):
        return False
    return all(abs(x0 - x1) <= TABLES.aligned for x0, x1 in zip(one.columns, other.columns, strict=True))


@rule("agenda_table.repeated_head", source="tables over pages: the heads of the columns on each of them")
def repeated_head(head: Mapping[int, str], row: Row) -> bool:
    """A first row that says the same as the heads of the table is no entry of the list."""
    return {column: row.text(column) for column in row.cells} == head


@rule("agenda_table.papers_column", source="catalogue 0, family F6: `Item | Title | Reference | Document`")
def papers_column(head: Mapping[int, str], column: int) -> bool:
    """The head of a column says documents: then symbols in the titles are mentions."""
    return symbol_head().search(head[column]) is not None


@rule("agenda_table.references_column", source="catalogue 0, family F6: `Item | Title | Reference | Document`")
def references_column(head: Mapping[int, str], column: int) -> bool:
    """Beside a column of documents, what stands under `Reference` or `Mandate` are mentions and no papers."""
    return column in head and is_whole(head[column], "columns", "reference")


@rule("agenda_table.no_paper", source="catalogue 0, family F6: a cell `No document` beside an item")
def no_paper(block: Block) -> bool:
    """A cell beside an entry says that it has no document."""
    return is_none(block.text) or foresees_none(block.text)


@rule("agenda_table.number_column", source="catalogue 0, family F6: `Item | Title | Reference | Document`")
def number_column(first: Sequence[Line]) -> bool:
    """Where the first column holds numbers alone, the titles are in the second."""
    return sum(part.text.rstrip(".").isdigit() for part in first) >= SETTINGS.least_labels


@rule("agenda_table.numbered_documents", source="lists of documents whose rows are numbered")
def numbered_documents(first: Sequence[Line]) -> bool:
    """Where most lines of the column hold symbols, the labels number documents and not items."""
    return sum(bool(symbols_in(part.text)) for part in first) > len(first) / 2
