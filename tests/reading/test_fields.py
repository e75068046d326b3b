"""What is filled into a form field is text of the page; other annotations are not."""

from __future__ import annotations

import pytest

from extractor.reading.engines import CHOICES
from extractor.reading.page import Page
from extractor.reading.reader import open_pdf
from tests.reading.pdfs import Field, Pdf, Sheet, text

LINE = text("6.", 72, 700)
FILLED = text("Date of the tenth session", 2, 4)
BOX = (90.0, 696.0, 290.0, 712.0)


def read(engine: str, *fields: Field, turn: int = 0) -> Page:
    links = [((72.0, 690.0, 90.0, 712.0), "https://example.org/")]
    data = Pdf([Sheet(LINE, links=links, fields=fields, extra=b"/Rotate %d" % turn)]).build()
    with open_pdf(data, engine) as reader:  # type: ignore[arg-type]
        (page,) = reader.pages()
    return page


@pytest.mark.parametrize("engine", CHOICES)
def test_a_filled_field_is_text_in_its_place(engine: str) -> None:
    page = read(engine, Field(BOX, FILLED))
    assert [span.text for span in page.spans] == ["6.", "Date of the tenth session"]
    _, filled = page.spans
    assert (filled.x0, filled.baseline) == pytest.approx((92, 142), abs=0.5)
    assert filled.size == pytest.approx(10)
    assert [link.uri for link in page.links] == ["https://example.org/"]


@pytest.mark.parametrize("engine", CHOICES)
@pytest.mark.parametrize("flags", [2, 2 + 4, 32])
def test_a_hidden_field_is_not_read(engine: str, flags: int) -> None:
    assert [span.text for span in read(engine, Field(BOX, FILLED, flags)).spans] == ["6."]


@pytest.mark.parametrize("engine", CHOICES)
def test_a_comment_beside_a_field_is_not_read(engine: str) -> None:
    comment = Field((90, 500, 290, 516), text("Not here", 2, 4), kind="FreeText")
    assert [span.text for span in read(engine, comment, Field(BOX, FILLED)).spans] == [
        "6.",
        "Date of the tenth session",
    ]


@pytest.mark.parametrize("engine", CHOICES)
def test_a_page_is_read_twice_alike(engine: str) -> None:
    data = Pdf([Sheet(LINE, fields=[Field(BOX, FILLED)]), Sheet(LINE)]).build()
    with open_pdf(data, engine) as reader:  # type: ignore[arg-type]
        first, _, again = [*reader.pages(), *reader.pages([1])]
    assert first.spans == again.spans


@pytest.mark.parametrize("engine", CHOICES)
def test_a_field_of_a_rotated_page_stands_beside_its_line(engine: str) -> None:
    page = read(engine, Field(BOX, FILLED), turn=180)
    assert len({round(span.baseline) for span in page.spans}) == 1
