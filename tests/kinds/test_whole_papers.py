"""Whole papers of our own, written before the program had read any like them, with what a careful reader finds in them.

`papers/NAME.typ` is the paper, `papers/NAME.json` the truth: the masthead, the items with their documents and the ends
of their annotations, the rows of the timetable.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typst

from extractor import extract
from extractor.model import Agenda, Item

PAPERS = Path(__file__).parent / "papers"
NAMES = sorted(path.stem for path in PAPERS.glob("*.typ"))


@pytest.fixture(scope="module", params=NAMES)
def paper(request: pytest.FixtureRequest) -> tuple[Agenda, dict[str, Any]]:
    """What is read from a paper, and the truth."""
    source = (PAPERS / f"{request.param}.typ").read_bytes()
    truth = json.loads((PAPERS / f"{request.param}.json").read_text(encoding="utf-8"))
    return extract(typst.compile(source, format="pdf", ignore_system_fonts=True)), truth


def rows(items: list[Item]) -> list[tuple[str | None, str, list[list[str]], bool]]:
    """Number, title, documents and whether none is foreseen, of items and those below them."""
    found: list[tuple[str | None, str, list[list[str]], bool]] = []
    for item in items:
        papers = [sorted(one.symbols) for one in item.documents]
        found += [(item.number, item.title, papers, item.no_documentation), *rows(item.items)]
    return found


def true_rows(items: list[dict[str, Any]]) -> list[tuple[str | None, str, list[list[str]], bool]]:
    found: list[tuple[str | None, str, list[list[str]], bool]] = []
    for item in items:
        found.append((item["number"], item["title"], item["documents"], item["no_documentation"]))
        found += true_rows(item["items"])
    return found


def plain(text: str) -> str:
    return "".join(text.replace("’", "'").casefold().split())


def test_the_masthead(paper: tuple[Agenda, dict[str, Any]]) -> None:
    found, truth = paper
    meeting = found.meetings[0]
    assert (found.document.kind, found.document.title, found.document.body) == (
        truth["kind"],
        truth["title"],
        truth["body"],
    )
    assert (meeting.session.number, meeting.place) == (truth["meeting"]["session"]["number"], truth["meeting"]["place"])


def test_the_items_and_their_documents(paper: tuple[Agenda, dict[str, Any]]) -> None:
    found, truth = paper
    assert rows(found.items) == true_rows(truth["items"])


def test_the_annotations(paper: tuple[Agenda, dict[str, Any]]) -> None:
    found, truth = paper
    for item, known in zip(found.items, truth["items"], strict=True):
        text = plain(" ".join(block.text for block in item.annotation))
        ends = known["annotation"] or ["", ""]
        assert text.endswith(plain(ends[1])), item.number


def test_the_timetable(paper: tuple[Agenda, dict[str, Any]]) -> None:
    found, truth = paper
    read = [(str(one.date), one.title, list(one.items)) for one in found.schedule]
    assert read == [(one["date"], one["title"], one["items"]) for one in truth["schedule"]]
