"""Cells of timetables that narrow columns break over lines, and cells that touch."""

from __future__ import annotations

import pytest

from extractor.layout.lines.rows import lines_of
from extractor.structure.timetable.item_numbers import goes_on
from extractor.structure.timetable.words import completes_date
from tests.layout.pages import page, span
from tests.structure.timetable.pages import Row, borders, read, rows, sheet

HEAD: Row = [(100, "Date", "i"), (190, "Time", "i"), (260, "Item", "i"), (310, "Subject", "i")]


@pytest.mark.parametrize(
    ("text", "above"),
    [("November", "Tuesday, 21"), ("2030", "Monday, 24 June"), ("22", "Wednesday,"), ("June 2030", "Monday, 24"),
     ("de junio", "lunes 24"), ("2030", "June")],
)  # fmt: skip
def test_rest_of_a_date(text: str, above: str):
    assert completes_date(text, above)


@pytest.mark.parametrize(
    ("text", "above"),
    [("Tuesday, 25 June", "3–6 p.m."), ("25 June", "Monday, 24 June"), ("3 p.m.", "Monday, 24 June"),
     ("2030", "Monday, 24 June 2030"), ("Opening", "Monday, 24"), ("Вторник, 2 июня", "18 час. 00 мин.")],
)  # fmt: skip
def test_no_rest_of_a_date(text: str, above: str):
    assert not completes_date(text, above)


def test_letters_and_ranges_go_on_with_a_number():
    for text, above in (("(a)", "Item 1"), ("(c) (i)", "6"), ("(ii)", "6 (c)"), ("and 4", "3")):
        assert goes_on(text, above)
    for text, above in (("(b)", "1 (a)"), ("2", "1"), ("Opening", "1"), ("(a)", "")):
        assert not goes_on(text, above)


def test_date_of_three_lines_and_a_title_wrapped_beside_it():
    lines = sheet(
        HEAD,
        [(100, "Monday,", "b"), (190, "10 a.m.–1"), (260, "1"), (310, "High tides: the first report; the second;")],
        [(100, "~24", "b"), (190, "p.m."), (310, "and the way forward")],
        [(100, "~June", "b")],
        6,
        [(260, "2"), (310, "Low tides")],
        [(190, "3–6 p.m."), (260, "3"), (310, "Lamps")],
        [(100, "Tuesday, 25", "b"), (190, "10 a.m."), (260, "4"), (310, "Ropes of hemp and other fibres, with a view")],
        [(100, "~June 2030", "b"), (310, "to standards")],
    )
    assert rows(read(lines)) == [
        ("06-24", "10:00", "13:00", "1", "High tides: the first report; the second; and the way forward"),
        ("06-24", "10:00", "13:00", "2", "Low tides"),
        ("06-24", "15:00", "18:00", "3", "Lamps"),
        ("06-25", "10:00", None, "4", "Ropes of hemp and other fibres, with a view to standards"),
    ]


def test_item_cell_of_two_lines_in_a_bordered_table():
    lines = sheet(
        HEAD,
        [(100, "Monday,", "b"), (190, "10 a.m.–1"), (260, "Item 1"), (310, "Opening")],
        [(100, "~24 June", "b"), (190, "p.m."), (260, "(a)")],
        8,
        [(260, "Item 1"), (310, "Reports on lighthouses along coasts that no")],
        [(260, "~(b)"), (310, "chart shows")],
        8,
        [(190, "3–6 p.m."), (260, "Item 2"), (310, "Closing")],
    )
    rules = borders([94, 112, 144, 181, 207], [95, 185, 255, 305], 540)
    assert rows(read(lines, {1: rules})) == [
        ("06-24", "10:00", "13:00", "1(a)", "Opening"),
        ("06-24", "10:00", "13:00", "1(b)", "Reports on lighthouses along coasts that no chart shows"),
        ("06-24", "15:00", "18:00", "2", "Closing"),
    ]


def test_letters_on_rows_of_their_own_stay_apart():
    lines = sheet(
        [cell for cell in HEAD if cell[1] != "Time"],
        [(100, "Monday, 24 June", "b"), (260, "1"), (310, "Opening")],
        [(260, "(a)"), (310, "Adoption of the agenda")],
        [(260, "(b)"), (310, "Election of officers")],
        [(100, "Tuesday, 25 June", "b"), (260, "2"), (310, "Closing")],
    )
    assert [(row[0], row[3]) for row in rows(read(lines))] == [
        ("06-24", "1"), ("06-24", "1(a)"), ("06-24", "1(b)"), ("06-25", "2"),
    ]  # fmt: skip


def test_weekday_and_time_that_touch():
    spans = [
        span("Date", 100, 90, 7), span("Time", 150, 90, 7), span("Item", 220, 90, 7), span("Title", 270, 90, 7),
        span("Tuesday,", 100, 110, 9), span("10 a.m.–1", 150, 110, 9), span("1", 220, 110, 9),
        span("Opening", 270, 110, 9),
        span("25 June", 100, 121, 9), span("p.m.", 150, 121, 9),
        span("Wednesday, 10 a.m.–1", 100, 140, 9), span("2", 220, 140, 9), span("Closing", 270, 140, 9),
        span("26 June", 100, 151, 9), span("p.m.", 150, 151, 9),
    ]  # fmt: skip
    rules = borders([82, 96, 130, 160], [95, 145, 215, 265], 500)
    assert rows(read(lines_of(page(spans, 1, rules)), {1: rules})) == [
        ("06-25", "10:00", "13:00", "1", "Opening"),
        ("06-26", "10:00", "13:00", "2", "Closing"),
    ]


def test_a_title_that_ends_in_the_word_of_a_column_head():
    lines = sheet(
        HEAD,
        [(100, "Monday, 24 June", "b"), (190, "10 a.m."), (260, "1"), (310, "Opening of the session, with music")],
        [(190, "3 p.m."), (260, "2"), (310, "Adoption of the report of the")],
        [(310, "~meeting")],
    )
    assert rows(read(lines))[-1][4] == "Adoption of the report of the meeting"


def test_a_row_without_a_number_set_as_tight_as_the_others():
    lines = sheet(
        HEAD,
        [(100, "Monday, 24 June", "b"), (190, "10 a.m."), (260, "1"), (310, "Opening")],
        -5.7,
        [(260, "2"), (310, "Ropes")],
        -5.7,
        [(310, "Informal consultations")],
        -5.7,
        [(260, "3"), (310, "Reports on lighthouses along coasts that no chart")],
    )
    assert [(row[3], row[4]) for row in rows(read(lines))][1:3] == [("2", "Ropes"), ("", "Informal consultations")]


def test_a_border_between_days_does_not_put_a_time_over_what_stands_above_it():
    lines = sheet(
        HEAD,
        [(260, "7"), (310, "Sails")],
        [(260, "8"), (310, "Oars")],
        [(100, "Monday, 24 June", "b"), (190, "10 a.m."), (260, "1"), (310, "Opening")],
        [(190, "3 p.m."), (260, "2"), (310, "Ropes")],
        [(260, "3"), (310, "Lamps")],
        [(100, "Tuesday, 25 June", "b"), (190, "10 a.m."), (260, "4"), (310, "Masts")],
    )
    rules = borders([96, 150, 204, 225], [95, 185, 255, 305], 540)
    assert [row[1] for row in rows(read(lines, {1: rules}))][-4:] == ["10:00", "15:00", "15:00", "10:00"]
