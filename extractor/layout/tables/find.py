"""Tables, ruled or not: by the borders of their cells, as grids of drawn lines, by the left edges that cells share.

A table without drawn lines is a run of lines in which several lines have a cell at the same left edge with a gap before
it, and no other line of the run crosses that edge. Labels at the left of list entries make no column.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.layout.lines.model import Line
from extractor.layout.tables.aligned import aligned_tables
from extractor.layout.tables.as_tables import tables_of
from extractor.layout.tables.model import Table
from extractor.layout.tables.regions import drawn_grids
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
        for table in _drawn(lines, at, page_end, own, pitch):
            tables += aligned_tables(lines, at, table.start, own, pitch)
            tables.append(table)
            at = table.end
        tables += aligned_tables(lines, at, page_end, own, pitch)
        at = page_end
    return tables


def _drawn(
    lines: Sequence[Line], start: int, end: int, rules: list[Rule], pitch: Callable[[float], float]
) -> list[Table]:
    """The tables of a page that have drawn lines: by the borders of their cells, and grids of what these leave."""
    if not rules:
        return []
    page = lines[start:end]
    ruled = ruled_tables(lines, start, end, rules, pitch)
    grids = tables_of(drawn_grids(page, rules), page, start)
    others = [one for one in grids if all(one.start >= table.end or one.end <= table.start for table in ruled)]
    return sorted([*ruled, *others], key=lambda table: table.start)
