"""Tables that a page break cuts, made one block of the ledger: one head, and the two parts of a cut row joined."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extractor.layout.tables.geometry import TABLES
from extractor.layout.tables.model import Row, Table
from extractor.records import Struct, replace
from extractor.rules import rule
from extractor.structure.ledger import of_table, plain
from extractor.structure.printed import Printed

#: What stands at the edges of pages, between the parts of a table.
_BETWEEN = ("furniture", "footnote")
#: The heads of columns take so many rows at most.
_HEAD_ROWS = 3


class _Run(Struct):
    """The parts of a table on following pages.

    Attributes:
        parts: its blocks, in order.
        table: the table of the first, with the rows of all.
    """

    parts: list[Printed]
    table: Table

    @classmethod
    def of(cls, first: Printed) -> _Run | None:
        """What a block begins; None where it is no table."""
        table = _table_of(first)
        return None if table is None else cls([first], replace(table, rows=[*table.rows]))

    def take(self, below: Printed) -> list[Printed] | None:
        """Take a block that is the next part; gives the heads that it prints again, None where it is no part."""
        two = _table_of(below)
        if two is None or not _may_go_on(self.parts[-1], below) or not is_one_table.applies(self.table, two):
            return None
        count = repeated_head.applies(self.table, two)
        rows = self.table.rows
        for at, row in enumerate(two.rows[count:]):
            if at == 0 and rows and goes_on.applies(rows[-1], row):
                rows[-1] = _whole_row(rows[-1], row)
            else:
                rows.append(row)
        self.parts.append(below)
        return [plain(row.lines, "furniture") for row in two.rows[:count]]

    def whole(self) -> Printed:
        """All parts as one block."""
        first, table = self.parts[0], self.table
        if len(self.parts) == 1 or first.block is None:
            return first
        block = replace(first.block, lines=[line for row in table.rows for line in row.lines], table=table, _bbox=None)
        parts = [part for each in self.parts for part in (each.block, *each.parts) if part is not None]
        return replace(of_table(block, table, first.role, first.item), parts=parts)


def with_whole_tables(ledger: Sequence[Printed]) -> list[Printed]:
    """The ledger, the parts of a table on following pages one block; a head that is printed again is furniture."""
    found: list[Printed] = []
    runs: list[tuple[int, _Run]] = []  # with where each stands
    run: _Run | None = None
    for one in ledger:
        if one.role in _BETWEEN:
            found.append(one)
        elif run is not None and (heads := run.take(one)) is not None:
            found += heads
        else:
            run = _Run.of(one)
            if run is not None:
                runs.append((len(found), run))
            found.append(one)
    for at, each in runs:
        found[at] = each.whole()
    return found


def _may_go_on(above: Printed, below: Printed) -> bool:
    """Whether two tables are of one part of the paper, the second on the page after the first."""
    return (
        above.role != "annotation"
        and (above.role, above.item) == (below.role, below.item)
        and above.boxes[-1].page == below.page - 1
    )


@rule(
    "ledger.over_pages", source="long tables run over pages, with nothing but furniture and notes between their parts"
)
def is_one_table(above: Table, below: Table) -> bool:
    """A table with the heads or the columns of the one at the foot of the page before goes on with it."""
    if len(above.columns) != len(below.columns):
        return False
    near = all(abs(a - b) < TABLES.apart for a, b in zip(above.columns, below.columns, strict=True))
    return near or repeated_head.applies(above, below) > 0


@rule("ledger.repeated_head", source="word processors print the heads of columns again on each page", otherwise=0)
def repeated_head(above: Table, below: Table) -> int:
    """How many rows at the head of a table are those at the head of the table above it."""
    pairs = zip(above.rows[:_HEAD_ROWS], below.rows[:_HEAD_ROWS], strict=False)
    return sum(1 for _ in takewhile(lambda pair: _texts(pair[0]) == _texts(pair[1]), pairs))


@rule("ledger.cut_row", source="word processors let rows break across pages")
def goes_on(above: Row, below: Row) -> bool:
    """A row whose cells all begin in lower case, below cells with text, is the rest of the row above."""
    texts = [(above.text(at), cell.text) for at, cell in below.cells.items()]
    return bool(texts) and all(upper and lower[:1].islower() for upper, lower in texts)


def _whole_row(above: Row, below: Row) -> Row:
    cells = {
        at: replace(cell, lines=[*cell.lines, *below.cells[at].lines]) if at in below.cells else cell
        for at, cell in above.cells.items()
    }
    return replace(above, cells=cells)


def _texts(row: Row) -> list[tuple[int, str]]:
    return [(at, row.text(at)) for at in sorted(row.cells)]


def _table_of(one: Printed) -> Table | None:
    return one.block.table if one.block is not None and one.cells is not None else None
