"""The smallest paper with an agenda of a session to come that needs each rule."""

from __future__ import annotations

from extractor.layout.blocks.metrics import measure
from extractor.structure.agenda.inner import inner_list
from extractor.structure.parts import parts_of
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


CASES = {
    "inner_agenda.heading": Case(lambda: inner("### Provisional agenda of the ninth session", *LIST), ITEMS),
    "inner_agenda.announced": Case(
        lambda: inner("4. Approves the following provisional agenda for the Congress:", *LIST), ITEMS
    ),
    "inner_agenda.of_record": Case(lambda: inner("### Agenda", *LIST), ITEMS),
    "inner_agenda.style": Case(
        lambda: inner("### Provisional agenda of the ninth session", "I.|Opening.", "II.|Ports.", "III.|Close."),
        [(0, "I", "Opening"), (0, "II", "Ports"), (0, "III", "Close")],
    ),
    "recognise.inner": Case(lambda: whole("### Provisional agenda of the ninth session", *LIST), ITEMS),
}
