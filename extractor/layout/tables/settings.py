"""Thresholds of tables: what is one, where it begins and ends, and what its rows are."""

from __future__ import annotations

from extractor.records import Struct


class TableSettings(Struct, frozen=True):
    """Thresholds of tables; heights in line pitches, lengths in points where not said otherwise."""

    #: A column has cells on at least this many lines, and a table as many rows.
    least_rows: int = 2
    #: Lines of one table stand no further apart than this.
    furthest: float = 4.2
    #: The next cell of a column stands closer than this.
    dense: float = 9.0
    #: A heading set over the whole width may cross an edge: one line in so many.
    crossing: int = 8
    #: The wrapped rest of a cell stands no further below than this ...
    wrapped: float = 1.3
    #: ... below one of the lines that are no further above than this, of the last so many.
    near: float = 1.5
    near_lines: int = 3
    #: The first line of a cell that begins above its row is no larger than the row by so many points.
    same_size: float = 0.3
    #: A table of so many lines may have headings of groups in it, which stand no further above a row than this.
    grouped_rows: int = 6
    group_gap: float = 2.2
    #: Sizes of such headings differ by less than this.
    group_size: float = 0.5
    #: A tagged table that begins in this share of the first page is the masthead.
    masthead: float = 0.3
    #: Borders of rows are longer than this and stand so far around the table at most.
    row_rule: float = 20.0
    around: float = 6.0
    #: So many borders part rows, of which so many stand within the table.
    least_borders: int = 3
    least_inside: int = 2
    #: A line stands above a border when this share of its size above its baseline does.
    middle: float = 0.3
    #: More than this below the last line of the row begins a row; less than `centred` is set in the middle of its row.
    row_gap: float = 1.3
    centred: float = 0.85
    #: A table of so many columns may show by the room left in its cells where rows begin.
    least_full: int = 3
    #: Cells of a fresh row stand below those of their columns by more than this.
    below: float = 0.5

    #: A heading larger than the rows by this factor stands over what comes next.
    larger: float = 1.15


TABLE = TableSettings()
