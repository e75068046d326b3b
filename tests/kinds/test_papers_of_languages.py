"""Whole papers of producers and bodies that the samples do not have, in languages in which they were read worst."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from extractor.model import Agenda, Item
from extractor.pipeline import extract

PAPERS = Path(__file__).parent / "languages"
NAMES = sorted(path.stem for path in PAPERS.glob("*.pdf"))


@cache
def read(name: str) -> Agenda:
    return extract(PAPERS / f"{name}.pdf")


@cache
def truth(name: str) -> dict:
    return json.loads((PAPERS / f"{name}.truth.json").read_text(encoding="utf-8"))


def every(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from every(item.items)


def shown(value: object) -> str | None:
    return None if value is None else str(value)[:16].replace(" ", "T") if "-" in str(value) else str(value)[:5]


def squashed(text: str) -> str:
    return "".join(text.split())


def text_of(item: Item) -> str:
    return squashed("".join(block.text for block in item.annotation if block.type != "table"))


def symbols_of(items: Sequence[Item]) -> list[list]:
    return [[item.number, sorted(paper.symbols)] for item in every(items) for paper in item.documents]


@pytest.mark.parametrize("name", NAMES)
def test_the_masthead(name: str) -> None:
    agenda, right = read(name), truth(name)
    meeting = agenda.meetings[0]
    assert (agenda.document.symbol, agenda.document.title, meeting.body) == (
        right["symbol"], right["title"], right["body"],
    )  # fmt: skip
    assert [[shown(one.start), shown(one.end)] for one in meeting.periods] == right["periods"]
    assert (meeting.place, shown(meeting.opens_at)) == (right["place"], right["opens_at"])


@pytest.mark.parametrize("name", NAMES)
def test_the_items_and_their_papers(name: str) -> None:
    agenda, right = read(name), truth(name)
    assert [[item.number, item.title] for item in every(agenda.items)] == right["items"]
    assert symbols_of(agenda.items) == right["documents"]
    assert [item.number for item in every(agenda.items) if item.no_documentation] == right["no_documentation"]


@pytest.mark.parametrize("name", NAMES)
def test_the_annotations(name: str) -> None:
    texts = {item.number: text_of(item) for item in every(read(name).items) if item.annotation}
    right = truth(name)["annotations"]
    assert list(texts) == [number for number, _, _ in right]
    for number, starts, ends in right:
        assert (texts[number].startswith(squashed(starts)), texts[number].endswith(squashed(ends))) == (True, True)


@pytest.mark.parametrize("name", NAMES)
def test_the_timetable_and_the_notes(name: str) -> None:
    agenda, right = read(name), truth(name)
    rows = [
        [shown(row.date), shown(row.start), shown(row.end), row.items, row.title, row.continued]
        for row in agenda.schedule
    ]
    assert rows == right["schedule"]
    assert [note.marker for note in agenda.footnotes] == right["footnotes"]
