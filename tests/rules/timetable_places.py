"""Where the pieces of a page of a timetable belong, and what heads its columns."""

from __future__ import annotations

from tests.rules.case import Case
from tests.structure.timetable.pages import HEAD, HEAD2, table

CASES = {
    "timetable.heads.whole_slots": Case(
        lambda: table(
            [(62, "Proposed organization of work", "h")],
            [(150, "10 a.m. to", "b"), (330, "3 p.m. to", "b")],
            [(150, "~1 p.m.", "b"), (330, "6 p.m.", "b")],
            [(62, "Monday, 24 June"), (150, "Item 1. Lights"), (330, "Item 2. Bells")],
            [(62, "Tuesday, 25 June"), (150, "Item 3. Quays"), (330, "Item 4. Docks")],
        ),
        [
            ("06-24", "10:00", "13:00", "1", "Lights"),
            ("06-24", "15:00", "18:00", "2", "Bells"),
            ("06-25", "10:00", "13:00", "3", "Quays"),
            ("06-25", "15:00", "18:00", "4", "Docks"),
        ],
    ),
    "timetable.entry.slots_in_turn": Case(
        lambda: table(
            [(62, "Date", "b"), (150, "10 a.m.–1 p.m.", "b"), (330, "3–6 p.m.", "b")],
            [(62, "Monday, 24 June"), (150, "Item 1. Lights"), (330, "Item 2. Bells")],
            [(150, "~Item 3. Quays")],
            [(62, "Tuesday, 25 June"), (150, "Item 4. Docks"), (330, "Item 5. Ropes")],
        ),
        [
            ("06-24", "10:00", "13:00", "1", "Lights"),
            ("06-24", "10:00", "13:00", "3", "Quays"),
            ("06-24", "15:00", "18:00", "2", "Bells"),
            ("06-25", "10:00", "13:00", "4", "Docks"),
            ("06-25", "15:00", "18:00", "5", "Ropes"),
        ],
    ),
    "timetable.place.counted_day": Case(
        lambda: table(
            [(62, "Day 1", "b"), (240, "Monday, 24 June", "b")],
            [(62, "10 a.m.–1 p.m."), (240, "Lights")],
            [(62, "Day 2", "b"), (240, "Tuesday, 25 June", "b")],
            [(62, "3–6 p.m."), (240, "Bells")],
        ),
        [("06-24", "10:00", "13:00", "", "Lights"), ("06-25", "15:00", "18:00", "", "Bells")],
    ),
    "timetable.place.number_beside": Case(
        lambda: table(
            [(62, "Monday, 24 June", "b")],
            [(62, "1st meeting"), (150, "10 a.m."), (220, "1"), (260, "Lights")],
            [(62, "Tuesday, 25 June", "b")],
            [(62, "2nd meeting"), (150, "3 p.m."), (220, "2"), (260, "Bells")],
        ),
        [("06-24", "10:00", None, "1", "Lights"), ("06-25", "15:00", None, "2", "Bells")],
    ),
    "timetable.heads.behind_day": Case(
        lambda: table(
            [(62, "Monday, 24 June", "b"), (180, "Item", "b"), (240, "Subject", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
        ),
        [("06-24", "10:00", None, "1", "Lights"), ("06-24", "15:00", None, "2", "Bells")],
    ),
    "timetable.place.behind_time": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Lights")],
            [(62, "3 p.m."), (150, "Reception", "b")],
            [(62, "6 p.m."), (240, "Bells")],
        ),
        [
            ("06-24", "10:00", None, "", "Lights"),
            ("06-24", "15:00", None, "", "Reception"),
            ("06-24", "18:00", None, "", "Bells"),
        ],
    ),
    "timetable.place.one_time": Case(
        lambda: table(
            [(62, "Date", "i"), (160, "Time", "i"), (300, "Title", "i")],
            [(62, "Monday, 24 June"), (160, "10"), (186, "a.m.–1 p.m."), (300, "Lights")],
            [(160, "3–6 p.m."), (300, "Quays")],
            [(62, "Tuesday, 25 June"), (160, "3–6 p.m."), (300, "Bells")],
        ),
        [
            ("06-24", "10:00", "13:00", "", "Lights"),
            ("06-24", "15:00", "18:00", "", "Quays"),
            ("06-25", "15:00", "18:00", "", "Bells"),
        ],
    ),
    "timetable.place.heads_rows": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "High-level segment")],
            [(180, "2"), (240, "Bells")],
            [(62, "3 p.m."), (180, "3"), (240, "Quays")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "10:00", None, "2", "Bells"),
            ("06-24", "15:00", None, "3", "Quays"),
        ],
    ),
    "timetable.place.week": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "Second week", "b")],
            [(180, "2"), (240, "Bells")],
            [(62, "Tuesday, 25 June", "b")],
            [(62, "10 a.m."), (180, "3"), (240, "Quays")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            (None, None, None, "2", "Bells"),
            ("06-25", "10:00", None, "3", "Quays"),
        ],
    ),
    "timetable.heads.slots": Case(
        lambda: table(
            [(62, "Proposed organization of work", "h")],
            [(62, "Date"), (150, "Morning (10 a.m.–1 p.m.)"), (330, "Afternoon (3–6 p.m.)")],
            [(62, "Monday, 24 June"), (150, "Item 1. Lights"), (330, "Item 2. Bells")],
            [(62, "Tuesday, 25 June"), (150, "Item 3. Quays"), (330, "Item 4. Docks")],
            edges=(60, 145, 325),
            above=(1, 2, 3),
        ),
        [
            ("06-24", "10:00", "13:00", "1", "Lights"),
            ("06-24", "15:00", "18:00", "2", "Bells"),
            ("06-25", "10:00", "13:00", "3", "Quays"),
            ("06-25", "15:00", "18:00", "4", "Docks"),
        ],
    ),
    "timetable.heads.days": Case(
        lambda: table(
            [(62, "Proposed organization of work", "h")],
            [(150, "Monday, 24 June"), (300, "Tuesday, 25 June"), (450, "Wednesday, 26 June")],
            [(62, "10 a.m.–1 p.m."), (150, "Item 1"), (300, "Item 3"), (450, "Item 5")],
            [(62, "3–6 p.m."), (150, "Item 2"), (300, "Item 4"), (450, "Item 6")],
        ),
        [
            ("06-24", "10:00", "13:00", "1", ""),
            ("06-25", "10:00", "13:00", "3", ""),
            ("06-26", "10:00", "13:00", "5", ""),
            ("06-24", "15:00", "18:00", "2", ""),
            ("06-25", "15:00", "18:00", "4", ""),
            ("06-26", "15:00", "18:00", "6", ""),
        ],
    ),
    "timetable.heads.bodies": Case(
        lambda: table(
            [(62, "Proposed organization of work", "h")],
            [(62, "Monday, 24 June", "b")],
            [(150, "Plenary", "i"), (320, "Working Group", "i")],
            [(62, "10 a.m."), (150, "Item 1. Lights"), (320, "Item 2. Bells")],
            [(62, "3 p.m."), (150, "Item 3. Quays"), (320, "Item 4. Docks")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "10:00", None, "2", "Bells"),
            ("06-24", "15:00", None, "3", "Quays"),
            ("06-24", "15:00", None, "4", "Docks"),
        ],
    ),
    "timetable.place.undated": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June"), (240, "Lights")],
            [(62, "To be determined"), (240, "Bells")],
            [(62, "Tuesday, 25 June"), (240, "Quays")],
        ),
        [("06-24", None, None, "", "Lights"), (None, None, None, "", "Bells"), ("06-25", None, None, "", "Quays")],
    ),
    "timetable.place.followed": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
            [(62, "Followed by:")],
            [(240, "Visit of the docks")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "15:00", None, "2", "Bells"),
            ("06-24", None, None, "", "Visit of the docks"),
        ],
    ),
    "timetable.place.remark": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
            [(240, "(subject to change)")],
        ),
        [("06-24", "10:00", None, "1", "Lights"), ("06-24", "15:00", None, "2", "Bells")],
    ),
    "timetable.place.moment_alone": Case(
        lambda: table(
            HEAD,
            [(300, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
        ),
        [("06-24", "10:00", None, "1", "Lights"), ("06-24", "15:00", None, "2", "Bells")],
    ),
    "timetable.place.wraps": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "3 p.m."), (180, "2"), (240, "Accounts of the port for the year ended")],
            [(240, "~31 December 2029")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "15:00", None, "2", "Accounts of the port for the year ended 31 December 2029"),
        ],
    ),
    "timetable.place.label": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "1st meeting")],
            [(62, "~10 a.m.–1 p.m."), (180, "1"), (240, "Lights")],
            [(62, "2nd meeting"), (180, "2"), (240, "Bells")],
            [(62, "~3–6 p.m.")],
        ),
        [("06-24", "10:00", "13:00", "1", "Lights"), ("06-24", "15:00", "18:00", "2", "Bells")],
    ),
    "timetable.place.moment_at_head": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June 2030, Harbour House", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
        ),
        [("06-24", "10:00", None, "1", "Lights"), ("06-24", "15:00", None, "2", "Bells")],
    ),
    "timetable.place.title_astray": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
            [(62, "Visit of the docks")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "15:00", None, "2", "Bells"),
            ("06-24", "15:00", None, "", "Visit of the docks"),
        ],
    ),
    "timetable.place.bold_beside": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "Part two", "b"), (240, "Southern quays", "b")],
            [(180, "2"), (240, "Bells")],
            [(62, "3 p.m."), (180, "3"), (240, "Quays")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "10:00", None, "2", "Bells"),
            ("06-24", "15:00", None, "3", "Quays"),
        ],
    ),
    "timetable.place.no_clock": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
            [(62, "Post-meeting"), (240, "Visit of the docks")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "15:00", None, "2", "Bells"),
            ("06-24", None, None, "", "Visit of the docks"),
        ],
    ),
}
