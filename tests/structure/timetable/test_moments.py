"""The calendar of a timetable: asked without being changed, advanced in printed order."""

from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest

from extractor.grammar.calendar import CalendarContext, Period
from extractor.structure.timetable.moments import Calendar
from extractor.structure.timetable.words import banner_day, is_clockwork
from tests.structure.timetable.pages import context, read, rows, sheet

CELLS = ("2 July 2032", "Monday, 30 June", "3–6 p.m.", "Tue. 1", "Opening of the harbour")


def test_the_order_in_which_cells_are_asked_does_not_matter():
    answers = set()
    for order in permutations(CELLS):
        calendar = Calendar(CalendarContext(year=2031))
        found = {text: calendar.peek(text) for text in order}
        answers.add(tuple(found[text] for text in CELLS))
    assert len(answers) == 1
    monday = Calendar(CalendarContext(year=2031)).peek("Monday, 30 June")
    assert monday is not None
    assert (monday.first, monday.mismatches) == (dt.date(2031, 6, 30), ())


def test_days_without_a_month_take_it_from_the_day_printed_before():
    printed = ("Monday, 30 June 2031", "Mon. 7", "Friday, 1 August 2031", "Mon. 4")
    calendar = Calendar(CalendarContext(), printed)
    moments = [calendar.peek(text) for text in printed]
    assert [moment and calendar.advance(moment).first for moment in moments] == [
        dt.date(2031, 6, 30),
        dt.date(2031, 6, 7),
        dt.date(2031, 8, 1),
        dt.date(2031, 8, 4),
    ]


@pytest.mark.parametrize("cell", ["Day 1: Monday, 24 June", "Día 1: lunes 24 de junio", "第1天：6月24日，星期一"])
def test_a_day_by_its_number_is_a_moment_wherever_it_is_asked(cell: str):
    moment = Calendar(CalendarContext(periods=(Period(dt.date(2030, 6, 24), dt.date(2030, 6, 28)),))).peek(cell)
    assert moment is not None
    assert moment.first == dt.date(2030, 6, 24)
    assert is_clockwork(cell)


@pytest.mark.parametrize(
    ("cell", "start", "end"),
    [
        ("0930h-1030h", (9, 30), (10, 30)),
        ("1015 à 1300", (10, 15), (13, 0)),
        ("18 h 10-(19 h 40)", (18, 10), (19, 40)),
        ("22.00–00.30", (22, 0), (0, 30)),
        ("10:00•13:00", (10, 0), (13, 0)),
        ("10 a.m.\uf0be1 p.m.", (10, 0), (13, 0)),
        ("10:00–12:00 GMT+1", (10, 0), (12, 0)),
        ("Until noon", None, (12, 0)),
        ("Jusqu’à midi", None, (12, 0)),
        ("Hasta mediodía", None, (12, 0)),
    ],
)
def test_the_hours_of_a_cell(cell: str, start: tuple[int, int] | None, end: tuple[int, int]):
    moment = Calendar(CalendarContext(year=2031)).peek(cell)
    assert moment is not None
    assert (moment.start, moment.end) == (start and dt.time(*start), dt.time(*end))


@pytest.mark.parametrize(
    "line",
    ["Day One – Tuesday, 17 June – Technical segment", "Premier jour : mardi 17 juin : volet technique"],
)
def test_a_day_counted_in_words_heads_a_banner(line: str):
    assert is_clockwork(banner_day(line))


def test_days_by_their_number_in_a_table():
    lines = sheet(
        [(62, "日期和时间", "i"), (180, "项目", "i"), (240, "标题", "i")],
        [(62, "第1天：6月24日，星期一", "b")],
        [(62, "上午10时至下午1时"), (180, "1"), (240, "会议开幕")],
        [(62, "下午3时至6时"), (180, "2"), (240, "灯塔")],
        [(62, "第2天：6月25日，星期二", "b")],
        [(62, "上午10时至下午1时"), (180, "3"), (240, "会议闭幕")],
    )
    assert [row[:2] for row in rows(read(lines, known=context(language="zh")))] == [
        ("06-24", "10:00"),
        ("06-24", "15:00"),
        ("06-25", "10:00"),
    ]
