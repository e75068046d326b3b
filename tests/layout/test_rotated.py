"""Text that is rotated by a quarter: each run a line of its own, in the order in which it reads."""

from __future__ import annotations

from extractor.layout.furniture import sheets_of
from extractor.layout.lines.rows import rotated_lines
from extractor.reading.page import Span
from tests.layout.pages import page, span


def rotated(text: str, x0: float, top: float, bottom: float, *, down: bool = False) -> Span:
    return Span(text, x0, top, x0 + 10, bottom, top if down else bottom, 10.0, "Times")


def test_upwards_lines_follow_each_other_to_the_right() -> None:
    one, two = rotated("Quays of the harbour", 300, 100, 300), rotated("and their lights", 314, 150, 300)
    behind = rotated("at night", 314, 50, 140)
    lines = rotated_lines(page([behind, two, one]))
    assert [line.text for line in lines] == ["Quays of the harbour", "and their lights", "at night"]
    assert lines[0].bbox == (300, 100, 310, 300)


def test_downwards_lines_follow_each_other_to_the_left() -> None:
    one = rotated("Quays of the harbour", 314, 100, 300, down=True)
    two = rotated("and their lights", 300, 100, 250, down=True)
    assert [line.text for line in rotated_lines(page([two, one]))] == ["Quays of the harbour", "and their lights"]


def test_a_label_in_the_margin_is_furniture() -> None:
    label = rotated("31-00417 (E)", 560, 400, 470)
    (sheet,) = sheets_of([page([span("The Committee met.", 124, 300), label])])
    assert [line.text for line in sheet.body] == ["The Committee met."]
    assert [(line.text, line.rule) for line in sheet.foot] == [("31-00417 (E)", "lines.sideways")]
