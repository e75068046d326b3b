"""Hidden text, scans and what their text layer is."""

from __future__ import annotations

import csv

import pytest

from extractor.reading.engines import ENGINES
from extractor.reading.page import Page
from extractor.reading.reader import open_pdf
from extractor.reading.trust.scan import coverage, text_layer_of
from tests.conftest import SHARED
from tests.reading.pdfs import document, picture, text

BOTH = [kind.name for kind in ENGINES if kind.extra is None]
WHOLE = picture(0, 0, 595, 842)
BODY = b"".join(text(f"Line {number} of the paper as typeset", 72, 760 - 14 * number) for number in range(20))
INVISIBLE = b"".join(text(f"Line {number} as recognised", 72, 760 - 14 * number, mode=3) for number in range(20))


def read(data: bytes, engine: str) -> Page:
    with open_pdf(data, engine) as reader:  # type: ignore[arg-type]
        (page,) = reader.pages()
    return page


def said(page: Page) -> str:
    return " ".join(span.text for span in page.spans)


@pytest.mark.parametrize("engine", BOTH)
@pytest.mark.parametrize(
    "hidden",
    [
        text("secret", 72, 400, mode=3),
        text("secret", 72, 400, mode=7),
        text("secret", 72, 400, size=0.1),
        text("secret", -300, 400),
        text("secret", 72, 2000),
        text("secret", 72, -50),
        text("secret", 700, 400),
        b"q /Clear gs q " + text("secret", 72, 400) + b"Q " + text("secret", 72, 380) + b"Q\n",
    ],
    ids=["invisible", "clip only", "no size", "left of the page", "above", "below", "right", "clear"],
)
def test_what_nobody_sees_is_no_text(engine: str, hidden: bytes) -> None:
    page = read(document(BODY + hidden), engine)
    assert "secret" not in said(page)
    assert page.text_layer == "digital"


@pytest.mark.parametrize("engine", BOTH)
def test_a_watermark_is_no_line_of_the_text(engine: str) -> None:
    page = read(document(BODY + b"BT /F1 60 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (secret) Tj ET\n"), engine)
    assert all(span.slanted for span in page.spans if "secret" in span.text)
    assert page.text_layer == "digital"


@pytest.mark.parametrize("engine", BOTH)
def test_outlines_are_seen_without_filling(engine: str) -> None:
    shown = b"q /Clear gs " + text("outlined", 72, 400, mode=1) + b"Q " + text("opaque again", 72, 380)
    assert "outlined" in said(read(document(BODY + shown), engine))
    assert "opaque again" in said(read(document(BODY + shown), engine))


@pytest.mark.parametrize("engine", BOTH)
@pytest.mark.parametrize(
    "content", [WHOLE + INVISIBLE, INVISIBLE + WHOLE, BODY + WHOLE], ids=["over", "under", "covered"]
)
def test_a_recognised_scan_keeps_its_text(engine: str, content: bytes) -> None:
    page = read(document(content), engine)
    assert page.text_layer == "ocr"
    assert "Line 7" in said(page)


@pytest.mark.parametrize("engine", BOTH)
def test_a_scan_in_strips_is_a_scan(engine: str) -> None:
    strips = b"".join(picture(0, 42 * number, 595, 42) for number in range(20))
    assert read(document(strips + INVISIBLE), engine).text_layer == "ocr"


@pytest.mark.parametrize("engine", BOTH)
def test_words_recognised_one_by_one(engine: str) -> None:
    doubtful = b"".join(picture(300, 440 - 20 * n, 32, 9) + text("doubt", 302, 441 - 20 * n, mode=3) for n in range(3))
    page = read(document(BODY + doubtful), engine)
    assert page.text_layer == "ocr"
    assert said(page).count("doubt") == 3


@pytest.mark.parametrize("engine", BOTH)
def test_a_scan_without_text_has_no_layer(engine: str) -> None:
    page = read(document(WHOLE), engine)
    assert (page.text_layer, page.spans) == ("none", [])


@pytest.mark.parametrize("engine", BOTH)
def test_typeset_text_over_a_background_picture_is_digital(engine: str) -> None:
    page = read(document(WHOLE + BODY), engine)
    assert page.text_layer == "digital"
    assert "Line 7" in said(page)


def test_overlapping_pictures_count_once() -> None:
    page = Page(1, 100.0, 100.0, images=[(0, 0, 50, 100), (0, 0, 50, 100), (25, 0, 60, 100)])
    assert coverage(page) == pytest.approx(0.6)


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ("", "none"),
        ("none none", "none"),
        ("digital", "digital"),
        ("none ocr none", "ocr"),
        ("ocr digital", "digital"),
        ("ocr digital none ocr", "ocr"),
    ],
)
def test_the_text_layer_of_a_paper_is_that_of_most_pages_with_text(layers: str, expected: str) -> None:
    pages = [Page(number, 595, 842, text_layer=layer) for number, layer in enumerate(layers.split(), 1)]  # type: ignore[arg-type]
    assert text_layer_of(pages) == expected


def test_text_layer_of_the_corpus() -> None:
    table = SHARED / "corpus" / "documents.tsv"
    if not table.is_file():
        pytest.skip("the optional corpus ../shared is not there")
    wrong = []
    with table.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            with open_pdf((table.parent / "documents" / row["file"]).read_bytes(), "pdfium") as reader:
                layer = text_layer_of(reader.pages(range(1, min(reader.facts.pages, 5) + 1)))
            if layer != row["text_layer"]:
                wrong.append((row["file"], row["text_layer"], layer))
    assert wrong == []
