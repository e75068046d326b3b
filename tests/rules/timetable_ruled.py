"""Timetables in drawn cells, in cells without gaps, and grids whose cells reach over several days."""

from __future__ import annotations

from tests.layout.pages import LETTER
from tests.rules.case import Case
from tests.structure.timetable.pages import HEAD2, boxed, cells, read, rows, sheet, table

_DAYS = [(150, "Monday, 24 June"), (280, "Tuesday, 25 June"), (410, "Wednesday, 26 June")]

#: Where a time of 21 letters ends.
_TOUCHED = 62 + 21 * 9 * LETTER


def _own_tables() -> list[tuple[str | None, str | None, str | None, str, str]]:
    """The entries of two tables, a day each, whose drawn columns differ."""
    lines = sheet(
        [(62, "Proposed organization of work", "h")],
        [(62, "Monday, 24 June", "b")],
        [(62, "10 a.m."), (150, "1"), (190, "Lights")],
        [(62, "3 p.m."), (150, "2"), (190, "Bells")],
        [(62, "Tuesday, 25 June", "b")],
        [(62, "10 a.m."), (120, "Docks of the town"), (330, "Hall")],
        [(62, "3 p.m."), (120, "Quays of the town"), (330, "Yard")],
        [(62, "5 p.m."), (120, "Ropes of the town")],
    )
    return rows(read(lines, {1: [*cells(lines[2:4], (60, 145, 185)), *cells(lines[5:], (60, 115, 325))]}))


