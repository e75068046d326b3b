"""Lines -> blocks in reading order: tables are one block each, the lines between them are split."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.layout.blocks.metrics import Measures
from extractor.layout.blocks.model import Block, table_block
from extractor.layout.blocks.split import paragraphs
from extractor.layout.lines.model import Line
from extractor.layout.tables.find import find_tables
from extractor.layout.tables.tagged import TaggedTable
from extractor.reading.page import Rule


def blocks_of(
    lines: Sequence[Line],
    rules: dict[int, list[Rule]],
    measures: Measures,
    tagged: Mapping[int, Sequence[TaggedTable]] | None = None,
) -> list[Block]:
    """The blocks of the given body lines, in order; tables are one block each.

    `rules` are the drawn lines of the pages, `tagged` what their tags call tables.
    """
    tables = find_tables(lines, rules, measures.usual, tagged or {})
    blocks: list[Block] = []
    at = 0
    for table in tables:
        blocks += paragraphs(lines[at : table.start], measures)
        blocks.append(table_block(lines[table.start : table.end], table))
        at = table.end
    blocks += paragraphs(lines[at:], measures)
    return blocks
