"""The smallest blocks that need each rule of the ledger."""

from __future__ import annotations

from extractor.model import Role
from extractor.records import replace
from extractor.structure.ledger import Printed, with_heads
from tests.rules.case import Case
from tests.structure.checks.results import set_in


def _table(role: Role, *cells: str) -> Printed:
    """A table of one row."""
    return replace(set_in((10, " ".join(cells))), role=role, type="table", cells=[list(cells)])


CASES = {
    "ledger.timetable_head": Case(
        lambda: [
            one.role
            for one in with_heads([_table("unassigned", "Date", "Item"), _table("timetable", "27 June", "Lamps")])
        ],
        ["timetable", "timetable"],
    ),
}
