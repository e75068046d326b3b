"""Tables, ruled or not: columns by the left edges that cells share, rows by rules or by the first column.

A table is a run of lines in which several lines have a cell at the same left edge with a gap before it, and no other
line of the run crosses that edge. Labels at the left of list entries make no column.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.layout.lines.model import Line
from extractor.layout.tables.aligned import aligned_tables
from extractor.layout.tables.model import Table
from extractor.layout.tables.ruled import ruled_tables
from extractor.reading.page import Rule


def find_tables(lines: Sequence[Line], rules: dict[int, list[Rule]], pitch: Callable[[float], float]) -> list[Table]:
    """The tables among the given body lines, in order, not overlapping; a table over pages gives one a page."""
    tables: list[Table] = []
    at = 0
    while at < len(lines):
        page_end = at
        while page_end < len(lines) and lines[page_end].page == lines[at].page:
            page_end += 1
        own = rules.get(lines[at].page, [])
        ruled = ruled_tables(lines, at, page_end, own, pitch)
        for table in ruled:
            tables += aligned_tables(lines, at, table.start, own, pitch)
            tables.append(table)
            at = table.end
        tables += aligned_tables(lines, at, page_end, own, pitch)
        at = page_end
    return tables
