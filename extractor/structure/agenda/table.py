"""Agendas set as tables, or with codes at the right of their lines (families F5 and F6 of the format catalogue).

The labelled column is read like a list; what stands beside an entry are its papers.
`2. Migration to CEFACT    TRADE/R.650` and the table `Agenda item | Proposed dates | Documentation` are the same
thing to this reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.layout.blocks.metrics import Measures
from extractor.layout.blocks.model import Block, line_label
from extractor.layout.blocks.split import paragraphs
from extractor.layout.lines.model import Line
from extractor.layout.tables.geometry import TABLES
from extractor.rules import rule
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.documents.blocks import from_block
from extractor.structure.documents.entry import symbols_in
from extractor.structure.documents.model import ListedDocument


def unfold(blocks: Sequence[Block], measures: Measures) -> tuple[list[Block], dict[Block, list[ListedDocument]]]:
    """Tables that hold a numbered list replaced by the list's blocks.

    Returns the blocks and, by block, the documents that stand beside it.
    """
    unfolded: list[Block] = []
    beside: dict[Block, list[ListedDocument]] = {}
    for block in blocks:
        parts = _split(block)
        if parts is None:
            unfolded.append(block)
            continue
        first, rest = parts
        listed = paragraphs(first, replace(measures, right=max(line.x1 for line in first)))
        unfolded += listed
        for owner, lines in _by_entry(listed, rest):
            documents = [d for paper in _papers(lines, measures) for d in from_block(paper) if d.symbols]
            if documents:
                beside.setdefault(owner, []).extend(documents)
    return unfolded, beside


def _split(block: Block) -> tuple[list[Line], list[Line]] | None:
    """The lines of the labelled column and those of the columns beside it, None for any other table."""
    table = block.table
    if table is None or len(table.columns) < 2:
        return None
    edge = table.columns[1] - TABLES.apart
    first = [part for line in block.lines if (part := line.part(float("-inf"), edge))]
    if len(table.columns) > 2 and number_column.applies(first):
        edge = table.columns[2] - TABLES.apart
        first = [part for line in block.lines if (part := line.part(float("-inf"), edge))]
    if not labelled.applies(first) or numbered_documents.applies(first):
        return None
    return first, [part for line in block.lines if (part := line.part(edge, float("inf")))]


def _by_entry(listed: Sequence[Block], rest: Sequence[Line]) -> list[tuple[Block, list[Line]]]:
    """The lines beside the list, each with the last entry that begins at its height or above."""
    found: list[tuple[Block, list[Line]]] = []
    for line in rest:
        owner = next((b for b in reversed(listed) if b.lines[0].top <= line.top + TABLES.aligned), None)
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


# ---- which table is a list, and what stands beside its entries -------------------------------------------------------


@rule("agenda_table.labelled", source="catalogue 0, family F6: list, dates and documents in one table")
def labelled(first: Sequence[Line]) -> bool:
    """A column with several numbered lines is a list."""
    forms = [label.form for part in first if (label := line_label(part))]
    numbers, letters = sum(form in ("arabic", "decimal") for form in forms), forms.count("letter")
    return numbers > 0 and numbers + letters >= SETTINGS.least_labels


@rule("agenda_table.number_column", source="catalogue 0, family F6: `Item | Title | Reference | Document`")
def number_column(first: Sequence[Line]) -> bool:
    """Where the first column holds numbers alone, the titles are in the second."""
    return sum(part.text.rstrip(".").isdigit() for part in first) >= SETTINGS.least_labels


@rule("agenda_table.numbered_documents", source="lists of documents whose rows are numbered")
def numbered_documents(first: Sequence[Line]) -> bool:
    """Where most lines of the column hold symbols, the labels number documents and not items."""
    return sum(bool(symbols_in(part.text)) for part in first) > len(first) / 2
