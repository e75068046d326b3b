"""Lines -> blocks in reading order: tables are one block each, the lines between them are split."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.blocks.metrics import Measures
from extractor.layout.blocks.model import Block, table_block
from extractor.layout.blocks.split import paragraphs
from extractor.layout.lines.model import Line
from extractor.layout.tables.find import find_tables
from extractor.reading.page import Rule


def blocks_of(
    lines: Sequence[Line],
    rules: dict[int, list[Rule]],
    measures: Measures,
) -> list[Block]:
    """The blocks of the given body lines, in order; tables are one block each."""
    tables = find_tables(lines, rules, measures.usual)
    blocks: list[Block] = []
    at = 0
    for table in tables:
        blocks += paragraphs(lines[at : table.start], measures)
        blocks.append(table_block(lines[table.start : table.end], table))
        at = table.end
    blocks += paragraphs(lines[at:], measures)
    return blocks
