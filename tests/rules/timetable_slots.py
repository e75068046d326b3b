"""Dates, times and numbers of timetables: what makes one cell, and for which entries it holds."""

from __future__ import annotations

import datetime as dt

from extractor.grammar.calendar import Period
from extractor.structure.timetable.item_numbers import leading_items
from extractor.structure.timetable.read import ScheduleContext
from tests.rules.case import Case
from tests.structure.timetable.pages import DAY, HEAD, HEAD2, HEAD4, read, rows, sheet, table

CASES = {
    "timetable.slot.middle_of_rows": Case(
        lambda: table(
            [(62, "Date", "i"), (150, "Time", "i"), (240, "Title", "i")],
            [(150, "10 a.m.–1 p.m."), (240, "Lights")],
            [(62, "Monday, 24 June"), (150, "3–6 p.m."), (240, "Bells")],
            [(150, "7–8 p.m."), (240, "Ropes")],
            [(62, "Tuesday, 25 June"), (150, "10 a.m.–1 p.m."), (240, "Quays")],
        ),
        [
            ("06-24", "10:00", "13:00", "", "Lights"),
            ("06-24", "15:00", "18:00", "", "Bells"),
            ("06-24", "19:00", "20:00", "", "Ropes"),
            ("06-25", "10:00", "13:00", "", "Quays"),
        ],
    ),
    "timetable.title.level_middle": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10–11 a.m."), (240, "Lights")],
            [(240, "Bells of the northern quays and of")],
            [(62, "~11 a.m.–noon"), (240, "the southern quays, as well as of")],
            [(240, "~all other quays")],
            [(62, "3–6 p.m."), (240, "Docks")],
        ),
        [
            ("06-24", "10:00", "11:00", "", "Lights"),
            (
                "06-24",
                "11:00",
                "12:00",
                "",
                "Bells of the northern quays and of the southern quays, as well as of all other quays",
            ),
            ("06-24", "15:00", "18:00", "", "Docks"),
        ],
    ),
    "timetable.slot.no_hour": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m.–1 p.m."), (180, "1"), (240, "Lights")],
            [(62, "All day"), (180, "2"), (240, "Bells")],
        ),
        [("06-24", "10:00", "13:00", "1", "Lights"), ("06-24", None, None, "2", "Bells")],
    ),
    "timetable.place.wrapped_remark": Case(
        lambda: [
            (entry.title, entry.zone)
            for entry in read(
                sheet(
                    HEAD,
                    [(62, "Monday, 24 June", "b")],
                    [(62, "10 a.m.–1 p.m. (New"), (180, "1"), (240, "Lights of the northern and the")],
                    [(62, "~York time)"), (240, "southern quays")],
                    [(62, "3–6 p.m."), (180, "2"), (240, "Bells")],
                )
            )
        ],
        [("Lights of the northern and the southern quays", "America/New_York"), ("Bells", None)],
    ),
    "timetable.zone.of_all": Case(
        lambda: [
            entry.zone
            for entry in read(
                sheet(
                    [(62, "Time (UTC)", "i"), (180, "Item", "i"), (240, "Title", "i")],
                    [(62, "Monday, 24 June", "b")],
                    [(62, "10 a.m."), (180, "1"), (240, "Lights")],
                    [(62, "3 p.m. (Nairobi time)"), (180, "2"), (240, "Bells")],
                )
            )
        ],
        ["+00:00", "Africa/Nairobi"],
    ),
    "timetable.only_day": Case(
        lambda: rows(
            read(
                sheet(
                    [(62, "Proposed organization of work", "h")],
                    [(62, "10–11 a.m."), (180, "Lights")],
                    [(62, "11 a.m.–noon"), (180, "Bells")],
                ),
                known=ScheduleContext(periods=(Period(dt.date(2030, 6, 24), dt.date(2030, 6, 24)),), year=2030),
            )
        ),
        [("06-24", "10:00", "11:00", "", "Lights"), ("06-24", "11:00", "12:00", "", "Bells")],
    ),
    "timetable.zone.behind_heading": Case(
        lambda: [
            entry.zone
            for entry in read(
                sheet(
                    [(62, "Organization of work (all times are Nairobi time)", "h")],
                    [(62, "Monday, 24 June", "b")],
                    [(62, "10 a.m."), (180, "Lights")],
                    [(62, "3 p.m."), (180, "Bells")],
                )
            )
        ],
        ["Africa/Nairobi", "Africa/Nairobi"],
    ),
    "timetable.moment.weekday": Case(
        lambda: table(
            HEAD,
            [(62, "Monday", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "Wednesday", "b")],
            [(62, "10 a.m."), (180, "2"), (240, "Bells")],
        ),
        [("06-24", "10:00", None, "1", "Lights"), ("06-26", "10:00", None, "2", "Bells")],
    ),
    "timetable.moment.year": Case(
        lambda: [
            str(entry.date)
            for entry in read(
                sheet(
                    HEAD,
                    [(62, "Wednesday, 1 October", "b")],
                    [(62, "10 a.m."), (180, "1"), (240, "Lights")],
                    [(62, "Thursday, 2 October", "b")],
                    [(62, "10 a.m."), (180, "2"), (240, "Bells")],
                ),
                known=ScheduleContext(issue_date=dt.date(2030, 11, 6)),
            )
        ],
        ["2031-10-01", "2031-10-02"],
    ),
    "timetable.time.half": Case(
        lambda: table(
            HEAD4,
            [(62, "Monday, 24 June"), (160, "10 a.m.–1"), (240, "1"), (300, "Lights of the northern and the")],
            [(160, "~p.m."), (300, "southern quays")],
            [(160, "3–6 p.m."), (240, "2"), (300, "Bells")],
            [(62, "Tuesday, 25 June"), (160, "10 a.m."), (240, "3"), (300, "Bells")],
        ),
        [
            ("06-24", "10:00", "13:00", "1", "Lights of the northern and the southern quays"),
            ("06-24", "15:00", "18:00", "2", "Bells"),
            ("06-25", "10:00", None, "3", "Bells"),
        ],
    ),
    "timetable.time.rest_of_date": Case(
        lambda: table(
            HEAD2, [(62, "Monday, 24 June"), (240, "Lights")], [(62, "Thursday, 25"), (240, "Bells")], [(62, "~July")]
        ),
        [("06-24", None, None, "", "Lights"), ("07-25", None, None, "", "Bells")],
    ),
    "timetable.time.half_day": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "Morning"), (240, "Lights")],
            [(62, "~10 a.m.–1 p.m.")],
            [(62, "Afternoon"), (240, "Bells")],
            [(62, "~3–6 p.m.")],
        ),
        [("06-24", "10:00", "13:00", "", "Lights"), ("06-24", "15:00", "18:00", "", "Bells")],
    ),
    "timetable.time.unfinished": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m. to"), (240, "Lights")],
            [(62, "~1 p.m.")],
            [(62, "3 p.m. to"), (240, "Bells")],
            [(62, "~6 p.m.")],
        ),
        [("06-24", "10:00", "13:00", "", "Lights"), ("06-24", "15:00", "18:00", "", "Bells")],
    ),
    "timetable.number.open": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "Items 1 and"), (240, "Lights")],
            [(180, "~2")],
            [(62, "3 p.m."), (180, "3"), (240, "Bells")],
        ),
        [("06-24", "10:00", None, "1 2", "Lights"), ("06-24", "15:00", None, "3", "Bells")],
    ),
    "timetable.number.letters": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "Item 1"), (240, "Lights")],
            [(180, "~(a)")],
            [(62, "3 p.m."), (180, "Item 1"), (240, "Bells")],
            [(180, "~(b)")],
        ),
        [("06-24", "10:00", None, "1(a)", "Lights"), ("06-24", "15:00", None, "1(b)", "Bells")],
    ),
    "timetable.backwards": Case(
        lambda: rows(
            read(
                sheet(
                    HEAD,
                    DAY,
                    [(62, "13:00-10:00"), (180, "1"), (240, "منارات")],
                    [(62, "15:00-18:00"), (180, "2"), (240, "Bells")],
                )
            )
        ),
        [("06-24", "10:00", "13:00", "1", "منارات"), ("06-24", "15:00", "18:00", "2", "Bells")],
    ),
    "timetable.entry.weekday": Case(
        lambda: table(
            [(64, "Time"), (160, "Mon"), (300, "Tue")],
            [(160, "~24 June"), (300, "~25 June")],
            [(64, "10 a.m.–1 p.m."), (160, "Item 1. Lights"), (300, "Item 2. Bells")],
            [(64, "3–6 p.m."), (160, "Item 2. Bells"), (300, "Item 3. Report")],
            edges=(60, 150, 290),
            above=(0, 2, 3),
        ),
        [
            ("06-24", "10:00", "13:00", "1", "Lights"),
            ("06-25", "10:00", "13:00", "2", "Bells"),
            ("06-24", "15:00", "18:00", "2", "Bells"),
            ("06-25", "15:00", "18:00", "3", "Report"),
        ],
    ),
    "timetable.items.dashed": Case(lambda: list(found.items) if (found := leading_items("3 - بحر")) else [], ["3"]),
    "timetable.items.tight": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights of the northern quays")],
            -3.0,
            [(240, "Report of the inspectors")],
            3.0,
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
            [(180, "3"), (240, "Quays")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights of the northern quays"),
            ("06-24", "10:00", None, "1", "Report of the inspectors"),
            ("06-24", "15:00", None, "2", "Bells"),
            ("06-24", "15:00", None, "3", "Quays"),
        ],
    ),
    "timetable.items.bold_part": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1", "b"), (240, "Lights", "b")],
            [(250, "• Beacons")],
            [(240, "Bells", "b")],
            [(62, "3 p.m."), (180, "2", "b"), (240, "Quays", "b")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "10:00", None, "1", "Bells"),
            ("06-24", "15:00", None, "2", "Quays"),
        ],
    ),
    "timetable.items.upright_part": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(240, "Statement by the pilots")],
            [(240, "Informal meeting of the pilots", "i")],
            [(62, "3 p.m."), (180, "2"), (240, "Quays")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "10:00", None, "1", "Statement by the pilots"),
            ("06-24", "10:00", None, "", "Informal meeting of the pilots"),
            ("06-24", "15:00", None, "2", "Quays"),
        ],
    ),
    "timetable.slot.walled": Case(
        lambda: table(
            HEAD4,
            [(240, "7"), (300, "Sails")],
            [(240, "8"), (300, "Oars")],
            [(62, "Monday, 24 June"), (160, "10 a.m."), (240, "1"), (300, "Lights")],
            [(160, "3 p.m."), (240, "2"), (300, "Bells")],
            [(240, "3"), (300, "Quays")],
            [(62, "Tuesday, 25 June"), (160, "10 a.m."), (240, "4"), (300, "Masts")],
            edges=(60, 155, 235, 295),
            above=(0, 3, 6),
        ),
        [
            (None, None, None, "7", "Sails"),
            (None, None, None, "8", "Oars"),
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "15:00", None, "2", "Bells"),
            ("06-24", "15:00", None, "3", "Quays"),
            ("06-25", "10:00", None, "4", "Masts"),
        ],
    ),
    "timetable.slot.sittings": Case(
        lambda: table(
            [(62, "Date", "i"), (160, "Time", "i"), (300, "Title", "i")],
            [(62, "Monday, 24 June"), (160, "10 a.m.–1 p.m."), (300, "Lights")],
            [(160, "~3–6 p.m.")],
            [(62, "Tuesday, 25 June"), (160, "3–6 p.m."), (300, "Bells")],
        ),
        [("06-24", "10:00", "18:00", "", "Lights"), ("06-25", "15:00", "18:00", "", "Bells")],
    ),
    "timetable.slot.same_cell": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June"), (240, "1. Lights")],
            [(62, "~10 a.m.–1 p.m."), (240, "~2. Bells")],
            [(62, "3–6 p.m."), (240, "3. Quays")],
            edges=(60, 235),
            above=(0, 1, 3),
        ),
        [
            ("06-24", "10:00", "13:00", "1", "Lights"),
            ("06-24", "10:00", "13:00", "2", "Bells"),
            ("06-24", "15:00", "18:00", "3", "Quays"),
        ],
    ),
    "timetable.slot.centred": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(180, "1"), (240, "Lights")],
            [(62, "10 a.m."), (180, "2"), (240, "Bells")],
            [(180, "3"), (240, "Beacons")],
            [(62, "3 p.m."), (180, "4"), (240, "Quays")],
            edges=(60, 175, 235),
            above=(0, 1, 2, 5),
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "10:00", None, "2", "Bells"),
            ("06-24", "10:00", None, "3", "Beacons"),
            ("06-24", "15:00", None, "4", "Quays"),
        ],
    ),
    "timetable.slot.middle_of_group": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(240, "Item 1. Lights")],
            [(62, "~10 a.m.–1 p.m."), (240, "Item 2. Bells")],
            [(240, "~Item 3. Beacons")],
            [(62, "3–6 p.m."), (240, "Item 4. Quays")],
            [(240, "Item 5. Ropes")],
        ),
        [
            ("06-24", "10:00", "13:00", "1", "Lights"),
            ("06-24", "10:00", "13:00", "2", "Bells"),
            ("06-24", "10:00", "13:00", "3", "Beacons"),
            ("06-24", "15:00", "18:00", "4", "Quays"),
            ("06-24", "15:00", "18:00", "5", "Ropes"),
        ],
    ),
    "timetable.slot.beside_time": Case(
        lambda: table(
            [(62, "Date", "i"), (160, "Time", "i"), (240, "Title", "i")],
            [(62, "Monday, 24 June"), (160, "10 a.m."), (240, "Lights")],
            [(160, "10 a.m. and 3")],
            -6.0,
            [(62, "~Tuesday, 25 June"), (240, "Bells")],
            -5.0,
            [(160, "~p.m.")],
            [(62, "Friday, 28 June"), (160, "10 a.m."), (240, "Docks")],
        ),
        [
            ("06-24", "10:00", None, "", "Lights"),
            ("06-25", "10:00", None, "", "Bells"),
            ("06-28", "10:00", None, "", "Docks"),
        ],
    ),
    "timetable.slot.label": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "1st meeting"), (180, "1"), (240, "Lights")],
            [(62, "~10 a.m.–1 p.m.")],
            [(62, "2nd meeting"), (180, "2"), (240, "Bells")],
            [(62, "~3–6 p.m.")],
        ),
        [("06-24", "10:00", "13:00", "1", "Lights"), ("06-24", "15:00", "18:00", "2", "Bells")],
    ),
}
