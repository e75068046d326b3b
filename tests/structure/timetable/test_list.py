"""Timetables that are lists of days, and what is none."""

from __future__ import annotations

import datetime as dt

from extractor.grammar.calendar import CalendarContext
from extractor.structure.timetable.list import list_events
from extractor.structure.timetable.moments import Calendar
from extractor.structure.timetable.read import schedule_regions
from tests.structure.timetable.pages import read, rows, sheet


def test_day_lists_with_sub_items_and_deadlines():
    lines = sheet(
        [(60, "Annex", "h")],
        [(123, "Draft programme of work", "h")],
        [(123, "Monday, 24 June 2030", "b")],
        [(123, "10 a.m.")],
        [(147, "Organizational meeting")],
        [(147, "Item 137: Programme planning", "b")],
        [(123, "Followed by: (informal meeting)")],
        [(147, "Item 137: Programme planning", "b")],
        [(123, "Week of 24–28 June 2030", "b")],
        [(123, "Tuesday, 25 June", "b")],
        [(123, "10 a.m.–1 p.m. and 3–6 p.m.")],
        [(147, "Joint general discussion on:")],
        [(147, "Item 21: Countries without coasts:", "b")],
        [(171, "(a)", "b"), (195, "Follow-up to the conference on roads to the sea and on the", "b")],
        [(195, "~ports of their neighbours", "b")],
        [(171, "(b)", "b"), (195, "Transit", "b")],
        [(123, "3 p.m.: deadline for drafts under item 21 and sub-items (a) and (b) and item 23")],
        [(123, "Wednesday, 26 June (public holiday)", "b")],
        [(123, "No meetings scheduled")],
        size=10,
    )
    found = read(lines)
    assert rows(found) == [
        ("06-24", "10:00", None, "", "Organizational meeting"),
        ("06-24", "10:00", None, "137", "Programme planning"),
        ("06-24", None, None, "137", "Programme planning"),
        ("06-25", "10:00", "18:00", "", "Joint general discussion on"),
        ("06-25", "10:00", "18:00", "21", "Countries without coasts"),
        ("06-25", "10:00", "18:00", "21(a)",
         "Follow-up to the conference on roads to the sea and on the ports of their neighbours"),
        ("06-25", "10:00", "18:00", "21(b)", "Transit"),
        ("06-25", "15:00", None, "21 21(a) 21(b) 23",
         "deadline for drafts under item 21 and sub-items (a) and (b) and item 23"),
        ("06-26", None, None, "", "No meetings scheduled"),
    ]  # fmt: skip
    assert found[3].sittings == [(dt.time(10), dt.time(13)), (dt.time(15), dt.time(18))]


def test_lines_that_say_nothing_are_no_events():
    assert list_events(sheet([(60, "(2 meetings)")]), Calendar(CalendarContext(year=2031))) == []


def test_mornings_and_afternoons_with_items_in_brackets():
    lines = sheet(
        [(60, "PROVISIONAL TIMETABLE", "b")],
        [(60, "Monday, 24 June", "b")],
        [(60, "MORNING (10.00 - 13.00 hours)")],
        [(80, "Opening of the session (Item 1)")],
        [(80, "State of the nets (Item 16)")],
        [(60, "AFTERNOON (14.30 - 17.30 hours)")],
        [(80, "Programme of work (Items 4 and 3)")],
        size=10,
    )
    assert rows(read(lines)) == [
        ("06-24", "10:00", "13:00", "1", "Opening of the session"),
        ("06-24", "10:00", "13:00", "16", "State of the nets"),
        ("06-24", "14:30", "17:30", "4 3", "Programme of work"),
    ]


def test_days_without_times_and_bulleted_items():
    lines = sheet(
        [(60, "Organization of work", "b")],
        [(60, "Monday, 24 June 2030", "b")],
        [(80, "• Item 1. Election of the Bureau")],
        [(80, "• Item 2. Adoption of the agenda")],
        [(60, "Thursday, 27 June and Friday, 28 June", "b")],
        [(80, "• Item 3. Forests that stand in water")],
        [(80, "• General debate")],
        size=10,
    )
    found = read(lines)
    assert rows(found) == [
        ("06-24", None, None, "1", "Election of the Bureau"),
        ("06-24", None, None, "2", "Adoption of the agenda"),
        ("06-27", None, None, "3", "Forests that stand in water"),
        ("06-27", None, None, "", "General debate"),
    ]
    assert found[2].end_date == dt.date(2030, 6, 28)


def test_half_days_give_no_times():
    lines = sheet(
        [(60, "Programme of work", "b")],
        [(60, "Monday, 24 June", "b")],
        [(60, "Morning")],
        [(80, "Item 1. Opening")],
        [(60, "Afternoon")],
        [(80, "Item 2. Closing")],
        size=10,
    )
    assert rows(read(lines)) == [
        ("06-24", None, None, "1", "Opening"),
        ("06-24", None, None, "2", "Closing"),
    ]


def test_prose_with_dates_is_no_timetable():
    lines = sheet(
        [(60, "Organization of work", "b")],
        [(60, "1. The Committee will meet from 24 to 28 June 2030. Meetings will be held from 10 a.m. to 1 p.m. and")],
        [(60, "~from 3 to 6 p.m. on each day. The list of speakers will be opened on Monday, 3 June.")],
        [(60, "2. The plenary meetings will be held as follows:")],
        [(80, "Monday, 24 June: from 9 a.m. to 1 p.m. and from 3 to 6 p.m.")],
        [(80, "Tuesday, 25 June: from 10 a.m. to 1 p.m. and from 3 to 6 p.m.")],
        [(80, "Wednesday, 26 June: from 10 a.m. to 1 p.m. and from 3 to 6 p.m.")],
        [(60, "3. All plenary meetings will be held in the large hall. The hall is open to all who hold a pass.")],
        size=10,
    )
    assert schedule_regions(lines, {}) == []


