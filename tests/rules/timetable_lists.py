"""Timetables that are lists of days: what a line is, and whether it goes on with the entry above."""

from __future__ import annotations

from tests.rules.case import Case
from tests.structure.timetable.pages import DAY, DAY2, TITLE, table

CASES = {
    "timetable.list.number_cell": Case(
        lambda: table(
            TITLE,
            DAY,
            [(62, "Morning (9.30–12.30)")],
            [(62, "1.2"), (100, "Lights of the harbour")],
            DAY2,
            [(62, "Morning (9.30–12.30)")],
            [(62, "4"), (100, "Bells")],
        ),
        [
            ("06-24", "09:30", "12:30", "1.2", "Lights of the harbour"),
            ("06-25", "09:30", "12:30", "4", "Bells"),
        ],
    ),
    "timetable.list.room": Case(
        lambda: table(
            TITLE,
            DAY,
            [(62, "Item 1. Lights of the harbour and of the outer quays of the town")],
            DAY2,
            [(62, "Item 2. Bells")],
            [(62, "~Visit to the quays")],
        ),
        [
            ("06-24", None, None, "1", "Lights of the harbour and of the outer quays of the town"),
            ("06-25", None, None, "2", "Bells"),
            ("06-25", None, None, "", "Visit to the quays"),
        ],
    ),
    "timetable.list.fills_slot": Case(
        lambda: table(
            TITLE,
            DAY,
            [(62, "10 a.m.–1 p.m.")],
            [(62, "Item 1. Lights")],
            [(62, "3–6 p.m.")],
            [(62, "First meeting of the Drafting Committee")],
            DAY2,
            [(62, "10 a.m.–1 p.m.")],
            [(62, "Item 2. Bells")],
        ),
        [
            ("06-24", "10:00", "13:00", "1", "Lights"),
            ("06-24", "15:00", "18:00", "", "First meeting of the Drafting Committee"),
            ("06-25", "10:00", "13:00", "2", "Bells"),
        ],
    ),
    "timetable.list.week": Case(
        lambda: table(
            TITLE,
            DAY,
            [(62, "Item 1. Lights")],
            [(62, "Second week")],
            [(62, "Item 2. Bells")],
            DAY2,
            [(62, "Item 3. Quays")],
        ),
        [("06-24", None, None, "1", "Lights"), (None, None, None, "2", "Bells"), ("06-25", None, None, "3", "Quays")],
    ),
    "timetable.list.followed": Case(
        lambda: table(
            TITLE,
            DAY,
            [(62, "10 a.m.")],
            [(62, "Item 1. Lights")],
            [(62, "Followed by:")],
            [(62, "Item 2. Bells")],
            DAY2,
            [(62, "10 a.m.")],
            [(62, "Item 3. Quays")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", None, None, "2", "Bells"),
            ("06-25", "10:00", None, "3", "Quays"),
        ],
    ),
    "timetable.list.behind": Case(
        lambda: table(
            TITLE,
            DAY,
            [(62, "10 a.m. Item 1. Lights")],
            [(62, "3 p.m. Item 2. Bells")],
            DAY2,
            [(62, "10 a.m. Item 3. Quays")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "15:00", None, "2", "Bells"),
            ("06-25", "10:00", None, "3", "Quays"),
        ],
    ),
    "timetable.list.segment": Case(
        lambda: table(
            TITLE,
            DAY,
            [(62, "Item 1. Lights")],
            [(62, "High-level segment")],
            [(62, "Item 2. Bells")],
            DAY2,
            [(62, "Item 3. Quays")],
        ),
        [
            ("06-24", None, None, "1", "Lights"),
            ("06-24", None, None, "2", "Bells"),
            ("06-25", None, None, "3", "Quays"),
        ],
    ),
    "timetable.list.larger": Case(
        lambda: table(
            TITLE,
            DAY,
            [(62, "Item 1. Lights")],
            [(62, "Southern quays", "l")],
            [(62, "Item 2. Bells")],
            DAY2,
            [(62, "Item 3. Quays")],
        ),
        [
            ("06-24", None, None, "1", "Lights"),
            ("06-24", None, None, "2", "Bells"),
            ("06-25", None, None, "3", "Quays"),
        ],
    ),
    "timetable.list.remark": Case(
        lambda: table(
            TITLE,
            DAY,
            [(62, "Item 1. Lights")],
            [(62, "(subject to change)")],
            [(62, "Item 2. Bells")],
            DAY2,
            [(62, "Item 3. Quays")],
        ),
        [
            ("06-24", None, None, "1", "Lights"),
            ("06-24", None, None, "2", "Bells"),
            ("06-25", None, None, "3", "Quays"),
        ],
    ),
    "timetable.list.detail": Case(
        lambda: table(
            TITLE,
            DAY,
            [(62, "Item 1. Lights")],
            [(62, "• Beacons")],
            [(62, "Item 2. Bells")],
            DAY2,
            [(62, "Item 3. Quays")],
        ),
        [
            ("06-24", None, None, "1", "Lights"),
            ("06-24", None, None, "2", "Bells"),
            ("06-25", None, None, "3", "Quays"),
        ],
    ),
    "timetable.list.continued": Case(
        lambda: table(
            TITLE,
            DAY,
            [(72, "Item 1. Lights")],
            [(62, "~(continued)")],
            [(72, "Item 2. Bells")],
            DAY2,
            [(72, "Item 3. Quays")],
        ),
        [
            ("06-24", None, None, "1", "Lights +"),
            ("06-24", None, None, "2", "Bells"),
            ("06-25", None, None, "3", "Quays"),
        ],
    ),
    "timetable.list.bullet": Case(
        lambda: table(
            TITLE,
            DAY,
            [(62, "• Lights of the quays")],
            [(62, "~• Bells of the quays")],
            DAY2,
            [(62, "• Quays of the")],
            [(62, "~harbour")],
        ),
        [
            ("06-24", None, None, "", "Lights of the quays"),
            ("06-24", None, None, "", "Bells of the quays"),
            ("06-25", None, None, "", "Quays of the harbour"),
        ],
    ),
    "timetable.list.time": Case(
        lambda: table(
            TITLE,
            DAY,
            [(62, "10 a.m. Item 1. Lights")],
            [(62, "~3 p.m. Item 2. Bells")],
            DAY2,
            [(62, "10 a.m. Item 3. Quays of the")],
            [(62, "~harbour")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "15:00", None, "2", "Bells"),
            ("06-25", "10:00", None, "3", "Quays of the harbour"),
        ],
    ),
    "timetable.list.page": Case(
        lambda: table(
            TITLE, DAY, [(62, "Item 1. Lights")], DAY2, [(62, "Item 2. Bells")], second=[[(62, "Item 3. Quays")]]
        ),
        [
            ("06-24", None, None, "1", "Lights"),
            ("06-25", None, None, "2", "Bells"),
            ("06-25", None, None, "3", "Quays"),
        ],
    ),
    "timetable.list.apart": Case(
        lambda: table(
            TITLE,
            DAY,
            [(62, "Lights of the")],
            [(62, "~northern quays")],
            [(62, "Bells")],
            DAY2,
            [(62, "Item 3. Quays")],
        ),
        [
            ("06-24", None, None, "", "Lights of the northern quays"),
            ("06-24", None, None, "", "Bells"),
            ("06-25", None, None, "3", "Quays"),
        ],
    ),
    "timetable.list.outdent": Case(
        lambda: table(
            TITLE,
            DAY,
            [(72, "Lights of the")],
            [(72, "~northern quays")],
            [(62, "~Bells")],
            DAY2,
            [(62, "Item 3. Quays")],
        ),
        [
            ("06-24", None, None, "", "Lights of the northern quays"),
            ("06-24", None, None, "", "Bells"),
            ("06-25", None, None, "3", "Quays"),
        ],
    ),
    "timetable.list.weight": Case(
        lambda: table(
            TITLE,
            DAY,
            [(62, "Lights of the quays", "b")],
            [(62, "~Bells of the quays")],
            DAY2,
            [(62, "Item 3. Quays of the")],
            [(62, "~harbour")],
        ),
        [
            ("06-24", None, None, "", "Lights of the quays"),
            ("06-24", None, None, "", "Bells of the quays"),
            ("06-25", None, None, "3", "Quays of the harbour"),
        ],
    ),
    "timetable.list.item": Case(
        lambda: table(
            TITLE,
            DAY,
            [(62, "Item 1. Lights")],
            [(62, "~Item 2. Bells")],
            DAY2,
            [(62, "Item 3. Quays of the")],
            [(62, "~harbour")],
        ),
        [
            ("06-24", None, None, "1", "Lights"),
            ("06-24", None, None, "2", "Bells"),
            ("06-25", None, None, "3", "Quays of the harbour"),
        ],
    ),
    "timetable.list.number": Case(
        lambda: table(
            TITLE, DAY, [(62, "1. Lights")], [(62, "~2. Bells")], DAY2, [(62, "3. Quays of the")], [(62, "~harbour")]
        ),
        [
            ("06-24", None, None, "1", "Lights"),
            ("06-24", None, None, "2", "Bells"),
            ("06-25", None, None, "3", "Quays of the harbour"),
        ],
    ),
    "timetable.list.moment": Case(
        lambda: table(
            TITLE,
            [(62, "Monday, 24 June")],
            [(62, "Item 1. Lights of the")],
            [(62, "~northern quays")],
            2,
            [(62, "~Tuesday, 25 June")],
            [(62, "Item 3. Quays")],
        ),
        [("06-24", None, None, "1", "Lights of the northern quays"), ("06-25", None, None, "3", "Quays")],
    ),
}
