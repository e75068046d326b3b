"""Two witnesses of the cells of a table: where its words and borders stand, and the tags of the page."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.tables.model import Table
from extractor.records import replace
from extractor.rules import rule


@rule("tags.alone", source="Word files set lists, mastheads and whole pages as tables, for the sake of their places")
def is_layout(found: Sequence[Table]) -> bool:
    """What nothing but the tags calls a table is none: its words do not stand as those of a table do."""
    return not found


@rule("tags.drawn", source="what is drawn around cells is seen by everybody who reads the page, and tags are not")
def is_drawn(found: Sequence[Table]) -> bool:
    """A table with upright lines between its cells is as drawn."""
    return any(table.rule == "grids.frame" for table in found)


def weighed(found: Sequence[Table], tagged: Sequence[Table]) -> list[Table]:
    """The tables of a page in order, where `tagged` ones, which hold the same lines, have a say in their cells."""
    kept = {table.start: table for table in found}
    for table in tagged:
        own = [one for one in found if one.start < table.end and one.end > table.start]
        if is_layout.applies(own):
            continue
        if len(own) == 1 and own[0].range == table.range and texts_of(own[0]) == texts_of(table):
            kept[own[0].start] = replace(own[0], tags="agree")
        elif is_drawn.applies(own):
            kept |= {one.start: replace(one, tags="refused", other=_size([table])) for one in own}
        else:
            for one in own:
                if one.start in kept and kept[one.start] is one:
                    del kept[one.start]
            kept[table.start] = replace(table, tags="followed", other=_size(own))
    return sorted(kept.values(), key=lambda table: table.start)


def texts_of(table: Table) -> list[list[str]]:
    """The texts of the cells, row by row."""
    return [[row.text(column) for column in range(len(table.columns))] for row in table.rows]


def _size(tables: Sequence[Table]) -> tuple[int, int]:
    """How many rows, and at most how many columns, tables have."""
    return sum(len(table.rows) for table in tables), max((len(table.columns) for table in tables), default=0)