def test_a_table_of_documents_is_no_timetable():
    lines = sheet(
        [(60, "List of documents", "b")],
        [(60, "Symbol", "i"), (200, "Title", "i"), (420, "Item", "i")],
        [(60, "A/AC.999/2030/1"), (200, "Provisional agenda"), (420, "1")],
        [(60, "A/AC.999/2030/2"), (200, "Report on drifting ice"), (420, "2")],
        [(60, "A/AC.999/2030/3"), (200, "Accounts for the year ended 31 December 2029"), (420, "3")],
    )
    assert schedule_regions(lines, {}) == []


def test_prose_around_a_timetable_stays_outside():
    lines = sheet(
        [(60, "Opening of the session", "b")],
        [(60, "The Chair will open the session. The Committee is expected to take note of the report on wrecks.")],
        [(60, "Tentative timetable", "b")],
        [(60, "Monday, 24 June", "b")],
        [(60, "10 a.m.–1 p.m."), (160, "Item 1"), (220, "Opening")],
        [(60, "3–6 p.m."), (160, "Item 2"), (220, "Closing")],
        20.0,
        [(60, "The timetable will be adapted by the Bureau. Delegations will find it in the journal of the day.")],
        size=10,
    )
    (region,) = schedule_regions(lines, {})
    assert lines[region.start].text == "Tentative timetable"
    assert lines[region.end - 1].text.endswith("Closing")


def test_entries_without_wrapped_lines_stay_apart():
    lines = sheet(
        [(60, "Draft programme of work", "h")],
        [(60, "Monday, 24 June", "b")],
        -3.0,
        [(60, "10 a.m.–1 p.m.")],
        [(84, "Keynote address")],
        [(84, "General debate")],
        [(60, "3–6 p.m.")],
        [(84, "General debate (continued)")],
        [(60, "Tuesday, 25 June", "b")],
        -3.0,
        [(60, "10 a.m.–1 p.m.")],
        [(84, "Item 17: Policy questions", "b")],
        size=10,
    )
    assert [row[4] for row in rows(read(lines))] == [
        "Keynote address",
        "General debate",
        "General debate +",
        "Policy questions",
    ]


def test_figures_of_a_budget_are_no_times():
    lines = sheet(
        [(60, "Staffing", "b")],
        [(60, "Level"), (200, "2030"), (300, "2031")],
        [(60, "D-1"), (200, "3.83"), (300, "5")],
        [(60, "P-5"), (200, "5.75"), (300, "6")],
        [(60, "P-4"), (200, "7.50"), (300, "8")],
        [(60, "P-3"), (200, "9.50"), (300, "12")],
    )
    assert schedule_regions(lines, {}) == []


def test_two_days_of_bullets_without_times():
    lines = sheet(
        [(123, "Monday, 24 June 2030", "b")],
        [(135, "•"), (147, "Item 1. Opening of the session")],
        [(135, "•"), (147, "Item 2. Adoption of the agenda")],
        [(123, "Tuesday, 25 June 2030", "b")],
        [(135, "•"), (147, "Item 3. Harbour lights")],
        size=10,
    )
    assert rows(read(lines)) == [
        ("06-24", None, None, "1", "Opening of the session"),
        ("06-24", None, None, "2", "Adoption of the agenda"),
        ("06-25", None, None, "3", "Harbour lights"),
    ]


def test_times_and_items_on_one_line():
    lines = sheet(
        [(123, "Programme of work", "h")],
        [(123, "Day 1: Monday, 24 June 2030", "b")],
        [(123, "10 a.m.–1 p.m. Agenda item 1 (a): Opening of the session of the committee")],
        [(123, "~3–6 p.m. Agenda item 2: Review of the convention on the lights of harbours")],
        [(123, "Day 2: Tuesday, 25 June 2030", "b")],
        [(123, "10 a.m.–1 p.m. Agenda item 3: Technical assistance")],
        size=10,
    )
    assert rows(read(lines)) == [
        ("06-24", "10:00", "13:00", "1(a)", "Opening of the session of the committee"),
        ("06-24", "15:00", "18:00", "2", "Review of the convention on the lights of harbours"),
        ("06-25", "10:00", "13:00", "3", "Technical assistance"),
    ]


def test_lines_of_a_time_and_nothing_but_items():
    for bullet in ("", "• "):
        lines = sheet(
            [(60, "Indicative timetable", "h")],
            [(60, f"{bullet}Monday, 24 June 2030, 10 a.m.–1 p.m.: items 1 and 2;")],
            [(60, f"{bullet}Monday, 24 June 2030, 3–6 p.m.: item 2 (continued);")],
            [(60, f"{bullet}Tuesday, 25 June 2030, 10.00–13.00: items 3 and 4.")],
        )
        assert rows(read(lines)) == [
            ("06-24", "10:00", "13:00", "1 2", ""),
            ("06-24", "15:00", "18:00", "2", " +"),
            ("06-25", "10:00", "13:00", "3 4", ""),
        ]


def test_continued_alone_on_a_line_further_left():
    lines = sheet(
        [(60, "Proposed organization of work", "h")],
        [(60, "Monday, 24 June 2030", "b")],
        [(60, "10 a.m.–1 p.m.")],
        [(80, "Item 2. Ways of counting lighthouses")],
        [(60, "~(continued)")],
        [(60, "3–6 p.m.")],
        [(80, "Item 3. Harbour dues")],
    )
    assert rows(read(lines)) == [
        ("06-24", "10:00", "13:00", "2", "Ways of counting lighthouses +"),
        ("06-24", "15:00", "18:00", "3", "Harbour dues"),
    ]
