"""The short form of a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.records import replace

if TYPE_CHECKING:  # the models need this module
    from extractor.model import Agenda


def without_blocks(agenda: Agenda) -> Agenda:
    """A result, draft or model, in short: without `blocks`, and without the numbers that refer to them."""
    return replace(
        agenda,
        blocks=[],
        references=[replace(one, block=None, span=None) for one in agenda.references],
        dates=[replace(one, block=None, span=None) for one in agenda.dates],
        entities=[replace(one, block=None, span=None) for one in agenda.entities],
        footnotes=[replace(one, anchors=[]) for one in agenda.footnotes],
    )