CASES = {
    "timetable.title.centred": Case(
        lambda: table(
            _DAYS,
            [(62, "9–10 a.m."), (150, "Piers"), (280, "Masts"), (410, "Buoys")],
            [(62, "10 a.m.–1 p.m."), (206, "2."), (280, "Item 3. Docks"), (410, "Item 4. Bells")],
            [(153, "~Lights of the northern quays")],
            [(62, "3–6 p.m."), (150, "Quays"), (280, "Ropes"), (410, "Sails")],
        ),
        [
            ("06-24", "09:00", "10:00", "", "Piers"),
            ("06-25", "09:00", "10:00", "", "Masts"),
            ("06-26", "09:00", "10:00", "", "Buoys"),
            ("06-24", "10:00", "13:00", "2", "Lights of the northern quays"),
            ("06-25", "10:00", "13:00", "3", "Docks"),
            ("06-26", "10:00", "13:00", "4", "Bells"),
            ("06-24", "15:00", "18:00", "", "Quays"),
            ("06-25", "15:00", "18:00", "", "Ropes"),
            ("06-26", "15:00", "18:00", "", "Sails"),
        ],
    ),
    "timetable.entry.over_slots": Case(
        lambda: boxed(
            [(62, "Proposed organization of work", "h")],
            [(62, "Date"), (160, "Morning (9 a.m.–noon)"), (360, "Afternoon (2–5 p.m.)")],
            [(62, "Monday, 24 June"), (165, "1. Lights"), (365, "2. Bells")],
            [(62, "Tuesday, 25 June"), (300, "Visit to the northern quays")],
            [(62, "Wednesday, 26 June"), (165, "Docks"), (365, "Quays")],
            edges=(60, 155, 355),
            merged=((1, 0), (2, 0), (2, 3)),
        ),
        [
            ("06-24", "09:00", "12:00", "1", "Lights"),
            ("06-24", "14:00", "17:00", "2", "Bells"),
            ("06-25", "09:00", "17:00", "", "Visit to the northern quays"),
            ("06-26", "09:00", "12:00", "", "Docks"),
            ("06-26", "14:00", "17:00", "", "Quays"),
        ],
    ),
    "timetable.columns.wide_cell": Case(
        lambda: boxed(
            [(62, "Day", "i"), (135, "Time", "i"), (240, "Title", "i")],
            [(62, "Monday, 24 June"), (135, "10 a.m.–1 p.m."), (240, "Lights")],
            [(197, "1.15–2.45 p.m.: Briefing of pilots", "b")],
            [(135, "3–6 p.m."), (240, "Bells")],
            edges=(60, 130, 235),
            merged=((2, 2),),
        ),
        [
            ("06-24", "10:00", "13:00", "", "Lights"),
            ("06-24", "13:15", "14:45", "", "Briefing of pilots"),
            ("06-24", "15:00", "18:00", "", "Bells"),
        ],
    ),
    "timetable.columns.time_before_entry": Case(
        lambda: boxed(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m.–1 p.m."), (240, "Lights")],
            [(100, "1.15–2.45 p.m.: Briefing of the harbour pilots", "b")],
            [(62, "3–6 p.m."), (240, "Bells")],
            edges=(60, 235),
            merged=((1, 1), (1, 3)),
        ),
        [
            ("06-24", "10:00", "13:00", "", "Lights"),
            ("06-24", "13:15", "14:45", "", "Briefing of the harbour pilots"),
            ("06-24", "15:00", "18:00", "", "Bells"),
        ],
    ),
    "timetable.columns.own_table": Case(
        _own_tables,
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "15:00", None, "2", "Bells"),
            ("06-25", "10:00", None, "", "Docks of the town"),
            ("06-25", "15:00", None, "", "Quays of the town"),
            ("06-25", "17:00", None, "", "Ropes of the town"),
        ],
    ),
    "timetable.columns.touching": Case(
        lambda: table(
            [(62, "Date and time", "i"), (_TOUCHED, "Title", "i")],
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m.–noon"), (_TOUCHED, "Lights")],
            [(62, "12.15 p.m.–12.45 p.m."), (_TOUCHED, "Bells")],
            [(62, "3–6 p.m."), (_TOUCHED, "Docks")],
        ),
        [
            ("06-24", "10:00", "12:00", "", "Lights"),
            ("06-24", "12:15", "12:45", "", "Bells"),
            ("06-24", "15:00", "18:00", "", "Docks"),
        ],
    ),
    "timetable.title.exact": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Lights of the northern quays and of the")],
            [(240, "~Isle of Bells, with the report of the")],
            [(240, "~Harbour Board and the findings of the")],
            [(240, "~Mayor of the town and of the northern")],
            -4.9,
            [(240, "Reception of the guests by the town")],
            [(62, "3 p.m."), (240, "Docks")],
        ),
        [
            (
                "06-24",
                "10:00",
                None,
                "",
                "Lights of the northern quays and of the Isle of Bells, with the report of the Harbour Board and the"
                " findings of the Mayor of the town and of the northern",
            ),
            ("06-24", "10:00", None, "", "Reception of the guests by the town"),
            ("06-24", "15:00", None, "", "Docks"),
        ],
    ),
    "timetable.columns.drawn_cell": Case(
        lambda: boxed(
            _DAYS,
            [(62, "10 a.m.–1 p.m."), (150, "Lights"), (415, "Bells")],
            [(62, "3–6 p.m."), (150, "Quays"), (280, "Ropes"), (410, "Sails")],
            edges=(60, 145, 275, 405),
            merged=((3, 1),),
        ),
        [
            ("06-24", "10:00", "13:00", "", "Lights"),
            ("06-25", "10:00", "13:00", "", "Bells"),
            ("06-24", "15:00", "18:00", "", "Quays"),
            ("06-25", "15:00", "18:00", "", "Ropes"),
            ("06-26", "15:00", "18:00", "", "Sails"),
        ],
    ),
    "timetable.heads.over_days": Case(
        lambda: table(
            _DAYS,
            [(62, "10 a.m.–1 p.m."), (150, "Lights"), (280, "Docks"), (410, "Bells")],
            [(62, "1–3 p.m."), (310, "Lunch")],
            [(62, "3–6 p.m."), (150, "Quays"), (280, "Ropes"), (410, "Sails of the fleet")],
        ),
        [
            ("06-24", "10:00", "13:00", "", "Lights"),
            ("06-25", "10:00", "13:00", "", "Docks"),
            ("06-26", "10:00", "13:00", "", "Bells"),
            ("06-24", "13:00", "15:00", "", "Lunch"),
            ("06-24", "15:00", "18:00", "", "Quays"),
            ("06-25", "15:00", "18:00", "", "Ropes"),
            ("06-26", "15:00", "18:00", "", "Sails of the fleet"),
        ],
    ),
    "timetable.time.bare": Case(
        lambda: table(
            [(62, "Proposed organization of work", "h")],
            _DAYS,
            [(62, "10-1"), (150, "Lights"), (280, "Docks"), (410, "Bells")],
            [(62, "3-6"), (150, "Quays"), (280, "Ropes"), (410, "Sails")],
        ),
        [
            ("06-24", "10:00", "13:00", "", "Lights"),
            ("06-25", "10:00", "13:00", "", "Docks"),
            ("06-26", "10:00", "13:00", "", "Bells"),
            ("06-24", "15:00", "18:00", "", "Quays"),
            ("06-25", "15:00", "18:00", "", "Ropes"),
            ("06-26", "15:00", "18:00", "", "Sails"),
        ],
    ),
    "timetable.title.under_number": Case(
        lambda: table(
            _DAYS,
            [(62, "10 a.m.–1 p.m."), (150, "Item 2", "b"), (280, "Item 3", "b"), (410, "Item 4", "b")],
            [(150, "~Lights"), (280, "Docks"), (410, "Bells")],
            [(62, "3–6 p.m."), (150, "Quays"), (280, "Ropes"), (410, "Sails")],
        ),
        [
            ("06-24", "10:00", "13:00", "2", "Lights"),
            ("06-25", "10:00", "13:00", "3", "Docks"),
            ("06-26", "10:00", "13:00", "4", "Bells"),
            ("06-24", "15:00", "18:00", "", "Quays"),
            ("06-25", "15:00", "18:00", "", "Ropes"),
            ("06-26", "15:00", "18:00", "", "Sails"),
        ],
    ),
    "timetable.title.room": Case(
        lambda: table(
            HEAD2,
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (240, "Lights of the northern quays, with the report of the harbour master")],
            [(62, "3 p.m."), (240, "Bells of the harbour")],
            [(240, "~Reception of the mayor")],
        ),
        [
            ("06-24", "10:00", None, "", "Lights of the northern quays, with the report of the harbour master"),
            ("06-24", "15:00", None, "", "Bells of the harbour"),
            ("06-24", "15:00", None, "", "Reception of the mayor"),
        ],
    ),
}
