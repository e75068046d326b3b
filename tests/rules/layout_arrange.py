"""Rules of pages: when text rotated by a quarter was left out of one."""

from __future__ import annotations

from extractor.layout.arrange import arrange
from extractor.reading.page import Span
from tests.layout.pages import page, span
from tests.rules.case import Case


def rotated(text: str, *others: Span) -> list[int]:
    """The numbers of pages with text left out, of one page with a column of rotated text."""
    one = span(text, 560, 400, 8)
    one.x0, one.top, one.x1, one.bottom = 552, 100, 562, 700
    return arrange([page([one, *others])]).sideways


CASES = {
    "page.sideways_text": Case(
        lambda: rotated(
            "Quays and their lights. " * 6,
            *(span("The Committee met to hear of its harbours.", 124, at) for at in (400, 420, 440)),
        ),
        [1],
    ),
    "page.sideways_only": Case(lambda: rotated("Annex: harbours"), [1]),
}
