"""Timetables set in columns: every variant of format catalogue 4.1 and 4.2."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor.layout.lines.rows import lines_of
from extractor.structure.timetable.read import read_schedule, schedule_regions
from tests.layout.pages import page, span
from tests.structure.timetable.pages import borders, boxed, context, read, rows, sheet


def test_date_rows_and_times_carried_down():
    lines = sheet(
        [(90, "Annex", "h")],
        [(140, "Proposed organization of work", "h")],
        [(92, "Date and time", "i"), (160, "Agenda item", "i"), (210, "Title or description", "i")],
        [(92, "Monday, 24 June", "b")],
        [(92, "10 a.m.–1 p.m."), (160, "1 (a)"), (210, "Opening of the meeting")],
        [(160, "1 (b)"), (210, "Adoption of the agenda")],
        [(92, "3–6 p.m."), (160, "2"), (210, "Ways of counting lighthouses along coasts that no chart shows as")],
        [(210, "~they were built")],
        [(92, "Tuesday, 25 June", "b")],
        [(92, "10 a.m.–1 p.m."), (160, "2"), (210, "Ways of counting lighthouses (continued)")],
        [(160, "3"), (210, "Adoption of the report")],
    )
    assert rows(read(lines)) == [
        ("06-24", "10:00", "13:00", "1(a)", "Opening of the meeting"),
        ("06-24", "10:00", "13:00", "1(b)", "Adoption of the agenda"),
        ("06-24", "15:00", "18:00", "2",
         "Ways of counting lighthouses along coasts that no chart shows as they were built"),
        ("06-25", "10:00", "13:00", "2", "Ways of counting lighthouses +"),
        ("06-25", "10:00", "13:00", "3", "Adoption of the report"),
    ]  # fmt: skip


def test_date_cells_segments_and_bullets():
    edges = [40.0, 107.0, 178.0, 215.0]
    lines = sheet(
        [(50, "Day/Date", "i"), (115, "Time", "i"), (180, "Item", "i"), (230, "Subject", "i")],
        [(45, "Monday,"), (115, "10 a.m.–"), (190, "1"), (220, "ORGANIZATIONAL MATTERS")],
        [(45, "~24 June"), (115, "1 p.m.")],
        [(238, "• Adoption of the agenda")],
        [(330, "SOUTHERN SEGMENT", "b")],
        [(190, "3"), (220, "TIDES")],
        [(115, "3 – 6 p.m."), (190, "5"), (220, "STORMS")],
        [(250, "STATEMENT BY THE HARBOUR MASTER")],
    )
    found = read(lines, {1: borders([100, 118], edges, 556)})
    assert rows(found) == [
        ("06-24", "10:00", "13:00", "1", "ORGANIZATIONAL MATTERS"),
        ("06-24", "10:00", "13:00", "3", "TIDES"),
        ("06-24", "15:00", "18:00", "5", "STORMS"),
        ("06-24", "15:00", "18:00", "", "STATEMENT BY THE HARBOUR MASTER"),
    ]


def test_times_in_the_middle_of_bordered_rows():
    edges = [113.0, 185.0, 376.0]
    spans = [
        span("Date and time", 123, 100, 7, italic=True), span("Agenda item", 200, 100, 7, italic=True),
        span("Introduced by", 390, 100, 7, italic=True), span("Monday, 24 June", 240, 117, 8, bold=True),
        span("Item 1: Activities of other bodies and of the", 190, 140, 8),
        span("harbours that they keep in", 190, 151, 8),
        span("10.00 – 11.00", 114, 151, 8), span("Secretariat", 390, 151, 8), span("working order", 190, 162, 8),
        span("11.00 – 13.00", 114, 187, 8), span("Lunch break", 190, 187, 8),
        span("13.00 – 15.00", 114, 210, 8), span("Item 2: Adoption of the report", 190, 210, 8),
        span("Chair", 390, 210, 8),
    ]  # fmt: skip
    rules = borders([90, 106, 126, 172, 197, 220], edges, 482)
    found = read(lines_of(page(spans, 1, rules)), {1: rules})
    assert rows(found) == [
        ("06-24", "10:00", "11:00", "1",
         "Activities of other bodies and of the harbours that they keep in working order"),
        ("06-24", "11:00", "13:00", "", "Lunch break"),
        ("06-24", "13:00", "15:00", "2", "Adoption of the report"),
    ]  # fmt: skip


def test_two_bodies_side_by_side():
    lines = sheet(
        [(62, "Date and time", "i"), (147, "Plenary", "i"), (330, "Committee of the Whole", "i")],
        [(62, "Monday, 24 June", "b")],
        [(62, "9.30 a.m.–1 p.m."), (147, "Opening of the session")],
        [(62, "3–6 p.m."), (147, "Item 3. Strategic management"), (330, "Consideration of draft resolutions")],
        [(62, "Tuesday, 25 June", "b")],
        [(62, "10 a.m.–1 p.m."), (147, "Item 4 (a). Scope of control"), (330, "Consideration of drafts (continued)")],
        [(62, "3–6 p.m."), (147, "Items 7 and 8")],
    )
    assert rows(read(lines)) == [
        ("06-24", "09:30", "13:00", "", "Opening of the session"),
        ("06-24", "15:00", "18:00", "3", "Strategic management"),
        ("06-24", "15:00", "18:00", "", "Consideration of draft resolutions"),
        ("06-25", "10:00", "13:00", "4(a)", "Scope of control"),
        ("06-25", "10:00", "13:00", "", "Consideration of drafts +"),
        ("06-25", "15:00", "18:00", "7 8", ""),
    ]


def test_dates_at_the_right_with_items_in_brackets():
    lines = sheet(
        [(458, "Approximate dates of", "i")],
        [(458, "~consideration", "i")],
        [(123, "Committee (organization of work)"), (458, "24 June")],
        [(123, "Measures against drifting ice [109]"), (458, "24 and 25 June")],
        [(123, "Observer status for the Society of Harbour Pilots in the"), (458, "26 June")],
        [(123, "~General Conference [171]")],
        [(123, "Revision of the charts (continued) [121]"), (458, "27 June")],
        size=10,
    )
    found = read(lines)
    assert rows(found) == [
        ("06-24", None, None, "", "Committee (organization of work)"),
        ("06-24", None, None, "109", "Measures against drifting ice"),
        ("06-26", None, None, "171", "Observer status for the Society of Harbour Pilots in the General Conference"),
        ("06-27", None, None, "121", "Revision of the charts +"),
    ]
    assert found[1].end_date == dt.date(2030, 6, 25)


def test_proposed_dates_and_documentation_columns():
    lines = sheet(
        [(62, "Agenda item", "i"), (276, "Proposed date(s)/time for consideration", "i"), (430, "Documentation", "i")],
        [(62, "1. Opening of the session."), (276, "Monday, 24 June,")],
        [(276, "~10–10.30 a.m.")],
        [(62, "2. Election of officers.")],
        [(62, "3. Model law on buoys."), (276, "Monday, 24 June–"), (430, "Draft model law: A/CN.99/12")],
        [(276, "~Wednesday, 26 June, a.m.")],
        [(62, "4. Other business."), (276, "Friday, 28 June, 3–6 p.m.")],
    )
    found = read(lines)
    assert rows(found) == [
        ("06-24", "10:00", "10:30", "1", "Opening of the session"),
        ("06-24", "10:00", "10:30", "2", "Election of officers"),
        ("06-24", None, None, "3", "Model law on buoys"),
        ("06-28", "15:00", "18:00", "4", "Other business"),
    ]
    assert found[2].end_date == dt.date(2030, 6, 26)


def test_start_times_only_and_ranges_of_items():
    lines = sheet(
        [(92, "Provisional timetable", "h")],
        [(92, "Monday, 24 June", "b")],
        [(92, "10.00 hrs"), (160, "Items 1–4")],
        [(92, "14.30 hrs"), (160, "2 (a)–(c)")],
        [(92, "Tuesday, 25 June", "b")],
        [(92, "10.00 hrs"), (160, "3, 4 and 6")],
        [(92, "14.30 hrs"), (160, "Item 5")],
    )
    assert [(row[1], row[2], row[3]) for row in rows(read(lines))] == [
        ("10:00", None, "1 2 3 4"),
        ("14:30", None, "2(a) 2(b) 2(c)"),
        ("10:00", None, "3 4 6"),
        ("14:30", None, "5"),
    ]


def test_a_table_over_two_pages_repeats_its_head():
    head = [(92, "Date/time", "i"), (200, "Item", "i"), (250, "Title", "i")]
    first = sheet(
        [(92, "Proposed timetable", "h")], head,  # type: ignore[arg-type]
        [(92, "Monday, 24 June", "b")],
        [(92, "10 a.m.–1 p.m."), (200, "1"), (250, "Opening")],
        [(92, "3–6 p.m."), (200, "2"), (250, "Report of the tide gauges and of what they")],
    )  # fmt: skip
    second = sheet(
        head,  # type: ignore[arg-type]
        [(250, "measured")],
        [(200, "3"), (250, "Other matters")],
        [(92, "Tuesday, 25 June", "b")],
        [(92, "10 a.m.–1 p.m."), (200, "4"), (250, "Adoption of the report")],
        number=2,
    )
    assert rows(read([*first, *second])) == [
        ("06-24", "10:00", "13:00", "1", "Opening"),
        ("06-24", "15:00", "18:00", "2", "Report of the tide gauges and of what they measured"),
        ("06-24", "15:00", "18:00", "3", "Other matters"),
        ("06-25", "10:00", "13:00", "4", "Adoption of the report"),
    ]


def test_days_as_columns():
    lines = sheet(
        [(60, "Provisional programme of work", "h")],
        [(150, "Monday, 24 June", "b"), (300, "Tuesday, 25 June", "b"), (450, "Wednesday, 26 June", "b")],
        [(60, "10 a.m.–1 p.m."), (150, "Item 1"), (300, "Item 3"), (450, "Item 5")],
        [(60, "3–6 p.m."), (150, "Item 2"), (300, "Item 4"), (450, "Item 6")],
    )
    assert {(row[0], row[1], row[3]) for row in rows(read(lines))} == {
        ("06-24", "10:00", "1"), ("06-24", "15:00", "2"), ("06-25", "10:00", "3"),
        ("06-25", "15:00", "4"), ("06-26", "10:00", "5"), ("06-26", "15:00", "6"),
    }  # fmt: skip


def test_unnumbered_lines_inside_the_cell_of_an_item_carry_it():
    lines = sheet(
        [(60, "Provisional timetable", "h")],
        [(60, "Monday 24 June"), (150, "10 a.m.–1 p.m."), (240, "Item 3"), (290, "Annual report of the pilots")],
        -3.0,
        [(290, "Report on the recommendations of the inspectors")],
        3.0,
        [(240, "Item 4"), (290, "Lights and fog signals")],
        [(290, "General statements", "")],
        [(150, "3–6 p.m."), (240, "Item 5"), (290, "Wrecks")],
        [(60, "Tuesday 25 June"), (150, "10 a.m.–1 p.m."), (240, "Item 6"), (290, "Other matters")],
    )
    assert [(row[3], row[4]) for row in rows(read(lines))] == [
        ("3", "Annual report of the pilots"),
        ("3", "Report on the recommendations of the inspectors"),
        ("4", "Lights and fog signals"),
        ("", "General statements"),
        ("5", "Wrecks"),
        ("6", "Other matters"),
    ]


def test_other_languages():
    cases = {
        "fr": ("Date et heure", "Point", "Titre", "Lundi 24 juin", "10 heures-13 heures", "Élection du Bureau (suite)"),
        "es": ("Fecha y hora", "Tema", "Título", "Lunes 24 de junio", "10.00 a 13.00 horas", "Elección (continuación)"),
        "ru": ("Дата и время", "Пункт", "Название", "Понедельник, 24 июня", "10.00–13.00", "Выборы (продолжение)"),
        "zh": ("日期和时间", "项目", "标题", "6月24日，星期一", "上午10时至下午1时", "选举主席团成员(续)"),
    }
    for language, (when, item, title, day, clock, entry) in cases.items():
        lines = sheet(
            [(62, when, "i"), (180, item, "i"), (240, title, "i")],
            [(62, day, "b")],
            [(62, clock), (180, "1 (a)"), (240, entry)],
            [(180, "2"), (240, entry)],
        )
        found = rows(read(lines, known=context(language=language)))
        assert [row[:4] for row in found] == [
            ("06-24", "10:00", "13:00", "1(a)"),
            ("06-24", "10:00", "13:00", "2"),
        ], language
        assert all(row[4].endswith(" +") for row in found), language


def test_a_weekday_that_contradicts_the_date_is_reported():
    lines = sheet(
        [(62, "Date and time", "i"), (180, "Item", "i"), (240, "Title", "i")],
        [(62, "Friday, 24 June", "b")],
        [(62, "10 a.m.–1 p.m."), (180, "1"), (240, "Opening")],
        [(62, "3–6 p.m."), (180, "2"), (240, "Closing")],
    )
    (region,) = schedule_regions(lines, {})
    entries, notes = read_schedule(lines[region.start : region.end], {}, context())
    assert entries[0].date == dt.date(2030, 6, 24)
    assert "schedule.weekday_mismatch" in [note.code for note in notes]
    assert "inferred.schedule_year" in [note.code for note in notes]


def test_arabic_tables_are_flush_right():
    cells = [
        [("التاريخ والوقت", 7), ("البند", 7), ("العنوان", 7)],
        [("الاثنين، 24 حزيران/يونيه", 9)],
        [("10:00-13:00", 9), ("1", 9), ("افتتاح الدورة", 9)],
        [None, ("2 (أ)", 9), ("إقرار جدول الأعمال وتنظيم الأعمال", 9)],
        [("15/00-18/00", 9), ("3", 9), ("انتخاب أعضاء المكتب (تابع)", 9)],
    ]
    rights = [537.0, 420.0, 370.0]
    spans = []
    for at, row in enumerate(cells):
        for right, cell in zip(rights, row, strict=False):
            if cell:
                one = span(cell[0], 0, 100 + 16 * at, cell[1])
                one.x0, one.x1 = right - one.x1, right
                spans.append(one)
    leftwards = page(spans)
    leftwards.rtl = True
    found = read(lines_of(leftwards), known=context(language="ar"))
    assert rows(found) == [
        ("06-24", "10:00", "13:00", "1", "افتتاح الدورة"),
        ("06-24", "10:00", "13:00", "2(a)", "إقرار جدول الأعمال وتنظيم الأعمال"),
        ("06-24", "15:00", "18:00", "3", "انتخاب أعضاء المكتب +"),
    ]
    assert 300 < found[0].bbox[2] < 540


def test_a_cell_that_reaches_the_next_column():
    edges = [91.0, 134.0, 170.0]
    spans = [
        span("Date and time", 92, 100, 7), span("Item", 140, 100, 7), span("Title", 174, 100, 7),
        span("Monday, 24 June", 95, 117, 8.5, bold=True),
        span("10 a.m.–1 1 (a)", 95, 133, 8.5), span("Opening", 174, 133, 8.5), span("p.m.", 95, 145, 8.5),
        span("3–6 p.m.", 95, 161, 8.5), span("2", 138, 161, 8.5), span("Closing", 174, 161, 8.5),
    ]  # fmt: skip
    rules = borders([90, 106], edges, 505)
    assert rows(read(lines_of(page(spans, 1, rules)), {1: rules})) == [
        ("06-24", "10:00", "13:00", "1(a)", "Opening"),
        ("06-24", "15:00", "18:00", "2", "Closing"),
    ]


def test_words_over_the_time_head_the_slot():
    lines = sheet(
        [(123, "Date/time", "i"), (278, "Agenda item", "i"), (430, "Documents", "i")],
        [(123, "Monday, 24 June", "b")],
        [(123, "280th plenary meeting")],
        [(123, "10 a.m.–1 p.m."), (278, "1. Opening of the session")],
        [(278, "2. Election of officers"), (430, "A/AC.999/2030/L.1")],
        [(123, "Drafting Committee")],
        [(123, "3–6 p.m."), (278, "3. Consideration of the draft report")],
    )
    assert rows(read(lines)) == [
        ("06-24", "10:00", "13:00", "1", "Opening of the session"),
        ("06-24", "10:00", "13:00", "2", "Election of officers"),
        ("06-24", "15:00", "18:00", "3", "Consideration of the draft report"),
    ]


def test_half_days_as_columns():
    edges = [113.0, 240.0, 370.0]
    lines = sheet(
        [(120, "Date"), (245, "Morning meeting"), (375, "Afternoon meeting")],
        [(120, "Monday, 24 June"), (245, "Item 1"), (375, "Item 2")],
        [(120, "Tuesday, 25 June"), (245, "Item 3"), (375, "Item 5")],
    )
    assert rows(read(lines, {1: borders([96, 114, 132, 150], edges, 500)})) == [
        ("06-24", None, None, "1", ""),
        ("06-24", None, None, "2", ""),
        ("06-25", None, None, "3", ""),
        ("06-25", None, None, "5", ""),
    ]


def test_a_table_of_numbers_alone_under_an_item_on_the_organization_of_work():
    lines = sheet(
        [(60, "1. Opening of the session", "b")],
        [(60, "The session will be opened by the harbour master.")],
        [(60, "2. Organization of work", "b")],
        [(60, "The Committee may wish to follow the timetable below:")],
        [(60, "Date"), (200, "Time"), (330, "Item")],
        [(60, "Monday, 24 June"), (200, "10 a.m.–1 p.m."), (330, "1 and 2")],
        [(200, "3–6 p.m."), (330, "3")],
        [(60, "Tuesday, 25 June"), (200, "10 a.m.–1 p.m."), (330, "3")],
    )
    (region,) = schedule_regions(lines, {})
    assert lines[region.start].text.startswith("Date")
    assert rows(read(lines)) == [
        ("06-24", "10:00", "13:00", "1 2", ""),
        ("06-24", "15:00", "18:00", "3", ""),
        ("06-25", "10:00", "13:00", "3", ""),
    ]


def test_a_weekday_parted_from_its_date_is_no_entry():
    edges = [60.0, 150.0, 290.0]
    lines = sheet(
        [(64, "Time"), (160, "Mon"), (300, "Tue")],
        [(160, "~24 June"), (300, "~25 June")],
        [(64, "10 a.m.–1 p.m."), (160, "Item 1. Lights"), (300, "Item 2. Bells")],
        [(64, "3–6 p.m."), (160, "Item 2. Bells"), (300, "Item 3. Report")],
    )
    found = rows(read(lines, {1: borders([96, 122, 140, 158], edges, 430)}))
    assert ("06-24", "10:00", "13:00", "1", "Lights") in found
    assert not any(title in ("Mon", "Tue") for *_, title in found)


def test_the_number_of_meetings_of_a_day_is_no_entry():
    lines = [
        *sheet(
            [(99, "B.", "b"), (123, "Timetable", "b")],
            [(123, "Monday, 24 June, morning"), (270, "Election of the harbour master")],
            [(123, "~(1 meeting)")],
            [(123, "To be determined (1 meeting)"), (270, "Visit of the lighthouses")],
            [(123, "Tuesday, 25 June (2 meetings)"), (270, "Question of the northern quays")],
            [(270, "Question of the southern quays")],
            [(123, "Wednesday, 26 June"), (270, "Question of the eastern quays")],
            [(123, "~(2 meetings)")],
            [(270, "Question of the western quays")],
        ),
        *sheet([(270, "Question of the dry docks")], [(270, "Adoption of the report")], number=2),
    ]
    (region,) = schedule_regions(lines, {})
    assert (region.start, region.end) == (0, len(lines))
    assert rows(read(lines)) == [
        ("06-24", None, None, "", "Election of the harbour master"),
        (None, None, None, "", "Visit of the lighthouses"),
        ("06-25", None, None, "", "Question of the northern quays"),
        ("06-25", None, None, "", "Question of the southern quays"),
        ("06-26", None, None, "", "Question of the eastern quays"),
        ("06-26", None, None, "", "Question of the western quays"),
        ("06-26", None, None, "", "Question of the dry docks"),
        ("06-26", None, None, "", "Adoption of the report"),
    ]


def test_the_number_of_meetings_in_a_list_of_days():
    lines = sheet(
        [(90, "Programme of work", "h")],
        [(90, "Lundi 24 juin", "b")],
        [(90, "~(deux séances)")],
        [(90, "Point 2. Élection du Bureau")],
        [(90, "Mardi 25 juin (1 séance)", "b")],
        [(90, "Point 3. Rapport sur les quais")],
    )
    assert rows(read(lines, known=context(language="fr"))) == [
        ("06-24", None, None, "2", "Élection du Bureau"),
        ("06-25", None, None, "3", "Rapport sur les quais"),
    ]


def test_a_date_and_a_time_in_one_cell():
    edges = [60.0, 140.0]
    lines = sheet(
        [(147, "Plenary", "b")],
        [(66, "Monday"), (147, "1. Opening of the harbour")],
        [(66, "~24 June 2030"), (147, "~2. Adoption of the agenda")],
        [(66, "~10 a.m.–1 p.m.")],
        [(66, "3–6 p.m."), (147, "3. Question of the quays")],
        [(66, "Tuesday"), (147, "3. Question of the quays (continued)")],
        [(66, "~25 June 2030")],
        [(66, "~10 a.m.–1 p.m.")],
    )
    tops = [line.top - 4 for line in lines if line.text[:3] in ("Ple", "Mon", "3–6", "Tue")]
    found = read(lines, {1: borders([*tops, lines[-1].bottom + 4], edges, 556)})
    assert rows(found) == [
        ("06-24", "10:00", "13:00", "1", "Opening of the harbour"),
        ("06-24", "10:00", "13:00", "2", "Adoption of the agenda"),
        ("06-24", "15:00", "18:00", "3", "Question of the quays"),
        ("06-25", "10:00", "13:00", "3", "Question of the quays +"),
    ]


def test_entries_level_with_the_date_and_with_the_time_below_it():
    lines = sheet(
        [(66, "Date and time", "i"), (190, "Title", "i")],
        [(66, "Monday, 24 June"), (190, "Laying of the first stone")],
        [(66, "~10 a.m.–1 p.m."), (190, "~Opening of the harbour")],
        [(66, "Tuesday, 25 June"), (190, "Visit of the docks")],
        [(66, "~3–6 p.m."), (190, "~Adoption of the report")],
    )
    assert rows(read(lines)) == [
        ("06-24", None, None, "", "Laying of the first stone"),
        ("06-24", "10:00", "13:00", "", "Opening of the harbour"),
        ("06-25", None, None, "", "Visit of the docks"),
        ("06-25", "15:00", "18:00", "", "Adoption of the report"),
    ]


def test_days_side_by_side_below_their_weekdays():
    edges = [60.0, 150.0, 240.0, 330.0]
    lines = sheet(
        [(65, "Monday", "b"), (155, "Tuesday", "b"), (245, "Wednesday", "b"), (335, "Thursday", "b")],
        [(65, "24 June"), (155, "25 June"), (245, "26 June"), (335, "27 June")],
        [(65, "10 a.m.–1 p.m.")],
        [(65, "Item 1"), (155, "Item 3"), (245, "Item 3"), (335, "Item 4")],
        [(65, "3–6 p.m.")],
        [(65, "Item 2"), (155, "Item 3"), (245, "Visit of the docks"), (335, "Item 5")],
    )
    tops = [line.top - 4 for line in lines]
    found = read(lines, {1: borders([*tops, lines[-1].bottom + 4], edges, 420)})
    assert rows(found) == [
        ("06-24", "10:00", "13:00", "1", ""),
        ("06-25", "10:00", "13:00", "3", ""),
        ("06-26", "10:00", "13:00", "3", ""),
        ("06-27", "10:00", "13:00", "4", ""),
        ("06-24", "15:00", "18:00", "2", ""),
        ("06-25", "15:00", "18:00", "3", ""),
        ("06-26", "15:00", "18:00", "", "Visit of the docks"),
        ("06-27", "15:00", "18:00", "5", ""),
    ]


def test_two_sittings_below_one_another_are_one_slot():
    lines = sheet(
        [(66, "Date", "i"), (167, "Time", "i"), (280, "Plenary", "i")],
        [(66, "Monday, 24 June"), (167, "10 a.m.–1 p.m."), (280, "Question of the quays")],
        [(167, "~3–6 p.m.")],
        [(66, "Tuesday, 25 June"), (167, "9.30"), (200, "a.m.–1 p.m."), (280, "Question of the docks")],
        [(167, "3–6 p.m."), (280, "Adoption of the report")],
    )
    found = read(lines)
    assert rows(found) == [
        ("06-24", "10:00", "18:00", "", "Question of the quays"),
        ("06-25", "09:30", "13:00", "", "Question of the docks"),
        ("06-25", "15:00", "18:00", "", "Adoption of the report"),
    ]
    assert [len(entry.sittings) for entry in found] == [2, 0, 0]


def test_slots_side_by_side_over_columns_of_entries():
    lines = sheet(
        [(60, "Date"), (150, "Morning (10 a.m.–1 p.m.)"), (330, "Afternoon (3–6 p.m.)")],
        [(60, "Monday, 24 June"), (150, "Item 1. Opening of the session"), (330, "Item 3. Harbour dues")],
        [(150, "Item 2. Adoption of the agenda")],
        [(60, "Tuesday, 25 June"), (150, "Item 3. Harbour dues (continued)"), (330, "Item 4. Other matters")],
    )
    found = read(lines, {1: borders([96, 112, 150, 168], [55.0, 145.0, 325.0], 480)})
    assert sorted(rows(found)) == [
        ("06-24", "10:00", "13:00", "1", "Opening of the session"),
        ("06-24", "10:00", "13:00", "2", "Adoption of the agenda"),
        ("06-24", "15:00", "18:00", "3", "Harbour dues"),
        ("06-25", "10:00", "13:00", "3", "Harbour dues +"),
        ("06-25", "15:00", "18:00", "4", "Other matters"),
    ]


def test_slots_inside_the_cells_of_days():
    lines = sheet(
        [(60, "Monday, 24 June", "b"), (200, "Tuesday, 25 June", "b"), (340, "Wednesday, 26 June", "b")],
        [(60, "10 a.m.–1 p.m."), (200, "9–11 a.m."), (340, "10 a.m.–1 p.m.")],
        [(60, "~Item 1"), (200, "~Item 2"), (340, "~Item 4")],
        [(60, "3–6 p.m."), (340, "3–6 p.m.")],
        [(60, "~Item 2"), (200, "~Item 3"), (340, "~Item 5")],
    )
    assert rows(read(lines)) == [
        ("06-24", "10:00", "13:00", "1", ""),
        ("06-25", "09:00", "11:00", "2", ""),
        ("06-26", "10:00", "13:00", "4", ""),
        ("06-24", "15:00", "18:00", "2", ""),
        ("06-25", "09:00", "11:00", "3", ""),
        ("06-26", "15:00", "18:00", "5", ""),
    ]


def test_half_day_over_its_hours_is_one_slot():
    lines = sheet(
        [(130, "Monday, 24 June", "b"), (260, "Tuesday, 25 June", "b"), (390, "Wednesday, 26 June", "b")],
        [(60, "Morning"), (130, "Item 1"), (260, "Item 3"), (390, "Item 3 (cont.)")],
        [(60, "~10 a.m.–1 p.m.")],
        [(60, "Afternoon"), (130, "Item 2"), (260, "Item 3"), (390, "Item 4")],
        [(60, "~3–6 p.m.")],
    )
    assert [row[1:4] for row in rows(read(lines))] == [
        ("10:00", "13:00", "1"), ("10:00", "13:00", "3"), ("10:00", "13:00", "3"),
        ("15:00", "18:00", "2"), ("15:00", "18:00", "3"), ("15:00", "18:00", "4"),
    ]  # fmt: skip


def test_numbers_of_meetings_over_times_or_in_a_column_of_their_own():
    over = sheet(
        [(60, "Proposed organization of work", "h")],
        [(60, "Monday, 24 June", "b")],
        [(60, "1st meeting"), (200, "Opening of the session [item 1]")],
        [(60, "~10 a.m.–1 p.m.")],
        [(60, "2nd meeting"), (200, "Harbour dues [item 2]")],
        [(60, "~3–6 p.m.")],
    )
    expected = [
        ("06-24", "10:00", "13:00", "1", "Opening of the session"),
        ("06-24", "15:00", "18:00", "2", "Harbour dues"),
    ]
    assert rows(read(over)) == expected
    beside = sheet(
        [(60, "Meeting"), (130, "Date and time"), (230, "Agenda item")],
        [(60, "1st"), (130, "Monday, 24 June"), (230, "1. Opening of the session")],
        [(60, "~(public)"), (130, "~10 a.m.–1 p.m.")],
        [(60, "2nd"), (130, "3–6 p.m."), (230, "2. Harbour dues")],
        [(60, "~(closed)")],
    )
    heights = [line.top - 4 for line in beside if "~" not in line.text]
    drawn = [heights[0], heights[1], heights[3], beside[-1].bottom + 4]
    assert rows(read(beside, {1: borders(drawn, [55.0, 125.0, 225.0], 400)})) == expected


def test_bodies_named_under_a_day_are_no_entries():
    lines = sheet(
        [(60, "Proposed organization of work", "h")],
        [(60, "Monday, 24 June", "b")],
        [(150, "Plenary", "i"), (320, "Working Group", "i")],
        [(60, "10 a.m.–1 p.m."), (150, "Item 1. Opening of the session")],
        [(60, "3–6 p.m."), (150, "Item 2. Harbour dues"), (320, "Item 3. Beacons")],
        [(60, "Tuesday, 25 June", "b")],
        [(60, "10 a.m.–1 p.m."), (150, "Item 4. Other matters"), (320, "Item 3. Beacons (continued)")],
    )
    assert [row[3] for row in rows(read(lines))] == ["1", "2", "3", "4", "3"]


def test_states_parties_as_entries_and_a_day_with_its_room():
    reports = sheet(
        [(60, "State party"), (180, "Report"), (300, "Date and time")],
        [(60, "Atlantis"), (180, "CDEF/C/ATL/4"), (300, "Monday, 24 June, 3–6 p.m.")],
        [(60, "Lemuria"), (180, "CDEF/C/LEM/2-3"), (300, "Tuesday, 25 June, 10 a.m.–1 p.m.")],
    )
    assert rows(read(reports)) == [
        ("06-24", "15:00", "18:00", "", "Atlantis"),
        ("06-25", "10:00", "13:00", "", "Lemuria"),
    ]
    placed = sheet(
        [(60, "Date and time"), (160, "Agenda item"), (230, "Title")],
        [(60, "Monday, 24 June 2030, Harbour House", "b")],
        [(60, "10 a.m.–1 p.m."), (160, "1"), (230, "Opening of the session")],
        [(60, "3–6 p.m."), (160, "2"), (230, "Harbour dues")],
    )
    assert [row[0] for row in rows(read(placed))] == ["06-24", "06-24"]


def test_slots_over_columns_and_times_in_several_lines():
    lines = sheet(
        [(150, "Morning", "b"), (330, "Afternoon", "b")],
        [(150, "~(10 a.m.–1 p.m.)", "b"), (330, "(3–6 p.m.)", "b")],
        [(60, "Monday, 24 June"), (150, "Item 1"), (330, "Item 2")],
        [(60, "Tuesday, 25 June"), (150, "Item 2"), (330, "Item 3")],
        [(60, "Wednesday, 26 June"), (150, "Item 4"), (330, "Item 5")],
    )
    assert [row[:4] for row in rows(read(lines))] == [
        ("06-24", "10:00", "13:00", "1"), ("06-24", "15:00", "18:00", "2"),
        ("06-25", "10:00", "13:00", "2"), ("06-25", "15:00", "18:00", "3"),
        ("06-26", "10:00", "13:00", "4"), ("06-26", "15:00", "18:00", "5"),
    ]  # fmt: skip
    spanish = sheet(
        [(60, "Fecha"), (140, "Hora"), (230, "Tema del programa")],
        [(60, "Lunes 24 de junio"), (140, "De las 10.00 a las"), (230, "1 a) Apertura de la reunión")],
        [(140, "~13.00 horas")],
        [(140, "De las 15.00 a las"), (230, "2. Faros")],
        [(140, "~18.00 horas")],
    )
    assert rows(read(spanish, known=context(language="es"))) == [
        ("06-24", "10:00", "13:00", "1(a)", "Apertura de la reunión"),
        ("06-24", "15:00", "18:00", "2", "Faros"),
    ]


@pytest.mark.parametrize("time", ["3–6 p.m. CEST (9 a.m.–noon EDT)", "15:00–18:00 CEST (09:00–12:00 EDT)"])
def test_the_same_hours_in_another_zone_are_passed_over(time: str):
    lines = sheet(
        [(60, "Time"), (260, "Agenda item")],
        [(60, "Monday, 24 June", "b")],
        [(60, time), (260, "1. Opening of the session")],
        [(60, "6–7 p.m."), (260, "2. Harbour dues")],
    )
    assert [row[1:3] for row in rows(read(lines))] == [("15:00", "18:00"), ("18:00", "19:00")]


def test_a_drawn_column_with_a_text_over_the_rows_alone_holds_nothing():
    """Below its line nothing stands in it, so that nothing says what it holds."""
    found = boxed(
        [(310, "Monday, 24 June", "b")],
        [(62, "10 a.m."), (180, "Lights")],
        [(62, "3 p.m."), (180, "Bells")],
        edges=(60, 178, 300),
    )
    assert found == [("06-24", "10:00", None, "", "Lights"), ("06-24", "15:00", None, "", "Bells")]
