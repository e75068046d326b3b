"""The smallest blocks that need each rule of the ledger."""

from __future__ import annotations

from extractor.layout.arrange import arrange
from extractor.layout.blocks.model import make_block
from extractor.layout.lines.rows import lines_of
from extractor.model import Role
from extractor.records import replace
from extractor.structure.ledger import Taken, ledger_of, with_heads
from extractor.structure.printed import Printed
from tests.layout.pages import page, span
from tests.rules.case import Case
from tests.structure.checks.results import set_in


def _table(role: Role, *cells: str) -> Printed:
    """A table of one row."""
    return replace(set_in((10, " ".join(cells))), role=role, type="table", cells=[list(cells)])


def _paragraph() -> list[str]:
    """The roles in an agenda with an item 2 of a text that is the second paragraph of its own."""
    sheet = page([span("2. The lamps are lit.", 100.0, 300.0)])
    paper = arrange([sheet])
    block = make_block(lines_of(sheet))
    return [one.role for one in ledger_of(paper, Taken(True, None, [], [block], [], numbers={"2"}))]


CASES = {
    "ledger.paragraph_number": Case(_paragraph, ["text"]),
    "ledger.timetable_head": Case(
        lambda: [
            one.role
            for one in with_heads([_table("unassigned", "Date", "Item"), _table("timetable", "27 June", "Lamps")])
        ],
        ["timetable", "timetable"],
    ),
}
