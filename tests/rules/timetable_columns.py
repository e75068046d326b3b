"""The columns of a timetable: which there are, and what each holds."""

from __future__ import annotations

from tests.rules.case import Case
from tests.structure.timetable.pages import HEAD, HEAD2, HEAD3, boxed, regions, table

GRID_ROWS = (
    [(62, "Time", "b"), (150, "Monday, 24 June"), (280, "Tuesday, 25 June"), (410, "Wednesday, 26 June")],
    [(62, "10 a.m.–1 p.m."), (150, "Lights"), (280, "Bells"), (410, "Docks")],
    [(62, "3–6 p.m."), (150, "Quays"), (280, "Ropes"), (410, "Sails")],
)
#: The same with a head that holds no word of time alone.
SLOT_HEADS = [(62, "Time slot", "b"), (150, "Monday, 24 June"), (280, "Tuesday, 25 June"), (410, "Wednesday, 26 June")]
#: What is read of the grid: date, hours, items and title of each row.
GRID_READ = [
    ("06-24", "10:00", "13:00", "", "Lights"),
    ("06-25", "10:00", "13:00", "", "Bells"),
    ("06-26", "10:00", "13:00", "", "Docks"),
    ("06-24", "15:00", "18:00", "", "Quays"),
    ("06-25", "15:00", "18:00", "", "Ropes"),
    ("06-26", "15:00", "18:00", "", "Sails"),
]

