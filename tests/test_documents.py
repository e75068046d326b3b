"""Real papers that are no agendas: symbols are found, no agenda is invented (read from the optional corpus)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from extractor import AgendaError, extract
from extractor.grammar import parse_symbol
from extractor.model import Agenda
from tests.conftest import SHARED

PAPERS = SHARED / "corpus" / "documents"
#: Share of papers with a text layer of their own whose symbol must be right.
RIGHT = 0.97


@pytest.fixture(scope="module")
def papers() -> list[tuple[dict[str, str], Agenda | None]]:
    """Each paper's row of the corpus's table and what extraction gives, None where it refuses."""
    table = SHARED / "corpus" / "documents.tsv"
    if not table.is_file():
        pytest.skip("the optional corpus ../shared is not there")
    found: list[tuple[dict[str, str], Agenda | None]] = []
    with table.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            try:
                found.append((row, extract(PAPERS / row["file"])))
            except AgendaError:
                found.append((row, None))
    return found


def _same(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return not one and not other
    return parse_symbol(one) == parse_symbol(other)


@pytest.mark.slow
def test_symbols_of_typeset_papers(papers: list[tuple[dict[str, str], Agenda | None]]) -> None:
    rows = [(row, paper) for row, paper in papers if row["text_layer"] == "digital" and "uncertain" not in row["note"]]
    wrong = [
        (row["file"], row["symbol"], paper.document.symbol if paper else None)
        for row, paper in rows
        if paper is None or not _same(row["symbol"], paper.document.symbol)
    ]
    assert len(wrong) <= (1 - RIGHT) * len(rows), wrong


@pytest.mark.slow
def test_no_paper_invents_an_agenda(papers: list[tuple[dict[str, str], Agenda | None]]) -> None:
    invented = [
        (row["file"], paper.document.kind, len(paper.items), len(paper.schedule))
        for row, paper in papers
        if paper is not None and (paper.document.kind != "other" or paper.items or paper.schedule)
        # A report may give the agenda of the session to come, and says so.
        if paper.document.kind != "other" or "agenda.embedded" not in [note.code for note in paper.diagnostics]
    ]
    assert not invented


@pytest.mark.slow
def test_papers_without_text_are_refused_and_others_are_not(papers: list[tuple[dict[str, str], Agenda | None]]) -> None:
    for row, paper in papers:
        if row["text_layer"] == "none":  # with the extra `ocr` their pictures are read
            assert paper is None or paper.source.text_layer == "ocr", row["file"]
        else:
            assert paper is not None, row["file"]


@pytest.mark.slow
def test_an_error_page_is_recognised(papers: list[tuple[dict[str, str], Agenda | None]]) -> None:
    page = next(paper for row, paper in papers if row["file"] == Path("A_78_1.en.pdf").name)
    assert page is not None
    assert "source.not_a_un_paper" in [note.code for note in page.diagnostics]
