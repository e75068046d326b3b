"""Files as PDFium opens them: counted, closed once, and refused with its code."""

from __future__ import annotations

import pytest

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
