"""Links of a page: their boxes on each line."""

from __future__ import annotations

import pytest

from extractor.reading.reader import open_pdf
from tests.reading.pdfs import _file, _stream

FIRST, SECOND = b"400 712 500 700 400 700 500 712", b"72 698 150 698 72 686 150 686"


def boxes(corners: bytes) -> list[tuple[int, ...]]:
    """Where the link of a page stands whose words begin on one line and end on the next."""
    annotation = (
        b"<< /Type /Annot /Subtype /Link /Rect [72 686 500 712] /QuadPoints [%s]"
        b" /A << /S /URI /URI (https://docs.un.org/A/99/12) >> >>" % corners
    )
    data = _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [5 0 R] /Resources << >> >>",
            _stream(b""),
            annotation,
        ],
        b"",
    )
    with open_pdf(data, "pdfium", beside=["links"]) as reader:
        (page,) = reader.pages()
    return [tuple(round(edge) for edge in link.bbox) for link in page.links]


def test_a_link_over_two_lines_stands_on_each() -> None:
    assert boxes(FIRST + b" " + SECOND) == [(400, 130, 500, 142), (72, 144, 150, 156)]


@pytest.mark.parametrize("corners", [b"", b"72 698 150", FIRST + b" 72 698 900 698 72 686 900 686", b"0 0 0 0 0 0 0 0"])
def test_boxes_that_are_not_in_that_of_the_link_are_left_out(corners: bytes) -> None:
    assert boxes(corners) == [(72, 130, 500, 156)]
