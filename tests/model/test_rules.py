"""The rules between the fields of the ledger: what refers to blocks finds them, places are on the paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extractor.model import Agenda, Anchor, Place
from extractor.model.rules import broken_rules
from extractor.papers import dotted
from tests.store.agendas import with_blocks


def broken(agenda: Agenda) -> dict[str, str]:
    return {dotted(place): message for place, message in broken_rules(agenda)}


def test_a_sound_ledger_breaks_no_rule() -> None:
    assert broken(with_blocks()) == {}
    assert broken(with_blocks().without_blocks()) == {}


def _set(name: str, value: Any) -> Callable[[Agenda], None]:
    def change(agenda: Agenda) -> None:
        setattr(agenda.references[0], name, value)

    return change


def _place(**values: Any) -> Callable[[Agenda], None]:
    def change(agenda: Agenda) -> None:
        agenda.blocks[2].places = [Place(**{"page": 2, "bbox": (1, 2, 3, 4), **values})]

    return change


def _anchor(block: int, offset: int) -> Callable[[Agenda], None]:
    def change(agenda: Agenda) -> None:
        agenda.footnotes[0].anchors = [Anchor(block=block, offset=offset)]

    return change


def _annotation(number: int) -> Callable[[Agenda], None]:
    def change(agenda: Agenda) -> None:
        agenda.items[1].annotation[0].id = number

    return change


def _renumber(agenda: Agenda) -> None:
    agenda.blocks[0].id = 2


@pytest.mark.parametrize(
    ("change", "place", "message"),
    [
        (_renumber, "blocks[0].id", "must be 1: blocks are counted from 1 in reading order"),
        (_set("block", 99), "references[0].block", "there is no block 99"),
        (_set("span", (4, 99)), "references[0].span", "is not within the text of 'block'"),
        (_set("span", (5, 4)), "references[0].span", "is not within the text of 'block'"),
        (_set("places", [Place(page=9, bbox=(1, 2, 3, 4))]), "references[0].places[0].page", "the paper has 4 pages"),
        (_place(page=5), "blocks[2].places[0].page", "the paper has 4 pages"),
        (_place(bbox=(3, 2, 1, 4)), "blocks[2].places[0].bbox", "must be left, top, right, bottom"),
        (_anchor(99, 0), "footnotes[0].anchors[0].block", "there is no block 99"),
        (_anchor(3, 999), "footnotes[0].anchors[0].offset", "is not within the text of 'block'"),
        (_annotation(99), "items[1].annotation[0].id", "there is no block 99"),
        (_annotation(1), "items[1].annotation[0].id", "it is not what block 1 holds"),
    ],
)
def test_each_breach_has_its_place(change: Callable[[Agenda], None], place: str, message: str) -> None:
    agenda = with_blocks()
    change(agenda)
    assert broken(agenda) == {place: message}
