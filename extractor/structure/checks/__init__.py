"""Checks that need no labels: what in a result contradicts itself, or is missing beside the rest.

Each check is a rule that takes the result as read and gives notes. It states a property that any sound paper has: a
false alarm is a fault as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractor.diagnostics import Note
from extractor.structure.checks import (
    annotation,
    beside,
    coverage,
    documents,
    embedded,
    footnotes,
    foreign,
    furniture,
    gaps,
    head,
    headings,
    items,
    lines,
    listing,
    masthead,
    names,
    prose,
    slots,
    spacing,
    swallowed,
    text,
    timetable,
    unread,
)
from extractor.structure.checks.result import Result
from extractor.structure.printed import Printed

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Agenda

#: Every check, by the part that it looks at.
CHECKS = (
    *masthead.CHECKS,
    *names.CHECKS,
    *head.CHECKS,
    *items.CHECKS,
    *listing.CHECKS,
    *annotation.CHECKS,
    *headings.CHECKS,
    *documents.CHECKS,
    *beside.CHECKS,
    *timetable.CHECKS,
    *slots.CHECKS,
    *footnotes.CHECKS,
    *furniture.CHECKS,
    *lines.CHECKS,
    *gaps.CHECKS,
    *spacing.CHECKS,
    *text.CHECKS,
    *prose.CHECKS,
    *unread.CHECKS,
    *coverage.CHECKS,
    *embedded.CHECKS,
    *foreign.CHECKS,
    *swallowed.CHECKS,
)


def check(agenda: Agenda, printed: Sequence[Printed] = ()) -> Iterator[Note]:
    """What is doubtful in a result, in the order of the parts; `printed` are its blocks in the layout."""
    result = Result(agenda, printed)
    for one in CHECKS:
        yield from one.applies(result)
