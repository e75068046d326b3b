"""Tables, ruled or not: as grids of drawn lines, by the left edges that cells share, as lines that share columns.

A table without drawn lines is a run of lines in which several lines have a cell at the same left edge with a gap before
it, and no other line of the run crosses that edge. Labels at the left of list entries make no column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from extractor.layout.lines.model import Line
from extractor.layout.tables.aligned import aligned_tables
from extractor.layout.tables.as_tables import tables_of
from extractor.layout.tables.looks import is_no_table
from extractor.layout.tables.model import Table
from extractor.layout.tables.regions import drawn_grids, run_grids
from extractor.layout.tables.tagged import TaggedTable, tagged_grids
from extractor.layout.tables.weigh import weighed
from extractor.reading.page import Rule

Pitch = Callable[[float], float]


def find_tables(
    lines: Sequence[Line],
    rules: dict[int, list[Rule]],
    pitch: Pitch,
    tagged: Mapping[int, Sequence[TaggedTable]] = MappingProxyType({}),
) -> list[Table]:
    """The tables among the given body lines, in order, not overlapping; a table over pages gives one a page.

    `rules` are the drawn lines of the pages, `pitch` the usual line pitch of a size, `tagged` what tags call tables.
    """
    tables: list[Table] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].page == lines[at].page:
            end += 1
        page = lines[at].page
        found = _of_page(lines, at, end, rules.get(page, []), pitch)
        own = tagged.get(page)
        tables += weighed(found, tables_of(tagged_grids(lines[at:end], own), lines[at:end], at)) if own else found
        at = end
    return tables


def _of_page(lines: Sequence[Line], start: int, end: int, rules: list[Rule], pitch: Pitch) -> list[Table]:
    """The tables among the lines [start, end), which are of one page: drawn ones first, then what these leave."""
    page = lines[start:end]
    grids = drawn_grids(page, rules) if rules else []
    found = tables_of(grids, page, start)
    for first, behind in _between(found, start, end):
        made = aligned_tables(lines, first, behind, rules, pitch)
        found += [table for table in made if not is_no_table(table, lines[table.start : table.end])]
    runs = tables_of(run_grids(page, grids), page, start)
    found += [run for run in runs if all(run.start >= table.end or run.end <= table.start for table in found)]
    return sorted(found, key=lambda table: table.start)


def _between(tables: Iterable[Table], start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of the lines [start, end) that are of no table."""
    edges = [start, *(edge for table in sorted(tables, key=lambda table: table.start) for edge in table.range), end]
    return [(first, behind) for first, behind in zip(edges[::2], edges[1::2], strict=True) if first < behind]