CASES = {
    "timetable.columns.slot_heads": Case(
        lambda: table(
            [(62, "Proposed organization of work", "h")],
            [(62, "Date", "b"), (160, "Morning", "b"), (360, "Afternoon", "b")],
            [(62, "Monday, 24 June"), (160, "1. Lights of the harbour"), (360, "2. Bells")],
            [(62, "Tuesday, 25 June"), (160, "3. Docks of the harbour")],
            [(62, "Wednesday, 26 June"), (160, "4. Quays of the harbour")],
        ),
        [
            ("06-24", None, None, "1", "Lights of the harbour"),
            ("06-24", None, None, "2", "Bells"),
            ("06-25", None, None, "3", "Docks of the harbour"),
            ("06-26", None, None, "4", "Quays of the harbour"),
        ],
    ),
    "timetable.columns.durations": Case(
        lambda: table(
            [(62, "Monday, 24 June", "b")],
            [(62, "9:00–9:15"), (150, "15 min"), (240, "Lights")],
            [(62, "9:15–10:00"), (150, "45 min"), (240, "Bells")],
        ),
        [("06-24", "09:00", "09:15", "", "Lights"), ("06-24", "09:15", "10:00", "", "Bells")],
    ),
    "timetable.columns.slots_in_words": Case(
        lambda: table(
            [(62, "Jour"), (180, "Heure"), (300, "Points")],
            [(62, "Lundi 24 juin"), (180, "9 h 30-12 h 30"), (300, "Point 1")],
            [(62, "Mardi 25 juin"), (180, "14 h 30-17 h 30"), (300, "Point 2")],
        ),
        [("06-24", "09:30", "12:30", "1", ""), ("06-25", "14:30", "17:30", "2", "")],
    ),
    "timetable.columns.unknown_head": Case(
        lambda: table(
            [(62, "Proposed organization of work", "h")],
            [(62, "Date and time"), (200, "Item"), (300, "Theme of the sitting")],
            [(62, "Monday, 24 June")],
            [(62, "9 a.m."), (200, "1"), (300, "Lights of the harbour")],
            [(62, "3 p.m."), (200, "2"), (300, "Bells of the harbour")],
        ),
        [
            ("06-24", "09:00", None, "1", "Lights of the harbour"),
            ("06-24", "15:00", None, "2", "Bells of the harbour"),
        ],
    ),
    "timetable.columns.halls": Case(
        lambda: table(
            [(62, "Proposed organization of work", "h")],
            [(62, "Hour", "b"), (160, "Hall A", "b"), (360, "Hall B", "b")],
            [(62, "Monday, 24 June", "b")],
            [(62, "9 a.m."), (160, "Item 1: Lights"), (360, "Item 2: Bells")],
            [(62, "3 p.m."), (160, "Item 3: Docks"), (360, "Item 4: Quays")],
        ),
        [
            ("06-24", "09:00", None, "1", "Lights"),
            ("06-24", "09:00", None, "2", "Bells"),
            ("06-24", "15:00", None, "3", "Docks"),
            ("06-24", "15:00", None, "4", "Quays"),
        ],
    ),
    "timetable.columns.names": Case(
        lambda: table(
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (150, "Plenary"), (260, "Lights")],
            [(62, "3 p.m."), (150, "Plenary"), (260, "Bells")],
            [(150, "Working Group"), (260, "Ropes")],
        ),
        [
            ("06-24", "10:00", None, "", "Lights"),
            ("06-24", "15:00", None, "", "Bells"),
            ("06-24", "15:00", None, "", "Ropes"),
        ],
    ),
    "timetable.columns.items_as_titles": Case(
        lambda: boxed(
            [(74, "Date", "b"), (204, "Time", "b"), (304, "Plenary", "b"), (404, "Working Group", "b")],
            [(74, "Monday, 24 June"), (204, "10 a.m.–1 p.m."), (304, "Item 1"), (404, "Drafting")],
            [(74, "Tuesday, 25 June"), (204, "3–6 p.m."), (304, "Item 2")],
            edges=(70, 200, 300, 400),
            right=500,
        ),
        [
            ("06-24", "10:00", "13:00", "1", ""),
            ("06-24", "10:00", "13:00", "", "Drafting"),
            ("06-25", "15:00", "18:00", "2", ""),
        ],
    ),
    "timetable.columns.headed_items": Case(
        lambda: boxed(
            [(74, "Date", "b"), (204, "Time", "b"), (334, "Items", "b")],
            [(74, "Monday, 24 June"), (204, "10 a.m.–1 p.m."), (334, "1 and 2")],
            [(74, "Monday, 24 June"), (204, "3–6 p.m."), (334, "3")],
            [(74, "Tuesday, 25 June"), (204, "10 a.m.–1 p.m."), (334, "4 and 5")],
            edges=(70, 200, 330),
            right=460,
        ),
        [
            ("06-24", "10:00", "13:00", "1 2", ""),
            ("06-24", "15:00", "18:00", "3", ""),
            ("06-25", "10:00", "13:00", "4 5", ""),
        ],
    ),
    "timetable.columns.below_head": Case(
        lambda: table(
            [(62, "Time", "b"), (160, "Item", "b"), (200, "Subject", "b"), (420, "Chair", "b")],
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (420, "Ms. Bell of the")],
            [(160, "~1"), (200, "Lights")],
            [(62, "3 p.m."), (420, "Mr. Dock of the")],
            [(160, "~2"), (200, "Bells")],
            [(62, "7 p.m."), (420, "Ms. Quay of the")],
            [(160, "~3"), (200, "Ropes")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "15:00", None, "2", "Bells"),
            ("06-24", "19:00", None, "3", "Ropes"),
        ],
    ),
    "timetable.columns.two_days": Case(
        lambda: table(
            [(190, "Monday", "b"), (320, "Tuesday", "b")],
            [(190, "24 June"), (320, "25 June")],
            [(62, "10 a.m.–1 p.m."), (150, "Item 1: Opening"), (280, "Item 6: Report")],
            [(62, "3–6 p.m."), (150, "Item 4: Lights")],
            edges=(60, 148, 278),
            above=(0, 2, 3),
        ),
        [
            ("06-24", "10:00", "13:00", "1", "Opening"),
            ("06-25", "10:00", "13:00", "6", "Report"),
            ("06-24", "15:00", "18:00", "4", "Lights"),
        ],
    ),
    "timetable.columns.bodies": Case(
        lambda: table(
            [(62, "Monday, 24 June", "b"), (180, "Plenary", "b"), (340, "Committee of the Whole", "b")],
            [(62, "10 a.m.–1 p.m."), (180, "Lights"), (340, "Bells")],
            [(62, "3–6 p.m."), (180, "Quays")],
            [(62, "6–7 p.m."), (180, "Ropes")],
        ),
        [
            ("06-24", "10:00", "13:00", "", "Lights"),
            ("06-24", "10:00", "13:00", "", "Bells"),
            ("06-24", "15:00", "18:00", "", "Quays"),
            ("06-24", "18:00", "19:00", "", "Ropes"),
        ],
    ),
    "timetable.columns.from_to": Case(
        lambda: table(
            [(62, "From", "b"), (120, "To", "b"), (180, "Item", "b"), (240, "Subject", "b")],
            [(62, "Monday, 24 June", "b")],
            [(62, "10:00"), (120, "13:00"), (180, "1"), (240, "Lights")],
            [(62, "15:00"), (120, "18:00"), (180, "2"), (240, "Bells")],
        ),
        [("06-24", "10:00", "13:00", "1", "Lights"), ("06-24", "15:00", "18:00", "2", "Bells")],
    ),
    "timetable.columns.time_head": Case(
        lambda: table(SLOT_HEADS, *GRID_ROWS[1:]),
        GRID_READ,
    ),
    "timetable.heads.wrapped_days": Case(
        lambda: table(
            GRID_ROWS[0],
            [(410, "~2030")],
            *GRID_ROWS[1:],
        ),
        GRID_READ,
    ),
    "timetable.columns.heads_late": Case(
        lambda: table(
            GRID_ROWS[0],
            GRID_ROWS[1],
            [(62, "3–6 p.m."), (150, "Quays"), (280, "Ropes")],
            [(150, "Agenda"), (280, "Report")],
        ),
        [
            ("06-24", "10:00", "13:00", "", "Lights"),
            ("06-25", "10:00", "13:00", "", "Bells"),
            ("06-26", "10:00", "13:00", "", "Docks"),
            ("06-24", "15:00", "18:00", "", "Quays"),
            ("06-25", "15:00", "18:00", "", "Ropes"),
            ("06-24", "15:00", "18:00", "", "Agenda"),
            ("06-25", "15:00", "18:00", "", "Report"),
        ],
    ),
    "timetable.columns.day_over": Case(
        lambda: table(
            [(62, "Proposed organization of work", "h")],
            [(62, "Monday, 24 June", "b")],
            HEAD2,
            [(62, "10 a.m."), (240, "Lights")],
            [(62, "3 p.m."), (240, "Bells")],
        ),
        [("06-24", "10:00", None, "", "Lights"), ("06-24", "15:00", None, "", "Bells")],
    ),
    "timetable.columns.day_at_foot": Case(
        lambda: table(
            [(62, "10 a.m."), (240, "Lights")],
            [(62, "3 p.m."), (240, "Bells")],
            [(62, "Monday, 24 June")],
            second=(
                [(62, "10 a.m."), (240, "Docks")],
                [(62, "3 p.m."), (240, "Quays")],
                [(62, "Tuesday, 25 June")],
            ),
        ),
        [
            ("06-24", "10:00", None, "", "Lights"),
            ("06-24", "15:00", None, "", "Bells"),
            ("06-25", "10:00", None, "", "Docks"),
            ("06-25", "15:00", None, "", "Quays"),
        ],
    ),
    "timetable.columns.running": Case(
        lambda: table(
            [(62, "Monday, 24 June"), (240, "Week of the Lights")],
            [(62, "10 a.m."), (240, "Lights")],
            [(62, "3 p.m."), (240, "Bells")],
            second=(
                [(62, "Tuesday, 25 June"), (240, "Week of the Lights")],
                [(62, "10 a.m."), (240, "Docks")],
                [(62, "3 p.m."), (240, "Quays")],
            ),
        ),
        [
            ("06-24", "10:00", None, "", "Lights"),
            ("06-24", "15:00", None, "", "Bells"),
            ("06-25", "10:00", None, "", "Docks"),
            ("06-25", "15:00", None, "", "Quays"),
        ],
    ),
    "timetable.items.talks": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1-1"), (240, "Lights")],
            [(62, "3 p.m."), (180, "1-2"), (240, "Bells")],
        ),
        [("06-24", "10:00", None, "", "Lights"), ("06-24", "15:00", None, "", "Bells")],
    ),
    "timetable.place.banner": Case(
        lambda: table(
            HEAD2,
            [(240, "Day 1: Monday, 24 June: Opening segment")],
            [(62, "10 a.m."), (240, "Lights")],
            [(62, "3 p.m."), (240, "Bells")],
        ),
        [("06-24", "10:00", None, "", "Lights"), ("06-24", "15:00", None, "", "Bells")],
    ),
    "timetable.region.banner": Case(
        lambda: regions(
            [(62, "The harbour stays open.")],
            [(62, "Monday, 24 June: Opening segment", "b")],
            [(62, "Item 1. Lights")],
            [(62, "Tuesday, 25 June: Closing segment", "b")],
            [(62, "Item 2. Bells")],
        ),
        [("Monday, 24 June: Opening segment", "Item 2. Bells")],
    ),
    "timetable.list.banner": Case(
        lambda: table(
            [(62, "Proposed organization of work", "h")],
            [(62, "Day 1: Monday, 24 June: Opening segment")],
            [(62, "Item 1. Lights")],
            [(62, "Day 2: Tuesday, 25 June: Closing segment")],
            [(62, "Item 2. Bells")],
        ),
        [("06-24", None, None, "1", "Lights"), ("06-25", None, None, "2", "Bells")],
    ),
    "timetable.columns.heads_touch": Case(
        lambda: table(
            [(62, "Proposed organization of work", "h")],
            [(64, "Date and time", "i"), (144, "Agenda item Title", "i"), (400, "Venue", "i")],
            [(64, "Monday, 24 June", "b")],
            [(64, "10 a.m."), (146, "1"), (188, "Lights"), (400, "Harbour House")],
            [(64, "3 p.m."), (146, "2"), (188, "Bells"), (400, "Customs House")],
            edges=(60, 140, 184, 395),
            above=(1, 2, 3, 4),
        ),
        [("06-24", "10:00", None, "1", "Lights"), ("06-24", "15:00", None, "2", "Bells")],
    ),
    "timetable.columns.close_above": Case(
        lambda: table(
            [(62, "Proposed organization of work", "h")],
            20,
            [(180, "Lights of the northern quays")],
            [(62, "~Monday, 24 June, 10 a.m."), (180, "and of the southern quays")],
            [(62, "Monday, 24 June, 3 p.m."), (180, "Bells")],
            [(62, "Tuesday, 25 June, 3 p.m."), (180, "Docks")],
        ),
        [
            (None, None, None, "", "Lights of the northern quays"),
            ("06-24", "10:00", None, "", "and of the southern quays"),
            ("06-24", "15:00", None, "", "Bells"),
            ("06-25", "15:00", None, "", "Docks"),
        ],
    ),
    "timetable.columns.counted": Case(
        lambda: table(
            [(62, "Meeting", "i"), (130, "Date and time", "i"), (230, "Title", "i")],
            [(62, "Public"), (130, "Monday, 24 June"), (230, "Lights")],
            [(62, "Closed"), (130, "Tuesday, 25 June"), (230, "Bells")],
        ),
        [("06-24", None, None, "", "Lights"), ("06-25", None, None, "", "Bells")],
    ),
    "timetable.columns.days": Case(
        lambda: table(
            [(60, "Monday, 24 June", "b"), (200, "Tuesday, 25 June", "b"), (340, "Wednesday, 26 June", "b")],
            [(60, "10 a.m.–1 p.m."), (200, "9–11 a.m."), (340, "10 a.m.–1 p.m.")],
            [(60, "~Item 1"), (200, "~Item 2"), (340, "~Item 4")],
            [(60, "3–6 p.m."), (340, "3–6 p.m.")],
            [(60, "~Item 2"), (200, "~Item 3"), (340, "~Item 5")],
        ),
        [
            ("06-24", "10:00", "13:00", "1", ""),
            ("06-25", "09:00", "11:00", "2", ""),
            ("06-26", "10:00", "13:00", "4", ""),
            ("06-24", "15:00", "18:00", "2", ""),
            ("06-25", "09:00", "11:00", "3", ""),
            ("06-26", "15:00", "18:00", "5", ""),
        ],
    ),
    "timetable.columns.day_touches": Case(
        lambda: table(
            [(64, "Date", "i"), (104, "Time", "i"), (174, "Title", "i")],
            [(64, "Monday, 10 a.m."), (174, "Lights")],
            [(64, "~24 June")],
            [(64, "Tuesday,"), (104, "3 p.m."), (174, "Bells")],
            [(64, "~25 June")],
            edges=(60, 100, 170),
            above=(0, 1, 3),
        ),
        [("06-24", "10:00", None, "", "Lights"), ("06-25", "15:00", None, "", "Bells")],
    ),
    "timetable.columns.number_touches": Case(
        lambda: table(
            [(64, "Date and time", "i"), (130, "Item", "i"), (174, "Title", "i")],
            [(64, "Monday, 24 June", "b")],
            [(64, "10 a.m.–1 p.m. 1 (a)"), (174, "Lights")],
            [(64, "3–6 p.m."), (132, "2"), (174, "Bells")],
            edges=(60, 128, 170),
            above=(0, 1, 2, 3),
        ),
        [("06-24", "10:00", "13:00", "1(a)", "Lights"), ("06-24", "15:00", "18:00", "2", "Bells")],
    ),
    "timetable.columns.used": Case(
        lambda: table(
            [(62, "Date and time", "i"), (154, "Title", "i")],
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (154, "7 boats of the harbour")],
            [(62, "3 p.m."), (154, "Bells")],
            edges=(60, 150, 164),
            above=(0, 1, 2, 3),
        ),
        [("06-24", "10:00", None, "", "7 boats of the harbour"), ("06-24", "15:00", None, "", "Bells")],
    ),
    "timetable.columns.when": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
        ),
        [("06-24", "10:00", None, "1", "Lights"), ("06-24", "15:00", None, "2", "Bells")],
    ),
    "timetable.columns.item": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
        ),
        [("06-24", "10:00", None, "1", "Lights"), ("06-24", "15:00", None, "2", "Bells")],
    ),
    "timetable.columns.other": Case(
        lambda: table(
            [*HEAD, (380, "Venue", "i")],
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights"), (380, "Harbour House")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells"), (380, "Customs House")],
        ),
        [("06-24", "10:00", None, "1", "Lights"), ("06-24", "15:00", None, "2", "Bells")],
    ),
    "timetable.columns.hours_beside": Case(
        lambda: table(
            [(62, "Tentative timetable", "h")],
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m.–1 p.m."), (340, "3–6 p.m.")],
            [(62, "Item 1: Lights"), (340, "Item 2: Bells")],
            [(62, "Tuesday, 25 June", "b")],
            [(62, "10 a.m.–1 p.m."), (340, "3–6 p.m.")],
            [(62, "Item 3: Quays"), (340, "Item 4: Ropes")],
        ),
        [
            ("06-24", "10:00", "13:00", "1", "Lights"),
            ("06-24", "15:00", "18:00", "2", "Bells"),
            ("06-25", "10:00", "13:00", "3", "Quays"),
            ("06-25", "15:00", "18:00", "4", "Ropes"),
        ],
    ),
    "timetable.columns.repeats": Case(
        lambda: table(
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "Lights"), (400, "Harbour House")],
            [(62, "11 a.m."), (180, "Bells"), (400, "Harbour House")],
            [(62, "3 p.m."), (180, "Quays"), (400, "Pier 2")],
            [(62, "4 p.m."), (180, "Ropes"), (400, "Pier 2")],
        ),
        [
            ("06-24", "10:00", None, "", "Lights"),
            ("06-24", "11:00", None, "", "Bells"),
            ("06-24", "15:00", None, "", "Quays"),
            ("06-24", "16:00", None, "", "Ropes"),
        ],
    ),
    "timetable.columns.beside": Case(
        lambda: table(
            [(62, "Proposed organization of work", "h")],
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "Lights"), (400, "Harbour House")],
            [(62, "3 p.m."), (180, "Bells")],
            [(62, "Tuesday, 25 June", "b")],
            [(62, "10 a.m."), (180, "Beacons"), (400, "Customs House")],
            [(62, "3 p.m."), (180, "Quays")],
        ),
        [
            ("06-24", "10:00", None, "", "Lights"),
            ("06-24", "15:00", None, "", "Bells"),
            ("06-25", "10:00", None, "", "Beacons"),
            ("06-25", "15:00", None, "", "Quays"),
        ],
    ),
    "timetable.columns.title_word": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "3 p.m."), (180, "2"), (240, "Adoption of the report of the")],
            [(240, "~meeting")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "15:00", None, "2", "Adoption of the report of the meeting"),
        ],
    ),
    "timetable.columns.page": Case(
        lambda: table(
            HEAD3,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (154, "1"), (254, "Lights")],
            [(62, "3 p.m."), (154, "2"), (254, "Bells")],
            edges=(60, 150, 250),
            above=(0, 1, 2, 3),
            second=([(52, "Tuesday, 25 June", "b")], [(52, "10 a.m."), (144, "3"), (244, "Quays")]),
            second_edges=(50, 140, 240),
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "15:00", None, "2", "Bells"),
            ("06-25", "10:00", None, "3", "Quays"),
        ],
    ),
}
