"""Spans to lines: baselines, gaps, cells, footnote marks."""

from __future__ import annotations

import pytest

from extractor.layout.lines.rows import lines_of
from extractor.layout.lines.tidy import tidy
from tests.layout.pages import LETTER, page, span


def texts(*spans):
    return [line.text for line in lines_of(page(spans))]


def test_spans_of_one_baseline_make_one_line_in_reading_order():
    assert texts(span("work", 200, 100), span("Organization of", 124, 100.4)) == ["Organization of work"]


def test_lines_come_from_top_to_bottom():
    assert texts(span("second", 124, 112), span("first", 124, 100)) == ["first", "second"]


def test_a_narrow_gap_is_kerning_and_a_wider_one_a_space():
    end = 124 + LETTER * 10 * len("Progr")
    assert texts(span("Progr", 124, 100), span("amme", end + 0.8, 100)) == ["Programme"]
    assert texts(span("Progr", 124, 100), span("amme", end + 2.6, 100)) == ["Progr amme"]


def test_a_wide_gap_ends_a_cell():
    (line,) = lines_of(page([span("10 a.m.", 60, 100), span("Opening", 160, 100)]))
    assert [cell.text for cell in line.cells] == ["10 a.m.", "Opening"]
    assert line.text == "10 a.m. Opening"


def test_a_label_is_a_cell_even_over_a_narrow_tab():
    end = 124 + LETTER * 10 * 3
    (line,) = lines_of(page([span("10.", 124, 100), span("Other matters", end + 7, 100)]))
    assert [cell.text for cell in line.cells] == ["10.", "Other matters"]


def test_a_split_first_letter_joins_its_symbol():
    assert texts(span("A", 400, 100, 20), span("/99/150", 400 + 9.2, 100, 10)) == ["A/99/150"]


@pytest.mark.parametrize(("sign", "rise"), [("1", 3.5), ("*", 1.0), ("a", 3.5)])
def test_a_raised_small_sign_is_a_mark_with_its_place(sign, rise):
    end = 124 + LETTER * 10 * len("at 10 a.m.")
    (line,) = lines_of(page([span("at 10 a.m.", 124, 100), span(sign, end + 0.3, 100 - rise, 6.5)]))
    assert line.text == "at 10 a.m."
    assert [(mark.sign, mark.offset) for mark in line.marks] == [(sign, 10)]


def test_two_marks_in_one_place_are_two():
    end = 124 + LETTER * 10 * len("session")
    (line,) = lines_of(page([span("session", 124, 100), span("1, 2", end + 0.3, 96, 6)]))
    assert [mark.sign for mark in line.marks] == ["1", "2"]


def test_an_ordinal_ending_stays_in_the_text():
    end = 124 + LETTER * 10 * 3
    assert texts(span("175", 124, 100), span("th", end + 0.2, 96.5, 6.5), span("session", end + 12, 100)) == [
        "175th session"
    ]


def test_a_letter_that_may_end_an_ordinal_opens_no_note():
    letters = [span(letter, 72 + 4.5 * at, 100, 10) for at, letter in enumerate("UNITE")]
    rows = lines_of(page([*letters, span("General Conference", 124, 103.4, 12.5)]))
    assert [line.text for line in rows] == ["UNITE", "General Conference"]


def test_a_letter_behind_the_number_of_a_resolution_is_a_mark():
    end = 124 + LETTER * 10 * len("68/316")
    (line,) = lines_of(page([span("68/316", 124, 100), span("a", end + 0.3, 96, 6)]))
    assert (line.text, [mark.sign for mark in line.marks]) == ("68/316", ["a"])


def test_a_star_behind_a_title_is_a_mark_at_any_height():
    (line,) = lines_of(page([span("Provisional agenda*", 124, 100, 14, bold=True)]))
    assert line.text == "Provisional agenda"
    assert line.marks[0].sign == "*"


@pytest.mark.parametrize(
    ("text", "plain", "signs"),
    [
        ("Provisional agenda*, **", "Provisional agenda", ["*", "**"]),
        ("Tonga:* , ** draft resolution", "Tonga: draft resolution", ["*", "**"]),
        ("Provisional agenda* for the ninth session*,**", "Provisional agenda for the ninth session", ["*", "*", "**"]),
    ],
)
def test_stars_for_several_notes(text, plain, signs):
    (line,) = lines_of(page([span(text, 124, 100, 14, bold=True)]))
    assert (line.text, [mark.sign for mark in line.marks]) == (plain, signs)


def test_type_of_one_point_is_not_read():
    assert texts(span("e", 60, 100, 1.0), span("Executive Board", 60, 110)) == ["Executive Board"]


def test_a_line_is_bold_when_most_of_it_is():
    (line,) = lines_of(
        page([span("Election of the officers of the Committees", 124, 100, bold=True), span("[5]", 340, 100)])
    )
    assert line.bold


def test_tidy_spells_out_ligatures_and_drops_soft_hyphens():
    assert tidy("  o\ufb03ce\u00a0 of co\u00adoperation ") == "office of cooperation"


def leftwards(*rows: tuple[float, float, str, bool]):
    """Lines of a right-to-left page: (right edge, baseline, text in reading order, bold)."""
    spans = []
    for right, baseline, text, bold in rows:
        one = span(text, 0, baseline, bold=bold)
        one.x0, one.x1 = right - one.x1, right
        spans.append(one)
    made = page(spans)
    made.rtl = True
    return lines_of(made)


def test_a_right_to_left_line_begins_at_its_right():
    (line,) = leftwards((510, 100, "1-", False), (484, 100, "افتتاح الدورة", False))
    assert line.text == "1- افتتاح الدورة"
    assert [cell.text for cell in line.cells] == ["1-", "افتتاح الدورة"]
    assert line.x0 == 612 - 510
    assert line.bbox[2] == 510
    assert line.bbox[0] < 484


def test_bold_words_at_the_head_of_a_right_to_left_line_come_first():
    (line,) = leftwards((510, 100, "الإجراء:", True), (472, 100, "ستدعى الهيئة إلى إقرار جدول الأعمال", False))
    assert line.text == "الإجراء: ستدعى الهيئة إلى إقرار جدول الأعمال"


def test_words_rotated_by_a_quarter_stay_out_of_the_lines():
    label = span("GE.31-00417 printed on paper from sound woods", 560, 400, 8)
    label.x0, label.top, label.x1, label.bottom = 552, 300, 562, 500
    found = lines_of(page([span("The Committee met.", 124, 400), label, span("I", 124, 420)]))
    assert [line.text for line in found] == ["The Committee met.", "I"]
