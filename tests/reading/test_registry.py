"""The list of engines: a new one is a row, and is asked for what its row says."""

from __future__ import annotations

from typing import get_args

import pytest

from extractor import extract
from extractor.errors import Damaged, MissingExtra, NoTextLayer, UsageError
from extractor.reading import engines
from extractor.reading.engines import CHOICES, ENGINES, OCR, EngineKind, EngineName, Reason, Wanted, described
from extractor.reading.page import Engine, FileFacts, Page, Span
from extractor.reading.reader import open_pdf
from tests.reading.pdfs import Pdf, Sheet, document, picture, text

SCAN = document(picture(0, 0, 595, 842))
#: The engines for typeset text.
TYPESET = tuple(kind for kind in ENGINES if kind.name != OCR)
#: Points from the left and from the top, and what stands there.
LINES = (
    (72, 60, "United Nations"),
    (400, 60, "A/AC.999/2025/1"),
    (400, 100, "Distr.: General"),
    (72, 200, "Provisional agenda"),
    (72, 240, "1. Opening of the session."),
    (72, 260, "2. Other matters."),
)


class Guessing:
    """An engine that finds the same lines on every page."""

    def __init__(self, pages: int = 1) -> None:
        self.facts = FileFacts(pages)
        self.asked: list[int] = []
        self.closed = False

    def page(self, number: int) -> Page:
        self.asked.append(number)
        spans = [Span(line, left, top, left + 6 * len(line), top + 12, top + 10, 12) for left, top, line in LINES]
        return Page(number, 595, 842, spans=spans, engine="guessing")

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def guessing(monkeypatch: pytest.MonkeyPatch) -> Guessing:
    """A third engine that is asked for pages without readable text."""
    engine = Guessing()

    def opened(data: bytes, wanted: Wanted) -> Engine:
        return engine

    kind = EngineKind("guessing", "for tests", opened, frozenset({"no_text"}))
    monkeypatch.setattr(engines, "ENGINES", (*TYPESET, kind))
    return engine


def test_names_are_those_of_the_interface() -> None:
    assert get_args(EngineName) == CHOICES
    assert all(kind.asked_for <= set(get_args(Reason)) for kind in ENGINES)
    assert all(f"{kind.name} ({kind.purpose})" in described() for kind in TYPESET)


def test_a_name_that_is_not_in_the_list_is_refused_with_the_list() -> None:
    with pytest.raises(UsageError, match=r"auto, pdfium, pdfplumber"):
        open_pdf(SCAN, "crystal-ball")  # type: ignore[arg-type]


def test_a_page_without_text_goes_to_the_engine_that_is_asked_for_them(guessing: Guessing) -> None:
    agenda = extract(SCAN)
    assert agenda.document.symbol == "A/AC.999/2025/1"
    assert [item.number for item in agenda.items] == ["1", "2"]
    assert guessing.closed


def test_only_the_pages_that_need_it_go_there(guessing: Guessing) -> None:
    words = b"".join(text(line, left, 842 - top) for left, top, line in LINES)
    data = Pdf([Sheet(words), Sheet(picture(0, 0, 595, 842)), Sheet(words)]).build()
    guessing.facts = FileFacts(3)
    with open_pdf(data) as reader:
        assert [page.engine for page in reader.pages()] == ["pdfium", "guessing", "pdfium"]
    assert guessing.asked == [2]


def test_an_engine_that_was_chosen_is_the_only_one(guessing: Guessing) -> None:
    with pytest.raises(NoTextLayer):
        extract(SCAN, engine="pdfium")
    assert guessing.asked == []
    with open_pdf(SCAN, "guessing") as reader:  # type: ignore[arg-type]
        assert [page.engine for page in reader.pages()] == ["guessing"]


def test_a_file_that_no_engine_opens_is_damaged_and_the_third_is_not_asked(guessing: Guessing) -> None:
    with pytest.raises(Damaged):
        open_pdf(b"%PDF-1.4\nnothing")
    assert guessing.asked == []


def test_a_second_engine_that_is_not_installed_leaves_the_page_as_the_first_read_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(data: bytes, wanted: Wanted) -> Engine:
        raise MissingExtra("no such library")

    kind = EngineKind("absent", "for tests", missing, frozenset({"no_text"}), extra="absent")
    monkeypatch.setattr(engines, "ENGINES", (*TYPESET, kind))
    with pytest.raises(NoTextLayer):
        extract(SCAN)
    with pytest.raises(MissingExtra):
        open_pdf(SCAN, "absent")  # type: ignore[arg-type]
