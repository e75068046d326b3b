"""Agendas set as tables, or with codes at the right of their lines (families F5 and F6 of the format catalogue).

The labelled column is read like a list; what stands beside an entry are its papers.
`2. Migration to CEFACT    TRADE/R.650` and the table `Agenda item | Proposed dates | Documentation` are the same
thing to this reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractor.layout.blocks.metrics import Measures
from extractor.layout.blocks.model import Block, line_label, make_block
from extractor.layout.blocks.split import paragraphs
from extractor.layout.lines.model import Line
from extractor.layout.tables.geometry import TABLES
from extractor.structure.documents.blocks import from_block
from extractor.structure.documents.entry import symbols_in
from extractor.structure.documents.model import ListedDocument

#: So many labelled lines in one column make a table a list.
LEAST_LABELS = 2


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
            documents = _with_addenda(d for paper in _papers(lines, measures) for d in from_block(paper) if d.symbols)
            if documents:
                beside.setdefault(owner, []).extend(documents)
    return unfolded, beside


def _with_addenda(documents: Iterable[ListedDocument]) -> list[ListedDocument]:
    """Codes one a line: an addendum goes with the paper above it."""
    kept: list[ListedDocument] = []
    for one in documents:
        symbols = kept[-1].symbols if kept else []
        if symbols and all(symbol.startswith(f"{symbols[0]}/") for symbol in one.symbols):
            symbols += one.symbols
        else:
            kept.append(one)
    return kept


def _split(block: Block) -> tuple[list[Line], list[Line]] | None:
    """The lines of the labelled column and those of the columns beside it, None for any other table."""
    table = block.table
    if table is None or len(table.columns) < 2:
        return None
    edge = table.columns[1] - TABLES.apart
    first = [part for line in block.lines if (part := line.part(float("-inf"), edge))]
    if first and sum(part.text.rstrip(".").isdigit() for part in first) >= LEAST_LABELS and len(table.columns) > 2:
        edge = table.columns[2] - TABLES.apart  # the numbers have a column of their own
        first = [part for line in block.lines if (part := line.part(float("-inf"), edge))]
    labels = [label for part in first if (label := line_label(part)) and label.form in ("arabic", "decimal", "letter")]
    if len(labels) < LEAST_LABELS or not any(label.form != "letter" for label in labels):
        return None
    if sum(bool(symbols_in(part.text)) for part in first) > len(first) / 2:
        return None  # the labels number documents, not items
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
            home = next((column for column in columns if abs(column[0].x0 - cell.x0) <= 3 * TABLES.aligned), None)
            if home is None:
                columns.append([part])
            else:
                home.append(part)
    blocks: list[Block] = []
    for column in columns:
        if all(symbols_in(line.text) for line in column):
            blocks += [make_block([line]) for line in column]  # codes, one a line
        else:
            blocks += paragraphs(column, replace(measures, right=max(line.x1 for line in column)))
    return blocks
