"""Tables that a page break cuts, made one block of the ledger: one head, and the two parts of a cut row joined."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extractor.layout.tables.geometry import TABLES
from extractor.layout.tables.model import Row, Table
from extractor.records import replace
from extractor.rules import rule
from extractor.structure.ledger import Printed, of_table, plain

#: What stands at the edges of pages, between the parts of a table.
_BETWEEN = ("furniture", "footnote")
#: The heads of columns take so many rows at most.
_HEAD_ROWS = 3


def with_whole_tables(ledger: Sequence[Printed]) -> list[Printed]:
    """The ledger, the parts of a table on following pages one block; a head that is printed again is furniture."""
    found: list[Printed] = []
    last = -1
    for one in ledger:
        if one.role in _BETWEEN:
            found.append(one)
        elif last >= 0 and _may_go_on(found[last], one) and is_one_table.applies(found[last], one):
            found[last], heads = _joined(found[last], one)
            found += heads
        else:
            found.append(one)
            last = len(found) - 1
    return found


def _may_go_on(above: Printed, below: Printed) -> bool:
    """Whether two blocks are tables of one part of the paper, the second on the page after the first."""
    if _table_of(above) is None or _table_of(below) is None or above.role == "annotation":
        return False
    return (above.role, above.item) == (below.role, below.item) and above.boxes[-1].page == below.page - 1


@rule(
    "ledger.over_pages", source="long tables run over pages, with nothing but furniture and notes between their parts"
)
def is_one_table(above: Printed, below: Printed) -> bool:
    """A table with the heads or the columns of the one at the foot of the page before goes on with it."""
    one, two = _table_of(above), _table_of(below)
    if one is None or two is None or len(one.columns) != len(two.columns):
        return False
    near = all(abs(a - b) < TABLES.apart for a, b in zip(one.columns, two.columns, strict=True))
    return near or repeated_head.applies(one, two) > 0


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


def _joined(above: Printed, below: Printed) -> tuple[Printed, list[Printed]]:
    """Two parts of a table as one, and the heads that the second prints again."""
    one, two = _table_of(above), _table_of(below)
    if above.block is None or one is None or two is None:
        return above, [below]
    count = repeated_head.applies(one, two)
    heads = [plain(row.lines, "furniture") for row in two.rows[:count]]
    rows = [*one.rows]
    for at, row in enumerate(two.rows[count:]):
        if at == 0 and rows and goes_on.applies(rows[-1], row):
            rows[-1] = _whole_row(rows[-1], row)
        else:
            rows.append(row)
    table = replace(one, rows=rows)
    block = replace(above.block, lines=[line for row in rows for line in row.lines], table=table, _bbox=None)
    parts = [part for each in (above, below) for part in (each.block, *each.parts) if part is not None]
    return replace(of_table(block, table, above.role, above.item), parts=parts), heads


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
