"""The entries of timetables: where one begins, and what is none."""

from __future__ import annotations

from tests.rules.case import Case
from tests.structure.timetable.pages import HEAD, HEAD2, table

CASES = {
    "timetable.entry.part_of_item": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "3. Lights")],
            [(240, "3.1 Lamps of the quays")],
            [(62, "3 p.m."), (240, "4. Bells")],
        ),
        [
            ("06-24", "10:00", None, "3", "Lights"),
            ("06-24", "10:00", None, "3.1", "Lamps of the quays"),
            ("06-24", "15:00", None, "4", "Bells"),
        ],
    ),
    "timetable.title.part_number": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "3. Lights of the harbour and of the outer quays")],
            [(240, "~3.1 Lamps of the quays")],
            [(62, "3 p.m."), (240, "4. Bells of the harbour and of the outer quays")],
        ),
        [
            ("06-24", "10:00", None, "3", "Lights of the harbour and of the outer quays"),
            ("06-24", "10:00", None, "3.1", "Lamps of the quays"),
            ("06-24", "15:00", None, "4", "Bells of the harbour and of the outer quays"),
        ],
    ),
    "timetable.title.points": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Lights of the harbour")],
            [(252, "~Report by the master")],
            [(62, "noon"), (240, "Bells of the harbour and of the outer quays")],
            [(62, "3 p.m."), (240, "Ropes of the harbour")],
            [(62, "5 p.m."), (240, "Docks")],
        ),
        [
            ("06-24", "10:00", None, "", "Lights of the harbour"),
            ("06-24", "12:00", None, "", "Bells of the harbour and of the outer quays"),
            ("06-24", "15:00", None, "", "Ropes of the harbour"),
            ("06-24", "17:00", None, "", "Docks"),
        ],
    ),
    "timetable.entry.address": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Lights")],
            [(62, "3 p.m."), (240, "Bells")],
            [(62, "Contact: master@quays.example")],
        ),
        [("06-24", "10:00", None, "", "Lights"), ("06-24", "15:00", None, "", "Bells")],
    ),
    "timetable.title.broken_word": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Lights of the north and follow-")],
            [(240, "up to the quays")],
            [(62, "3 p.m."), (240, "Docks")],
        ),
        [
            ("06-24", "10:00", None, "", "Lights of the north and follow-up to the quays"),
            ("06-24", "15:00", None, "", "Docks"),
        ],
    ),
    "timetable.entry.head": Case(
        lambda: table(
            [(62, "Proposed organization of work", "h")],
            [(150, "Plenary", "b"), (300, "Working Group", "b")],
            [(62, "Monday, 24 June")],
            [(62, "10 a.m."), (150, "Lights"), (300, "Bells")],
            [(62, "3 p.m."), (150, "Quays"), (300, "Docks")],
        ),
        [
            ("06-24", "10:00", None, "", "Lights"),
            ("06-24", "10:00", None, "", "Bells"),
            ("06-24", "15:00", None, "", "Quays"),
            ("06-24", "15:00", None, "", "Docks"),
        ],
    ),
    "timetable.entry.strokes": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Lights")],
            [(240, "-----")],
        ),
        [("06-24", "10:00", None, "", "Lights")],
    ),
    "timetable.title.border": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June"), (240, "Lights of the northern quays of the harbour")],
            [(240, "~Bells of the southern quays of the harbour")],
            [(62, "Tuesday, 25 June"), (240, "Docks")],
            edges=(60, 235),
            above=(0, 1, 2, 3),
        ),
        [
            ("06-24", None, None, "", "Lights of the northern quays of the harbour"),
            ("06-24", None, None, "", "Bells of the southern quays of the harbour"),
            ("06-25", None, None, "", "Docks"),
        ],
    ),
    "timetable.title.loose": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Lights")],
            [(240, "and bells")],
            [(62, "3 p.m."), (240, "Quays")],
        ),
        [
            ("06-24", "10:00", None, "", "Lights"),
            ("06-24", "10:00", None, "", "and bells"),
            ("06-24", "15:00", None, "", "Quays"),
        ],
    ),
    "timetable.title.bullet": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "• Lights")],
            [(240, "~• Bells")],
            [(62, "3 p.m."), (240, "• Quays")],
        ),
        [
            ("06-24", "10:00", None, "", "Lights"),
            ("06-24", "10:00", None, "", "Bells"),
            ("06-24", "15:00", None, "", "Quays"),
        ],
    ),
    "timetable.title.bare_number": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "1 (a) Lights of the northern quays")],
            [(240, "~1 (b) Bells of the southern quays")],
            [(240, "~2 Docks of the harbour")],
            [(62, "3 p.m."), (240, "3 Quays")],
        ),
        [
            ("06-24", "10:00", None, "1(a)", "Lights of the northern quays"),
            ("06-24", "10:00", None, "1(b)", "Bells of the southern quays"),
            ("06-24", "10:00", None, "2", "Docks of the harbour"),
            ("06-24", "15:00", None, "3", "Quays"),
        ],
    ),
    "timetable.entry.bare_numbers": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "1 (a) Lights")],
            [(62, "3 p.m."), (240, "2 Bells")],
        ),
        [("06-24", "10:00", None, "1(a)", "Lights"), ("06-24", "15:00", None, "2", "Bells")],
    ),
    "timetable.entry.parts_behind": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Item 4: Lights [items 4 (a) and (b)]")],
            [(62, "3 p.m."), (240, "Docks")],
        ),
        [("06-24", "10:00", None, "4 4(a) 4(b)", "Lights"), ("06-24", "15:00", None, "", "Docks")],
    ),
    "timetable.title.items_close": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Lights of the northern quays [item 4]")],
            [(240, "~General discussion")],
            [(62, "3 p.m."), (240, "Docks")],
        ),
        [
            ("06-24", "10:00", None, "4", "Lights of the northern quays"),
            ("06-24", "10:00", None, "", "General discussion"),
            ("06-24", "15:00", None, "", "Docks"),
        ],
    ),
    "timetable.title.room_in_middle": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10–11 a.m."), (240, "Lights")],
            [(240, "Bells of the northern quays of the town (closed")],
            [(62, "~11 a.m.–noon"), (240, "meeting of the whole committee)")],
            [(240, "~Beacons")],
            [(62, "3–6 p.m."), (240, "Docks")],
        ),
        [
            ("06-24", "10:00", "11:00", "", "Lights"),
            (
                "06-24",
                "11:00",
                "12:00",
                "",
                "Bells of the northern quays of the town (closed meeting of the whole committee)",
            ),
            ("06-24", "11:00", "12:00", "", "Beacons"),
            ("06-24", "15:00", "18:00", "", "Docks"),
        ],
    ),
    "timetable.title.numbered": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "1. Lights of the northern quays")],
            [(240, "~2. Bells of the southern quays")],
            [(62, "3 p.m."), (240, "3. Quays")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights of the northern quays"),
            ("06-24", "10:00", None, "2", "Bells of the southern quays"),
            ("06-24", "15:00", None, "3", "Quays"),
        ],
    ),
    "timetable.title.named_item": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Item 1. Lights of the northern quays")],
            [(240, "~Item 2. Bells of the southern quays")],
            [(62, "3 p.m."), (240, "Item 3. Quays")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights of the northern quays"),
            ("06-24", "10:00", None, "2", "Bells of the southern quays"),
            ("06-24", "15:00", None, "3", "Quays"),
        ],
    ),
    "timetable.title.row_apart": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            -5.7,
            [(180, "2"), (240, "Ropes of the harbour and its quays")],
            -5.7,
            [(240, "Informal consultations")],
            -5.7,
            [(180, "3"), (240, "Reports on lighthouses along coasts that no chart")],
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "10:00", None, "2", "Ropes of the harbour and its quays"),
            ("06-24", "10:00", None, "", "Informal consultations"),
            ("06-24", "10:00", None, "3", "Reports on lighthouses along coasts that no chart"),
        ],
    ),
    "timetable.title.level_with_row": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June"), (240, "Laying of the first stone of the new")],
            [(62, "~10 a.m.–1 p.m."), (240, "harbour, with music")],
            [(62, "3–6 p.m."), (240, "Quays")],
        ),
        [
            ("06-24", None, None, "", "Laying of the first stone of the new"),
            ("06-24", "10:00", "13:00", "", "harbour, with music"),
            ("06-24", "15:00", "18:00", "", "Quays"),
        ],
    ),
    "timetable.title.other_weight": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Lights of the northern quays", "b")],
            [(240, "~Statement by the pilots")],
            [(62, "3 p.m."), (240, "Quays")],
        ),
        [
            ("06-24", "10:00", None, "", "Lights of the northern quays"),
            ("06-24", "10:00", None, "", "Statement by the pilots"),
            ("06-24", "15:00", None, "", "Quays"),
        ],
    ),
    "timetable.title.colon": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Keynote lecture:", "b")],
            [(240, "~Lights of the northern quays")],
            [(62, "3 p.m."), (240, "Quays")],
        ),
        [
            ("06-24", "10:00", None, "", "Keynote lecture: Lights of the northern quays"),
            ("06-24", "15:00", None, "", "Quays"),
        ],
    ),
    "timetable.title.person": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Lights of the northern quays")],
            [(240, "~Chair: Ada Berg")],
            [(62, "3 p.m."), (240, "Quays")],
        ),
        [("06-24", "10:00", None, "", "Lights of the northern quays"), ("06-24", "15:00", None, "", "Quays")],
    ),
    "timetable.title.talk": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Lights of the northern quays")],
            [(240, "~1-1")],
            [(240, "~Lamps of oil")],
            [(240, "~1-2")],
            [(240, "~Lamps of gas")],
            [(62, "3 p.m."), (240, "Quays")],
        ),
        [
            ("06-24", "10:00", None, "", "Lights of the northern quays"),
            ("06-24", "10:00", None, "", "Lamps of oil"),
            ("06-24", "10:00", None, "", "Lamps of gas"),
            ("06-24", "15:00", None, "", "Quays"),
        ],
    ),
    "timetable.entry.person": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Lights")],
            [(240, "Ms. Ada Berg, Harbour Board")],
            [(62, "3 p.m."), (240, "Quays")],
        ),
        [("06-24", "10:00", None, "", "Lights"), ("06-24", "15:00", None, "", "Quays")],
    ),
    "timetable.rest.detail": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
            [(250, "• Bells of the northern and of the")],
            second=([(250, "Southern quays")], [(180, "3"), (240, "Quays")]),
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "15:00", None, "2", "Bells"),
            ("06-24", "15:00", None, "3", "Quays"),
        ],
    ),
    "timetable.rest.title": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells of the northern and of the")],
            second=([(240, "southern quays")], [(180, "3"), (240, "Quays")]),
        ),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "15:00", None, "2", "Bells of the northern and of the southern quays"),
            ("06-24", "15:00", None, "3", "Quays"),
        ],
    ),
    "timetable.heading.named": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(240, "High-level segment")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
        ),
        [("06-24", "10:00", None, "1", "Lights"), ("06-24", "15:00", None, "2", "Bells")],
    ),
    "timetable.heading.bold": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(240, "Southern quays", "b")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
        ),
        [("06-24", "10:00", None, "1", "Lights"), ("06-24", "15:00", None, "2", "Bells")],
    ),
    "timetable.entry.detail": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(250, "• Beacons")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
        ),
        [("06-24", "10:00", None, "1", "Lights"), ("06-24", "15:00", None, "2", "Bells")],
    ),
    "timetable.entry.codes": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(240, "A/CN.999/12")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
        ),
        [("06-24", "10:00", None, "1", "Lights"), ("06-24", "15:00", None, "2", "Bells")],
    ),
    "timetable.entry.notes": Case(
        lambda: table(
            HEAD,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1"), (240, "Lights")],
            [(240, "Note: the lamps are lit at noon")],
            [(62, "3 p.m."), (180, "2"), (240, "Bells")],
        ),
        [("06-24", "10:00", None, "1", "Lights"), ("06-24", "15:00", None, "2", "Bells")],
    ),
    "timetable.period.days": Case(
        lambda: table(
            [(62, "Proposed organization of work", "h")],
            [(62, "24–28 June 2030", "b")],
            [(62, "10 a.m."), (180, "Visit of the docks")],
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "Lights")],
            [(62, "3 p.m."), (180, "Bells")],
        ),
        [
            (None, "10:00", None, "", "Visit of the docks"),
            ("06-24", "10:00", None, "", "Lights"),
            ("06-24", "15:00", None, "", "Bells"),
        ],
    ),
}
