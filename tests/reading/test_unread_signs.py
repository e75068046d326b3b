"""Signs of which the font does not say what they are."""

from __future__ import annotations

import pytest

from extractor.grammar.calendar import find_times
from extractor.reading.page import Page, Span
from extractor.reading.pdfium.text import readable
from extractor.reading.trust.suspect import clear_suspect_text


@pytest.mark.parametrize(
    ("codes", "read"),
    [
        ("10 a.m.\x011 p.m.", "10 a.m.\ufffd1 p.m."),
        ("\x01 Lights", " Lights"),
        ("Lights\x01", "Lights"),
        ("a\tb", "a\tb"),
    ],
)
def test_a_sign_between_others_is_kept_as_one_that_cannot_be_read(codes: str, read: str) -> None:
    assert readable(codes) == read


@pytest.mark.parametrize(("text", "kept"), [("10.00\ufffd13.00", "10.00\ufffd13.00"), ("Har\ufffdbour", "Harbour")])
def test_it_stays_between_numbers_alone(text: str, kept: str) -> None:
    page = Page(1, 612.0, 792.0, [Span(text, 100, 90, 200, 102, 100, 10)])
    clear_suspect_text(page, set())
    assert [span.text for span in page.spans] == [kept]


def test_two_hours_with_one_sign_between_them_are_a_range() -> None:
    [found] = find_times("10 a.m.\ufffd1 p.m.")
    assert [(start.hour, end.hour) for start, end in found.sittings if end] == [(10, 13)]
