"""Files as PDFium opens them: counted, closed once, and refused with its code."""

from __future__ import annotations

import pytest

from benchmarks import bench
from extractor.reading.page import Page
from extractor.reading.pdfium import engine
from extractor.reading.pdfium.library import Document, Refused
from tests.reading.pdfs import Pdf, Sheet


def test_a_file_has_pages_and_is_closed_once() -> None:
    document = Document(Pdf([Sheet(b""), Sheet(b"")]).build())
    assert len(document) == 2
    document.close()
    document.close()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\nnothing"])
def test_what_is_not_a_file_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        Document(data)
    assert refused.value.code != 0


def test_a_long_file_is_opened_anew_and_its_pages_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[int] = []

    class Counted(Document):
        def __init__(self, data: bytes, password: str | None = None) -> None:
            super().__init__(data, password)
            opened.append(len(self))

    monkeypatch.setattr(engine, "Document", Counted)
    data = max(bench.papers(samples_only=True), key=lambda file: bench.count_pages([file])).read_bytes()

    def pages() -> list[Page]:
        reader = engine.PdfiumEngine(data, tags=True)
        found = [reader.page(number) for number in range(1, reader.facts.pages + 1)]
        reader.close()
        return found

    whole = pages()
    assert len(opened) == 1
    monkeypatch.setattr(engine, "PAGES_AN_OPENING", 1)
    assert pages() == whole
    assert len(opened) == 1 + len(whole)
