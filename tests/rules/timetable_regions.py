"""Where timetables begin and end, and what is one."""

from __future__ import annotations

from tests.rules.case import Case
from tests.structure.timetable.pages import DAY_ROWS, HEAD, PROSE_ROWS, regions, table

CASES = {
    "timetable.region.sentence": Case(
        lambda: regions(
            [(62, "The keepers have decided that the papers which are listed below should be sent to them on")],
            [(62, "~15 July 2030.")],
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "Item 1. Lights")],
            [(62, "3 p.m."), (180, "Item 2. Bells")],
        ),
        [("Monday, 24 June", "3 p.m. Item 2. Bells")],
    ),
    "timetable.region.items_by_day": Case(
        lambda: regions(
            [(62, "Monday, 24 June", "b")],
            [(62, "1. Lights")],
            [(62, "2. Bells")],
            [(62, "Tuesday, 25 June", "b")],
            [(62, "3. Quays")],
            [(62, "4. Docks")],
        ),
        [],
    ),
    "timetable.region.spread": Case(
        lambda: regions(
            [(62, "Proposed organization of work", "h")],
            [(62, "24"), (120, "June")],
            [(62, "Item 1. Lights")],
            [(62, "25"), (120, "June")],
            [(62, "Item 2. Bells")],
        ),
        [("Proposed organization of work", "Item 2. Bells")],
    ),
    "timetable.region.remark": Case(
        lambda: regions(
            [(62, "Proposed organization of work", "h")],
            [(62, "Monday, 24 June (Harbour House)")],
            [(62, "Item 1. Lights")],
            [(62, "Tuesday, 25 June (Customs House)")],
            [(62, "Item 2. Bells")],
        ),
        [("Proposed organization of work", "Item 2. Bells")],
    ),
    "timetable.region.items": Case(
        lambda: regions(
            [(62, "Monday, 24 June, 10 a.m.–1 p.m.: items 1 and 2")],
            [(62, "Monday, 24 June, 3–6 p.m.: items 3 and 4")],
            [(62, "Tuesday, 25 June, 10 a.m.–1 p.m.: items 5 and 6")],
            [(62, "Visit of the docks")],
            [(62, "Dinner")],
        ),
        [("Monday, 24 June, 10 a.m.–1 p.m.: items 1 and 2", "Dinner")],
    ),
    "timetable.region.behind": Case(
        lambda: regions(
            [(62, "Monday, 24 June", "b")],
            [(62, "10:00–11:00 Election of officers")],
            [(62, "11:00–13:00 Bells and lights")],
            [(62, "3–6 p.m. Docks")],
        ),
        [("Monday, 24 June", "3–6 p.m. Docks")],
    ),
    "timetable.region.starts": Case(
        lambda: regions(
            [(62, "Monday, 24 June", "b")],
            [(62, "10:00 Opening by the keeper")],
            [(62, "10:20 Bells and lights")],
            [(62, "11:30 Coffee")],
        ),
        [("Monday, 24 June", "11:30 Coffee")],
    ),
    "timetable.region.by_starts": Case(
        lambda: regions(
            [(62, "14:00"), (180, "Opening")], [(62, "14:20"), (180, "Bells and lights")], [(62, "15:30"), (180, "End")]
        ),
        [("14:00 Opening", "15:30 End")],
    ),
    "timetable.region.heads": Case(
        lambda: regions(
            [(62, "Date"), (180, "Title")],
            [(62, "Monday, 24 June"), (180, "Lights")],
            [(62, "Tuesday, 25 June"), (180, "Bells")],
            size=10,
        ),
        [("Date Title", "Tuesday, 25 June Bells")],
    ),
    "timetable.region.spread_heads": Case(
        lambda: regions(
            [(62, "Title"), (240, "Approximate"), (300, "dates of"), (400, "Documentation")],
            [(62, "Lights"), (240, "24 June")],
            [(62, "Bells"), (240, "25 June")],
            [(62, "Quays"), (240, "26 June")],
        ),
        [("Title Approximate dates of Documentation", "Quays 26 June")],
    ),
    "timetable.region.wrapped_in_row": Case(
        lambda: regions(
            [(62, "Agenda item"), (240, "Proposed"), (360, "Documentation")],
            [(240, "dates")],
            [(62, "Item 1. Lights"), (240, "24 June")],
            [(62, "Item 2. Bells"), (240, "25 June")],
        ),
        [("Agenda item Proposed Documentation", "Item 2. Bells 25 June")],
    ),
    "timetable.region.wrapped_head": Case(
        lambda: regions(
            [(240, "Approximate dates of", "i")],
            [(240, "~consideration", "i")],
            [(62, "Item 1. Lights"), (240, "24 June")],
            [(62, "Item 2. Bells"), (240, "25 June")],
            [(62, "Item 3. Quays"), (240, "26 June")],
        ),
        [("Approximate dates of", "Item 3. Quays 26 June")],
    ),
    "timetable.region.far": Case(
        lambda: regions(*DAY_ROWS, second=[[(62, "Notes on the harbour")]], third=DAY_ROWS),
        [("Monday, 24 June", "3 p.m. 2 Bells"), ("Monday, 24 June", "3 p.m. 2 Bells")],
    ),
    "timetable.region.larger": Case(
        lambda: regions(*DAY_ROWS, [(62, "Lamps of the world", "h")], *DAY_ROWS),
        [("Monday, 24 June", "3 p.m. 2 Bells"), ("Monday, 24 June", "3 p.m. 2 Bells")],
    ),
    "timetable.region.heading": Case(
        lambda: regions(*DAY_ROWS, [(62, "Annex II")], *DAY_ROWS),
        [("Monday, 24 June", "3 p.m. 2 Bells"), ("Monday, 24 June", "3 p.m. 2 Bells")],
    ),
    "timetable.region.prose": Case(
        lambda: regions(*DAY_ROWS, *PROSE_ROWS, *DAY_ROWS),
        [("Monday, 24 June", "3 p.m. 2 Bells"), ("Monday, 24 June", "3 p.m. 2 Bells")],
    ),
    "timetable.region.wrapped_title": Case(
        lambda: regions([(62, "Proposed organization", "b")], [(62, "~of work", "b")], *DAY_ROWS),
        [("Proposed organization", "3 p.m. 2 Bells")],
    ),
    "timetable.region.heads_item": Case(
        lambda: regions(
            [(62, "2. Organization of work", "b")],
            [(62, "The Committee may wish to follow the timetable below:")],
            *DAY_ROWS,
        ),
        [("Monday, 24 June", "3 p.m. 2 Bells")],
    ),
    "timetable.region.over_heads": Case(
        lambda: regions([(62, "Date"), (180, "Number")], [(62, "~Time"), (180, "Item"), (240, "Title")], *DAY_ROWS),
        [("Date Number", "3 p.m. 2 Bells")],
    ),
    "timetable.region.over_row": Case(
        lambda: regions(
            [(62, "Harbours of the world")],
            20,
            [(180, "1"), (240, "Lights of the")],
            [(62, "~Monday, 24 June, 10 a.m."), (240, "northern quays")],
            [(62, "Monday, 24 June, 3 p.m."), (180, "2"), (240, "Bells")],
            [(62, "Tuesday, 25 June, 10 a.m."), (180, "3"), (240, "Quays")],
        ),
        [("1 Lights of the", "Tuesday, 25 June, 10 a.m. 3 Quays")],
    ),
    "timetable.region.entries": Case(
        lambda: regions(
            [(62, "Proposed organization of work", "h")],
            [(62, "Monday, 24 June")],
            [(62, "Tuesday, 25 June")],
            [(62, "Wednesday, 26 June")],
        ),
        [],
    ),
    "timetable.region.headed": Case(
        lambda: regions(
            [(62, "Proposed organization of work", "h")],
            [(62, "Monday, 24 June")],
            [(62, "Lights")],
            [(62, "Tuesday, 25 June")],
            [(62, "Bells")],
        ),
        [("Proposed organization of work", "Bells")],
    ),
    "timetable.region.two_days": Case(
        lambda: regions(
            [(62, "Monday, 24 June")], [(62, "Item 1. Lights")], [(62, "Tuesday, 25 June")], [(62, "Item 2. Bells")]
        ),
        [("Monday, 24 June", "Item 2. Bells")],
    ),
    "timetable.region.rows": Case(lambda: regions(*DAY_ROWS), [("Monday, 24 June", "3 p.m. 2 Bells")]),
    "timetable.end.drawn": Case(
        lambda: table(HEAD, *DAY_ROWS, 40, [(180, "3"), (240, "Quays")], edges=(60, 175, 235), above=(0, 1, 2, 3, 4)),
        [
            ("06-24", "10:00", None, "1", "Lights"),
            ("06-24", "15:00", None, "2", "Bells"),
            ("06-24", "15:00", None, "3", "Quays"),
        ],
    ),
    "timetable.end.page": Case(
        lambda: regions(*DAY_ROWS, second=[[(62, "Harbours of the world")]]), [("Monday, 24 June", "3 p.m. 2 Bells")]
    ),
    "timetable.end.column": Case(
        lambda: regions(*DAY_ROWS, second=[[(240, "Visit of the docks")]]), [("Monday, 24 June", "Visit of the docks")]
    ),
    "timetable.end.gap": Case(
        lambda: regions(*DAY_ROWS, 30, [(62, "Harbours of the world")]), [("Monday, 24 June", "3 p.m. 2 Bells")]
    ),
    "timetable.end.prose": Case(lambda: regions(*DAY_ROWS, *PROSE_ROWS), [("Monday, 24 June", "3 p.m. 2 Bells")]),
    "timetable.end.notes": Case(
        lambda: regions(*DAY_ROWS, [(62, "Note: dinner is at eight")]), [("Monday, 24 June", "3 p.m. 2 Bells")]
    ),
    "timetable.end.bold": Case(
        lambda: regions(*DAY_ROWS, [(62, "Harbours of the world", "b")]), [("Monday, 24 June", "3 p.m. 2 Bells")]
    ),
    "timetable.end.larger": Case(
        lambda: regions(
            [(62, "Monday, 24 June", "b")],
            [(62, "10 a.m."), (180, "1", "b"), (190, "Item 1", "b")],
            [(62, "Item 2. Bells", "b")],
            [(62, "3 p.m."), (180, "Item 3", "b")],
            [(62, "Item 4. Quays", "b")],
            [(62, "Harbours of the world", "h")],
        ),
        [("Monday, 24 June", "Item 4. Quays")],
    ),
    "timetable.end.heading": Case(
        lambda: regions(*DAY_ROWS, [(62, "Annotations")]), [("Monday, 24 June", "3 p.m. 2 Bells")]
    ),
}
