"""The smallest paper with an agenda of a session to come, or with hours behind its items, that needs each rule."""

from __future__ import annotations

from extractor.layout.blocks.metrics import measure
from extractor.layout.blocks.model import make_block
from extractor.structure.agenda.inner import heading_of, inner_list
from extractor.structure.agenda.list import agenda_list
from extractor.structure.parts import parts_of
from extractor.structure.timetable.in_items import hours_behind
from tests.rules.case import Case
from tests.structure.parts import blocks, tree

LIST = ("1.|Opening.", "2.|Ports.", "3.|Close.")
ITEMS = [(0, "1", "Opening"), (0, "2", "Ports"), (0, "3", "Close")]


def inner(*entries: str):
    found = inner_list(blocks(*entries), 10.0)
    return found and tree(found.items)


def whole(*entries: str):
    made = blocks(*entries)
    lines = [line for block in made for line in block.lines]
    return tree(parts_of("Report of the keepers", made, [], measure(lines)).items)


def hours(*titles: str) -> dict[str | None, str]:
    """The hours behind the titles of items."""
    found = agenda_list(blocks("# Agenda", *titles), True)
    return {number: span.text for number, span in hours_behind.applies(found.items).items()} if found else {}


CASES = {
    "timetable.hours_behind_items": Case(
        lambda: hours("1.|Opening (9:00–9:10)", "2.|Ports (9:10–9:30)", "3.|Close (5 minutes)"),
        {"1": "9:00–9:10", "2": "9:10–9:30"},
    ),
    "inner_agenda.heading": Case(lambda: inner("### Provisional agenda of the ninth session", *LIST), ITEMS),
    "inner_agenda.announced": Case(
        lambda: inner("4. Approves the following provisional agenda for the Congress:", *LIST), ITEMS
    ),
    "inner_agenda.below_annex": Case(
        lambda: heading_of(make_block([line for one in ("Annex II", "Agenda") for line in blocks(one)[0].lines])),
        "Agenda",
    ),
    "inner_agenda.of_record": Case(lambda: inner("### Agenda", *LIST), ITEMS),
    "inner_agenda.style": Case(
        lambda: inner("### Provisional agenda of the ninth session", "I.|Opening.", "II.|Ports.", "III.|Close."),
        [(0, "I", "Opening"), (0, "II", "Ports"), (0, "III", "Close")],
    ),
    "recognise.inner": Case(lambda: whole("### Provisional agenda of the ninth session", *LIST), ITEMS),
}
