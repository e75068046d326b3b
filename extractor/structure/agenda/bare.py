"""Lists whose numbers have no stop and no cell of their own: `1 Opening`, `2 Adoption of the agenda`, `3 Finance`."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.grammar.numbering import Label, read_label
from extractor.layout.blocks.model import Block
from extractor.lexicon.words import months_everywhere
from extractor.records import replace
from extractor.rules import rule
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.state import same_edge
from extractor.structure.vocabulary import is_prose


def with_bare_labels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those that number a list without stops with their labels."""
    made = list(blocks)
    open_ones = [at for at, block in enumerate(made) if block.label is None and block.text[:1].isdigit()]
    if len(open_ones) < SETTINGS.least_bare:
        return made
    labels = {at: label for at in open_ones if (label := _bare(made[at])) is not None}
    for first in [at for at, label in labels.items() if label.value == "1"]:
        run = bare_numbers.applies(made, labels, first)
        if run:
            return [replace(block, label=labels[at]) if at in run else block for at, block in enumerate(made)]
    return made


def _bare(block: Block) -> Label | None:
    """The number without a stop before a title that begins with a capital, None for a date or a sentence."""
    label = read_label(block.text) if block.table is None and not block.leader else None
    if label is None or not label.bare or label.form != "arabic" or is_prose(block.text):
        return None
    rest = block.text[label.length :].lstrip()
    word = rest.split(" ", 1)[0].strip(",.").casefold()
    return label if rest[:1].isupper() and word not in months_everywhere() else None


@rule(
    "agenda_list.bare_numbers",
    source="UPU: `1 Opening and welcome`, `2 Adoption of the agenda`, one a line and no stop behind the number",
    otherwise=frozenset(),
)
def bare_numbers(blocks: Sequence[Block], labels: dict[int, Label], start: int) -> frozenset[int]:
    """Numbers 1, 2, 3 at one left edge before titles, with no sentence between them, are those of a list."""
    run = [start]
    for at in range(start + 1, len(blocks)):
        block = blocks[at]
        if block.table is not None or is_prose(block.text):
            break
        label = labels.get(at)
        if label is not None and same_edge(block.x0, blocks[start].x0) and label.value == str(len(run) + 1):
            run.append(at)
    return frozenset(run) if len(run) >= SETTINGS.least_bare else frozenset()
